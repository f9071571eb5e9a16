"""Words of an article found by typing them: the way to a claim, or to a claim's right place, without a mouse."""

import re
from dataclasses import dataclass
from itertools import islice
from urllib.parse import urlencode

from django import forms
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from claims.forms.verbs import VerbForm
from claims.models import Article, TextVersion
from claims.record.permissions import may
from claims.templatetags.marked import utf16_units
from claims.views.desk import DoorMixin

MOST_PLACES = 9  # each has a digit
AROUND = 90  # characters that tell one place from another

# What keyboards and newsrooms write differently, and is the same when words are looked for, with the spaces about it. What has
# been passed over is not gone back to (the plus signs): whatever is typed, a text is gone through once.
_QUOTES = "\"'`´“”„‟‘’‚‛«»‹›ʼ′″"
_DASHES = "-‐‑‒–—―−"
_DASH = rf"\s*+[{_DASHES}][{_DASHES}\s]*+"
_TYPED = re.compile(
    rf"(?P<dash>{_DASH})|(?P<quote>\s*[{_QUOTES}][{_QUOTES}\s]*)|(?P<dots>…|\.\s?\.\s?\.)|(?P<space>\s+)"
)


def wanted(words: str) -> re.Pattern[str]:
    """What finds these words in a text, however it writes quotation marks, apostrophes, dashes, dots, spaces and line ends."""
    words = words.strip()
    found, at = [], 0
    for typed in _TYPED.finditer(words):
        found += [re.escape(words[at : typed.start()]), _found_as(typed)]
        at = typed.end()
    whole = "".join([*found, re.escape(words[at:])])
    # not begun within a row of spaces or dashes, each of which would be looked through from there
    begins = rf"(?<![{_DASHES}])" if whole.startswith(_DASH) else ""
    return re.compile(begins + whole.removeprefix(r"\s*+"))


def _found_as(typed: re.Match[str]) -> str:
    if typed["quote"]:
        return r"\s*+" + rf"[{_QUOTES}]\s*+" * len("".join(typed[0].split()))
    return {"dash": _DASH, "dots": r"(?:…|\.\s?\.\s?\.)", "space": r"\s++"}[typed.lastgroup or ""]


class WordsForm(VerbForm):
    """The words, as they stand in the article; what each keyboard writes differently may differ."""

    words = forms.CharField(
        label=gettext_lazy("The words, as they stand in the article"),
        help_text=gettext_lazy(
            "Copy or type them; quotation marks, dashes, spaces and line ends may differ, everything else is found as it stands."
        ),
        widget=forms.Textarea(attrs={"rows": 3, "autofocus": True}),
        max_length=2_000,
    )


@dataclass(frozen=True, slots=True)
class Place:
    """Where the words stand, and the way to what is to become of them."""

    before: str
    said: str
    after: str
    address: str


class FindWords(DoorMixin):
    """Asks for words and finds them: one place leads on at once, several are offered, none is said."""

    door = "add_article"
    http_method_names = ["get", "head", "options"]
    more = False  # whether the words stand at more places than there are digits

    def get(self, request: HttpRequest, pk: int) -> HttpResponse:
        article = get_object_or_404(Article, pk=pk)
        form = WordsForm(request.GET if "words" in request.GET else None)
        places = self.places(article, form)
        if len(places) == 1:
            return HttpResponseRedirect(places[0].address)
        if form.is_bound and form.is_valid() and not places:
            form.add_error("words", _("These words do not stand in the article. Copy them from it, exactly."))
        if places:
            del form.fields["words"].widget.attrs["autofocus"]  # the next key is a digit
        context = {
            "article": article,
            "form": form,
            "places": places,
            "more": self.more,
            "of_claim": request.GET.get("claim", ""),
            "adds": may(self.person, "verb:add"),
        }
        return render(request, "articles/words.html", context, status=422 if form.errors else 200)

    def places(self, article: Article, form: WordsForm) -> list[Place]:
        newest = article.texts.order_by("-number").first()
        if newest is None or not form.is_bound or not form.is_valid():
            return []
        found = list(islice(wanted(form.cleaned_data["words"]).finditer(newest.text), MOST_PLACES + 1))
        self.more = len(found) > MOST_PLACES
        return [self.place(article, newest, *_trimmed(match)) for match in found[:MOST_PLACES]]

    def place(self, article: Article, version: TextVersion, start: int, end: int) -> Place:
        text = version.text
        asked: dict[str, object] = {
            "begins": utf16_units(text, start),
            "ends": utf16_units(text, end),
            "text": version.number,
        }
        if claim := self.request.GET.get("claim"):
            asked["claim"] = claim
        return Place(
            before=text[max(start - AROUND, 0) : start],
            said=text[start:end],
            after=text[end : end + AROUND],
            address=f"{reverse('article_selected', args=[article.pk])}?{urlencode(asked)}",
        )


def _trimmed(match: re.Match[str]) -> tuple[int, int]:
    """From the first to the last character that is no space: a dash at an edge takes none along."""
    words = match[0]
    return match.start() + len(words) - len(words.lstrip()), match.end() - len(words) + len(words.rstrip())
