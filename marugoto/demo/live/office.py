"""The first of April: some leave their team, others come, and what lay with the one lies with the other."""

from collections.abc import Mapping
from datetime import date, timedelta
from uuid import UUID

from marugoto.agencies.actions import settle_duty, settle_worker
from marugoto.agencies.codes import Role
from marugoto.agencies.queries import directory
from marugoto.custody.actions.people import assign, end_duty
from marugoto.custody.queries.ball import held_by_team
from marugoto.demo.live.clock import Steps
from marugoto.demo.live.fields import HOTAKAZAWA, MINAMO, SHIOMI
from marugoto.demo.live.here import Here
from marugoto.demo.names import invent_name
from marugoto.evaluation.actions.hours import declare_hours
from marugoto.evaluation.rules.half_year import last_days, next_after
from marugoto.people.codes import Sex

# Who leaves, spring by spring: colleagues whom nobody plays.
LEAVE: Mapping[str, tuple[tuple[str, str], ...]] = {
    MINAMO: (("hoshi", "soudan-desk"), ("kubo", "aged-support")),
    SHIOMI: (("s-tsuda", "s-aged-hill-desk"), ("s-ishiguro", "s-housing-desk")),
    HOTAKAZAWA: (("h-mizushima", "h-tax-desk"), ("h-toda", "h-education-desk")),
}
REASON = "定期の人事異動"
# Hours of the coordination, half-year by half-year, the oldest first; the smallest town writes none.
HOURS: Mapping[str, tuple[int, ...]] = {
    MINAMO: (1_890, 1_760, 1_480, 1_130, 820, 560, 410),
    SHIOMI: (610, 640, 590, 620, 540, 570, 530),
}
BEFORE = 3
NEW_AT_WORK = (1_972, 2_001)  # years of birth


def changes_hands(here: Here) -> Steps:
    """One leaves each spring; the balls go to the head of the team and are handed over within days."""
    for worker, team in LEAVE[here.body]:
        spring = date(here.today.year + (here.today >= date(here.today.year, 4, 1)), 4, 1)
        rng = here.chance("spring", spring.year)
        yield here.office_hour(spring, rng)
        left = here.hat(worker)
        leaving = here.by(left).duty
        new = _comes(here, left, team, spring)
        end_duty(
            by=here.by(here.with_role(Role.OFFICE, Role.CHIEF)), at=here.now, duty=leaving, day=spring, reason=REASON
        )
        here.replace(left, new)
        yield here.in_days(rng, 2, 5)
        _hand_over(here, team, new)


def writes_hours(here: Here) -> Steps:
    """The control tower writes down what the coordination took: of the half-years before at once, then after each one."""
    told = list(HOURS.get(here.body, ()))
    coordinator = here.with_role(Role.COORDINATOR)
    rng = here.chance("hours")
    yield here.in_days(rng, 3, 8)
    last = here.today
    for last in last_days(here.today, BEFORE):
        declare_hours(by=here.by(coordinator), at=here.now, last=last, hours=told.pop(0))
    while told:
        last = next_after(last)
        yield here.office_hour(last + timedelta(days=rng.randint(6, 15)), rng)
        declare_hours(by=here.by(coordinator), at=here.now, last=last, hours=told.pop(0))


def _comes(here: Here, left: UUID, team: str, spring: date) -> UUID:
    """Somebody else with the same hat, before the other one leaves, so that the team is never without anybody."""
    rng, former = here.chance("comes", team), here.by(left)
    name = invent_name(rng, born=rng.randint(*NEW_AT_WORK), sex=rng.choice((Sex.FEMALE, Sex.MALE)))
    office = here.by(here.with_role(Role.OFFICE, Role.CHIEF))
    row = directory.team(office, former.team)
    assert row is not None  # noqa: S101 — the one who leaves works there
    worker = settle_worker(by=office, at=here.now, name=name.full, kana=name.kana)
    duty = settle_duty(
        by=office, at=here.now, worker=worker, team=row, name=former.hat, roles=sorted(former.roles), since=spring
    )
    return duty.pk


def _hand_over(here: Here, team: str, new: UUID) -> None:
    """Whoever heads the team names the new one for what waited to be handed over."""
    head = here.by(here.wearers(team)[-1] if len(here.wearers(team)) == 1 else here.somebody(team, here.chance(team)))
    for face in held_by_team(head):
        if face.to_be_handed_over:
            assign(by=head, at=here.now, ball=face.ball, in_charge=new)
