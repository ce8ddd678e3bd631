"""Receive a consultation, complete it later, end it."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime, time
from typing import Any
from uuid import UUID, uuid4

from marugoto.agencies.viewer import Viewer
from marugoto.custody.actions.ball import place
from marugoto.custody.actions.care import touch
from marugoto.custody.actions.settlement import settle
from marugoto.custody.codes import MatterKind, Outcome, TouchKind
from marugoto.custody.models import Ball
from marugoto.disclosure.actions.attachment import Paper, attach
from marugoto.disclosure.codes import Part
from marugoto.disclosure.models import Folder
from marugoto.ground.transaction import acting
from marugoto.intake.codes import Channel, ConsultationEnd, UrgentAnswer, UrgentCheck
from marugoto.intake.events import IntakeEnded, IntakeNamed, IntakeOpened, TroubleMarked
from marugoto.intake.models import Consultation, ConsultationLine, ConsultationTrouble, ConsultationUrgent, Notice
from marugoto.intake.rules.heard import Heard, may_have_heard
from marugoto.intake.rules.line import may_add_line
from marugoto.intake.rules.troubles import TroubleCode, may_mark, trouble_set_on
from marugoto.intake.rules.urgency import urgency_of
from marugoto.kernel.decision import no
from marugoto.kernel.fold import clean
from marugoto.kernel.jst import local_day
from marugoto.kernel.ref import Ref
from marugoto.ledger.actions import announce
from marugoto.people.actions.about import open_about, speak_of
from marugoto.people.actions.pseudonym import pseudonym_of
from marugoto.people.models import Person
from marugoto.people.rules.phone import kept_phone

WORDS_LIMIT = 20_000


@dataclass(frozen=True)
class Told:
    """What may be known of a consultation; every part may be empty."""

    person: UUID | None = None
    caller: str = ""
    phone: str = ""
    visitor: str = ""
    visitor_relation: str = ""
    person_knows: bool | None = None
    words: str = ""
    wish: str = ""
    language: str = ""
    troubles: Iterable[TroubleCode] = ()
    pressing: Iterable[TroubleCode] = ()
    urgent: Mapping[UrgentCheck, UrgentAnswer] = field(default_factory=dict)


@acting
def receive(
    *,
    by: Viewer,
    at: datetime,
    day: date,
    channel: Channel,
    told: Told | None = None,
    notice: UUID | None = None,
    area: str = "",
    papers: Iterable[Paper] = (),
    hour: time | None = None,
) -> Consultation:
    """Keep a consultation; only day and channel must be known (the receiver is the viewer). Its ball is the viewer's team's."""
    told = told or Told()
    _heard_by_now(day, hour, at)
    marked, pressing = _marked(told)
    matter = Ref("consultation", uuid4())
    persons = [_person(by, told.person)] if told.person else []
    folder = open_about(by=by, at=at, subject=matter, part=Part.SUPPORT, persons=persons)
    theme = pressing[0] if pressing else next(iter(sorted(marked)), TroubleCode.OTHER)
    row = Consultation.objects.create(
        id=matter.id,
        body=by.body,
        made_at=at,
        folder=folder,
        ball=_first_ball(by, at, matter, told, theme, area),
        day=day,
        heard_time=hour,
        channel=channel,
        receiver_id=by.duty,
        person_id=told.person,
        notice=_notice(by, notice),
        **_words(told),
        trouble_version=trouble_set_on(day).version,
    )
    if row.notice and told.person:
        speak_of(by, at, row.notice.folder, subjects=[told.person])
    _keep_answers(by, at, row, folder, told, papers)
    _tell(by, at, row, marked, pressing, area)
    return row


def _heard_by_now(day: date, hour: time | None, at: datetime) -> None:
    if day > local_day(at):
        no("相談の日が、きょうより先になっています。", "日付を直してください。").require()
    may_have_heard(Heard(day, hour), at).require()


def _marked(told: Told) -> tuple[set[TroubleCode], list[TroubleCode]]:
    marked, pressing = set(told.troubles), list(told.pressing)
    may_mark(marked, pressing).require()
    return marked, pressing


@acting
def complete(*, by: Viewer, at: datetime, consultation: UUID, person: UUID) -> Consultation:
    """Join a consultation kept without a name to the person it was about."""
    row = _mine(by, consultation)
    row.person_id = _person(by, person)
    row.save(update_fields=["person"])
    speak_of(by, at, row.folder, subjects=[person])
    if row.notice_id:
        speak_of(
            by, at, Folder.objects.within(by.body).get(subject=row.notice_id, part=Part.SUPPORT), subjects=[person]
        )
    announce(IntakeNamed(), by=by, at=at, matter=row.pk, subject=pseudonym_of(by=by, at=at, person=person))
    return row


@acting
def add_line(
    *,
    by: Viewer,
    at: datetime,
    consultation: UUID,
    words: str,
    kind: TouchKind,
    phone: str = "",
    papers: Iterable[Paper] = (),
) -> ConsultationLine:
    """Something more was heard or done: a step, so it counts as a touch. A telephone number replaces none: it is told once.

    Raises Consultation.DoesNotExist.
    """
    row = _mine(by, consultation)
    words = clean(words, limit=WORDS_LIMIT).strip()
    may_add_line(ended=row.ball.settlement_id is not None, worded=bool(words)).require()
    if phone.strip() and not row.phone:
        row.phone, row.phone_digits = kept_phone(phone.strip())
        row.save(update_fields=["phone", "phone_digits"])
    attach(by=by, at=at, matter=row.pk, folder=row.folder_id, papers=papers)
    touch(by=by, at=at, ball=row.ball_id, kind=kind)
    return ConsultationLine.objects.create(
        body=by.body, made_at=at, folder_id=row.folder_id, consultation=row, words=words, by_id=by.duty
    )


@acting
def end(*, by: Viewer, at: datetime, consultation: UUID, end: ConsultationEnd) -> Consultation:
    """What became of it; its ball is settled."""
    row = _mine(by, consultation)
    outcome = Outcome.CARRIED_ON if end is ConsultationEnd.CASE_OPENED else Outcome.ANSWERED
    settle(by=by, at=at, ball=row.ball_id, outcome=outcome, with_matter=True)
    announce(IntakeEnded(end=end), by=by, at=at, matter=row.pk)
    return row


def _person(by: Viewer, person: UUID) -> UUID:
    """The person if visible to the viewer; raises Person.DoesNotExist, as for one that is not there."""
    return Person.objects.open_to(by).values_list("pk", flat=True).get(pk=person)


def _first_ball(by: Viewer, at: datetime, matter: Ref, told: Told, theme: str, area: str) -> Ball:
    return place(
        by=by,
        at=at,
        matter=matter,
        kind=MatterKind.CONSULTATION,
        theme=theme,
        urgency=urgency_of(told.urgent),
        area=area,
        in_charge=by.duty,
    )


def _words(told: Told) -> dict[str, Any]:
    phone, digits = kept_phone(told.phone.strip()) if told.phone.strip() else ("", "")
    return {
        "phone": phone,
        "phone_digits": digits,
        "caller": clean(told.caller, limit=120),
        "visitor": clean(told.visitor, limit=120),
        "visitor_relation": clean(told.visitor_relation, limit=60),
        "person_knows": told.person_knows,
        "words": clean(told.words, limit=WORDS_LIMIT),
        "wish": clean(told.wish, limit=WORDS_LIMIT),
        "language": clean(told.language, limit=40),
    }


def _mine(by: Viewer, consultation: UUID) -> Consultation:
    row = Consultation.objects.open_to(by).select_related("ball").filter(pk=consultation).first()
    if row is None:
        raise Consultation.DoesNotExist
    return row


def _notice(by: Viewer, notice: UUID | None) -> Notice | None:
    if notice is None:
        return None
    row = Notice.objects.open_to(by).filter(pk=notice).first()
    if row is None:
        no("もとの気づきが見つかりません。", "もう一度、気づきの画面から始めてください。").require()
    if Consultation.objects.open_to(by).filter(notice=row).exists():
        no("この気づきは、もう相談として受けています。").require()
    return row


def _keep_answers(
    by: Viewer, at: datetime, row: Consultation, folder: Folder, told: Told, papers: Iterable[Paper]
) -> None:
    attach(by=by, at=at, matter=row.pk, folder=folder.pk, papers=papers)
    pressing = set(told.pressing)
    ConsultationTrouble.objects.bulk_create(
        ConsultationTrouble(
            body=by.body, made_at=at, folder=folder, consultation=row, code=code, pressing=code in pressing
        )
        for code in sorted(set(told.troubles))
    )
    ConsultationUrgent.objects.bulk_create(
        ConsultationUrgent(
            body=by.body,
            made_at=at,
            folder=folder,
            consultation=row,
            check_code=check,
            answer=told.urgent.get(check, UrgentAnswer.NOT_ASKED),
        )
        for check in UrgentCheck
    )


def _tell(
    by: Viewer, at: datetime, row: Consultation, marked: set[TroubleCode], pressing: list[TroubleCode], area: str
) -> None:
    opened = IntakeOpened(
        channel=Channel(row.channel),
        troubles=len(marked),
        for_another=bool(row.visitor),
        named=row.person_id is not None,
    )
    subject = pseudonym_of(by=by, at=at, person=row.person_id) if row.person_id else None
    announce(opened, by=by, at=at, matter=row.pk, area=area, subject=subject)
    for code in sorted(marked):
        announce(TroubleMarked(trouble=code, pressing=code in pressing), by=by, at=at, matter=row.pk, area=area)
