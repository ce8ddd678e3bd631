"""閲覧の見守り: once a day, go through the looks of a day that lies far enough back for every tie to have come about."""

from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass, field, replace
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
OF_A_LOOK = ("pk", "worker", "duty", "made_at", "matter", "searched", "folders")
AT_ONCE = 2_000
BY_OFFICE = frozenset({Role.COORDINATOR, Role.PRIVACY, Role.SYSTEM})  # look at everything: there a look needs no tie


def watch(*, by: Viewer, at: datetime) -> int:
    """Answers how many signs are new; run twice it finds nothing more. Each day is a transaction of its own: nobody waits for a
    month that is made up for, and what was gone through stays so."""
    return sum(watch_day(by=by, at=at, day=day) for day in _days_ahead(by=by, at=at))


@acting
def _days_ahead(*, by: Viewer, at: datetime) -> list[date]:
    last = local_day(at) - WAITS
    days = {last - timedelta(days=back) for back in range(BACK)}
    return sorted(days - {row.day for row in _KNOWN.ask(body=by.body, first=min(days), last=last)})


def _known(body: str, first: date, last: date) -> QuerySet[Any]:
    return WatchedDay.objects.within(body).filter(day__gte=first, day__lte=last).values_list("day")


_KNOWN: Question[Any] = Question(_known, body=CharField(), first=DateField(), last=DateField())


@acting
def watch_day(*, by: Viewer, at: datetime, day: date) -> int:
    begin = datetime.combine(day, time(), JST)
    seen = _seen(by, begin)
    WatchedDay.objects.create(body=by.body, made_at=at, day=day, looks=seen.looks)
    if not seen.looks:
        return 0
    duties, subjects = _duties(seen.duties), subjects_of(by, seen.folders)
    declared = _declared(by, seen.workers)
    near = together(by, {*subjects.values(), *(subject for _worker, subject in declared)})
    faces = [_face(look, duties[look.duty], subjects, near) for look in _looks(by, begin) if look.duty in duties]
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


@dataclass
class Seen:
    """What the looks of a day have to do with, each once."""

    looks: int = 0
    duties: set[UUID] = field(default_factory=set)
    workers: set[UUID] = field(default_factory=set)
    folders: set[UUID] = field(default_factory=set)


def _seen(by: Viewer, begin: datetime) -> Seen:
    found = Seen()
    for look in _looks(by, begin):
        found.looks += 1
        found.duties.add(look.duty)
        found.workers.add(look.worker)
        if look.matter:  # a list shows many, and needs no tie to any
            found.folders.update(UUID(folder) for folder, *_ in look.folders)
    return found


def _looks(by: Viewer, begin: datetime) -> Iterator[Any]:
    """Of that day, in their order, a piece at a time: in a city they are many, and each list names every folder it showed."""
    rows = Look.objects.within(by.body).filter(made_at__gte=begin, made_at__lt=begin + timedelta(days=1))
    return rows.order_by("made_at", "pk").values_list(*OF_A_LOOK, named=True).iterator(AT_ONCE)


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


def _face(look: Any, duty: Duty, subjects: dict[UUID, UUID], near: Together) -> LookFace:
    """Opened by itself: the page was asked for by an id, and all that lay open belongs to one household."""
    opened = [UUID(folder) for folder, *_ in look.folders] if look.matter else []
    homes = {near.of(subjects[folder]) for folder in opened if folder in subjects}
    return LookFace(
        look=look.pk,
        worker=look.worker,
        duty=look.duty,
        team=duty.team_id,
        at=look.made_at,
        subject=next(iter(homes)) if len(homes) == 1 else None,
        searched=bool(look.searched),
        watches=bool(duty.role_set() & BY_OFFICE),
    )
