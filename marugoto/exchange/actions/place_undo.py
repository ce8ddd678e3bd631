"""Take a receipt back: what is still as the import left it goes, what people have worked on since stays and is named."""

from collections.abc import Mapping
from datetime import datetime
from uuid import UUID

from marugoto.agencies.models import Body
from marugoto.agencies.viewer import Viewer
from marugoto.community.actions.place import change_place, end_place
from marugoto.community.codes import PlaceEnd
from marugoto.exchange.events import ImportUndone
from marugoto.exchange.models import ImportRow, Origin, Receipt, Undo, UndoneRow
from marugoto.exchange.queries.origin import in_use, values_now
from marugoto.exchange.rules.permission import may_import
from marugoto.exchange.rules.plan import Change, Verdict
from marugoto.exchange.rules.undo import moved_on, take_back
from marugoto.ground.transaction import acting
from marugoto.kernel.decision import Refused
from marugoto.ledger.actions import announce

LATER_IMPORT = "後の取り込みでも使われているため、この場所は残しました。"


@acting
def undo(*, by: Viewer, at: datetime, prepared: UUID) -> Undo:
    """Pressed again, it answers the same. Raises `Refused` when there is nothing to take back."""
    may_import(by.roles).require()
    Body.objects.select_for_update(no_key=True).filter(code=by.body).first()  # one import or undo of a body at a time
    receipt = Receipt.objects.within(by.body).filter(of=prepared).first()
    if receipt is None:
        raise Refused("まだ取り込んでいないため、元に戻すものがありません。", "取り込みの一覧から選び直してください。")
    done = Undo.objects.within(by.body).filter(receipt=receipt).first()
    if done is not None:
        return done
    undone = Undo.objects.create(body=by.body, made_at=at, receipt=receipt, by=by.duty)
    rows = list(ImportRow.objects.within(by.body).filter(of=prepared, verdict__in=[Verdict.NEW, Verdict.CHANGED]))
    now = values_now(by, {row.place for row in rows if row.place})
    told = [_take_row_back(by, at, undone, row, now) for row in rows]
    gone = sum(one.done for one in told)
    UndoneRow.objects.bulk_create(told)
    announce(ImportUndone(source=prepared, undone=gone, kept=len(told) - gone), by=by, at=at)
    return undone


def _take_row_back(
    by: Viewer, at: datetime, undone: Undo, row: ImportRow, now: Mapping[UUID, Mapping[str, str]]
) -> UndoneRow:
    sentence = _back(by, at, row, now)
    return UndoneRow(body=by.body, made_at=at, of=undone, row=row, done=not sentence, sentence=sentence)


def _back(by: Viewer, at: datetime, row: ImportRow, places: Mapping[UUID, Mapping[str, str]]) -> str:
    """Does what can be done; answers what stays and why, or ""."""
    now = places.get(row.place) if row.place else None
    if row.place is None or now is None:
        return "この場所は、取り込みの後におしまいになっています。"
    origins = Origin.objects.within(by.body).filter(place=row.place, key__in=row.keys)
    taken_back = Undo.objects.within(by.body).values("receipt__of")
    if origins.exclude(last=row.of_id).exclude(last__in=taken_back).exists():
        return LATER_IMPORT
    if row.verdict == Verdict.CHANGED:
        changes = [Change(field, was, becomes) for field, was, becomes in row.changes]
        back = take_back(changes, now)
        if back.values:
            change_place(by=by, at=at, place=row.place, values=back.values)
        origins.update(values=row.before)
        return back.sentence
    sentence = moved_on(row.values, now) or in_use(by, row.place)
    if not sentence:
        end_place(by=by, at=at, place=row.place, reason=PlaceEnd.TAKEN_BACK)
        origins.delete()
    return sentence
