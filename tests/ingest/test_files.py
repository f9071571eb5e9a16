"""Files become articles, whole or not at all; each is read in a real child process."""

import io

import pytest
from django.core.files.storage import default_storage
from django.core.management import CommandError, call_command

from claims.ingest import documents, files
from claims.ingest.articles import Unacceptable
from claims.models import Article, Event, ExtractionRun, Fetch, Role, TextVersion
from claims.record.refusals import NotPermitted
from tests.ingest.test_documents import docx

pytestmark = pytest.mark.django_db

TEXT = b"Officials closed the bridge on Monday.\n\nNobody was hurt, the River Board said."
HTML = (
    b"<html><head><title>Bridge closed</title><link rel=canonical href='https://daily.example/bridge'></head><body><article>"
    b"<h1>Bridge closed</h1>"
    + b"<p>Officials closed the bridge over the river on Monday after inspectors found cracks.</p>" * 8
    + b"</article></body></html>"
)


@pytest.fixture(autouse=True)
def private(settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path
    return tmp_path


@pytest.fixture
def cora(person):
    return person("cora", Role.CONTRIBUTOR)


def kept(folder):
    return [path for path in folder.rglob("*") if path.is_file()]


def test_the_text_is_stored_with_its_original_and_waits_to_be_read(cora):
    article = files.submit_file(TEXT, name="bridge.txt", by=cora).article
    version = article.texts.get()
    assert version.text == TEXT.decode()
    with default_storage.open(version.original.name) as original:
        assert original.read() == TEXT
    assert version.runs.get().state == "queued"


def test_a_saved_page_names_its_title_and_its_address(cora):
    article = files.submit_file(HTML, name="saved.html", by=cora).article
    assert (article.title, article.address, article.canonical_address) == (
        "Bridge closed",
        "https://daily.example/bridge",
        None,
    )


def test_a_word_file_becomes_an_article(cora):
    article = files.submit_file(docx(), name="note.DOCX", by=cora).article
    assert "Officials closed the bridge & the road." in article.texts.get().text


def test_one_key_serves_several_files_and_each_is_taken_in_once(cora):
    taken = [files.submit_file(raw, name="a.txt", by=cora, key="k") for raw in (TEXT, TEXT + b" Later.", TEXT)]
    assert [one.repeated for one in taken] == [False, False, True]
    assert Article.objects.count() == 2


BAD = {
    "empty.txt": b"",
    "no-words.txt": b" \n ",
    "nul.txt": b"Officials\x00 closed it.",
    "wrong.pdf": b"not a pdf at all",
    "program.txt": b"MZ\x90\x00" + b"x" * 100,
    "macro.docm": b"PK\x03\x04",
    "zip.docx": b"PK\x03\x04 broken",
    "noending": TEXT,
    "nul\x00name": TEXT,
    "large.txt": b"x" * (documents.MOST_BYTES + 1),
    "broken.pdf": b"%PDF-1.7\n1 0 obj <<>> endobj trailer",
}


@pytest.mark.parametrize("name", BAD)
def test_a_bad_file_is_refused_with_a_sentence_and_leaves_nothing(cora, private, name):
    with pytest.raises(Unacceptable) as refusal:
        files.submit_file(BAD[name], name=name, by=cora)
    assert refusal.value.message.endswith(".")
    assert (Article.objects.count(), TextVersion.objects.count(), Event.objects.count()) == (0, 0, 0)
    assert kept(private) == []


def test_who_may_not_add_articles_may_not_add_files(person):
    with pytest.raises(NotPermitted):
        files.submit_file(TEXT, name="a.txt", by=person("vera", Role.VIEWER))


# --- the command ---------------------------------------------------------------------------------------------------


def ingest(*given, by="cora"):
    told, refused = io.StringIO(), io.StringIO()
    call_command("ingest", *map(str, given), by=by, stdout=told, stderr=refused)
    return told.getvalue()


def test_the_command_takes_in_files_and_addresses(cora, tmp_path):
    (tmp_path / "bridge.txt").write_bytes(TEXT)
    told = ingest(tmp_path / "bridge.txt", "https://daily.example/bridge")
    assert told.count("/articles/") == 2
    assert (ExtractionRun.objects.count(), Fetch.objects.count()) == (1, 1)


def test_the_command_goes_on_after_a_refusal_and_says_so(cora, tmp_path):
    (tmp_path / "bridge.txt").write_bytes(TEXT)
    with pytest.raises(CommandError, match="3 of 4 refused"):
        ingest("file:///etc/passwd", tmp_path / "missing.txt", "http://x@y/", tmp_path / "bridge.txt")
    assert Article.objects.count() == 1


def test_the_command_knows_its_account(db):
    with pytest.raises(CommandError, match="no active account"):
        ingest("https://daily.example/", by="nobody")
