"""Widgets are written as Django's templates write them, character by character."""

import pytest
from django import forms
from django.forms.renderers import DjangoTemplates
from django.utils.html import mark_safe

from claims.forms.rendering import _WRITERS, DeskRenderer

ODD = """<b>"it's" & more</b>\u202e"""
CHOICES = [("", "—"), ("a", ODD), (ODD, "b"), (ODD, [(1, "one"), ("c", ODD)])]
ATTRS = {"class": ODD, "required": True, "disabled": False, "rows": 5, "data-key": None, "title": mark_safe("&lt;")}
INPUTS = (
    *(forms.TextInput, forms.NumberInput, forms.EmailInput, forms.URLInput, forms.PasswordInput, forms.HiddenInput),
    *(forms.DateInput, forms.DateTimeInput, forms.TimeInput, forms.CheckboxInput, forms.FileInput, forms.Textarea),
    forms.ClearableFileInput,
)
CHOOSERS = (forms.Select, forms.RadioSelect, forms.CheckboxSelectMultiple, forms.SelectMultiple)


def both(widget, value):
    return [
        widget.render(ODD, value, attrs={"id": "id_it"}, renderer=made()) for made in (DeskRenderer, DjangoTemplates)
    ]


@pytest.mark.parametrize("value", [None, "", ODD, mark_safe("&amp;"), 0, 12, True, False, ["a", ODD]])
@pytest.mark.parametrize("kind", INPUTS)
def test_an_input_is_written_as_by_the_template(kind, value):
    ours, djangos = both(kind(attrs=ATTRS), value)
    assert ours == djangos


@pytest.mark.parametrize("value", [None, "", "a", ODD, 1, ["a", 1]])
@pytest.mark.parametrize("kind", CHOOSERS)
def test_a_choice_is_written_as_by_the_template(kind, value):
    ours, djangos = both(kind(attrs=ATTRS, choices=CHOICES), value)
    assert ours == djangos


@pytest.mark.parametrize("renderer", [DeskRenderer, DjangoTemplates])
def test_the_options_of_a_radio_field_can_be_laid_out_one_by_one(renderer):
    class Form(forms.Form):
        it = forms.ChoiceField(choices=CHOICES[:3], widget=forms.RadioSelect)

    tags = [option.tag() for option in Form({"it": "a"}, renderer=renderer())["it"]]
    assert tags[1] == '<input type="radio" name="it" value="a" id="id_it_1" required checked>'


def test_a_file_that_is_there_already_is_shown_with_the_template():
    class Kept:
        url = "/kept/"

        def __str__(self):
            return ODD

    ours, djangos = both(forms.ClearableFileInput(), Kept())
    assert ours == djangos
    assert "/kept/" in ours


def test_most_widgets_of_the_desk_need_no_template():
    assert {widget().template_name for widget in INPUTS} <= _WRITERS.keys()
