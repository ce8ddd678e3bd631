"""The second opinion: at least five roles say 0 to 4 without knowing of each other, beside what the records say (evaluation.md 6.6).

割れている: a third or more lie outside every band of three points. 食い違い: the median is two or more from the computed stage; where the
records cannot say, they prove nothing, and whoever thinks that it moves (2) or runs (3) thinks so without them. Neither raises a level.
"""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from fractions import Fraction

from marugoto.kernel.decision import YES, Decision, no

ROLES_WANTED = 5
OUTSIDE = Fraction(1, 3)
BAND = 2  # from the lowest to the highest of three points
APART = 2
HIGHEST = 4


class RaterRole(StrEnum):
    """As whom somebody judges; of a resident nothing else is kept."""

    DESK = "desk"
    COMMUNITY = "community"
    COUNCIL = "council"  # 社会福祉協議会
    PLANNING = "planning"
    FINANCE = "finance"
    RESIDENT = "resident"
    CONCERNED = "concerned"  # 当事者・家族
    OUTSIDER = "outsider"


@dataclass(frozen=True)
class Opinion:
    """What was said of one function. `low` and `high`: the band of three points that holds most. `unproved`: apart because the records
    cannot say what was said."""

    scores: tuple[int, ...]
    median: Fraction | None
    low: int
    high: int
    outside: int
    split: bool
    apart: bool
    unproved: bool = False


def opinion_of(scores: Sequence[int], computed: int | None) -> Opinion:
    """`computed` None: the records cannot say, which counts as 0, as it does in the stage of a function."""
    held = tuple(sorted(scores))
    if not held:
        return Opinion((), None, 0, BAND, 0, split=False, apart=False)
    low = max(range(HIGHEST - BAND + 1), key=lambda at: (sum(at <= one <= at + BAND for one in held), -at))
    outside = sum(not low <= one <= low + BAND for one in held)
    median = _median(held)
    apart = abs(median - (computed or 0)) >= APART
    return Opinion(
        scores=held,
        median=median,
        low=low,
        high=low + BAND,
        outside=outside,
        split=Fraction(outside, len(held)) >= OUTSIDE,
        apart=apart,
        unproved=apart and computed is None,
    )


def opinions(ratings: Sequence[Mapping[str, int | None]], computed: Mapping[str, int | None]) -> dict[str, Opinion]:
    """By function; who does not know a function says nothing of it."""
    return {
        name: opinion_of([score for one in ratings if (score := one.get(name)) is not None], stage)
        for name, stage in computed.items()
    }


def _median(held: Sequence[int]) -> Fraction:
    half = len(held) // 2
    return Fraction(held[half]) if len(held) % 2 else Fraction(held[half - 1] + held[half], 2)


def may_open_round(*, running: bool, until: date, today: date) -> Decision:
    if running:
        return no("前の回が、まだ閉じていません。", "前の回を閉じてから、次を開いてください。")
    if until < today:
        return no("締め切りが、もう過ぎた日です。", "きょうより後の日にしてください。")
    return YES


def may_rate(*, closed: bool, written: bool, scores: Collection[int | None]) -> Decision:
    """`written`: by the same duty, in its own name."""
    if closed:
        return no("この回は、もう閉じています。", "次の回に書いてください。")
    if written:
        return no("あなたの見立ては、もう届いています。", "閉じるまで、だれの見立ても見えません。")
    if not any(score is not None for score in scores):
        return no("点が一つもありません。", "わかるところだけでよいので、一つは選んでください。")
    return YES


def may_close_opinions(*, closed: bool, roles: Collection[str]) -> Decision:
    if closed:
        return no("この回は、もう閉じています。", "一覧を開き直してください。")
    missing = ROLES_WANTED - len(set(roles))
    if missing > 0:
        return no(
            f"立場のちがう見立てが、あと{missing}つ足りません。",
            f"{ROLES_WANTED}つの立場がそろうと閉じられます。紙で聞いたものは、立場だけを選んで写してください。",
        )
    return YES
