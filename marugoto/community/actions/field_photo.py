"""Put photos to a note of the diary: drawn anew, so that nothing of the camera's own notes stays."""

from collections.abc import Iterable
from datetime import date, datetime
from hashlib import sha256
from uuid import UUID

from django.db.models import QuerySet, Sum

from marugoto.agencies.models import Duty
from marugoto.agencies.viewer import Viewer
from marugoto.community.actions.field_note import LEADERS, is_blank, notes_told
from marugoto.community.codes import InPicture
from marugoto.community.models import FieldNote, FieldPhoto, FieldPhotoContent
from marugoto.community.queries.place_rows import told_of
from marugoto.community.rules.field_note import may_add
from marugoto.community.rules.field_photo import may_keep, name_of, number_in
from marugoto.disclosure.actions.attachment import Paper
from marugoto.disclosure.codes import PaperKind
from marugoto.disclosure.rules.attachment import kind_of, may_attach
from marugoto.disclosure.rules.photo import without_traces
from marugoto.ground.transaction import acting, hold
from marugoto.kernel.decision import no
from marugoto.kernel.fiscal import APRIL, fiscal_year


@acting
def add_photos(*, by: Viewer, at: datetime, note: UUID, photos: Iterable[Paper], shows: InPicture) -> list[FieldPhoto]:
    """All of them or none. Raises FieldNote.DoesNotExist."""
    sent = list(photos)
    row = notes_told(by).get(pk=note)
    may_add(own=row.by == by.duty, blank=is_blank(by, row)).require()
    if not sent:
        no("写真が選ばれていません。").require()
    may_attach(len(sent)).require()
    hold(FieldNote.objects.within(by.body).filter(pk=row.pk))  # two who send at once count after each other
    drawn = [_drawn(photo) for photo in sent]
    _require_room(by, row, drawn)
    first = 1 + max((number_in(name) for name in _all(by).filter(note=row).values_list("name", flat=True)), default=0)
    return [_keep(by, at, row, one, shows, number) for number, one in enumerate(drawn, first)]


@acting
def remove_photo(*, by: Viewer, at: datetime, photo: UUID) -> None:
    """It leaves at once; whoever added it, and whoever leads. Raises FieldPhoto.DoesNotExist."""
    row = FieldPhoto.objects.within(by.body).filter(told_of(by, "note__place")).get(pk=photo)
    if row.by != by.duty and not by.has(*LEADERS):
        no("写真を外せるのは、付けた人と、課長・司令塔です。", "付けた人に頼んでください。").require()
    FieldPhotoContent.objects.within(by.body).filter(photo=row).delete()
    FieldPhoto.objects.within(by.body).filter(pk=row.pk).delete()


Drawn = tuple[PaperKind, bytes]


def _drawn(photo: Paper) -> Drawn:
    kind = kind_of(photo.content, name=photo.name)
    if kind is PaperKind.PDF:
        no(f"「{photo.name}」は写真ではありません。", "JPEGかPNGの写真を選んでください。").require()
    return kind, without_traces(photo.content, kind, name=photo.name)


def _require_room(by: Viewer, note: FieldNote, drawn: list[Drawn]) -> None:
    """Counted before anything is kept, by the size in which it would be kept."""
    team = Duty.objects.within(by.body).filter(team=by.team).values("pk")
    first = fiscal_year(note.day)
    year = _all(by).filter(by__in=team, note__day__gte=date(first, APRIL, 1), note__day__lt=date(first + 1, APRIL, 1))
    may_keep(
        there=_all(by).filter(note=note).count(),
        more=len(drawn),
        kept=year.aggregate(bytes=Sum("size"))["bytes"] or 0,
        size=sum(len(content) for _kind, content in drawn),
    ).require()


def _keep(by: Viewer, at: datetime, note: FieldNote, drawn: Drawn, shows: InPicture, number: int) -> FieldPhoto:
    """How the file was called when it was sent is kept nowhere: that may be somebody's name."""
    kind, content = drawn
    row = FieldPhoto.objects.create(
        body=by.body,
        made_at=at,
        note=note,
        name=name_of(number, kind),
        kind=kind,
        shows=shows,
        size=len(content),
        sha256=sha256(content).hexdigest(),
        by=by.duty,
    )
    FieldPhotoContent.objects.create(body=by.body, made_at=at, photo=row, content=content)
    return row


def _all(by: Viewer) -> QuerySet[FieldPhoto]:
    return FieldPhoto.objects.within(by.body)
