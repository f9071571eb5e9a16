import json

import pytest

from claims.memory import imports
from claims.memory.formats import Refused, rows
from claims.models import Event, FactCheck, Import, Role
from claims.record.refusals import NotPermitted

pytestmark = pytest.mark.django_db

REVIEW = {
    "@context": "https://schema.org",
    "@type": "ClaimReview",
    "claimReviewed": "The bridge cost 3 million.",
    "url": "https://check.example/1",
    "datePublished": "2026-01-05",
    "author": {"@type": "Organization", "name": "Check Example"},
    "reviewRating": {"@type": "Rating", "alternateName": "False"},
    "itemReviewed": {"@type": "Claim", "author": [{"name": "The mayor"}], "datePublished": "2025-12-30T10:00:00Z"},
}
SEARCH = {
    "claims": [
        {
            "text": "The bridge cost 3 million.",
            "claimant": "The mayor",
            "claimDate": "2025-12-30T00:00:00Z",
            "claimReview": [
                {
                    "publisher": {"name": "Check Example", "site": "check.example"},
                    "url": "https://check.example/1",
                    "textualRating": "False",
                    "languageCode": "en",
                }
            ],
        }
    ]
}
FILES = {
    "claim_review": json.dumps(REVIEW),
    "claim_review list": json.dumps([REVIEW]),
    "claim_review graph": json.dumps({"@graph": [REVIEW]}),
    "claim_review lines": json.dumps(REVIEW) + "\n" + json.dumps(REVIEW | {"url": "https://check.example/2"}),
    "data_feed": json.dumps({"@type": "DataFeed", "dataFeedElement": [{"@type": "DataFeedItem", "item": [REVIEW]}]}),
    "search": json.dumps(SEARCH),
    "csv": "Claim,Claimant,URL,Rating\nThe bridge cost 3 million.,The mayor,https://check.example/1,False\n",
}


@pytest.mark.parametrize("name", FILES)
def test_each_format_gives_claim_claimant_address_and_rating(name):
    row = next(rows(FILES[name].encode(), name.split()[0]))
    assert (row.claim_text, row.claimant, row.address, row.rating) == (
        "The bridge cost 3 million.",
        "The mayor",
        "https://check.example/1",
        "False",
    )


@pytest.fixture(autouse=True)
def _private_folder(settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path


@pytest.fixture
def editor(person):
    return person("edda", Role.EDITOR)


def lines(*reviews):
    return "\n".join(json.dumps(review) for review in reviews).encode()


def take_in(editor, raw, form="claim_review"):
    job = imports.begin(raw, name="file.json", form=form, by=editor)
    imports.run(job.pk)
    job.refresh_from_db()
    return job


def test_it_stores_each_once_and_counts(editor):
    job = take_in(
        editor,
        lines(
            *(REVIEW | {"url": f"https://check.example/{n}"} for n in range(5)),
            REVIEW | {"url": "https://check.example/0"},
        ),
    )
    assert (job.state, job.place, job.stored, job.known) == ("done", 6, 5, 1)
    assert FactCheck.objects.count() == 5


def test_what_is_refused_is_listed_with_its_row_and_reason(editor):
    job = take_in(
        editor, lines(REVIEW, REVIEW | {"claimReviewed": ""}, REVIEW | {"url": "javascript:alert(1)"}, {"x": 1})
    )
    assert list(job.refusals.values_list("place", "reason")) == [
        (2, "It names no claim."),
        (3, "Its address is none of the web."),
        (4, "This is not a ClaimReview."),
    ]


def test_a_stopped_import_is_taken_up_where_it_ended(editor, monkeypatch):
    monkeypatch.setattr(imports, "BATCH", 2)
    raw = lines(*(REVIEW | {"url": f"https://check.example/{n}"} for n in range(6)))
    job = imports.begin(raw, name="f", form="claim_review", by=editor)
    store = imports._store

    def dies_after_the_first(work, batch):
        if batch[0][0] > 2:
            raise KeyboardInterrupt
        store(work, batch)

    monkeypatch.setattr(imports, "_store", dies_after_the_first)
    with pytest.raises(KeyboardInterrupt):
        imports.run(job.pk)
    assert FactCheck.objects.count() == 2
    Import.objects.update(state="queued", lease_until=None)
    monkeypatch.setattr(imports, "_store", store)
    imports.run(job.pk)
    job.refresh_from_db()
    assert (job.state, job.stored, FactCheck.objects.count()) == ("done", 6, 6)


@pytest.mark.parametrize(
    ("raw", "form"),
    [
        (b"no json", "claim_review"),
        (b"{}", "search"),
        (b"a,b\n1,2", "csv"),
        (b"\xff\xfe", "csv"),
        (b"[" * 100_000, "claim_review"),
    ],
)
def test_a_file_of_another_kind_fails_with_a_reason(editor, raw, form):
    job = take_in(editor, raw, form)
    assert job.state == "failed"
    assert job.reason
    assert FactCheck.objects.count() == 0


def test_only_editors_and_administrators_import(person):
    with pytest.raises(NotPermitted):
        imports.begin(b"{}", name="f", form="csv", by=person("rhea", Role.REVIEWER))
    assert Event.objects.count() == 0


def test_a_broken_line_among_good_ones_is_refused_alone():
    found = list(rows(json.dumps(REVIEW).encode() + b"\n{broken\n" + json.dumps(REVIEW).encode(), "claim_review"))
    assert [isinstance(item, Refused) for item in found] == [False, True, False]
