"""What an entity is, as far as pronouns and short forms care."""

from enum import StrEnum


class Sort(StrEnum):
    PERSON = "person"
    PEOPLE = "people"  # several people, by what they are: "protesters", "the researchers"
    BODY = "body"  # an organisation, authority, medium or state: whatever speaks as "it"
    PLACE = "place"
    THING = "thing"  # a document, event, ship, product


class Gender(StrEnum):
    MASCULINE = "masculine"
    FEMININE = "feminine"
