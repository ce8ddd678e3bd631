"""Which places there are for whom, each with its last check: under every query of places, and no door's business."""

from django.db.models import OuterRef, QuerySet, Subquery

from marugoto.agencies.codes import Role
from marugoto.agencies.viewer import Viewer
from marugoto.community.codes import Tier
from marugoto.community.models import Confirmation, Place, PlaceEnding


def tiers_of(viewer: Viewer) -> list[Tier]:
    """What was told to coordinators only stays with them, in every list that names a place; a division outside welfare or a group
    reads what everybody reads."""
    if viewer.roles <= {Role.CLERK}:
        return [Tier.PUBLIC]
    confided = viewer.has(Role.COMMUNITY, Role.COORDINATOR, Role.SYSTEM)
    return [Tier.PUBLIC, Tier.PROFESSIONAL, *([Tier.COORDINATOR] if confided else [])]


def running(viewer: Viewer) -> QuerySet[Place]:
    ended = PlaceEnding.objects.within(viewer.body).filter(undone_at=None).values("place_id")
    return seen(viewer).exclude(pk__in=ended)


def seen(viewer: Viewer) -> QuerySet[Place]:
    """Places of the tiers this viewer may see, each with the day and the moment of its last check."""
    checks = Confirmation.objects.within(viewer.body).filter(place=OuterRef("pk")).order_by("-day", "-made_at")
    return (
        Place.objects.within(viewer.body)
        .filter(tier__in=tiers_of(viewer))
        .annotate(confirmed_on=Subquery(checks.values("day")[:1]), checked_at=Subquery(checks.values("made_at")[:1]))
    )
