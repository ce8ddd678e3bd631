"""Teams the ball falls back to."""

from datetime import date

from marugoto.agencies.models import Team
from marugoto.agencies.queries import directory
from marugoto.kernel.decision import Refused


def last_resort(body: str) -> Team:
    """Raises `Refused` in a body that has not named its last resort yet."""
    try:
        return directory.last_resort(body)
    except Team.DoesNotExist as trouble:
        raise Refused(
            "最後の受け皿の係が決まっていません。", "庶務の画面で、最後の受け皿を決めてください。"
        ) from trouble


def tower(body: str, day: date) -> Team | None:
    """The control tower's team, or the last resort's; None where neither is named yet."""
    try:
        return directory.control_tower(body, day)
    except Team.DoesNotExist:
        return None
