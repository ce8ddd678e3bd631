"""Note which packages came, and which went out."""

from datetime import datetime
from uuid import UUID

from marugoto.exchange.porch.models import Parcel, TakenPackage
from marugoto.exchange.rules.package import Package


def note_taken(*, at: datetime, body: str, package: Package) -> bool:
    """False when it was taken before."""
    _, made = TakenPackage.objects.within(body).get_or_create(
        id=package.id, body=body, defaults={"made_at": at, "kind": package.kind, "sequence": package.sequence}
    )
    return made


def note_written(*, at: datetime, body: str, parcel: UUID) -> None:
    Parcel.objects.within(body).filter(pk=parcel).update(written_at=at)
