from marugoto.agencies.models.agency import Agency, Membership, Team, TeamEnding
from marugoto.agencies.models.body import Body, BodyProfile, ClosedDay, District
from marugoto.agencies.models.worker import Duty, DutyEnding, Worker

__all__ = [
    "Agency",
    "Body",
    "BodyProfile",
    "ClosedDay",
    "District",
    "Duty",
    "DutyEnding",
    "Membership",
    "Team",
    "TeamEnding",
    "Worker",
]
