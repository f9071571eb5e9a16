"""Lists that leave the house as files: what each column says and to whom, and cells that do nothing where they are opened."""

from claims.exports.answering import answer
from claims.exports.cells import FORMS
from claims.exports.sheets import CLAIMS, SOURCES, Sheet

__all__ = ["CLAIMS", "FORMS", "SOURCES", "Sheet", "answer"]
