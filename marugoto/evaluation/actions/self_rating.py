"""Open a round of 自己採点, rate in it without knowing of the others, and close it."""

from collections.abc import Mapping
from datetime import date, datetime
from uuid import UUID

from marugoto.agencies.viewer import Viewer
from marugoto.evaluation.events import RoundClosed, RoundOpened, RoundRated
from marugoto.evaluation.labels import JUDGED
from marugoto.evaluation.models import RatingClosing, RatingRound, SelfRating
from marugoto.evaluation.queries.judged import judged
from marugoto.evaluation.rules.second_opinion import (
    HIGHEST,
    RaterRole,
    may_close_opinions,
    may_open_round,
    may_rate,
    opinions,
)
from marugoto.evaluation.rules.thinking import may_think
from marugoto.ground.transaction import acting, hold
from marugoto.kernel.fold import clean
from marugoto.kernel.jst import local_day
from marugoto.ledger.actions import announce


@acting
def open_round(*, by: Viewer, at: datetime, until: date) -> RatingRound:
    """What the records say is held fast now, so that nobody rates after it."""
    may_think(by.roles, contracted=by.contracted).require()
    last = RatingRound.objects.within(by.body).order_by("-number").first()
    may_open_round(running=last is not None and last.closed_id is None, until=until, today=local_day(at)).require()
    found = judged(by, last=local_day(at))
    row = RatingRound.objects.create(
        body=by.body,
        made_at=at,
        by=by.duty,
        number=last.number + 1 if last else 1,
        until=until,
        computed={name: None if name in found.blind else found.stages[name] for name in JUDGED},
        wanted={name: list(found.wanted.get(name, ())) for name in JUDGED},
    )
    announce(RoundOpened(round=row.pk, until=until), by=by, at=at, matter=row.pk)
    return row


@acting
def rate(
    *, by: Viewer, at: datetime, rating_round: UUID, role: RaterRole, scores: Mapping[str, int | None], words: str = ""
) -> SelfRating:
    """One's own. Raises RatingRound.DoesNotExist."""
    row = _held(by, rating_round)
    written = SelfRating.objects.within(by.body).filter(round=row, by=by.duty, copied=False).exists()
    may_rate(closed=row.closed_id is not None, written=written, scores=scores.values()).require()
    return _write(by, at, row, role, scores, words, copied=False)


@acting
def copy_rating(
    *, by: Viewer, at: datetime, rating_round: UUID, role: RaterRole, scores: Mapping[str, int | None], words: str = ""
) -> SelfRating:
    """From paper, of somebody who has no account here: the role and nothing else. Raises RatingRound.DoesNotExist."""
    may_think(by.roles, contracted=by.contracted).require()
    row = _held(by, rating_round)
    may_rate(closed=row.closed_id is not None, written=False, scores=scores.values()).require()
    return _write(by, at, row, role, scores, words, copied=True)


@acting
def close_round(*, by: Viewer, at: datetime, rating_round: UUID, words: str = "") -> RatingClosing:
    may_think(by.roles, contracted=by.contracted).require()
    row = _held(by, rating_round)
    ratings = list(SelfRating.objects.within(by.body).filter(round=row))
    may_close_opinions(closed=row.closed_id is not None, roles=[one.role for one in ratings]).require()
    found = opinions([one.scores for one in ratings], row.computed).values()
    row.closed = RatingClosing.objects.create(
        body=by.body, made_at=at, by=by.duty, words=clean(words.strip(), limit=400)
    )
    row.save(update_fields=["closed"])
    told = RoundClosed(
        round=row.pk,
        ratings=len(ratings),
        split=sum(one.split for one in found),
        apart=sum(one.apart for one in found),
    )
    announce(told, by=by, at=at, matter=row.pk)
    return row.closed


def _held(by: Viewer, rating_round: UUID) -> RatingRound:
    """Until the end of the transaction: nobody writes into a round while it is closed, and it is closed once."""
    hold(RatingRound.objects.within(by.body).filter(pk=rating_round))
    return RatingRound.objects.within(by.body).get(pk=rating_round)


def _write(
    by: Viewer,
    at: datetime,
    row: RatingRound,
    role: RaterRole,
    scores: Mapping[str, int | None],
    words: str,
    *,
    copied: bool,
) -> SelfRating:
    kept = {name: scores.get(name) for name in JUDGED}
    if any(score is not None and not 0 <= score <= HIGHEST for score in kept.values()):
        raise ValueError(scores)
    made = SelfRating.objects.create(
        body=by.body,
        made_at=at,
        by=by.duty,
        round=row,
        role=role.value,
        scores=kept,
        words=clean(words.strip(), limit=400),
        copied=copied,
    )
    announce(RoundRated(round=row.pk, role=role, copied=copied), by=by, at=at, matter=row.pk)
    return made
