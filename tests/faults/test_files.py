"""Files, feeds and bodies made to break their readers, handed in at a running desk (F26, F47–F53, F55, F56, F60, F63–F66)."""

import html
import re

import pytest

from tests.faults.visitor import TIMEOUT, Visitor
from tests.faults.world import FEEDS
from tests.ingest import bad

pytestmark = pytest.mark.faults
GOOD = (bad.WORDS * 3).encode()


@pytest.fixture
def visitor(desk):
    with Visitor(desk) as visitor:
        yield visitor


def kept(desk):
    return sorted(path.name for path in (desk.data / "originals").rglob("*") if path.is_file())


def refused(desk, visitor, outside, wanted):
    """Each is refused by name with a sentence; no row, no file, and nobody outside was asked (I3, I6)."""
    files = {name: make() for name, make in bad.files().items() if re.search(wanted, name)}
    assert files
    before = desk.ask("rows"), kept(desk)
    # under plain names: a browser and the desk would change the stranger ones on their way
    files = {f"{n}{name[name.rindex('.') :]}": raw for n, (name, raw) in enumerate(files.items()) if raw}
    for at in range(0, len(files), 10):
        some = dict(list(files.items())[at : at + 10])
        page = visitor.upload(some)
        assert page.status == 422
        told = [line for line in html.unescape(page.text).split("\n") if re.search(r"\.(docx|pdf|html|txt): ", line)]
        assert [name for name in some if not any(f"{name}: " in line for line in told)] == []
    assert (desk.ask("rows"), kept(desk)) == before
    assert outside.canary.heard == []


@pytest.mark.fault("F47")
def test_word_files_that_unpack_to_more_than_a_disk(desk, visitor, outside):
    refused(desk, visitor, outside, r"^bomb.*docx")


@pytest.mark.fault("F48")
def test_word_files_of_too_many_parts_and_parts_with_paths(desk, visitor, outside):
    refused(desk, visitor, outside, r"^(thousand|many)-parts|^name |^symlink")


@pytest.mark.fault("F49")
def test_word_files_with_entities(desk, visitor, outside):
    refused(desk, visitor, outside, r"^entity-.*docx")


@pytest.mark.fault("F50")
def test_pdfs_that_inflate(desk, visitor, outside):
    refused(desk, visitor, outside, r"^flate.*pdf|^filter-")


@pytest.mark.fault("F51")
def test_pdfs_that_lead_in_circles_and_files_that_end_their_reader(desk, visitor, outside):
    refused(desk, visitor, outside, r"^(tree|root|form|count).*pdf|^deep.*(pdf|docx)")


@pytest.mark.fault("F52")
def test_pdfs_locked_cut_empty_or_scanned(desk, visitor, outside):
    refused(desk, visitor, outside, r"^(encrypted|cut|only|no-pages|scanned).*pdf")
    page = html.unescape(visitor.upload({name: bad.files()[name]() for name in ("encrypted.pdf", "scanned.pdf")}).text)
    assert "encrypted.pdf: This file is protected by a password." in page
    assert "scanned.pdf: This PDF holds no text: it seems to be scanned." in page


@pytest.mark.fault("F53")
def test_files_that_are_not_what_they_are_called(desk, visitor, outside):
    refused(
        desk,
        visitor,
        outside,
        r"^(program|page|words|word-file|pdf|old-word|elf|rich|png|gzip|macros|sheet)\b.*(docx|pdf|txt)$",
    )


@pytest.mark.fault("F55")
def test_pages_deeper_and_wider_than_any(desk, visitor, outside):
    refused(desk, visitor, outside, r"^(deep|million|thousands|open-tag).*html")


@pytest.mark.fault("F56")
def test_texts_in_every_encoding_are_read_or_refused(desk, visitor):
    odd = {
        name: raw
        for name, raw in bad.odd_files().items()
        if re.search(r"^(utf|cp|iso|koi|shift|big5|broken).*txt", name)
    }
    for name, raw in odd.items():
        before = desk.ask("rows")["Article"]
        page = visitor.upload({name: raw})
        taken = desk.ask("rows")["Article"] - before
        assert (page.status, taken) in ((422, 0), (200, 1)), name
        if taken:
            text = desk.ask("text_of", number=page.article)
            assert "�" not in text or name.startswith(("broken", "big5", "shift")), name
            assert desk.ask("original_of", number=page.article) == raw.hex()
            desk.through(page.article)


@pytest.mark.fault("F60")
def test_ten_thousand_marks_on_one_letter_and_families_without_end(desk, visitor):
    for text in (
        "Officials" + "\u0301" * 10_000 + " said so.",
        "Officials said: " + "👩\u200d👩\u200d👧\u200d👦" * 14_000,
    ):
        page = visitor.submit(text)
        assert page.status == 200
        assert desk.ask("text_of", number=page.article) == text
        desk.through(page.article)
        assert visitor.get(f"/articles/{page.article}/").status == 200


@pytest.mark.fault("F64")
def test_a_body_of_ten_thousand_fields_or_files(desk, visitor):
    before = desk.ask("rows")
    assert visitor.post("/articles/new/", **{f"f{n}": "x" for n in range(10_000)}).status in (400, 413)
    assert visitor.upload({f"{n}.txt": GOOD for n in range(10_000)}).status in (400, 413)
    assert desk.ask("rows") == before


@pytest.mark.fault("F65")
def test_json_that_is_deep_endless_or_said_twice(desk):
    with Visitor(desk, "editor") as editor:
        for name in ("deep", "deep and closed", "deep objects", "long number", "nan", "infinite", "twice said"):
            form, raw = bad.imports()[name]
            assert editor.upload({f"{name}.json": raw}, path="/imports/", field="file", form=form).status == 200
        assert desk.until(lambda: all(one["state"] in ("done", "failed") for one in desk.ask("imports")))
        assert [one for one in desk.ask("imports") if not (one["reason"] or one["refused"])] == []
        assert desk.ask("fact_checks") == 0
        deep = editor.session.post(
            f"{editor.root}/articles/new/",
            data="[" * 100_000,
            headers={"Content-Type": "application/json"},
            timeout=TIMEOUT,
        )
        assert deep.status_code in (400, 403, 422)


NAMES = [
    "../../x.txt",
    "..\\..\\x.txt",
    "/etc/passwd.txt",
    "x" * 300 + ".txt",
    "a\nb.txt",
    "a\r\nX: y.txt",
    "\u202etxt.exe.txt",
    "con.txt",
    'a";x="b.txt',
    "~.txt",
    "%00.txt",
    "$(id).txt",
]


@pytest.mark.fault("F66")
def test_file_names_with_paths_line_ends_and_other_mischief(desk, visitor):
    before = kept(desk)
    for number, name in enumerate(NAMES):
        page = visitor.upload({name: GOOD + b"Number %d." % number})
        if page.status == 422:  # such a name is refused
            continue
        answer = visitor.session.get(f"{visitor.root}/articles/{page.article}/original/", timeout=TIMEOUT)
        said = answer.headers["Content-Disposition"]
        assert said.startswith("attachment")
        assert not re.search(r"[\r\n/\\\u202e]|\.\.", said), said
        assert "X" not in answer.headers
    new = [name for name in kept(desk) if name not in before]
    assert len(new) >= 5
    assert [name for name in new if not re.fullmatch(r"[0-9a-f]{64}", name)] == []


@pytest.mark.fault("F63")
def test_feeds_that_explode_or_never_end_or_repeat_themselves(desk, outside):
    desk.arm(overdue=60)  # of so many rows each would be sent again every second
    feeds = {name: desk.ask("add_feed", address=f"http://{name}.example/feed") for name in FEEDS}
    desk.until(lambda: all(desk.ask("feed", number=pk)["over"] for pk in feeds.values()))
    found = {name: desk.ask("feed", number=pk) for name, pk in feeds.items()}
    assert {name: (one["state"], one["entries"]) for name, one in found.items()} == {
        "feed-bomb": ("failed", 0),
        "feed-outside": ("failed", 0),
        "feed-endless": ("done", 200),
        "feed-twice": ("done", 2),
        "feed-dates": ("done", 4),
    }
    assert found["feed-bomb"]["trouble"]
    assert found["feed-dates"]["dated"] == []
    assert desk.until(lambda: desk.ask("fetches_that_wait") == 0, 120)
    desk.holds()
    assert outside.canary.heard == []


@pytest.mark.fault("F26")
def test_a_message_for_an_old_text_comes_after_the_new_one(desk):
    desk.arm()
    first = desk.submit(text="", address="http://changing.example/story")
    desk.through(first)
    second = desk.submit(text="", address="http://changing.example/story")
    desk.through(first)
    assert desk.until(lambda: len(desk.ask("runs_of", number=first)) == 2, 20), desk.ask("outcome", number=second)
    desk.through(first)
    before = desk.ask("rows")
    old, new = desk.ask("runs_of", number=first)
    assert (old["state"], new["state"], second > first) == ("done", "done", True)
    desk.ask("send", task="claims.extract", number=old["run"], times=3)
    later = desk.submit()
    desk.done(later)
    after = desk.ask("rows")
    assert (after["Claim"], after["ExtractionRun"]) == (before["Claim"] + 3, before["ExtractionRun"] + 1)
