"""People come and go, teams close: their balls go on. Name who is in charge, end a duty, end a team."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from marugoto.agencies.actions.account import hold_keepers
from marugoto.agencies.codes import KEEPS_HOUSE
from marugoto.agencies.models import Agency, Duty, Team, TeamEnding
from marugoto.agencies.models import DutyEnding as DutyEnded
from marugoto.agencies.queries.account import others_keep
from marugoto.agencies.queries.viewer import duties_in_force
from marugoto.agencies.rules.account import may_lose_keeper
from marugoto.agencies.viewer import Viewer
from marugoto.custody import events
from marugoto.custody.actions.ending import end_bid, end_wishes, hand_over_done, leave, take_back
from marugoto.custody.actions.estate import estate_of
from marugoto.custody.actions.hand import Grip, hand_to, move, moving, take
from marugoto.custody.actions.listed import first_reader, require_reader
from marugoto.custody.actions.standing import hold_still, people_of, standing
from marugoto.custody.actions.tiding import tell
from marugoto.custody.codes import BidEndingKind, How, TidingKind, WithdrawReason
from marugoto.custody.models import Ball, Bid, Companion, HandOver, Offer
from marugoto.custody.queries.hanging import Hanging
from marugoto.custody.queries.now import say_team
from marugoto.custody.queries.succession import leaving_by, rehearse
from marugoto.custody.queries.team import last_resort
from marugoto.custody.rules.ball import may_assign
from marugoto.custody.rules.succession import may_leave_all, may_move_people
from marugoto.custody.rules.team import Receiver, may_end_agency, may_end_duty, may_end_team, may_hold
from marugoto.disclosure.actions.inherit import Estate, inherit
from marugoto.disclosure.queries.listed import left_to_nobody
from marugoto.kernel.jst import local_day
from marugoto.ledger.actions import announce
from marugoto.ledger.events import Event


@moving
def assign(*, by: Viewer, at: datetime, ball: UUID, in_charge: UUID) -> Ball:
    """Another person of the holding team is in charge; a hand-over that was waiting is done by it."""
    receiving = standing(by, at, by.team)
    grip = take(by, at, ball)
    row, former = grip.ball, grip.ball.in_charge_id
    may_assign(grip.held, grip.stances, same=former == in_charge and not grip.waiting).require()
    person = receiving.person(in_charge)
    require_reader(by, at, row.matter, [person])
    if former != person.pk:
        reassign(by, at, grip, person.pk)
    else:
        move(by, at, grip)
        hand_over_done(by, at, row.pk)
    return row


def reassign(by: Viewer, at: datetime, grip: Grip, person: UUID) -> None:
    """Another person of the same team; asked and checked by the caller."""
    row, former = grip.ball, grip.ball.in_charge_id
    if hand_to(by, at, grip, team=row.holder_id, in_charge=person, how=How.ASSIGNED).waiting:
        hand_over_done(by, at, row.pk)
    told = events.BallAssigned(to=person, left=former, how=How.ASSIGNED)
    announce(told, by=by, at=at, matter=row.matter, area=row.area)
    tell(by, at, row.pk, TidingKind.ENTRUSTED, duty=person)


@moving
def end_duty(*, by: Viewer, at: datetime, duty: UUID, day: date, reason: str) -> DutyEnded:
    """The duty is no more from `day` on. Its balls go to the team's head, marked to be handed over; where nobody is left, to the
    team of last resort. With a day to come they go on that day (`due.run_due`). Refused while it is the last to read what is shut
    to all but listed workers. Raises Duty.DoesNotExist."""
    row = Duty.objects.within(by.body).select_related("team__agency", "worker").get(pk=duty)
    hold_still(row.team_id)
    in_force = duties_in_force(local_day(at)).filter(pk=duty).exists()
    ended_before = DutyEnded.objects.within(by.body).filter(duty=row, taken_back=None).exists()
    heirs = Succession(by, at, row).first()
    may_end_duty(
        in_force=in_force and not ended_before,
        keeps_house=by.keeps_house,
        somebody_left=heirs is not None,
        left_to_nobody=left_to_nobody(by.at_moment(at), duty, day),
    ).require()
    ended = _end(by, at, row, day, reason)
    now = day <= local_day(at)
    moved = hand_on_balls(by, at, row) if now else 0
    if now and heirs and heirs.team_id == row.team_id:
        Team.objects.within(row.team.body).filter(pk=row.team_id, head=row).update(head=heirs.person)
    announce(events.DutyEnded(ended=row.pk, team=row.team_id, balls=moved), by=by, at=at)
    return ended


def _end(by: Viewer, at: datetime, row: Duty, day: date, reason: str) -> DutyEnded:
    """Nobody ends the duties of all others who keep the house."""
    today, keeps = local_day(at), not row.role_set().isdisjoint(KEEPS_HOUSE)
    if keeps:
        hold_keepers(by, at)
    kept = keeps and others_keep(by, day, today=today)
    ended = DutyEnded.objects.create(body=by.body, made_at=at, duty=row, day=day, by_id=by.duty, reason=reason)
    may_lose_keeper(kept=kept, left=not kept or others_keep(by, day, today=today), name=row.worker.name).require()
    return ended


@moving
def end_duties(*, by: Viewer, at: datetime, duties: Iterable[UUID], day: date, reason: str) -> list[DutyEnded]:
    """人事異動: all of them from the same day on, or none. Raises Duty.DoesNotExist."""
    wanted = sorted(set(duties))
    may_move_people(len(wanted)).require()
    may_leave_all(resort_empty=rehearse(by, frozenset(wanted) | leaving_by(by, day)).refused).require()
    return [end_duty(by=by, at=at, duty=duty, day=day, reason=reason) for duty in wanted]


@moving
def end_team(*, by: Viewer, at: datetime, team: UUID, day: date, reason: str) -> TeamEnding:
    """Close a team: refused while it holds a ball, and for the team of last resort. What was offered to it goes back to the sender.

    `day` is the first day without it; from now on no ball reaches it. What was its own work and is over goes on being read, by the
    team of last resort in the same house, from that day on (`due.run_due`, where it is to come). Raises Team.DoesNotExist.
    """
    hold_still(team)
    row = Team.objects.within(by.body).select_related("agency").get(pk=team)
    balls = Ball.objects.within(by.body).filter(holder=row, settlement=None).count()
    closed = TeamEnding.objects.within(by.body).filter(team=row).exists()
    may_end_team(
        Receiver(name=say_team(row), stands=not closed),
        last_resort=row.last_resort,
        balls=balls,
        keeps_house=by.keeps_house,
    ).require()
    part_from_all(by, at, row.pk)
    ended = TeamEnding.objects.create(body=by.body, made_at=at, team=row, day=day, by_id=by.duty, reason=reason)
    announce(events.TeamEnded(team=row.pk), by=by, at=at)
    if day <= local_day(at):
        leave_work(by, at, row.pk)
    return ended


def part_from_all(by: Viewer, at: datetime, team: UUID) -> None:
    """A team that goes: what was offered to it goes back, its bids are withdrawn, and it stands beside no ball any more."""
    for offer in Offer.objects.within(by.body).filter(to=team, ended=None).order_by("ball_id"):
        grip = take(by, at, offer.ball_id)
        move(by, at, grip)
        take_back(by, at, offer, grip.ball, WithdrawReason.RECEIVER_CLOSED)
    for bid in Bid.objects.within(by.body).filter(team=team, ended=None).select_related("ball").order_by("ball_id"):
        end_bid(by, at, bid, BidEndingKind.WITHDRAWN)
    for companion in Companion.objects.within(by.body).filter(team=team, until=None).select_related("ball"):
        leave(by, at, companion.ball, team)


@moving
def end_agency(*, by: Viewer, at: datetime, agency: UUID, day: date, reason: str) -> list[TeamEnding]:
    """Close every team of an agency, all or none: refused, with the team's name, until each ball has a taker. Raises Agency.DoesNotExist."""
    name = Agency.objects.within(by.body).get(pk=agency).name
    teams = Team.objects.within(by.body).filter(agency=agency).order_by("pk")
    closed = set(TeamEnding.objects.within(by.body).filter(team__agency=agency).values_list("team", flat=True))
    standing_still = [row.pk for row in teams if row.pk not in closed]
    may_end_agency(name=name, teams=len(standing_still), keeps_house=by.keeps_house).require()
    return [end_team(by=by, at=at, team=team, day=day, reason=reason) for team in standing_still]


def hand_on_balls(by: Viewer, at: datetime, duty: Duty) -> int:
    """Every open ball of a duty that is no more, each to its heir; answers how many. The team's row is held still by the caller."""
    balls = Ball.objects.within(by.body).filter(in_charge=duty, settlement=None).order_by("pk")
    keys = list(balls.values_list("pk", flat=True))
    away, line = dict[UUID, list[UUID]](), Succession(by, at, duty)
    for key in keys:
        grip = take(by, at, key)
        heirs = line.reading(grip.ball.matter) or line.first()
        may_end_duty(in_force=True, keeps_house=True, somebody_left=heirs is not None).require()
        assert heirs is not None  # noqa: S101 — the rule above has just said so
        hand_on(by, at, grip, duty, heirs)
        if heirs.team_id != duty.team_id:
            away.setdefault(heirs.team_id, []).append(key)
    for heir, gone in away.items():
        inherit(by=by, at=at, former=duty.team_id, heir=heir, estate=estate_of(by, gone))
    return len(keys)


def hand_on_balls_of(by: Viewer, at: datetime, team: UUID) -> int:
    """Every open ball of a team that is no more, to the team of last resort; answers how many. The team's row is held still by the
    caller. Both are told, and what was the one's own work the other reads."""
    keys = list(
        Ball.objects.within(by.body).filter(holder=team, settlement=None).order_by("pk").values_list("pk", flat=True)
    )
    if not keys:
        return 0
    resort = last_resort(by.body).pk
    receiving = standing(by, at, resort)
    may_hold(receiving.receiver).require()
    for key in keys:
        grip = take(by, at, key)
        person = first_reader(by, at, grip.ball.matter, receiving.people) or receiving.person()
        hand_on(by, at, grip, grip.ball.in_charge, Heirs(resort, person))
        tell(by, at, key, TidingKind.CAUGHT, team=team, about=resort)
    inherit(by=by, at=at, former=team, heir=resort, estate=estate_of(by, keys))
    return len(keys)


def leave_work(by: Viewer, at: datetime, team: UUID) -> int:
    """The records of a closed team, whatever became of their balls, to the team of last resort of the same house; answers how
    many. Another house gets nothing without a ball; done twice it changes nothing more."""
    resort = Team.objects.within(by.body).filter(last_resort=True).first()
    return inherit(by=by, at=at, former=team, heir=resort.pk, estate=Estate(())) if resort else 0


@dataclass(frozen=True)
class Heirs:
    """To whom balls go when their person leaves."""

    team_id: UUID
    person: Duty


class Succession:
    """Who inherits from a duty: the head of the same team, or whoever is left there; otherwise the team of last resort. Each team is
    asked for once, however many balls there are, and the second only where the first has nobody."""

    def __init__(self, by: Viewer, at: datetime, leaving: Duty) -> None:
        self.by, self.at, self.leaving = by, at, leaving
        self._asked, self._rest = list[tuple[Team, list[Duty]]](), _places(by, leaving)

    def reading(self, matter: UUID) -> Heirs | None:
        """Of those who may read the matter; None where nobody of both teams may."""
        for team, people in self._teams():
            person = first_reader(self.by, self.at, matter, people)
            if person is not None:
                return Heirs(team.pk, person)
        return None

    def first(self) -> Heirs | None:
        """None where nobody is left at all."""
        return next((Heirs(team.pk, people[0]) for team, people in self._teams() if people), None)

    def _teams(self) -> Iterator[tuple[Team, list[Duty]]]:
        yield from self._asked
        for team in self._rest:
            self._asked.append((team, _others(team, self.by.body, self.at, self.leaving)))
            yield self._asked[-1]


def _places(by: Viewer, leaving: Duty) -> Iterator[Team]:
    """The own team, held still by the caller; then the team of last resort."""
    yield leaving.team
    resort = last_resort(by.body)
    if resort.pk != leaving.team_id:
        hold_still(resort.pk)
        yield resort


def _others(team: Team, body: str, at: datetime, leaving: Duty) -> list[Duty]:
    """In the order in which they inherit: first whoever leaves, where he has another hat here."""
    here = [duty for duty in people_of(team, body, at) if duty.pk != leaving.pk]
    return sorted(here, key=lambda duty: duty.worker_id != leaving.worker_id)


def hand_on(by: Viewer, at: datetime, grip: Grip, left: Duty, heirs: Heirs) -> None:
    """To the heir, marked to be handed over."""
    row, sender = grip.ball, grip.ball.holder_id
    stays = heirs.team_id == sender
    hanging = hand_to(
        by,
        at,
        grip,
        team=heirs.team_id,
        in_charge=heirs.person.pk,
        how=How.INHERITED if stays else How.TAKEN_IN,
    )
    hand_over_done(by, at, row.pk)
    HandOver.objects.create(body=by.body, made_at=at, ball=row, left=left, to=heirs.person, since=at)
    if stays:
        tell(by, at, row.pk, TidingKind.TO_BE_HANDED_OVER, duty=heirs.person.pk, about=sender)
        told: Event = events.BallAssigned(to=heirs.person.pk, left=left.pk, how=How.INHERITED)
    else:
        _taken_in(by, at, grip, hanging, heirs, sender)
        told = events.BallTakenIn(to=heirs.team_id, sender=sender, in_charge=heirs.person.pk)
    announce(told, by=by, at=at, matter=row.matter, area=row.area)


def _taken_in(by: Viewer, at: datetime, grip: Grip, hanging: Hanging, heirs: Heirs, sender: UUID) -> None:
    """The team of last resort holds it now: nobody else is asked any more, and it no longer stands beside itself."""
    if grip.offer is not None:
        take_back(by, at, grip.offer, grip.ball, WithdrawReason.SENDER_LEFT)
    leave(by, at, grip.ball, heirs.team_id)
    end_wishes(by, at, grip.ball, hanging)
    tell(by, at, grip.ball.pk, TidingKind.TAKEN_IN, team=heirs.team_id, about=sender)
