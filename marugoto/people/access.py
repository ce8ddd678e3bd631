"""Which folders the records of this package lie in.

("person", id): BASIC holds the person, the names, the memberships, the death, and the ties of which the person is an end;
CONTACT telephone numbers and addresses; SHELTER those that must stay protected. ("household", id) BASIC holds the household.
"""

from uuid import UUID

from marugoto.kernel.ref import Ref

PERSON, HOUSEHOLD = "person", "household"


def person_ref(person: UUID) -> Ref:
    return Ref(PERSON, person)


def household_ref(household: UUID) -> Ref:
    return Ref(HOUSEHOLD, household)
