"""Viewers of commands and background tasks: a duty of their own, with a purpose."""

from datetime import datetime
from uuid import UUID

from marugoto.agencies.codes import Purpose, Role
from marugoto.agencies.queries.calendar import calendar_of
from marugoto.agencies.viewer import Viewer

NOBODY = UUID(int=0)


def system_viewer(body: str, at: datetime, purpose: Purpose = Purpose.UPKEEP) -> Viewer:
    """Acts for the system itself (settling, importing, lapsing offers); no folder is open to it."""
    return Viewer(
        body=body,
        worker=NOBODY,
        duty=NOBODY,
        team=NOBODY,
        agency=NOBODY,
        roles=frozenset({Role.SYSTEM}),
        at=at,
        name="まるごと",
        hat="システム",
        purpose=purpose,
        calendar=calendar_of(body),
    )
