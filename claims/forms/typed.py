"""What was typed into a review form, as lines to be read and copied: of a draft, or of a form that came too late."""

from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, NamedTuple

from django.utils.translation import gettext as _

from claims.forms.review import EvidenceForm, ReviewForm
from claims.models import AttributionVerdict, Evidence, Verdict

if TYPE_CHECKING:
    from django_stubs_ext import StrOrPromise

Typed = Mapping[str, Sequence[str]]
_PIECE = ("address", "description", "quotation", "named", "interest")
_CHOSEN: dict[str, "dict[str, StrOrPromise]"] = {
    "verdict": dict(Verdict.choices),
    "stance": dict(Evidence.Stance.choices),
}


class Line(NamedTuple):
    """One box of the form with what stands in it."""

    label: str
    text: str


def says_anything(data: Typed) -> bool:
    """Whether a person chose or wrote something: days, stances and unchecked sources are filled in by the form itself."""
    return any(_one(data, name) for name in ("verdict", "rationale", "searched")) or any(_pieces(data))


def lines(data: Typed, sources: Mapping[int, str]) -> list[Line]:
    """All that was typed, in the form's order; *sources* names them by number."""
    return [
        *_of(data, "", ReviewForm, ("verdict",)),
        *_answers(data, sources),
        *_of(data, "", ReviewForm, ("rationale",)),
        *(line for prefix in _pieces(data) for line in _of(data, prefix, EvidenceForm, (*_PIECE, "stance"))),
        *_of(data, "", ReviewForm, ("searched", "as_of", "look_again_by")),
    ]


def _one(data: Typed, name: str) -> str:
    values = data.get(name) or [""]
    return str(values[-1]).strip()


def _pieces(data: Typed) -> Iterator[str]:
    """The prefix of each row of evidence in which something was written."""
    prefixes = dict.fromkeys(name.rpartition("-")[0] + "-" for name in data if name.startswith("evidence-"))
    return (prefix for prefix in prefixes if any(_one(data, prefix + name) for name in _PIECE))


def _of(data: Typed, prefix: str, form: type[ReviewForm] | type[EvidenceForm], names: Sequence[str]) -> Iterator[Line]:
    for name in names:
        if said := _one(data, prefix + name):
            shown = _CHOSEN.get(name, {}).get(said, said)
            yield Line(str(form.base_fields[name].label), str(shown))


def _answers(data: Typed, sources: Mapping[int, str]) -> Iterator[Line]:
    for number, name in sources.items():
        answer = _one(data, f"source-{number}")
        if answer in AttributionVerdict.values and answer != AttributionVerdict.UNCHECKED:
            label = _("Did %(source)s say it?") % {"source": name}
            yield Line(label, str(AttributionVerdict(answer).label))
