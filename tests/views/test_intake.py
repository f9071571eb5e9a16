"""Files on the intake form, what an address fills in, and originals that are only ever attachments."""

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from claims.models import Article, Likeness, Role
from tests.factories import ArticleFactory, TextVersionFactory

pytestmark = pytest.mark.django_db

TEXT = b"Officials closed the bridge on Monday.\n\nNobody was hurt, the River Board said."


@pytest.fixture(autouse=True)
def _private_folder(settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path


@pytest.fixture
def triager(client, person):
    client.force_login(person("tara", Role.TRIAGER))
    return client


def send(client, *files, **said):
    given = [SimpleUploadedFile(name, raw) for name, raw in files]
    return client.post(reverse("article_new"), {"key": "k1", "text": "", "upload": given, **said})


def test_one_file_becomes_the_article_that_is_shown_next(triager):
    answer = send(triager, ("bridge.txt", TEXT), title="The bridge")
    article = Article.objects.get()
    assert answer.url == article.get_absolute_url()
    assert article.title == "The bridge"


def test_several_files_become_articles_of_their_own(triager):
    answer = send(triager, ("a.txt", TEXT), ("b.txt", TEXT + b" Later."), title="Of one of them only")
    assert answer.url == reverse("articles")
    assert list(Article.objects.values_list("title", flat=True)) == ["", ""]


def test_a_refused_file_is_named_and_the_others_are_taken_in(triager):
    answer = send(triager, ("a.txt", TEXT), ("b.pdf", b"no pdf"), ("c.exe", b"MZ"))
    page = answer.content.decode()
    assert answer.status_code == 422
    assert "b.pdf: The file" in page
    assert "c.exe: Only txt, html, docx and pdf" in page
    assert "Taken in:" in page
    assert Article.objects.count() == 1


def test_files_sent_again_are_the_same_articles(triager):
    assert send(triager, ("a.txt", TEXT)).url == send(triager, ("a.txt", TEXT)).url


def test_a_text_and_files_at_once_are_asked_back(triager):
    answer = send(triager, ("a.txt", TEXT), text="Officials opened it again.")
    assert answer.status_code == 422
    assert Article.objects.count() == 0


def test_an_address_fills_in_the_form(triager):
    form = triager.get(reverse("article_new"), {"address": "https://a.example/", "text": "Selected words"}).context[
        "form"
    ]
    assert (form["address"].value(), form["text"].value()) == ("https://a.example/", "Selected words")


def test_more_files_than_one_form_takes_are_counted_in_the_form(triager, settings):
    answer = send(triager, *((f"{n}.txt", TEXT) for n in range(settings.MOST_FILES + 1)), title="Typed")
    page = answer.content.decode()
    assert answer.status_code == 422
    assert "At most 10 files can be taken in at once; these are 11." in page
    assert "Typed" in page
    assert not Article.objects.exists()


def test_the_bookmarklet_opens_this_desk(triager):
    page = triager.get(reverse("article_new")).content.decode()
    assert "open(&#x27;http://testserver/articles/new/?" in page


def test_an_original_is_only_ever_an_attachment(triager):
    send(
        triager,
        (
            "page.html",
            b"<html><body><script>alert(1)</script>"
            + b"<p>Officials closed the bridge on Monday after inspectors found cracks in it.</p>" * 9,
        ),
    )
    answer = triager.get(reverse("article_original", args=[Article.objects.get().pk]))
    assert answer["Content-Disposition"].startswith("attachment;")
    assert answer["Content-Type"] == "application/octet-stream"
    assert answer["X-Content-Type-Options"] == "nosniff"
    assert "sandbox" in answer["Content-Security-Policy"]
    answer.close()


def test_an_article_without_an_original_has_none_to_give(triager):
    version = TextVersionFactory()
    assert triager.get(reverse("article_original", args=[version.article_id])).status_code == 404


def test_an_article_says_which_older_one_it_repeats(triager):
    older, newer = ArticleFactory(title="First print"), TextVersionFactory().article
    Likeness.objects.create(article=newer, other=older, kind="same_text", similarity=1)
    page = triager.get(newer.get_absolute_url()).content.decode()
    assert "This text is here already:" in page
    assert older.get_absolute_url() in page


def test_an_article_found_to_be_an_older_one_leads_there_and_says_so(triager):
    older = TextVersionFactory().article
    newer = ArticleFactory(same_as=older)
    answer = triager.get(newer.get_absolute_url(), follow=True)
    assert answer.redirect_chain[-1][0] == older.get_absolute_url()
    assert "The page was here already." in answer.content.decode()


def test_what_is_of_one_article_is_told_as_given_to_none_of_several_files(triager):
    send(triager, ("a.txt", TEXT), ("b.txt", TEXT + b" Later."), title="Of one of them only", dated="2026-03-02")
    page = triager.get(reverse("articles")).content.decode()
    assert "given to none of these files (Of one of them only, 2026-03-02)" in page
    assert "Taken in: a.txt" in page


def test_what_was_stored_of_several_files_is_not_denied(triager):
    page = send(triager, ("a.txt", TEXT), ("b.txt", TEXT + b" Later."), ("bad.odt", b"x")).content.decode()
    assert "Nothing was stored yet" not in page
    assert "2 files taken in, bad.odt refused." in page


def test_a_page_of_which_nothing_was_stored_says_so(triager):
    assert "Nothing was stored yet" in send(triager, ("bad.odt", b"x"), ("worse.odt", b"y")).content.decode()


def test_the_list_finds_an_article_by_the_heading_that_it_shows(triager):
    shown = ArticleFactory(title="", opening="Officials closed the swing bridge …")
    page = triager.get(reverse("articles"), {"q": "SWING bridge"}).content.decode()
    assert shown.get_absolute_url() in page


@pytest.mark.parametrize(
    ("text", "taken"),
    [
        ("<!DOCTYPE html><html><body>Officials closed it.</body></html>", False),
        ("<p>Officials closed the bridge.</p>\n<p>Nobody was hurt.</p>", False),
        ("<b>Officials</b> closed the bridge, 3 < 4.", True),
        ("The page ended with </p> and then </p> once more.", True),
    ],
)
def test_the_code_of_a_page_is_not_taken_for_its_words(triager, text, taken):
    answer = triager.post(reverse("article_new"), {"key": "k1", "text": text})
    assert Article.objects.exists() is taken
    assert ("the code of a web page" in answer.content.decode()) is not taken


@pytest.mark.parametrize("dated", ["2999-01-01", "0001-01-01"])
def test_an_impossible_date_is_refused_beside_its_field_and_the_text_stays(triager, dated):
    answer = send(triager, text=TEXT.decode(), dated=dated)
    assert answer.status_code == 422
    assert answer.context["form"].errors.keys() == {"dated"}
    assert "Officials closed the bridge on Monday." in answer.content.decode()
    assert Article.objects.count() == 0


def test_of_one_file_that_is_refused_nothing_is_told_of_several(triager):
    page = send(triager, ("bad.odt", b"x"), title="The bridge").content.decode()
    assert "bad.odt" in page
    assert "given to none of these files" not in page
