"""How many open days belong to an urgency. The numbers are ours, not the law's; a body sets its own from a day on."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from marugoto.custody.codes import Urgency
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
