"""Watch over somebody: begin, note each round, end."""

from datetime import date, datetime
from typing import Any
from uuid import UUID, uuid4

from marugoto.agencies.viewer import Viewer
from marugoto.casework.models import Case
from marugoto.custody.actions.ball import place
from marugoto.custody.actions.care import touch
from marugoto.custody.actions.day import name_day
from marugoto.custody.actions.settlement import settle
from marugoto.custody.codes import MatterKind, Outcome, TouchKind, Urgency
from marugoto.disclosure.codes import Part
from marugoto.ground.transaction import acting, hold
from marugoto.intake.queries.agreement import running
from marugoto.kernel.decision import no
from marugoto.kernel.fold import clean
from marugoto.kernel.jst import local_day
from marugoto.kernel.ref import Ref
from marugoto.ledger.actions import announce
from marugoto.participation import events
from marugoto.participation.codes import Looker, LookResult, WatchEnd
from marugoto.participation.models import Approach, Watch, WatchEnding, WatchLook
from marugoto.participation.rules import watch as rules
from marugoto.participation.rules.approach import may_go_first
from marugoto.people.actions.about import open_about, speak_of
from marugoto.people.models import Person

WORDS = 10_000
OUTCOMES = {
    WatchEnd.NOT_NEEDED: Outcome.NOT_NEEDED,
    WatchEnd.OTHERS_LOOK: Outcome.CARRIED_ON,
    WatchEnd.OWN_WISH: Outcome.OWN_WISH,
    WatchEnd.MOVED_AWAY: Outcome.MOVED_AWAY,
    WatchEnd.DIED: Outcome.DIED,
}


@acting
def begin_watch(
    *,
    by: Viewer,
    at: datetime,
    looker: Looker,
    every: int,
    why: str,
    called: str = "",
    where: str = "",
    looker_words: str = "",
    agreement: UUID | None = None,
    how: str = "",
    first_on: date | None = None,
    approach: UUID | None = None,
    case: UUID | None = None,
    area: str = "",
) -> Watch:
    """The viewer's team holds the ball: whoever looks, somebody here asks when no word comes."""
    rules.may_watch(every=every, why=why, looker=looker, words=looker_words, agreed=agreement is not None).require()
    _require_running(by, agreement)
    near = Approach.objects.open_to(by).select_related("ball").get(pk=approach) if approach else None
    home = Case.objects.open_to(by).select_related("ball", "household").get(pk=case) if case else None
    area = area or next((one.ball.area for one in (near, home) if one is not None), "")
    kept = _kept(by, at, near, home, area, _first(at, every, first_on))
    row = Watch.objects.create(
        **kept,
        called=clean(called, limit=120).strip() or (near.called if near is not None else ""),
        where=clean(where, limit=200).strip() or (near.where if near is not None else ""),
        looker=looker,
        looker_words=clean(looker_words, limit=120),
        agreement_id=agreement,
        how=clean(how, limit=200),
        every_days=every,
        why=clean(why, limit=WORDS).strip(),
        approach=near,
        case=home,
        by=by.duty,
    )
    announce(events.WatchBegun(looker=looker, every=every), by=by, at=at, matter=row.pk, area=area)
    return row


def _first(at: datetime, every: int, said: date | None) -> date:
    """The day of the first round: as said, or after the interval."""
    first_on = said or rules.next_look(local_day(at), every, LookResult.AS_USUAL)
    may_go_first(first_on, today=local_day(at)).require()
    return first_on


def _require_running(by: Viewer, agreement: UUID | None) -> None:
    if agreement is not None and agreement not in {key for key, _firm in running(by)}:
        no("この見守り協定は、いまは結ばれていません。", "「見守り協定」の表で確かめてください。").require()


def _kept(by: Viewer, at: datetime, near: Approach | None, home: Case | None, area: str, day: date) -> dict[str, Any]:
    """The folder, as shut as those whom it is about, and the ball with the day of the first round."""
    matter = Ref("watch", uuid4())
    persons = [near.person_id] if near is not None and near.person_id else []
    households = [home.household_id] if home is not None else []
    folder = open_about(by=by, at=at, subject=matter, part=Part.SUPPORT, persons=persons, households=households)
    ball = place(
        by=by,
        at=at,
        matter=matter,
        kind=MatterKind.WATCH,
        theme="watch",
        urgency=Urgency.USUAL,
        area=area,
        in_charge=by.duty,
        due_on=day,
    )
    known = persons[0] if persons else None
    return {"id": matter.id, "body": by.body, "made_at": at, "folder": folder, "ball": ball, "person_id": known}


@acting
def look(
    *,
    by: Viewer,
    at: datetime,
    watch: UUID,
    day: date,
    result: LookResult,
    words: str = "",
    next_on: date | None = None,
) -> WatchLook:
    """A round, or what whoever looks told us. One that is written late moves no day that a later round has named, unless it is a worry.
    Raises Watch.DoesNotExist."""
    row = _still(by, watch)
    rules.may_look(day=day, today=local_day(at), over=_over(row), result=result, words=words).require()
    late, later = rules.late_by(row.ball.due_on, day), WatchLook.objects.open_to(by).filter(watch=row, day__gt=day)
    names = result is LookResult.WORRY or next_on is not None or not later.exists()
    made = WatchLook.objects.create(
        body=by.body,
        made_at=at,
        folder_id=row.folder_id,
        watch=row,
        day=day,
        result=result,
        words=clean(words, limit=WORDS),
        by_id=by.duty,
    )
    touch(by=by, at=at, ball=row.ball_id, kind=TouchKind.MET if result is LookResult.AS_USUAL else TouchKind.TRIED)
    if names:
        name_day(by=by, at=at, ball=row.ball_id, day=next_on or rules.next_look(day, row.every_days, result))
    told = events.WatchLooked(looker=Looker(row.looker), result=result, late=late)
    announce(told, by=by, at=at, matter=row.pk, area=row.ball.area)
    return made


@acting
def join_watched(*, by: Viewer, at: datetime, watch: UUID, person: UUID) -> Watch:
    """Now it is known who it is: what shuts the person shuts this too, with every round that was made before. Raises
    Watch.DoesNotExist, Person.DoesNotExist."""
    row = _still(by, watch)
    rules.may_join(joined=row.person_id is not None, approached=row.approach_id is not None).require()
    row.person_id = Person.objects.open_to(by).values_list("pk", flat=True).get(pk=person)
    row.save(update_fields=["person"])
    speak_of(by, at, row.folder, subjects=[person])
    return row


@acting
def end_watch(*, by: Viewer, at: datetime, watch: UUID, end: WatchEnd, words: str) -> WatchEnding:
    row = _still(by, watch)
    rules.may_end_watch(over=_over(row), words=words).require()
    made = WatchEnding.objects.create(
        body=by.body,
        made_at=at,
        folder_id=row.folder_id,
        watch=row,
        end=end,
        words=clean(words, limit=400).strip(),
        by=by.duty,
    )
    announce(events.WatchEnded(end=end), by=by, at=at, matter=row.pk, area=row.ball.area)
    settle(by=by, at=at, ball=row.ball_id, outcome=OUTCOMES[end], with_matter=True)
    return made


def _still(by: Viewer, watch: UUID) -> Watch:
    row = Watch.objects.open_to(by).select_related("ball", "folder").get(pk=watch)
    hold(Watch.objects.open_to(by).filter(pk=watch))
    return row


def _over(row: Watch) -> bool:
    return row.ball.settlement_id is not None
