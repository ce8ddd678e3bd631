"""Does an answer about what is hidden take another time than one about what was never there? Pairs, one after the other, in random order."""

import gc
import math
import time
from bisect import bisect_right
from dataclasses import dataclass
from random import Random
from typing import Any
from urllib.parse import quote
from uuid import uuid4

from django.db import transaction
from django.test import override_settings

from marugoto.settings import house
from proofs._crawl import Eyes
from proofs._guarded import MEMBER, Guarded, Home, need_about
from proofs._marks import Marks

PAIRS, LEAST, MILLISECOND = 2_000, 0.01, 0.001
CHOSEN = (
    "Eight doors of all that answer about somebody: each kind of row that has an address of its own, and each place where words are"
    " searched. The others read through the same two ways (one row by its key, rows by words), and were not timed."
)


@dataclass(frozen=True)
class Question:
    """At one door: the address of what is hidden, and of what is not there; and why this door was chosen.

    Either is asked under one address again and again: a new one each time would cost the asking side itself, which keeps what it
    has taken apart, some microseconds more, and that alone would tell the two apart.
    """

    door: str
    hidden: str
    missing: str
    why: str


def questions(here: Guarded) -> list[Question]:
    """The doors at which it could be felt that something exists."""
    home = next(one for one in here.homes if one.kind == MEMBER)
    return [*_by_key(here, home), *_by_words(home.hidden[0], here.homes[0].story.person)]


def _by_key(here: Guarded, home: Home) -> list[Question]:
    story = home.story
    doors = [
        ("household page", "households", story.case, "the longest page by one key"),
        ("person page", "people", story.person, "somebody himself, by his key"),
        ("need page", "needs", need_about(here, home), "the page of a ball, reached from lists and mail"),
        (
            "consultation page",
            "consultations",
            story.consultation,
            "what came in at a window, before there is a household",
        ),
    ]
    return [Question(door, f"/desk/{kind}/{key}/", f"/desk/{kind}/{uuid4()}/", why) for door, kind, key, why in doors]


def _by_words(hers: Marks, person: Any) -> list[Question]:
    other = hers.name.replace("零", "捌")
    numbers = _search(hers.phone), _search(hers.phone[:-4] + "9988")
    alike = "looks through people for one who is alike, while something is written"
    return [
        Question("search by name", _search(hers.name), _search(other), "the search in every head, letters in readings"),
        Question("search by telephone", *numbers, "the same search by figures, another index"),
        Question("suggestion of the same person", _same(person, hers.name), _same(person, other), alike),
        Question("consultation lookup", _lookup(hers.name), _lookup(other), "words searched in what came in"),
    ]


def _search(words: str) -> str:
    return f"/search/?q={quote(words)}"


def _same(person: Any, words: str) -> str:
    return f"/desk/people/{person}/same/?words={quote(words)}"


def _lookup(words: str) -> str:
    return f"/desk/consultations/?words={quote(words)}"


def measured(eyes: Eyes, question: Question, pairs: int, seed: int, planted: float = 0.0) -> dict[str, Any]:
    """As the house runs: what is missing is said on the stroke of a step."""
    with override_settings(MARUGOTO_MISS_STEP=house.MARUGOTO_MISS_STEP):
        return _measured(eyes, question, pairs, seed, planted)


def _measured(eyes: Eyes, question: Question, pairs: int, seed: int, planted: float) -> dict[str, Any]:
    eyes.touch()
    dice, hidden, missing = Random(seed), list[float](), list[float]()
    for _ in range(20):
        _timed(eyes, question.hidden, 0.0)
        _timed(eyes, question.missing, 0.0)
    gc.collect()
    gc.disable()
    try:
        for _ in range(pairs):
            turns = [(hidden, question.hidden, planted), (missing, question.missing, 0.0)]
            if dice.random() < 0.5:
                turns.reverse()
            for kept, address, more in turns:
                kept.append(_timed(eyes, address, more))
    finally:
        gc.enable()
    apart, chance = kolmogorov_smirnov(hidden, missing)
    return {
        "door": question.door,
        "pairs": pairs,
        "median hidden ms": round(sorted(hidden)[pairs // 2] * 1000, 2),
        "median missing ms": round(sorted(missing)[pairs // 2] * 1000, 2),
        "apart": round(apart, 4),
        "p": round(chance, 4),
    }


def told(first: dict[str, Any], second: dict[str, Any] | None = None) -> dict[str, Any]:
    """The row as it is kept: the first chance always, and the second where it was asked again."""
    said = {name: value for name, value in first.items() if name != "p"} | {"first p": first["p"]}
    return said | {"second p": second["p"], "second apart": second["apart"]} if second else said


def counts(row: dict[str, Any]) -> float:
    """The chance by which the door is judged."""
    return float(row.get("second p", row["first p"]))


def _timed(eyes: Eyes, address: str, more: float) -> float:
    with transaction.atomic():
        began = time.perf_counter()
        eyes.client.get(address)
        if more:
            time.sleep(more)
        taken = time.perf_counter() - began
        transaction.set_rollback(True)
    return taken


def kolmogorov_smirnov(one: list[float], other: list[float]) -> tuple[float, float]:
    """The largest distance of two empirical distributions, and how likely one as large is by chance (Kolmogorov's limit with
    Stephens's correction for finite samples: M. A. Stephens, Journal of the Royal Statistical Society B 32, 1970)."""
    first, second = sorted(one), sorted(other)
    apart = max(
        abs(bisect_right(first, value) / len(first) - bisect_right(second, value) / len(second))
        for value in (*first, *second)
    )
    size = math.sqrt(len(first) * len(second) / (len(first) + len(second)))
    reach = (size + 0.12 + 0.11 / size) * apart
    if reach < 0.2:  # the series converges slowly there, and the chance is 1 to many digits
        return apart, 1.0
    terms = ((-1) ** (k - 1) * math.exp(-2 * k * k * reach * reach) for k in range(1, 101))
    return apart, min(1.0, max(0.0, 2 * sum(terms)))
