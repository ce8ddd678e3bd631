"""Open folders to others on a basis, and close them again."""

from collections.abc import Iterable
from datetime import datetime, timedelta
from uuid import UUID

from marugoto.agencies.queries.directory import profile
from marugoto.agencies.viewer import Viewer
from marugoto.disclosure.codes import BasisCode, ConsentState, Part
from marugoto.disclosure.events import DisclosureEnded, DisclosureMade
from marugoto.disclosure.models import Consent, ConsentItem, Folder, Grant, GrantEnding
from marugoto.disclosure.queries.folder import visible_folders
from marugoto.disclosure.rules.basis import BY_CODE, may_use
from marugoto.disclosure.rules.sharing import Sharing, may_share
from marugoto.ground.transaction import acting
from marugoto.kernel.jst import local_day
from marugoto.ledger.actions import announce

EMERGENCY_MINUTES = 60


@acting
def grant(
    *,
    by: Viewer,
    at: datetime,
    subjects: Iterable[UUID],
    parts: Iterable[Part],
    basis: BasisCode,
    team: UUID | None = None,
    duty: UUID | None = None,
    until: datetime | None = None,
    via: str = "",
    reason: str = "",
) -> list[Grant]:
    """Open the subjects' folders of these parts to a team or to one duty.

    Only folders open to the giver are given on. Guarded parts (protected address, informant) are opened only when named.
    Raises `Refused` when the basis may not be used, its consent is missing, or it asks for a reason.
    """
    subjects, parts = list(subjects), set(parts)
    ground = BY_CODE[basis]
    may_use(basis, profile=profile(by.body, local_day(at)), day=local_day(at)).require()
    agreed = _agreed_parts(by, subjects, team, at) if ground.needs_consent else None
    may_share(Sharing(basis=ground, parts=frozenset(parts), agreed=agreed, reason=reason, seat=duty)).require()
    if basis is BasisCode.EMERGENCY:
        until = at + timedelta(minutes=EMERGENCY_MINUTES)
    given = []
    for folder in _given_on(by, subjects, parts):
        given.append(_open(by, at, folder, ground.code, team, duty, until, via, reason))
    return given


@acting
def end_grants(*, by: Viewer, at: datetime, via: str, reason: str = "") -> int:
    """Take back every grant in force that came by this way (a ball, a seat); answers how many."""
    live = (
        Grant.objects.within(by.body)
        .filter(via=via)
        .exclude(pk__in=GrantEnding.objects.within(by.body).values("grant_id"))
    )
    ended = 0
    for row in live.select_related("folder"):
        GrantEnding.objects.create(body=by.body, made_at=at, grant=row, ended_at=at, by=by.duty, reason=reason)
        announce(
            DisclosureEnded(to=row.team_id or row.duty_id, basis=BasisCode(row.basis), part=Part(row.folder.part)),
            by=by,
            at=at,
            subject=row.folder.subject,
        )
        ended += 1
    return ended


def _given_on(by: Viewer, subjects: list[UUID], parts: set[Part]) -> list[Folder]:
    folders = Folder.objects.within(by.body).filter(subject__in=subjects, part__in=parts, pk__in=visible_folders(by))
    return list(folders.order_by("made_at", "pk"))


def _open(
    by: Viewer,
    at: datetime,
    folder: Folder,
    basis: BasisCode,
    team: UUID | None,
    duty: UUID | None,
    until: datetime | None,
    via: str,
    reason: str,
) -> Grant:
    row = Grant.objects.create(
        body=by.body,
        made_at=at,
        folder=folder,
        team_id=team if duty is None else None,
        duty_id=duty,
        basis=basis,
        since=at,
        until=until,
        via=via,
        reason=reason,
        by=by.duty,
    )
    announce(
        DisclosureMade(
            to=duty or team or by.team, basis=basis, part=Part(folder.part), until=local_day(until) if until else None
        ),
        by=by,
        at=at,
        subject=folder.subject,
    )
    return row


def _agreed_parts(by: Viewer, subjects: list[UUID], team: UUID | None, at: datetime) -> frozenset[Part]:
    """Parts to which every person concerned agreed, by his latest answer about this receiver."""
    agreed: frozenset[Part] | None = None
    for person in subjects:
        answers = Consent.objects.open_to(by).filter(person=person, receiver=team).order_by("-made_at")
        latest = answers.first()
        parts = frozenset[Part]()
        if latest and latest.state in {ConsentState.GIVEN, ConsentState.PARTLY}:
            if latest.until is None or latest.until > local_day(at):
                items = ConsentItem.objects.within(by.body).filter(consent=latest)
                parts = frozenset(Part(item.part) for item in items)
        agreed = parts if agreed is None else agreed & parts
    return agreed or frozenset()
