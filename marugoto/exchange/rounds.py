"""The courier's rounds, the same on both sides: look, carry, wait; a round that fails is told and tried again.

A courier never gives up by itself: one letter that cannot be dealt with is set aside after some tries, and where the whole
round fails, the next comes later and later, at most a minute apart.
"""

import logging
import time
from collections import Counter
from collections.abc import Callable
from pathlib import Path

from django.db import close_old_connections

from marugoto.exchange.post import Post
from marugoto.kernel.decision import NotNow, Refused

SECONDS = 2.0
AT_ONCE = 0.05  # another may write meanwhile
LONGEST_WAIT = 60.0
MOST_TRIES = 30  # of one letter that breaks: about a minute of rounds
BROKEN = Refused(
    "この連絡ファイルは、何度試しても取り込めませんでした。", "記録（ログ）を管理者に見てもらってください。"
)
log = logging.getLogger(__name__)
_tries: Counter[str] = Counter()  # of letters that broke, in the life of this courier


def each_letter(post: Post, take: Callable[[Path], None]) -> int:
    """Every waiting letter once; answers how many were taken.

    What is refused is set aside. What only met another hand at the same moment waits for the next round. One that breaks
    keeps none of the others waiting, and is set aside after MOST_TRIES.
    """
    taken = 0
    for letter in post.letters():
        try:
            take(letter)
            letter.unlink(missing_ok=True)
            taken += 1
            _tries.pop(letter.name, None)
        except NotNow as busy:
            log.info("%s: %s", letter.name, busy.sentence)
        except Refused as refused:
            post.set_aside(letter, refused)
        except Exception:
            log.exception("%s", letter.name)
            _broke(post, letter)
    return taken


def _broke(post: Post, letter: Path) -> None:
    _tries[letter.name] += 1
    if _tries[letter.name] >= MOST_TRIES and letter.exists():
        del _tries[letter.name]
        post.set_aside(letter, BROKEN)


def go_rounds(errand: Callable[[int], object], *, wait: Callable[[float], None] = time.sleep) -> None:
    """`errand(number of the round)` again and again, until the process is ended; one that answers True has more to do at once."""
    failures, number = 0, 0
    while True:
        more: object = False
        try:
            more = errand(number)
            failures = 0
        except Exception:
            failures += 1
            log.exception("round %d", number)
        number += 1
        close_old_connections()
        wait(AT_ONCE if more is True else min(LONGEST_WAIT, SECONDS * 2 ** min(failures, 10)))
