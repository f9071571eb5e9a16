"""The learnt reader: one small encoder finds possible statements and judges every sentence."""

from claims.extraction.reader.reader import Reader, load, read
from claims.extraction.reader.values import KINDS, Floats, Part, Reading, Stretch, View

__all__ = ["KINDS", "Floats", "Part", "Reader", "Reading", "Stretch", "View", "load", "read"]
