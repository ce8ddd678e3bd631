"""Shut a person's record without leaving a ball with somebody who could not read it any more."""

from collections.abc import Collection, Iterable
from datetime import date, datetime
from uuid import UUID

from marugoto.agencies.models import Duty
from marugoto.agencies.viewer import Viewer
from marugoto.casework.models import Case, Need
from marugoto.casework.rules.protection import may_shut
from marugoto.custody.actions.hand import hold_balls, moving
from marugoto.disclosure.codes import Part
from marugoto.disclosure.models import Folder, Restriction
from marugoto.disclosure.queries.folder import Open
from marugoto.people.actions.about import REACHING, folders_about, same_records
from marugoto.people.actions.protection import protect
from marugoto.people.models import Member


@moving
def protect_person(
    *,
    by: Viewer,
    at: datetime,
    person: UUID,
    listed: Iterable[UUID],
    reason: str,
    due: date | None = None,
    parts: Iterable[Part] = tuple(Part),
) -> list[Restriction]:
    """As `people.actions.protection.protect`; refused while one who is not listed is in charge of what would be shut to him.

    Asked of what the viewer sees: of other balls he is told nothing, and they do not keep the person from being protected.
    """
    workers, parts = frozenset(listed), tuple(parts)
    reaching = bool(set(parts) & set(REACHING))
    if reaching:
        may_shut(_left_out(by, person, workers)).require()
    made = protect(by=by, at=at, person=person, listed=workers, reason=reason, due=due, parts=parts)
    if reaching:  # again, now that nobody else can write of the person: something may just have been begun
        may_shut(_left_out(by, person, workers)).require()
    return made


def _left_out(by: Viewer, person: UUID, listed: frozenset[UUID]) -> list[str]:
    """Who is in charge of something about the person and not listed, as they are called. The balls are held."""
    records = same_records(by, person)
    homes = Member.objects.open_to(by).filter(person__in=records, until=None).values("household")
    needs = Need.objects.open_to(by).filter(person__in=records).values_list("pk", flat=True)
    cases = Case.objects.open_to(by).filter(household__in=homes).values_list("pk", flat=True)
    spoken = _matters_about(by, records)
    running = hold_balls(by, {*needs, *cases, *spoken})
    duties = Duty.objects.everywhere("who is in charge may belong to another body").filter(
        pk__in=running.values("in_charge")
    )
    outside = duties.exclude(worker__in=listed).select_related("worker", "team").order_by("team__name", "worker__name")
    return [f"{duty.team.name}の{duty.worker.name}さん" for duty in outside]


def _matters_about(by: Viewer, records: Collection[UUID]) -> list[UUID]:
    """Whatever else has a folder that speaks of the person: a consultation, an approach, a watch. Only what the viewer sees."""
    folders = [folder.pk for folder in folders_about(by, records)]
    seen = Folder.objects.within(by.body).filter(Open(by, "pk"), pk__in=folders)
    return list(seen.values_list("subject", flat=True))
