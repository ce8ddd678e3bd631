"""Shares for a page that is opened again and again: counted anew when a fact has come.

Where counting takes long, they may be as old as sixty times what it took; a large town spends no more than a sixtieth of its time on
it. What is held fast never goes this way.
"""

import time
from collections import OrderedDict
from collections.abc import Sequence
from dataclasses import dataclass
from uuid import UUID

from marugoto.evaluation.measures import Measured, Window
from marugoto.evaluation.queries import measured
from marugoto.evaluation.rules.figures import Share
from marugoto.ledger.queries.fact import latest

LONG, OFTEN, MOST = 1.0, 60, 2_000  # seconds; so many times what it took; so many shares are remembered
Asked = tuple[Measured, Window]


@dataclass(frozen=True)
class Counted:
    """`after`: the last fact there was; `until`: by the clock of this process, up to when it holds although others came."""

    share: Share
    after: UUID | None
    until: float


_known: OrderedDict[Asked, Counted] = OrderedDict()


def shares(asked: Sequence[Asked]) -> list[Share]:
    """As `measured.shares`, of one body."""
    if not asked:
        return []
    began, last = time.monotonic(), latest(asked[0][1].body)
    found = {
        one: known.share for one in asked if (known := _known.get(one)) and (known.after == last or began < known.until)
    }
    missing = [one for one in dict.fromkeys(asked) if one not in found]
    counted = dict(zip(missing, measured.shares(missing), strict=True))
    took = time.monotonic() - began
    for one, share in counted.items():
        _known[one] = Counted(share, last, began + took * OFTEN if took > LONG else began)
        _known.move_to_end(one)
    while len(_known) > MOST:
        _known.popitem(last=False)
    return [(found | counted)[one] for one in asked]
