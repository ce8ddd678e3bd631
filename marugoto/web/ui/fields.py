"""A date as people write it: 令和8年11月24日, R8.11.24, 2026/11/24, in half or full width; the page says how it was read."""

import re
import unicodedata
from collections.abc import Iterable
from datetime import date, time
from typing import Any, cast

from django import forms
from django.core.files.uploadedfile import UploadedFile
from django.utils.translation import gettext_lazy as _

from marugoto.kernel import era
from marugoto.kernel.decision import Refused

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
        return era.say_whole_day(value)


class TimeWords(forms.TimeField):
    """14:30, 14時30分, 14時; in half or full width."""

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(
            input_formats=["%H:%M", "%H時%M分", "%H時"],
            widget=forms.TextInput(attrs={"autocomplete": "off", "size": 8}),
            error_messages={"invalid": _("「14:30」のように書いてください。")},
            **kwargs,
        )

    def to_python(self, value: Any) -> Any:
        return super().to_python(unicodedata.normalize("NFKC", value).strip() if isinstance(value, str) else value)


MOMENT = re.compile(
    r"(?P<day>.+?)[ の]*(?P<hour>\d{1,2})(?::(?P<minute>\d{2})|時(?:(?P<said>\d{1,2})分|(?P<half>半))?)"
)


class MomentWords(DateWords):
    """A day and, as far as it is known, the time: R8.11.28 14:30, 11月28日 14時半. Cleans to (`date`, `time` or None), or to None."""

    def to_python(self, value: Any) -> Any:
        words = unicodedata.normalize("NFKC", str(value or "")).strip()
        found = MOMENT.fullmatch(words)
        day = super().to_python(found["day"] if found else words)
        return None if day is None else (day, self._hour(found) if found else None)

    def _hour(self, found: re.Match[str]) -> time:
        minute = 30 if found["half"] else int(found["minute"] or found["said"] or 0)
        try:
            return time(int(found["hour"]), minute)
        except ValueError as wrong:
            raise forms.ValidationError(_("「14:30」のような時刻を書いてください。"), code="time") from wrong


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
