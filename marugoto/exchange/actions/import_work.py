"""Begin what is done with a long list, stop it, and hold it in one hand: what a stroke writes stands only while the hand is ours."""

from datetime import datetime
from uuid import UUID

from django.db.models import Max, Q

from marugoto.agencies.viewer import Viewer
from marugoto.exchange.actions.place_import import found, keep_file, may_bring, one_at_a_time
from marugoto.exchange.models import Import, ImportRow, ImportWork, Receipt, Undo, Upload
from marugoto.exchange.rules.permission import may_import
from marugoto.exchange.rules.work import FORGOTTEN_AFTER, Stage
from marugoto.ground.transaction import acting
from marugoto.kernel.decision import NotNow, Refused

STOPPABLE = (Stage.READING, Stage.COMPARING, Stage.TAKING)


class NotOurs(NotNow):
    """Another worker has it in hand, or it has ended: nothing of this stroke stands."""

    def __init__(self) -> None:
        super().__init__("この取り込みは、ほかの係が進めています。")


@acting
def begin_reading(*, by: Viewer, at: datetime, upload: bytes, file_name: str, municipality: str = "") -> Import:
    """Keep the file; it is read and compared afterwards. Nothing of the town changes."""
    may_bring(by, municipality)
    brought = keep_file(by, at, upload, file_name, row_count=0)
    lines = max(upload.count(b"\n"), upload.count(b"\r"))
    ImportWork.objects.create(body=by.body, made_at=at, of=brought, stage=Stage.READING, by=by.duty, whole=lines)
    return brought


@acting
def begin_taking(*, by: Viewer, at: datetime, prepared: UUID) -> None:
    """Somebody said yes to a long preview. Said again, or when it is done, nothing begins anew."""
    may_import(by.roles).require()
    one_at_a_time(by)
    brought, done = found(by, prepared)
    if done is None:
        _begin(by, at, brought, Stage.TAKING)


@acting
def begin_taking_back(*, by: Viewer, at: datetime, prepared: UUID) -> None:
    may_import(by.roles).require()
    one_at_a_time(by)
    receipt = Receipt.objects.within(by.body).select_related("of").filter(of=prepared).first()
    if receipt is None:
        raise Refused("まだ取り込んでいないため、元に戻すものがありません。", "取り込みの一覧から選び直してください。")
    if not Undo.objects.within(by.body).filter(receipt=receipt).exists():
        Undo.objects.create(body=by.body, made_at=at, receipt=receipt, by=by.duty)
        _begin(by, at, receipt.of, Stage.TAKING_BACK)


@acting
def stop(*, by: Viewer, at: datetime, prepared: UUID) -> None:
    """After the stroke that is under way. Pressed too late, it has no effect; what is being taken back goes on to its end."""
    may_import(by.roles).require()
    running = ImportWork.objects.within(by.body).filter(of=prepared, ended_at=None, stop_at=None, stage__in=STOPPABLE)
    running.update(stop_at=at, stopped_by=by.duty)


@acting
def take_in_hand(*, by: Viewer, at: datetime, work: UUID, hand: UUID) -> ImportWork | None:
    """None when another hand that is still there has it, or when it has ended."""
    free = Q(hand=hand) | Q(beat_at=None) | Q(beat_at__lt=at - FORGOTTEN_AFTER)
    taken = ImportWork.objects.within(by.body).filter(free, pk=work, ended_at=None).update(hand=hand, beat_at=at)
    return ImportWork.objects.within(by.body).select_related("of").get(pk=work) if taken else None


def grip(by: Viewer, at: datetime, work: ImportWork, **said: object) -> ImportWork:
    """In the transaction of a stroke: that the hand is still ours, and how far it has come. Raises `NotOurs`."""
    mine = ImportWork.objects.within(by.body).filter(pk=work.pk, hand=work.hand, ended_at=None)
    if not mine.update(beat_at=at, **said):
        raise NotOurs
    return ImportWork.objects.within(by.body).select_related("of").get(pk=work.pk)


@acting
def beat(*, by: Viewer, at: datetime, work: ImportWork, reached: int) -> ImportWork:
    return grip(by, at, work, reached=reached)


def end(by: Viewer, at: datetime, work: ImportWork, sentence: str = "") -> None:
    grip(by, at, work, ended_at=at, sentence=sentence)


@acting
def give_up(*, by: Viewer, at: datetime, work: ImportWork, sentence: str) -> None:
    """Why it goes no further. Of a file that was not read to its end nothing is kept but its name."""
    work = grip(by, at, work)
    if work.stage in {Stage.READING, Stage.COMPARING}:
        forget_rows(by, work)
        Upload.objects.within(by.body).filter(of=work.of_id).delete()
        Import.objects.within(by.body).filter(pk=work.of_id).update(layout="")
    end(by, at, work, sentence)


def forget_rows(by: Viewer, work: ImportWork) -> None:
    ImportRow.objects.within(by.body).filter(of=work.of_id).delete()


def _begin(by: Viewer, at: datetime, brought: Import, stage: Stage) -> None:
    if not ImportWork.objects.within(by.body).filter(of=brought, ended_at=None).exists():
        rows = ImportRow.objects.within(by.body).filter(of=brought).aggregate(last=Max("number"))["last"] or 0
        ImportWork.objects.create(body=by.body, made_at=at, of=brought, stage=stage, by=by.duty, whole=rows)
