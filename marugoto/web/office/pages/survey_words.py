"""How answers to a survey are said: how many were asked and answered, and what came out; or why nothing can be said."""

from typing import Any

from django.utils.translation import gettext as _

from marugoto.evaluation.indicators import Surveyed
from marugoto.evaluation.rules.figures import Share, percent
from marugoto.evaluation.rules.survey import QUESTION_OF, Weak, mean_of, range_of
from marugoto.web.ui.parts import IndicatorCard


def said_of_survey(one: Surveyed, share: Share) -> str:
    """「2,000人にたずねて812人が答え、406人(50%、幅46〜54%)」."""
    weak = one.weak(share)
    if weak is Weak.NOTHING:
        return _("判定不能(この1年の調査がない)")
    if weak is not None:
        return _("判定不能(%(why)s)") % {"why": why_weak(one, share)}
    return f"{_heard(share)}、{_came_out(one, share)}"


def survey_card_of(one: Surveyed, name: str, share: Share, *, url: str = "") -> IndicatorCard:
    weak = one.weak(share)
    if weak is not None:
        instead = _("判定不能")
        of_words = _("この1年の調査がありません") if weak is Weak.NOTHING else why_weak(one, share)
        return IndicatorCard(name=name, instead=instead, of_words=of_words, url=url)
    value, unit = _value(one, share)
    return IndicatorCard(
        name=name, value=value, unit=unit, of_words=f"{_heard(share)}、{_came_out(one, share)}", url=url
    )


def why_weak(one: Surveyed, share: Share) -> str:
    words = {"asked": f"{share.n + share.running:,}", "answered": f"{share.n:,}", "least": one.least}
    if share.n < one.least:
        return _("%(asked)s人にたずねて答えは%(answered)s人。%(least)d人に届きません") % words
    return _("%(asked)s人にたずねて答えは%(answered)s人。たずねた数の2割に届きません") % words


def bar_of(one: Surveyed, share: Share) -> dict[str, Any] | None:
    """The numbers of the bar, where it is a share that says something."""
    in_points = QUESTION_OF[one.asks].in_points
    return None if in_points or one.weak(share) else {"done": share.k, "total": share.n, "unit": _("人")}


def _heard(share: Share) -> str:
    return _("%(asked)s人にたずねて%(answered)s人が答え") % {
        "asked": f"{share.n + share.running:,}",
        "answered": f"{share.n:,}",
    }


def _came_out(one: Surveyed, share: Share) -> str:
    question = QUESTION_OF[one.asks]
    if not question.in_points:
        low, high = range_of(share)
        said = {"k": f"{share.k:,}", "percent": _percent(share), "low": low, "high": high}
        return _("%(k)s人(%(percent)d%%、幅%(low)d〜%(high)d%%)") % said
    mean = round(mean_of(question, share) or 0.0, 1)
    if not question.paired:
        return _("一人平均%(mean).1f点") % {"mean": mean}
    if not mean:
        return _("一人平均の点は増減なし")
    way = _("減") if mean < 0 else _("増")
    return _("一人平均%(mean).1f点の%(way)s") % {"mean": abs(mean), "way": way}


def _value(one: Surveyed, share: Share) -> tuple[str, str]:
    question = QUESTION_OF[one.asks]
    if not question.in_points:
        return str(_percent(share)), "%"
    mean = mean_of(question, share) or 0.0
    return (f"{mean:+.1f}".replace("-", "−") if question.paired else f"{mean:.1f}"), one.unit


def _percent(share: Share) -> int:
    return percent(share.ratio) if share.ratio is not None else 0
