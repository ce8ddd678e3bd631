"""年度ごとの表: consultations, plans and what became of people, fiscal year beside fiscal year; for inside only, with the true numbers."""

from collections.abc import Sequence
from datetime import datetime

from django.utils.translation import gettext as _

from marugoto.agencies.queries.calendar import standing
from marugoto.agencies.viewer import Viewer
from marugoto.evaluation.queries.outcome_years import OutcomeYear
from marugoto.evaluation.rules.half_year import say_fiscal_year
from marugoto.evaluation.rules.report import NOTHING, Line, yearly
from marugoto.exchange.rules.paper import Block, Grid, Heading, Lead, Note, Paper
from marugoto.kernel.era import say_whole_moment
from marugoto.web.office.papers.words import OURS

OF = {"plans": "intakes", "risen": "scored", "again": "over"}


def years_paper(viewer: Viewer, years: Sequence[OutcomeYear], as_of: datetime | None) -> Paper:
    """As they were counted last, of what was told until `as_of`; None where they were not counted yet."""
    label = _("中で使う紙: 少ない数もそのまま出ています。役所の外には出しません。") + f"\n{OURS}"
    return Paper(
        _("%(town)s 年度ごとの表") % {"town": standing(viewer.body).name},
        _stamp(viewer, as_of),
        _blocks(years) if as_of else [Lead(_("まだ一度も数えていないので、言えません。"))],
        label=label,
    )


def _stamp(viewer: Viewer, as_of: datetime | None) -> str:
    said = {"town": standing(viewer.body).name, "moment": say_whole_moment(as_of or viewer.at), "by": viewer.name}
    if as_of is None:
        return _("%(town)s・中で使う紙・%(moment)s・%(by)s 出力") % said
    return _("%(town)s・中で使う紙・%(moment)sの時点の数・%(by)s 出力") % said


def _blocks(years: Sequence[OutcomeYear]) -> list[Block]:
    return [
        Lead(_sentence(years)),
        years_grid(years),
        Heading(_("この表の読み方"), 3),
        Note(
            _(
                "割合は、その年度の上の数にたいするものです。小数第1位まで、四捨五入しています。"
                "もとの数が少ない年の割合は、1件で大きく動きます。"
                "プランは、その年度に決めたものです。前の年度に受けた相談のプランも入ります。"
                "受けた相談のすべてにプランが要るわけではありません。多いほどよいとも言えません。"
            )
        ),
    ]


def years_grid(years: Sequence[OutcomeYear]) -> Grid:
    """A row of numbers, and below it its part of another."""
    head = ("", *(_year(one) for one in years))
    rows = [row for line in lines_of(years) for row in _rows(line)]
    widths = (5, *(3 for _one in years))
    return Grid((head, *rows), widths, numbers=tuple(range(1, len(head))))


def lines_of(years: Sequence[OutcomeYear]) -> tuple[Line, ...]:
    rows = {
        "intakes": [one.done["intakes"] for one in years],
        "plans": [one.done["plans"] for one in years],
        "scored": [one.scored.since_first.n for one in years],
        "risen": [one.scored.since_first.k for one in years],
        "closed": [sum(one.ends.values()) for one in years],
        "over": [one.again.n for one in years],
        "again": [one.again.k for one in years],
    }
    names = {
        "intakes": _("相談を受けた(延べ)"),
        "plans": _("プランを決めた"),
        "scored": _("本人が二度以上、点をつけた「めざすこと」"),
        "risen": _("うち、はじめの点より上がった"),
        "closed": _("支援を終えた世帯"),
        "over": _("話し合って終え、6か月たった世帯"),
        "again": _("うち、また支援が始まった"),
    }
    return yearly(rows, names, of=OF)


def _rows(line: Line) -> list[tuple[str, ...]]:
    counts = [(line.name, *(f"{count:,}" for count in line.counts))]
    return [*counts, (_("　上の数にたいする割合"), *line.percents)] if line.percents else counts


def _sentence(years: Sequence[OutcomeYear]) -> str:
    """Of the last year that is over, otherwise of the one that runs."""
    place = max((at for at, one in enumerate(years) if not one.runs), default=len(years) - 1)
    plans = next(line for line in lines_of(years) if line.code == "plans")
    year, intakes = years[place], years[place].done["intakes"]
    if plans.percents[place] == NOTHING:
        return _("%(year)sは、相談の記録がありません。") % {"year": _year(year)}
    return _("%(year)sは、相談%(intakes)s件にたいしてプラン%(plans)s件(%(percent)s)でした。") % {
        "year": _year(year),
        "intakes": f"{intakes:,}",
        "plans": f"{plans.counts[place]:,}",
        "percent": plans.percents[place],
    }


def _year(one: OutcomeYear) -> str:
    said = say_fiscal_year(one.year)
    return _("%(year)s(途中)") % {"year": said} if one.runs else said
