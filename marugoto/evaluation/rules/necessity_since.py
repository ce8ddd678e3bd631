"""A decision on 要否 beside the answer of today: the paper of that day stays, and whoever reads hears whether the answer is still the same."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from marugoto.evaluation.rules.necessity import Answer, Given, Signal
from marugoto.evaluation.rules.necessity_words import CALLED, THREE, said
from marugoto.kernel.era import say_era


@dataclass(frozen=True)
class Since:
    """The decision that holds, as its day left it: `counted` are the numbers behind its answer. `now`: what is given today."""

    number: int
    day: date
    again_on: date
    then: Answer
    counted: Mapping[str, Any]
    answer: Answer
    now: Given

    @property
    def same(self) -> bool:
        return self.then is self.answer

    @property
    def words(self) -> str:
        """「第1号(令和8年11月20日)は「重層は要りません。…」でした。きょうの記録でも同じ答えです。」"""
        began = f"決めたことは第{self.number}号({say_era(self.day)})、そのときの答えは「{CALLED[self.then]}」です。"
        again = f"次に判断し直す日は{say_era(self.again_on)}です。"
        if self.same:
            return f"{began}きょうの記録でも、答えは同じです。{again}"
        moved = self.moved or ("町が書いたことや、試したこと",)
        return f"{began}きょうの記録では、答えがちがいます。変わったのは: {'、'.join(moved)}。{again}"

    @property
    def moved(self) -> tuple[str, ...]:
        """What is given otherwise than on that day, in words."""
        then, now = self.counted, self.now
        found = [
            _number("「調べて話し合ってから決める」(P.1)の段階", then.get("looked_into"), now.looked_into),
            _number("判定できない大事な基準", then.get("unknown"), now.unknown),
            *(
                _number(f"「{name}」の段階", was, stage)
                for name, was, stage in zip(THREE, then.get("stages", now.stages), now.stages, strict=True)
            ),
            *_signals(then, now),
        ]
        return tuple(one for one in found if one)


def _number(name: str, was: int | None, now: int) -> str:
    return "" if was is None or was == now else f"{name}が{was}から{now}"


def _signals(then: Mapping[str, Any], now: Given) -> list[str]:
    lit, unread = _of(then.get("on", ())), _of(then.get("unread", ()))
    changes = (
        ("点いた", now.on - lit),
        ("消えた", now.off & lit),
        ("分からなくなった", now.unread - unread if "unread" in then else now.unread & lit),
        ("分かって消えていた", now.off & unread),
    )
    return [f"{said(some)}が{word}" for word, some in changes if some]


def _of(codes: Iterable[str]) -> frozenset[Signal]:
    return frozenset(Signal(one) for one in codes)
