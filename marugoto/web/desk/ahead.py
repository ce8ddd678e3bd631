"""The days to come of one household, from everything the page knows of it: each as far as its reader may read it."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from django.db.models import QuerySet, UUIDField
from django.urls import reverse
from django.utils.translation import gettext as _

from marugoto.agencies.viewer import Viewer
from marugoto.casework.queries.ahead import ORIGIN, STEP, origins_of, steps_ahead
from marugoto.casework.queries.case import NeedLine
from marugoto.casework.queries.journal import Entry
from marugoto.conferences.queries.dates import CONFERENCE, ahead_of
from marugoto.disclosure.codes import Part
from marugoto.disclosure.queries.folder import OpenQuestion
from marugoto.ground.transaction import looking
from marugoto.kernel.era import say_day
from marugoto.kernel.jst import JST, local_day
from marugoto.participation.queries.match import STAY, next_stay, stays_ahead
from marugoto.web.shell.dates import KINDS, DateKind

SHOWN = 6


@dataclass(frozen=True)
class Day:
    """`entry`: a promise, of which it is said here what became of it."""

    kind: str
    on: date
    day: str
    words: str
    who: str
    url: str
    late: bool
    entry: UUID | None = None


@dataclass(frozen=True)
class Origin:
    """A consultation from which the support came. `met`: the person concerned stood before somebody."""

    consultation: UUID
    day: date
    met: bool


@dataclass(frozen=True)
class Ahead:
    days: list[Day]
    origins: list[Origin]

    @property
    def next(self) -> list[Day]:
        return self.days[:SHOWN]

    @property
    def later(self) -> list[Day]:
        return self.days[SHOWN:]


def _rows(viewer: Viewer, case: UUID) -> QuerySet[Any, Any]:
    beside = (origins_of(viewer, case), ahead_of(viewer, case), stays_ahead(viewer, case))
    return steps_ahead(viewer, case).union(*beside, all=True)


_AHEAD = OpenQuestion(_rows, case=UUIDField())


@looking
def ahead(
    viewer: Viewer, case: UUID, *, entries: Iterable[Entry], needs: Iterable[NeedLine], review: tuple[UUID, date] | None
) -> Ahead:
    """One question, beside what the page has read already: promises among the entries, days of looking in, the review of the plan."""
    today, days, origins = local_day(viewer.at), [], []
    for row in _AHEAD.of(viewer, case=case):
        if row.row_folder:
            viewer.sight.shows(row.row_folder, Part.SUPPORT)
        if row.row_kind == ORIGIN:
            origins.append(Origin(row.row_ref, row.row_day, bool(row.row_n)))
        elif one := _TOLD[row.row_kind](row, today):
            days.append(one)
    days += _promises(entries, today) + _looks(needs, today)
    if review is not None:
        plan, on = review
        days.append(_day(DateKind.REVIEW, on, today, reverse("desk:plan", args=[plan])))
    return Ahead(sorted(days, key=lambda one: (one.on, one.kind, one.words)), sorted(origins, key=lambda one: one.day))


def _day(kind: DateKind, on: date, today: date, url: str, **said: Any) -> Day:
    known = {"day": say_day(on), "words": "", "who": "", "kind": str(KINDS[kind])} | said
    return Day(on=on, url=url, late=on < today, **known)


def _step(row: Any, today: date) -> Day:
    url = reverse("desk:plan", args=[row.row_ref])
    return _day(DateKind.STEP, row.row_day, today, url, words=row.row_title, who=row.row_who)


def _conference(row: Any, today: date) -> Day:
    begins, url = row.row_at.astimezone(JST), reverse("meeting:conference", args=[row.row_ref])
    told = {"day": f"{say_day(begins.date())} {begins:%H:%M}", "words": row.row_title, "who": row.row_who}
    return _day(DateKind.CONFERENCE, begins.date(), today, url, **told)


def _stay(row: Any, today: date) -> Day | None:
    due = next_stay(row.row_day, row.row_n)
    if due is None:
        return None
    words = _("%(place)s(%(n)d日)") % {"place": row.row_title, "n": due[0]}
    return _day(DateKind.STAY, due[1], today, reverse("desk:match", args=[row.row_ref]), words=words)


_TOLD = {STEP: _step, CONFERENCE: _conference, STAY: _stay}


def _promises(entries: Iterable[Entry], today: date) -> list[Day]:
    return [
        _day(
            DateKind.PROMISE,
            one.promise_on,
            today,
            reverse("desk:promise", args=[one.entry]),
            words=one.promise,
            who=one.writer,
            entry=one.entry,
        )
        for one in entries
        if one.promise_on and one.promise_end is None
    ]


def _looks(needs: Iterable[NeedLine], today: date) -> list[Day]:
    return [
        _day(DateKind.LOOK, one.ball.look_on, today, reverse("desk:need", args=[one.need]), words=one.title)
        for one in needs
        if one.ball.look_on
    ]
