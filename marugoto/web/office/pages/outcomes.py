"""暮らしはどうなったか: beside what was done, what those concerned say themselves and how support ended, one fiscal year by the other.

Nothing is counted here: the page reads what was counted last, and says up to when.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from django.http import HttpRequest
from django.utils.translation import gettext as _

from marugoto.agencies.viewer import Viewer
from marugoto.casework.codes import CaseEnd
from marugoto.casework.labels import CASE_ENDS, SCORES
from marugoto.evaluation.indicators.outcome_years import CODE
from marugoto.evaluation.queries.latest import latest
from marugoto.evaluation.queries.outcome_years import OutcomeYear, outcome_years
from marugoto.evaluation.rules.figures import ENOUGH, Share, said_of
from marugoto.evaluation.rules.half_year import say_fiscal_year
from marugoto.evaluation.rules.report import NOTHING
from marugoto.web.office.pages.words import THINKERS, counted_of
from marugoto.web.office.papers.words import OURS
from marugoto.web.shell.doors import Page, see


@dataclass(frozen=True)
class Line:
    """`name` with what it is in each year; `part`: of the line above; `strong`: what is read first."""

    name: str
    cells: tuple[str, ...]
    part: bool = False
    strong: bool = False


@see(*THINKERS)
def show(request: HttpRequest, viewer: Viewer) -> Page:
    kept = latest(viewer, codes=[CODE])
    known = kept.has_tables(CODE)
    years = outcome_years(viewer, today=kept.today, counts=kept.counts) if known else []
    values: dict[str, Any] = {
        "sentence": _sentence(years) if known else _("暮らしがどうなったかは、まだ数えていません。"),
        "counted": counted_of(kept, back="outcomes", known=known),
        "years": [year_words(one) for one in years],
        "tables": _tables(years) if known else [],
        "enough": ENOUGH,
        "ours": OURS,
    }
    return Page("office/outcomes.html", values)


def _tables(years: Sequence[OutcomeYear]) -> list[dict[str, Any]]:
    return [
        {"title": _("本人がつけた点"), "lines": _scored(years), "notes": _scored_notes()},
        {"title": _("支援の終わり方"), "lines": _ended(years), "notes": _ended_notes()},
        {"title": _("終えてから6か月"), "lines": _again(years), "notes": _again_notes()},
        {"title": _("したこと"), "lines": _done(years), "notes": _done_notes()},
    ]


def year_words(one: OutcomeYear) -> str:
    said = say_fiscal_year(one.year)
    return _("%(year)s(途中)") % {"year": said} if one.runs else said


def _sentence(years: Sequence[OutcomeYear]) -> str:
    """Of the last year that is over and in which somebody scored; otherwise of the one that runs."""
    told = [one for one in years if one.scored.better.n]
    if not told:
        return _("本人がつけた点は、まだ一つもありません。")
    one = next((one for one in reversed(told) if not one.runs), told[-1])
    better = one.scored.better
    return _("%(year)s、本人が点をつけた%(n)dの「めざすこと」のうち、よくなったのは%(k)dです。") % {
        "year": year_words(one),
        "n": better.n,
        "k": better.k,
    }


def _scored(years: Sequence[OutcomeYear]) -> list[Line]:
    scored = [one.scored for one in years]
    return [
        _line(_("よくなった(+1と+2)"), [share_words(one.better) for one in scored], strong=True),
        *(
            _line(
                f"{label} {score:+d}" if score else f"{label} 0",
                [one.by_score.get(score, 0) for one in scored],
                part=True,
            )
            for score, label in sorted(SCORES.items(), reverse=True)
        ),
        _line(_("はじめの点より上がった"), [share_words(one.since_first) for one in scored], strong=True),
        _line(_("同じ"), [one.level for one in scored], part=True),
        _line(_("下がった"), [one.fallen for one in scored], part=True),
        _line(_("本人の点がない(不明)"), [one.unscored for one in years]),
    ]


def _ended(years: Sequence[OutcomeYear]) -> list[Line]:
    known = set(CaseEnd)
    kinds = [_line(str(CASE_ENDS[end]), [one.ends.get(end, 0) for one in years], part=True) for end in CaseEnd]
    unknown = [sum(n for end, n in one.ends.items() if end not in known) for one in years]
    return [
        _line(_("支援を終えた世帯"), [sum(one.ends.values()) for one in years], strong=True),
        *kinds,
        _line(_("不明"), unknown, part=True),
    ]


def _again(years: Sequence[OutcomeYear]) -> list[Line]:
    moves = [_("まだ動く") if one.runs or one.again.running else _("出そろった") for one in years]
    return [
        _line(_("また支援が始まった"), [share_words(one.again) for one in years], strong=True),
        _line(_("まだ6か月たっていない"), [one.again.running for one in years]),
        _line(_("この年度の数は"), moves),
    ]


def _done(years: Sequence[OutcomeYear]) -> list[Line]:
    names = {
        "intakes": _("相談を受けた(延べ)"),
        "conferences": _("終えた会議"),
        "plans": _("決めたプラン"),
        "records": _("支援の記録(延べ)"),
    }
    return [_line(name, [f"{one.done[code]:,}" for one in years]) for code, name in names.items()]


def _line(name: str, cells: Iterable[object], *, part: bool = False, strong: bool = False) -> Line:
    return Line(name, tuple(str(cell) for cell in cells), part, strong)


def share_words(share: Share) -> str:
    """「30件中18件(60%)」, without a percentage of few; of nothing a dash, never a zero."""
    if not share.n:
        return NOTHING
    return said_of(share) if share.enough else _("%(n)d件中%(k)d件") % {"n": share.n, "k": share.k}


def _scored_notes() -> list[str]:
    return [
        _(
            "めざすことごとに、その年度のいちばん新しい、本人がつけた点です。点は「前とくらべてどうか」の−2から+2です。「はじめの点より」は、2回以上つけたものだけで数えます。"
        ),
        _(
            "「本人の点がない(不明)」は、その年度についた点が、支援者のもの(いっしょにつけたものも)だけの「めざすこと」です。だれも点をつけなかったものは、記録に出ないので、どの数にも入っていません。"
        ),
        _("言わないこと: 点をつけなかった人の暮らし、やさしい目標を立てたかどうか、支援したからよくなったのかどうか。"),
    ]


def _ended_notes() -> list[str]:
    return [
        _(
            "言わないこと: 終わり方のよしあし。「連絡が取れなくなった」は支えが届かなかった数でもあり、少ないほどよいとは限りません。"
        ),
    ]


def _again_notes() -> list[str]:
    return [
        _(
            "話し合って支援を終えた世帯のうち、183日のうちにまた支援が始まったもの。183日たったものだけを数え、転居・死亡・とぎれたものと、世帯のまとまりの記録が始まる前に支援を始めた世帯は入れません。"
        ),
        _("言わないこと: 戻ってこられたことのよしあし(声を上げられたことでもあります)、ほかのまちでの出来事。"),
    ]


def _done_notes() -> list[str]:
    return [_("会議やプランの数は、成果として数えません。上の三つと並べて見るために出しています。")]
