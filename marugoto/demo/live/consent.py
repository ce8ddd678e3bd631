"""Ask the person whether this team may be told; many are not asked yet, and some say no."""

import random

from marugoto.custody.actions.consent import hear_answer
from marugoto.demo.live.household import Life, OpenNeed
from marugoto.demo.live.words.consent import NOTES, PURPOSE
from marugoto.disclosure.codes import BasisCode, ConsentForm, ConsentState, Part

S = ConsentState
ANSWERS: dict[ConsentState, int] = {S.GIVEN: 60, S.PARTLY: 14, S.REFUSED: 8, S.NOT_ASKED: 11, S.CANNOT_BE_ASKED: 7}
WITHOUT_A_NAME = 0.3  # how often the ball is offered though nothing may be told


def may_be_told(life: Life, need: OpenNeed, to: str, rng: random.Random) -> BasisCode | str | None:
    """The basis of an offer to that team; empty for one without any name; None where it is better not offered now."""
    if not need.person:
        return BasisCode.PURPOSE_CHANGE
    if ask_person(life, need.person, to, rng):
        return BasisCode.CONSENT
    return "" if rng.random() < WITHOUT_A_NAME else None


def ask_person(
    life: Life, person: str, to: str, rng: random.Random, state: ConsentState | None = None
) -> frozenset[Part]:
    """Record the answer about this team; the parts that may be told, none where the answer was not a yes."""
    known = life.people[person]
    if to in known.agreed:
        return known.agreed[to]
    state = state or rng.choices(list(ANSWERS), weights=list(ANSWERS.values()))[0]
    parts = _parts(life, state)
    answered = state in {S.GIVEN, S.PARTLY, S.REFUSED}
    hear_answer(
        by=life.by,
        at=life.now,
        folder=known.folder,
        person=known.id,
        state=state,
        receiver=life.here.team(to),
        parts=parts,
        form=_form(known.adult, rng) if answered else None,
        purpose=PURPOSE,
        answered_on=life.here.today if answered else None,
        note=rng.choice(NOTES[state]),
    )
    known.agreed[to] = frozenset(parts)
    return known.agreed[to]


def _parts(life: Life, state: ConsentState) -> tuple[Part, ...]:
    if state is S.PARTLY or (state is S.GIVEN and life.story.restricted):
        return (Part.BASIC, Part.SUPPORT)
    return (Part.BASIC, Part.CONTACT, Part.SUPPORT) if state is S.GIVEN else ()


def _form(adult: bool, rng: random.Random) -> ConsentForm:
    return rng.choice((ConsentForm.PAPER, ConsentForm.SPOKEN)) if adult else ConsentForm.PROXY
