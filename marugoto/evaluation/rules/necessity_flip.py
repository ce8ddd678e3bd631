"""How firmly an answer stands: the smallest change of what is given that would turn it, found by trying; and how sure it is."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from itertools import combinations, product

from marugoto.evaluation.rules.necessity import V0, Answer, Given, Limits, Signal, answer_of

MOST = 3  # so many things may change at once
SIMPLE = ("own_conference", "small", "one_desk", "capacity", "sponsor", "sunset")
FUNCTIONS = ("F1", "F2", "F3")
WORDS = ("仮", "おおむね", "確か")  # the weakest first


@dataclass(frozen=True)
class Change:
    """One thing given, as it is and as it would be. `name`: a field of Given, `F1`, or `on:N3`, `tried:N3`. `unread` becoming 0: all that
    was unread is read, and is off."""

    name: str
    was: int
    becomes: int

    @property
    def far(self) -> int:
        return abs(self.becomes - self.was)


@dataclass(frozen=True)
class Flip:
    changes: tuple[Change, ...]
    answer: Answer

    @property
    def size(self) -> tuple[int, int]:
        return len(self.changes), sum(one.far for one in self.changes)


def smallest_flips(given: Given, limits: Limits = V0) -> tuple[Flip, ...]:
    """For each other answer that up to three things could lead to: the fewest, moved the least. The smallest of all comes first."""
    now = answer_of(given, limits)
    choices = [list(ways) for ways in _choices(given, limits)]
    found: dict[Answer, Flip] = {}
    for count in range(1, MOST + 1):
        for some in combinations(choices, count):
            for changes in product(*some):
                flip = Flip(changes, answer_of(changed(given, changes), limits))
                known = found.get(flip.answer)
                if flip.answer != now and (known is None or flip.size < known.size):
                    found[flip.answer] = flip
    return tuple(sorted(found.values(), key=lambda one: one.size))


def changed(given: Given, changes: Iterable[Change]) -> Given:
    stages, on, unread, tried, plain = list(given.stages), set(given.on), set(given.unread), set(given.tried), {}
    for one in changes:
        if one.name in FUNCTIONS:
            stages[FUNCTIONS.index(one.name)] = one.becomes
        elif ":" in one.name:
            kind, signal = one.name.split(":")
            among = on if kind == "on" else tried
            (among.add if one.becomes else among.discard)(Signal(signal))
        elif one.name == "unread":
            unread.clear()
        else:
            plain[one.name] = bool(one.becomes) if one.name in SIMPLE else one.becomes
    signals = {"on": frozenset(on), "unread": frozenset(unread - on), "tried": frozenset(tried)}
    whole = {"stages": tuple(stages), **signals, **plain}
    return replace(given, **whole)  # type: ignore[arg-type]


def _choices(given: Given, limits: Limits) -> Iterator[Iterator[Change]]:
    """Of a number only the two values beside its bar: what lies farther off is no smaller a change, and answers alike."""
    for name in SIMPLE:
        yield _moves(name, int(getattr(given, name)), (0, 1))
    for signal in Signal:
        yield _moves(f"on:{signal}", int(signal in given.on), (0, 1))
        yield _moves(f"tried:{signal}", int(signal in given.tried), (0, 1))
    if given.unread:
        yield iter([Change("unread", len(given.unread), 0)])
    for name, stage in zip(FUNCTIONS, given.stages, strict=True):
        yield _moves(name, stage, _beside(limits.stage))
    yield _moves("looked_into", given.looked_into, _beside(limits.looked_into))
    yield _moves("unknown", given.unknown, _beside(limits.unknown))


def _beside(bar: int) -> tuple[int, int]:
    return bar - 1, bar


def _moves(name: str, was: int, ways: tuple[int, int]) -> Iterator[Change]:
    return (Change(name, was, other) for other in ways if other != was)


@dataclass(frozen=True)
class Sure:
    """確か, おおむね or 仮, and the signals on which it hangs; no word where nothing is judged. `earlier`: so many core criteria, on which it
    rests, stand from a half-year held fast and not from the records of now."""

    word: str
    hangs_on: tuple[Signal, ...]
    earlier: int = 0


def how_sure(given: Given, doubtful: Mapping[Signal, str], limits: Limits = V0, *, earlier: int = 0) -> Sure:
    """`doubtful`: how sure the signals are that can be read, in one of the three words.

    What would turn the answer, if it were otherwise, makes the answer no surer than itself; that nothing can be judged yet is no answer
    of which one could be sure."""
    now = answer_of(given, limits)
    if now is Answer.W0:
        return Sure("", ())
    blind = [
        some
        for count in range(1, len(given.unread) + 1)
        for some in combinations(sorted(given.unread), count)
        if answer_of(replace(given, on=given.on | set(some), unread=given.unread - set(some)), limits) != now
    ]
    if blind:
        return Sure(WORDS[0], blind[0])
    weak = {
        signal: word
        for signal, word in doubtful.items()
        if word != WORDS[-1] and answer_of(replace(given, on=given.on ^ {signal}), limits) != now
    }
    word = min(weak.values(), key=WORDS.index, default=WORDS[-1])
    if now is Answer.N and earlier and word == WORDS[-1]:
        return Sure(WORDS[1], (), earlier)
    return Sure(word, tuple(sorted(signal for signal, said in weak.items() if said == word)))
