"""What is the same for everybody is written once, and nothing of anybody comes into it."""

import re

import pytest
from django.template import Context, Template, TemplateSyntaxError
from django.test import Client
from django.urls import set_script_prefix

from claims.models import Role, Slot
from claims.templatetags import alike
from tests.factories import ClaimFactory, PersonFactory


class Counted:
    """Says how often it was written; the same key however often."""

    def __init__(self):
        self.times = 0

    def __str__(self):
        self.times += 1
        return f"written {self.times}"


def template(inside, named=""):
    return Template(f"{{% load i18n alike %}}{{% alike {named} %}}{inside}{{% endalike %}}")


def test_it_is_written_once():
    it, page = Counted(), template("{{ it }}", "it=it")
    assert [page.render(Context({"it": it})) for _ in range(3)] == ["written 1"] * 3


def test_nothing_of_the_page_can_be_seen_inside(rf):
    page = template("{{ user }}{{ request.path }}{{ csrf_token }}{% csrf_token %}{{ messages }}.")
    told = {"user": "Rhea", "request": rf.get("/queue/"), "csrf_token": "secret", "messages": ["Your review is in."]}
    assert page.render(Context(told)) == "."


def test_what_is_named_tells_one_writing_from_another():
    page = template("{{ roles|join:', ' }}", "roles=roles")
    told = [("Reviewer",), ("Editor", "Reviewer"), ("Reviewer",)]
    assert [page.render(Context({"roles": roles})) for roles in told] == ["Reviewer", "Editor, Reviewer", "Reviewer"]


def test_each_language_has_its_own(monkeypatch):
    it, page = Counted(), template("{{ it }}", "it=it")
    for language in ("en", "de", "en"):
        monkeypatch.setattr(alike, "get_language", lambda told=language: told)
        page.render(Context({"it": it}))
    assert it.times == 2


def test_links_begin_with_the_prefix_of_the_desk():
    page = template("{% url 'queue' %}")
    assert page.render(Context()) == "/queue/"
    set_script_prefix("/desk/")
    try:
        assert page.render(Context()) == "/desk/queue/"
    finally:
        set_script_prefix("/")


def test_what_is_named_is_escaped_as_anywhere():
    assert template("{{ name }}", "name=name").render(Context({"name": "<b>"})) == "&lt;b&gt;"


def test_a_block_inside_is_refused():
    with pytest.raises(TemplateSyntaxError, match="block"):
        template("{% block head %}{% endblock %}")


def test_what_it_is_told_has_a_name():
    with pytest.raises(TemplateSyntaxError, match="roles"):
        template("", "roles")


def test_it_does_not_keep_more_and_more():
    page = template("{{ n }}", "n=n")
    [node] = page.nodelist.get_nodes_by_type(alike.AlikeNode)
    written = [page.render(Context({"n": n})) for n in range(alike.MOST + 5)]
    assert written == [str(n) for n in range(alike.MOST + 5)]
    assert len(node.written) == alike.MOST


@pytest.fixture
def bench(db):
    """Open the bench of a reviewer of this name, and tell their client and slot."""

    def take(name, **more):
        client = Client()
        person = PersonFactory(username=name, display_name=name, roles=[Role.REVIEWER], **more)
        client.force_login(person)
        client.post("/queue/")
        return client, Slot.objects.get(holder=person)

    ClaimFactory.create_batch(2, queued=True)
    return take


def without_tokens(page):
    return re.sub(r'(csrfmiddlewaretoken" value=|X-CSRFToken": )"[^"]+"', r"\1", page)


def test_the_next_reviewer_reads_nothing_of_the_one_before(bench):
    (first, own), (second, other) = bench("Rhea-one", single_keys=False), bench("Remus-two")
    before = first.get(f"/reviews/{own.pk}/").text
    page = second.get(f"/reviews/{other.pk}/").text
    assert "Rhea-one" in before
    assert "Rhea-one" not in page
    assert own.token in before
    assert own.token not in page
    assert 'data-single-keys="on"' in page
    tokens = set(re.findall(r'csrfmiddlewaretoken" value="([^"]+)"', before))
    assert tokens
    assert not any(token in page for token in tokens)


@pytest.mark.parametrize("path", ["/", "/queue/", "/claims/", "/checks/"])
def test_a_page_after_another_persons_is_as_it_was_before(bench, path):
    client, _slot = bench("Rhea-one")
    before = client.get(path).text
    editor = Client()
    editor.force_login(PersonFactory(username="Edgar", display_name="Edgar", roles=[Role.EDITOR, Role.ADMINISTRATOR]))
    assert "Edgar" in editor.get(path).text
    assert without_tokens(client.get(path).text) == without_tokens(before)


def test_what_somebody_typed_and_was_refused_stays_theirs(bench):
    (first, own), (second, other) = bench("Rhea-one"), bench("Remus-two")
    fresh = without_tokens(second.get(f"/reviews/{other.pk}/").text)
    typed = {
        "token": own.token,
        "wording_number": "1",
        "verdict": "refuted",
        "rationale": "Only mine",
        "searched": "My archive",
        "evidence-TOTAL_FORMS": "1",
        "evidence-INITIAL_FORMS": "0",
        "evidence-0-address": "no address",
    }
    refused = first.post(f"/reviews/{own.pk}/", typed)
    assert refused.status_code == 422
    for word in ("Only mine", "My archive", "no address", "checked"):
        assert word in refused.text
    assert without_tokens(second.get(f"/reviews/{other.pk}/").text) == fresh


def test_a_draft_comes_back_to_its_writer_alone(bench):
    (first, own), (second, other) = bench("Rhea-one"), bench("Remus-two")
    fresh = without_tokens(second.get(f"/reviews/{other.pk}/").text)
    first.post(f"/reviews/{own.pk}/draft/", {"token": own.token, "rationale": "So far", "verdict": "refuted"})
    assert "So far" in first.get(f"/reviews/{own.pk}/").text
    assert without_tokens(second.get(f"/reviews/{other.pk}/").text) == fresh
