"""Forms of the desk: they check what was typed; verbs decide."""

import secrets
from datetime import date
from typing import Any

from django import forms
from django.conf import settings
from django.core.exceptions import ValidationError
from django.core.files.uploadedfile import UploadedFile
from django.utils.text import format_lazy
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from claims.ingest import articles, days, documents, fetching
from claims.models import Import

LOST = "\ufffd"  # what stands where a character could not be decoded


def new_key() -> str:
    """A nonce for one filled-in form: sent twice, it still makes one article."""
    return secrets.token_hex(16)


class FilesInput(forms.FileInput):
    """A file input for several; browsers take files that are dropped on it, so it needs no script."""

    allow_multiple_selected = True


class FilesField(forms.FileField):
    """Several files as a list, each whatever it is: the verb says which it refuses."""

    widget = FilesInput

    def clean(self, data: Any, initial: Any = None) -> list[UploadedFile]:
        files = [file for file in data or [] if file]
        if len(files) > settings.MOST_FILES:
            told = _("At most %(n)s files can be taken in at once; these are %(given)s.")
            raise ValidationError(told % {"n": settings.MOST_FILES, "given": len(files)})
        return files


class PastedForm(forms.Form):
    """A pasted text; it is kept exactly as it came, so nothing here strips or repairs it."""

    text = forms.CharField(
        label=gettext_lazy("Text of the article"),
        strip=False,
        required=False,  # the verb says better what is missing
        widget=forms.Textarea(
            attrs={
                "class": "paste",
                "rows": 18,
                "data-most": articles.MOST_PASTED,
                "data-too-long": gettext_lazy("This is more than can be taken in at once. Nothing was sent."),
                "autofocus": True,
                "spellcheck": "false",
            }
        ),
        help_text=gettext_lazy(
            "Paste the whole page, navigation and captions too: what is not the article is recognised."
        ),
    )
    as_it_is = forms.BooleanField(
        label=gettext_lazy("Take it in with the lost characters"), required=False, widget=forms.HiddenInput
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["text"].validators.clear()  # Django's word on NUL is no sentence for a journalist; ours is in clean

    def clean_text(self) -> str:
        try:
            return articles.refuse_code(articles.clean(self.cleaned_data["text"]))
        except articles.Unacceptable as refusal:
            raise ValidationError(refusal.message) from refusal

    def clean(self) -> dict[str, Any]:
        said = super().clean() or {}
        lost = said.get("text", "").count(LOST)
        if lost and not said.get("as_it_is"):
            self.fields["as_it_is"].widget = forms.CheckboxInput()
            self.add_error("text", _lost_characters(lost))
        return said


class ArticleForm(PastedForm):
    """A pasted article, an address to fetch, or files."""

    title = forms.CharField(
        label=gettext_lazy("Title"),
        required=False,
        max_length=500,
        help_text=gettext_lazy("Left empty, the headline that is found in the text becomes its title."),
    )
    dated = forms.DateField(
        label=gettext_lazy("Date of the article"),
        required=False,
        widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"),
        help_text=gettext_lazy("“Today” and “on Saturday” in the text are read against it."),
    )
    address = forms.URLField(
        label=gettext_lazy("Address that it came from"),
        required=False,
        max_length=2000,
        assume_scheme="https",
        widget=forms.URLInput(attrs={"placeholder": "https://", "autocomplete": "off"}),
        help_text=gettext_lazy("With the text left empty, the desk fetches the page."),
    )
    upload = FilesField(
        label=gettext_lazy("Files"),
        required=False,
        widget=FilesInput(attrs={"class": "drop-files", "accept": ",".join(documents.ENDINGS), "multiple": True}),
        help_text=format_lazy(
            gettext_lazy(
                "Drop them here or choose them: txt, html, docx or pdf, at most {mb} MB each and {files} at once. "
                "Each becomes an article of its own."
            ),
            mb=documents.MOST_BYTES // 1024 // 1024,
            files=settings.MOST_FILES,
        ),
    )
    key = forms.CharField(widget=forms.HiddenInput, max_length=64, initial=new_key)

    def clean_text(self) -> str:
        if not self.cleaned_data["text"].strip() and (self.files or self.data.get("address", "").strip()):
            return ""  # the files are read, or the desk fetches the page
        return super().clean_text()

    def clean_dated(self) -> date | None:
        day: date | None = self.cleaned_data["dated"]
        if told := days.wrong(day):
            raise ValidationError(told)
        return day

    def clean(self) -> dict[str, Any]:
        said = super().clean()
        if said.get("upload") and said.get("text"):
            self.add_error("upload", _("Paste a text or choose files, one after the other: which is the article?"))
        to_fetch = "" if said.get("upload") or self.data.get("text", "").strip() else said.get("address", "")
        if to_fetch and fetching.leads_inside(to_fetch):
            told = _(
                "This address leads into a private network, where the desk fetches nothing. Paste the text instead."
            )
            self.add_error("address", told)
        return said


def _lost_characters(lost: int) -> str:
    found = ngettext(
        "%(number)s character of the text was lost on its way and stands there as �.",
        "%(number)s characters of the text were lost on their way and stand there as �.",
        lost,
    ) % {"number": lost}
    return f"{found} {_('Copy the text again, or tick the box below to take it in as it is.')}"


class ImportForm(forms.Form):
    """A file of published fact-checks, and what kind of file it is."""

    file = forms.FileField(label=gettext_lazy("File"), widget=forms.FileInput(attrs={"class": "drop-files"}))
    form = forms.ChoiceField(label=gettext_lazy("Format"), choices=Import.Format.choices)
