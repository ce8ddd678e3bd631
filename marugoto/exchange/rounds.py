"""The courier's rounds, the same on both sides: look, carry, wait; a round that fails is told and tried again."""

import logging
import time
from collections.abc import Callable
from pathlib import Path

from django.db import close_old_connections

from marugoto.exchange.post import Post
from marugoto.kernel.decision import Refused

SECONDS = 2.0
LONGEST_WAIT = 60.0
MOST_FAILURES = 30  # in a row: about twenty minutes, then a human must look
log = logging.getLogger(__name__)


class Troubled(RuntimeError):
    """Some letters of a round could not be dealt with; they lie where they lay."""


def each_letter(post: Post, take: Callable[[Path], None]) -> int:
    """Every waiting letter once. What is refused is set aside; one that breaks keeps none of the others waiting.

    Answers how many were taken. Raises Troubled at the end if any broke.
    """
    taken, broken = 0, []
    for letter in post.letters():
        try:
            take(letter)
            letter.unlink(missing_ok=True)
            taken += 1
        except Refused as refused:
            post.set_aside(letter, refused)
        except Exception as trouble:
            log.exception("%s", letter.name)
            broken.append(f"{letter.name}: {type(trouble).__name__}")
    if broken:
        raise Troubled("; ".join(broken[:5]))
    return taken


def go_rounds(errand: Callable[[int], object], *, wait: Callable[[float], None] = time.sleep) -> None:
    """`errand(number of the round)` again and again. Raises the last trouble after MOST_FAILURES in a row."""
    failures, number = 0, 0
    while True:
        try:
            errand(number)
            failures = 0
        except Exception:
            failures += 1
            log.exception("round %d", number)
            if failures >= MOST_FAILURES:
                raise
        number += 1
        close_old_connections()
        wait(min(LONGEST_WAIT, SECONDS * 2**failures))
