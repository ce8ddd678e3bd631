"""Do the rules fit the rounds they were weighed by, or also the next? Weigh them by all rounds but one and look at that one, in turn; and lose
a part of what a clerk typed, as a hurried one would."""

import itertools
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from random import Random
from statistics import mean
from typing import Any

TOP = 5
LOST, TRIES = 0.15, 4
# What was open to choice, each beside the others; what the house chose stands first.
ENOUGH, GROUP, SAME_AREA, HARD = (2, 1, 3), (3, 2, 5), (2, 1, 3), (-2, -1)
KEPT = frozenset(
    {"key", "words", "went_wrong", "area", "age", "sex", "times", "languages", "fee_limit", "after", "until"}
)
Choice = tuple[int, int, int, int]


def left_out(told: Any) -> list[dict[str, Any]]:
    """For each round: what the others would have chosen, and what that gives here; and what the house's choice gives."""
    choices: list[Choice] = list(itertools.product(ENOUGH, GROUP, SAME_AREA, HARD))
    given = {choice: _figures(told, choice) for choice in choices}
    rows = []
    for name in told.OPEN:
        others = [other for other in told.OPEN if other != name]
        best = max(choices, key=lambda one: (mean(sum(given[one][other]) for other in others), -choices.index(one)))
        for what, choice in (("chosen by the others", best), ("as the rules are", choices[0])):
            right, nothing, careless, silent = given[choice][name]
            said = dict(zip(("enough", "group", "same area", "hard"), choice, strict=True))
            rows.append(
                {"left out": name, "weighed": what, **said, "right": right, "nothing": nothing}
                | {"right, careless": careless, "nothing, careless": silent}
            )
    return rows


def _figures(told: Any, choice: Choice) -> dict[str, tuple[float, float, float, float]]:
    from marugoto.participation.labels import said
    from marugoto.participation.rules.index import Index

    index, labels = Index(place for place, _ in told.places()), said()
    with _chosen(choice):
        found = {}
        for name in told.OPEN:
            plain = _answered(told.cases(name), index, labels)
            tries = [_answered(told.cases(name, _careless(seed)), index, labels) for seed in range(TRIES)]
            found[name] = (*plain, round(mean(one[0] for one in tries), 3), round(mean(one[1] for one in tries), 3))
    return found


@contextmanager
def _chosen(choice: Choice) -> Iterator[None]:
    from marugoto.participation.rules import comfort, weigh

    where = ((comfort, "ENOUGH"), (weigh, "GROUP"), (weigh, "SAME_AREA"), (weigh, "HARD"))
    before = [getattr(module, name) for module, name in where]
    for (module, name), value in zip(where, choice, strict=True):
        setattr(module, name, value)
    try:
        yield
    finally:
        for (module, name), value in zip(where, before, strict=True):
            setattr(module, name, value)


def _answered(cases: list[Any], index: Any, labels: Any) -> tuple[float, float]:
    from marugoto.participation.rules.matching import find

    right, nothing = [], []
    for case in cases:
        fits = find(case.wished, index, labels, case.standing).fits
        if case.right and case.agreed:
            right.append(bool(case.right & {fit.place.key for fit in fits[:TOP]}))
        elif case.agreed:
            nothing.append(not fits)
    return round(mean(right), 3), round(mean(nothing), 3)


def _careless(seed: int) -> Callable[[dict[str, Any]], dict[str, Any]]:
    """Of what was typed something is lost: a list by halves, a single thing whole."""
    chance = Random(seed)

    def typed(one: dict[str, Any]) -> dict[str, Any]:
        kept = {}
        for name, value in one.items():
            if name in KEPT or chance.random() >= LOST:
                kept[name] = value
            elif isinstance(value, list) and len(value) > 1:
                kept[name] = [each for each in value if chance.random() < 0.5]
        return kept

    return typed
