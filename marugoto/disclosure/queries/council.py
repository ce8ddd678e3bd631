"""Look at the bodies of this municipality: which run on a day, who belongs to them, and what is promised there."""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.db.models import Q, QuerySet

from marugoto.agencies.models import Duty
from marugoto.agencies.queries.directory import called, names_of_duties
from marugoto.agencies.viewer import Viewer
from marugoto.disclosure.codes import BasisCode, CouncilKind, MemberSort, NoticeKind
from marugoto.disclosure.models import Council, CouncilMember, CouncilText
from marugoto.disclosure.rules.council import BY_KIND, Belongs, Sort
from marugoto.ground.transaction import looking
from marugoto.kernel.jst import local_day


@dataclass(frozen=True)
class MemberLine:
    member: UUID
    said: str
    person: str
    sort: MemberSort
    since: date
    until: date | None
    running: bool
    reason: str = ""


@dataclass(frozen=True)
class CouncilLine:
    """`words`: the pledge in force, its version beside it; 0 where the body has none of its own and the law's own sentence is used."""

    council: UUID
    sort: Sort
    name: str
    notice_kind: NoticeKind
    notice: str
    notice_day: date
    coordinator: str
    since: date
    until: date | None
    running: bool
    words: str
    version: int
    by_name: str
    members: tuple[MemberLine, ...] = ()
    reason: str = ""

    @property
    def basis(self) -> BasisCode | None:
        return self.sort.basis


@looking
def councils(viewer: Viewer) -> list[CouncilLine]:
    """Those that run first, then the former; with members and texts: five queries for however many."""
    today = local_day(viewer.at)
    rows = list(_rows(viewer).order_by("name", "-since"))
    members, texts = _members(viewer, [row.pk for row in rows], today), _texts(viewer, [row.pk for row in rows], today)
    names = names_of_duties([row.ended.by if row.ended else row.by for row in rows])
    found = [_line(row, today, members.get(row.pk, ()), texts.get(row.pk), names) for row in rows]
    return sorted(found, key=lambda one: not one.running)


@looking
def running_on(viewer: Viewer, day: date) -> list[CouncilLine]:
    """Without members: three queries."""
    rows = list(_in_force(_rows(viewer), day).order_by("name", "-since"))
    texts = _texts(viewer, [row.pk for row in rows], day)
    return [_line(row, day, (), texts.get(row.pk), {}) for row in rows]


@looking
def by_ids(viewer: Viewer, councils: Collection[UUID], day: date) -> dict[UUID, CouncilLine]:
    """Those that were called together, also where one has ended since."""
    rows = list(_rows(viewer).filter(pk__in=councils)) if councils else []
    texts = _texts(viewer, [row.pk for row in rows], day)
    return {row.pk: _line(row, day, (), texts.get(row.pk), {}) for row in rows}


@looking
def belonging(viewer: Viewer, council: UUID, day: date) -> list[Belongs]:
    """Who belongs to it on that day."""
    rows = members_in_force(viewer.body, day).filter(council=council).order_by("made_at", "pk")
    return [Belongs(row.pk, row.agency_id, row.duty_id) for row in rows]


def members_in_force(body: str, day: date) -> QuerySet[CouncilMember]:
    return CouncilMember.objects.within(body).filter(Q(until=None) | Q(until__gt=day), still(day), since__lte=day)


def _rows(viewer: Viewer) -> QuerySet[Council]:
    return Council.objects.within(viewer.body).select_related("coordinator__agency", "ended")


def _in_force(rows: QuerySet[Council], day: date) -> QuerySet[Council]:
    return rows.filter(still(day), since__lte=day)


def still(day: date) -> Q:
    """Not ended on that day: an ending may lie ahead."""
    return Q(ended=None) | Q(ended__day__gt=day)


def _texts(viewer: Viewer, councils: Iterable[UUID], day: date) -> dict[UUID, CouncilText]:
    """The text in force on that day: the highest version that has begun."""
    rows = CouncilText.objects.within(viewer.body).filter(council__in=list(councils), since__lte=day)
    return {row.council_id: row for row in rows.order_by("version")}


def _members(viewer: Viewer, councils: Iterable[UUID], day: date) -> dict[UUID, tuple[MemberLine, ...]]:
    rows = CouncilMember.objects.within(viewer.body).filter(council__in=list(councils))
    found: dict[UUID, list[MemberLine]] = {}
    for row in rows.select_related("agency", "duty__worker", "ended").order_by("agency__name", "name", "since"):
        ends = [one for one in (row.until, row.ended.day if row.ended else None) if one]
        until = min(ends) if ends else None
        found.setdefault(row.council_id, []).append(
            MemberLine(
                row.pk,
                row.agency.name if row.agency else row.name,
                row.duty.worker.name if row.duty else (row.name if row.agency else ""),
                MemberSort(row.sort),
                row.since,
                until,
                row.since <= day and (until is None or until > day),
                row.ended.reason if row.ended else "",
            )
        )
    return {council: tuple(sorted(lines, key=lambda one: not one.running)) for council, lines in found.items()}


def _line(
    row: Council,
    day: date,
    members: tuple[MemberLine, ...],
    text: CouncilText | None,
    names: Mapping[UUID, Duty],
) -> CouncilLine:
    sort, until = BY_KIND[CouncilKind(row.kind)], row.ended.day if row.ended else None
    hand = names.get(row.ended.by if row.ended else row.by)
    return CouncilLine(
        council=row.pk,
        sort=sort,
        name=row.name,
        notice_kind=NoticeKind(row.notice_kind),
        notice=row.notice,
        notice_day=row.notice_day,
        coordinator=called(row.coordinator) if row.coordinator else "",
        since=row.since,
        until=until,
        running=row.since <= day and (until is None or until > day),
        words=text.words if text else sort.pledge,
        version=text.version if text else 0,
        by_name=hand.worker.name if hand else "",
        members=members,
        reason=row.ended.reason if row.ended else "",
    )
