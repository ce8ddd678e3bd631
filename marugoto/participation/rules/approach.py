"""Outreach before consent: patient, respectful, and never lost (社会福祉法106条の4第2項4号).

An attempt without an answer is work. A refusal is respected: until its day nobody goes, unless the person calls, life is in danger,
or whoever may lift it says so. Values in, decisions and sentences out.
"""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from marugoto.kernel.decision import YES, Decision, no
from marugoto.participation.codes import ApproachEnd, LiftReason, Reaction, RestLifter, Way

NEARER = (
    Reaction.NONE,
    Reaction.PRESENCE,
    Reaction.TOOK,
    Reaction.VOICE,
    Reaction.MET,
    Reaction.TALKED,
    Reaction.CAME_ALONG,
    Reaction.AGREED,
)  # anger and refusal are answers too, and no step nearer
REACHED = frozenset({Reaction.VOICE, Reaction.MET, Reaction.TALKED, Reaction.CAME_ALONG, Reaction.AGREED})
ANSWERED = REACHED | {Reaction.ANGER, Reaction.REFUSED}
WITHOUT_GOING = frozenset({Way.CAME})  # what the person does himself is never refused
USUAL_DAYS, LONGEST_DAYS, LONGEST_REST = 14, 92, 366


@dataclass(frozen=True)
class Rest:
    """Said on `since`; from the next day on nobody goes before `until`."""

    since: date
    until: date
    lifter: RestLifter
    lifted: bool = False

    def runs(self, day: date) -> bool:
        return not self.lifted and self.since < day < self.until


@dataclass(frozen=True)
class Attempt:
    day: date
    way: Way
    reaction: Reaction


@dataclass(frozen=True)
class Tried:
    """One way at one look: how often, how near it came, when last; `moved`: on which days it came nearer than anything before."""

    way: Way
    times: int
    best: Reaction
    last: date
    moved: tuple[date, ...]


def nearness(reaction: Reaction) -> int:
    return NEARER.index(reaction) if reaction in NEARER else 0


def is_nearer(reaction: Reaction, before: Iterable[Reaction]) -> bool:
    """Nearer than any attempt before; nothing is no step."""
    best = max((nearness(one) for one in before), default=0)
    return nearness(reaction) > best


def at_one_look(attempts: Sequence[Attempt]) -> tuple[Tried, ...]:
    """What has been tried and what moved something: the way that came nearest first, then the most tried. `attempts` in their order."""
    before: list[Reaction] = []
    moved: dict[Way, list[date]] = {}
    for one in attempts:
        if is_nearer(one.reaction, before):
            moved.setdefault(one.way, []).append(one.day)
        before.append(one.reaction)
    found = [
        Tried(
            way=way,
            times=sum(one.way is way for one in attempts),
            best=max((one.reaction for one in attempts if one.way is way), key=nearness),
            last=max(one.day for one in attempts if one.way is way),
            moved=tuple(moved.get(way, ())),
        )
        for way in dict.fromkeys(one.way for one in attempts)
    ]
    return tuple(sorted(found, key=lambda one: (-len(one.moved), -nearness(one.best), -one.times)))


def months_of(attempts: Iterable[Attempt]) -> tuple[tuple[date, int, int], ...]:
    """By month (its first day): how many attempts, in how many the person answered in any way. No month between is left out."""
    tried: dict[date, list[Attempt]] = {}
    for one in attempts:
        tried.setdefault(one.day.replace(day=1), []).append(one)
    if not tried:
        return ()
    found, month = [], min(tried)
    while month <= max(tried):
        rows = tried.get(month, [])
        found.append((month, len(rows), sum(row.reaction in ANSWERED for row in rows)))
        month = (month + timedelta(days=32)).replace(day=1)
    return tuple(found)


def next_day(day: date, every: int, rests: Iterable[Rest]) -> date:
    """When the next attempt is due where nobody says another day: after the interval, and not before a rest is over."""
    proposed = day + timedelta(days=every)
    return max([proposed, *(rest.until for rest in rests if not rest.lifted)])


def rested_until(rests: Iterable[Rest], day: date) -> date | None:
    """Until when nobody goes, by the refusal that reaches furthest; None where none is left after that day."""
    return max((rest.until for rest in rests if not rest.lifted and rest.until > day), default=None)


def may_go_first(first_on: date, *, today: date) -> Decision:
    """The first attempt, and the first round of a watch: a slip of the year would hide somebody for years."""
    if first_on < today:
        return no("はじめの日が、過ぎた日になっています。", "きょうか、これからの日を書いてください。")
    if first_on > today + timedelta(days=LONGEST_DAYS):
        return no(f"はじめの日が、{LONGEST_DAYS}日より先になっています。", "もっと近い日を書いてください。")
    return YES


def may_begin(*, why: str) -> Decision:
    if not why.strip():
        return no("なぜ訪ねるのかが書かれていません。", "見えたこと、心配なことを一言書いてください。")
    return YES


def may_try(*, day: date, today: date, over: bool, way: Way, rests: Collection[Rest], next_on: date | None) -> Decision:
    """`rests`: refusals; while one runs nobody goes, and what the person does himself is written down all the same."""
    if over:
        return no("この「訪ねる」はおわっています。", "また気になることがあれば、新しく始めてください。")
    if day > today:
        return no("まだ来ていない日のことは書けません。", "行ったあとで書いてください。")
    resting = next((rest for rest in rests if rest.runs(day)), None)
    if resting is not None and way not in WITHOUT_GOING:
        return no(
            f"本人が断っているので、{resting.until.month}月{resting.until.day}日までは訪ねません。",
            "本人から連絡があったとき、いのちの心配が出たときは、「断りを解く」から、わけを書いて解いてください。",
        )
    if next_on is not None and next_on <= day:
        return no("次の日が、行った日より前になっています。", "行った日より先の日を書いてください。")
    if next_on is not None and next_on > day + timedelta(days=LONGEST_REST):
        return no("次の日が、1年より先になっています。", "近い日を決めて、そのたびに考えてください。")
    until = rested_until(rests, today)
    if next_on is not None and until is not None and next_on < until:
        return no(
            f"次の日が、{until.month}月{until.day}日より前になっています。その日までは訪ねない約束です。",
            "その日から先の日を書くか、本人から連絡があったときは、先に「断りを解く」へ進んでください。",
        )
    return YES


def may_plan(*, every: int, over: bool) -> Decision:
    if over:
        return no("この「訪ねる」はおわっています。", "計画は変えられません。")
    if not 1 <= every <= LONGEST_DAYS:
        return no(f"間隔は1日から{LONGEST_DAYS}日までです。", "もっと長く空けるなら、断りとして日を決めてください。")
    return YES


def may_rest(*, until: date, today: date, over: bool, words: str) -> Decision:
    """Respect a refusal: until when nobody goes, and in which words it was said."""
    if over:
        return no("この「訪ねる」はおわっています。", "もう訪ねません。")
    if until <= today:
        return no("行かない日の終わりが、きょうまでになっています。", "あすから先の日を書いてください。")
    if until > today + timedelta(days=LONGEST_REST):
        return no("1年より先までは決められません。", "1年のうちに、もう一度考える日を決めてください。")
    if not words.strip():
        return no("本人がどう言ったかが書かれていません。", "聞いたまま、一言書いてください。")
    return YES


def may_lift(rest: Rest, reason: LiftReason, *, decides: bool, words: str) -> Decision:
    """`decides`: the viewer is a chief or the control tower."""
    if rest.lifted:
        return no("この断りは、もう解かれています。", "画面を開き直してください。")
    if not words.strip():
        return no("解くわけが書かれていません。", "何があったのかを一言書いてください。")
    if reason is LiftReason.DECIDED and rest.lifter is RestLifter.PERSON:
        return no(
            "この断りは、本人から連絡があるまで、と約束したものです。",
            "いのちの心配があるときだけ、そのわけで解けます。",
        )
    if reason is LiftReason.DECIDED and not decides:
        return no("断りを解くと決められるのは、課長か司令塔です。", "課長か司令塔に相談してください。")
    return YES


def may_agree(*, over: bool, day: date, today: date) -> Decision:
    if over:
        return no("この「訪ねる」はおわっています。", "相談の画面から続けてください。")
    if day > today:
        return no("まだ来ていない日のことは書けません。", "本人が望んだ日を書いてください。")
    return YES


def may_end(end: ApproachEnd, *, over: bool, words: str) -> Decision:
    """`AGREED` is no ending by itself: the consultation is received in the same stroke."""
    if over:
        return no("この「訪ねる」は、もうおわっています。", "画面を開き直してください。")
    if end is ApproachEnd.AGREED:
        return no(
            "本人が望んだときは、「相談として受ける」から進めてください。", "これまでの足どりは、そのまま残ります。"
        )
    if not words.strip():
        return no("どうして終えるのかが書かれていません。", "一言書いてください。")
    return YES
