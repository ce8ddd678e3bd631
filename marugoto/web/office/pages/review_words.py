"""How reviews, figures that were stopped and opinions are said in this room."""

from collections.abc import Iterable, Sequence
from datetime import date
from typing import Any

from django.urls import reverse
from django.utils.translation import gettext as _

from marugoto.evaluation.codes import Effect, OpinionSaid, Party, Proof, ReviewSaid
from marugoto.evaluation.indicators import BY_CODE
from marugoto.evaluation.labels import EFFECTS, OPINION_SAID, PARTIES, PROOFS, SAID
from marugoto.evaluation.queries.frozen import Frozen, Later
from marugoto.evaluation.queries.means_review import Answered, Changed, Cited
from marugoto.evaluation.rules.figures import Share, said_of
from marugoto.evaluation.standards.criterion import LEVELS
from marugoto.kernel.era import say_day, say_era
from marugoto.kernel.jst import local_day
from marugoto.web.office.pages.words import said_as
from marugoto.web.ui.parts import Tone

TONES: dict[ReviewSaid, Tone] = {
    ReviewSaid.MEANS: "act",
    ReviewSaid.STOP: "act",
    ReviewSaid.KEEP: "",
    ReviewSaid.TARGET: "soon",
}
EFFECT_TONES: dict[Effect, Tone] = {
    Effect.BETTER: "done",
    Effect.SAME: "",
    Effect.WORSE: "late",
    Effect.UNCLEAR: "soon",
}


def figure_words(one: Cited | Frozen) -> str:
    """「41件中17件(41%)」 as it stood; a criterion also with its level."""
    if one.code and one.n is not None:
        share = Share(one.n, one.k or 0, one.running or 0)
        said = said_as(BY_CODE[one.code], share) if one.code in BY_CODE else said_of(share)
        if one.code in BY_CODE:
            return said
        level = _("判定不能") if one.level is None else f"{one.level} {LEVELS[one.level]}"
        return f"{level} ・ {said}"
    if one.value is None:
        return _("値がまだありません")
    value = f"{one.value.normalize():f}{one.unit}"
    return _("%(value)s(%(n)d件)") % {"value": value, "n": one.n} if one.n else value


def citation_words(one: Cited, later: Sequence[Later] = ()) -> dict[str, Any]:
    """`later`: the same figure on later days."""
    url = reverse("office:indicator", args=[one.code]) if one.code in BY_CODE else ""
    return {
        "pk": one.pk,
        "name": f"{one.code} {one.name}" if one.code else one.name,
        "said": figure_words(one),
        "later": [_later_words(seen) for seen in later],
        "version": _version(one.version),
        "as_of": say_era(local_day(one.as_of)),
        "url": url,
    }


def _later_words(seen: Later) -> dict[str, str]:
    """Each with its own day, and with the version where what is counted is not what was stopped."""
    version = _version(seen.figure.version) if seen.otherwise else ""
    return {"said": figure_words(seen.figure), "day": say_era(seen.on), "version": version}


def _version(version: str) -> str:
    """Of the house's own its number; of what the plan counts by hand the day on which it was written down."""
    try:
        return _("%(day)sの定義") % {"day": say_era(date.fromisoformat(version))}
    except ValueError:
        return _("定義 %(version)s") % {"version": version}


def parties_said(parties: Iterable[Party]) -> str:
    return "・".join(str(PARTIES[one]) for one in parties)


def publication_words(made: Any) -> dict[str, str]:
    return {"day": say_era(made.day), "where": made.medium, "outside": made.outside}


def check_words(day: date, today: date) -> str:
    """Of an effect nobody has looked at yet."""
    words = _("%(day)sに確かめます。") if today <= day else _("確かめる日(%(day)s)を過ぎています。")
    return words % {"day": say_era(day)}


def change_words(change: Changed | None, today: date) -> dict[str, Any] | None:
    if change is None:
        return None
    checked, undone = getattr(change, "check_made", None), getattr(change, "undoing", None)
    effect = Effect(checked.said) if checked else None
    return {
        "proof": PROOFS[Proof(change.proof)],
        "was": change.was,
        "becomes": change.becomes,
        "effective": say_era(change.effective),
        "check": "" if checked else check_words(change.check_on, today),
        "late": not checked and not undone and today > change.check_on,
        "effect": EFFECTS[effect] if effect else "",
        "tone": EFFECT_TONES[effect] if effect else "",
        "effect_words": checked.words if checked else "",
        "undone": _("%(day)sに元に戻しました。%(why)s") % {"day": say_day(undone.day), "why": undone.reason}
        if undone
        else "",
    }


def answer_words(one: Answered, today: date, *, figures: bool = True) -> dict[str, Any]:
    """Of one means: what was said, on which figures, for which opinions, and what became of it. `figures`: small ones are said
    as they are, so only to those who plan."""
    made = one.decision
    words: dict[str, Any] = {"scope": one.scope, "means": one.means, "decided": made is not None}
    if made is None or one.said is None:
        return words
    return words | {
        "decision": made,
        "said": SAID[one.said],
        "tone": TONES[one.said],
        "due": say_era(made.due) if made.due else "",
        "evidence": [citation_words(cited) for cited in one.evidence] if figures else [],
        "opinions": one.opinions,
        "change": change_words(one.change, today),
        "url": reverse("office:means_decision", args=[made.pk]),
    }


def opinion_said(code: str) -> str:
    return str(OPINION_SAID[OpinionSaid(code)])
