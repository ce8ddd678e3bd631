"""Look at attachments: lists without their bytes, and one of them whole."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from hashlib import sha256
from typing import Any
from uuid import UUID

from django.db.models import OuterRef, QuerySet, Subquery

from marugoto.agencies.models import Duty
from marugoto.agencies.viewer import Viewer
from marugoto.disclosure.codes import PaperKind, Part
from marugoto.disclosure.models import Attachment
from marugoto.disclosure.queries.folder import OpenQuestion
from marugoto.ground.question import Among, Ids
from marugoto.ground.transaction import looking


class Changed(RuntimeError):
    """The bytes are not those that were kept: the table was changed behind the application, or the disk is failing."""


@dataclass(frozen=True)
class AttachmentLine:
    attachment: UUID
    matter: UUID
    name: str
    kind: PaperKind
    size: int
    at: datetime
    writer: str
    mine: bool


@looking
def of_matters(viewer: Viewer, matters: Iterable[UUID]) -> dict[UUID, tuple[AttachmentLine, ...]]:
    """By what they belong to, in the order in which they were added; one question, whether there are few or many."""
    found: dict[UUID, list[AttachmentLine]] = defaultdict(list)
    wanted = list(matters)
    for line in _said(viewer, _OF_MATTERS.of(viewer, matters=wanted)) if wanted else ():
        found[line.matter].append(line)
    return {matter: tuple(kept) for matter, kept in found.items()}


def lines(viewer: Viewer, rows: QuerySet[Attachment]) -> list[AttachmentLine]:
    """For queries that have chosen the rows and their order; tells the look what is shown."""
    return _said(viewer, _named(rows))


def _named(rows: QuerySet[Attachment]) -> QuerySet[Any]:
    writers = Duty.objects.everywhere("who added what the viewer sees").filter(pk=OuterRef("by"))
    return rows.annotate(writer=Subquery(writers.values("worker__name")[:1]))


def _of_matters(viewer: Viewer, matters: Any) -> QuerySet[Any]:
    return _named(Attachment.objects.open_to(viewer).filter(Among("matter", matters)).order_by("made_at", "pk"))


_OF_MATTERS = OpenQuestion(_of_matters, matters=Ids())


def _said(viewer: Viewer, rows: Iterable[Any]) -> list[AttachmentLine]:
    found = []
    for row in rows:
        viewer.sight.shows(row.folder_id, Part.SUPPORT)
        found.append(
            AttachmentLine(
                attachment=row.pk,
                matter=row.matter,
                name=row.name,
                kind=PaperKind(row.kind),
                size=row.size,
                at=row.made_at,
                writer=row.writer or "まるごと",
                mine=row.by == viewer.duty,
            )
        )
    return found


@looking
def whole(viewer: Viewer, attachment: UUID) -> tuple[Attachment, bytes] | None:
    """With its bytes, exactly as they were kept; raises `Changed` when they are not."""
    row = Attachment.objects.open_to(viewer).select_related("content").filter(pk=attachment).first()
    if row is None:
        return None
    viewer.sight.shows(row.folder_id, Part.SUPPORT)
    content = bytes(row.content.content)
    if sha256(content).hexdigest() != row.sha256:
        raise Changed(str(row.pk))
    return row, content


@looking
def matter_of(viewer: Viewer, attachment: UUID) -> UUID | None:
    """What it belongs to, where it is open to the viewer; nothing of it is shown."""
    return Attachment.objects.open_to(viewer).filter(pk=attachment).values_list("matter", flat=True).first()
