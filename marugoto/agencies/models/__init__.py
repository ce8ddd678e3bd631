from marugoto.agencies.models.account import (
    Proposal,
    ProposalEnding,
    Slip,
    SlipEnding,
    SlipUse,
    Suspension,
    SuspensionEnding,
)
from marugoto.agencies.models.agency import Agency, Membership, MembershipEnding, Team, TeamEnding
from marugoto.agencies.models.body import Body, BodyProfile, ClosedDay, ClosedDayRemoval, District
from marugoto.agencies.models.calendar_key import CalendarKey, CalendarKeyEnding
from marugoto.agencies.models.counterpart import Counterpart, CounterpartEnding
from marugoto.agencies.models.keys import KeyRemoval
from marugoto.agencies.models.leaving import Leaving, LeavingEnd, Unsent
from marugoto.agencies.models.word import Concept, ConceptChange, ConceptEnding, DivisionWord, DivisionWordEnding
from marugoto.agencies.models.worker import Absence, AbsenceEnding, Duty, DutyEnding, DutyEndingRemoval, Worker

__all__ = [
    "Absence",
    "AbsenceEnding",
    "Agency",
    "Body",
    "BodyProfile",
    "CalendarKey",
    "CalendarKeyEnding",
    "ClosedDay",
    "ClosedDayRemoval",
    "Concept",
    "ConceptChange",
    "ConceptEnding",
    "Counterpart",
    "CounterpartEnding",
    "District",
    "DivisionWord",
    "DivisionWordEnding",
    "Duty",
    "DutyEnding",
    "DutyEndingRemoval",
    "KeyRemoval",
    "Leaving",
    "LeavingEnd",
    "Membership",
    "MembershipEnding",
    "Proposal",
    "ProposalEnding",
    "Slip",
    "SlipEnding",
    "SlipUse",
    "Suspension",
    "SuspensionEnding",
    "Team",
    "TeamEnding",
    "Unsent",
    "Worker",
]
