"""What was begun, and what the house knows of equal spans before and after: for the assembly, never as a cause."""

from dataclasses import dataclass
from datetime import date

from django.utils.translation import gettext as _

from marugoto.agencies.viewer import Viewer
from marugoto.evaluation.labels import FIGURE_WORDS
from marugoto.evaluation.queries import initiative as initiatives
from marugoto.evaluation.queries.initiative import Compared
from marugoto.evaluation.rules.before_after import USUAL, Counted
from marugoto.evaluation.rules.report import HIDDEN


@dataclass(frozen=True)
class LookedBack:
    """The latest of those that run. `said`: before and after of what differs most; empty while nothing can be compared. `blind`: part
    of the time before lies before the first record."""

    name: str
    since: date
    days: int
    said: str
    blind: bool


def latest(viewer: Viewer) -> LookedBack | None:
    """Nine queries at most; None where nothing is written down."""
    running = [row for row in initiatives.initiatives(viewer) if row.ended_id is None]
    whole = initiatives.get(viewer, running[0].pk) if running else None
    if whole is None:
        return None
    found = initiatives.compared(viewer, whole, months=USUAL)
    return LookedBack(whole.row.name, whole.row.since, found.spans.days, _said(found), found.spans.blind > 0)


def _said(found: Compared) -> str:
    told = [one for one in found.rows if one.before is not None and one.after is not None]
    if not found.spans.begun or not told:
        return ""
    return _sides(max(told, key=lambda one: abs((one.after or 0) - (one.before or 0))))


def _sides(row: Counted) -> str:
    _source, name, unit = FIGURE_WORDS[row.figure.code]
    before, after = (HIDDEN if count is None else f"{count}{unit}" for count in (row.before, row.after))
    return _("%(name)s 前 %(before)s → 後 %(after)s") % {"name": name, "before": before, "after": after}
