"""閲覧の見守り: once a day, go through the looks of a day that lies far enough back for every tie to have come about."""

from collections.abc import Collection, Iterable
from dataclasses import replace
from datetime import date, datetime, time, timedelta
from typing import Any
from uuid import UUID

from django.db.models import CharField, DateField, QuerySet

from marugoto.agencies.codes import Role
from marugoto.agencies.models import Duty
from marugoto.agencies.viewer import Viewer
from marugoto.custody.queries.tie import ties
from marugoto.disclosure.models import Conflict, Look, LookSign, WatchedDay
from marugoto.disclosure.queries.household_of import Together, subjects_of, together
from marugoto.disclosure.rules.watch import NEAR, LookFace, signs
from marugoto.ground.question import Question
from marugoto.ground.transaction import acting
from marugoto.kernel.jst import JST, local_day

WAITS = NEAR + timedelta(days=1)  # until then a tie may still come about
BACK = 31  # days that are made up for
BY_OFFICE = frozenset({Role.COORDINATOR, Role.PRIVACY, Role.SYSTEM})  # look at everything: there a look needs no tie


@acting
def watch(*, by: Viewer, at: datetime) -> int:
    """Answers how many signs are new; run twice it finds nothing more."""
    last = local_day(at) - WAITS
    days = {last - timedelta(days=back) for back in range(BACK)}
    known = {row.day for row in _KNOWN.ask(body=by.body, first=min(days), last=last)}
    return sum(_watch_day(by, at, day) for day in sorted(days - known))


def _known(body: str, first: date, last: date) -> QuerySet[Any]:
    return WatchedDay.objects.within(body).filter(day__gte=first, day__lte=last).values_list("day")


_KNOWN: Question[Any] = Question(_known, body=CharField(), first=DateField(), last=DateField())


def _watch_day(by: Viewer, at: datetime, day: date) -> int:
    begin = datetime.combine(day, time(), JST)
    rows = Look.objects.within(by.body).filter(made_at__gte=begin, made_at__lt=begin + timedelta(days=1))
    looks = list(rows.order_by("made_at", "pk"))
    WatchedDay.objects.create(body=by.body, made_at=at, day=day, looks=len(looks))
    if not looks:
        return 0
    duties = _duties({look.duty for look in looks})
    subjects = subjects_of(by, {UUID(folder) for look in looks for folder, *_ in look.folders})
    declared = _declared(by, {look.worker for look in looks})
    near = together(by, {*subjects.values(), *(subject for _worker, subject in declared)})
    faces = [_face(look, duties[look.duty], subjects, near) for look in looks if look.duty in duties]
    found = signs(
        faces,
        [replace(tie, subject=near.of(tie.subject)) for tie in _ties(by, near, begin)],
        calendar=by.calendar,
        duties=_hats(duties.values()),
        declared={(worker, near.of(subject)) for worker, subject in declared},
    )
    made = LookSign.objects.within(by.body).bulk_create(
        LookSign(
            body=by.body,
            made_at=at,
            look=one.look,
            worker_id=one.worker,
            duty_id=one.duty,
            subject=one.subject,
            at=one.at,
            looks=one.looks,
            signs=",".join(one.signs),
        )
        for one in found
    )
    return len(made)


def _ties(by: Viewer, near: Together, begin: datetime) -> list[Any]:
    return ties(by, near.known(), since=begin - NEAR, until=begin + timedelta(days=1) + NEAR)


def _duties(wanted: Collection[UUID]) -> dict[UUID, Duty]:
    """Those who looked, with every other hat of theirs: what was done under one, one person did."""
    all_of = Duty.objects.everywhere("whoever looked, of whichever body")
    workers = all_of.filter(pk__in=wanted).values("worker")
    return {duty.pk: duty for duty in all_of.filter(worker__in=workers)}


def _hats(duties: Iterable[Duty]) -> dict[UUID, set[UUID]]:
    found: dict[UUID, set[UUID]] = {}
    for duty in duties:
        found.setdefault(duty.worker_id, set()).add(duty.pk)
    return found


def _declared(by: Viewer, workers: Collection[UUID]) -> set[tuple[UUID, UUID]]:
    rows = Conflict.objects.within(by.body).filter(worker__in=workers, ended=None)
    return set(rows.values_list("worker", "subject"))


def _face(look: Look, duty: Duty, subjects: dict[UUID, UUID], near: Together) -> LookFace:
    """Opened by itself: the page was asked for by an id, and all that lay open belongs to one household."""
    known = [subjects[UUID(folder)] for folder, *_ in look.folders if UUID(folder) in subjects]
    homes = {near.of(subject) for subject in known}
    return LookFace(
        look=look.pk,
        worker=look.worker,
        duty=look.duty,
        team=duty.team_id,
        at=look.made_at,
        subject=next(iter(homes)) if len(homes) == 1 and look.matter else None,
        searched=bool(look.searched),
        watches=bool(duty.role_set() & BY_OFFICE),
    )
