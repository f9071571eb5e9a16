"""What a verb of the record is called where people read it."""

from typing import TYPE_CHECKING

from django.utils.translation import gettext_lazy

from claims.models.states import VERBS

if TYPE_CHECKING:
    from django_stubs_ext import StrOrPromise

_OF_THE_PANEL: dict[str, "StrOrPromise"] = {
    "add_conflictofinterest": gettext_lazy("Declare a conflict of interest"),
    "edit_conflictofinterest": gettext_lazy("Edit a conflict of interest"),
    "end_conflict": gettext_lazy("End a conflict of interest"),
    "add_ratingscale": gettext_lazy("Add a rating scale"),
    "edit_ratingscale": gettext_lazy("Edit the rating scale"),
    "edit_policy": gettext_lazy("Edit the desk policy"),
    "add_person": gettext_lazy("Add an account"),
    "edit_person": gettext_lazy("Edit an account"),
    "redact": gettext_lazy("Erase what an event told"),
}


def in_words(verb: str) -> str:
    """The verb's label; of verbs that no table names, their own words."""
    if verb in VERBS:
        return str(VERBS[verb].label)
    return str(_OF_THE_PANEL.get(verb, verb.replace("_", " ").capitalize()))
