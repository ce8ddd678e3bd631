"""How a household comes in: somebody notices, somebody tells; and what is heard at the first talk."""

from uuid import UUID, uuid4

from marugoto.agencies.queries.directory import of_one_house
from marugoto.agencies.queries.directory import team as team_of
from marugoto.custody.codes import OfferReason, Urgency
from marugoto.custody.models import Offer
from marugoto.demo.live.clock import Steps
from marugoto.demo.live.fate import Reach
from marugoto.demo.live.fields import NOTICING
from marugoto.demo.live.household import Life
from marugoto.demo.live.purpose import once_decided
from marugoto.demo.live.words.first import ANSWERED_BACK, HANDED_ON, INFORMANTS, NOTICE_ANSWERS
from marugoto.demo.stories.story import Outlook
from marugoto.disclosure.codes import BasisCode
from marugoto.intake.actions.consultation import Told, end, receive
from marugoto.intake.actions.notice import answer_notice, raise_notice
from marugoto.intake.actions.passing import offer_notice
from marugoto.intake.codes import (
    Channel,
    ConsultationEnd,
    NoticeAnswer,
    NoticeSource,
    ToldBy,
    UrgentAnswer,
    UrgentCheck,
)
from marugoto.intake.rules.troubles import TroubleCode

WHY_OUTSIDE = "受け取った機関が、本人に会って暮らしを確かめるために要るため"
FROM_WINDOWS = {NoticeSource.CLERK: "clerk", NoticeSource.AGENCY: "agency"}


def comes_in(life: Life, heard: list[UUID]) -> Steps:
    """Up to the consultation, which is put into `heard`; nothing is put there where it did not come so far."""
    notice = None
    noticed_only = life.fate.reach in {Reach.NOTICED, Reach.ASKED}
    if life.story.notice or noticed_only:
        notice = _notice(life, life.story.notice or NoticeSource.CLERK)
        if life.fate.reach is Reach.ASKED:
            yield life.soon()
            _ask_to_take(life, notice)
        if noticed_only:
            return
        yield life.days(0, 3)
    consultation = _hear(life, notice or None)
    if notice:
        yield life.soon()
        _answer(life, notice)
    if life.story.outlook is Outlook.ANSWERED and life.fate.reach is Reach.SUPPORTED:
        yield life.soon()
        end(by=life.by, at=life.now, consultation=consultation, end=ConsultationEnd.ANSWERED)
    elif life.fate.reach is Reach.SUPPORTED:
        heard.append(consultation)


def _notice(life: Life, source: NoticeSource) -> UUID:
    """Raised at a window outside welfare under its own hat; what a resident tells is written down by whoever listens."""
    here, rng = life.here, life.rng
    window = FROM_WINDOWS.get(source, "")
    by = here.by(here.hat(NOTICING[here.body][window])) if window else life.by
    by_window = by if life.fate.reach is Reach.ASKED and window else None
    told = "" if window else rng.choice(INFORMANTS[source])
    row = raise_notice(
        by=by,
        at=here.now,
        notice=uuid4(),
        source=source,
        words=life.say(rng.choice(life.story.opening), ""),
        who_words=f"{life.family}さん" if rng.random() < 0.8 else "",
        where=life.address.part,
        urgency=Urgency.SOON if life.story.urgent else Urgency.USUAL,
        team=by_window.team if by_window else here.team(life.team),
        informant=told,
        wants_reply=bool(told) and rng.random() < 0.5,
        area=life.area,
    )
    return row.pk


def _ask_to_take(life: Life, notice: UUID) -> None:
    """The window that noticed asks those who can help, and tells what it noticed."""
    here = life.here
    window = FROM_WINDOWS.get(life.story.notice or NoticeSource.CLERK, "")
    by = here.by(here.hat(NOTICING[here.body][window])) if window else life.by
    to = here.team(life.team)
    if to == by.team:
        to = here.team(here.team_for("general", life.area, life.rng))
    if to == by.team:
        return
    receiver = team_of(by, to)
    inside = receiver is not None and of_one_house(by, receiver)
    words = life.rng.choice(HANDED_ON)

    def deed() -> Offer:
        return offer_notice(
            by=by,
            at=here.now,
            notice=notice,
            to=to,
            reason=OfferReason.OWN_FIELD,
            words=words,
            basis=BasisCode.OWN_DUTY if inside else BasisCode.PURPOSE_CHANGE,
            basis_reason="" if inside else WHY_OUTSIDE,
        )

    once_decided(here, by, to, WHY_OUTSIDE, deed)


def _hear(life: Life, notice: UUID | None) -> UUID:
    story, rng = life.story, life.rng
    others = [code for code in story.troubles if code is not story.pressing]
    marked = [story.pressing, *rng.sample(others, rng.randint(0, len(others)))]
    if rng.random() < 0.15:
        marked.append(rng.choice([code for code in TroubleCode if code not in marked]))
    anonymous = story.outlook is Outlook.ANSWERED or rng.random() < 0.05
    row = receive(
        by=life.by,
        at=life.now,
        day=life.here.today,
        channel=Channel.OUTREACH if notice else story.channel,
        notice=notice,
        told=Told(
            caller="" if anonymous else f"{life.family}さん",
            words=life.say(rng.choice(story.opening), ""),
            language=life.sketch.head.country and "やさしい日本語・通訳",
            troubles=marked,
            pressing=[story.pressing] if rng.random() < 0.9 else [],
            urgent={check: _checked(life, check) for check in UrgentCheck},
        ),
        area=life.area,
    )
    return row.pk


def _checked(life: Life, check: UrgentCheck) -> UrgentAnswer:
    if check in life.story.urgent:
        return UrgentAnswer.YES
    return life.rng.choices((UrgentAnswer.NO, UrgentAnswer.NOT_ASKED), weights=(7, 3))[0]


def _answer(life: Life, notice: UUID) -> None:
    answer_notice(
        by=life.by,
        at=life.now,
        notice=notice,
        answer=NoticeAnswer.CONSULTATION,
        words=life.rng.choice(NOTICE_ANSWERS),
        told_back=life.rng.choice(ANSWERED_BACK),
        told=None if (life.story.notice or NoticeSource.CLERK) in FROM_WINDOWS else ToldBy.PHONE,
    )
