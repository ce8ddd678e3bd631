"""What becomes of a sign: a second person says what to make of it, and whoever was asked answers."""

from datetime import datetime
from uuid import UUID

from marugoto.agencies.codes import Role
from marugoto.agencies.viewer import Viewer
from marugoto.disclosure.events import SignAnswered, SignReviewed
from marugoto.disclosure.models import LookSign, SignReply, SignReview
from marugoto.disclosure.queries.sign import forget
from marugoto.disclosure.rules.watch import Verdict, may_answer_sign, may_review
from marugoto.ground.transaction import acting
from marugoto.ledger.actions import announce


@acting
def review_sign(*, by: Viewer, at: datetime, sign: UUID, verdict: Verdict, words: str) -> SignReview:
    """Never of oneself. Raises LookSign.DoesNotExist."""
    row = LookSign.objects.within(by.body).get(pk=sign)
    may_review(own=row.worker_id == by.worker, watches=by.has(Role.PRIVACY), words=words).require()
    announce(SignReviewed(verdict=verdict), by=by, at=at)
    forget(by.body)
    return SignReview.objects.create(
        body=by.body, made_at=at, sign=row, verdict=verdict, words=words.strip(), by_id=by.duty
    )


@acting
def answer_sign(*, by: Viewer, at: datetime, review: UUID, words: str) -> SignReply:
    """Only the worker who was asked. Raises SignReview.DoesNotExist."""
    row = SignReview.objects.within(by.body).get(pk=review, sign__worker=by.worker, verdict=Verdict.ASKED)
    answered = SignReply.objects.within(by.body).filter(review=row).exists()
    may_answer_sign(answered=answered, words=words).require()
    announce(SignAnswered(review=row.pk), by=by, at=at)
    return SignReply.objects.create(body=by.body, made_at=at, review=row, words=words.strip(), by_id=by.duty)
