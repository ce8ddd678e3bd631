"""Long lists that are being worked through: what a worker may take up, and how far one has come."""

from uuid import UUID

from marugoto.agencies.viewer import Viewer
from marugoto.exchange.models import ImportWork
from marugoto.exchange.rules.permission import may_import
from marugoto.exchange.rules.work import LEFT_ALONE, Stage, is_free
from marugoto.ground.transaction import looking

Work = ImportWork  # as it is read; doors take the word from here


@looking
def free_works(viewer: Viewer, hand: UUID) -> list[ImportWork]:
    """Those that nobody else has in hand, the oldest first."""
    rows = ImportWork.objects.within(viewer.body).filter(ended_at=None).order_by("made_at", "pk")
    return [one for one in rows if one.hand == hand or is_free(one.beat_at, viewer.at)]


@looking
def changes_places(viewer: Viewer) -> bool:
    """A long list is being taken in, or back. One that takes too long counts no more: what is taken back is never given up."""
    works = ImportWork.objects.within(viewer.body).filter(stage__in=(Stage.TAKING, Stage.TAKING_BACK))
    return works.filter(ended_at=None, made_at__gt=viewer.at - LEFT_ALONE).exists()


@looking
def last_work(viewer: Viewer, prepared: UUID) -> ImportWork | None:
    """What was done last with a list, or is being done; None for a short one, and for whoever may not import."""
    if not may_import(viewer.roles):
        return None
    return ImportWork.objects.within(viewer.body).filter(of=prepared).order_by("-made_at", "-pk").first()


@looking
def works_of(viewer: Viewer, prepared: list[UUID]) -> dict[UUID, ImportWork]:
    """The last of each."""
    rows = ImportWork.objects.within(viewer.body).filter(of__in=prepared).order_by("made_at", "pk")
    return {one.of_id: one for one in rows}
