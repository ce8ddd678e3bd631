"""Propose a place, ask the host, and keep how it went."""

from collections.abc import Sequence
from datetime import date, datetime
from uuid import UUID

from marugoto.agencies.viewer import Viewer
from marugoto.casework.actions.need import mine as my_need
from marugoto.community.actions.place_check import doubt_place
from marugoto.community.codes import DoubtReason
from marugoto.community.queries.place import by_ids
from marugoto.community.queries.place_whole import wholes
from marugoto.custody.actions.care import touch
from marugoto.custody.codes import TouchKind
from marugoto.ground.transaction import acting, hold
from marugoto.kernel.decision import no
from marugoto.kernel.fold import clean
from marugoto.kernel.jst import local_day
from marugoto.ledger.actions import announce
from marugoto.participation.codes import (
    GoodEnd,
    HostSays,
    MatchState,
    StillThere,
    VisitFeeling,
    VisitKind,
    WhyNot,
)
from marugoto.participation.events import MatchMoved, StayLookedAt, VisitMade
from marugoto.participation.models import Match, MatchStanding, StayLook, Visit
from marugoto.participation.queries.stay import settled
from marugoto.participation.rules.stay import GOING, may_look, may_move, next_look

# What a reason says of the place itself; that somebody did not like it says nothing.
DOUBTS = {
    WhyNot.FULL: DoubtReason.FULL,
    WhyNot.MOVED: DoubtReason.MOVED,
    WhyNot.GONE: DoubtReason.ENDED,
    WhyNot.NO_ANSWER: DoubtReason.NO_ANSWER,
    WhyNot.NOT_AS_WRITTEN: DoubtReason.OTHER_TIME,
    WhyNot.TOO_FAR: DoubtReason.FAR,
    WhyNot.DID_NOT_SUIT: DoubtReason.NOT_FITTING,
}


@acting
def ask_host(
    *, by: Viewer, at: datetime, need: UUID, place: UUID, reasons: Sequence[str] = (), words: str = ""
) -> Match:
    """The first step towards a place: the host is asked whether there is room, without anybody's name."""
    row = my_need(by, need)
    found = wholes(by, {place})
    if not found:
        no("この場所は、もうありません。", "ほかの場所を選んでください。").require()
    found[0].may_be_proposed.require()
    if Match.objects.open_to(by).filter(need=row, place=place).exists():
        no("この場所には、もう聞いています。").require()
    match = Match.objects.create(
        body=by.body, made_at=at, folder_id=row.folder_id, need=row, place_id=place, reasons=list(reasons), by=by.duty
    )
    _stand(by, at, match, MatchState.ASKED, words)
    touch(by=by, at=at, ball=row.ball_id, kind=TouchKind.AGENCY)
    return match


@acting
def move_match(
    *,
    by: Viewer,
    at: datetime,
    match: UUID,
    to: MatchState,
    words: str = "",
    why: WhyNot | None = None,
    good: GoodEnd | None = None,
) -> MatchStanding:
    """What the host or the person answered, or how it goes on. A reason that speaks against the list is told to those who tend it."""
    row = _mine(by, match)
    may_move(_state(by, row), to, why=why, good=good).require()
    told = why or (WhyNot.FULL if to is MatchState.NO_ROOM else None)
    if told in DOUBTS and row.place_id in by_ids(by, {row.place_id}):
        doubt_place(by=by, at=at, place=row.place_id, reason=DOUBTS[told])
    return _stand(by, at, row, to, words, why=why, good=good)


@acting
def look_at_stay(
    *,
    by: Viewer,
    at: datetime,
    match: UUID,
    result: StillThere,
    host: HostSays = HostSays.NOT_ASKED,
    words: str = "",
    host_words: str = "",
) -> StayLook:
    """90 and 180 days after somebody settled: does the person still go there, and how is it for the host?"""
    row = _mine(by, match)
    began = settled(by.body, row).first()
    looks = StayLook.objects.open_to(by).filter(match=row)
    done = set(looks.filter(day__gte=began.day).values_list("after", flat=True)) if began else set()
    due = next_look(began.day, done) if began else None
    may_look(state=_state(by, row), due=due, today=local_day(at)).require()
    assert due is not None  # noqa: S101 — the rule above has just said so
    made = StayLook.objects.create(
        body=by.body,
        made_at=at,
        folder_id=row.folder_id,
        match=row,
        after=due[0],
        day=local_day(at),
        result=result,
        host=host,
        words=clean(words, limit=5_000),
        host_words=clean(host_words, limit=5_000),
        by=by.duty,
    )
    touch(by=by, at=at, ball=row.need.ball_id, kind=TouchKind.TALKED)
    kept = due[0] if result in GOING else 0
    told = StayLookedAt(match=row.pk, place=row.place_id, result=result, host=host, after=due[0], kept=kept)
    announce(told, by=by, at=at, matter=row.need_id)
    if result is StillThere.STOPPED:
        _stand(by, at, row, MatchState.ENDED, "")
    return made


@acting
def visit(
    *,
    by: Viewer,
    at: datetime,
    match: UUID,
    day: date,
    kind: VisitKind,
    feeling: VisitFeeling,
    with_worker: bool = False,
    words: str = "",
    host_words: str = "",
) -> Visit:
    """Somebody went there. The first visit comes once; before the day it is a plan, not a visit."""
    row = _mine(by, match)
    if day > local_day(at):
        no("まだ来ていない日の訪問は記録できません。", "行ったあとで書いてください。").require()
    if kind is VisitKind.FIRST and Visit.objects.open_to(by).filter(match=row, kind=VisitKind.FIRST).exists():
        no("はじめての訪問は、もう記録されています。", "「ためし」か「いつもの参加」を選んでください。").require()
    made = Visit.objects.create(
        body=by.body,
        made_at=at,
        folder_id=row.folder_id,
        match=row,
        day=day,
        kind=kind,
        feeling=feeling,
        with_worker=with_worker,
        words=clean(words, limit=5_000),
        host_words=clean(host_words, limit=5_000),
        by=by.duty,
    )
    touch(by=by, at=at, ball=row.need.ball_id, kind=TouchKind.MET)
    told = VisitMade(match=row.pk, place=row.place_id, type=kind, feeling=feeling, with_worker=with_worker)
    announce(told, by=by, at=at, matter=row.need_id)
    return made


def _mine(by: Viewer, match: UUID) -> Match:
    """Held until the end of the transaction: two who answer at once answer one after the other."""
    hold(Match.objects.within(by.body).filter(pk=match))
    return Match.objects.open_to(by).select_related("need").get(pk=match)


def _state(by: Viewer, match: Match) -> MatchState:
    last = MatchStanding.objects.within(by.body).filter(match=match).order_by("-number").first()
    return MatchState(last.state) if last else MatchState.ASKED


def _stand(
    by: Viewer,
    at: datetime,
    match: Match,
    state: MatchState,
    words: str,
    *,
    why: WhyNot | None = None,
    good: GoodEnd | None = None,
) -> MatchStanding:
    number = MatchStanding.objects.within(by.body).filter(match=match).count() + 1
    row = MatchStanding.objects.create(
        body=by.body,
        made_at=at,
        folder_id=match.folder_id,
        match=match,
        state=state,
        why=why or "",
        good=good or "",
        number=number,
        day=local_day(at),
        words=clean(words, limit=400),
        by=by.duty,
    )
    told = MatchMoved(match=match.pk, place=match.place_id, state=state, why=why, good=good)
    announce(told, by=by, at=at, matter=match.need_id)
    return row
