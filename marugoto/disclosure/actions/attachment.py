"""Add attachments to something that was written, take one back, carry them to a correction, let them leave with a misfiled entry."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from hashlib import sha256
from uuid import UUID

from marugoto.agencies.viewer import Viewer
from marugoto.disclosure.codes import PaperKind
from marugoto.disclosure.models import Attachment, AttachmentContent, AttachmentRemoval
from marugoto.disclosure.rules.attachment import kind_of, may_attach, may_remove, safe_name
from marugoto.disclosure.rules.photo import without_traces
from marugoto.ground.transaction import acting


@dataclass(frozen=True)
class Paper:
    """A file as it was sent: what its sender called it, and its bytes."""

    name: str
    content: bytes


@dataclass(frozen=True)
class Ready:
    """A file as it may be kept: known by its bytes, a photo without the place where it was taken, under a harmless name."""

    name: str
    kind: PaperKind
    content: bytes

    @property
    def sha256(self) -> str:
        return sha256(self.content).hexdigest()


def ready(paper: Paper) -> Ready:
    """Raises Refused, naming the file."""
    kind = kind_of(paper.content, name=paper.name)
    content = paper.content if kind is PaperKind.PDF else without_traces(paper.content, kind, name=paper.name)
    return Ready(safe_name(paper.name, kind), kind, content)


@acting
def attach(*, by: Viewer, at: datetime, matter: UUID, folder: UUID, papers: Iterable[Paper]) -> list[Attachment]:
    """All of them or none. The caller has looked whether `by` may write into the folder."""
    sent = list(papers)
    may_attach(len(sent)).require()
    return [_keep(by, at, matter, folder, paper) for paper in sent]


@acting
def take_back(*, by: Viewer, at: datetime, attachment: UUID) -> AttachmentRemoval:
    """One that was added by mistake leaves at once. Raises Attachment.DoesNotExist."""
    row = Attachment.objects.open_to(by).get(pk=attachment)
    may_remove(own=row.by == by.duty).require()
    return _let_go(by, at, [row])[0]


@acting
def carry(*, by: Viewer, at: datetime, matter: UUID, to: UUID) -> None:
    """A correction has what the entry had; when the correction is taken out, the entry has it again."""
    Attachment.objects.open_to(by).filter(matter=matter).update(matter=to)


@acting
def leave_with(*, by: Viewer, at: datetime, matter: UUID) -> list[AttachmentRemoval]:
    """A misfiled entry leaves the file, and everything that was attached to it."""
    return _let_go(by, at, list(Attachment.objects.open_to(by).filter(matter=matter)))


def _keep(by: Viewer, at: datetime, matter: UUID, folder: UUID, paper: Paper) -> Attachment:
    kept = ready(paper)
    row = Attachment.objects.create(
        body=by.body,
        made_at=at,
        folder_id=folder,
        matter=matter,
        name=kept.name,
        kind=kept.kind,
        size=len(kept.content),
        sha256=kept.sha256,
        by=by.duty,
    )
    AttachmentContent.objects.create(body=by.body, made_at=at, folder_id=folder, attachment=row, content=kept.content)
    return row


def _let_go(by: Viewer, at: datetime, rows: list[Attachment]) -> list[AttachmentRemoval]:
    stones = [
        AttachmentRemoval.objects.create(
            body=by.body, made_at=at, matter=row.matter, attachment_ref=row.pk, added_at=row.made_at, by=by.duty
        )
        for row in rows
    ]
    gone = [row.pk for row in rows]
    AttachmentContent.objects.within(by.body).filter(attachment__in=gone).delete()
    Attachment.objects.within(by.body).filter(pk__in=gone).delete()
    return stones
