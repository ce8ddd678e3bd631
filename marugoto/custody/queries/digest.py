"""Read the digests of one's own mornings."""

from marugoto.agencies.viewer import Viewer
from marugoto.custody.models import Digest
from marugoto.ground.transaction import looking

DAYS = 14


@looking
def own(viewer: Viewer) -> list[Digest]:
    """The newest first."""
    return list(Digest.objects.within(viewer.body).filter(duty=viewer.duty).order_by("-day")[:DAYS])
