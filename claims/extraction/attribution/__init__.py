"""Who says what: the reader's views and the rules of quotation, made into statements with exact spans."""

from claims.extraction.attribution.attribute import attribute

__all__ = ["attribute"]
