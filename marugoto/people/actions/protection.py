"""Shut the record of a person to all but listed workers (DV等支援措置), in every record of the same person and wherever it is
written about; and end that."""

from collections.abc import Iterable
from datetime import date, datetime
from uuid import UUID

from marugoto.agencies.viewer import Viewer
from marugoto.disclosure.actions.restriction import (
    Face,
    end_restriction,
    face_of,
    in_force,
    listed_in,
    renew_rows,
    rows_in_force,
    rows_of_measure,
    spread,
)
from marugoto.disclosure.codes import Part
from marugoto.disclosure.events import RestrictionRenewed
from marugoto.disclosure.models import Folder, Restriction, RestrictionEnding, RestrictionRenewal
from marugoto.disclosure.queries.grant import lent_only
from marugoto.disclosure.queries.renewal import forget
from marugoto.disclosure.rules.renewal import may_renew
from marugoto.ground.transaction import acting
from marugoto.kernel.decision import no
from marugoto.kernel.jst import local_day
from marugoto.ledger.actions import announce
from marugoto.people.actions.about import REACHING, folders_about, hold_records, of_whom, reaching
from marugoto.people.models import Person
from marugoto.people.rules.keeping import may_keep
from marugoto.people.rules.protection import may_protect


@acting
def protect(
    *,
    by: Viewer,
    at: datetime,
    person: UUID,
    listed: Iterable[UUID],
    reason: str,
    due: date | None = None,
    parts: Iterable[Part] = tuple(Part),
) -> list[Restriction]:
    """Shut these parts (by default all) of the person and of every record known to be of the same person. Where the person as such
    or the support is shut, so are the cases, needs, consultations and conference papers that speak of the person.

    `listed`: workers who go on seeing them, the viewer's own among them. `due` warns; nothing opens by itself on that day.
    """
    may_keep(by.roles).require()
    row = Person.objects.open_to(by).get(pk=person)
    if lent_only(by, row.folder_id):
        no("急ぎで開いている人は、見られる人を決められません。", "受け持っている係に頼んでください。").require()
    workers = frozenset(listed)
    may_protect(by.worker, workers, reason).require()
    records = hold_records(by, person)
    forget(by.body)
    return _reach(by, at, records, {Face(part, workers, due, reason) for part in parts})


def travel(by: Viewer, at: datetime, person: UUID) -> list[Restriction]:
    """Whatever shuts one record of the person now shuts the same part of the others, and what is written about any of them."""
    records = hold_records(by, person)
    return _reach(by, at, records, in_force(by, at, records, tuple(Part)))


@acting
def renew(
    *, by: Viewer, at: datetime, person: UUID, measure: UUID, until: date, reason: str
) -> list[RestrictionRenewal]:
    """The measure was granted for longer: a dated row beside everything it shuts, with what that was made sure by.

    `measure`: one of its restrictions on the person. Raises Restriction.DoesNotExist.
    """
    may_keep(by.roles).require()
    Person.objects.open_to(by).get(pk=person)
    records = hold_records(by, person)
    row = rows_in_force(by, at).filter(folder__subject__in=records, against=None).get(pk=measure)
    face = face_of(row, listed_in(by, [row]))
    may_renew(listed=by.worker in face.listed, due=face.due, until=until, today=local_day(at), reason=reason).require()
    rows = rows_of_measure(by, at, row, records, folders_about(by, records))
    made = renew_rows(by=by, at=at, rows=rows, due=until, reason=reason.strip())
    forget(by.body)
    announce(RestrictionRenewed(due=until), by=by, at=at, subject=person)
    return made


@acting
def unprotect(*, by: Viewer, at: datetime, person: UUID, reason: str) -> list[RestrictionEnding]:
    """End whatever shuts the person now and lists the viewer. What is written about the person opens too, unless it is shut for
    somebody else's sake as well."""
    may_keep(by.roles).require()
    Person.objects.open_to(by).get(pk=person)
    records = hold_records(by, person)
    about = folders_about(by, records)
    rows = list(rows_in_force(by, at).filter(folder__subject__in=records))
    listed = listed_in(by, rows)
    mine = [row for row in rows if by.worker in listed[row.pk]]
    if not mine:
        no("この方には、いま制限がありません。").require()
    lifted = {(listed[row.pk], row.reason) for row in mine if Part(row.folder.part) in REACHING}
    ended = [end_restriction(by=by, at=at, restriction=row, reason=reason) for row in mine]
    for folder in about:
        ended += _open_again(by, at, folder, lifted, reason)
    return ended


def _open_again(
    by: Viewer, at: datetime, folder: Folder, lifted: set[tuple[frozenset[UUID], str]], reason: str
) -> list[RestrictionEnding]:
    still = {(face.listed, face.reason) for face in in_force(by, at, of_whom(by, folder), REACHING)}
    rows = list(rows_in_force(by, at).filter(folder=folder))
    listed = listed_in(by, rows)
    over = [row for row in rows if (listed[row.pk], row.reason) in lifted - still]
    return [end_restriction(by=by, at=at, restriction=row, reason=reason) for row in over]


def _reach(by: Viewer, at: datetime, records: set[UUID], faces: set[Face]) -> list[Restriction]:
    own = Folder.objects.within(by.body).filter(subject__in=records).order_by("made_at", "pk")
    made = spread(by, at, faces, list(own)) if faces else []
    for folder in folders_about(by, records) if reaching(faces, Part.SUPPORT) else ():
        made += spread(by, at, reaching(faces, Part(folder.part)), [folder])
    return made
