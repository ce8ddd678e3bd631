"""相談の内訳: the consultations of a half-year by what troubled them, where they came in and what became of them, the unknown among them."""

import csv
import io
from datetime import date
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext as _

from marugoto.agencies.viewer import Viewer
from marugoto.evaluation.rules.half_year import last_days, say_half_year
from marugoto.evaluation.rules.heads import (
    AGAIN,
    CHANNEL,
    CLOSE,
    END,
    HOMES,
    INTAKES,
    NEW,
    PERSONS,
    RECORDS,
    TROUBLE,
    UNNAMED,
    name_of,
)
from marugoto.evaluation.rules.report import NOTHING, Report, say
from marugoto.exchange.rules.writing import guarded
from marugoto.kernel.era import say_era, say_whole_moment
from marugoto.kernel.jst import local_day
from marugoto.web.office.pages.words import THINKERS
from marugoto.web.office.papers.material import Material, for_inside, for_outside
from marugoto.web.office.papers.words import OURS, label_of, number, report_of, staff_words
from marugoto.web.shell.doors import Page, see

BACK = 4
TITLES = {
    TROUBLE: "相談の困りごと",
    CHANNEL: "どこで受けたか",
    END: "この半期に受けた相談のいま",
    CLOSE: "支援を終えた世帯",
}


@see(*THINKERS)
def show(request: HttpRequest, viewer: Viewer) -> Page:
    halves = last_days(local_day(viewer.at), BACK)
    chosen = _chosen(request, halves)
    material = for_inside(viewer, last=chosen, figures=False, own_words=False)
    values: dict[str, Any] = {
        "sentence": _sentence(material),
        "half": say_half_year(chosen),
        "day": say_era(chosen),
        "counted": say_whole_moment(material.counted_at),
        "last": chosen.isoformat(),
        "halves": [
            {"name": say_half_year(one), "last": one.isoformat(), "current": one == chosen} for one in reversed(halves)
        ],
        "heads": head_rows(material),
        "staff": staff_words(material),
        "reports": [{"title": TITLES[family], "report": one} for family, one in reports(material).items()],
        "ours": OURS,
    }
    return Page("office/reports.html", values)


@see(*THINKERS)
def table(request: HttpRequest, viewer: Viewer) -> Page | HttpResponse:
    """What may leave the house, as a table."""
    chosen = _chosen(request, last_days(local_day(viewer.at), BACK))
    material = for_outside(viewer, last=chosen, own_words=False)
    if material is None:
        words = {
            "sentence": _("%(half)sの数は、まだ残されていないので、外に出す表はつくれません。")
            % {"half": say_half_year(chosen)},
            "way_on": _("終わった半期の数は、毎日の仕事(marugoto measure)で一度だけ残します。"),
        }
        return Page("office/paper_not_made.html", words, status=409)
    out = io.StringIO()
    sheet = csv.writer(out, lineterminator="\r\n")
    for line in table_rows(material):
        sheet.writerow([guarded(cell) for cell in line])
    answer = HttpResponse(out.getvalue().encode("utf-8-sig"), content_type="text/csv; charset=utf-8")
    answer["Content-Disposition"] = 'attachment; filename="half-year.csv"'
    return answer


def table_rows(material: Material) -> list[tuple[str, ...]]:
    """Every number of the half-year that may be told, each once."""
    rows = [
        (say_half_year(material.last), say_whole_moment(material.counted_at), label_of(material).replace("\n", " "))
    ]
    rows += [(one["name"], one["new"], one["again"], one["all"]) for one in head_rows(material)]  # type: ignore[misc]
    for family, one in reports(material).items():
        rows += [(TITLES[family], row.name, row.said, row.percent) for row in one.rows]  # type: ignore[misc]
        rows.append((TITLES[family], _("合計"), say(one.base), ""))  # type: ignore[arg-type]
    return rows  # type: ignore[return-value]


def head_rows(material: Material) -> list[dict[str, str]]:
    heads = material.heads
    rows = [
        (_("相談を受けた(延べ)"), INTAKES, False, _("件")),
        (_("うち、名前のわからない相談(不明)"), UNNAMED, False, _("件")),
        (_("相談された方(実人数)"), PERSONS, True, _("人")),
        (_("支援した世帯(実世帯)"), HOMES, True, _("世帯")),
        (_("支援の記録(延べ)"), RECORDS, False, _("件")),
    ]
    return [
        {
            "name": said,
            "new": number(heads.of(name_of(name, NEW)), unit) if parts else NOTHING,
            "again": number(heads.of(name_of(name, AGAIN)), unit) if parts else NOTHING,
            "all": number(heads.of(name), unit),
        }
        for said, name, parts, unit in rows
    ]


def reports(material: Material) -> dict[str, Report]:
    return {family: report_of(material.heads, family, material) for family in TITLES}


def _sentence(material: Material) -> str:
    heads = material.heads
    return _("%(half)sに受けた相談は%(n)s、いまも続いているのは%(running)sです。") % {
        "half": say_half_year(material.last),
        "n": number(heads.of(INTAKES), _("件")),
        "running": number(heads.of(name_of(END, "running")), _("件")),
    }


def _chosen(request: HttpRequest, halves: list[date]) -> date:
    return {one.isoformat(): one for one in halves}.get(request.GET.get("half", ""), halves[-1])
