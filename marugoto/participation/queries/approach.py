"""Look at approaches: a list by whose they are, and one with all that was tried."""

import unicodedata
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from functools import reduce
from operator import and_
from uuid import UUID

from django.db.models import Count, Max, OuterRef, Q, Subquery, Value

from marugoto.agencies.viewer import Viewer
from marugoto.custody.queries.ball import faces
from marugoto.custody.queries.face import BallFace
from marugoto.disclosure.codes import Part
from marugoto.ground.transaction import looking
from marugoto.intake.models import Notice
from marugoto.kernel.jst import local_day
from marugoto.participation.codes import Reaction, RestLifter, Sign, Way
from marugoto.participation.models import (
    Approach,
    ApproachEnding,
    ApproachLift,
    ApproachPlan,
    ApproachRest,
    ApproachSign,
    ApproachTry,
    Watch,
)
from marugoto.participation.rules.approach import (
    USUAL_DAYS,
    Attempt,
    Rest,
    Tried,
    at_one_look,
    months_of,
    next_day,
)
from marugoto.people.models import Person

PAGE = 50
MOST_FOUND, MOST_WORDS = 10, 5


class Whose(StrEnum):
    MINE = "mine"
    TEAM = "team"
    ALL = "all"


@dataclass(frozen=True)
class ApproachLine:
    """One of a list: how often somebody went, when last, what came of it, and until when nobody goes."""

    approach: Approach
    face: BallFace
    times: int
    last: date | None
    reaction: Reaction | None
    rests_until: date | None


@dataclass(frozen=True)
class ApproachList:
    rows: tuple[ApproachLine, ...]
    count: int
    page: int


@dataclass(frozen=True)
class AttemptLine:
    number: int
    day: date
    way: Way
    reaction: Reaction
    signs: tuple[Sign, ...]
    moved: bool
    beside: str
    words: str
    by_name: str


@dataclass(frozen=True)
class RestLine:
    rest: ApproachRest
    rule: Rest
    lift: ApproachLift | None


@dataclass(frozen=True)
class ApproachPage:
    """`proposed`: when the next attempt would be due after one of today."""

    approach: Approach
    plan: ApproachPlan | None
    attempts: tuple[AttemptLine, ...]
    rests: tuple[RestLine, ...]
    ending: ApproachEnding | None
    tried: tuple[Tried, ...]
    months: tuple[tuple[date, int, int], ...]
    watches: tuple[Watch, ...]
    proposed: date
    person: Person | None
    notice: UUID | None
    today: date

    @property
    def resting(self) -> RestLine | None:
        return next((one for one in self.rests if not one.rule.lifted and one.rule.until > self.today), None)


@looking
def recent(viewer: Viewer, *, whose: Whose = Whose.TEAM, running: bool = True, page: int = 1) -> ApproachList:
    """The running ones by their next day, the ended ones newest first; fifty a page."""
    rows = Approach.objects.open_to(viewer, first=True).filter(ball__settlement__isnull=running)
    if whose is Whose.MINE:
        rows = rows.filter(ball__in_charge=viewer.duty)
    elif whose is Whose.TEAM:
        rows = rows.filter(ball__holder=viewer.team)
    count, first = rows.count(), (max(page, 1) - 1) * PAGE
    shown = list(rows.order_by(*(("ball__due_on",) if running else ()), "-made_at", "pk")[first : first + PAGE])
    for row in shown:
        viewer.sight.shows(row.folder_id, Part.SUPPORT)
    return ApproachList(tuple(_lines(viewer, shown)), count, max(page, 1))


def _lines(viewer: Viewer, shown: list[Approach]) -> list[ApproachLine]:
    balls = faces(viewer, [row.pk for row in shown], companions=False)
    tries = ApproachTry.objects.open_to(viewer).filter(approach__in=shown)
    latest = tries.filter(approach=OuterRef("approach")).order_by("-number").values("reaction")[:1]
    counted = tries.order_by().values("approach").annotate(times=Count("pk"), last=Max("day"), said=Subquery(latest))
    by_approach = {row["approach"]: row for row in counted}
    lifted = ApproachLift.objects.open_to(viewer).values("rest")
    rests = ApproachRest.objects.open_to(viewer).filter(approach__in=shown, until__gt=local_day(viewer.at))
    until = dict(rests.exclude(pk__in=lifted).order_by("until").values_list("approach_id", "until"))
    found = []
    for row in shown:
        known = by_approach.get(row.pk)
        said = Reaction(known["said"]) if known else None
        found.append(
            ApproachLine(
                row,
                balls[row.pk],
                known["times"] if known else 0,
                known["last"] if known else None,
                said,
                until.get(row.pk),
            )
        )
    return found


@looking
def search(viewer: Viewer, text: str) -> list[Approach]:
    """The latest that are called so, or where somebody lives so, as far as they are open to the viewer; one query, ten at most.

    Who lives there is often not known by name yet, so the place is looked at too. What was tried is not searched here.
    """
    words = unicodedata.normalize("NFKC", text).split()[:MOST_WORDS]
    if not words:
        return []
    fits = reduce(and_, (Q(called__icontains=word) | Q(where__icontains=word) for word in words))
    rows = Approach.objects.open_to(viewer, first=True).select_related("ball").filter(fits)
    found = list(rows.order_by("-made_at", "pk")[:MOST_FOUND])
    for row in found:
        viewer.sight.shows(row.folder_id, Part.SUPPORT)
    return found


@looking
def get(viewer: Viewer, approach: UUID) -> ApproachPage | None:
    rows = Approach.objects.open_to(viewer).select_related("ball")
    row = rows.filter(pk=approach).first()
    if row is None:
        return None
    viewer.sight.shows(row.folder_id, Part.SUPPORT)
    attempts, today = _attempts(viewer, row), local_day(viewer.at)
    rests = _rests(viewer, row)
    plan = ApproachPlan.objects.open_to(viewer).filter(approach=row).order_by("-number").first()
    told = [Attempt(one.day, one.way, one.reaction) for one in attempts]
    every = plan.every_days if plan else USUAL_DAYS
    watches = Watch.objects.open_to(viewer).filter(approach=row, ball__settlement=None).order_by("made_at")
    return ApproachPage(
        approach=row,
        plan=plan,
        attempts=tuple(reversed(attempts)),
        rests=rests,
        ending=ApproachEnding.objects.open_to(viewer).filter(approach=row).first(),
        tried=at_one_look(told),
        months=months_of(told),
        watches=tuple(watches),
        proposed=next_day(today, every, [one.rule for one in rests]),
        person=Person.objects.open_to(viewer).filter(pk=row.person_id).first() if row.person_id else None,
        notice=_notice(viewer, row.notice_id),
        today=today,
    )


@looking
def before_consultation(viewer: Viewer, consultation: UUID) -> tuple[UUID, int] | None:
    """From which approach a consultation came, and after how many attempts; None where from none, or it is not open."""
    rows = ApproachEnding.objects.open_to(viewer).filter(consultation=consultation)
    counted = ApproachTry.objects.open_to(viewer).filter(approach=OuterRef("approach")).order_by()
    times = counted.values("approach").annotate(times=Count("pk")).values("times")
    return rows.annotate(times=Subquery(times)).values_list("approach_id", "times").first()


@looking
def from_notice(viewer: Viewer, notice: UUID) -> UUID | None:
    return Approach.objects.open_to(viewer).filter(notice=notice).values_list("pk", flat=True).first()


@looking
def names_from_notice(viewer: Viewer, notice: UUID) -> list[str]:
    """How whoever is approached because of this notice is called, and his name where it is known."""
    row = Approach.objects.open_to(viewer).filter(notice=notice).first()
    if row is None:
        return []
    person = Person.objects.open_to(viewer).filter(pk=row.person_id).first() if row.person_id else None
    return [row.called.removesuffix("さん").removesuffix("様"), *([person.name] if person else [])]


@looking
def heads(viewer: Viewer, *, approaches: set[UUID], watches: set[UUID]) -> tuple[dict[UUID, str], dict[UUID, str]]:
    """How they are called in a list of balls: one query for both."""
    rows = [
        model.objects.open_to(viewer).filter(pk__in=asked).values_list("pk", "folder", "called", "where", Value(place))
        for place, (model, asked) in enumerate(((Approach, approaches), (Watch, watches)))
        if asked
    ]
    found: tuple[dict[UUID, str], dict[UUID, str]] = ({}, {})
    for matter, folder, called, where, place in rows[0].union(*rows[1:], all=True) if rows else []:
        viewer.sight.shows(folder, Part.SUPPORT)
        found[place][matter] = called or where
    return found


def _attempts(viewer: Viewer, row: Approach) -> list[AttemptLine]:
    tries = ApproachTry.objects.open_to(viewer).filter(approach=row).select_related("by__worker").order_by("number")
    signs: dict[UUID, list[Sign]] = {}
    for attempt, sign in (
        ApproachSign.objects.open_to(viewer).filter(attempt__approach=row).values_list("attempt", "sign")
    ):
        signs.setdefault(attempt, []).append(Sign(sign))
    return [
        AttemptLine(
            one.number,
            one.day,
            Way(one.way),
            Reaction(one.reaction),
            tuple(sorted(signs.get(one.pk, ()))),
            one.moved,
            one.beside,
            one.words,
            one.by.worker.name,
        )
        for one in tries
    ]


def _rests(viewer: Viewer, row: Approach) -> tuple[RestLine, ...]:
    lifts = {one.rest_id: one for one in ApproachLift.objects.open_to(viewer).filter(rest__approach=row)}
    rests = ApproachRest.objects.open_to(viewer).filter(Q(approach=row)).order_by("-until", "-made_at")
    return tuple(
        RestLine(
            one,
            Rest(local_day(one.made_at), one.until, RestLifter(one.lifter), one.pk in lifts),
            lifts.get(one.pk),
        )
        for one in rests
    )


def _notice(viewer: Viewer, notice: UUID | None) -> UUID | None:
    """Where it came from, if that is open."""
    if notice is None:
        return None
    return Notice.objects.open_to(viewer).filter(pk=notice).values_list("pk", flat=True).first()
