"""The design system keeps its own promises: contrast in both themes, no colour outside the tokens, no inline style."""

import re
from pathlib import Path

import pytest
from django.conf import settings

STYLESHEET = (settings.BASE_DIR / "claims/static/claims/desk.css").read_text()
TOKENS = dict(re.findall(r"--([\w-]+):\s*light-dark\((.+?)\);", STYLESHEET))
TEMPLATES = sorted((settings.BASE_DIR / "templates").rglob("*.html"))

# What is read on what: ink, ground (WCAG 2.2 AA, 1.4.3: at least 4.5 to 1).
READ_ON = [
    *[(ink, ground) for ink in ("ink", "ink-soft", "ink-faint", "act") for ground in ("paper", "sheet")],
    *[(ink, "well") for ink in ("ink", "ink-soft")],
    *[(state, f"{state}-soft") for state in ("good", "warn", "bad", "calm")],
    *[(state, ground) for state in ("good", "warn", "bad") for ground in ("paper", "sheet")],
    ("act-strong", "act-soft"),
    ("act-ink", "act"),
    ("act-ink", "act-strong"),
    ("ink", "mark-content"),
    ("ink", "mark-lit"),
    ("mark-source", "paper"),
    ("mark-source", "mark-content"),
    ("mark-source", "mark-lit"),
]
# What must be told apart from its ground though it is no text (1.4.11: at least 3 to 1).
SEEN_ON = [
    ("line-strong", "sheet"),
    ("line-strong", "paper"),
    ("focus", "paper"),
    ("focus", "sheet"),
    ("mark-cue", "paper"),
]

# Django's own marks, and the scripts and comments that nobody reads.
NO_WORDS = re.compile(
    r"\{% (blocktrans|blocktranslate|comment)\b.*?\{% end\1 %\}|\{%.*?%\}|\{\{.*?\}\}|\{#.*?#\}|<!--.*?-->|<script.*?</script>",
    re.DOTALL,
)


def brightness(colour):
    """Relative luminance as WCAG 2.2 defines it."""
    parts = [int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5)]
    red, green, blue = (c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one, other, theme):
    light, dark = sorted((brightness(TOKENS[name].split(", ")[theme]) for name in (one, other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


@pytest.mark.parametrize("theme", [0, 1], ids=["light", "dark"])
@pytest.mark.parametrize(("ink", "ground"), READ_ON)
def test_what_is_read_has_the_contrast_of_level_aa(ink, ground, theme):
    assert contrast(ink, ground, theme) >= 4.5


@pytest.mark.parametrize("theme", [0, 1], ids=["light", "dark"])
@pytest.mark.parametrize(("line", "ground"), SEEN_ON)
def test_what_is_seen_has_the_contrast_of_level_aa(line, ground, theme):
    assert contrast(line, ground, theme) >= 3


def test_colours_are_named_once_as_tokens():
    after_tokens = STYLESHEET.split("/* 2 Ground")[1]
    assert re.findall(r"#[0-9a-f]{3,8}\b(?!\w)", after_tokens) == []


@pytest.mark.parametrize("template", TEMPLATES, ids=lambda path: path.name)
def test_no_template_holds_inline_style_or_script(template):
    text = template.read_text()
    assert not re.search(r"""\sstyle=|<style|\son\w+=["']|hx-on|javascript:""", text)
    assert not re.search(r"<script(?![^>]*(\ssrc=|application/ld\+json))", text)


@pytest.mark.parametrize("template", TEMPLATES, ids=lambda path: path.name)
def test_every_word_of_a_template_can_be_translated(template):
    text = re.sub(r"<[a-z][^<>]*>", "<>", NO_WORDS.sub(" ", template.read_text()))
    words = [word.strip() for word in re.findall(r">([^<>]*[A-Za-z]{3,}[^<>]*)<", f">{text}<")]
    assert [word for word in words if not word.startswith(("SHA-256", "data-single-keys"))] == []


def test_scripts_are_small_and_load_nothing():
    for script in sorted((settings.BASE_DIR / "claims/static/claims/js").glob("*.js")):
        text = script.read_text()
        assert len(text.splitlines()) <= 250, script.name
        assert "import(" not in text, script.name
        assert "eval(" not in text, script.name
        assert not re.search(r"innerHTML\s*=", text), script.name


def test_the_stylesheet_is_one():
    assert [path.name for path in Path(settings.BASE_DIR / "claims/static/claims").rglob("*.css")] == ["desk.css"]
