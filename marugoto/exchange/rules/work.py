"""Long lists are worked through in strokes, each whole by itself: what a stroke wrote stands, whoever ends the process after it.

One deed of everything would be simpler to tell, but on the embedded database it keeps everybody else from writing for as long as it
takes, and whoever ends it midway makes it begin anew. So each row is taken in exactly once, and a list that was stopped says how far
it came and can be taken back that far.
"""

from datetime import datetime, timedelta
from enum import StrEnum

SHORT_BYTES, SHORT_WORKBOOK_BYTES = 300_000, 40_000  # a workbook is packed
SHORT_ROWS = 1_000
FORGOTTEN_AFTER = timedelta(seconds=60)  # a worker that said nothing for so long is gone
LEFT_ALONE = timedelta(hours=1)  # so long those who wait for a place are told only when the list is through
SLOW_AFTER = timedelta(seconds=90)  # the page says that nobody has begun

STOPPED = "途中で止めたため、取り込みませんでした。"
MOVED_ON = "下見のあとで、この場所の記録が変わったため、書きませんでした。"
NOBODY_LEFT = "始めた人の役割が終わったため、途中でやめました。"


class Stage(StrEnum):
    """What is being done with a long list. Comparing follows reading by itself."""

    READING = "reading"
    COMPARING = "comparing"
    TAKING = "taking"
    TAKING_BACK = "taking_back"


def is_short(raw: bytes, *, workbook: bool) -> bool:
    """Whether a file is read while its sender waits."""
    return len(raw) <= (SHORT_WORKBOOK_BYTES if workbook else SHORT_BYTES)


def is_free(beat_at: datetime | None, at: datetime) -> bool:
    """Nobody has it in hand, or whoever had is gone."""
    return beat_at is None or beat_at < at - FORGOTTEN_AFTER
