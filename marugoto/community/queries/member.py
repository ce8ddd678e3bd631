"""Look at those outside welfare who make the town together: no case and no person stands in any of it."""

from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from uuid import UUID

from django.db.models import Q

from marugoto.agencies.viewer import Viewer
from marugoto.community.models import Cooperation, StandingMember, Undertaking
from marugoto.ground.transaction import looking

Member = StandingMember  # as it is read; doors take the word from here


@dataclass(frozen=True)
class MemberLine:
    """`measures`: the names of what runs; `asks`: how many requests wait for an answer."""

    member: StandingMember
    measures: tuple[str, ...]
    asks: int

    @property
    def does(self) -> int:
        return len(self.measures)


@dataclass(frozen=True)
class MemberPage:
    member: StandingMember
    own: bool
    undertakings: tuple[Undertaking, ...]
    cooperations: tuple[Cooperation, ...]


@looking
def members(viewer: Viewer) -> list[MemberLine]:
    """Those who take part now, divisions first: three queries."""
    rows = StandingMember.objects.within(viewer.body).filter(ended=None).select_related("team__agency")
    found = list(rows.order_by("kind", "name"))
    running = Undertaking.objects.within(viewer.body).filter(until=None).order_by("since", "name")
    waiting = (
        Cooperation.objects.within(viewer.body).filter(answer=None, sheet=None).values_list("member_id", flat=True)
    )
    measures: defaultdict[UUID, list[str]] = defaultdict(list)
    for member, name in running.values_list("member_id", "name"):
        measures[member].append(name)
    asks_of = Counter(waiting)
    return [MemberLine(row, tuple(measures[row.pk]), asks_of[row.pk]) for row in found]


@looking
def get(viewer: Viewer, member: UUID) -> MemberPage | None:
    row = StandingMember.objects.within(viewer.body).select_related("team__agency", "ended").filter(pk=member).first()
    return _page(viewer, row) if row else None


@looking
def own_page(viewer: Viewer) -> MemberPage | None:
    """The member as which the viewer's team, or another of the same agency, takes part."""
    rows = StandingMember.objects.within(viewer.body).filter(ended=None).select_related("team__agency", "ended")
    mine = rows.filter(Q(team=viewer.team) | Q(team__agency=viewer.agency)).order_by("-team__pk", "pk")
    row = next((one for one in mine if one.team_id == viewer.team), None) or mine.first()
    return _page(viewer, row) if row else None


@looking
def undertakings(viewer: Viewer, *, lack: str = "") -> list[Undertaking]:
    """All that members do now, by what they answer."""
    rows = Undertaking.objects.within(viewer.body).filter(until=None, member__ended=None).select_related("member")
    return list((rows.filter(lack=lack) if lack else rows).order_by("lack", "name"))


@looking
def cooperation(viewer: Viewer, cooperation: UUID) -> Cooperation | None:
    rows = Cooperation.objects.within(viewer.body).select_related("member__team", "answer")
    return rows.filter(pk=cooperation).first()


@looking
def cooperations_named(viewer: Viewer, ids: Iterable[UUID]) -> dict[UUID, tuple[str, str, bool]]:
    """Which member, for what, and whether it is the member that is asked."""
    rows = Cooperation.objects.within(viewer.body).filter(pk__in=set(ids))
    found = rows.values_list("pk", "member__name", "title", "sheet__pk")
    return {pk: (name, title, sheet is not None) for pk, name, title, sheet in found}


def is_own(viewer: Viewer, member: StandingMember) -> bool:
    return member.team is not None and (member.team_id == viewer.team or member.team.agency_id == viewer.agency)


def _page(viewer: Viewer, row: StandingMember) -> MemberPage:
    does = Undertaking.objects.within(viewer.body).filter(member=row).order_by("until", "lack", "name")
    asks = Cooperation.objects.within(viewer.body).filter(member=row).select_related("answer").order_by("-made_at")
    return MemberPage(row, is_own(viewer, row), tuple(does), tuple(asks[:50]))
