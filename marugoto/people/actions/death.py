"""A person died: said once, for every household; and taken back where it was somebody else."""

from datetime import date, datetime
from uuid import UUID

from marugoto.agencies.viewer import Viewer
from marugoto.ground.transaction import acting
from marugoto.kernel.decision import no
from marugoto.kernel.jst import local_day
from marugoto.ledger.actions import announce
from marugoto.people.actions.about import lives_in
from marugoto.people.actions.household import leave, note_household
from marugoto.people.actions.person import held, mine, note_change
from marugoto.people.actions.protection import travel
from marugoto.people.actions.pseudonym import pseudonym_of
from marugoto.people.codes import ChangeKind, LeaveReason, PersonField
from marugoto.people.events import PersonAlive, PersonDied
from marugoto.people.models import Death, HouseholdChange, Member, Person
from marugoto.people.rules.birth import may_have_died
from marugoto.people.rules.keeping import may_keep


@acting
def record_death(*, by: Viewer, at: datetime, person: UUID, day: date | None = None) -> Death:
    """The person died, on a known or unknown day. Memberships are ended by `household.leave`, by whoever may see them."""
    may_keep(by.roles).require()
    row = mine(by, person)
    known = Death.objects.within(by.body).filter(person=row).exists()
    may_have_died(row.birth, day, today=local_day(at), known=known).require()
    death = Death.objects.create(body=by.body, made_at=at, folder_id=row.folder_id, person=row, day=day, by=by.duty)
    announce(PersonDied(), by=by, at=at, subject=pseudonym_of(by=by, at=at, person=person))
    return death


@acting
def pass_away(*, by: Viewer, at: datetime, person: UUID, day: date | None = None) -> Death:
    """The death, and the end of every membership the viewer sees: on that day, today where it is not known."""
    death = record_death(by=by, at=at, person=person, day=day)
    for member in Member.objects.open_to(by).filter(person=person, until=None).order_by("made_at", "pk"):
        leave(by=by, at=at, household=member.household_id, person=person, day=day, reason=LeaveReason.DIED)
    return death


@acting
def take_back_death(*, by: Viewer, at: datetime, person: UUID) -> Person:
    """It was somebody else. The person lives again in the households which the death had ended."""
    may_keep(by.roles).require()
    row = held(by, person)
    death = Death.objects.open_to(by).filter(person=row).first()
    if death is None:
        no("亡くなったとは、記録されていません。").require()
    assert death is not None  # noqa: S101 — the line above has just refused the other case
    _return(by, at, row, death)
    note_change(by, at, row, PersonField.DEATH, str(death.day or "?"), "")
    Death.objects.open_to(by).filter(pk=death.pk).delete()
    travel(by, at, person)
    announce(PersonAlive(), by=by, at=at, subject=pseudonym_of(by=by, at=at, person=person))
    return row


def _return(by: Viewer, at: datetime, row: Person, death: Death) -> None:
    """Memberships that ended in the same moment, with the death as their reason."""
    ended = HouseholdChange.objects.open_to(by).filter(person=row, kind=ChangeKind.DIED, made_at=death.made_at)
    homes = list(ended.values_list("household_id", flat=True))
    here = set(Member.objects.open_to(by).filter(person=row, until=None).values_list("household_id", flat=True))
    for member in Member.objects.open_to(by).filter(person=row, household__in=set(homes) - here).exclude(until=None):
        if member == _latest(by, member):
            member.until = None
            member.save(update_fields=["until"])
            lives_in(by, at, member.household, row.pk)
            note_household(by, at, member.household, ChangeKind.STAYED, None, person=row)


def _latest(by: Viewer, member: Member) -> Member | None:
    rows = Member.objects.open_to(by).filter(person=member.person_id, household=member.household_id)
    return rows.order_by("-until", "-made_at").first()
