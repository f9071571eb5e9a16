"""Who the sources are: names as a reader of the whole article would give them, kinds, sizes, and who relays whom."""

from claims.extraction.sources.resolving import resolve

__all__ = ["resolve"]
