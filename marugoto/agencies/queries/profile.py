"""The body's differences, entry by entry: what is in force, what begins later, what was before."""

from dataclasses import dataclass
from datetime import date

from marugoto.agencies.models import BodyProfile
from marugoto.agencies.queries.directory import names_of_duties
from marugoto.agencies.viewer import Viewer
from marugoto.ground.transaction import looking


@dataclass(frozen=True)
class ProfileLine:
    name: str
    value: str
    since: date
    until: date | None
    source: str
    by_name: str

    def runs(self, day: date) -> bool:
        return self.since <= day and (self.until is None or day < self.until)


@looking
def profile_book(viewer: Viewer) -> list[ProfileLine]:
    """Oldest first; two queries."""
    rows = list(BodyProfile.objects.within(viewer.body).order_by("name", "since"))
    names = names_of_duties({row.by for row in rows if row.by})
    return [
        ProfileLine(
            name=row.name,
            value=row.value,
            since=row.since,
            until=row.until,
            source=row.source,
            by_name=names[row.by].worker.name if row.by in names else "",
        )
        for row in rows
    ]
