"""Pages about sources and changed articles in a real browser: two widths, two themes, full and empty, and the keys."""

import os
from datetime import date
from pathlib import Path

import pytest

from claims.ingest import kinships
from claims.models import (
    Appearance,
    AppearanceSpan,
    ChangedPlace,
    Claim,
    Decision,
    Kinship,
    Match,
    Relay,
    Source,
    Suggestion,
    Verdict,
)
from claims.publishing import outlets
from tests.factories import (
    AppearanceFactory,
    ArticleFactory,
    ClaimFactory,
    ExtractionRunFactory,
    OutletFactory,
    PassageFactory,
    SourceFactory,
    StatementFactory,
    TextVersionFactory,
)

pytestmark = pytest.mark.django_db(transaction=True)

LOOKS = [(1440, "light"), (1440, "dark"), (390, "light"), (390, "dark")]


def said(source, verdict, month, **how):
    claim = ClaimFactory(article=ArticleFactory(dated=date(2026, month, 3)), appearance=False, **how)
    place = AppearanceFactory(claim=claim, statement=None)
    place.statement = StatementFactory(text_version=place.text_version, source=source)
    place.save()
    if verdict:
        Claim.objects.filter(pk=claim.pk).update(verdict=verdict)
        Decision.objects.filter(claim=claim).update(verdict=verdict, attribution_verdicts={str(source.pk): "confirmed"})
    return claim


@pytest.fixture
def known(nora):
    """A source with a record: fourteen claims decided, some dismissed, some waiting."""
    source = SourceFactory(name="Ada Quill", kind="person", parent=SourceFactory(name="Port Town Council"))
    waits = ArticleFactory(outlet=OutletFactory(name="A quarterly of harbours, bridges, ferries and their people"))
    ClaimFactory.create_batch(12, article=waits)
    verdicts = [*[Verdict.SUPPORTED] * 6, *[Verdict.REFUTED] * 3, *Verdict.values]
    for number, verdict in enumerate(verdicts):
        said(source, verdict, 1 + number % 5, decided=True)
    said(source, "", 6, queued=True)
    said(source, "", 6, dismissed=True, dismiss_reason="opinion")
    return source


def wrong_with(window, path):
    """What axe, the width and the console find wrong with a page."""
    window.open(path)
    if os.environ.get("SHOTS"):  # for eyes: SHOTS=FOLDER keeps a picture of every page that is looked at
        name = f"{path.strip('/').replace('/', '-')}-{window.page.viewport_size['width']}-{window.theme}.png"
        window.page.screenshot(path=str(Path(os.environ["SHOTS"]) / name), full_page=True)
    problems = window.violations() + ([f"{window.overflow()} px too wide"] if window.overflow() > 0 else [])
    said = [one for one in window.complaints if "422" not in one]  # a form that came back with its errors is a 422
    window.complaints.clear()
    return problems + said


@pytest.fixture
def kin(db):
    """Three suggestions, one with a long name."""
    for plain, described in [
        ("OVD-Info", "OVD-Info group"),
        ("Vladimir Putin", "Putin"),
        (
            "Commission of Inquiry into the Harbour Works",
            "the independent Commission of Inquiry into the Harbour Works",
        ),
    ]:
        kind = "person" if "Putin" in plain else "organisation"
        stands = SourceFactory(name=plain, kind=kind)
        StatementFactory(source=stands)
        kinships.suggest([SourceFactory(name=described, kind=kind)])
    return list(Kinship.objects.order_by("pk"))


OLD = "The bridge cost 12 million euros.\nIt was closed on Monday.\nThe mayor lives in the port."
NEW = "The bridge over the sound cost 13 million euros.\nIt was closed on Monday.\nA ferry runs instead."


@pytest.fixture
def changed(nora):
    """An article with two texts: a touched claim whose sentence changed, one whose sentence is gone, a new claim."""
    article = ArticleFactory(
        title="Two bridges closed after the storm",
        submitted_by=nora,
        outlet=OutletFactory(name="The Harbour Post"),
        republished_from=OutletFactory(name="Quay Review"),
        topic="Floods",
    )
    before = TextVersionFactory(article=article, text=OLD)
    newest = TextVersionFactory(article=article, text=NEW, number=2)
    for version in (before, newest):
        ExtractionRunFactory(text_version=version, state="done")
        PassageFactory(text_version=version, end=len(version.text))
    for words, place in (
        ("The bridge cost 12 million euros.", (0, 48)),
        ("The mayor lives in the port.", (None, None)),
    ):
        claim = ClaimFactory(article=article, wording=words, touched=True, appearance=False, queued=True)
        at = OLD.index(words)
        made = AppearanceFactory(claim=claim, text_version=before, span=None)
        AppearanceSpan.objects.create(appearance=made, start=at, end=at + len(words))
        ChangedPlace.objects.create(
            claim=claim,
            was_in=before,
            was_start=at,
            was_end=at + len(words),
            text_version=newest,
            start=place[0],
            end=place[1],
            wording_number=1,
        )
    new = ClaimFactory(article=article, wording="A ferry runs instead.", appearance=False)
    made = AppearanceFactory(claim=new, text_version=newest, span=None)
    AppearanceSpan.objects.create(appearance=made, start=NEW.index("A ferry"), end=len(NEW))
    return article


@pytest.fixture
def measured(changed):
    """Claims about one quantity; one of them relayed by media, and suggested to say the same as another."""
    outlet = OutletFactory(name="The Morning Quay")
    wordings = [
        "More than 2,000 people were arrested at protests against the call-up.",
        "At least 2,000 people have been arrested.",
        "798 people were detained in 33 towns on Saturday.",
    ]
    one, two, three = (ClaimFactory(wording=words, article__outlet=outlet) for words in wordings)
    Match.objects.create(claim_version=one.wordings.get()).same_quantity.add(two, three)
    Suggestion.objects.create(claim=two, other_claim=one, score=0.83)
    statement = Appearance.objects.filter(claim=one).get().statement
    media = StatementFactory(text_version=statement.text_version, source=SourceFactory(name="Russian media"))
    Relay.objects.create(statement=statement, relay=media, position=0)
    return one


@pytest.mark.parametrize(("width", "theme"), LOOKS)
def test_pages_about_sources_are_accessible_and_fit_their_window(visit, known, kin, width, theme):
    window = visit(width=width, theme=theme)
    nobody = SourceFactory(name="A source of whom nothing is known")
    page = known.get_absolute_url()
    paths = [
        "/sources/",
        page,
        nobody.get_absolute_url(),
        kin[0].other.get_absolute_url(),
        f"{page}edit/",
        f"{page}merge/",
        f"{page}merge/?into=Nobody",
        f"{kin[0].source.get_absolute_url()}merge/?into=%23{kin[0].other.pk}",
        "/sources/kinships/",
        "/ledger/",
        "/ledger/?by=source",
        "/ledger/?by=topic&q=nothing+like+it",
    ]
    assert {path: found for path in paths if (found := wrong_with(window, path))} == {}


@pytest.mark.parametrize(("width", "theme"), LOOKS)
def test_pages_about_changes_and_likenesses_are_accessible_and_fit_their_window(visit, changed, measured, width, theme):
    window = visit(width=width, theme=theme)
    place, suggestion = ChangedPlace.objects.first(), Suggestion.objects.get()
    article, unchanged = changed.get_absolute_url(), measured.article.get_absolute_url()
    paths = [
        article,
        f"{article}changes/",
        f"{unchanged}changes/",
        f"/changes/{place.pk}/reword/",
        f"{article}edit/",
        place.claim.get_absolute_url(),
        measured.get_absolute_url(),
        f"/suggestions/{suggestion.pk}/merge/",
    ]
    assert {path: found for path in paths if (found := wrong_with(window, path))} == {}


def test_an_empty_desk_has_nothing_to_ask_and_nothing_to_count(visit):
    window = visit()
    assert [wrong_with(window, path) for path in ("/sources/kinships/", "/ledger/")] == [[], []]


def test_suggestions_of_who_is_who_are_answered_by_keys(visit, kin):
    page = visit().open("/sources/kinships/")
    page.keyboard.press("y")
    page.get_by_text("Merged.").wait_for()
    page.keyboard.press("n")
    page.get_by_text("not suggested again").wait_for()
    assert list(Kinship.objects.order_by("-score", "pk").values_list("state", flat=True)).count("proposed") == 1
    assert Source.objects.filter(merged_into__isnull=False).count() == 1


def test_names_are_offered_while_one_types(visit, known):
    page = visit().open(f"{known.get_absolute_url()}edit/")
    page.get_by_label("Belongs to").fill("port")
    page.locator("#source-names option").first.wait_for(state="attached")
    assert page.locator("#source-names option").first.get_attribute("value") == "Port Town Council"


@pytest.fixture
def asked_to_correct(nora):
    """A public check, an outlet that was asked three times, and another with a long name that was not."""
    long = "A quarterly of harbours, bridges, ferries and their people " * 3
    claim = ClaimFactory(published=True, article=ArticleFactory(title=long, outlet=OutletFactory(name=long.strip())))
    for outcome in ("", "acknowledged", "corrected"):
        asked = outlets.ask_for_correction(
            claim, article=claim.article, asked=f"The editor on duty of {long}", channel="e-mail", by=nora
        )
        if outcome:
            outlets.log_correction(
                asked, outcome=outcome, link="https://post.example/corrections?" + "n" * 300, words=long, by=nora
            )
    return claim


@pytest.mark.parametrize(("width", "theme"), LOOKS)
def test_requests_for_corrections_are_accessible_and_fit_their_window(visit, asked_to_correct, width, theme):
    window = visit(width=width, theme=theme)
    public = asked_to_correct.publications.get()
    check = f"/checks/{asked_to_correct.public_id}/{public.slug}/"
    paths = [asked_to_correct.get_absolute_url(), check]
    assert {path: found for path in paths if (found := wrong_with(window, path))} == {}
    window.open(paths[0])
    for summary in window.page.locator("#corrections summary").all():
        summary.click()
    assert (window.violations(), max(0, window.overflow()), window.complaints) == ([], 0, [])
    if os.environ.get("SHOTS"):
        name = f"corrections-{width}-{theme}.png"
        window.page.locator("#corrections").screenshot(path=str(Path(os.environ["SHOTS"]) / name))


def test_a_request_for_a_correction_is_noted_by_keyboard(visit, nora):
    claim = ClaimFactory(published=True)
    page = visit().open(claim.get_absolute_url())
    page.keyboard.press("z")
    page.get_by_label("Who was asked").last.fill("The editor on duty")
    page.get_by_label("Through which channel").last.fill("e-mail")
    page.keyboard.press("Enter")
    page.get_by_text("Nothing came yet.").wait_for()
    assert claim.correction_requests.get().asked == "The editor on duty"


@pytest.fixture
def said_here(nora):
    """An article with sources, some of them with long names, and others of the desk that are called alike."""
    version = TextVersionFactory(article=ArticleFactory(submitted_by=nora), text=NEW)
    for name in ("Ada Quill", "Commission of Inquiry into the Harbour Works " * 6, "Overthemountainsandfaraway" * 9):
        StatementFactory(text_version=version, source=SourceFactory(name=name.strip()))
    for number in range(12):
        SourceFactory(name=f"Port Authority of the {number}th District")
    return version.article


@pytest.mark.parametrize(("width", "theme"), LOOKS)
def test_the_page_of_selected_words_is_accessible_before_and_after_looking_somebody_up(visit, said_here, width, theme):
    window = visit(width=width, theme=theme)
    path = f"/articles/{said_here.pk}/selected/?begins=0&ends=12"
    assert wrong_with(window, path) == []
    for words in ("port authority", "Nobody Known"):
        window.page.get_by_label("Somebody else, by name").fill(words)
        window.page.get_by_role("button", name="Look up").click()
        window.page.get_by_label("What the new source is").wait_for()
        assert (window.violations(), max(0, window.overflow()), window.complaints) == ([], 0, [])
        if os.environ.get("SHOTS"):
            name = f"selected-{words.replace(' ', '-')}-{width}-{theme}.png"
            window.page.screenshot(path=str(Path(os.environ["SHOTS"]) / name), full_page=True)


def test_somebody_is_looked_up_and_chosen_by_keyboard_alone(visit, said_here):
    page = visit().open(f"/articles/{said_here.pk}/selected/?begins=0&ends=12")
    page.get_by_label("The claim, in words that stand alone").fill("The harbour was closed.")
    page.get_by_label("Somebody else, by name").focus()
    page.keyboard.type("3th district")
    page.keyboard.press("Enter")
    page.get_by_text("Somebody new: 3th district").wait_for()
    page.keyboard.press("Tab")  # the page came back at the choices
    page.keyboard.press("ArrowDown")
    assert page.get_by_label("Port Authority of the 3th District").is_checked()
    page.get_by_role("button", name="Keep it").focus()
    page.keyboard.press("Enter")
    page.get_by_text("that is noted").wait_for()
    assert (
        Appearance.objects.get(claim=Claim.objects.get()).statement.source.name == "Port Authority of the 3th District"
    )


def test_the_same_is_merged_by_two_keys(visit, measured):
    page = visit().open(measured.get_absolute_url())
    page.keyboard.press("=")
    page.get_by_role("heading", name="One claim for both?").wait_for()
    page.keyboard.press("y")
    page.get_by_text("this claim stands for both").wait_for()
    assert Claim.objects.filter(status="merged", merged_into=measured).count() == 1


def test_a_changed_claim_is_kept_by_one_key(visit, changed):
    page = visit().open(f"{changed.get_absolute_url()}changes/")
    page.keyboard.press("y")
    page.get_by_text("The claim stands as it is").wait_for()
    assert ChangedPlace.objects.waiting().count() == 1
