"""The whole answer as it is printed and kept: the words of a page and of a paper are the same words."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from marugoto.evaluation.rules.gap_signal import Reading, State
from marugoto.evaluation.rules.necessity import Answer, Given, Limits, Signal
from marugoto.evaluation.rules.necessity_flip import Flip, Sure
from marugoto.evaluation.rules.necessity_words import (
    CALLED,
    NEXT,
    PARTS,
    SIGNALS,
    TO_TRY,
    flip_words,
    state_words,
    steps,
    sure_words,
)
from marugoto.kernel.era import say_moment

MONEY = "記録に出ないので、町が書いた按分の事務の量と、置けなかった職で見ます。"
FIRM = "三つまで変えても、答えは変わりません。"


@dataclass(frozen=True)
class Weighed:
    """Everything an answer rests on. `town`: what the town says of itself, in words; `tried`: what was tried, each with its line; `steps`: what
    the criteria that cannot be judged would take."""

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

    @property
    def called(self) -> str:
        return CALLED[self.answer]


Section = tuple[str, tuple[str, ...]]


def sheet(weighed: Weighed) -> list[Section]:
    """Headings with their lines."""
    found: list[Section] = [
        ("答え", (f"{weighed.called}。", NEXT[weighed.answer], f"確かさ: {sure_words(weighed.sure)}"))
    ]
    found.append(("この答えになったわけ", tuple(_step_line(weighed))))
    found.append(("答えが変わる、いちばん小さな変化", tuple(map(flip_words, weighed.flips)) or (FIRM,)))
    found.append(("すき間のしるし", tuple(signal_line(weighed.states[one]) for one in Signal)))
    if weighed.answer is Answer.W0 and weighed.steps:
        found.append(("判定できるようになるには", weighed.steps))
    if weighed.answer is Answer.E and weighed.given.on:
        found.append(("先に試せる、いまある制度", tuple(_to_try(one) for one in sorted(weighed.given.on))))
    if weighed.answer is Answer.J:
        found.append(("どの部分で応えるか", tuple(_part(one) for one in sorted(weighed.given.still))))
    found.append(("試したこと", tuple(words for _line, words in weighed.tried) or ("まだありません。",)))
    found.append(("町が自分で書いたこと", weighed.town or ("まだ書かれていません。",)))
    found.append(
        (
            "いつの数か",
            (f"{say_moment(weighed.as_of)}に数えた、その日までの12か月。めやすの版は{weighed.limits.version}。",),
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
        "tried": sorted(given.tried),
        "readings": {
            one.gauge.code: [one.share.n, one.share.k, one.share.running]
            for state in weighed.states.values()
            for one in state.readings
        },
    }


def signal_line(state: State) -> str:
    read = " / ".join(reading_words(one) for one in state.readings) or MONEY
    words = f"{state.signal} {SIGNALS[state.signal]}: {state_words(state)}"
    return f"{words}。{read}"


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
    return f"{signal} {SIGNALS[signal]}: {TO_TRY[signal]}"


def _part(signal: Signal) -> str:
    return f"{signal} {SIGNALS[signal]}: {PARTS[signal]}"
