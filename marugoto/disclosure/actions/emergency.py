"""Open in an emergency what is not open to somebody, with a second person what is guarded; account for it, and answer."""

from collections.abc import Collection
from datetime import datetime
from uuid import UUID

from marugoto.agencies.queries.account import suspended_on
from marugoto.agencies.queries.directory import duties_at_the_table, own_staff
from marugoto.agencies.viewer import Viewer
from marugoto.disclosure.actions.grant import end_grants, open_prepared
from marugoto.disclosure.actions.restriction import rows_in_force
from marugoto.disclosure.codes import BasisCode, EmergencyReason, EmergencyVerdict, Part
from marugoto.disclosure.events import (
    DisclosureMade,
    EmergencyAccounted,
    EmergencyAnswered,
    EmergencyBegun,
    EmergencyEscalated,
    EmergencySeconded,
)
from marugoto.disclosure.models import (
    Emergency,
    EmergencyAccount,
    EmergencyAnswer,
    EmergencyEnding,
    EmergencyEscalation,
    EmergencySecond,
    EmergencySecondAnswer,
    EmergencySubject,
    EmergencyTold,
    Folder,
    Grant,
    Prepared,
    RestrictionListing,
)
from marugoto.disclosure.queries.emergency import (
    course_of,
    forget,
    is_any_unfinished,
    running_of,
    told_last_time,
    unfinished,
    way_of,
)
from marugoto.disclosure.rules import emergency as rules
from marugoto.disclosure.rules.emergency import HOUR, Overseer, whom_to_tell
from marugoto.ground.transaction import acting, hold
from marugoto.kernel.jst import local_day
from marugoto.kernel.ref import Ref
from marugoto.ledger.actions import announce, announce_each


@acting
def begin(*, by: Viewer, at: datetime, reason: EmergencyReason, words: str, tries: int) -> Emergency:
    """Written before anybody is looked for: without this row the database names nobody."""
    rules.may_open(
        by.roles,
        contracted=by.contracted,
        own_staff=own_staff(by),
        running=running_of(by, at),
        tries=tries,
        words=words,
    ).require()
    return Emergency.objects.create(
        body=by.body,
        made_at=at,
        worker_id=by.worker,
        duty_id=by.duty,
        reason=reason,
        words=words.strip(),
        since=at,
        until=at + HOUR,
    )


@acting
def open_found(
    *, by: Viewer, at: datetime, emergency: Emergency, subjects: Collection[Ref], folders: Collection[Folder]
) -> None:
    """Open to the opener's duty what was found. What is guarded is made ready, and waits for the second person; who gave notice is
    never told. Where somebody was found, two are told at once."""
    usable = [one for one in folders if one.basis == BasisCode.OWN_DUTY and one.origin is None]
    usable = sorted((one for one in usable if one.part != Part.INFORMANT), key=lambda one: one.pk)
    sensitive = _kept_by_sensitive(by, [one.pk for one in usable])
    guarded = [one for one in usable if one.part == Part.SHELTER or one.pk in sensitive]
    plain = [one for one in usable if one not in guarded]
    EmergencySubject.objects.bulk_create(
        EmergencySubject(body=by.body, made_at=at, emergency=emergency, kind=one.kind, subject=one.id)
        for one in sorted(subjects, key=str)
    )
    terms = {
        "body": by.body,
        "made_at": at,
        "duty_id": emergency.duty_id,
        "basis": BasisCode.EMERGENCY,
        "until": emergency.until,
        "via": way_of(emergency.pk),
        "reason": emergency.reason,
        "by": by.duty,
    }
    Grant.objects.bulk_create(Grant(folder=one, kind=one.subject_kind, since=at, **terms) for one in plain)
    Prepared.objects.within(by.body).bulk_create(Prepared(folder=one, **terms) for one in guarded)
    announce_each([(_made(emergency, one), one.subject) for one in plain], by=by, at=at)
    announce(EmergencyBegun(reason=EmergencyReason(emergency.reason), folders=len(plain)), by=by, at=at)
    if subjects:
        _tell(by, at, emergency, most=rules.TOLD_AT_ONCE)
    forget(by.body)


@acting
def ask_second(*, by: Viewer, at: datetime, emergency: UUID, words: str) -> EmergencySecond:
    row, course = _held(by, emergency)
    asked = EmergencySecond.objects.within(by.body).filter(emergency=row).exists()
    rules.may_ask_second(course, by=by.worker, asked=asked, words=words, at=at).require()
    forget(by.body)
    return EmergencySecond.objects.create(body=by.body, made_at=at, emergency=row, words=words.strip())


@acting
def answer_second(*, by: Viewer, at: datetime, emergency: UUID, agreed: bool, words: str = "") -> EmergencySecondAnswer:
    """The second person. With a yes what is guarded opens too, and whoever opened is listed where a restriction shuts, until the
    hour is over and not longer."""
    row, course = _held(by, emergency)
    second = EmergencySecond.objects.within(by.body).get(emergency=row)
    answered = EmergencySecondAnswer.objects.within(by.body).filter(second=second).exists()
    rules.may_second(
        course,
        by=by.worker,
        roles=by.roles,
        contracted=by.contracted,
        own_staff=own_staff(by),
        answered=answered,
        at=at,
    ).require()
    said = EmergencySecondAnswer.objects.create(
        body=by.body,
        made_at=at,
        second=second,
        worker_id=by.worker,
        duty=by.duty,
        agreed=agreed,
        words=words.strip(),
    )
    if agreed:
        open_prepared(by=by, at=at, via=way_of(row.pk))
        _list_for_the_hour(by, at, row)
    announce(EmergencySeconded(agreed=agreed), by=by, at=at)
    forget(by.body)
    return said


@acting
def end_emergency(*, by: Viewer, at: datetime, emergency: UUID) -> EmergencyEnding:
    """Before the hour is over: whoever opened needs it no more, or somebody with the oversight shuts it."""
    row, course = _held(by, emergency)
    rules.may_end(course, by=by.worker, at=at).require()
    end_grants(by=by, at=at, via=way_of(row.pk), reason="急ぎの閲覧を閉じた")
    lent = RestrictionListing.objects.within(by.body).filter(worker=row.worker_id, until__gt=at)
    lent.update(until=at)
    forget(by.body)
    return EmergencyEnding.objects.create(body=by.body, made_at=at, emergency=row, ended_at=at, by=by.duty)


@acting
def account(*, by: Viewer, at: datetime, emergency: UUID, words: str) -> EmergencyAccount:
    row, course = _held(by, emergency)
    rules.may_account(course, by=by.worker, words=words).require()
    said = EmergencyAccount.objects.create(body=by.body, made_at=at, emergency=row, words=words.strip())
    announce(EmergencyAccounted(), by=by, at=at)
    forget(by.body)
    return said


@acting
def answer(*, by: Viewer, at: datetime, emergency: UUID, verdict: EmergencyVerdict, words: str = "") -> EmergencyAnswer:
    row, course = _held(by, emergency)
    rules.may_answer(course, by=by.worker, fit=verdict is EmergencyVerdict.FIT, words=words).require()
    told = EmergencyTold.objects.within(by.body).get(emergency=row, worker=by.worker)
    said = EmergencyAnswer.objects.create(body=by.body, made_at=at, told=told, verdict=verdict, words=words.strip())
    announce(EmergencyAnswered(verdict=verdict), by=by, at=at)
    forget(by.body)
    return said


@acting
def escalate_emergencies(*, by: Viewer, at: datetime) -> int:
    """A day of silence: everybody else with the oversight is told. Answers how many openings; run twice it tells nobody twice."""
    if not is_any_unfinished(by, at):
        return 0
    late = [row for row in unfinished(by, at) if rules.has_to_escalate(course_of(row), at)]
    for row in late:
        told = _tell(by, at, row, most=None)
        EmergencyEscalation.objects.create(body=by.body, made_at=at, emergency=row)
        announce(EmergencyEscalated(told=told), by=by, at=at)
    forget(by.body)
    return len(late)


def _held(by: Viewer, emergency: UUID) -> tuple[Emergency, rules.Course]:
    """One deed after another: those whom it is about stand still. What is added and never changed cannot be held itself."""
    about = EmergencySubject.objects.within(by.body).filter(emergency=emergency).values("subject")
    hold(Folder.objects.within(by.body).filter(subject__in=about, part=Part.BASIC).order_by("pk"))
    row = unfinished(by, by.at, of=emergency)
    if not row:
        raise Emergency.DoesNotExist
    return row[0], course_of(row[0])


def _tell(by: Viewer, at: datetime, emergency: Emergency, *, most: int | None) -> int:
    """Those who are told already are told no second time; and nobody whose account is suspended, as he could not answer."""
    shut = set(suspended_on(local_day(at)).values_list("worker", flat=True))
    known = {row.worker_id for row in EmergencyTold.objects.within(by.body).filter(emergency=emergency)}
    roles: dict[UUID, frozenset] = {}
    for duty in duties_at_the_table(by.at_moment(at)):
        if duty.team.body == by.body and not duty.team.agency.contracted:
            roles[duty.worker_id] = roles.get(duty.worker_id, frozenset()) | duty.role_set()
    overseers = [Overseer(worker, its) for worker, its in roles.items() if worker not in known | shut]
    before = told_last_time(by, emergency)
    wanted = whom_to_tell(overseers, opener=emergency.worker_id, last_time=before, most=most)
    EmergencyTold.objects.bulk_create(
        EmergencyTold(body=by.body, made_at=at, emergency=emergency, worker_id=worker) for worker in wanted
    )
    return len(wanted)


def _kept_by_sensitive(by: Viewer, folders: Collection[UUID]) -> set[UUID]:
    """What an agency keeps of which not even the existence is told (女性相談 and the like)."""
    rows = Grant.objects.within(by.body).filter(folder__in=list(folders), basis=BasisCode.OWN_DUTY)
    return set(rows.filter(team__agency__sensitive=True).values_list("folder", flat=True))


def _list_for_the_hour(by: Viewer, at: datetime, row: Emergency) -> None:
    folders = Grant.objects.within(by.body).filter(via=way_of(row.pk)).values("folder")
    shutting = rows_in_force(by, at).filter(folder__in=folders).order_by("pk")
    RestrictionListing.objects.bulk_create(
        RestrictionListing(body=by.body, made_at=at, restriction=one, worker_id=row.worker_id, until=row.until)
        for one in shutting
    )


def _made(emergency: Emergency, folder: Folder) -> DisclosureMade:
    return DisclosureMade(
        to=emergency.duty_id,
        basis=BasisCode.EMERGENCY,
        part=Part(folder.part),
        until=local_day(emergency.until),
    )
