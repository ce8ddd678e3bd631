"""A municipality asks its prefecture, the prefecture says what to do and who advises, and the municipality says what came of it."""

from datetime import date, datetime
from uuid import UUID

from marugoto.agencies.viewer import Viewer
from marugoto.community.events.beside import EnquiryAdvised, EnquiryEnded, PrefectureAsked
from marugoto.community.models import Enquiry, EnquiryAnswer, EnquiryOutcome
from marugoto.community.queries.provision import prefecture_code
from marugoto.community.rules.enquiry import (
    EnquiryAbout,
    EnquiryFruit,
    EnquiryTrigger,
    may_advise,
    may_enquire,
    may_say_outcome,
)
from marugoto.ground.transaction import acting, hold
from marugoto.kernel.fold import clean
from marugoto.kernel.jst import local_day
from marugoto.ledger.actions import announce

QUESTION, LINE, ADVISER = 2_000, 400, 200


@acting
def ask_prefecture(
    *, by: Viewer, at: datetime, about: EnquiryAbout, trigger: EnquiryTrigger, question: str, tried: str = ""
) -> Enquiry:
    """Of the municipality's own work; it reaches the prefecture it lies in and nobody else."""
    prefecture = prefecture_code(by)
    may_enquire(by.roles, prefecture=prefecture is not None, question=question, tried=tried).require()
    row = Enquiry.objects.create(
        body=by.body,
        made_at=at,
        prefecture=prefecture or "",
        about=about,
        trigger=trigger,
        question=clean(question, limit=QUESTION).strip(),
        tried=clean(tried, limit=LINE).strip(),
        day=local_day(at),
        by=by.duty,
    )
    announce(PrefectureAsked(enquiry=row.pk, about=about, trigger=trigger), by=by, at=at, matter=row.pk)
    return row


@acting
def advise(
    *, by: Viewer, at: datetime, enquiry: UUID, words: str, adviser: str, visit: date | None = None
) -> EnquiryAnswer:
    """Answered once. Raises Enquiry.DoesNotExist where it was not asked of the viewer's prefecture."""
    row = Enquiry.objects.everywhere("asked of the viewer's prefecture").get(pk=enquiry, prefecture=by.body)
    answered = EnquiryAnswer.objects.within(by.body).filter(enquiry=row).exists()
    today = local_day(at)
    may_advise(by.roles, answered=answered, words=words, adviser=adviser, visit=visit, today=today).require()
    made = EnquiryAnswer.objects.create(
        body=by.body,
        made_at=at,
        enquiry=row,
        words=clean(words, limit=QUESTION).strip(),
        adviser=clean(adviser, limit=ADVISER).strip(),
        visit=visit,
        day=today,
        by=by.duty,
    )
    announce(EnquiryAdvised(enquiry=row.pk, visit=visit), by=by, at=at, matter=row.pk)
    return made


@acting
def say_outcome(*, by: Viewer, at: datetime, enquiry: UUID, fruit: EnquiryFruit, words: str) -> EnquiryOutcome:
    """Said once. Raises Enquiry.DoesNotExist."""
    hold(Enquiry.objects.within(by.body).filter(pk=enquiry))
    row = Enquiry.objects.within(by.body).get(pk=enquiry)
    answers = EnquiryAnswer.objects.everywhere("the prefecture's answer to the viewer's municipality")
    said = EnquiryOutcome.objects.within(by.body).filter(enquiry=row).exists()
    may_say_outcome(by.roles, answered=answers.filter(enquiry=row).exists(), said=said, words=words).require()
    made = EnquiryOutcome.objects.create(
        body=by.body,
        made_at=at,
        enquiry=row,
        fruit=fruit,
        words=clean(words, limit=LINE).strip(),
        day=local_day(at),
        by=by.duty,
    )
    announce(EnquiryEnded(enquiry=row.pk, fruit=fruit), by=by, at=at, matter=row.pk)
    return made
