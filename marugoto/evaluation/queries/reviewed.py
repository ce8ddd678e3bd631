"""Which criteria were used in a review that is closed: what level 4 asks beside two years at level 3.

The only place that says it. A criterion counts where a closed review that cited its frozen value changed a means because of it, or kept
it with its reason (that at most once in 24 months).
"""

from datetime import date

from marugoto.agencies.viewer import Viewer
from marugoto.evaluation.queries.used import used_codes
from marugoto.evaluation.standards import CRITERIA


def used_in_reviews(viewer: Viewer, *, last: date) -> frozenset[str]:
    """Codes of criteria, as of that day: one query."""
    return used_codes(viewer, [one.code for one in CRITERIA], on=last)
