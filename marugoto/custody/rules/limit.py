"""How many open days belong to an urgency. The numbers are ours, not the law's; a body sets its own from a day on."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from marugoto.custody.codes import MatterKind, Urgency
from marugoto.kernel.decision import YES, Decision, no

LONGEST = 60


@dataclass(frozen=True)
class Days:
    """Open days: until an offer is answered; until an untouched ball counts as unattended."""

    answer: int
    unattended: int


OURS: Mapping[Urgency, Days] = {
    Urgency.NOW: Days(answer=1, unattended=1),
    Urgency.SOON: Days(answer=2, unattended=3),
    Urgency.USUAL: Days(answer=5, unattended=10),
    Urgency.SLOW: Days(answer=10, unattended=20),
}


def in_force(rows: Iterable[tuple[Urgency, date, Days]], day: date) -> dict[Urgency, Days]:
    """For each urgency the body's latest row that has begun, or our own number; rows in the order in which they were set."""
    begun = sorted((row for row in rows if row[1] <= day), key=lambda row: row[1])
    return {**OURS, **{urgency: days for urgency, _, days in begun}}


def may_set(days: Days, *, keeps_house: bool, begins_in_past: bool, changes: bool, reasoned: bool) -> Decision:
    """`changes`: another number than the one in force on that day; `reasoned`: it is said why."""
    if not keeps_house:
        return no("日数の決まりを変えられるのは、庶務か課長です。", "庶務の人に頼んでください。")
    if days.answer < 1 or days.unattended < 1:
        return no("日数は1日からです。", "1以上の数を入れてください。")
    if days.answer > LONGEST or days.unattended > LONGEST:
        return no(f"日数は{LONGEST}開庁日までです。", "これより長いと、だれも気づけません。")
    if begins_in_past:
        return no("過ぎた日からは変えられません。", "きょうか、先の日を書いてください。")
    if not changes:
        return no("その日の決まりは、もうその日数です。", "変えないなら、そのままで大丈夫です。")
    if not reasoned:
        return no("変えるわけが書かれていません。", "あとから読む人のために、一言書いてください。")
    return YES


@dataclass(frozen=True)
class Way:
    """Along which an offer goes: which agency is asked, for what kind of matter, how urgent; None for any. Of an offer all is known."""

    agency: UUID | None = None
    kind: MatterKind | None = None
    urgency: Urgency | None = None

    def covers(self, other: "Way") -> bool:
        pairs = ((self.agency, other.agency), (self.kind, other.kind), (self.urgency, other.urgency))
        return all(mine in {None, theirs} for mine, theirs in pairs)

    @property
    def narrowness(self) -> tuple[bool, bool, bool]:
        """Agency before kind before urgency, as for the steps of escalation."""
        return self.agency is not None, self.kind is not None, self.urgency is not None


@dataclass(frozen=True)
class AnswerSetting:
    """One row as it was set; `days` None: as its urgency says, again."""

    way: Way
    since: date
    days: int | None


def ways_in_force(settings: Iterable[AnswerSetting], day: date) -> dict[Way, int]:
    """For each way what was set last and has begun; settings in the order in which they were set."""
    begun = sorted((one for one in settings if one.since <= day), key=lambda one: one.since)
    last = {one.way: one.days for one in begun}
    return {way: days for way, days in last.items() if days is not None}


def answer_days(settings: Iterable[AnswerSetting], offered: Way, day: date, usual: int) -> int:
    """Of the narrowest way that covers the offer; else the days of its urgency."""
    covering = [one for one in ways_in_force(settings, day).items() if one[0].covers(offered)]
    return max(covering, key=lambda one: one[0].narrowness)[1] if covering else usual


def may_set_answer(
    way: Way, days: int | None, *, keeps_house: bool, begins_in_past: bool, changes: bool, reasoned: bool
) -> Decision:
    """`days` None takes the way's own days back."""
    if not keeps_house:
        return no("日数の決まりを変えられるのは、庶務か課長です。", "庶務の人に頼んでください。")
    if way.agency is None and way.kind is None:
        return no(
            "どの機関か、何のボールかが選ばれていません。",
            "急ぎかただけで決めるときは、「日数を変える」を使ってください。",
        )
    if days is not None and not 1 <= days <= LONGEST:
        return no(f"日数は1日から{LONGEST}開庁日までです。", "数を書き直してください。")
    if begins_in_past:
        return no("過ぎた日からは変えられません。", "きょうか、先の日を書いてください。")
    if not changes:
        return no("その日の決まりは、もうそうなっています。", "変えないなら、そのままで大丈夫です。")
    if not reasoned:
        return no("変えるわけが書かれていません。", "あとから読む人のために、一言書いてください。")
    return YES
