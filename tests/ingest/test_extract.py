import pytest

from claims.extraction.types import (
    Appearance as ReadAppearance,
)
from claims.extraction.types import (
    ClaimText,
    Extraction,
    Form,
    Passage,
    PassageKind,
    SourceKind,
    Span,
    Statement,
    Unreadable,
)
from claims.ingest import claims as ingest_claims
from claims.ingest.articles import submit
from claims.models import Accept, Alias, Article, Claim, Event, ExtractionRun, Relay, Role, Source
from claims.models import Statement as StatementRow
from claims.record import work

pytestmark = pytest.mark.django_db

TEXT = "Local media said police reported 50 arrests. One official said 60."
READ = Extraction(
    version="t",
    passages=(Passage(Span(0, len(TEXT)), PassageKind.BODY),),
    statements=(
        Statement(
            content=(Span(17, 43),),
            source=(Span(0, 11),),
            cue=(Span(12, 16),),
            form=Form.INDIRECT,
            source_name="Local media",
            source_kind=SourceKind.MEDIUM,
        ),
        Statement(
            content=(Span(33, 43),),
            source=(Span(17, 23),),
            cue=(Span(24, 32),),
            form=Form.INDIRECT,
            source_name="police",
            source_kind=SourceKind.GOVERNMENT,
            chain=(0,),
        ),
        Statement(
            content=(Span(63, 65),),
            source=(Span(45, 57),),
            cue=(Span(58, 62),),
            form=Form.INDIRECT,
            source_name="one official",
            source_kind=SourceKind.ANONYMOUS,
            member_of="police",
        ),
    ),
    claims=(
        ClaimText("Police arrested 50 people.", (ReadAppearance((Span(33, 43),), 1),), 0.8, ("gives a figure: 50",)),
        ClaimText("60 people were arrested.", (ReadAppearance((Span(63, 65),), 2),), 0.7, caution="It may be misread."),
    ),
)


class Stub:
    """A pipeline that answers with what it was given."""

    def __init__(self, answer):
        self.answer = answer

    def run(self, text, title=None, date=None, tell=lambda _: None):
        tell("claims")
        if isinstance(self.answer, Exception):
            raise self.answer
        return self.answer


@pytest.fixture
def run(person, monkeypatch):
    monkeypatch.setattr(ingest_claims, "desk_pipeline", lambda: (Stub(READ), None))
    submit(by=person("cora", Role.CONTRIBUTOR), text=TEXT)
    return ExtractionRun.objects.get()


def test_it_stores_statements_claims_and_sources_and_ends_the_run(run):
    ingest_claims.extract(run.pk)
    run.refresh_from_db()
    assert run.state == "done"
    assert list(Claim.objects.order_by("ordinal").values_list("wording", "status")) == [
        ("Police arrested 50 people.", "candidate"),
        ("60 people were arrested.", "candidate"),
    ]
    assert set(Source.objects.values_list("name", flat=True)) == {"Local media", "police", "one official"}


def test_what_is_to_be_read_with_care_is_stored_with_its_reason(run):
    ingest_claims.extract(run.pk)
    assert list(Claim.objects.order_by("ordinal").values_list("caution", flat=True)) == ["", "It may be misread."]


def test_a_span_is_what_the_text_says_there(run):
    ingest_claims.extract(run.pk)
    span = StatementRow.objects.get(ordinal=1).spans.get(part="content")
    assert TEXT[span.start : span.end] == "50 arrests"


def test_an_anonymous_source_belongs_to_its_group(run):
    ingest_claims.extract(run.pk)
    assert Source.objects.get(name="one official").parent.name == "police"


def test_the_attribution_chain_is_kept_outermost_first(run):
    ingest_claims.extract(run.pk)
    assert list(Relay.objects.values_list("statement__ordinal", "relay__ordinal", "position")) == [(1, 0, 0)]


def test_a_second_delivery_changes_nothing(run):
    ingest_claims.extract(run.pk)
    ingest_claims.extract(run.pk)
    assert (Claim.objects.count(), Event.objects.filter(verb="extract").count(), Accept.objects.count()) == (2, 1, 1)


def test_a_late_writer_stores_nothing(run, monkeypatch):
    late = work.take(ExtractionRun, run.pk)
    ExtractionRun.objects.filter(pk=run.pk).update(token="another")
    with pytest.raises(work.LostLease):
        ingest_claims.store(late, late.text_version, READ)
    assert (Claim.objects.count(), Source.objects.count(), Alias.objects.count()) == (0, 0, 0)


def test_an_unreadable_text_fails_with_its_reason(run, monkeypatch):
    monkeypatch.setattr(ingest_claims, "desk_pipeline", lambda: (Stub(Unreadable("It holds no sentence.")), None))
    ingest_claims.extract(run.pk)
    run.refresh_from_db()
    assert (run.state, run.reason) == ("failed", "It holds no sentence.")


def test_common_words_in_another_article_are_another_source(run, person):
    ingest_claims.extract(run.pk)
    again = submit(by=person("carl", Role.CONTRIBUTOR), text=TEXT + " Again.").article
    ingest_claims.extract(again.texts.get().runs.get().pk)
    assert Source.objects.filter(name="police").count() == 2


HEADED = Extraction(version="t", passages=(Passage(Span(0, 11), PassageKind.HEADLINE),))


@pytest.mark.parametrize(("given", "named"), [("", "Local media"), ("Its own title", "Its own title")])
def test_an_article_without_a_title_is_named_by_its_headline(run, monkeypatch, given, named):
    article = run.text_version.article
    article.title = given
    article.save()
    monkeypatch.setattr(ingest_claims, "desk_pipeline", lambda: (Stub(HEADED), None))
    ingest_claims.extract(run.pk)
    article.refresh_from_db()
    assert article.title == named


def test_an_article_without_title_and_headline_is_listed_by_how_it_begins(run, monkeypatch):
    bare = Extraction(version="t", passages=(Passage(Span(0, len(TEXT)), PassageKind.BODY),))
    monkeypatch.setattr(ingest_claims, "desk_pipeline", lambda: (Stub(bare), None))
    ingest_claims.extract(run.pk)
    article = Article.objects.get(pk=run.text_version.article_id)
    assert article.title == ""
    assert TEXT.startswith(str(article).removesuffix(" …"))


def test_a_text_that_is_here_already_is_linked_with_the_older_article(run, person):
    older = run.text_version.article
    newer = submit(by=person("carl", Role.CONTRIBUTOR), text=TEXT).article
    ingest_claims.extract(newer.texts.get().runs.get().pk)
    assert [likeness.other for likeness in newer.likenesses.all()] == [older]


def test_a_claim_is_stored_with_the_day_it_speaks_of_and_how_that_was_read(person):
    text = "Prices rose yesterday. The bridge is closed."
    spans = [Span(0, 21), Span(23, 43)]
    read = Extraction(
        version="t",
        claims=tuple(ClaimText(span.of(text), (ReadAppearance((span,), None),)) for span in spans),
        date="2022-09-25",
    )
    article = submit(text=text, by=person("carl", Role.CONTRIBUTOR)).article
    run = work.take(ExtractionRun, ExtractionRun.objects.get().pk)
    ingest_claims.store(run, article.texts.get(), read)
    first, second = Claim.objects.order_by("ordinal")
    assert [str(claim.as_of) for claim in (first, second)] == ["2022-09-24", "2022-09-25"]
    assert first.as_of_read == first.as_of
    assert first.dates_read["read"] == [{"words": "yesterday", "means": "on September 24, 2022"}]
    assert second.dates_read == {"dateline": "2022-09-25", "read": []}
