"""Take a receipt back: what is still as the import left it goes, what people have worked on since stays and is named."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.db.models import Q

from marugoto.agencies.viewer import Viewer
from marugoto.community.actions.place_list import change_places, end_places
from marugoto.community.codes import PlaceEnd
from marugoto.exchange.actions.import_rows import AT_ONCE, strokes
from marugoto.exchange.actions.place_import import one_at_a_time
from marugoto.exchange.events import ImportUndone
from marugoto.exchange.models import ImportRow, Origin, Receipt, Undo, UndoneRow
from marugoto.exchange.queries.origin import in_use, origins_of, values_now
from marugoto.exchange.rules.permission import may_import
from marugoto.exchange.rules.plan import Change, Verdict
from marugoto.exchange.rules.undo import Back, moved_on, take_back
from marugoto.ground.transaction import acting
from marugoto.kernel.decision import Refused
from marugoto.ledger.actions import announce

LATER_IMPORT = "後の取り込みでも使われているため、この場所は残しました。"
IN_USE = "この場所には、確かめや日誌などの記録があるため、残しました。"
ENDED = "この場所は、取り込みの後におしまいになっています。"
TAKEN = Q(verdict__in=[Verdict.NEW, Verdict.CHANGED], left="")  # rows that a receipt carried out


@dataclass(frozen=True)
class _Now:
    """How the places of a stroke stand. `later`: those that a later import named, which was not taken back."""

    values: Mapping[UUID, Mapping[str, str]]
    used: frozenset[UUID]
    later: frozenset[UUID]
    origins: Mapping[UUID, Sequence[Origin]]


@acting
def undo(*, by: Viewer, at: datetime, prepared: UUID) -> Undo:
    """Pressed again, it answers the same. Raises `Refused` when there is nothing to take back."""
    may_import(by.roles).require()
    one_at_a_time(by)
    receipt = Receipt.objects.within(by.body).filter(of=prepared).first()
    if receipt is None:
        raise Refused("まだ取り込んでいないため、元に戻すものがありません。", "取り込みの一覧から選び直してください。")
    done = Undo.objects.within(by.body).filter(receipt=receipt).first()
    if done is not None:
        return done
    undone = Undo.objects.create(body=by.body, made_at=at, receipt=receipt, by=by.duty)
    gone, all_of_it = 0, 0
    for rows in strokes(by, prepared, TAKEN):
        told = take_back_rows(by, at, undone, rows)
        gone, all_of_it = gone + sum(one.done for one in told), all_of_it + len(told)
    announce(ImportUndone(source=prepared, undone=gone, kept=all_of_it - gone), by=by, at=at)
    return undone


def take_back_rows(by: Viewer, at: datetime, undone: Undo, rows: Sequence[ImportRow]) -> list[UndoneRow]:
    """Some hundreds of rows by sets: a constant number of questions, whatever stands in them."""
    now = _as_it_stands(by, rows)
    backs = {row.pk: _back(row, now) for row in rows}
    changed = {row.place: back.values for row in rows if row.place and (back := backs[row.pk]).values}
    change_places(by=by, at=at, places=changed)
    gone = {row.place for row in rows if row.place and backs[row.pk].ends}
    end_places(by=by, at=at, places=gone, reason=PlaceEnd.TAKEN_BACK)
    _forget_origins(by, rows, now, backs)
    told = [
        UndoneRow(body=by.body, made_at=at, of=undone, row=row, done=not back.sentence, sentence=back.sentence)
        for row in rows
        for back in [backs[row.pk]]
    ]
    return UndoneRow.objects.bulk_create(told)


def _as_it_stands(by: Viewer, rows: Sequence[ImportRow]) -> _Now:
    places = {row.place for row in rows if row.place}
    origins = origins_of(by, places)
    taken_back = set(Undo.objects.within(by.body).values_list("receipt__of", flat=True))
    later = {
        row.place
        for row in rows
        if row.place
        for one in origins.get(row.place, ())
        if one.key in row.keys and one.last_id != row.of_id and one.last_id not in taken_back
    }
    made = {row.place for row in rows if row.place and row.verdict == Verdict.NEW}
    return _Now(values_now(by, places), in_use(by, made), frozenset(later), origins)


def _back(row: ImportRow, then: _Now) -> Back:
    """What goes back, and what stays and why."""
    now = then.values.get(row.place) if row.place else None
    if row.place is None or now is None:
        return Back(sentence=ENDED)
    if row.place in then.later:
        return Back(sentence=LATER_IMPORT)
    if row.verdict == Verdict.CHANGED:
        return take_back([Change(field, was, becomes) for field, was, becomes in row.changes], now)
    sentence = moved_on(row.values, now) or (IN_USE if row.place in then.used else "")
    return Back(sentence=sentence, ends=not sentence)


def _forget_origins(by: Viewer, rows: Sequence[ImportRow], now: _Now, backs: Mapping[UUID, Back]) -> None:
    """A place that goes is named by no list any more; of one that stays, the list said what the one before had said."""
    dropped, mended = [], []
    for row in rows:
        own = [one for one in now.origins.get(row.place, ()) if one.key in row.keys] if row.place else []
        if backs[row.pk].ends:
            dropped += [one.pk for one in own]
        elif row.verdict == Verdict.CHANGED and backs[row.pk].sentence not in {ENDED, LATER_IMPORT}:
            for one in own:
                one.values = row.before
            mended += own
    Origin.objects.within(by.body).filter(pk__in=dropped).delete()
    Origin.objects.within(by.body).bulk_update(mended, ["values"], batch_size=AT_ONCE)
