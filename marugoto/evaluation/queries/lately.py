"""Shares for a page that is opened again and again: counted anew when a fact has come.

Where counting takes long, they may be as old as sixty times what it took; a large town spends no more than a sixtieth of its time on
it. What is held fast never goes this way.

A fact takes its number when it is written and shows itself when its deed is done: for a minute after the last one, an earlier one
may still appear. Until then what was counted holds a minute only.
"""

import time
from collections import OrderedDict
from collections.abc import Sequence
from dataclasses import dataclass
from math import inf
from uuid import UUID

from marugoto.evaluation.measures import Measured, Window
from marugoto.evaluation.queries import measured
from marugoto.evaluation.rules.figures import Share
from marugoto.ledger.queries.fact import latest

LONG, OFTEN, MOST = 1.0, 60, 2_000  # seconds; so many times what it took; so many shares are remembered
DEED = 60.0  # seconds: no deed takes longer
Asked = tuple[Measured, Window]


@dataclass(frozen=True)
class Counted:
    """`after`: the last fact there was; `until`: by the clock of this process, up to when it holds although others came;
    `whole`: up to when it holds as long as no other came; `began`: when counting it began."""

    share: Share
    began: float
    after: UUID | None
    until: float
    whole: float

    def holds(self, last: UUID | None, now: float) -> bool:
        return now < self.until or (self.after == last and now < self.whole)


_known: OrderedDict[Asked, Counted] = OrderedDict()
_last: dict[str, tuple[UUID | None, float]] = {}  # of each body the last fact, and when this process met it first


def shares(asked: Sequence[Asked]) -> list[Share]:
    """As `measured.shares`, of one body."""
    if not asked:
        return []
    body = asked[0][1].body
    began, last = time.monotonic(), latest(body)
    if body not in _last or _last[body][0] != last:
        _last[body] = (last, began)
    whole = inf if began - _last[body][1] > DEED else began + DEED
    found = {one: known.share for one in asked if (known := _known.get(one)) and known.holds(last, began)}
    missing = [one for one in dict.fromkeys(asked) if one not in found]
    counted = dict(zip(missing, measured.shares(missing), strict=True))
    took = time.monotonic() - began
    for one, share in counted.items():
        _known[one] = Counted(share, began, last, began + took * OFTEN if took > LONG else began, whole)
        _known.move_to_end(one)
    while len(_known) > MOST:
        _known.popitem(last=False)
    return [(found | counted)[one] for one in asked]


def age(asked: Sequence[Asked]) -> float:
    """For how many seconds what was just answered may have been otherwise: none, as long as no fact has come since it was counted."""
    counted = [_known[one] for one in asked if one in _known]
    stale = [one.began for one in counted if one.after != _last[asked[0][1].body][0]]
    return time.monotonic() - min(stale) if stale else 0.0
