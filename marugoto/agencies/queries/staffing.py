"""How many people were at work on a day, by what they were there to do: beside every count stands who could do it."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from marugoto.agencies.codes import Role
from marugoto.agencies.queries.viewer import duties_in_force
from marugoto.agencies.viewer import Viewer
from marugoto.ground.transaction import looking

SUPPORT = (Role.COUNSELLOR, Role.COORDINATOR, Role.COMMUNITY)


@dataclass(frozen=True)
class Staffing:
    """Heads, not hours: who has two roles counts in both and once in `people`."""

    day: date
    by_role: Mapping[Role, int]
    people: int


@looking
def staffing(viewer: Viewer, *, day: date) -> Staffing:
    """Of those who support, under this body: one query."""
    hats = [(duty.worker_id, duty.role_set()) for duty in duties_in_force(day).filter(body=viewer.body)]
    found = {role: {worker for worker, roles in hats if role in roles} for role in SUPPORT}
    return Staffing(day, {role: len(workers) for role, workers in found.items()}, len(set().union(*found.values())))
