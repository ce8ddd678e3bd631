"""What stands around the diary of the town: what was noticed, answered and followed; hearings and trainings."""

from collections.abc import Sequence
from datetime import timedelta
from random import Random
from uuid import UUID

from marugoto.agencies.codes import Role
from marugoto.community.actions.dialogue import hold_dialogue
from marugoto.community.actions.field_note import add_finding
from marugoto.community.actions.field_plan import plan_day
from marugoto.community.actions.field_reply import reply
from marugoto.community.actions.field_task import Source, end_task, set_task
from marugoto.community.actions.training import follow_training, hold_training
from marugoto.community.codes import (
    Attendee,
    FieldTaskEnd,
    NoteTheme,
    Partner,
    ReplyKind,
    TrainingFruit,
    TrainingKind,
)
from marugoto.demo.live.clock import Steps
from marugoto.demo.live.here import Here
from marugoto.demo.live.words.outside import ENDS, FINDINGS, HEARINGS, REPLIES, TASKS, TRAININGS

ANSWERS = (ReplyKind.GO_ON, ReplyKind.TALK_OVER, ReplyKind.TAKEN_UP)
ASKED_EVERY = 6  # of so many notes one asks for an answer
HEARINGS_EVERY = (55, 80)  # days
TRAININGS_EVERY = (110, 150)


def taken_further(here: Here, rng: Random, walker: UUID, note: UUID, *, asks: bool) -> Steps:
    """A theme to the note; where an answer was wished for, it comes, a task follows, and is done."""
    theme, words = rng.choice(FINDINGS)
    add_finding(by=here.by(walker), at=here.now, note=note, theme=NoteTheme(theme), words=words)
    if not asks:
        return
    yield here.in_days(rng, 1, 3)
    chief = here.by(here.with_role(Role.CHIEF))
    if chief.duty == walker:
        return
    reply(by=chief, at=here.now, note=note, kind=rng.choice(ANSWERS), words=rng.choice(REPLIES))
    due = here.today + timedelta(days=rng.randint(5, 14))
    task = set_task(by=chief, at=here.now, source=Source(note=note), words=rng.choice(TASKS), due=due, holder=walker).pk
    yield here.in_days(rng, 3, 10)
    end_task(by=here.by(walker), at=here.now, task=task, end=FieldTaskEnd.DONE, words=rng.choice(ENDS))


def hearings(here: Here, walker: UUID, districts: Sequence[UUID]) -> Steps:
    """Every two months somebody is heard; two things follow, of which one is soon done."""
    rng = here.chance("hearings")
    for turn in range(len(HEARINGS) * 3):
        kind, name, theme, asked, said = HEARINGS[turn % len(HEARINGS)]
        held = hold_dialogue(
            by=here.by(walker),
            at=here.now,
            day=here.today,
            partner=Partner(kind),
            partner_name=name,
            theme=NoteTheme(theme),
            asked=asked,
            said=said,
            people=rng.randint(2, 8),
            minutes=rng.choice((45, 60, 90)),
            district=rng.choice(districts) if districts else None,
        ).pk
        set_task(
            by=here.by(walker),
            at=here.now,
            source=Source(dialogue=held),
            words=rng.choice(TASKS),
            due=here.today + timedelta(days=60),
        )
        soon = set_task(
            by=here.by(walker),
            at=here.now,
            source=Source(dialogue=held),
            words=rng.choice(TASKS),
            due=here.today + timedelta(days=14),
        ).pk
        plan_day(by=here.by(walker), at=here.now, day=here.today + timedelta(days=7), words=f"{name}にもう一度行く")
        yield here.in_days(rng, 4, 9)
        end_task(by=here.by(walker), at=here.now, task=soon, end=FieldTaskEnd.DONE, words=rng.choice(ENDS))
        yield here.in_days(rng, *HEARINGS_EVERY)


def trainings(here: Here, walker: UUID, districts: Sequence[UUID]) -> Steps:
    """Three times a year; after three months somebody asks what came of it."""
    rng = here.chance("trainings")
    for turn in range(len(TRAININGS) * 2):
        kind, name, heads = TRAININGS[turn % len(TRAININGS)]
        counted = Attendee.STAFF if kind == TrainingKind.STAFF else Attendee.RESIDENTS
        held = hold_training(
            by=here.by(walker),
            at=here.now,
            day=here.today,
            kind=TrainingKind(kind),
            name=name,
            heads={counted: heads + rng.randint(-4, 4)},
            district=rng.choice(districts) if districts else None,
            seats=30,
            minutes=120,
        ).pk
        yield here.in_days(rng, 88, 95)
        fruit, number = (
            (TrainingFruit.NOTHING_YET, None) if turn % 3 == 1 else (TrainingFruit.HELPERS, rng.randint(1, 5))
        )
        follow_training(by=here.by(walker), at=here.now, training=held, fruit=fruit, number=number)
        yield here.in_days(rng, *TRAININGS_EVERY)
