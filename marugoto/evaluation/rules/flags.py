"""Flags A to I of a plan's indicators (our proposal, evaluation.md 8, version v0): each a rule with its sentence.

They ask about the plan and its figures. Nothing here ranks a person or a division.
"""

from collections import defaultdict
from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass
from fractions import Fraction
from itertools import pairwise
from math import sqrt
from unicodedata import normalize
from uuid import UUID

from marugoto.evaluation.codes import Earning, Filling, Flag, IndicatorSort, Way
from marugoto.evaluation.rules.certainty import chance_of
from marugoto.evaluation.rules.earning import LIVE
from marugoto.evaluation.rules.figures import Share

MANY_LIVE, TOO_MANY_LIVE, LITTLE_USED = 20, 50, Fraction(30, 100)
ONLY_TARGETS = 3
COMPUTABLE = Fraction(70, 100)
BY_HAND_SHARE, BY_HAND_MINUTES = Fraction(20, 100), 60
OUTCOMES = Fraction(20, 100)
IN_A_ROW, SURELY_MET = 3, 0.95
PERIODS, ALIKE = 8, 0.95
WORSE_FOR = 2
ALWAYS = 2  # once is not always
NAMED = 5  # of a group, in a sentence


@dataclass(frozen=True)
class Period:
    """A value of one period, oldest first in a series. `share` where it is counted; `aim` None: nothing was aimed at."""

    value: Fraction
    aim: Fraction | None = None
    share: Share | None = None


@dataclass(frozen=True)
class Entry:
    """An indicator as the flags see it. `citers`: how many different people cited it; `guard`: the one beside it."""

    ref: UUID
    name: str
    earning: Earning
    sort: IndicatorSort
    filling: Filling
    way: Way
    duty: bool
    used: bool
    minutes: int
    numerator: str = ""
    denominator: str = ""
    periods: tuple[Period, ...] = ()
    citations: int = 0
    citers: int = 0
    guard: UUID | None = None

    @property
    def counts(self) -> bool:
        """Among the live ones: what a law asks for is none of them."""
        return self.earning in LIVE and not self.duty


@dataclass(frozen=True)
class Plan:
    """`means_changed`, `targets_changed`: of the remembered months."""

    entries: tuple[Entry, ...]
    means_changed: int = 0
    targets_changed: int = 0

    @property
    def live(self) -> tuple[Entry, ...]:
        return tuple(one for one in self.entries if one.counts)

    @property
    def utilisation(self) -> Fraction | None:
        """Live indicators that were used over all live ones; None where there is none."""
        return Fraction(sum(one.used for one in self.live), len(self.live)) if self.live else None


@dataclass(frozen=True)
class Raised:
    """`about`: the indicators it is about; none where it is about the plan."""

    flag: Flag
    words: str
    about: tuple[UUID, ...] = ()


def raised(plan: Plan) -> list[Raised]:
    return [one for rule in RULES for one in rule(plan)]


def _dead(plan: Plan) -> list[Raised]:
    live, used = len(plan.live), plan.utilisation
    if used is None or not (live > TOO_MANY_LIVE or (live > MANY_LIVE and used < LITTLE_USED)):
        return []
    count = sum(one.used for one in plan.live)
    return [Raised(Flag.DEAD, f"{live}本のうち使われたのは{count}本。残す候補12本は「しぼる」で見られます。")]


def _targets_only(plan: Plan) -> list[Raised]:
    if plan.targets_changed < ONLY_TARGETS or plan.means_changed:
        return []
    words = f"この2年、目標は{plan.targets_changed}回変えましたが、手段は1回も変えていません。"
    return [
        Raised(
            Flag.TARGETS_ONLY,
            words + "見直しを閉じるには、手段を変えるかやめる決定か、「手段を変えない理由」が要ります。",
        )
    ]


def _not_computable(plan: Plan) -> list[Raised]:
    live = plan.live
    without = [one for one in live if not one.periods]
    if not live or Fraction(len(live) - len(without), len(live)) >= COMPUTABLE:
        return []
    words = f"{len(live)}本のうち、値が出るのは{len(live) - len(without)}本です。記録がないもの: {_called(without)}。"
    return [Raised(Flag.NOT_COMPUTABLE, words, tuple(one.ref for one in without))]


def _by_hand(plan: Plan) -> list[Raised]:
    live = plan.live
    hand = [one for one in live if one.filling is Filling.TYPED]
    minutes = sum(one.minutes for one in hand)
    if not hand or (Fraction(len(hand), len(live)) <= BY_HAND_SHARE and minutes <= BY_HAND_MINUTES):
        return []
    words = f"{len(live)}本のうち{len(hand)}本を手で入れ、月に{minutes}分かかっています。"
    return [
        Raised(
            Flag.BY_HAND,
            words + "記録から計算できる指標に替えられないか、見てください。",
            tuple(one.ref for one in hand),
        )
    ]


def _outputs_only(plan: Plan) -> list[Raised]:
    live = plan.live
    outcomes = sum(one.sort is IndicatorSort.OUTCOME for one in live)
    if not live or Fraction(outcomes, len(live)) >= OUTCOMES:
        return []
    words = (
        f"{len(live)}本のうち、成果を言うものは{outcomes}本です。暮らしがどうなったかの指標(I31〜I40)を加えてください。"
    )
    return [Raised(Flag.OUTPUTS_ONLY, words)]


def _never_missed(plan: Plan) -> list[Raised]:
    return [
        Raised(
            Flag.NEVER_MISSED,
            f"「{one.name}」の目標は、3回つづけて確かに届いています。目標を上げるか、終えてください。",
            (one.ref,),
        )
        for one in plan.live
        if len(one.periods) >= IN_A_ROW and all(surely_met(period, one.way) for period in one.periods[-IN_A_ROW:])
    ]


def surely_met(period: Period, way: Way) -> bool:
    """Pr(the aim is reached) above .95; of a value without n it is certain or it is not."""
    if period.aim is None or way is Way.NONE:
        return False
    if period.share is None or not period.share.n:
        return period.value >= period.aim if way is Way.UP else period.value <= period.aim
    if not 0 < period.aim < 1:
        return False
    above = chance_of(period.share, period.aim)
    return (above if way is Way.UP else 1 - above) > SURELY_MET


def _twice(plan: Plan) -> list[Raised]:
    """One of each group, however many are in it: of a hundred that are alike nobody reads each pair."""
    return [*_counting_the_same(plan.live), *_moving_alike(plan.live)]


def _counting_the_same(live: Sequence[Entry]) -> list[Raised]:
    groups: defaultdict[str, list[Entry]] = defaultdict(list)
    for one in live:
        groups[same_key(one.numerator, one.denominator)].append(one)
    return [
        Raised(
            Flag.TWICE,
            f"{_called(group)}は、同じものを数えています。一つにしてください。",
            tuple(one.ref for one in group),
        )
        for key, group in groups.items()
        if key and len(group) > 1
    ]


def _moving_alike(live: Sequence[Entry]) -> list[Raised]:
    """With the first of them; who was named with one is not named with another."""
    found, named = [], set[UUID]()
    for place, one in enumerate(live):
        rest = [other for other in live[place + 1 :] if other.ref not in named and not same_text(one, other)]
        alike = [other for other in rest if together(one.periods, other.periods)]
        if alike and one.ref not in named:
            group = [one, *alike]
            named |= {each.ref for each in group}
            words = f"{_called(group)}は、8つの期間でほとんど同じ動きです。一つでよいかもしれません。"
            found.append(Raised(Flag.TWICE, words, tuple(each.ref for each in group)))
    return found


def _called(group: Sequence[Entry]) -> str:
    """Two by name, of many the first."""
    names = [f"「{one.name}」" for one in group[:NAMED]]
    if len(group) > NAMED:
        return "".join(names) + f"ほか{len(group) - NAMED}本"
    return "と".join(names) if len(names) == 2 else "".join(names)


def same_text(one: Entry, other: Entry) -> bool:
    """The same numerator and denominator after normalisation."""
    ours = same_key(one.numerator, one.denominator)
    return bool(ours) and ours == same_key(other.numerator, other.denominator)


def same_key(numerator: str, denominator: str) -> str:
    """Empty where it is not written what is counted."""
    return f"{_normal(numerator)}/{_normal(denominator)}" if _normal(numerator) else ""


def together(ones: Sequence[Period], others: Sequence[Period]) -> bool:
    """r above .95 over eight periods."""
    if min(len(ones), len(others)) < PERIODS:
        return False
    xs, ys = ([float(period.value) for period in series[-PERIODS:]] for series in (ones, others))
    return _correlation(xs, ys) > ALIKE


def _correlation(xs: Sequence[float], ys: Sequence[float]) -> float:
    mean_x, mean_y = sum(xs) / len(xs), sum(ys) / len(ys)
    over = sum((x - mean_x) * (y - mean_y) for x, y in zip(xs, ys, strict=True))
    under = sqrt(sum((x - mean_x) ** 2 for x in xs) * sum((y - mean_y) ** 2 for y in ys))
    return over / under if under else 0.0


def _one_person(plan: Plan) -> list[Raised]:
    return [
        Raised(
            Flag.ONE_PERSON,
            f"「{one.name}」を見直しに使ったのは、いつも同じ一人です。替わっても使えるよう、ほかの人にも読み方を伝えてください。",
            (one.ref,),
        )
        for one in plan.live
        if one.citations >= ALWAYS and one.citers == 1
    ]


def _wrong_way(plan: Plan) -> list[Raised]:
    by_ref = {one.ref: one for one in plan.entries}
    found = []
    for one in plan.live:
        guard = by_ref.get(one.guard) if one.guard else None
        if guard and improved(one.periods, one.way) and worsened(guard.periods, guard.way):
            words = f"「{one.name}」がよくなるあいだ、並べて読む「{guard.name}」が2期つづけてわるくなりました。"
            words += "件数合わせになっていないか、いくつかの記録を読んでください。"
            found.append(Raised(Flag.WRONG_WAY, words, (one.ref, guard.ref)))
    return found


def improved(periods: Sequence[Period], way: Way) -> bool:
    """In each of the last two steps."""
    return _goes(periods, way, up=True)


def worsened(periods: Sequence[Period], way: Way) -> bool:
    return _goes(periods, way, up=False)


def _goes(periods: Sequence[Period], way: Way, *, up: bool) -> bool:
    if way is Way.NONE or len(periods) < WORSE_FOR + 1:
        return False
    last = [period.value for period in periods[-WORSE_FOR - 1 :]]
    rising = (way is Way.UP) is up
    return all((after > before) if rising else (after < before) for before, after in pairwise(last))


def _normal(text: str) -> str:
    """Written in half or full width, with or without spaces and points: the same."""
    return "".join(char for char in normalize("NFKC", text).lower() if char.isalnum())


RULES: tuple[Callable[[Plan], Collection[Raised]], ...] = (
    _dead,
    _targets_only,
    _not_computable,
    _by_hand,
    _outputs_only,
    _never_missed,
    _twice,
    _one_person,
    _wrong_way,
)
