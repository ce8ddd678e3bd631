"""A date as people write it: 令和8年11月24日, R8.11.24, 2026/11/24, in half or full width; the page says how it was read."""

from collections.abc import Iterable
from datetime import date
from typing import Any, cast

from django import forms
from django.core.files.uploadedfile import UploadedFile
from django.utils.translation import gettext_lazy as _

from marugoto.kernel import era
from marugoto.kernel.decision import Refused

WEEK = "月火水木金土日"
BIRTH_HINT = _("例: 昭和31年4月1日、S31.4.1、1956/4/1")
HINT = _("令和8年11月24日、R8.11.24、2026/11/24 のどれでも書けます。")


class DateWordsInput(forms.TextInput):
    """One line of text; a date that is already known is shown in the words of the era."""

    def __init__(self, attrs: dict[str, Any] | None = None) -> None:
        super().__init__({"autocomplete": "off", **(attrs or {})})

    def format_value(self, value: Any) -> str | None:
        return era.say_era(value) if isinstance(value, date) else super().format_value(value)


class DateWords(forms.Field):
    """Cleans to a `date` or None."""

    widget = DateWordsInput

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(**({"help_text": HINT} | kwargs))

    def to_python(self, value: Any) -> date | None:
        if isinstance(value, date):
            return value
        words = str(value or "").strip()
        if not words:
            return None
        try:
            return era.read_day(words)
        except Refused as refused:
            raise forms.ValidationError(f"{refused.sentence}{refused.way_on}", code="date") from refused

    def has_changed(self, initial: Any, data: Any) -> bool:
        try:
            return self.to_python(data) != self.to_python(initial)
        except forms.ValidationError:
            return True

    def said(self, value: date) -> str:
        """The reading back, with the weekday, so that a slip is seen."""
        return f"{era.say_era(value)}({WEEK[value.weekday()]})"


class FilesInput(forms.FileInput):
    """Several files at once; on a telephone also the camera."""

    allow_multiple_selected = True

    def value_from_datadict(self, data: Any, files: Any, name: str) -> list[UploadedFile]:
        return list(files.getlist(name)) if hasattr(files, "getlist") else []


class Files(forms.FileField):
    """Cleans to a list of uploaded files, which may be empty. What is wrong with one of them is said by the action."""

    widget = FilesInput

    def clean(self, data: Any, initial: Any = None) -> list[UploadedFile]:
        return [one for one in data or [] if one]


def offer(form: forms.BaseForm, name: str, choices: Iterable[tuple[Any, Any]]) -> None:
    """Give a field of choices the ones of this moment (teams, members, places)."""
    cast(forms.ChoiceField, form.fields[name]).choices = list(choices)
