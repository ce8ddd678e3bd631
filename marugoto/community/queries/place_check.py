"""Whose turn it is: places to be asked again, for the team that tends each; and what is written about one place's checks."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.db.models import F, Q, QuerySet

from marugoto.agencies.models import Team
from marugoto.agencies.queries import directory
from marugoto.agencies.viewer import Viewer
from marugoto.community.codes import PromiseKind
from marugoto.community.models import Confirmation, ContactTry, Place, PlaceDoubt, PlacePromise
from marugoto.community.queries.place_rows import doubted, past_its_day, promised, running, tried
from marugoto.community.rules.check import kind_of, months_after, months_by_kind
from marugoto.ground.transaction import looking
from marugoto.kernel.jst import local_day

PAGE = 50


@dataclass(frozen=True)
class DueLine:
    """One place whose turn it is; `due_on`: since when; `doubt`: what was heard against the list, or nothing."""

    place: Place
    due_on: date
    confirmed_on: date | None
    tries: int
    doubt: str


@dataclass(frozen=True)
class DueList:
    """One page of `count`; each due place has exactly one holder: the team that tends it, or the team for the community."""

    rows: tuple[DueLine, ...]
    count: int
    page: int
    teams: tuple[Team, ...]
    holder: UUID | None

    @property
    def pages(self) -> int:
        return max(1, -(-self.count // PAGE))


@dataclass(frozen=True)
class HostStory:
    """What was promised to the host, how often nobody was reached, and what spoke against the list; newest first."""

    promises: tuple[PlacePromise, ...]
    tries: tuple[ContactTry, ...]
    doubts: tuple[PlaceDoubt, ...]
    confirmed_on: date | None
    checked_since: Confirmation | None


@looking
def due(viewer: Viewer, *, holder: UUID | None = None, page: int = 1) -> DueList:
    """Doubted ones first, then those never asked, then the oldest. `holder`: of one team only."""
    today = local_day(viewer.at)
    months = months_by_kind(directory.profile(viewer.body, today))
    keepers, standing = directory.community_teams(viewer), directory.teams(viewer)
    rows = _due(viewer, past_its_day(months, today), today)
    if holder is not None:
        rows = rows.filter(_held_by(holder, [team.pk for team in standing], keepers[0].pk if keepers else None))
    count = rows.count()
    page = min(max(page, 1), max(1, -(-count // PAGE)))
    order = (F("doubt").desc(nulls_last=True), F("confirmed_on").asc(nulls_first=True), "folded", "pk")
    shown = rows.select_related("district", "owner").order_by(*order)[(page - 1) * PAGE : page * PAGE]
    lines = tuple(_line(row, months[kind_of(row.kind)]) for row in shown)
    return DueList(lines, count, page, tuple(standing), holder)


@looking
def of_place(viewer: Viewer, place: UUID) -> HostStory:
    """Four queries."""
    last = Confirmation.objects.within(viewer.body).filter(place=place).order_by("-day", "-made_at").first()
    since = {"made_at__gt": last.made_at} if last else {}
    tries = ContactTry.objects.within(viewer.body).filter(place=place, **since).order_by("-made_at")
    doubts = PlaceDoubt.objects.within(viewer.body).filter(place=place, **since).order_by("-made_at")
    promises = PlacePromise.objects.within(viewer.body).filter(place=place).order_by("-made_at")
    return HostStory(tuple(promises[:20]), tuple(tries[:20]), tuple(doubts[:20]), last.day if last else None, last)


def _due(viewer: Viewer, late: Q, today: date) -> QuerySet[Place]:
    rows = running(viewer).annotate(
        tries=tried(viewer), doubt=doubted(viewer), quiet=promised(viewer, PromiseKind.NOT_CONTACTED, today)
    )
    return rows.filter(late | Q(doubt__isnull=False), quiet=False)


def _held_by(holder: UUID, standing: list[UUID], keeper: UUID | None) -> Q:
    """A place whose own team is no more, or that never had one, is held by the team for the community."""
    if holder == keeper:
        return Q(owner=None) | Q(owner=holder) | ~Q(owner__in=standing)
    return Q(owner=holder)


def _line(row: Place, months: int) -> DueLine:
    confirmed_on: date | None = row.confirmed_on
    due_on = months_after(confirmed_on, months) if confirmed_on else local_day(row.made_at)
    return DueLine(row, due_on, confirmed_on, row.tries, row.doubt or "")
