"""Open folders to others on a basis, and close them again.

`grant` opens at once. `prepare` checks the same and waits until the other side does its part (catches the ball, confirms the
pledge); then `open_prepared` opens, under the other side's own hand.
"""

from collections.abc import Callable, Collection, Iterable
from datetime import datetime
from typing import Any, cast
from uuid import UUID

from django.db.models import Prefetch, Q, QuerySet

from marugoto.agencies.queries.directory import profile
from marugoto.agencies.viewer import Lack, Viewer
from marugoto.disclosure.actions.answered import (
    DecisionMissing,
    answer_of,
    as_agreed,
    as_decided,
    asked_about,
)
from marugoto.disclosure.actions.terms import Granted, Terms
from marugoto.disclosure.actions.turn import one_after_another
from marugoto.disclosure.codes import BasisCode, Part
from marugoto.disclosure.events import DisclosureEnded, DisclosureMade
from marugoto.disclosure.models import (
    Consent,
    ConsentAnswer,
    Folder,
    Grant,
    GrantEnding,
    Prepared,
    PurposeDecision,
    Reliance,
)
from marugoto.disclosure.queries.folder import Open
from marugoto.disclosure.queries.grant import given_to
from marugoto.disclosure.rules.basis import BY_CODE, may_use
from marugoto.disclosure.rules.emergency import HOUR
from marugoto.disclosure.rules.sharing import Sharing, may_share
from marugoto.ground.transaction import acting
from marugoto.kernel.decision import Refused
from marugoto.kernel.jst import end_of_day, local_day
from marugoto.ledger.actions import announce_each

NOT_ASKED = "あとから加わった方が、まだ同意していない"
NOT_AGREED = "本人の同意がなくなった"
NOT_DECIDED = "目的外の提供の決定がなくなった"


@acting
def grant(*, by: Viewer, at: datetime, subjects: Iterable[UUID], parts: Iterable[Part], terms: Terms) -> list[Grant]:
    """Open the subjects' folders of these parts at once.

    Only folders open to the giver are given on, and not those that he reads in an emergency. Raises `Refused` when the
    basis may not be used by this body on this day, when its consent is missing, or when it asks for a reason and has none.
    """
    checked = _checked(by, at, list(subjects), set(parts), terms)
    return _open(by, at, [(one, terms) for one in checked])


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
    checked = _checked(by, at, list(subjects), set(parts), terms, only)
    return _prepare(by, at, checked, terms)


@acting
def open_prepared(*, by: Viewer, at: datetime, via: str) -> list[Grant]:
    """Open what was prepared by this way and neither opened nor closed yet; the other side acts. What was to be open until a moment
    that is over by now never opens."""
    opening = list[tuple[Granted, Terms]]()
    waiting = Prepared.objects.within(by.body).filter(via=via, opened_at=None, closed_at=None)
    waiting.filter(until__lte=at).update(closed_at=at)
    for row in _waiting(by, Q(via=via)).prefetch_related(Prefetch("reliances", Reliance.objects.within(by.body))):
        terms = Terms(BasisCode(row.basis), row.team_id, row.duty_id, row.until, row.via, row.reason)
        opening.append((Granted(row.folder, row.until, *_stood_on(row.reliances.all())), terms))
    waiting.update(opened_at=at)
    return _open(by, at, opening)


@acting
def end_grants(*, by: Viewer, at: datetime, via: str, reason: str = "") -> int:
    """Take back every grant in force that came by this way; answers how many. What was only prepared never opens."""
    Prepared.objects.within(by.body).filter(via=via, opened_at=None, closed_at=None).update(closed_at=at)
    taken = GrantEnding.objects.within(by.body).values("grant_id")
    live = list(Grant.objects.within(by.body).filter(via=via).exclude(pk__in=taken).select_related("folder"))
    _end(by, at, live, reason)
    return len(live)


@acting
def open_again(
    *, by: Viewer, at: datetime, via: str, ended_at: datetime, records_of: Callable[[Viewer, UUID], Collection[UUID]]
) -> int:
    """What was taken back at that moment, of all that came by this way, opens again on the same ground: it was not over after all.
    Answers how many. Not what may be used no longer, and on consent only while every answer it stood on is the latest, a yes to
    that part, and open to the viewer."""
    day, opening = local_day(at), list[tuple[Granted, Terms]]()
    ended = GrantEnding.objects.within(by.body).filter(ended_at=ended_at, grant__via=via)
    rows = Grant.objects.within(by.body).filter(pk__in=ended.values("grant")).select_related("folder")
    for row in rows.order_by("made_at", "pk"):
        terms = Terms(BasisCode(row.basis), row.team_id, row.duty_id, row.until, row.via, row.reason)
        stood_on = _stood_on(Reliance.objects.within(by.body).filter(grant=row).order_by("consent"))
        usable = may_use(terms.basis, profile=profile(by.body, day), day=day)
        if usable and (row.until is None or row.until > at) and _still_agreed(by, at, row, stood_on, records_of):
            opening.append((Granted(row.folder, row.until, *stood_on), terms))
    return len(_open(by, at, opening))


@acting
def end_agreed(
    *, by: Viewer, at: datetime, consent: Consent, kept: Collection[Part], records: Collection[UUID]
) -> frozenset[str]:
    """The latest answer about a team of the person with these records. Whatever stood on an earlier one of them, also together with
    the answers of others, and is no longer agreed to ends; what was only prepared never opens; what is agreed to for a shorter time
    ends with that, and at once where that time is over. Answers the ways by which what closed now had come."""
    answers = ConsentAnswer.objects.within(by.body).filter(person__in=records, receiver=consent.receiver_id)
    before = answers.exclude(consent=consent).values("consent_id")
    relied = Reliance.objects.within(by.body).filter(consent__in=before)
    waiting = list(_waiting(by, Q(pk__in=relied.values("prepared"))))
    shut = [row for row in waiting if row.folder.part not in kept]
    Prepared.objects.within(by.body).filter(pk__in=[row.pk for row in shut]).update(closed_at=at)
    taken = GrantEnding.objects.within(by.body).values("grant_id")
    live = Grant.objects.within(by.body).filter(pk__in=relied.values("grant")).exclude(pk__in=taken)
    last, closed = end_of_day(consent.until) if consent.until else None, {row.via for row in shut}
    ended, opening = list[Grant](), list[tuple[Granted, Terms]]()
    for row in live.select_related("folder"):
        longer = last is not None and (row.until is None or row.until > last)
        if row.folder.part not in kept or longer:
            ended.append(row)
        if row.folder.part not in kept or (last is not None and last <= at):
            closed.add(row.via)
        if row.folder.part in kept and longer and last is not None and last > at:
            others = Reliance.objects.within(by.body).filter(grant=row).exclude(consent__in=before)
            terms = Terms(BasisCode(row.basis), row.team_id, row.duty_id, last, row.via, row.reason)
            stood_on = (consent.pk, *others.values_list("consent_id", flat=True))
            opening.append((Granted(row.folder, last, stood_on), terms))
    _end(by, at, ended, NOT_AGREED)
    _open(by, at, opening)
    if last is not None:
        still = Prepared.objects.within(by.body).filter(pk__in=[row.pk for row in waiting], closed_at=None)
        still.filter(Q(until=None) | Q(until__gt=last)).update(until=last)
    return frozenset(closed)


def _waiting(by: Viewer, which: Q) -> QuerySet[Prepared]:
    """Held still: what is caught is not closed at the same time, and what is closed is not caught."""
    rows = Prepared.objects.within(by.body).filter(which, opened_at=None, closed_at=None)
    return rows.select_for_update(of=("self",)).select_related("folder").order_by("pk")


@acting
def end_unasked(*, by: Viewer, at: datetime, records: Collection[UUID], folders: Collection[Folder]) -> int:
    """These folders speak of one more person, with these records. What was opened there on the consent of the others ends, and what
    waits does not open, unless that person had agreed to the same. Answers how many ended."""
    one_after_another(by, records)
    taken, ended = GrantEnding.objects.within(by.body).values("grant_id"), list[Grant]()
    given = Grant.objects.within(by.body).filter(folder__in=folders, basis=BasisCode.CONSENT).exclude(pk__in=taken)
    for row in given.select_related("folder"):
        answer = answer_of(by, at, records, row.team_id)
        if answer.consent is not None and row.folder.part in answer.parts:
            Reliance.objects.create(body=by.body, made_at=at, consent=answer.consent, grant=row)
        else:
            ended.append(row)
    _end(by, at, ended, NOT_ASKED)
    waiting = list(_waiting(by, Q(folder__in=folders, basis=BasisCode.CONSENT)))
    shut = [one.pk for one in waiting if one.folder.part not in answer_of(by, at, records, one.team_id).parts]
    Prepared.objects.within(by.body).filter(pk__in=shut).update(closed_at=at)
    return len(ended)


def _still_agreed(
    by: Viewer,
    at: datetime,
    row: Grant,
    stood_on: tuple[tuple[UUID, ...], UUID | None],
    records_of: Callable[[Viewer, UUID], Collection[UUID]],
) -> bool:
    answers, decision = stood_on
    if BY_CODE[BasisCode(row.basis)].needs_decision:
        still = PurposeDecision.objects.within(by.body).filter(
            pk__in=[decision] if decision else [], agreed=True, until__gte=local_day(at)
        )
        return still.filter(request__ending=None).exists()
    if not BY_CODE[BasisCode(row.basis)].needs_consent:
        return True
    persons = dict(Consent.objects.open_to(by).filter(pk__in=answers).values_list("pk", "person"))
    latest = [answer_of(by, at, records_of(by, person), row.team_id) for person in persons.values()]
    agreed = all(one.consent and one.consent.pk in persons and row.folder.part in one.parts for one in latest)
    return bool(answers) and persons.keys() == set(answers) and agreed


def _stood_on(rows: Iterable[Reliance]) -> tuple[tuple[UUID, ...], UUID | None]:
    """The answers of persons, or the decision."""
    kept = list(rows)
    answers = tuple(one.consent_id for one in kept if one.consent_id is not None)
    return answers, next((one.decision_id for one in kept if one.decision_id is not None), None)


@acting
def end_decided(*, by: Viewer, at: datetime, decision: UUID) -> tuple[int, frozenset[str]]:
    """The decision holds no more: what stood on it closes, and what waits never opens. Answers how many closed, and by which ways
    all of it had come."""
    relied = Reliance.objects.within(by.body).filter(decision=decision)
    waiting = list(_waiting(by, Q(pk__in=relied.values("prepared"))))
    Prepared.objects.within(by.body).filter(pk__in=[row.pk for row in waiting]).update(closed_at=at)
    taken = GrantEnding.objects.within(by.body).values("grant_id")
    live = Grant.objects.within(by.body).filter(pk__in=relied.values("grant")).exclude(pk__in=taken)
    ended = list(live.select_related("folder").order_by("made_at", "pk"))
    _end(by, at, ended, NOT_DECIDED)
    return len(ended), frozenset({*(row.via for row in waiting), *(row.via for row in ended)})


def _end(by: Viewer, at: datetime, rows: list[Grant], reason: str) -> None:
    GrantEnding.objects.within(by.body).bulk_create(
        GrantEnding(body=by.body, made_at=at, grant=row, ended_at=at, by=by.duty, reason=reason) for row in rows
    )
    announce_each([(_told_ended(row), row.folder.subject) for row in rows], by=by, at=at)


def _checked(
    by: Viewer,
    at: datetime,
    subjects: list[UUID],
    parts: set[Part],
    terms: Terms,
    only: Collection[tuple[UUID, Part]] | None = None,
) -> list[Granted]:
    ground, day = BY_CODE[terms.basis], local_day(at)
    mine = Folder.objects.within(by.body).filter(Open(by, "pk"), given_to(by))
    folders = mine.filter(subject__in=subjects, part__in=parts)
    usable = may_use(terms.basis, profile=profile(by.body, day), day=day)
    if not usable:
        _lacks(by, folders, terms)
    usable.require()
    wanted = [
        folder
        for folder in folders.order_by("made_at", "pk")
        if only is None or (folder.subject, Part(folder.part)) in only
    ]
    given, lacking = [Granted(folder, terms.until) for folder in wanted], frozenset[Part]()
    if ground.needs_consent:
        given, lacking = as_agreed(by, at, wanted, terms)
        if wanted and not given and not lacking:
            return []  # all of it could be left out, and nobody agreed to any of it
    elif ground.needs_decision:
        given, lacking = as_decided(by, at, wanted, terms)
    asked = frozenset(Part(one.folder.part) for one in given) | lacking or frozenset(parts)
    asks = ground.needs_consent or ground.needs_decision
    agreed = frozenset(Part(one.folder.part) for one in given) - lacking if asks else None
    if ground.needs_decision and not wanted:
        agreed = asked  # nothing is told, so nobody has to decide
    seat = terms.duty or terms.seat
    if lacking or (ground.by_conference and seat is None):
        _lacks(by, folders, terms)
    sharing = Sharing(basis=ground, parts=asked, agreed=agreed, reason=terms.reason, seat=seat)
    _require(sharing, wanted if lacking else [], terms)
    return given


def _require(sharing: Sharing, lacking: list[Folder], terms: Terms) -> None:
    """Where nothing but somebody's decision is missing, the refusal says what it would have to be about."""
    try:
        may_share(sharing).require()
    except Refused as refused:
        if sharing.basis.needs_decision and lacking and terms.reason.strip():
            about, parts = asked_about(lacking, terms), {Part(one.part) for one in lacking}
            raise DecisionMissing(refused, about, parts) from refused
        raise


def _lacks(by: Viewer, folders: QuerySet[Folder], terms: Terms) -> None:
    """For want of a basis; the door tells it when all else is undone. One for each asking, about its matter where it has one."""
    asked = list(folders.order_by("made_at", "pk").values_list("subject", "subject_kind"))
    needs, cases = ({subject for subject, kind in asked if kind == work} for work in ("need", "case"))
    matters = list(needs if len(needs) == 1 else cases)
    to = terms.team or terms.duty
    if asked and to is not None:
        matter = matters[0] if matters else None
        by.sight.lacks.append(Lack(to, terms.basis, matter or asked[0][0], matter))


def _prepare(by: Viewer, at: datetime, checked: Iterable[Granted], terms: Terms) -> list[Prepared]:
    made = {
        Prepared(
            body=by.body,
            made_at=at,
            folder=one.folder,
            team_id=terms.team if terms.duty is None else None,
            duty_id=terms.duty,
            basis=terms.basis,
            until=one.until,
            via=terms.via,
            reason=terms.reason,
            by=by.duty,
        ): one
        for one in checked
    }
    Prepared.objects.within(by.body).bulk_create(made)
    _rely(by, at, ((one, {"prepared": row}) for row, one in made.items()))
    return list(made)


def _open(by: Viewer, at: datetime, opening: Iterable[tuple[Granted, Terms]]) -> list[Grant]:
    made = {_grant(by, at, one, terms): one for one, terms in opening}
    Grant.objects.within(by.body).bulk_create(made)
    _rely(by, at, ((one, {"grant": row}) for row, one in made.items()))
    announce_each([(_told(row), row.folder.subject) for row in made], by=by, at=at)
    return list(made)


def _rely(by: Viewer, at: datetime, made: Iterable[tuple[Granted, dict[str, Any]]]) -> None:
    rows = list[Reliance]()
    for one, row in made:
        rows += [Reliance(body=by.body, made_at=at, consent_id=answer, **row) for answer in one.answers]
        rows += [Reliance(body=by.body, made_at=at, decision_id=one.decision, **row)] if one.decision else []
    Reliance.objects.within(by.body).bulk_create(rows)


def _grant(by: Viewer, at: datetime, one: Granted, terms: Terms) -> Grant:
    return Grant(
        body=by.body,
        made_at=at,
        folder=one.folder,
        kind=one.folder.subject_kind,
        team_id=terms.team if terms.duty is None else None,
        duty_id=terms.duty,
        basis=terms.basis,
        since=at,
        until=min(one.until or at + HOUR, at + HOUR) if terms.basis is BasisCode.EMERGENCY else one.until,
        via=terms.via,
        reason=terms.reason,
        by=by.duty,
    )


def _told_ended(row: Grant) -> DisclosureEnded:
    return DisclosureEnded(
        to=cast(UUID, row.team_id or row.duty_id), basis=BasisCode(row.basis), part=Part(row.folder.part)
    )


def _told(row: Grant) -> DisclosureMade:
    return DisclosureMade(
        to=cast(UUID, row.duty_id or row.team_id),
        basis=BasisCode(row.basis),
        part=Part(row.folder.part),
        until=local_day(row.until) if row.until else None,
    )
