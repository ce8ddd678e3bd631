"""Answer a note of the diary, so that what was brought home is taken up."""

from datetime import datetime
from uuid import UUID

from marugoto.agencies.viewer import Viewer
from marugoto.community.actions.field_note import is_blank, notes_told
from marugoto.community.codes import ReplyKind
from marugoto.community.events import FieldAnswered
from marugoto.community.models import FieldReply
from marugoto.community.rules.field_note import may_reply, may_stand
from marugoto.ground.transaction import acting
from marugoto.kernel.decision import no
from marugoto.kernel.fold import clean
from marugoto.ledger.actions import announce


@acting
def reply(*, by: Viewer, at: datetime, note: UUID, kind: ReplyKind, words: str, sure: bool = False) -> FieldReply:
    """Raises FieldNote.DoesNotExist."""
    words = clean(words, limit=2_000).strip()
    row = notes_told(by).get(pk=note)
    may_reply(own=row.by == by.duty, blank=is_blank(by, row)).require()
    if not words:
        no("返事が書かれていません。", "一言でかまいません。").require()
    may_stand(words, sure=sure).require()
    made = FieldReply.objects.create(body=by.body, made_at=at, note=row, kind=kind, words=words, by=by.duty)
    announce(FieldAnswered(note=row.pk, reply=kind, wished=int(row.asks)), by=by, at=at, matter=row.pk)
    return made
