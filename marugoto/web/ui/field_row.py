"""How one field of a Django form is laid out: label above, hint under it, error between label and field."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import Any

from django import forms
from django.core import validators
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from marugoto.web.ui.fields import DateWords, DateWordsInput

SAYS_IT = re.compile("(?:書かなくて|選ばなくて)もよい")  # a label that says so itself needs no second word
DJANGO_SAYS = {
    "required": forms.Field.default_error_messages["required"],
    "min_value": validators.MinValueValidator.message,
    "max_value": validators.MaxValueValidator.message,
    "max_length": validators.MaxLengthValidator.message,
}


@dataclass(frozen=True)
class FieldRow:
    """`kind`: text, area, select, date, number, file, check (one box), or group (radio buttons, boxes: a fieldset)."""

    kind: str
    name: str
    label: str
    free_words: str
    must_words: str
    hint: str
    errors: tuple[str, ...]
    control: SafeString
    options: tuple[SafeString, ...] = ()
    reading: str = ""
    described_by: str = ""


@dataclass(frozen=True)
class ErrorRow:
    words: str
    label: str = ""
    name: str = ""


def row_of(bound: forms.BoundField, label: str = "", read: Callable[[str], str] = str) -> FieldRow:
    """`read` draws words that are written with their readings, 書[か]く."""
    kind = _kind(bound)
    name = bound.auto_id or bound.html_name
    errors = tuple(_error_words(bound))
    said = [f"{name}-hint"] * bool(bound.help_text) + [f"{name}-bad"] * bool(errors)
    described_by = " ".join(said)
    attrs: dict[str, Any] = (
        {"id": name}
        | ({"aria-describedby": described_by} if said else {})
        | ({"aria-invalid": "true"} if errors else {})
    )
    if bound.field.widget.attrs.get("placeholder") == bound.label:
        attrs["placeholder"] = False  # the label says it, and stays when something is written
    return FieldRow(
        kind=kind,
        name=name,
        label=read(label or str(bound.label)),
        free_words=read(_free_words(bound, kind)),
        must_words=read(_("必ず")) if _must(bound) else "",
        hint=read(str(bound.help_text or "")),
        errors=tuple(read(one) for one in errors),
        control=SafeString("") if kind == "group" else bound.as_widget(attrs=attrs),
        options=_options(bound) if kind == "group" else (),
        reading=_reading(bound),
        described_by=described_by,
    )


def errors_of(form: forms.BaseForm, read: Callable[[str], str] = str) -> list[ErrorRow]:
    """All that is to be put right, in the order of the form; what concerns the whole form comes first."""
    rows = [ErrorRow(read(str(error))) for error in form.non_field_errors()]
    for bound in form:
        rows += [
            ErrorRow(read(words), read(str(bound.label)), bound.auto_id or bound.html_name)
            for words in _error_words(bound)
        ]
    return rows


def _error_words(bound: forms.BoundField) -> list[str]:
    """What to do, instead of what is wrong: Django's own words are replaced, the form's are kept."""
    return [words for error in bound.errors.as_data() for words in (_todo(bound, error) or error.messages)]


def _todo(bound: forms.BoundField, error: forms.ValidationError) -> list[str]:
    if error.message != DJANGO_SAYS.get(error.code or ""):
        return []
    limit = (error.params or {}).get("limit_value")
    if error.code == "required":
        return [_("選んでください。") if _kind(bound) in {"group", "select", "file"} else _("書いてください。")]
    said = {
        "min_value": _("%(limit)s以上で書いてください。"),
        "max_value": _("%(limit)s以下で書いてください。"),
        "max_length": _("%(limit)s文字までで書いてください。"),
    }
    return [said[error.code or ""] % {"limit": limit}]


def _kind(bound: forms.BoundField) -> str:
    widget = bound.field.widget
    if isinstance(widget, forms.RadioSelect | forms.CheckboxSelectMultiple):
        return "group"
    kinds: tuple[tuple[type[forms.Widget], str], ...] = (
        (forms.CheckboxInput, "check"),
        (forms.Textarea, "area"),
        (forms.Select, "select"),
        (DateWordsInput, "date"),
        (forms.NumberInput, "number"),
        (forms.FileInput, "file"),
    )
    return next((kind for cls, kind in kinds if isinstance(widget, cls)), "text")


def _free_words(bound: forms.BoundField, kind: str) -> str:
    if bound.field.required or kind == "check" or bound.field.disabled or SAYS_IT.search(str(bound.label)):
        return ""
    if bound.name in getattr(bound.form, "at_times", ()):  # some answers ask for it: the hint says which
        return ""
    if getattr(bound.form, "all_free", False) or getattr(bound.form, "must_marked", False):  # the page says it once
        return ""
    return _("選ばなくてもよい") if kind in {"group", "select", "file"} else _("書かなくてもよい")


def _must(bound: forms.BoundField) -> bool:
    """In a form of which nearly all may stay empty, what may not."""
    return getattr(bound.form, "must_marked", False) and bound.field.required


def _options(bound: forms.BoundField) -> tuple[SafeString, ...]:
    return tuple(
        format_html("<label for='{}'>{}<span>{}</span></label>", box.id_for_label, box.tag(), box.choice_label)
        for box in bound.subwidgets
    )


def _reading(bound: forms.BoundField) -> str:
    """How a date that was typed has been read."""
    if not isinstance(bound.field, DateWords) or not bound.form.is_bound or bound.errors:
        return ""
    value = getattr(bound.form, "cleaned_data", {}).get(bound.name)
    return bound.field.said(value) if isinstance(value, date) else ""
