"""What leaves the house as a file: lists, with what each column says and to whom, and kept bytes as they came.

Nothing of it does anything where it is opened.
"""

from claims.exports.answering import answer
from claims.exports.cells import FORMS
from claims.exports.sheets import CLAIMS, SOURCES, Sheet

__all__ = ["CLAIMS", "FORMS", "SOURCES", "Sheet", "answer"]
