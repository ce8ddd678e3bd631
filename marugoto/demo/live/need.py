"""The life of one need: its ball goes to whoever can do something, is worked with for weeks or months, and ends."""

import random
from datetime import datetime

from marugoto.casework.actions.need import add_need, say_next_step
from marugoto.custody.actions.settlement import settle
from marugoto.custody.codes import Outcome, Urgency
from marugoto.demo.live.clock import Steps
from marugoto.demo.live.fate import Stand
from marugoto.demo.live.help import asks_for_help
from marugoto.demo.live.household import Life, OpenNeed
from marugoto.demo.live.joining import joins, wants_to_join
from marugoto.demo.live.journal import write_about
from marugoto.demo.live.passing import hand_on
from marugoto.demo.live.standing import comes_to_stand, last_touch_before
from marugoto.demo.live.words.next_steps import next_steps_of
from marugoto.demo.stories.story import NeedSketch, Outlook

# How many steps a need takes, from the least to the most.
STEPS: dict[Outlook, tuple[int, int]] = {Outlook.SHORT: (3, 9), Outlook.LONG: (9, 26), Outlook.QUIET: (6, 16)}
PACE: dict[Urgency, tuple[int, int]] = {
    Urgency.NOW: (1, 2),
    Urgency.SOON: (1, 4),
    Urgency.USUAL: (4, 11),
    Urgency.SLOW: (7, 20),
}
OUTCOMES = (Outcome.ACHIEVED, Outcome.CARRIED_ON, Outcome.NOT_NEEDED, Outcome.OWN_WISH)


def assess(life: Life, sketch: NeedSketch, stand: Stand | None) -> OpenNeed:
    """Write the need down; its ball lies with the lead."""
    person = life.whose(sketch.who)
    row = add_need(
        by=life.by,
        at=life.now,
        case=life.case,
        theme=sketch.theme,
        title=life.say(sketch.title, person),
        person=life.people[person].id if person else None,
        urgency=sketch.urgency,
        next_step=sketch.next_step,
    )
    need = OpenNeed(row.pk, row.ball_id, sketch, row.number, person, life.team, life.lead, stand)
    life.needs.append(need)
    if wants_to_join(life, need):
        life.here.clock.begin(life.soon(), joins(life, need))
    return need


def carry(life: Life, need: OpenNeed) -> Steps:
    """From the hand of the lead to its end, or to how it stands today."""
    rng = life.chance("need", need.number)
    if need.stand is None:
        yield from hand_on(life, need)
        yield from asks_for_help(life, need)
        yield from _work(life, need, rng, rng.randint(*STEPS[life.story.outlook]), None)
        yield from _end(life, need, rng)
        return
    if need.stand in {Stand.HELD, Stand.LATE, Stand.DUE_TODAY, Stand.STUCK, Stand.KEPT}:
        yield from hand_on(life, need)
    last = last_touch_before(life, need, rng)
    yield from _work(life, need, rng, 1_000, last)
    yield max(last, life.soon())
    write_about(life, need)
    yield from comes_to_stand(life, need, rng)


def _work(life: Life, need: OpenNeed, rng: random.Random, steps: int, until: datetime | None) -> Steps:
    """Visits, calls and closed doors, as often as its urgency asks, and sometimes later than it asks."""
    least, most = PACE[need.sketch.urgency] if need.written < 4 else PACE[Urgency.USUAL]
    for _ in range(steps):
        at = life.here.in_days(rng, least, most)
        if until is not None and at >= until:
            return
        yield at
        if need.settled:
            return
        write_about(life, need)
        if need.shared and rng.random() < 0.25:
            yield life.here.soon(rng)
            step = rng.choice(next_steps_of(need.sketch.theme))
            say_next_step(by=life.here.by(need.hat), at=life.now, need=need.id, next_step=step)
        least, most = PACE[need.sketch.urgency] if need.written < 4 else PACE[Urgency.USUAL]


def _end(life: Life, need: OpenNeed, rng: random.Random) -> Steps:
    yield life.here.in_days(rng, 1, 5)
    if not need.settled:
        outcome = rng.choices(OUTCOMES, weights=(6, 2, 1, 1))[0]
        settle(by=life.here.by(need.hat), at=life.now, ball=need.ball, outcome=outcome)
        need.settled = True
