"""Each form has fields of its own, as Django copies them."""

import copy

import pytest
from django import forms

from claims.forms.copies import quickly_copied
from claims.forms.review import EvidenceForm, ReviewForm


def told(one):
    """All that a field or a widget holds; choices are compared, not told apart."""
    values = {name: value for name, value in vars(one).items() if name not in ("widget", "validators")}
    return values | {name: list(value) for name, value in values.items() if name in ("choices", "_choices")}


@pytest.mark.parametrize("kind", [ReviewForm, EvidenceForm])
def test_a_copy_holds_what_djangos_copy_holds(kind):
    for name, field in copy.deepcopy(kind.base_fields).items():
        like = copy.deepcopy(kind.declared_fields[name])
        assert (type(field), type(field.widget)) == (type(like), type(like.widget))
        assert told(field) == told(like)
        assert told(field.widget) == told(like.widget)
        assert field.validators == like.validators


@pytest.mark.parametrize("kind", [ReviewForm, EvidenceForm])
def test_what_is_changed_on_one_form_is_not_changed_on_another(kind):
    one, other = kind(), kind()
    for name, field in one.fields.items():
        before = copy.deepcopy(told(other.fields[name].widget)), list(other.fields[name].validators)
        field.widget.attrs["data-mine"] = "yes"
        field.validators.append(len)
        field.error_messages["required"] = "Mine."
        field.required = field.widget.is_required = not field.required
        if isinstance(field, forms.ChoiceField):
            field.choices = [("mine", "Mine")]
        for fields in (other.fields, kind().fields):
            assert (told(fields[name].widget), fields[name].validators) == before
            assert fields[name].error_messages.get("required") != "Mine."
            assert fields[name].required is not field.required


def test_a_field_that_copies_itself_in_its_own_way_is_left_to_do_so():
    class Counted(forms.CharField):
        copies = 0

        def __deepcopy__(self, memo):
            type(self).copies += 1
            return super().__deepcopy__(memo)

    @quickly_copied
    class Form(forms.Form):
        counted = Counted()
        parts = forms.SplitDateTimeField()

    one, other = Form(), Form()
    assert Counted.copies == 2
    assert one.fields["parts"].widget.widgets[0] is not other.fields["parts"].widget.widgets[0]
