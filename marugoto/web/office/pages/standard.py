"""整備の基準: where the town stands in one sentence, the one next step, and function by function what is judged; the rest is folded."""

from collections.abc import Mapping
from typing import Any

from django.http import HttpRequest
from django.urls import reverse
from django.utils.translation import gettext as _

from marugoto.agencies.viewer import Viewer
from marugoto.evaluation.indicators import INDICATORS, Indicator, Surveyed
from marugoto.evaluation.labels import PATHS
from marugoto.evaluation.queries.attestation import own_words, wordings
from marugoto.evaluation.queries.judged import is_earlier
from marugoto.evaluation.queries.latest import Latest, latest
from marugoto.evaluation.queries.profile import Judged, Profile, profile
from marugoto.evaluation.rules.cheapest import Cheapest, cheapest, undecided
from marugoto.evaluation.rules.figures import Share
from marugoto.evaluation.rules.level import LEVELS, TESTED, UNKNOWN
from marugoto.evaluation.rules.stage import ARTICLES, NAMES, Function
from marugoto.evaluation.standards import CRITERIA, OURS
from marugoto.kernel.era import say_era
from marugoto.web.office.pages.words import THINKERS, counted_of, level_words, said_as
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
        "sentence": sentence_of(found),
        "next": _next(found, own),
        "begin": [_begin(found.judged[one.code], own) for one in cheapest_of(found).order[:FIRST_STEPS]],
        "functions": [_function(found, one, own) for one in Function],
        "missing": [_missing(found, one, own) for one in lowest_of(found)],
        "unknown": len(CRITERIA) - _known(found),
        "count": len(CRITERIA),
        "levels": level_words(),
        "path": PATHS[found.path],
        "today": say_era(kept.today),
        "counted": counted_of(kept),
        "indicators": _indicators(kept),
        "ours": OURS,
        "own": len(own),
    }
    return Page("office/standard.html", values)


def lowest_of(found: Profile) -> list[Function]:
    """The functions that hold the town back: those at the lowest stage, as long as that is below 回っている. One of which a core criterion
    cannot be judged is not among them: of it nobody knows whether it is low."""
    known = {one: stage.stage for one, stage in found.stages.items() if not stage.unknown}
    lowest = min(known.values(), default=TESTED[-1])
    return [one for one, stage in known.items() if stage == lowest] if lowest < TESTED[-1] else []


def cheapest_of(found: Profile) -> Cheapest:
    """What would let more of the standard be judged, the nearest first."""
    return cheapest(
        undecided(
            one.criterion.code, core=one.criterion.core, function=one.criterion.function, answers=one.verdict.answers
        )
        for one in found.judged.values()
        if one.level is None
    )


def sentence_of(found: Profile) -> str:
    """Where the town stands. Of what cannot be judged nothing is said but how much it is."""
    if found.established:
        return _("三つの機能が、二つの半期つづけて回っています。")
    lowest, dark = lowest_of(found), [one for one, stage in found.stages.items() if stage.unknown]
    count = {"all": len(CRITERIA), "known": _known(found)}
    if len(dark) == len(found.stages):
        words = _("基準%(all)dのうち、判定できるのは%(known)dつです。どの機能が弱いかは、まだ言えません。")
        return (
            words % count
            if count["known"]
            else _("この町がどこにいるかは、まだ言えません。判定できる基準が、まだありません。")
        )
    if not lowest and not dark:
        return _("四つとも「回っている」まで来ています。つぎの半期もつづけば、体制ができたと言えます。")
    parts = [_lowest_words(found, lowest)] if lowest else []
    if dark:
        parts.append(_("「%(names)s」は、要の基準がそろわず、まだ言えません。") % {"names": _named(dark)})
    return "".join(parts)


def _lowest_words(found: Profile, lowest: list[Function]) -> str:
    stage = found.stages[lowest[0]]
    words = _("いちばん手前にあるのは「%(names)s」(%(stage)d %(word)s)です。")
    return words % {"names": _named(lowest), "stage": stage.stage, "word": stage.word}


def _named(functions: list[Function]) -> str:
    return "」「".join(NAMES[one] for one in functions)


def _known(found: Profile) -> int:
    return sum(one.level is not None for one in found.judged.values())


def _next(found: Profile, own: Words) -> dict[str, str] | None:
    """The one next step: where a core criterion cannot be judged, what lets it be judged; else the first step of what is lowest."""
    begin, lowest = cheapest_of(found), lowest_of(found)
    if begin.order and (not lowest or any(stage.unknown for stage in found.stages.values())):
        first = _begin(found.judged[begin.order[0].code], own)
        words = _("一行を書くだけで判定できる基準が%(count)d(要の基準%(core)d)あります。まず一つから。")
        note = words % {"count": begin.by_words, "core": begin.core_by_words} if begin.by_words else ""
        return {"url": first["url"], "name": first["name"], "step": first["step"], "note": note}
    if not lowest:
        return None
    step = _first_steps(found, lowest[0], own)[0]
    return {"url": step["url"], "name": step["name"], "step": step["step"], "note": ""}


def _begin(one: Judged, own: Words) -> dict[str, str]:
    """A criterion that cannot be judged, and what would begin it."""
    return {
        "name": name_of(one, own),
        "code": one.criterion.code,
        "step": step_towards(one),
        "next_step": one.verdict.next_step,
        "url": _url(one.criterion.code),
    }


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
        core = sum(one.criterion.core for one in found.of(function))
        words = _("要の基準%(core)dのうち、判定できるのは%(known)d。あと%(count)dで、段階が言えます。")
        return words % {"core": core, "known": core - len(stage.unknown), "count": len(stage.unknown)}
    if stage.others_hold:
        return _("要の基準はもう一つ上まで来ています。ほかの基準の3分の2が追いつくと上がります。")
    return _("要の基準のいちばん低いところの段階です。")


def _function(found: Profile, function: Function, own: Words) -> dict[str, Any]:
    stage = found.stages[function]
    rows = [row_of(one, own) for one in found.of(function)]
    known = [row for row in rows if row["level"] is not None]
    dark = bool(stage.unknown)
    return {
        "name": NAMES[function],
        "code": function.value,
        "anchor": f"function-{function.value}",
        "article": ARTICLES[function],
        "stage": None if dark else stage.stage,
        "word": _("まだ言えません") if dark else stage.word,
        "said": _said_of_stage(found, function),
        "rows": known,
        "folded": [row for row in rows if row["level"] is None],
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
        "stands": verdict.stands + walked_of(one),
        "ahead": ahead_of(one),
        "reason": verdict.reason,
        "next_step": verdict.next_step,
        "step": step_towards(one),
        "sure": _("前の半期から")
        if is_earlier(one)
        else verdict.sure and _("確かさ: %(sure)s") % {"sure": verdict.sure},
        "note": note_of(one),
        "beside": verdict.beside or (one.criterion.guard,),
        "url": _url(one.criterion.code),
    }


def walked_of(one: Judged) -> str:
    """The few cases that were walked through in place of a percentage, or that they are not what the records say."""
    answers = one.verdict.answers
    walked = next((it.stands for it in answers if it.against_record or (it.walked and it.met)), "")
    return f"{walked}。" if walked else ""


def ahead_of(one: Judged) -> str:
    """So many cases more: nothing to say where the cases were walked through."""
    return "" if walked_of(one) else one.verdict.ahead


def note_of(one: Judged) -> str:
    """Why the level that stands is not what the records of now give."""
    if one.standing.falling:
        words = _(
            "段階%(level)dは前の半期までに残したもので、変わっていません。いまの12か月の記録だけなら段階%(now)d(%(word)s)です。"
            "半期の判定が二回つづくと、そこまで下がります。"
        )
        return words % {"level": one.level, "now": one.verdict.level, "word": one.verdict.word}
    if one.standing.kept:
        return _("いまは判定できないので、前に残した段階です。2年たつと判定不能に戻ります。")
    return _("前に残した段階は、2年がたったので終わりました。") if one.standing.expired else ""


def name_of(one: Judged, own: Words) -> str:
    return own.get((one.criterion.code, "name"), one.criterion.name)


def _url(code: str) -> str:
    return reverse("office:criterion", args=[code])


def _indicators(kept: Latest) -> dict[str, list[dict[str, str]]]:
    """Those with a number, and folded those without."""
    shares = [(one, kept.share(one, kept.today)) for one in INDICATORS]
    return {
        "shown": [_indicator(one, share) for one, share in shares if share.n or share.running],
        "folded": [_indicator(one, share) for one, share in shares if not (share.n or share.running)],
    }


def _indicator(one: Indicator, share: Share) -> dict[str, str]:
    young = _("・まだ期限の前 %(count)d件") % {"count": share.running} if share.running else ""
    if isinstance(one, Surveyed):
        return {"code": one.code, "name": one.name, "said": said_as(one, share)}
    said = said_as(one, share) if share.n else _("判定不能(まだ1件もありません)")
    return {"code": one.code, "name": one.name, "said": said + young}
