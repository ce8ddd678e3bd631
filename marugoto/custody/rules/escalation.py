"""Who hears of a ball that does not move, and when. Without a row of the body, what has always been: silence is told to the team that
asked and to the control tower at once, a call for help to the control tower, and to the chief when the day of its answer is over; what
is late stands on top of the lists."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date, timedelta
from uuid import UUID

from marugoto.custody.codes import Alarm, MatterKind, Urgency, Whom
from marugoto.custody.rules import limit
from marugoto.custody.rules.limit import LONGEST, Days
from marugoto.kernel.decision import YES, Decision, no

LONGEST_MUTE = 92  # days: a quarter


@dataclass(frozen=True)
class Route:
    """An alarm, and what narrows it; None for any. Of a ball every part is known."""

    alarm: Alarm
    kind: MatterKind | None = None
    urgency: Urgency | None = None
    agency: UUID | None = None

    def covers(self, other: "Route") -> bool:
        pairs = ((self.kind, other.kind), (self.urgency, other.urgency), (self.agency, other.agency))
        return self.alarm is other.alarm and all(mine in {None, theirs} for mine, theirs in pairs)

    @property
    def narrowness(self) -> tuple[bool, bool, bool]:
        """Agency before kind before urgency: who knows whom it is about set it on purpose."""
        return self.agency is not None, self.kind is not None, self.urgency is not None


@dataclass(frozen=True)
class Steps:
    """After how many open days each hears of it; None for never."""

    sender: int | None = None
    tower: int | None = None
    chief: int | None = None

    def reached(self, days: int) -> tuple[Whom, ...]:
        after = {Whom.SENDER: self.sender, Whom.TOWER: self.tower, Whom.CHIEF: self.chief}
        return tuple(whom for whom, limit in after.items() if limit is not None and days >= limit)


@dataclass(frozen=True)
class Setting:
    """One row as it was set: days, or a mute until a day."""

    route: Route
    since: date
    steps: Steps = Steps()
    muted_until: date | None = None


OURS: Mapping[Alarm, Steps] = {
    Alarm.SILENT: Steps(sender=0, tower=0),
    Alarm.LATE: Steps(),
    Alarm.STUCK: Steps(tower=0),
}


Limits = Mapping[Urgency, Days]


def ours(ball: Route, limits: Limits = limit.OURS) -> Steps:
    """A call for help that nobody answered within the days of its urgency reaches the chief on the next open day."""
    steps = OURS[ball.alarm]
    if ball.alarm is not Alarm.STUCK:
        return steps
    return replace(steps, chief=limits[ball.urgency or Urgency.USUAL].answer + 1)


def steps_for(settings: Iterable[Setting], ball: Route, day: date, limits: Limits = limit.OURS) -> Steps:
    """Of the narrowest route that covers the ball, what was set last and has begun; settings in the order in which they were set."""
    begun = [one for one in settings if one.muted_until is None and one.since <= day and one.route.covers(ball)]
    begun.sort(key=lambda one: (one.route.narrowness, one.since))
    return begun[-1].steps if begun else ours(ball, limits)


def muted(settings: Iterable[Setting], day: date) -> list[Setting]:
    """Routes of which nobody is told on that day: the mute that was set last for each."""
    last: dict[Route, Setting] = {}
    for one in settings:
        if one.muted_until is not None and one.since <= day:
            last[one.route] = one
    return [one for one in last.values() if one.muted_until is not None and one.muted_until > day]


def is_muted(settings: Iterable[Setting], ball: Route, day: date) -> bool:
    return any(one.route.covers(ball) for one in muted(settings, day))


def told_now(
    settings: Iterable[Setting], ball: Route, *, days: int, day: date, limits: Limits = limit.OURS
) -> tuple[Whom, ...]:
    """Everybody who has heard of it by that day, or hears of it then."""
    rows = list(settings)
    return () if is_muted(rows, ball, day) else steps_for(rows, ball, day, limits).reached(days)


def may_set_steps(
    route: Route, steps: Steps, *, keeps_house: bool, begins_in_past: bool, changes: bool, reasoned: bool
) -> Decision:
    days = [one for one in (steps.sender, steps.tower, steps.chief) if one is not None]
    if not keeps_house:
        return no("知らせの段取りを変えられるのは、庶務か課長です。", "庶務の人に頼んでください。")
    if any(one > LONGEST for one in days):
        return no(f"日数は{LONGEST}開庁日までです。", "これより長いと、だれも気づけません。")
    if not days and route.alarm is not Alarm.LATE:
        return no(
            "だれにも知らせない段取りにはできません。",
            "しばらく要らないときは、終わりの日を決めて「止める」を使ってください。",
        )
    if begins_in_past:
        return no("過ぎた日からは変えられません。", "きょうか、先の日を書いてください。")
    if not changes:
        return no("その日の段取りは、もうその日数です。", "変えないなら、そのままで大丈夫です。")
    return _may_say(reasoned=reasoned)


def may_mute(until: date, *, keeps_house: bool, today: date, runs: bool, reasoned: bool) -> Decision:
    """`runs`: the route is muted already, and a day up to today ends that."""
    if not keeps_house:
        return no("知らせを止められるのは、庶務か課長です。", "庶務の人に頼んでください。")
    if until <= today and not runs:
        return no("終わりの日が、きょうまでになっています。", "あすから先の日を書いてください。")
    if until > today + timedelta(days=LONGEST_MUTE):
        return no(f"止められるのは{LONGEST_MUTE}日までです。", "長く要らないなら、段取りの日数を変えてください。")
    return _may_say(reasoned=reasoned)


def _may_say(*, reasoned: bool) -> Decision:
    if not reasoned:
        return no("変えるわけが書かれていません。", "あとから読む人のために、一言書いてください。")
    return YES
