"""Telephone numbers and addresses: content of their own, kept apart from the name."""

from datetime import date, datetime
from uuid import UUID

from marugoto.agencies.viewer import Viewer
from marugoto.disclosure.codes import Part
from marugoto.disclosure.models import Folder
from marugoto.ground.transaction import acting
from marugoto.kernel.decision import no
from marugoto.kernel.fold import clean
from marugoto.kernel.jst import local_day
from marugoto.ledger.actions import announce
from marugoto.people.actions.folder import open_part
from marugoto.people.actions.pseudonym import pseudonym_of
from marugoto.people.events import ContactAdded
from marugoto.people.models import Address, Phone
from marugoto.people.rules.address import kept_address
from marugoto.people.rules.contact import may_end, may_live
from marugoto.people.rules.keeping import may_keep
from marugoto.people.rules.phone import kept_phone


@acting
def add_phone(*, by: Viewer, at: datetime, person: UUID, number: str, note: str = "", guarded: bool = False) -> Phone:
    """`guarded`: into the folder of the protected address (支援措置), which no general sharing ever opens."""
    may_keep(by.roles).require()
    row = write_phone(by, at, open_part(by=by, at=at, person=person, part=_part(guarded)), person, number, note)
    _announce(by, at, person, guarded)
    return row


@acting
def add_address(
    *,
    by: Viewer,
    at: datetime,
    person: UUID,
    text: str,
    since: date | None = None,
    postal: str = "",
    note: str = "",
    guarded: bool = False,
) -> Address:
    """The address from a day on (empty: unknown); an open one in the same folder ends on that day."""
    may_keep(by.roles).require()
    folder = open_part(by=by, at=at, person=person, part=_part(guarded))
    former = Address.objects.open_to(by).filter(person=person, folder=folder, until=None)
    day = since or local_day(at)
    may_live(day, before=list(former.values_list("since", flat=True)), today=local_day(at)).require()
    former.update(until=day)
    row = write_address(by, at, folder, person, text, since, postal, note)
    _announce(by, at, person, guarded)
    return row


@acting
def end_phone(*, by: Viewer, at: datetime, phone: UUID, day: date | None = None) -> Phone:
    """The number is no longer in use, from a day on (today by default); it stays readable in the past."""
    may_keep(by.roles).require()
    row = Phone.objects.open_to(by).get(pk=phone)
    may_end(row.since, day or local_day(at)).require()
    row.until = row.until or day or local_day(at)
    row.save(update_fields=["until"])
    return row


@acting
def end_address(*, by: Viewer, at: datetime, address: UUID, day: date | None = None) -> Address:
    """The person lives there no more, from a day on (today by default); where he lives now may be unknown."""
    may_keep(by.roles).require()
    row = Address.objects.open_to(by).get(pk=address)
    may_end(row.since, day or local_day(at)).require()
    row.until = row.until or day or local_day(at)
    row.save(update_fields=["until"])
    return row


@acting
def use_phone_again(*, by: Viewer, at: datetime, phone: UUID) -> Phone:
    """It was ended by mistake."""
    may_keep(by.roles).require()
    row = Phone.objects.open_to(by).get(pk=phone)
    row.until = None
    row.save(update_fields=["until"])
    return row


@acting
def live_there_again(*, by: Viewer, at: datetime, address: UUID) -> Address:
    """It was ended by mistake, or by a new address that was one."""
    may_keep(by.roles).require()
    row = Address.objects.open_to(by).get(pk=address)
    row.until = None
    row.save(update_fields=["until"])
    return row


def write_phone(by: Viewer, at: datetime, folder: Folder, person: UUID, number: str, note: str = "") -> Phone:
    """The row alone, for a folder that was made a moment ago."""
    told, digits = kept_phone(number)
    return Phone.objects.create(
        body=by.body,
        made_at=at,
        folder=folder,
        person_id=person,
        number=told,
        digits=digits,
        note=clean(note, limit=200),
        since=local_day(at),
    )


def write_address(
    by: Viewer,
    at: datetime,
    folder: Folder,
    person: UUID,
    text: str,
    since: date | None = None,
    postal: str = "",
    note: str = "",
) -> Address:
    """The row alone, for a folder that was made a moment ago."""
    if not clean(text, limit=300).strip():
        no("住所が書かれていません。", "分かるところまで書いてください。").require()
    return Address.objects.create(
        body=by.body,
        made_at=at,
        folder=folder,
        person_id=person,
        text=text,
        folded=kept_address(text),
        postal=clean(postal, limit=10),
        note=clean(note, limit=200),
        since=since,
    )


def _part(guarded: bool) -> Part:
    return Part.SHELTER if guarded else Part.CONTACT


def _announce(by: Viewer, at: datetime, person: UUID, guarded: bool) -> None:
    announce(ContactAdded(guarded=guarded), by=by, at=at, subject=pseudonym_of(by=by, at=at, person=person))
