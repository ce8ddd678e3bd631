"""Write the field diary, what was noticed on the way, and take words out that do not belong there."""

from datetime import date, datetime
from uuid import UUID

from django.db.models import QuerySet

from marugoto.agencies.codes import Role
from marugoto.agencies.models import District
from marugoto.agencies.viewer import Viewer
from marugoto.community.actions.field_plan import end_plan
from marugoto.community.codes import FieldPlanEnd, HostedBy, NoteKind, NoteTheme, WordsGone
from marugoto.community.events import FieldBlanked, FieldFound, FieldVisited
from marugoto.community.models import (
    FieldFinding,
    FieldNote,
    FieldNoteBlank,
    FieldPhoto,
    FieldPhotoContent,
    FieldReply,
    FieldTask,
    FieldTaskEnding,
)
from marugoto.community.queries.place_rows import told_of
from marugoto.community.rules.field_note import may_add, may_blank, may_stand, may_write
from marugoto.ground.transaction import acting
from marugoto.kernel.decision import no
from marugoto.kernel.fold import clean
from marugoto.kernel.jst import local_day
from marugoto.ledger.actions import announce

LEADERS = (Role.CHIEF, Role.COORDINATOR)
GONE = "ことばを取り下げた日誌の宿題"


@acting
def write_note(
    *,
    by: Viewer,
    at: datetime,
    day: date,
    kind: NoteKind,
    words: str,
    place: UUID | None = None,
    district: UUID | None = None,
    minutes: int | None = None,
    hosted: HostedBy | None = None,
    asks: bool = False,
    plan: UUID | None = None,
    sure: bool = False,
) -> FieldNote:
    """What was seen and heard outside; `minutes` spent in the community. `plan`: what had been meant to be done, and now is."""
    words = clean(words, limit=20_000).strip()
    may_write(words, day=day, today=local_day(at)).require()
    may_stand(words, sure=sure).require()
    hosted = hosted if kind is NoteKind.GATHERING else None
    row = FieldNote.objects.create(
        body=by.body,
        made_at=at,
        day=day,
        kind=kind,
        place_id=place,
        district_id=district,
        minutes=minutes,
        words=words,
        hosted=hosted or "",
        asks=asks,
        by=by.duty,
    )
    told, area = FieldVisited(place=place, type=kind, minutes=minutes, hosted=hosted), area_of(by, district)
    announce(told, by=by, at=at, matter=row.pk, area=area)
    if plan is not None:
        end_plan(by=by, at=at, plan=plan, end=FieldPlanEnd.DONE, note=row.pk)
    return row


@acting
def add_finding(
    *, by: Viewer, at: datetime, note: UUID, theme: NoteTheme, words: str, sure: bool = False
) -> FieldFinding:
    """Raises FieldNote.DoesNotExist."""
    words = clean(words, limit=1_000).strip()
    row = notes_told(by).select_related("district").get(pk=note)
    may_add(own=row.by == by.duty, blank=is_blank(by, row)).require()
    if not words:
        no("気づいたことが書かれていません。").require()
    may_stand(words, sure=sure).require()
    made = FieldFinding.objects.create(body=by.body, made_at=at, note=row, theme=theme, words=words, by=by.duty)
    area = row.district.code if row.district else ""
    announce(FieldFound(note=row.pk, theme=theme), by=by, at=at, matter=row.pk, area=area)
    return made


@acting
def blank_note(*, by: Viewer, at: datetime, note: UUID, reason: WordsGone) -> FieldNoteBlank:
    """Words, findings and photos leave at once, and with them what others answered or were to do about them, for it says the same again;
    day, kind and minutes stay, and so do tasks with their holders. Raises FieldNote.DoesNotExist."""
    row = notes_told(by).get(pk=note)
    may_blank(own=row.by == by.duty, leads=by.has(*LEADERS), blank=is_blank(by, row)).require()
    FieldPhotoContent.objects.within(by.body).filter(photo__note=row).delete()
    FieldPhoto.objects.within(by.body).filter(note=row).delete()
    FieldFinding.objects.within(by.body).filter(note=row).delete()
    FieldReply.objects.within(by.body).filter(note=row).delete()
    FieldTask.objects.within(by.body).filter(note=row).update(words=GONE)
    FieldTaskEnding.objects.within(by.body).filter(task__note=row).update(words="")
    FieldNote.objects.within(by.body).filter(pk=row.pk).update(words="")
    made = FieldNoteBlank.objects.create(body=by.body, made_at=at, note=row, reason=reason, by=by.duty)
    announce(FieldBlanked(note=row.pk, reason=reason), by=by, at=at, matter=row.pk)
    return made


def notes_told(by: Viewer) -> QuerySet[FieldNote]:
    """Nobody writes to what he may not read."""
    return FieldNote.objects.within(by.body).filter(told_of(by))


def is_blank(by: Viewer, note: FieldNote) -> bool:
    return FieldNoteBlank.objects.within(by.body).filter(note=note).exists()


def area_of(by: Viewer, district: UUID | None) -> str:
    """The code under which facts know the district."""
    if district is None:
        return ""
    return District.objects.within(by.body).values_list("code", flat=True).get(pk=district)
