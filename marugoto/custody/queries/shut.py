"""Is what was told along with a ball still open? A consent can be taken back between the offer and the catch, and after it."""

from collections.abc import Collection
from dataclasses import dataclass
from uuid import UUID

from django.db.models import Q

from marugoto.agencies.viewer import Viewer
from marugoto.custody.access import WORDS_PART, way_of_offer
from marugoto.custody.codes import EndingKind
from marugoto.custody.models import Offer
from marugoto.disclosure.codes import BasisCode, Part
from marugoto.disclosure.models import Grant, GrantEnding, Prepared
from marugoto.disclosure.queries.folder import Open
from marugoto.ground.transaction import looking


@dataclass(frozen=True)
class ToldAlong:
    """One thing that opens, or opened, with the ball. `own`: the matter's own record; `shut`: closed before or after the catch."""

    basis: BasisCode
    part: Part
    own: bool
    shut: bool


@looking
def told_along(viewer: Viewer, offers: Collection[Offer]) -> dict[UUID, tuple[ToldAlong, ...]]:
    """By offer; two queries for one or ten. Offers come with their balls."""
    ways = {way_of_offer(row.pk): row for row in offers}
    rows = list(Prepared.objects.within(viewer.body).filter(via__in=ways).select_related("folder"))
    opened = [row for row in rows if row.opened_at is not None]
    live = _live(viewer, opened) if opened else set()
    found: dict[UUID, set[ToldAlong]] = {row.pk: set() for row in offers}
    for row in rows:
        shut = row.closed_at is not None or (row.opened_at is not None and (row.folder_id, row.team_id) not in live)
        part = Part(row.folder.part)
        own = row.folder.subject == ways[row.via].ball.matter and part is WORDS_PART
        found[ways[row.via].pk].add(ToldAlong(BasisCode(row.basis), part, own, shut))
    return {
        offer: tuple(sorted(told, key=lambda one: (one.basis, one.part, one.shut))) for offer, told in found.items()
    }


@looking
def is_shut(viewer: Viewer, offer: Offer) -> bool:
    """The matter's own record was told with this offer and is open no more."""
    return any(one.own and one.shut for one in told_along(viewer, [offer])[offer.pk])


def came_by(viewer: Viewer, ball: UUID) -> Offer | None:
    """The offer by which the ball came to whoever holds it, if it came by one."""
    caught = Offer.objects.within(viewer.body).filter(ball=ball, ended__kind=EndingKind.CAUGHT)
    return caught.select_related("ball").order_by("-ended__at", "-made_at").first()


def _live(viewer: Viewer, rows: list[Prepared]) -> set[tuple[UUID, UUID | None]]:
    """Folder and team, where the team may read it now on any ground; of the viewer's own team, what the viewer reads."""
    ended = GrantEnding.objects.within(viewer.body).filter(ended_at__lte=viewer.at).values("grant_id")
    grants = Grant.objects.within(viewer.body).filter(folder__in=[row.folder_id for row in rows], since__lte=viewer.at)
    mine = ~Q(team=viewer.team) | Q(Open(viewer))
    grants = grants.filter(Q(until=None) | Q(until__gt=viewer.at), mine, team__in=[row.team_id for row in rows])
    return set(grants.exclude(pk__in=ended).values_list("folder_id", "team_id"))
