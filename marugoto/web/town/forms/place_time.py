"""When a place is open, line by line, and the days that differ."""

from collections.abc import Iterable
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from marugoto.community.rules.opening import LAST, WEEKDAYS, Times
from marugoto.web.ui.fields import DateWords

WEEKS: tuple[tuple[str, Any, tuple[int | None, ...]], ...] = (
    ("", _("毎週"), (None,)),
    ("1", _("第1"), (1,)),
    ("2", _("第2"), (2,)),
    ("3", _("第3"), (3,)),
    ("4", _("第4"), (4,)),
    ("5", _("第5"), (5,)),
    ("last", _("最後の"), (LAST,)),
    ("1-3", _("第1・第3"), (1, 3)),
    ("2-4", _("第2・第4"), (2, 4)),
)
BY_WEEK = {code: nths for code, _words, nths in WEEKS}
DAY_CHOICES = [("", _("曜日")), *((str(number), f"{name}曜") for number, name in enumerate(WEEKDAYS))]
MONTHS = [("", _("—")), *((str(number), _("%d月") % number) for number in range(1, 13))]
SPARE, MOST = 2, 12


class TimesForm(forms.Form):
    """One line for each weekday and hour; a line without a weekday says nothing."""

    def __init__(self, *args: Any, lines: int, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.lines = min(lines, MOST)
        for number in range(self.lines):
            said = _("%d行め") % (number + 1)
            self.fields[f"day_{number}"] = _choice(_("%(line)sの曜日") % {"line": said}, DAY_CHOICES)
            self.fields[f"week_{number}"] = _choice(
                _("%(line)sの週") % {"line": said}, [(code, words) for code, words, _nths in WEEKS]
            )
            self.fields[f"opens_{number}"] = _time(_("%(line)sの始まり") % {"line": said})
            self.fields[f"closes_{number}"] = _time(_("%(line)sの終わり") % {"line": said})
            self.fields[f"first_{number}"] = _choice(_("%(line)sの季節の始まり") % {"line": said}, MONTHS)
            self.fields[f"until_{number}"] = _choice(_("%(line)sの季節の終わり") % {"line": said}, MONTHS)

    def said(self) -> list[Times]:
        found: list[Times] = []
        for number in range(self.lines):
            one = {name: self.cleaned_data[f"{name}_{number}"] for name in PARTS_OF_A_LINE}
            if one["day"]:
                months = [int(one[name]) if one[name] else None for name in ("first", "until")]
                hours = (one["opens"], one["closes"])
                found += [Times(int(one["day"]), nth, *hours, *months) for nth in BY_WEEK[one["week"]]]
        return found

    @property
    def rows(self) -> list[list[forms.BoundField]]:
        return [[self[f"{name}_{number}"] for name in PARTS_OF_A_LINE] for number in range(self.lines)]


PARTS_OF_A_LINE = ("week", "day", "opens", "closes", "first", "until")


class DayForm(forms.Form):
    day = DateWords(label=_("日"))
    is_open = forms.ChoiceField(
        label=_("その日は"), choices=[("no", _("休む")), ("yes", _("開く"))], widget=forms.RadioSelect, initial="no"
    )
    opens = forms.TimeField(label=_("始まり"), required=False, help_text=_("開くときだけ。13:00 のように。"))
    closes = forms.TimeField(label=_("終わり"), required=False)
    words = forms.CharField(
        label=_("わけ"),
        required=False,
        max_length=120,
        help_text=_("「会場の工事」のように。軒先で住民にも見えるので、人の名前は書きません。"),
    )


def initial_of(lines: Iterable[Times]) -> list[dict[str, Any]]:
    """Lines that differ in their week alone are one, where the form has a word for it."""
    grouped: dict[tuple[Any, ...], list[int | None]] = {}
    for line in lines:
        key = (line.weekday, line.opens, line.closes, line.first_month, line.last_month)
        grouped.setdefault(key, []).append(line.nth)
    return [_line(key, code) for key, nths in grouped.items() for code in _weeks(nths)]


def form_of(lines: Iterable[Times]) -> TimesForm:
    rows = initial_of(lines)
    initial = {f"{name}_{number}": value for number, row in enumerate(rows) for name, value in row.items()}
    return TimesForm(initial=initial, lines=len(rows) + SPARE)


def _weeks(nths: list[int | None]) -> list[str]:
    told = tuple(nths)
    whole = next((code for code, kept in BY_WEEK.items() if kept == told), None)
    return [whole] if whole is not None else [code for nth in nths for code, kept in BY_WEEK.items() if kept == (nth,)]


def _line(key: tuple[Any, ...], week: str) -> dict[str, Any]:
    weekday, opens, closes, first, last = key
    return {
        "day": str(weekday),
        "week": week,
        "opens": opens,
        "closes": closes,
        "first": str(first or ""),
        "until": str(last or ""),
    }


def _choice(label: Any, choices: Iterable[tuple[Any, Any]]) -> forms.ChoiceField:
    return forms.ChoiceField(label=label, choices=list(choices), required=False)


def _time(label: Any) -> forms.TimeField:
    return forms.TimeField(label=label, required=False, widget=forms.TimeInput(format="%H:%M", attrs={"size": 6}))
