"""Open folders to others on a basis, and close them again.

`grant` opens at once. `prepare` checks the same and waits until the other side does its part (catches the ball, confirms the
pledge); then `open_prepared` opens, under the other side's own hand.
"""

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import cast
from uuid import UUID

from marugoto.agencies.queries.directory import profile
from marugoto.agencies.viewer import Viewer
from marugoto.disclosure.codes import BasisCode, ConsentState, Part
from marugoto.disclosure.events import DisclosureEnded, DisclosureMade
from marugoto.disclosure.models import Consent, ConsentItem, Folder, Grant, GrantEnding, Prepared
from marugoto.disclosure.queries.folder import visible_folders
from marugoto.disclosure.rules.basis import BY_CODE, may_use
from marugoto.disclosure.rules.sharing import Sharing, may_share
from marugoto.ground.transaction import acting
from marugoto.kernel.jst import local_day
from marugoto.ledger.actions import announce

EMERGENCY_MINUTES = 60
NOT_AGREED = "本人の同意がなくなった"


@dataclass(frozen=True)
class Terms:
    """To whom (a team, or one duty of it), on what ground, until when, by what way (a ball, a seat), and why. `seat`: where a
    team gets it for a role that somebody of it took at the table."""

    basis: BasisCode
    team: UUID | None = None
    duty: UUID | None = None
    until: datetime | None = None
    via: str = ""
    reason: str = ""
    seat: UUID | None = None


@acting
def grant(*, by: Viewer, at: datetime, subjects: Iterable[UUID], parts: Iterable[Part], terms: Terms) -> list[Grant]:
    """Open the subjects' folders of these parts at once.

    Only folders open to the giver are given on. Raises `Refused` when the basis may not be used by this body on this day, when its
    consent is missing, or when it asks for a reason and has none.
    """
    return [_open(by, at, folder, terms) for folder in _checked(by, at, list(subjects), set(parts), terms)]


@acting
def prepare(
    *,
    by: Viewer,
    at: datetime,
    subjects: Iterable[UUID],
    parts: Iterable[Part],
    terms: Terms,
    only: Collection[tuple[UUID, Part]] | None = None,
) -> list[Prepared]:
    """As `grant`, but nothing opens yet; `terms.via` names what must happen first. `only`: no other pairs than these."""
    folders = _checked(by, at, list(subjects), set(parts), terms)
    return [
        Prepared.objects.create(
            body=by.body,
            made_at=at,
            folder=folder,
            team_id=terms.team if terms.duty is None else None,
            duty_id=terms.duty,
            basis=terms.basis,
            until=terms.until,
            via=terms.via,
            reason=terms.reason,
            by=by.duty,
        )
        for folder in folders
        if only is None or (folder.subject, Part(folder.part)) in only
    ]


@acting
def open_prepared(*, by: Viewer, at: datetime, via: str) -> list[Grant]:
    """Open what was prepared by this way and is not open yet; the other side acts."""
    opened = []
    for row in Prepared.objects.within(by.body).filter(via=via, opened_at=None).select_related("folder"):
        terms = Terms(BasisCode(row.basis), row.team_id, row.duty_id, row.until, row.via, row.reason)
        opened.append(_open(by, at, row.folder, terms))
    Prepared.objects.within(by.body).filter(via=via, opened_at=None).update(opened_at=at)
    return opened


@acting
def end_grants(*, by: Viewer, at: datetime, via: str, reason: str = "") -> int:
    """Take back every grant in force that came by this way; answers how many. What was only prepared never opens."""
    Prepared.objects.within(by.body).filter(via=via, opened_at=None).delete()
    taken = GrantEnding.objects.within(by.body).values("grant_id")
    live = list(Grant.objects.within(by.body).filter(via=via).exclude(pk__in=taken).select_related("folder"))
    for row in live:
        _end(by, at, row, reason)
    return len(live)


@acting
def end_agreed(*, by: Viewer, at: datetime, person: UUID, team: UUID, kept: Collection[Part]) -> int:
    """The person's latest answer about that team: what stood on consent and is no longer agreed to ends, and what was only
    prepared never opens. With nothing agreed, everything that came the same way ends too. Answers how many ended."""
    about = {"basis": BasisCode.CONSENT, "team": team, "folder__subject": person}
    prepared = Prepared.objects.within(by.body).filter(**about, opened_at=None)
    given = Grant.objects.within(by.body).filter(**about)
    ways = {way for way in [*prepared.values_list("via", flat=True), *given.values_list("via", flat=True)] if way}
    if not kept:
        return sum(end_grants(by=by, at=at, via=way, reason=NOT_AGREED) for way in sorted(ways))
    prepared.exclude(folder__part__in=kept).delete()
    taken = GrantEnding.objects.within(by.body).values("grant_id")
    live = list(given.exclude(folder__part__in=kept).exclude(pk__in=taken).select_related("folder"))
    for row in live:
        _end(by, at, row, NOT_AGREED)
    return len(live)


def _end(by: Viewer, at: datetime, row: Grant, reason: str) -> None:
    GrantEnding.objects.create(body=by.body, made_at=at, grant=row, ended_at=at, by=by.duty, reason=reason)
    told = DisclosureEnded(
        to=cast(UUID, row.team_id or row.duty_id), basis=BasisCode(row.basis), part=Part(row.folder.part)
    )
    announce(told, by=by, at=at, subject=row.folder.subject)


def _checked(by: Viewer, at: datetime, subjects: list[UUID], parts: set[Part], terms: Terms) -> list[Folder]:
    ground, day = BY_CODE[terms.basis], local_day(at)
    may_use(terms.basis, profile=profile(by.body, day), day=day).require()
    folders = Folder.objects.within(by.body).filter(subject__in=subjects, part__in=parts, pk__in=visible_folders(by))
    given = list(folders.order_by("made_at", "pk"))
    agreed = _agreed_parts(by, at, given, terms.team) if ground.needs_consent else None
    asked = {Part(folder.part) for folder in given if agreed is None or folder.subject_kind == "person"}
    may_share(
        Sharing(
            basis=ground,
            parts=frozenset(asked or parts),
            agreed=agreed,
            reason=terms.reason,
            seat=terms.duty or terms.seat,
        )
    ).require()
    return given


def _open(by: Viewer, at: datetime, folder: Folder, terms: Terms) -> Grant:
    until = at + timedelta(minutes=EMERGENCY_MINUTES) if terms.basis is BasisCode.EMERGENCY else terms.until
    row = Grant.objects.create(
        body=by.body,
        made_at=at,
        folder=folder,
        team_id=terms.team if terms.duty is None else None,
        duty_id=terms.duty,
        basis=terms.basis,
        since=at,
        until=until,
        via=terms.via,
        reason=terms.reason,
        by=by.duty,
    )
    told = DisclosureMade(
        to=terms.duty or terms.team or by.team,
        basis=terms.basis,
        part=Part(folder.part),
        until=local_day(until) if until else None,
    )
    announce(told, by=by, at=at, subject=folder.subject)
    return row


def _agreed_parts(by: Viewer, at: datetime, folders: list[Folder], team: UUID | None) -> frozenset[Part]:
    """Parts to which every person among the subjects agreed, by his latest answer about this receiver."""
    people = {folder.subject for folder in folders if folder.subject_kind == "person"}
    agreed = [_answer(by, at, person, team) for person in people]
    return frozenset.intersection(*agreed) if agreed else frozenset()


def _answer(by: Viewer, at: datetime, person: UUID, team: UUID | None) -> frozenset[Part]:
    latest = Consent.objects.open_to(by).filter(person=person, receiver=team).order_by("-made_at").first()
    if latest is None or latest.state not in {ConsentState.GIVEN, ConsentState.PARTLY}:
        return frozenset()
    if latest.until is not None and latest.until <= local_day(at):
        return frozenset()
    return frozenset(Part(item.part) for item in ConsentItem.objects.within(by.body).filter(consent=latest))
