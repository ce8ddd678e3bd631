"""整備の基準: where the town stands, function by function, in sentences; what is missing, and the next useful step."""

from collections.abc import Mapping
from typing import Any

from django.http import HttpRequest
from django.urls import reverse
from django.utils.translation import gettext as _

from marugoto.agencies.viewer import Viewer
from marugoto.evaluation.indicators import INDICATORS, Indicator
from marugoto.evaluation.labels import PATHS
from marugoto.evaluation.queries.attestation import own_words, wordings
from marugoto.evaluation.queries.latest import Latest, latest
from marugoto.evaluation.queries.profile import Judged, Profile, profile
from marugoto.evaluation.rules.figures import Share
from marugoto.evaluation.rules.level import LEVELS, TESTED, UNKNOWN
from marugoto.evaluation.rules.stage import ARTICLES, NAMES, Function
from marugoto.evaluation.standards import CRITERIA, OURS
from marugoto.kernel.era import say_era
from marugoto.web.office.pages.words import THINKERS, counted_of, said_as
from marugoto.web.shell.doors import Page, see

FIRST_STEPS = 3
MOVES = 2
Words = Mapping[tuple[str, str], str]


@see(*THINKERS)
def standard(request: HttpRequest, viewer: Viewer) -> Page:
    """What was counted last: nothing is counted here, and as many queries for many facts as for few."""
    kept = latest(viewer)
    found, own = profile(viewer, last=kept.today, kept=kept), own_words(wordings(viewer))
    values: dict[str, Any] = {
        "sentence": sentence_of(found, own),
        "functions": [_function(found, one, own) for one in Function],
        "missing": [_missing(found, one, own) for one in lowest_of(found)],
        "established": found.established,
        "unknown": sum(one.level is None for one in found.judged.values()),
        "count": len(CRITERIA),
        "path": PATHS[found.path],
        "today": say_era(kept.today),
        "counted": counted_of(kept),
        "indicators": _indicators(kept),
        "ours": OURS,
        "own": len(own),
    }
    return Page("office/standard.html", values)


def lowest_of(found: Profile) -> list[Function]:
    """The functions that hold the town back: those at the lowest stage, as long as that is below 回っている."""
    lowest = min(one.stage for one in found.stages.values())
    return [one for one, stage in found.stages.items() if stage.stage == lowest] if lowest < TESTED[-1] else []


def sentence_of(found: Profile, own: Words) -> str:
    """Which function is missing, and what the first step is."""
    lowest = lowest_of(found)
    if found.established:
        return _("三つの機能が、二つの半期つづけて回っています。")
    if not lowest:
        return _("四つとも「回っている」まで来ています。つぎの半期もつづけば、体制ができたと言えます。")
    first = lowest[0]
    stage, step = found.stages[first], _first_steps(found, first, own)[0]
    names = "」「".join(NAMES[one] for one in lowest)
    words = _("いちばん手前にあるのは「%(names)s」(%(stage)d %(word)s)です。次の一歩: %(step)s")
    return words % {"names": names, "stage": stage.stage, "word": stage.word, "step": step["step"]}


def step_towards(one: Judged) -> str:
    """The first concrete step to the next level, in words somebody can do tomorrow."""
    return one.criterion.steps.get((one.level or 0) + 1, "")


def _missing(found: Profile, function: Function, own: Words) -> dict[str, Any]:
    stage = found.stages[function]
    return {
        "name": NAMES[function],
        "stage": stage.stage,
        "word": stage.word,
        "said": _said_of_stage(found, function),
        "steps": _first_steps(found, function, own),
    }


def _first_steps(found: Profile, function: Function, own: Words) -> list[dict[str, Any]]:
    """Of the core criteria that hold it back: first what moved already, for there the way is shortest."""
    codes = found.stages[function].held_by
    return [
        {"name": name_of(found.judged[code], own), "step": step_towards(found.judged[code]), "url": _url(code)}
        for code in codes[:FIRST_STEPS]
    ]


def _said_of_stage(found: Profile, function: Function) -> str:
    stage = found.stages[function]
    if stage.unknown:
        words = _("要の基準のうち%(count)dつが判定不能で、0 と数えています。")
        return words % {"count": len(stage.unknown)}
    if stage.others_hold:
        return _("要の基準はもう一つ上まで来ています。ほかの基準の3分の2が追いつくと上がります。")
    return _("要の基準のいちばん低いところの段階です。")


def _function(found: Profile, function: Function, own: Words) -> dict[str, Any]:
    stage = found.stages[function]
    rows = [row_of(one, own) for one in found.of(function)]
    known = sum(row["level"] is not None for row in rows)
    return {
        "name": NAMES[function],
        "code": function.value,
        "anchor": f"function-{function.value}",
        "article": ARTICLES[function],
        "stage": stage.stage,
        "word": stage.word,
        "said": _said_of_stage(found, function),
        "count_words": _("%(count)dの基準のうち、判定できるもの%(known)d") % {"count": len(rows), "known": known},
        "rows": rows,
    }


def row_of(one: Judged, own: Words) -> dict[str, Any]:
    """A criterion in one line, and what stands behind it when it is opened."""
    verdict = one.verdict
    return {
        "code": one.criterion.code,
        "name": name_of(one, own),
        "core": one.criterion.core,
        "level": one.level,
        "word": UNKNOWN if one.level is None else LEVELS[one.level],
        "stands": verdict.stands,
        "ahead": verdict.ahead,
        "reason": verdict.reason,
        "next_step": verdict.next_step,
        "step": step_towards(one),
        "sure": verdict.sure,
        "note": note_of(one),
        "beside": verdict.beside or (one.criterion.guard,),
        "url": _url(one.criterion.code),
    }


def note_of(one: Judged) -> str:
    """Why the level that stands is not what the records of now give."""
    if one.standing.falling:
        words = _("いまの記録だけでは「%(word)s」です。半期の判定が二回つづくと、そこまで下がります。")
        return words % {"word": one.verdict.word}
    if one.standing.kept:
        return _("いまは判定できないので、前に残した段階です。2年たつと判定不能に戻ります。")
    return _("前に残した段階は、2年がたったので終わりました。") if one.standing.expired else ""


def name_of(one: Judged, own: Words) -> str:
    return own.get((one.criterion.code, "name"), one.criterion.name)


def _url(code: str) -> str:
    return reverse("office:criterion", args=[code])


def _indicators(kept: Latest) -> list[dict[str, str]]:
    return [_indicator(one, kept.share(one, kept.today)) for one in INDICATORS]


def _indicator(one: Indicator, share: Share) -> dict[str, str]:
    young = _("・まだ期限の前 %(count)d件") % {"count": share.running} if share.running else ""
    said = said_as(one, share) if share.n else _("判定不能(まだ1件もありません)")
    return {"code": one.code, "name": one.name, "said": said + young}
