"""Write down from whom somebody is protected, and take that back."""

from datetime import date, datetime
from uuid import UUID

from marugoto.agencies.viewer import Viewer
from marugoto.disclosure.actions.restriction import listed_in, rows_in_force
from marugoto.disclosure.codes import Part
from marugoto.ground.transaction import acting
from marugoto.kernel.fold import clean, fold
from marugoto.people.actions.folder import open_part
from marugoto.people.actions.pointer import count_question
from marugoto.people.models import OtherParty, OtherPartyEnding, Person
from marugoto.people.queries import party as parties
from marugoto.people.rules.keeping import may_keep
from marugoto.people.rules.name import NAME_LIMIT
from marugoto.people.rules.party import may_name, may_unname


@acting
def name_party(
    *, by: Viewer, at: datetime, person: UUID, name: str, birth: date | None = None, tie: str = ""
) -> OtherParty:
    """Counted as a question of the pointer where the birthday stands with it: from now on the house answers whether it knows him."""
    may_keep(by.roles).require()
    Person.objects.open_to(by).get(pk=person)
    name = clean(name, limit=NAME_LIMIT).strip()
    there = OtherParty.objects.open_to(by).filter(person=person, ended=None, name_folded=fold(name), birth=birth)
    may_name(listed=_listed(by, at, person), name=name, already=there.exists()).require()
    if birth is not None:
        count_question(by=by, at=at)
    parties.forget(by.body)
    return OtherParty.objects.create(
        body=by.body,
        made_at=at,
        folder=open_part(by=by, at=at, person=person, part=Part.SHELTER),
        person_id=person,
        name=name,
        name_folded=fold(name),
        birth=birth,
        tie=clean(tie, limit=60).strip(),
        by=by.duty,
    )


@acting
def take_party_back(*, by: Viewer, at: datetime, party: UUID) -> OtherPartyEnding:
    """Raises OtherParty.DoesNotExist, for whoever is not listed too."""
    may_keep(by.roles).require()
    row = OtherParty.objects.open_to(by).get(pk=party)
    ended = OtherPartyEnding.objects.within(by.body).filter(party=row).exists()
    may_unname(listed=_listed(by, at, row.person_id), ended=ended).require()
    return OtherPartyEnding.objects.create(body=by.body, made_at=at, party=row, by=by.duty)


def _listed(by: Viewer, at: datetime, person: UUID) -> bool:
    """Some measure on that person lists the viewer for good."""
    rows = list(rows_in_force(by, at).filter(folder__subject=person, against=None))
    return any(by.worker in workers for workers in listed_in(by, rows).values())
