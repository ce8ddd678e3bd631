"""Put photos to a note of the diary: drawn anew, so that nothing of the camera's own notes stays."""

from collections.abc import Iterable
from datetime import datetime
from hashlib import sha256
from uuid import UUID

from marugoto.agencies.viewer import Viewer
from marugoto.community.actions.field_note import LEADERS, is_blank, notes_told
from marugoto.community.codes import InPicture
from marugoto.community.models import FieldNote, FieldPhoto, FieldPhotoContent
from marugoto.community.queries.place_rows import told_of
from marugoto.community.rules.field_note import may_add
from marugoto.disclosure.actions.attachment import Paper
from marugoto.disclosure.codes import PaperKind
from marugoto.disclosure.rules.attachment import kind_of, may_attach, safe_name
from marugoto.disclosure.rules.photo import without_traces
from marugoto.ground.transaction import acting
from marugoto.kernel.decision import no


@acting
def add_photos(*, by: Viewer, at: datetime, note: UUID, photos: Iterable[Paper], shows: InPicture) -> list[FieldPhoto]:
    """All of them or none. Raises FieldNote.DoesNotExist."""
    sent = list(photos)
    row = notes_told(by).get(pk=note)
    may_add(own=row.by == by.duty, blank=is_blank(by, row)).require()
    if not sent:
        no("写真が選ばれていません。").require()
    may_attach(len(sent)).require()
    return [_keep(by, at, row, photo, shows) for photo in sent]


@acting
def remove_photo(*, by: Viewer, at: datetime, photo: UUID) -> None:
    """It leaves at once; whoever added it, and whoever leads. Raises FieldPhoto.DoesNotExist."""
    row = FieldPhoto.objects.within(by.body).filter(told_of(by, "note__place")).get(pk=photo)
    if row.by != by.duty and not by.has(*LEADERS):
        no("写真を外せるのは、付けた人と、課長・司令塔です。", "付けた人に頼んでください。").require()
    FieldPhotoContent.objects.within(by.body).filter(photo=row).delete()
    FieldPhoto.objects.within(by.body).filter(pk=row.pk).delete()


def _keep(by: Viewer, at: datetime, note: FieldNote, photo: Paper, shows: InPicture) -> FieldPhoto:
    kind = kind_of(photo.content, name=photo.name)
    if kind is PaperKind.PDF:
        no(f"「{photo.name}」は写真ではありません。", "JPEGかPNGの写真を選んでください。").require()
    content = without_traces(photo.content, kind, name=photo.name)
    row = FieldPhoto.objects.create(
        body=by.body,
        made_at=at,
        note=note,
        name=safe_name(photo.name, kind),
        kind=kind,
        shows=shows,
        size=len(content),
        sha256=sha256(content).hexdigest(),
        by=by.duty,
    )
    FieldPhotoContent.objects.create(body=by.body, made_at=at, photo=row, content=content)
    return row
