"""Keep the answer of the person concerned; what stood on an earlier one and is no longer agreed to closes.

Whoever has to be told of that is known one floor up: there the two are put together.
"""

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from marugoto.agencies.viewer import Viewer
from marugoto.disclosure.actions.grant import end_agreed
from marugoto.disclosure.actions.turn import one_after_another
from marugoto.disclosure.codes import ConsentForm, ConsentState, ConsentText, Part
from marugoto.disclosure.events import ConsentAnswered
from marugoto.disclosure.models import Consent, ConsentAnswer, ConsentItem, Folder
from marugoto.disclosure.rules.consent_text import wording
from marugoto.ground.transaction import acting
from marugoto.kernel.decision import no
from marugoto.ledger.actions import announce

AGREED = {ConsentState.GIVEN, ConsentState.PARTLY}
ANSWERED = {ConsentState.GIVEN, ConsentState.PARTLY, ConsentState.REFUSED, ConsentState.WITHDRAWN}


@dataclass(frozen=True)
class Heard:
    """An answer that was kept, and the ways by which what it closed had been opened, or was to open."""

    consent: Consent
    closed: frozenset[str]


@acting
def record_consent(
    *,
    by: Viewer,
    at: datetime,
    folder: Folder,
    person: UUID,
    state: ConsentState,
    receiver: UUID | None = None,
    parts: Iterable[Part] = (),
    form: ConsentForm | None = None,
    purpose: str = "",
    answered_on: date | None = None,
    until: date | None = None,
    note: str = "",
    shown: ConsentText | None = None,
    records: Collection[UUID] = (),
) -> Heard:
    """One answer about one receiver; "given" and "partly" name the parts. `records`: the other records of the same person."""
    parts, whole = set(parts), {person, *records}
    _complete(state, parts, answered_on, until)
    one_after_another(by, whole)
    consent = Consent.objects.create(
        body=by.body,
        made_at=at,
        folder=folder,
        person=person,
        state=state,
        receiver_id=receiver,
        form=form or "",
        purpose=purpose,
        answered_on=answered_on,
        until=until,
        note=note,
        by=by.duty,
        **_worded(shown),
    )
    _name_parts(consent, parts)
    closed = _counts(by, at, consent, receiver, parts, whole) if receiver is not None else frozenset[str]()
    announce(ConsentAnswered(state=state, to=receiver), by=by, at=at, subject=person)
    return Heard(consent, closed)


def _worded(shown: ConsentText | None) -> dict[str, str]:
    return {"text": shown, "edition": wording(shown).edition} if shown else {"text": "", "edition": ""}


def _name_parts(consent: Consent, parts: set[Part]) -> None:
    said = {"body": consent.body, "made_at": consent.made_at, "folder": consent.folder, "consent": consent}
    ConsentItem.objects.bulk_create(ConsentItem(**said, part=part) for part in sorted(parts))


def _counts(
    by: Viewer, at: datetime, consent: Consent, receiver: UUID, parts: set[Part], records: set[UUID]
) -> frozenset[str]:
    """From now on this is the answer that counts; the ways by which what it closes had come."""
    ConsentAnswer.objects.create(body=by.body, made_at=at, consent=consent, person=consent.person, receiver_id=receiver)
    kept = parts if consent.state in AGREED else set[Part]()
    return end_agreed(by=by, at=at, consent=consent, kept=kept, records=records)


def _complete(state: ConsentState, parts: set[Part], answered_on: date | None, until: date | None) -> None:
    if until is not None and answered_on is not None and until < answered_on:
        no("「いつまで」が、聞いた日より前になっています。", "日付を直してください。").require()
    if state in AGREED and not parts:
        no("何を伝えてよいかが選ばれていません。", "伝えてよい部分を一つ以上選んでください。").require()
    if state in ANSWERED and answered_on is None:
        no("答えを聞いた日が要ります。", "日付を書いてください。").require()
