"""Write the field diary."""

from datetime import date, datetime
from uuid import UUID

from marugoto.agencies.viewer import Viewer
from marugoto.community.codes import NoteKind
from marugoto.community.events import FieldVisited
from marugoto.community.models import FieldNote
from marugoto.ground.transaction import acting
from marugoto.kernel.decision import no
from marugoto.kernel.fold import clean
from marugoto.kernel.jst import local_day
from marugoto.ledger.actions import announce


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
) -> FieldNote:
    """What was seen and heard outside; `minutes` spent in the community."""
    words = clean(words, limit=20_000).strip()
    if not words:
        no("見たこと・聞いたことが書かれていません。").require()
    if day > local_day(at):
        no("まだ来ていない日の日誌です。", "日付を直してください。").require()
    row = FieldNote.objects.create(
        body=by.body,
        made_at=at,
        day=day,
        kind=kind,
        place_id=place,
        district_id=district,
        minutes=minutes,
        words=words,
        by=by.duty,
    )
    announce(FieldVisited(place=place, type=kind, minutes=minutes), by=by, at=at)
    return row
