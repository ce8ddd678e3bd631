"""Write the journal; correct it by another entry; take a misfiled entry out at once."""

from collections.abc import Iterable
from datetime import date, datetime
from uuid import UUID

from marugoto.agencies.viewer import Viewer
from marugoto.casework.actions.case import mine as my_case
from marugoto.casework.actions.need import mine as my_need
from marugoto.casework.actions.promise import carry_promise
from marugoto.casework.codes import Method
from marugoto.casework.events import JournalWritten
from marugoto.casework.models import Case, Caution, CautionEnding, JournalEntry, Misfiled, Need, PromiseEnding
from marugoto.casework.rules.caution import may_caution, may_end_caution
from marugoto.casework.rules.journal import may_promise, may_write
from marugoto.custody.actions.care import touch_ball
from marugoto.custody.actions.hand import moving
from marugoto.custody.codes import TouchKind
from marugoto.disclosure.actions.attachment import Paper, attach, carry, leave_with
from marugoto.ground.transaction import acting
from marugoto.kernel.decision import no
from marugoto.kernel.fold import clean
from marugoto.kernel.jst import local_day
from marugoto.ledger.actions import announce

WORDS_LIMIT = 20_000
TOUCHES = {
    Method.VISIT: TouchKind.MET,
    Method.PHONE: TouchKind.TALKED,
    Method.WINDOW: TouchKind.MET,
    Method.TOGETHER: TouchKind.MET,
    Method.MESSAGE: TouchKind.WROTE,
    Method.AGENCY: TouchKind.AGENCY,
    Method.CONFERENCE: TouchKind.AGENCY,
    Method.NO_CONTACT: TouchKind.TRIED,
}


@moving
def write(
    *,
    by: Viewer,
    at: datetime,
    case: UUID,
    words: str,
    need: UUID | None = None,
    method: Method = Method.PHONE,
    happened_at: datetime | None = None,
    counterpart: str = "",
    promise: str = "",
    promise_on: date | None = None,
    caution_until: date | None = None,
    papers: Iterable[Paper] = (),
) -> JournalEntry:
    """Keep what was seen and heard: a touch of the need's ball, or of the case's. `caution_until`: also shown to whoever visits.

    About a need it lies in the need's folder, so that also those can write who see the need and not the whole case.
    """
    row, happened_at = _about(by, case, need), happened_at or at
    words = clean(words, limit=WORDS_LIMIT).strip()
    may_write(words, happened_at=happened_at, at=at).require()
    entry = JournalEntry.objects.create(
        body=by.body,
        made_at=at,
        folder_id=row.folder_id,
        case_id=case,
        need_id=need,
        method=method,
        happened_at=happened_at,
        counterpart=clean(counterpart, limit=120),
        words=words,
        promise=_promised(promise, promise_on, happened_at),
        promise_on=promise_on,
        by=by.duty,
    )
    _beside(by, at, entry, caution_until, papers)
    touch_ball(by, at, row.ball, TOUCHES[method])
    announce(JournalWritten(case=case, method=method), by=by, at=at, matter=row.pk)
    return entry


@acting
def supersede(
    *,
    by: Viewer,
    at: datetime,
    entry: UUID,
    words: str,
    counterpart: str | None = None,
    promise: str | None = None,
    promise_on: date | None = None,
) -> JournalEntry:
    """Correct an entry by another one; the old text stays and is shown struck. Whom one met and what was promised stand where nothing
    else is said; an empty one takes it back."""
    old = _mine(by, entry)
    if old.by != by.duty:
        no("書いた人だけが、記録を直せます。", "書いた人に頼むか、新しい記録を書いてください。").require()
    if JournalEntry.objects.open_to(by).filter(supersedes=old).exists():
        no("この記録は、もう直されています。", "新しいほうを直してください。").require()
    if promise is None:
        promise, promise_on = old.promise, old.promise_on
    elif not promise.strip():
        promise_on = None
    else:
        _promised(promise, promise_on, old.happened_at)
    met = old.counterpart if counterpart is None else clean(counterpart, limit=120)
    new = _instead(by, at, old, words=words, counterpart=met, promise=promise, promise_on=promise_on)
    carry(by=by, at=at, matter=old.pk, to=new.pk)
    carry_promise(by, at, old, new)
    shown = Caution.objects.within(by.body).filter(entry=old, ended=None).first()
    if shown and shown.until >= local_day(at):
        _caution(by, at, new, shown.until)
        CautionEnding.objects.create(body=by.body, made_at=at, folder_id=old.folder_id, caution=shown, by=by.duty)
    return new


def _promised(said: str, day: date | None, happened_at: datetime) -> str:
    words = clean(said, limit=200).strip()
    may_promise(words, day, written_for=local_day(happened_at)).require()
    return words


def _instead(
    by: Viewer, at: datetime, old: JournalEntry, *, words: str, counterpart: str, promise: str, promise_on: date | None
) -> JournalEntry:
    return JournalEntry.objects.create(
        body=by.body,
        made_at=at,
        folder_id=old.folder_id,
        case_id=old.case_id,
        need_id=old.need_id,
        method=old.method,
        happened_at=old.happened_at,
        counterpart=counterpart,
        words=clean(words, limit=WORDS_LIMIT),
        promise=clean(promise, limit=200),
        promise_on=promise_on,
        supersedes=old,
        by=by.duty,
    )


@acting
def end_caution(*, by: Viewer, at: datetime, entry: UUID) -> CautionEnding:
    """Whoever may read it may say that it is over; the entry stays. Raises JournalEntry.DoesNotExist."""
    row = _mine(by, entry)
    shown = Caution.objects.within(by.body).filter(entry=row, until__gte=local_day(at), ended=None)
    may_end_caution(shown=shown.exists()).require()
    return CautionEnding.objects.create(
        body=by.body, made_at=at, folder_id=row.folder_id, caution=shown.get(), by=by.duty
    )


def _beside(by: Viewer, at: datetime, entry: JournalEntry, caution_until: date | None, papers: Iterable[Paper]) -> None:
    if caution_until:
        _caution(by, at, entry, caution_until)
    attach(by=by, at=at, matter=entry.pk, folder=entry.folder_id, papers=papers)


def _caution(by: Viewer, at: datetime, entry: JournalEntry, until: date) -> None:
    may_caution(until, today=local_day(at)).require()
    Caution.objects.create(body=by.body, made_at=at, folder_id=entry.folder_id, entry=entry, until=until, by=by.duty)


@acting
def take_out(*, by: Viewer, at: datetime, entry: UUID) -> Misfiled:
    """A misfiled entry leaves the file at once; only that there was one remains."""
    old = _mine(by, entry)
    if old.by != by.duty:
        no("書いた人だけが、まちがえて入れた記録を外せます。", "書いた人に頼んでください。").require()
    if JournalEntry.objects.open_to(by).filter(supersedes=old).exists():
        no("直したあとの記録があるので外せません。", "先に、直したほうを外してください。").require()
    stone = Misfiled.objects.create(
        body=by.body, made_at=at, case_ref=old.case_id, entry_ref=old.pk, written_at=old.made_at, by=by.duty
    )
    if old.supersedes_id:
        carry(by=by, at=at, matter=old.pk, to=old.supersedes_id)
    else:
        leave_with(by=by, at=at, matter=old.pk)
    _take_out_caution(by, old)
    PromiseEnding.objects.within(by.body).filter(entry=old).delete()
    JournalEntry.objects.within(by.body).filter(pk=old.pk).delete()
    return stone


def _take_out_caution(by: Viewer, old: JournalEntry) -> None:
    if old.supersedes_id and Caution.objects.within(by.body).filter(entry=old, ended=None).exists():
        CautionEnding.objects.within(by.body).filter(
            caution__entry=old.supersedes_id
        ).delete()  # the old words stand again
    CautionEnding.objects.within(by.body).filter(caution__entry=old).delete()
    Caution.objects.within(by.body).filter(entry=old).delete()


def _about(by: Viewer, case: UUID, need: UUID | None) -> Case | Need:
    """Where the entry will lie: the need, or the case where none is named."""
    if need is None:
        return my_case(by, case)
    row = my_need(by, need)
    if row.case_id != case:
        raise Case.DoesNotExist
    return row


def _mine(by: Viewer, entry: UUID) -> JournalEntry:
    return JournalEntry.objects.open_to(by).get(pk=entry)
