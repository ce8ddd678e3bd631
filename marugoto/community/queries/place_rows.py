"""Which places there are for whom, each with its last check: under every query of places, and no door's business."""

from datetime import date
from typing import Any

from django.db.models import Count, Exists, OuterRef, Q, QuerySet, Subquery
from django.db.models.functions import Coalesce

from marugoto.agencies.codes import Role
from marugoto.agencies.viewer import Viewer
from marugoto.community.codes import PlaceKind, PromiseKind, Tier
from marugoto.community.models import Confirmation, ContactTry, Place, PlaceDoubt, PlaceEnding, PlacePromise
from marugoto.community.rules.check import GRAVE, MONTHS, months_after


def tiers_of(viewer: Viewer) -> list[Tier]:
    """What was told to coordinators only stays with them, in every list that names a place; a division outside welfare or a group
    reads what everybody reads."""
    if viewer.roles <= {Role.CLERK}:
        return [Tier.PUBLIC]
    confided = viewer.has(Role.COMMUNITY, Role.COORDINATOR, Role.SYSTEM)
    return [Tier.PUBLIC, Tier.PROFESSIONAL, *([Tier.COORDINATOR] if confided else [])]


def told_of(viewer: Viewer, place: str = "place") -> Q:
    """Rows at no place, or at one of which this viewer is told: what is written about a hidden place stays with it."""
    return Q(**{place: None}) | Q(**{f"{place}__tier__in": tiers_of(viewer)})


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


def promised(viewer: Viewer, kind: PromiseKind, day: date) -> Exists:
    """Whether this promise is in force at the place of the row."""
    rows = PlacePromise.objects.within(viewer.body).filter(place=OuterRef("pk"), kind=kind, lifted_at=None)
    return Exists(rows.filter(Q(until=None) | Q(until__gt=day)))


def tried(viewer: Viewer) -> Any:
    """On how many days nobody was reached since the last check; stands on `checked_at` of `seen`."""
    rows = ContactTry.objects.within(viewer.body).filter(place=OuterRef("pk"))
    since = rows.filter(Q(made_at__gt=OuterRef("checked_at")) | Q(place__in=_unchecked(viewer)))
    counted = since.order_by().values("place").annotate(times=Count("day", distinct=True)).values("times")
    return Coalesce(Subquery(counted), 0)


def doubted(viewer: Viewer) -> Subquery:
    """The latest grave doubt since the last check, or nothing."""
    rows = PlaceDoubt.objects.within(viewer.body).filter(place=OuterRef("pk"), reason__in=GRAVE)
    since = rows.filter(Q(made_at__gt=OuterRef("checked_at")) | Q(place__in=_unchecked(viewer)))
    return Subquery(since.order_by("-made_at").values("reason")[:1])


def past_its_day(months: dict[PlaceKind, int], today: date) -> Q:
    """Checked longer ago than its kind allows, or never; a kind of an older list like the others."""
    by_months: dict[int, list[PlaceKind]] = {}
    for kind, allowed in months.items():
        by_months.setdefault(allowed, []).append(kind)
    late = Q(confirmed_on=None)
    for allowed, kinds in by_months.items():
        late |= Q(kind__in=kinds, confirmed_on__lte=months_after(today, -allowed))
    usual = MONTHS[PlaceKind.OTHER]
    return late | (~Q(kind__in=list(PlaceKind)) & Q(confirmed_on__lte=months_after(today, -usual)))


def _unchecked(viewer: Viewer) -> Any:
    checked = Confirmation.objects.within(viewer.body).values("place_id")
    return Place.objects.within(viewer.body).exclude(pk__in=checked).values("pk")
