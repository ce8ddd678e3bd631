"""How a ball that is to be seen today came to stand as it stands: the last acts, a day or two ago."""

import random
from datetime import datetime

from marugoto.agencies.codes import Role
from marugoto.custody.actions.care import answer_stuck, call_stuck
from marugoto.custody.codes import StuckOutcome
from marugoto.custody.rules.limit import OURS
from marugoto.demo.live.clock import Steps
from marugoto.demo.live.consent import ask_person
from marugoto.demo.live.fate import Stand
from marugoto.demo.live.fields import TEAMS_OF_FIELD
from marugoto.demo.live.help import stuck_with
from marugoto.demo.live.household import Life, OpenNeed
from marugoto.demo.live.journal import write_about
from marugoto.demo.live.passing import ask, refuse
from marugoto.disclosure.codes import BasisCode, ConsentState

# How many open days ago the last step was written, before the last acts.
LAST_STEP: dict[Stand, int] = {
    Stand.HELD: 1,
    Stand.STUCK: 4,
    Stand.KEPT: 6,
    Stand.OFFERED: 3,
    Stand.OVERDUE: 6,
    Stand.DECLINED: 6,
    Stand.LAPSED: 7,
}


def last_touch_before(life: Life, need: OpenNeed, rng: random.Random) -> datetime:
    """When the last step is written: late and due balls have lain as long as their urgency allows."""
    assert need.stand is not None  # noqa: S101 — asked only of needs that are to stand so
    limit = OURS[need.sketch.urgency].unattended
    late = {Stand.LATE: limit + rng.randint(1, 3), Stand.DUE_TODAY: limit}
    return life.here.before_today(rng, late.get(need.stand) or LAST_STEP[need.stand])


def comes_to_stand(life: Life, need: OpenNeed, rng: random.Random) -> Steps:
    if need.stand in {Stand.STUCK, Stand.KEPT}:
        yield from _calls_for_help(life, need, rng)
    elif need.stand in {Stand.OFFERED, Stand.OVERDUE, Stand.DECLINED, Stand.LAPSED}:
        yield from _asks(life, need, rng)


def _calls_for_help(life: Life, need: OpenNeed, rng: random.Random) -> Steps:
    here = life.here
    yield here.before_today(rng, 2 if need.stand is Stand.STUCK else 5)
    stuck = call_stuck(by=here.by(need.hat), at=here.now, ball=need.ball, words=stuck_with(life, need))
    if need.stand is Stand.KEPT:
        yield here.before_today(rng, 3)
        tower = here.by(here.with_role(Role.COORDINATOR))
        until = here.calendar.add(here.until, rng.randint(3, 9))
        answer_stuck(by=tower, at=here.now, stuck=stuck.pk, outcome=StuckOutcome.TAKEN, until=until)


def _asks(life: Life, need: OpenNeed, rng: random.Random) -> Steps:
    here = life.here
    stand = need.stand or Stand.OFFERED
    yield here.before_today(rng, {Stand.OFFERED: rng.randint(1, 2), Stand.LAPSED: 4}.get(stand, 5))
    to = _whom(life, need)
    basis: BasisCode | str = BasisCode.PURPOSE_CHANGE
    if need.person:
        agreed = ask_person(life, need.person, to, rng, ConsentState.GIVEN)
        basis = BasisCode.CONSENT if agreed else ""
    left = {Stand.OFFERED: rng.randint(2, 5), Stand.LAPSED: 1, Stand.OVERDUE: 4}.get(stand, 5)
    made = ask(life, need, to, rng, basis, due=left)
    if need.stand is Stand.DECLINED:
        yield here.before_today(rng, 2)
        refuse(life, need, made, to, rng)
    if need.stand in {Stand.DECLINED, Stand.LAPSED}:
        yield here.before_today(rng, 1)
        write_about(life, need)


def _whom(life: Life, need: OpenNeed) -> str:
    """The team of its field if it does not hold it already, else another one, so that each team is asked by somebody."""
    here = life.here
    asks = life.fate.asks[need.number - 1 : need.number]
    if any(asks) and asks[0] != need.team and not here.is_oneself(need.hat, asks[0]):
        return asks[0]
    usual = here.team_for(need.sketch.field, life.area, life.chance("whom", need.number))
    if usual != need.team and not here.is_oneself(need.hat, usual):
        return usual
    asked = [key for keys in TEAMS_OF_FIELD[here.body].values() for key in keys if key != need.team]
    others = [key for key in asked if not here.is_oneself(need.hat, key)]
    return others[life.number % len(others)]
