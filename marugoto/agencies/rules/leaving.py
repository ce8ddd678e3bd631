"""窓口を離れる: how long a screen may stand without its worker, and how long what was not sent is kept for him.

All numbers here are ours. Fifteen minutes lies within the five to thirty that are usual at a counter; a body may say another one.
"""

from datetime import datetime, timedelta

IDLE_MINUTES = 15
SHORTEST, LONGEST = 5, 30
IDLE = "idle_minutes"  # the name in the body's profile
KEPT_FOR = timedelta(days=7)
MOST_LETTERS = 400_000  # of one form that is kept


def idle_minutes(said: str) -> int:
    """What the body's profile says, within the bounds; ours where it says nothing that can be read."""
    return min(LONGEST, max(SHORTEST, int(said))) if said.isascii() and said.isdigit() else IDLE_MINUTES


def is_kept(made_at: datetime, now: datetime) -> bool:
    return now < made_at + KEPT_FOR
