"""One small form per verb on a claim, and how what was typed becomes the verb's arguments."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any, ClassVar

from django import forms
from django.db import transaction
from django.http import QueryDict
from django.utils.safestring import SafeString
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from claims.ingest import identities
from claims.models import Claim, DismissReason, Harm, Source, SourceKind, Statement, User
from claims.publishing import publish
from claims.review import corrections, cutting, decisions, holding, merging, rewording, triage
from claims.review.half_typed import is_half_typed


class VerbForm(forms.Form):
    """A form whose widgets look like the desk's; ``one_key`` names the choice that its page shows as buttons with keys."""

    one_key: ClassVar[str] = ""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for field in self.fields.values():
            kind = "form-select" if isinstance(field.widget, forms.Select) else "form-control"
            field.widget.attrs.setdefault("class", kind)

    @property
    def besides(self) -> list[forms.BoundField]:
        """What the page asks besides the choice by one key."""
        return [field for field in self if field.name != self.one_key]

    @property
    def choices(self) -> list[tuple[str, Any]]:
        """What the one key chooses from."""
        return list(self.fields[self.one_key].choices) if self.one_key else []  # type: ignore[attr-defined]  # one_key names a field with choices

    @property
    def now(self) -> Any:
        """What holds before anything is chosen."""
        return self.initial.get(self.one_key)


class OnlyWhatChanged(VerbForm):
    """A form about things that others edit too: it sends along how it found them, and what was left alone changes nothing."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for field in self.fields.values():
            field.show_hidden_initial = True

    @property
    def found(self) -> list[SafeString]:
        """How the page found each field, unseen."""
        return [field.as_hidden(only_initial=True) for field in self]

    @property
    def changes(self) -> dict[str, Any]:
        """What this person changed, and nothing else."""
        return {name: self.cleaned_data[name] for name in self.changed_data}

    def overtaken(self, now: Mapping[str, Any]) -> dict[str, str]:
        """Fields that this person changed, and somebody else since to something else: what the page showed."""
        unseen = {name: self.add_initial_prefix(name) for name in self.changed_data}
        shown = {name: self.data[sent] for name, sent in unseen.items() if sent in self.data}
        return {
            name: was
            for name, was in shown.items()
            if self.fields[name].has_changed(now[name], was)
            and self.fields[name].has_changed(now[name], self[name].data)
        }

    def beside(self, now: Mapping[str, Any]) -> QueryDict:
        """What was typed, as if the page had been opened on what stands now."""
        data = QueryDict(mutable=True)
        data.update(self.data)
        for name, field in self.fields.items():
            stands = field.hidden_widget().format_value(field.prepare_value(now[name])) or ""
            data[self.add_initial_prefix(name)] = stands
            if name not in self.changed_data:
                data[self.add_prefix(name)] = stands
        return data

    def tell(self, overtaken: Mapping[str, str]) -> None:
        """Say beside each field what it was when the page was opened, and what it is now."""
        for name, was in overtaken.items():
            told = {"was": was or "—", "now": self.data[self.add_initial_prefix(name)] or "—"}
            self.add_error(
                name,
                _("“%(was)s” when you opened the page, “%(now)s” now. Send it again if yours is to stand.") % told,
            )


def _lines(label: Any, **more: Any) -> forms.CharField:
    return forms.CharField(label=label, widget=forms.Textarea(attrs={"rows": 3}), **more)


class NothingToSay(VerbForm):
    """The verb alone says it."""


class DismissForm(VerbForm):
    one_key = "reason"

    reason = forms.ChoiceField(label=_("Why it is not checked"), choices=DismissReason.choices)
    note = forms.CharField(label=_("Note"), required=False, max_length=300)


class HarmForm(VerbForm):
    one_key = "harm"

    harm = forms.ChoiceField(label=_("What it could do to people if it is wrong"), choices=Harm.choices)


class MergeForm(VerbForm):
    """The page shows what is near by; a choice names the claim that stands for both."""

    into = forms.ModelChoiceField(
        label=_("The claim that stands for both"), queryset=Claim.objects.all(), widget=forms.HiddenInput
    )


class SeveralLines(forms.Textarea):
    """Several boxes of one name."""

    def value_from_datadict(self, data: Any, files: Any, name: str) -> list[str]:
        return list(data.getlist(name) if hasattr(data, "getlist") else data.get(name, []))


class SplitForm(VerbForm):
    """One wording a box, or a line; the page shows a box for each."""

    wordings = forms.Field(label=_("One claim a box"), widget=SeveralLines, required=False)

    def clean_wordings(self) -> list[str]:
        lines = [line.strip() for box in self.cleaned_data["wordings"] for line in box.splitlines() if line.strip()]
        if len(lines) < 2 or len(set(lines)) < len(lines):
            raise forms.ValidationError(_("Write at least two wordings, each another one."))
        if len(lines) > merging.MOST_PARTS:
            raise forms.ValidationError(merging.too_many_parts(len(lines)))
        return lines


class RewordForm(VerbForm):
    wording = _lines(_("Wording"), help_text=_("One checkable proposition that stands alone."))
    reason = forms.CharField(label=_("Why"), max_length=300)


class SourceForm(VerbForm):
    source = forms.ModelChoiceField(
        label=_("Source"),
        queryset=Source.objects.standing(),
        required=False,
        empty_label=_("The article itself"),
    )
    new = forms.CharField(label=_("Somebody new"), max_length=300, required=False)
    kind = forms.ChoiceField(label=_("What the new source is"), choices=SourceKind.choices, required=False)
    reach = forms.ChoiceField(
        choices=[("all", _("All of the statement")), ("alone", _("This one alone"))], required=False
    )
    named = forms.Field(widget=SeveralLines, required=False)  # the others that the page named: no other one follows

    def clean_named(self) -> set[int]:
        return {
            int(one) for one in self.cleaned_data["named"] or () if one.isascii() and one.isdigit() and len(one) < 19
        }

    def clean(self) -> dict[str, Any]:
        said = super().clean() or {}
        if said.get("new") and not said.get("kind"):
            self.add_error("kind", _("Say what the new source is."))
        return said


class AsOfForm(VerbForm):
    as_of = forms.DateField(
        label=_("As of"),
        required=False,
        widget=forms.DateInput(attrs={"type": "date"}),
        help_text=_("The day that the claim speaks of. Leave it empty if it is bound to none."),
    )

    def clean_as_of(self) -> date | None:
        day: date | None = self.cleaned_data["as_of"]
        if is_half_typed(day):
            raise forms.ValidationError(_("That year has fewer than four digits: was it typed in full?"))
        return day


class ReleaseForm(VerbForm):
    reason = forms.CharField(label=_("Why, in words that its holder reads"), max_length=300)


class AskForm(VerbForm):
    why = forms.CharField(label=_("Why it should be checked"), required=False, max_length=300)


class HoldForm(VerbForm):
    reason = forms.CharField(label=_("What we wait for"), max_length=300)
    until = forms.DateField(label=_("Look again on"), widget=forms.DateInput(attrs={"type": "date"}))


class CommentForm(VerbForm):
    comment = _lines(_("What is to be done again, and why"))


class NoteForm(VerbForm):
    """A note that readers see."""

    note = _lines(_("Note for readers"))


@dataclass(frozen=True, slots=True)
class Act:
    """What a page needs to say a verb: its form, its call, and the key that says it."""

    form: type[VerbForm]
    call: Callable[[Claim, dict[str, Any], User], Any]
    key: str = ""
    initial: Callable[[Claim], dict[str, Any]] = lambda _: {}
    follows: Any = ""  # what saying it brings about, where that does not show on the claim's page at once
    told: Callable[[Claim, dict[str, Any], Any], str] = lambda _claim, _said, _made: ""  # what else was changed


def _with(verb: Callable[..., Any]) -> Callable[[Claim, dict[str, Any], User], Any]:
    return lambda claim, said, by: verb(claim, by=by, **said)


def _fix_source(claim: Claim, said: dict[str, Any], by: User) -> Any:
    place = claim.appearances.select_related("statement").first()
    with transaction.atomic():
        source = (
            identities.add(said["new"], kind=said["kind"], article=claim.article, by=by)
            if said["new"]
            else said["source"]
        )
        return triage.fix_source(
            claim,
            statement=place.statement if place else None,
            source=source,
            by=by,
            alone=said["reach"] == "alone",
            named=said["named"],
        )


def _told_of_source(claim: Claim, said: dict[str, Any], statement: Statement) -> str:
    """Which other claims have the new source, too."""
    if said["reach"] == "alone":
        return gettext("Of this claim alone.")
    also = [str(other.pk) for other in corrections.followers(claim, statement)]
    return gettext("Also of no. %(numbers)s, by the same statement.") % {"numbers": ", ".join(also)} if also else ""


# The verbs that one claim page can say; take, assign, submit and publish have pages of their own.
ACTS: dict[str, Act] = {
    "accept": Act(NothingToSay, _with(triage.accept), key="a"),
    "put_back": Act(NothingToSay, _with(triage.put_back), key="u"),
    "dismiss": Act(DismissForm, _with(triage.dismiss), key="d"),
    "restore": Act(NothingToSay, _with(triage.restore), key="u"),
    "set_harm": Act(
        HarmForm,
        _with(triage.set_harm),
        key="h",
        initial=lambda c: {"harm": c.harm},
        follows=_("Harm comes first in the queue, and high harm is reviewed by as many people as the policy asks for."),
    ),
    "set_as_of": Act(AsOfForm, _with(triage.set_as_of), key="f", initial=lambda c: {"as_of": c.as_of}),
    "reword": Act(
        RewordForm,
        _with(rewording.reword),
        key="w",
        initial=lambda c: {"wording": c.wording},
        follows=_("Whoever reviewed it is shown the change word by word, and says whether the review still holds."),
    ),
    "merge": Act(MergeForm, _with(triage.merge), key="m"),
    "split": Act(SplitForm, _with(triage.split), key="x", initial=lambda c: {"wordings": cutting.cut(c.wording)}),
    "fix_source": Act(SourceForm, _fix_source, key="s", told=_told_of_source),
    "ask": Act(
        AskForm,
        _with(triage.ask),
        key="q",
        follows=_("The more people ask, the further the claim moves up within its band."),
    ),
    "hold": Act(
        HoldForm,
        _with(holding.hold),
        key="o",
        follows=_("Nobody is given the claim until that day. Holds on it end now; drafts are kept."),
    ),
    "resume": Act(NothingToSay, _with(holding.resume), key="o"),
    "send_back": Act(
        CommentForm,
        _with(decisions.send_back),
        key="b",
        follows=_(
            "A new round begins. The reviews stay where they are, and their reviewers are told that it does. What you write "
            "is read by those who may read the reviews, and by each new reviewer once their own has gone in."
        ),
    ),
    "reopen": Act(
        NoteForm,
        _with(publish.reopen),
        key="o",
        follows=_(
            "A new round begins. What is public stays up meanwhile and says, with your note, that it is looked at again."
        ),
    ),
    "withdraw": Act(
        NoteForm,
        _with(publish.withdraw),
        key="v",
        follows=_("The public page gives way to your note, and work on the claim ends. It can be reopened later."),
    ),
}
