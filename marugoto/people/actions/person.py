"""Begin, complete and correct the record of a person. Anything may be unknown, the name included."""

from datetime import date, datetime
from uuid import UUID, uuid4

from marugoto.agencies.viewer import Viewer
from marugoto.disclosure.actions.folder import open_folder
from marugoto.disclosure.codes import Part
from marugoto.disclosure.models import Folder
from marugoto.ground.transaction import acting
from marugoto.kernel.decision import no
from marugoto.kernel.fold import fold
from marugoto.kernel.jst import local_day
from marugoto.ledger.actions import announce
from marugoto.people.access import person_ref
from marugoto.people.actions.contact import write_address, write_phone
from marugoto.people.actions.pseudonym import pseudonym_of
from marugoto.people.codes import GramKind, NameKind, PersonField, Sex
from marugoto.people.events import PersonCorrected, PersonEntered
from marugoto.people.models import Person, PersonChange, PersonGram, PersonName
from marugoto.people.rules.birth import may_be_born
from marugoto.people.rules.keeping import may_correct, may_keep
from marugoto.people.rules.name import grams, kept_name


@acting
def enter_person(
    *,
    by: Viewer,
    at: datetime,
    name: str = "",
    kana: str = "",
    birth: date | None = None,
    birth_year: int | None = None,
    sex: Sex = Sex.UNKNOWN,
    phone: str = "",
    address: str = "",
    team: UUID | None = None,
) -> Person:
    """Begin a record; its folders belong to the viewer's team, or to `team`, whose work it becomes.

    Names are kept exactly as written. Raises `Refused` for what cannot be kept, with the sentence to show.
    """
    may_keep(by.roles).require()
    may_be_born(birth, birth_year, today=local_day(at)).require()
    person = uuid4()
    folder = open_folder(by=by, at=at, subject=person_ref(person), part=Part.BASIC, team=team)
    contacts = open_folder(by=by, at=at, subject=person_ref(person), part=Part.CONTACT, team=team)
    row = Person.objects.create(
        id=person,
        body=by.body,
        made_at=at,
        folder=folder,
        name=kept_name(name),
        kana=kept_name(kana),
        name_folded=fold(name),
        kana_folded=fold(kana),
        birth=birth,
        birth_year=None if birth else birth_year,
        sex=sex,
    )
    _index(by, at, row)
    _reach(by, at, contacts, person, phone, address)
    announce(PersonEntered(named=bool(name or kana)), by=by, at=at, subject=pseudonym_of(by=by, at=at, person=person))
    return row


def _reach(by: Viewer, at: datetime, contacts: Folder, person: UUID, phone: str, address: str) -> None:
    if phone.strip():
        write_phone(by, at, contacts, person, phone)
    if address.strip():
        write_address(by, at, contacts, person, address)


@acting
def correct_person(
    *,
    by: Viewer,
    at: datetime,
    person: UUID,
    name: str | None = None,
    kana: str | None = None,
    birth: date | None = None,
    birth_year: int | None = None,
    sex: Sex | None = None,
    keep_as: NameKind = NameKind.SPELLING,
    seen: int | None = None,
) -> Person:
    """Correct or complete; None leaves as it is. What was written before is kept, and old names go on being found.

    `seen`: how many corrections there were when the page was opened; another's in between is not written over.
    """
    may_keep(by.roles).require()
    may_be_born(birth, birth_year, today=local_day(at)).require()
    row = held(by, person)
    may_correct(seen, PersonChange.objects.open_to(by).filter(person=row).count()).require()
    if name is not None or kana is not None:
        _rename(by, at, row, row.name if name is None else name, row.kana if kana is None else kana, keep_as)
    if birth is not None or birth_year is not None:
        year = None if birth else birth_year
        note_change(by, at, row, PersonField.BIRTH, str(row.birth or row.birth_year or ""), str(birth or year))
        row.birth, row.birth_year = birth, year
    if sex is not None:
        note_change(by, at, row, PersonField.SEX, row.sex, sex)
        row.sex = sex
    row.save(update_fields=["name", "kana", "name_folded", "kana_folded", "birth", "birth_year", "sex"])
    return row


@acting
def add_name(*, by: Viewer, at: datetime, person: UUID, kind: NameKind, name: str, kana: str = "") -> PersonName:
    """A former name, or the one the person is known as: found by search like the present one."""
    may_keep(by.roles).require()
    row = mine(by, person)
    if not (kept_name(name) or kept_name(kana)):
        no("名前が書かれていません。", "名前か、かなを書いてください。").require()
    return _keep_name(by, at, row, kind, name, kana)


def mine(by: Viewer, person: UUID) -> Person:
    """The person if visible to the viewer; raises Person.DoesNotExist, as for one who is not there."""
    return Person.objects.open_to(by).get(pk=person)


def held(by: Viewer, person: UUID) -> Person:
    """As `mine`, and nobody else changes it until this is written."""
    return Person.objects.open_to(by).select_for_update().get(pk=person)


def _rename(by: Viewer, at: datetime, row: Person, name: str, kana: str, keep_as: NameKind) -> None:
    if (name, kana) == (row.name, row.kana):
        return
    kept_name(name)
    kept_name(kana)
    if row.name or row.kana:
        _keep_name(by, at, row, keep_as, row.name, row.kana)
    note_change(by, at, row, PersonField.NAME, row.name, name)
    note_change(by, at, row, PersonField.KANA, row.kana, kana)
    row.name, row.kana = name, kana
    row.name_folded, row.kana_folded = fold(name), fold(kana)
    _index(by, at, row)


def note_change(by: Viewer, at: datetime, row: Person, field: PersonField, old: str, new: str) -> None:
    """What stood there before; nothing where nothing changed."""
    if old == new:
        return
    PersonChange.objects.create(
        body=by.body, made_at=at, folder_id=row.folder_id, person=row, field=field, old=old, new=new, by=by.duty
    )
    announce(PersonCorrected(field=field), by=by, at=at, subject=pseudonym_of(by=by, at=at, person=row.pk))


def _keep_name(by: Viewer, at: datetime, row: Person, kind: NameKind, name: str, kana: str) -> PersonName:
    kept = PersonName.objects.create(
        body=by.body,
        made_at=at,
        folder_id=row.folder_id,
        person=row,
        kind=kind,
        name=name,
        kana=kana,
        name_folded=fold(name),
        kana_folded=fold(kana),
        by=by.duty,
    )
    _index(by, at, row)
    return kept


def _index(by: Viewer, at: datetime, row: Person) -> None:
    """Write the grams of the present name and of all names beside it that are not in the index yet."""
    beside = list(PersonName.objects.within(by.body).filter(person=row).values_list("name", "kana"))
    wanted = {(GramKind.NAME, gram) for gram in grams(row.name, *(name for name, _kana in beside))}
    wanted |= {(GramKind.KANA, gram) for gram in grams(row.kana, *(kana for _name, kana in beside))}
    there = set(PersonGram.objects.within(by.body).filter(person=row).values_list("kind", "gram"))
    PersonGram.objects.bulk_create(
        PersonGram(body=by.body, made_at=at, folder_id=row.folder_id, person=row, kind=kind, gram=gram)
        for kind, gram in sorted(wanted - there)
    )
