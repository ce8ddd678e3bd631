"""Look at consent: the latest answer of each person about each receiver."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from marugoto.agencies.viewer import Viewer
from marugoto.disclosure.codes import ConsentState, Part
from marugoto.disclosure.models import Consent, ConsentItem
from marugoto.ground.transaction import looking


@dataclass(frozen=True)
class Answer:
    person: UUID
    receiver: UUID | None
    receiver_name: str
    state: ConsentState
    parts: tuple[Part, ...]
    answered_on: date | None
    until: date | None
    note: str


@looking
def answers(viewer: Viewer, persons: Iterable[UUID]) -> list[Answer]:
    """Newest first; an answer that a later one replaced is not in the list."""
    rows = Consent.objects.open_to(viewer).filter(person__in=set(persons)).select_related("receiver__agency")
    latest: dict[tuple[UUID, UUID | None], Consent] = {}
    for row in rows.order_by("-made_at"):
        latest.setdefault((row.person, row.receiver_id), row)
        viewer.sight.shows(row.folder_id, Part.BASIC)
    parts: dict[UUID, list[Part]] = {}
    for item in ConsentItem.objects.open_to(viewer).filter(consent__in=list(latest.values())).order_by("part"):
        parts.setdefault(item.consent_id, []).append(Part(item.part))
    return [
        Answer(
            person=row.person,
            receiver=row.receiver_id,
            receiver_name=row.receiver.name if row.receiver else "",
            state=ConsentState(row.state),
            parts=tuple(parts.get(row.pk, ())),
            answered_on=row.answered_on,
            until=row.until,
            note=row.note,
        )
        for row in latest.values()
    ]
