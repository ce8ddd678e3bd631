"""人事異動: bring a staff list in. Prepare (read, plan, preview), then confirm: all of it or nothing, once.

Who leaves goes by the way of every hand-over, so that nothing is without a holder. Newcomers and new hats are only asked for: they
exist when a second person has released them.
"""

import hashlib
from collections import defaultdict
from collections.abc import Iterable
from datetime import date, datetime
from uuid import UUID

from marugoto.agencies.actions.account import Wanted, propose, suspend
from marugoto.agencies.labels import ROLES
from marugoto.agencies.models import Body, Worker
from marugoto.agencies.rules.account import may_keep_accounts
from marugoto.agencies.viewer import Viewer
from marugoto.custody.actions.people import end_duties
from marugoto.exchange.events import StaffListConfirmed
from marugoto.exchange.models import StaffList, StaffReceipt, StaffRow
from marugoto.exchange.queries.house import house_of
from marugoto.exchange.rules.staff_plan import StaffRowPlan, StaffVerdict, plan
from marugoto.exchange.rules.staff_row import StaffReading, read_staff
from marugoto.ground.transaction import acting
from marugoto.kernel.decision import Refused
from marugoto.ledger.actions import announce

LONGEST_FILE_NAME = 200
WHY = "人事異動(職員の名簿)"
AGAIN = "同じファイルをもう一度選んで、下見からやり直してください。"


def prepare(*, by: Viewer, at: datetime, upload: bytes, file_name: str) -> StaffList:
    """Read the file and keep the preview; nothing of the house changes. Raises `Refused` when the file cannot be read."""
    may_keep_accounts(keeps_house=by.keeps_house).require()
    reading = read_staff(upload)  # outside the transaction: a large file would keep everybody else from writing
    return _keep(by=by, at=at, upload=upload, file_name=file_name, reading=reading)


def confirm(*, by: Viewer, at: datetime, prepared: UUID) -> StaffReceipt:
    """Do what the preview said, once; pressed again, it answers the same receipt. Refused when the house has moved on."""
    may_keep_accounts(keeps_house=by.keeps_house).require()
    reading = read_staff(_content(by=by, prepared=prepared))
    return _confirm(by=by, at=at, prepared=prepared, reading=reading)


@acting
def _keep(*, by: Viewer, at: datetime, upload: bytes, file_name: str, reading: StaffReading) -> StaffList:
    brought = StaffList.objects.create(
        body=by.body,
        made_at=at,
        by=by.duty,
        file_name=_plain(file_name),
        encoding=reading.encoding,
        row_count=reading.rows,
        notes=list(reading.notes),
        content=upload,
        sha256=hashlib.sha256(upload).hexdigest(),
    )
    StaffRow.objects.bulk_create(
        [_row(brought, one) for one in _planned(by, reading)],
        batch_size=500,
    )
    return brought


def _planned(by: Viewer, reading: StaffReading) -> list[StaffRowPlan]:
    return plan(reading, house_of(by, [one.account for one in reading.entries]))


def _row(brought: StaffList, one: StaffRowPlan) -> StaffRow:
    entry = one.entry
    return StaffRow(
        body=brought.body,
        made_at=brought.made_at,
        of=brought,
        line=entry.line,
        verdict=one.verdict.value,
        number=entry.number,
        name=entry.name,
        place=" ".join(part for part in (entry.agency, entry.team) if part),
        said=one.said[:300],
        notes=list(one.notes),
        worker=one.worker,
        team=one.team,
        ends=[str(duty) for duty in one.ends],
        day=one.day,
        suspends=one.suspends,
    )


@acting
def _content(*, by: Viewer, prepared: UUID) -> bytes:
    kept = StaffList.objects.within(by.body).filter(pk=prepared).first()
    if kept is None:
        raise Refused("その名簿は見つかりません。", "名簿の一覧から選び直してください。")
    if not kept.content:
        raise Refused("この名簿の中身は、日がたったので消しました。", AGAIN)
    return bytes(kept.content)


@acting
def _confirm(*, by: Viewer, at: datetime, prepared: UUID, reading: StaffReading) -> StaffReceipt:
    Body.objects.select_for_update(no_key=True).get(code=by.body)  # one list of a body at a time
    brought = StaffList.objects.within(by.body).get(pk=prepared)
    done = StaffReceipt.objects.within(by.body).filter(of=brought).first()
    if done is not None:
        return done
    planned = _planned(by, reading)
    _refuse_stale(by, brought, planned)
    _number(by, planned)
    asked = _ask(by, at, planned)
    left = _leave(by, at, planned)
    counts = {
        "asked": asked,
        "left": left,
        "same": sum(one.verdict is StaffVerdict.SAME for one in planned),
        "unread": sum(one.verdict is StaffVerdict.UNREAD for one in planned),
    }
    receipt = StaffReceipt.objects.create(body=by.body, made_at=at, of=brought, by=by.duty, **counts)
    announce(StaffListConfirmed(source=brought.pk, **counts), by=by, at=at)
    return receipt


def _refuse_stale(by: Viewer, brought: StaffList, planned: list[StaffRowPlan]) -> None:
    """What was shown is what will be done."""
    kept = StaffRow.objects.within(by.body).filter(of=brought).order_by("line")
    shown = [(row.line, row.verdict, row.worker, row.team, sorted(row.ends), row.day, row.suspends) for row in kept]
    now = [
        (one.entry.line, one.verdict.value, one.worker, one.team, sorted(map(str, one.ends)), one.day, one.suspends)
        for one in planned
    ]
    if shown != now:
        raise Refused("下見のあとで、職員の記録が変わりました。", AGAIN)
    if not any(one.verdict not in {StaffVerdict.SAME, StaffVerdict.UNREAD} or _adds_number(one) for one in planned):
        raise Refused("この名簿では、何も変わりません。", "下見の「読めない」の行を直して、もう一度選んでください。")


def _adds_number(one: StaffRowPlan) -> bool:
    return one.worker is not None and bool(one.notes) and one.verdict is not StaffVerdict.UNREAD


def _number(by: Viewer, planned: Iterable[StaffRowPlan]) -> None:
    """Who was known by name is known by number from now on."""
    numbers = {one.worker: one.entry.number for one in planned if one.worker and one.entry.number}
    for worker in Worker.objects.within(by.body).filter(pk__in=numbers, number=""):
        worker.number = numbers[worker.pk]
        worker.save(update_fields=["number"])


def _ask(by: Viewer, at: datetime, planned: Iterable[StaffRowPlan]) -> int:
    wanted = [one for one in planned if one.verdict in {StaffVerdict.NEW, StaffVerdict.MOVES}]
    known = Worker.objects.within(by.body).select_related("user").filter(pk__in=[one.worker for one in wanted])
    workers = {worker.pk: worker for worker in known}
    for one in wanted:
        propose(by=by, at=at, wanted=_wanted(one, workers.get(one.worker) if one.worker else None))
    return len(wanted)


def _wanted(one: StaffRowPlan, worker: Worker | None) -> Wanted:
    entry = one.entry
    assert entry.since is not None  # noqa: S101 — a row without its day is not read
    login = worker.user.username if worker and worker.user else entry.account
    return Wanted(
        login=login,
        name=worker.name if worker else entry.name,
        kana=worker.kana if worker else entry.kana,
        number=worker.number if worker and worker.number else entry.number,
        worker=one.worker,
        team=one.team,
        hat=entry.hat or "・".join(str(ROLES[role]) for role in entry.roles),
        roles=entry.roles,
        since=entry.since,
        until=entry.until,
    )


def _leave(by: Viewer, at: datetime, planned: Iterable[StaffRowPlan]) -> int:
    """The hats of each day together, as in the rehearsal; then the accounts of those who leave altogether."""
    by_day: dict[date, list[UUID]] = defaultdict(list)
    leaving = [one for one in planned if one.day is not None and (one.ends or one.suspends)]
    for one in leaving:
        if one.day is not None:
            by_day[one.day].extend(one.ends)
    for day, duties in sorted(by_day.items()):
        if duties:
            end_duties(by=by, at=at, duties=duties, day=day, reason=WHY)
    for one in leaving:
        if one.suspends and one.worker and one.day:
            suspend(by=by, at=at, worker=one.worker, day=one.day, reason=WHY)
    return sum(one.verdict is StaffVerdict.LEAVES for one in leaving)


def _plain(file_name: str) -> str:
    """A name to show, never a path to write to."""
    last = file_name.replace("\\", "/").rpartition("/")[2]
    shown = "".join(char for char in last if char.isprintable())
    return shown[-LONGEST_FILE_NAME:] or "名簿"
