"""The people, bodies, places and things that an article names, and what each short form of them stands for."""

from claims.extraction.entities.antecedents import NOBODY, Heard
from claims.extraction.entities.cast import Cast
from claims.extraction.entities.finding import find
from claims.extraction.entities.members import Entity, Name
from claims.extraction.entities.sorts import Gender, Sort

__all__ = ["NOBODY", "Cast", "Entity", "Gender", "Heard", "Name", "Sort", "find"]
