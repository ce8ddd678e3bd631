"""Somebody wants to go somewhere again: heard, a place that fits, the host asked without a name, a first visit, and how it goes on."""

import random
from datetime import timedelta
from uuid import UUID

from marugoto.agencies.codes import Field
from marugoto.community.codes import Welcome
from marugoto.demo.live.clock import Steps
from marugoto.demo.live.household import Life, OpenNeed
from marugoto.demo.live.words.joining import FIRST_VISITS, HOSTS, LATER, WENT_WRONG, WISHED
from marugoto.intake.rules.troubles import TroubleCode
from marugoto.participation.actions.match import ask_host, move_match, visit
from marugoto.participation.actions.wish import Said, hear_wish
from marugoto.participation.codes import Fear, MatchState, Travel, VisitFeeling, VisitKind
from marugoto.participation.labels import COMPANIES
from marugoto.participation.queries.match import fitting
from marugoto.participation.rules.slot import whole

THEMES = frozenset({TroubleCode.WITHDRAWAL, TroubleCode.NEIGHBOURS, TroubleCode.JOB_SEARCH})
WELCOMED = {TroubleCode.WITHDRAWAL: Welcome.WITHDRAWN}
FEELINGS, HOW_OFTEN = (VisitFeeling.GOOD, VisitFeeling.SO_SO, VisitFeeling.HARD), (6, 3, 1)


def wants_to_join(life: Life, need: OpenNeed) -> bool:
    """A need that a place in the town could answer."""
    place_could_help = need.sketch.field is Field.COMMUNITY or need.sketch.theme in THEMES
    return bool(life.story.interests) and bool(need.person) and place_could_help


def joins(life: Life, need: OpenNeed) -> Steps:
    """Begins after some weeks; ends where it does not go on."""
    here, rng = life.here, life.chance("joins", need.number)
    yield here.in_days(rng, 15, 60)
    if not _may(life, need):
        return
    _hears(life, need, rng)
    yield here.in_days(rng, 2, 10)
    if not _may(life, need):
        return
    match = _asks(life, need, rng)
    if match is None:
        return
    for state in _answers(rng):
        yield here.in_days(rng, 1, 6)
        if not _may(life, need):
            return
        move_match(by=here.by(need.hat), at=here.now, match=match, to=state)
        if state in {MatchState.NO_ROOM, MatchState.UNWILLING}:
            return
    yield from _goes(life, need, match, rng)


def _may(life: Life, need: OpenNeed) -> bool:
    """Whoever holds it now reads its record, and it is not over."""
    return need.shared and not need.settled


def _hears(life: Life, need: OpenNeed, rng: random.Random) -> None:
    hear_wish(
        by=life.here.by(need.hat),
        at=life.now,
        need=need.id,
        words=life.say(rng.choice(WISHED), need.person),
        interests=life.story.interests,
        area=life.area,
        went_wrong=rng.choice(WENT_WRONG),
        said=_said(need, rng),
    )


def _said(need: OpenNeed, rng: random.Random) -> Said:
    welcome = WELCOMED.get(need.sketch.theme)
    return Said(
        times=whole(rng.sample(range(6), rng.randint(2, 5))),
        company=[rng.choice(list(COMPANIES))],
        ways=rng.sample((Travel.FOOT, Travel.BICYCLE, Travel.BUS, Travel.DRIVEN), rng.randint(0, 2)),
        fears=rng.sample((Fear.CROWD, Fear.NOISE, Fear.QUESTIONS, Fear.FIXED), rng.randint(0, 2)),
        as_whom=[welcome] if welcome else [],
    )


def _asks(life: Life, need: OpenNeed, rng: random.Random) -> UUID | None:
    """One of the three that fit best; None where nothing does."""
    by = life.here.by(need.hat)
    fits = sorted(fitting(by, need.id).fits, key=lambda fit: (-fit.points, fit.place.name))[:3]
    if not fits:
        return None
    best = fits[rng.randrange(len(fits))]
    reasons = [reason.sentence for reason in best.reasons]
    return ask_host(by=by, at=life.now, need=need.id, place=UUID(best.place.key), reasons=reasons).pk


def _answers(rng: random.Random) -> tuple[MatchState, ...]:
    toss = rng.random()
    if toss < 0.12:
        return (MatchState.NO_ROOM,)
    return (MatchState.ROOM, MatchState.UNWILLING if toss < 0.28 else MatchState.WILLING)


def _goes(life: Life, need: OpenNeed, match: UUID, rng: random.Random) -> Steps:
    here = life.here
    for turn, kind in enumerate((VisitKind.FIRST, VisitKind.TRIAL, VisitKind.TRIAL, VisitKind.STAYING)):
        yield here.in_days(rng, 4, 12)
        if not _may(life, need):
            return
        feeling = rng.choices(FEELINGS, weights=HOW_OFTEN)[0]
        visit(
            by=here.by(need.hat),
            at=here.now,
            match=match,
            day=here.today - timedelta(days=rng.randint(0, 1)),
            kind=kind,
            feeling=feeling,
            with_worker=turn == 0 or rng.random() < 0.3,
            words=life.say(rng.choice(FIRST_VISITS if turn == 0 else LATER), need.person),
            host_words=rng.choice(HOSTS),
        )
        if feeling is VisitFeeling.HARD:
            yield here.in_days(rng, 2, 6)
            if _may(life, need):
                move_match(by=here.by(need.hat), at=here.now, match=match, to=MatchState.ENDED)
            return
    yield here.in_days(rng, 1, 4)
    if _may(life, need):
        move_match(by=here.by(need.hat), at=here.now, match=match, to=MatchState.SETTLED)
