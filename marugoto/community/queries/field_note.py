"""Read the field diary."""

from dataclasses import dataclass
from uuid import UUID

from django.db.models import Count, Q, Sum

from marugoto.agencies.viewer import Viewer
from marugoto.community.models import FieldNote
from marugoto.community.queries.place import tiers_of
from marugoto.ground.transaction import looking
from marugoto.kernel.jst import local_day

Note = FieldNote  # as it is read; doors take the word from here

PAGE = 50


@dataclass(frozen=True)
class Diary:
    """One page of `count` notes, newest first; `month_count` and `month_minutes` are of the running month, the whole body."""

    rows: tuple[FieldNote, ...]
    count: int
    page: int
    month_count: int
    month_minutes: int

    @property
    def pages(self) -> int:
        return max(1, -(-self.count // PAGE))


@looking
def diary(viewer: Viewer, *, kind: str = "", district: str = "", page: int = 1) -> Diary:
    """Three queries, for ten notes or five hundred. A page beyond the last is the last."""
    rows = FieldNote.objects.within(viewer.body).filter(Q(place=None) | Q(place__tier__in=tiers_of(viewer)))
    if kind:
        rows = rows.filter(kind=kind)
    if district:
        rows = rows.filter(district__code=district)
    count = rows.count()
    page = min(max(page, 1), max(1, -(-count // PAGE)))
    today = local_day(viewer.at)
    month = FieldNote.objects.within(viewer.body).filter(day__gte=today.replace(day=1), day__lte=today)
    so_far = month.aggregate(times=Count("pk"), minutes=Sum("minutes"))
    shown = rows.select_related("place", "district").order_by("-day", "-made_at", "pk")
    return Diary(
        rows=tuple(shown[(page - 1) * PAGE : page * PAGE]),
        count=count,
        page=page,
        month_count=so_far["times"],
        month_minutes=so_far["minutes"] or 0,
    )


@looking
def of_place(viewer: Viewer, place: UUID, most: int = 10) -> tuple[FieldNote, ...]:
    """What was last seen and heard there."""
    return tuple(FieldNote.objects.within(viewer.body).filter(place=place).order_by("-day", "-made_at")[:most])
