"""When a checkpoint is due again: what was written since the last one could be rewritten, seals and all, and nobody would know."""

from collections.abc import Mapping
from datetime import date

SETTING, USUAL, MOST = "checkpoint_days", 7, 90  # the body's profile may name its own days; the usual number is ours


def days_between(profile: Mapping[str, str]) -> int:
    """After how many days one is due; what is no number from 1 to 90 is the usual one."""
    said = profile.get(SETTING, "")
    return int(said) if said.isdecimal() and 1 <= int(said) <= MOST else USUAL


def is_due(last: date | None, today: date, days: int) -> bool:
    """None was given yet, or the last one is older than that."""
    return last is None or (today - last).days > days
