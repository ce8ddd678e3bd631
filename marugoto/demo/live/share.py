"""After a conference gave a role to somebody: what he may go on reading once the seat reads no more."""

from datetime import timedelta

from marugoto.conferences.actions.agenda import READING_DAYS
from marugoto.demo.live.consent import ask_person
from marugoto.demo.live.household import Life, OpenNeed
from marugoto.disclosure.actions.grant import Terms, grant
from marugoto.disclosure.codes import BasisCode, ConsentState, Part

REASON = "会議で決めた役割を果たすために、この必要の記録が要るため"


def goes_on_reading(life: Life, need: OpenNeed) -> None:
    """On consent where the person gives it; else, for what is to be seen today, on a stated reason; else until the seat ends."""
    agreed: frozenset[Part] = frozenset()
    if need.person:
        forced = ConsentState.GIVEN if need.stand else None
        agreed = ask_person(life, need.person, need.team, life.rng, forced)
    if agreed:
        _open(life, need, BasisCode.CONSENT, {*agreed, Part.BASIC, Part.SUPPORT})
    elif need.stand or not need.person:
        _open(life, need, BasisCode.PURPOSE_CHANGE, {Part.BASIC, Part.SUPPORT})
    else:
        need.reads_until = life.now + timedelta(days=READING_DAYS - 3)


def _open(life: Life, need: OpenNeed, basis: BasisCode, parts: set[Part]) -> None:
    subjects = [need.id, life.case, life.home, *([life.people[need.person].id] if need.person else [])]
    terms = Terms(
        basis=basis,
        team=life.here.team(need.team),
        via=f"ball:{need.ball}",
        reason=REASON if basis is BasisCode.PURPOSE_CHANGE else "",
    )
    grant(by=life.by, at=life.now, subjects=subjects, parts=parts, terms=terms)
