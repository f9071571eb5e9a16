"""A changed article: what moves along, what is shown to a person, and what a person says to it."""

import hashlib
from dataclasses import replace

import pytest
from django.urls import reverse

from claims.extraction.types import Appearance as ReadAppearance
from claims.extraction.types import ClaimText, Extraction, Form, Passage, PassageKind, SourceKind, Span, Statement
from claims.ingest import changes
from claims.ingest import claims as ingest_claims
from claims.ingest.articles import submit
from claims.models import ChangedPlace, Claim, Event, ExtractionRun, Role, Status, TextVersion
from claims.publishing import gate
from claims.record import events
from claims.record.refusals import IllegalMove, NotPermitted
from claims.review import rewording, slots, triage
from claims.views.changes import changed_lines
from tests.ingest.test_extract import Stub
from tests.review.test_main_job import give

pytestmark = pytest.mark.django_db

OLD = "The bridge cost 12 million euros.\nIt was closed on Monday. Nobody was hurt.\nThe mayor lives in the port."
NEW = "Updated at noon.\nThe bridge cost 13 million euros.\nIt was closed on Monday. Nobody was hurt.\nA ferry runs instead."


@pytest.fixture
def people(person):
    return {"cora": person("cora", Role.CONTRIBUTOR), "tara": person("tara", Role.TRIAGER)}


@pytest.fixture
def read(people, monkeypatch):
    """Read one text of the article; the machine words each sentence that holds one of these pieces as a claim."""
    article = submit(by=people["cora"], text=OLD).article
    ExtractionRun.objects.all().delete()

    def run(text, *pieces, said_by=None):
        version = article.texts.filter(text=text).first() or TextVersion.objects.create(
            article=article,
            number=article.texts.count() + 1,
            text=text,
            text_sha256=hashlib.sha256(text.encode()).hexdigest(),
        )
        said = Statement(content=(Span(0, len(text)),), form=Form.NARRATED)
        if said_by:
            said = replace(said, form=Form.INDIRECT, source_name=said_by, source_kind=SourceKind.PERSON)
        spans = [Span(text.index(piece), text.index(piece) + len(piece)) for piece in pieces]
        answer = Extraction(
            version="t",
            passages=tuple(
                Passage(Span(text.index(line), text.index(line) + len(line)), PassageKind.BODY)
                for line in text.split("\n")
            ),
            statements=(said,),
            claims=tuple(ClaimText(span.of(text), (ReadAppearance((span,), 0),), 0.4) for span in spans),
        )
        monkeypatch.setattr(ingest_claims, "desk_pipeline", lambda: (Stub(answer), None))
        job = ExtractionRun.objects.create(text_version=version, pipeline_version="1")
        ingest_claims.extract(job.pk)
        job.refresh_from_db()
        assert job.state == "done"
        return version

    return run


COST, CLOSED, HURT = "The bridge cost 12 million euros.", "It was closed on Monday.", "Nobody was hurt."
NEW_COST, FERRY, MAYOR = "The bridge cost 13 million euros.", "A ferry runs instead.", "The mayor lives in the port."


def claim(wording):
    return Claim.objects.get(wording=wording)


def touch(wording, by):
    return triage.set_harm(claim(wording), harm="some", by=by)


def test_untouched_claims_move_along_and_others_give_way(read):
    read(OLD, COST, CLOSED, MAYOR)
    version = read(NEW, CLOSED, FERRY)
    assert changes.moved_along(version) == 1
    assert [c.wording for c in changes.new_in(version)] == [FERRY]
    assert {c.wording for c in changes.gave_way(version)} == {COST, MAYOR}
    assert ChangedPlace.objects.count() == 0


def test_a_touched_claim_moves_along_when_its_sentence_stands_though_nothing_was_read_there(read, people):
    read(OLD, HURT)
    touch(HURT, people["tara"])
    version = read(NEW)
    place = claim(HURT).appearances.get(text_version=version)
    span = place.spans.get()
    assert NEW[span.start : span.end] == HURT
    assert place.statement.text_version == version
    assert ChangedPlace.objects.count() == 0


def test_a_reworded_claim_is_not_read_a_second_time(read, people):
    read(OLD, CLOSED)
    rewording.reword(claim(CLOSED), wording="The bridge was closed.", reason="stands alone", by=people["tara"])
    version = read(NEW, CLOSED)
    assert changes.new_in(version) == []
    assert claim("The bridge was closed.").appearances.filter(text_version=version).exists()


@pytest.fixture
def changed(read, people):
    """A touched claim whose sentence says another number now."""
    read(OLD, COST)
    touch(COST, people["tara"])
    read(NEW, NEW_COST)
    return ChangedPlace.objects.get()


def test_a_touched_claim_whose_sentence_changed_waits_with_old_and_new(changed):
    assert OLD[changed.was_start : changed.was_end] == COST
    assert NEW[changed.start : changed.end] == NEW_COST
    assert claim(COST).status == Status.CANDIDATE
    assert list(ChangedPlace.objects.waiting()) == [changed]


def test_a_sentence_that_is_gone_has_no_counterpart(read, people):
    read(OLD, MAYOR)
    touch(MAYOR, people["tara"])
    read(NEW)
    assert ChangedPlace.objects.get().start is None


def test_a_second_reading_of_the_same_text_asks_nothing_twice(changed, read):
    version = changed.text_version
    assert changes.carry(version) == []
    assert ChangedPlace.objects.count() == 1


def test_keeping_gives_the_claim_its_place_in_the_new_text(changed, people):
    changes.keep(changed, by=people["tara"])
    span = claim(COST).appearances.get(text_version=changed.text_version).spans.get()
    assert NEW[span.start : span.end] == NEW_COST
    assert not ChangedPlace.objects.waiting().exists()
    assert Event.objects.latest("sequence").verb == "keep_claim"
    assert events.verify().holds
    with pytest.raises(IllegalMove):
        changes.keep(changed, by=people["tara"])


def test_only_those_who_triage_keep(changed, people):
    with pytest.raises(NotPermitted):
        changes.keep(changed, by=people["cora"])


def test_a_dismissed_claim_waits_no_longer(changed, people):
    triage.dismiss(claim(COST), reason="duplicate", by=people["tara"])
    assert not ChangedPlace.objects.waiting().exists()


# --- the pages ---------------------------------------------------------------------------------------------------------


@pytest.fixture
def triager(client, people):
    client.force_login(people["tara"])
    return client


def test_the_page_shows_the_sentences_with_their_difference_and_what_is_new(triager, changed):
    page = triager.get(reverse("article_changes", args=[changed.text_version.article_id])).content.decode()
    assert '<span class="visually-hidden">[gone: </span>12<span' in page
    assert '<span class="visually-hidden">[new: </span>13<span' in page
    assert NEW_COST in page
    assert reverse("change_answer", args=[changed.pk, "reword"]) in page


def test_the_article_and_the_claim_point_to_what_changed(triager, changed):
    address = reverse("article_changes", args=[changed.text_version.article_id])
    article = triager.get(changed.text_version.article.get_absolute_url()).content.decode()
    assert address in article
    assert "The words under 1 claim changed" in article
    assert f"{address}#change-{changed.pk}" in triager.get(changed.claim.get_absolute_url()).content.decode()


def test_rewording_takes_the_new_wording_and_the_place_of_the_claim_that_was_read_anew(triager, changed):
    address = reverse("change_answer", args=[changed.pk, "reword"])
    form = triager.get(address).context["form"]
    assert form.initial["wording"] == NEW_COST
    triager.post(address, {"wording": NEW_COST, "reason": "The article was changed."})
    changed.claim.refresh_from_db()
    assert changed.claim.wording == NEW_COST
    assert changed.claim.appearances.filter(text_version=changed.text_version).count() == 1
    assert Claim.objects.exclude(pk=changed.claim_id).get().status == Status.MERGED
    assert not ChangedPlace.objects.waiting().exists()


def test_rewording_without_a_new_claim_gives_the_place_all_the_same(triager, read, people):
    read(OLD, COST)
    touch(COST, people["tara"])
    version = read(NEW)
    place = ChangedPlace.objects.get()
    triager.post(reverse("change_answer", args=[place.pk, "reword"]), {"wording": NEW_COST, "reason": "changed"})
    assert claim(NEW_COST).appearances.filter(text_version=version).count() == 1


def test_an_empty_wording_is_told_and_changes_nothing(triager, changed):
    answer = triager.post(reverse("change_answer", args=[changed.pk, "reword"]), {"wording": "", "reason": "x"})
    assert answer.status_code == 422
    assert ChangedPlace.objects.waiting().exists()


def test_keep_is_said_by_one_button(triager, changed):
    answer = triager.post(reverse("change_answer", args=[changed.pk, "keep"]))
    assert answer.url == reverse("article_changes", args=[changed.text_version.article_id])
    assert not ChangedPlace.objects.waiting().exists()


def test_an_article_with_one_text_says_so(triager, read):
    article = read(OLD).article
    assert "One text" in triager.get(reverse("article_changes", args=[article.pk])).content.decode()


def test_paragraphs_that_differ_stand_in_pairs():
    assert changed_lines("a\n\nb\nc", "a\nB\nc\nd") == [("b", "B"), ("", "d")]


@pytest.mark.parametrize("found", [(HURT,), ()], ids=["read there", "carried along"])
def test_whom_only_a_newer_text_names_does_not_go_out_unasked_about(read, people, person, found):
    read(OLD, HURT, said_by="Ada Quill")
    rhea = person("rhea", Role.REVIEWER)
    give(slots.take(triage.accept(claim(HURT), by=people["tara"]), by=rhea), rhea)
    asked = {item.key for item in gate.missing(claim(HURT))}
    read(NEW, *found, said_by="Bela Stone")
    assert claim(HURT).status == Status.DECIDED
    missing = {item.key: item.what for item in gate.missing(claim(HURT))}
    assert missing.keys() - asked == {"unasked"}
    assert "Bela Stone" in missing["unasked"]
    assert "Ada Quill" not in missing["unasked"]
