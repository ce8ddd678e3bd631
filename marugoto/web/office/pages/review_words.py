"""How reviews, figures that were stopped and opinions are said in this room."""

from collections.abc import Iterable
from datetime import date
from typing import Any

from django.urls import reverse
from django.utils.translation import gettext as _

from marugoto.evaluation.codes import Effect, OpinionSaid, Party, Proof, ReviewSaid
from marugoto.evaluation.indicators import BY_CODE
from marugoto.evaluation.labels import EFFECTS, OPINION_SAID, PARTIES, PROOFS, SAID
from marugoto.evaluation.queries.frozen import Frozen
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


def citation_words(one: Cited, later: Frozen | None = None) -> dict[str, Any]:
    """`later`: the same figure on a later day."""
    url = reverse("office:indicator", args=[one.code]) if one.code in BY_CODE else ""
    return {
        "pk": one.pk,
        "name": f"{one.code} {one.name}" if one.code else one.name,
        "said": figure_words(one),
        "later": figure_words(later) if later else "",
        "version": _version(one.version),
        "as_of": say_era(local_day(one.as_of)),
        "url": url,
    }


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


def change_words(change: Changed | None) -> dict[str, Any] | None:
    if change is None:
        return None
    checked, undone = getattr(change, "check_made", None), getattr(change, "undoing", None)
    effect = Effect(checked.said) if checked else None
    return {
        "proof": PROOFS[Proof(change.proof)],
        "was": change.was,
        "becomes": change.becomes,
        "effective": say_era(change.effective),
        "check_on": say_era(change.check_on),
        "effect": EFFECTS[effect] if effect else "",
        "tone": EFFECT_TONES[effect] if effect else "",
        "effect_words": checked.words if checked else "",
        "undone": _("%(day)sに元に戻しました。%(why)s") % {"day": say_day(undone.day), "why": undone.reason}
        if undone
        else "",
    }


def answer_words(one: Answered, *, figures: bool = True) -> dict[str, Any]:
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
        "change": change_words(one.change),
        "url": reverse("office:means_decision", args=[made.pk]),
    }


def opinion_said(code: str) -> str:
    return str(OPINION_SAID[OpinionSaid(code)])
