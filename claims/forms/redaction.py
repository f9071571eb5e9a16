"""The form of an erasure."""

from django import forms
from django.utils.translation import gettext_lazy as _

from claims.forms.verbs import VerbForm


class RedactForm(VerbForm):
    """Why this part of the record has to go; the reason itself stays."""

    reason = forms.CharField(
        label=_("Why it has to be erased"),
        max_length=500,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text=_("This stays in the record, with your name: do not repeat here what is to be erased."),
    )
