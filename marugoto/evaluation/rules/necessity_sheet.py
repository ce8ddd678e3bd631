"""The whole answer as it is printed and kept: the words of a page and of a paper are the same words."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from marugoto.evaluation.rules.gap_signal import Reading, State
from marugoto.evaluation.rules.necessity import Answer, Given, Limits, Signal
from marugoto.evaluation.rules.necessity_flip import Flip, Sure
from marugoto.evaluation.rules.necessity_words import (
    CALLED,
    PARTS,
    TO_TRY,
    flip_words,
    named,
    next_words,
    read_words,
    state_words,
    steps,
    sure_words,
    to_read,
)
from marugoto.kernel.era import say_era, say_moment

MONEY = "記録に出ないので、町が書いた按分の事務の量と、置けなかった職で見ます。"
FIRM = "三つまで変えても、答えは変わりません。"
NO = frozenset({Answer.N, Answer.NT})


@dataclass(frozen=True)
class Headline:
    """What is said first, wherever the answer is shown: page, paper and the mayor's page take it from here. `first`: the cheapest next
    thing, where nothing can be judged yet; `read`: how many signals could be judged."""

    called: str
    next: str
    first: str
    sure: str
    read: str

    @property
    def lines(self) -> tuple[str, ...]:
        first = (f"いちばん手間のない次の一歩: {self.first}",) if self.first else ()
        return (f"{self.called}。", self.next, *first, f"確かさ: {self.sure}", self.read)


@dataclass(frozen=True)
class Weighed:
    """Everything an answer rests on. `town`: what the town says of itself, in words; `tried`: what was tried, each with its line; `steps`: what
    the criteria that cannot be judged would take; `stands`: the core criteria of the three functions, each with level and figures;
    `schemes`: what there is already, with what it answers for. Counted at `as_of` from the twelve months up to and including `until`, which
    is an `earlier` day where that was asked for."""

    given: Given
    limits: Limits
    answer: Answer
    sure: Sure
    flips: tuple[Flip, ...]
    states: Mapping[Signal, State]
    unknown: tuple[str, ...]
    steps: tuple[str, ...]
    town: tuple[str, ...]
    tried: tuple[tuple[UUID, str], ...]
    as_of: datetime
    until: date
    earlier: bool = False
    stands: tuple[str, ...] = ()
    schemes: tuple[str, ...] = ()

    @property
    def called(self) -> str:
        return CALLED[self.answer]

    @property
    def headline(self) -> Headline:
        said = next_words(self.answer, self.given, self.limits)
        return Headline(self.called, said, self._first(), sure_words(self.sure), read_words(self.given))

    @property
    def wanted(self) -> tuple[str, ...]:
        """What would have to be recorded: for the criteria as long as they keep the answer away, and for every signal that is unread."""
        signals = tuple(to_read(self.states[one]) for one in Signal if one in self.given.unread)
        return (*(self.steps if self._few_criteria else ()), *signals)

    @property
    def _few_criteria(self) -> bool:
        given, limits = self.given, self.limits
        return given.looked_into < limits.looked_into or given.unknown >= limits.unknown

    @property
    def _that_lift(self) -> tuple[str, ...]:
        """Where few criteria are unknown, none of their steps brings an answer: only that of P.1, which stands first where it is unknown."""
        if self.given.unknown >= self.limits.unknown:
            return self.steps
        return self.steps[: len(self.steps) - len(self.unknown)]

    def _first(self) -> str:
        if self.answer is not Answer.W0:
            return ""
        if self._few_criteria:
            return next(iter(self._that_lift), "住民や本人と話し合い、地域の日誌の「対話」に残します。")
        if self.given.unread == {Signal.N6}:
            return "「町のことを書く」に、財源の按分などの事務の量を書きます(なければ0)。"
        count = len(self.given.unread)
        return f"「町のことを書く」に、分からないしるし{count}つの「ある・ない」を、確かめた先といっしょに書きます。"


Section = tuple[str, tuple[str, ...]]


def sheet(weighed: Weighed) -> list[Section]:
    """Headings with their lines."""
    found: list[Section] = [("答え", weighed.headline.lines)]
    found.append(("この答えになったわけ", tuple(_step_line(weighed))))
    found.append(("すき間のしるし", tuple(signal_line(weighed.states[one]) for one in Signal)))
    if weighed.answer in NO and weighed.stands:
        found.append(("三つの機能の、大事な基準", weighed.stands))
    if weighed.wanted:
        found.append(("判定できるようになるには", weighed.wanted))
    if weighed.answer is Answer.E and weighed.given.on:
        found.append(("先に試せる、いまある制度", tuple(_to_try(one) for one in sorted(weighed.given.on))))
    if weighed.answer is Answer.J:
        found.append(("どの部分で応えるか", tuple(_part(one) for one in sorted(weighed.given.still))))
    found.append(("試したこと", tuple(words for _line, words in weighed.tried) or (untried(weighed),)))
    found.append(("いまある制度", weighed.schemes or ("棚おろしには、まだ書かれていません。",)))
    found.append(("町が自分で書いたこと", weighed.town or ("まだ書かれていません。",)))
    found.append(("答えが変わる、いちばん小さな変化", tuple(map(flip_words, weighed.flips)) or (FIRM,)))
    found.append(
        (
            "いつの数か",
            (f"{when_words(weighed.until, weighed.as_of)}めやすの版は{weighed.limits.version}。",),
        )
    )
    return found


def counted(weighed: Weighed) -> dict[str, object]:
    """The numbers behind it, to be kept with the words."""
    given = weighed.given
    return {
        "looked_into": given.looked_into,
        "unknown": given.unknown,
        "stages": list(given.stages),
        "on": sorted(given.on),
        "unread": sorted(given.unread),
        "tried": sorted(given.tried),
        "readings": {
            one.gauge.code: [one.share.n, one.share.k, one.share.running]
            for state in weighed.states.values()
            for one in state.readings
        },
    }


def when_words(until: date, as_of: datetime) -> str:
    """Of which days the figures are, and when they were counted."""
    return f"{say_era(until)}までの12か月の記録を、{say_moment(as_of)}に数えました。"


def signal_line(state: State) -> str:
    read = " / ".join(reading_words(one) for one in state.readings) or ("" if state.said else MONEY)
    return f"{named(state.signal)}: {state_words(state)}。{read}"


def untried(weighed: Weighed) -> str:
    """Why nothing stands there, where nothing had to be tried."""
    return (
        "まだありません。"
        if weighed.given.on or weighed.given.unread
        else "点いているすき間がないので、試すことはありませんでした。"
    )


def reading_words(one: Reading) -> str:
    """「返事のないまま、期限が切れた 41件中3件(7%)、めやすは5%を超える。41件中2件までなら消えます。」"""
    few = "" if one.on is not None else "(まだ少なくて読めません)"
    return f"{one.gauge.name} {one.stands}{few}、点くのは{one.bar}。{one.turn}"


def _step_line(weighed: Weighed) -> list[str]:
    return [
        f"{one.asks} → {'はい' if one.holds else 'いいえ'}。{one.because}"
        for one in steps(weighed.given, weighed.limits)
    ]


def _to_try(signal: Signal) -> str:
    return f"{named(signal)}: {TO_TRY[signal]}"


def _part(signal: Signal) -> str:
    return f"{named(signal)}: {PARTS[signal]}"
