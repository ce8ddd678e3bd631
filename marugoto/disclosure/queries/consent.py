"""Look at consent: the latest answer of each person about each receiver."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from django.db.models import OuterRef, Q, Subquery

from marugoto.agencies.queries.directory import called
from marugoto.agencies.viewer import Viewer
from marugoto.disclosure.codes import BasisCode, ConsentForm, ConsentState, ConsentText, Part
from marugoto.disclosure.models import Consent, ConsentItem, Grant, GrantEnding, Reliance
from marugoto.disclosure.queries.folder import Open
from marugoto.ground.transaction import looking


@dataclass(frozen=True)
class Answer:
    person: UUID
    receiver: UUID | None
    receiver_name: str
    state: ConsentState
    parts: tuple[Part, ...]
    answered_on: date | None
    until: date | None
    note: str
    consent: UUID
    form: ConsentForm | None
    purpose: str
    text: ConsentText | None
    edition: str


@dataclass(frozen=True)
class GoneOut:
    """What was told of somebody: to which team, which part, on which ground, from when until when (None: it is open still). `own`: it
    lies in a record of his own, not in that of a need or the household."""

    person: UUID
    team: UUID
    team_name: str
    part: Part
    basis: BasisCode
    own: bool
    since: datetime
    until: datetime | None


TOLD_ON = (BasisCode.CONSENT, BasisCode.PURPOSE_CHANGE)


@looking
def person_of(viewer: Viewer, consent: UUID) -> UUID | None:
    """Whose answer it is, where the viewer may read it."""
    return Consent.objects.open_to(viewer).filter(pk=consent).values_list("person", flat=True).first()


@looking
def gone_out(viewer: Viewer, persons: Iterable[UUID]) -> list[GoneOut]:
    """On consent or by a decision, the latest first; never who sat at a table, and never that a sensitive agency was told. Only what
    the viewer reads himself; three queries."""
    wanted = set(persons)
    relied = Reliance.objects.within(viewer.body).filter(consent__person__in=wanted, grant__isnull=False)
    whose = dict(relied.values_list("grant_id", "consent__person"))
    ended = GrantEnding.objects.within(viewer.body).filter(grant=OuterRef("pk"), ended_at__lte=viewer.at)
    rows = (
        Grant.objects.within(viewer.body)
        .filter(Q(pk__in=whose) | Q(folder__subject__in=wanted), Open(viewer), basis__in=TOLD_ON, team__isnull=False)
        .exclude(team__agency__sensitive=True)
        .annotate(over=Subquery(ended.values("ended_at")[:1]))
        .select_related("folder", "team__agency")
        .order_by("-since", "folder__part", "pk")
    )
    found = dict.fromkeys(
        GoneOut(
            person=whose.get(row.pk, row.folder.subject),
            team=row.team.pk,
            team_name=called(row.team),
            part=Part(row.folder.part),
            basis=BasisCode(row.basis),
            own=row.folder.subject in wanted,
            since=row.since,
            until=min((one for one in (row.until, row.over) if one is not None and one <= viewer.at), default=None),
        )
        for row in rows
        if row.team is not None
    )
    return list(found)


@looking
def answers(viewer: Viewer, persons: Iterable[UUID]) -> list[Answer]:
    """Newest first; an answer that a later one replaced is not in the list."""
    rows = Consent.objects.open_to(viewer).filter(person__in=set(persons)).select_related("receiver__agency")
    latest: dict[tuple[UUID, UUID | None], Consent] = {}
    for row in rows.order_by("-made_at"):
        latest.setdefault((row.person, row.receiver_id), row)
        viewer.sight.shows(row.folder_id, Part.BASIC)
    parts: dict[UUID, list[Part]] = {}
    for item in ConsentItem.objects.open_to(viewer).filter(consent__in=list(latest.values())).order_by("part"):
        parts.setdefault(item.consent_id, []).append(Part(item.part))
    return [
        Answer(
            person=row.person,
            receiver=row.receiver_id,
            receiver_name=row.receiver.name if row.receiver else "",
            state=ConsentState(row.state),
            parts=tuple(parts.get(row.pk, ())),
            answered_on=row.answered_on,
            until=row.until,
            note=row.note,
            consent=row.pk,
            form=ConsentForm(row.form) if row.form else None,
            purpose=row.purpose,
            text=ConsentText(row.text) if row.text else None,
            edition=row.edition,
        )
        for row in latest.values()
    ]
