"""How a comparison of before and after is said: figures, spans, what is not known yet; and never that one thing made the other."""

from collections.abc import Sequence
from datetime import date
from typing import Any

from django.utils.translation import gettext as _

from marugoto.evaluation.labels import FIGURE_WORDS
from marugoto.evaluation.queries.initiative import Compared, Whole
from marugoto.evaluation.rules.before_after import Counted, Scope, Spans
from marugoto.evaluation.rules.suppression import TINY, few_of, nothing_told
from marugoto.kernel.era import say_era


def row_words(row: Counted, found: Compared, whole: Whole) -> dict[str, Any]:
    """「3件 → 11件」 with where it stands and by what it was cut."""
    source, name, unit = FIGURE_WORDS[row.figure.code]
    return {
        "code": row.figure.code,
        "source": source,
        "name": name,
        "before": _before(row, str(unit), found),
        "after": _after(row, str(unit), found) if found.spans.begun else _("まだ"),
        "change": _change(row, str(unit), found),
        "cut": _cut(row, whole),
        "drawn": bool(row.months),
    }


def sentence(row: Counted, found: Compared) -> str:
    """「始まる前の6か月 3件 → 後の6か月 11件」, said of one figure."""
    _source, name, unit = FIGURE_WORDS[row.figure.code]
    if not found.spans.begun:
        return _("まだ始まっていません。始まってから、前と後をくらべます。")
    length = span_words(found.spans)
    return _("%(name)sは、始まる前の%(length)s %(before)s → 後の%(length)s %(after)s") % {
        "name": name,
        "length": length,
        "before": _before(row, str(unit), found),
        "after": _after(row, str(unit), found),
    }


def span_words(spans: Spans) -> str:
    """6か月 where the whole of it has passed; else the days that have."""
    if spans.whole:
        months = (spans.asked.year - spans.since.year) * 12 + spans.asked.month - spans.since.month
        return _("%(n)dか月") % {"n": months}
    return _("%(n)d日") % {"n": spans.days}


def cautions(found: Compared, whole: Whole) -> list[str]:
    """What the table cannot say, the most pressing first."""
    said, spans = [], found.spans
    if not spans.whole:
        said.append(
            _(
                "後の期間は、まだ終わっていません。きのうまでの%(days)d日だけを、前も同じ%(days)d日で数えています。そろうのは%(day)sです。"
            )
            % {"days": spans.days, "day": say_era(spans.asked)}
        )
    if spans.blind and found.recorded:
        said.append(
            _(
                "この仕組みの記録は%(day)sに始まりました。前の%(days)d日のうち%(blind)d日は、したことがあっても数に入っていません。増えたように見えても、書くようになっただけかもしれません。"
            )
            % {"day": say_era(found.recorded), "days": spans.days, "blind": spans.blind}
        )
    elif spans.blind:
        said.append(_("この仕組みには、数えるもとになる記録がまだありません。"))
    if whole.changes:
        said.append(_("始めたあとで、日や範囲が直されています。直したことは下にあります。"))
    if nothing_told(found.population):
        said.append(_("人口が%(n)s人に満たないまちでは、必要とつなぎの数は出しません。") % {"n": f"{TINY:,}"})
    else:
        few = few_of(found.population)
        said.append(
            _("必要とつなぎの数は、人がわからないように、%(few)d件未満を伏せています(0は出します)。") % {"few": few}
        )
        if not spans.whole:
            said.append(
                _(
                    "必要とつなぎの数は、後の期間が終わってから出します。日ごとに出すと、きのうとのちがいから、一人のことがわかるためです。"
                )
            )
    said.append(_("「なじんだ」が続いているかは、90日たたないと分かりません。"))
    return said


def spans_words(spans: Spans) -> tuple[str, str]:
    """The two spans with their last days, both inclusive."""
    return _between(spans.first, spans.since), _between(spans.since, spans.until)


def table_rows(rows: Sequence[dict[str, Any]], found: Compared) -> list[list[str]]:
    """For a spreadsheet: with what was cut and what is not whole, so that no number travels alone."""
    before, after = spans_words(found.spans)
    whole = _("そろっている") if found.spans.whole else _("後の期間は途中")
    if found.spans.blind:
        whole += _("・前の%(n)d日は記録がない") % {"n": found.spans.blind}
    heading = [
        _("もと"),
        _("数えたもの"),
        _("どこで"),
        _("前"),
        _("後"),
        _("前の期間"),
        _("後の期間"),
        _("そろっているか"),
    ]
    lines = [
        [str(row["source"]), str(row["name"]), row["cut"], row["before"], row["after"], before, after, whole]
        for row in rows
    ]
    return [heading, *lines]


def _between(first: date, until: date) -> str:
    if until <= first:
        return _("まだ")
    return _("%(first)sから%(last)sまで") % {
        "first": say_era(first),
        "last": say_era(date.fromordinal(until.toordinal() - 1)),
    }


def _before(row: Counted, unit: str, found: Compared) -> str:
    return _("まだ") if row.waits else _side(row.before, unit, found, blind=found.spans.blind > 0)


def _after(row: Counted, unit: str, found: Compared) -> str:
    return _("まだ") if row.waits else _side(row.after, unit, found)


def _side(count: int | None, unit: str, found: Compared, *, blind: bool = False) -> str:
    if count is None:
        hidden = nothing_told(found.population)
        return _("出しません") if hidden else _("%(few)d%(unit)s未満") % {"few": few_of(found.population), "unit": unit}
    said = f"{count}{unit}"
    return _("%(said)s(記録のない日があります)") % {"said": said} if blind else said


def _change(row: Counted, unit: str, found: Compared) -> str:
    """Only where both sides are known and whole."""
    if row.before is None or row.after is None or found.spans.blind or not found.spans.begun:
        return _("くらべられません")
    change = row.after - row.before
    return _("同じ") if not change else f"{change:+d}{unit}"


def _cut(row: Counted, whole: Whole) -> str:
    cut = []
    places = len(whole.places) + len(whole.unseen)
    if row.figure.scope is Scope.PLACE and places:
        cut.append(_("選んだ%(n)dつの場所") % {"n": places})
    elif whole.districts:
        cut.append("・".join(name for _id, _code, name in whole.districts))
    if row.figure.theme and whole.row.theme:
        cut.append(_("このテーマ"))
    return "、".join(cut) or _("まち全体")
