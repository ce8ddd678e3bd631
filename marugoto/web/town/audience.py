"""Who may read this room, who tends its places, who brings lists in; said once for all its pages."""

from marugoto.agencies.codes import Role
from marugoto.agencies.viewer import Viewer
from marugoto.community.rules.place import may_tend
from marugoto.exchange.rules.permission import may_import

READERS = (Role.COMMUNITY, Role.COORDINATOR, Role.COUNSELLOR, Role.CHIEF, Role.PLANNER, Role.OFFICE)
TENDERS = (Role.COMMUNITY, Role.COORDINATOR, Role.PLANNER, Role.OFFICE)
IMPORTERS = (Role.COMMUNITY, Role.COORDINATOR, Role.PLANNER, Role.OFFICE)
WALKERS = (Role.COMMUNITY, Role.COORDINATOR)  # who goes out, writes the diary and develops places

# A division outside welfare or a group: themes, places and requests, never a case.
BESIDE = (*READERS, Role.CLERK)

REPLIERS = (
    Role.COMMUNITY,
    Role.COORDINATOR,
    Role.CHIEF,
)  # who answers the diary, holds tasks that follow, and writes dialogues
LEADERS = (Role.COORDINATOR, Role.CHIEF)


def room_of(viewer: Viewer, here: str) -> dict[str, object]:
    """What the tabs of the room need. `here`: places, checks, notes, dialogues, trainings, roads, unmet, import, members,
    light, initiatives, coverage, provisions."""
    return {
        "here": here,
        "tends": bool(may_tend(viewer.roles)),
        "imports": bool(may_import(viewer.roles)),
        "walks": viewer.has(*WALKERS),
        "reads": viewer.has(*READERS),
        "replies": viewer.has(*REPLIERS),
    }
