"""Propose a place, ask the host, and keep how it went."""

from collections.abc import Sequence
from datetime import date, datetime
from uuid import UUID

from marugoto.agencies.viewer import Viewer
from marugoto.casework.actions.need import mine as my_need
from marugoto.community.queries.place import by_ids
from marugoto.custody.actions.care import touch
from marugoto.custody.codes import TouchKind
from marugoto.ground.transaction import acting
from marugoto.kernel.decision import no
from marugoto.kernel.fold import clean
from marugoto.kernel.jst import local_day
from marugoto.ledger.actions import announce
from marugoto.participation.codes import MatchState, VisitFeeling, VisitKind
from marugoto.participation.events import MatchMoved, VisitMade
from marugoto.participation.models import Match, MatchStanding, Visit


@acting
def ask_host(
    *, by: Viewer, at: datetime, need: UUID, place: UUID, reasons: Sequence[str] = (), words: str = ""
) -> Match:
    """The first step towards a place: the host is asked whether there is room, without anybody's name."""
    row = my_need(by, need)
    if place not in by_ids(by, {place}):
        no("この場所は、もうありません。", "ほかの場所を選んでください。").require()
    if Match.objects.open_to(by).filter(need=row, place=place).exists():
        no("この場所には、もう聞いています。").require()
    match = Match.objects.create(
        body=by.body, made_at=at, folder_id=row.folder_id, need=row, place_id=place, reasons=list(reasons), by=by.duty
    )
    _stand(by, at, match, MatchState.ASKED, words)
    touch(by=by, at=at, ball=row.ball_id, kind=TouchKind.AGENCY)
    return match


@acting
def move_match(*, by: Viewer, at: datetime, match: UUID, to: MatchState, words: str = "") -> MatchStanding:
    """What the host or the person answered, or how it goes on."""
    return _stand(by, at, _mine(by, match), to, words)


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
    return Match.objects.open_to(by).select_related("need").get(pk=match)


def _stand(by: Viewer, at: datetime, match: Match, state: MatchState, words: str) -> MatchStanding:
    number = MatchStanding.objects.within(by.body).filter(match=match).count() + 1
    row = MatchStanding.objects.create(
        body=by.body,
        made_at=at,
        folder_id=match.folder_id,
        match=match,
        state=state,
        number=number,
        day=local_day(at),
        words=clean(words, limit=400),
        by=by.duty,
    )
    told = MatchMoved(match=match.pk, place=match.place_id, state=state)
    announce(told, by=by, at=at, matter=match.need_id)
    return row
