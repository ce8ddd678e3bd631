"""A household whose support has ended long ago, and what two persons do about its records."""

from dataclasses import dataclass
from datetime import date, timedelta
from uuid import UUID

from marugoto.casework.actions.case import close_case
from marugoto.casework.codes import CaseEnd
from marugoto.casework.models import Need
from marugoto.custody.actions import offer as offers
from marugoto.custody.actions.settlement import settle
from marugoto.custody.codes import Outcome
from marugoto.custody.models import Ball
from marugoto.kernel.jst import local_day
from marugoto.retention.actions.destroy import disposal_round
from marugoto.retention.actions.disposal import decide_disposal, propose_disposal
from marugoto.retention.codes import RecordKind
from marugoto.retention.models import Disposal
from tests.database import unwalled
from tests.listed import ruled
from tests.story import Story, one_household
from tests.town import Town

ROOTS = (
    "household",
    "person",
    "case",
    "need",
    "consultation",
    "item",
    "plan",
    "entry",
    "attachment",
    "union",
    "descent",
)


@dataclass(frozen=True)
class Ended:
    """The story and when its support ended."""

    story: Story
    day: date


def ended(town: Town) -> Ended:
    """Told to its end: every need is settled, and the household has moved away."""
    story = one_household(town)
    offers.withdraw(by=town("tanaka"), at=town.later(), offer=story.offer)
    with unwalled():
        balls = list(Need.objects.within(town.body).filter(case=story.case).values_list("ball", flat=True))
    for ball in balls:
        settle(by=town("tanaka"), at=town.later(), ball=ball, outcome=Outcome.ACHIEVED)
    close_case(by=town("tanaka"), at=town.later(), case=story.case, end=CaseEnd.MOVED_AWAY)
    _answer_questions(town)
    return Ended(story, local_day(town.now))


def _answer_questions(town: Town) -> None:
    """What another office asked about somebody of the household is answered too."""
    from marugoto.intake.actions.inquiry import answer_inquiry
    from marugoto.intake.codes import InquiryAnswer
    from marugoto.intake.models import Inquired

    with unwalled():
        rows = list(Inquired.objects.within(town.body).filter(ball__settlement=None).select_related("ball"))
    for row in rows:
        holder = next(one for one in ("tanaka", "nishimura") if town(one).team == row.ball.holder_id)
        answer_inquiry(by=town(holder), at=town.later(), inquired=row.pk, answer=next(iter(InquiryAnswer)))


def scheduled(town: Town, *records: RecordKind, years: int = 5) -> None:
    for record in records or (RecordKind.HOUSEHOLD,):
        ruled(town, record, years)


def years_pass(town: Town, years: int = 7) -> None:
    town.now += timedelta(days=366 * years)


def proposed(town: Town) -> Disposal:
    return propose_disposal(by=town("shiraishi"), at=town.later())


def decided(town: Town) -> Disposal:
    """Proposed by 白石, decided by 山崎."""
    row = proposed(town)
    decide_disposal(by=town("yamazaki"), at=town.later(), disposal=row.pk, agreed=True)
    return row


def destroyed(town: Town) -> Disposal:
    row = decided(town)
    town.later(days=2)
    disposal_round(at=town.now)
    return row


def gone(town: Town) -> Ended:
    """From the first word to the last: told, ended, run out, destroyed."""
    found = ended(town)
    scheduled(town)
    years_pass(town)
    destroyed(town)
    return found


def open_balls(town: Town) -> set[UUID]:
    with unwalled():
        return set(Ball.objects.within(town.body).filter(settlement=None).values_list("pk", flat=True))
