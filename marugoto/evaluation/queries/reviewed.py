"""Which criteria were used in a review that is closed: what level 4 asks beside two years at level 3.

The only place that says it. A criterion counts where a review that cited its frozen value decided to change a means, or decided with
its reason to keep (that at most once in 24 months).
"""

from datetime import date

from marugoto.agencies.viewer import Viewer


def used_in_reviews(viewer: Viewer, *, last: date) -> frozenset[str]:
    """Codes of criteria. No review is kept in the house yet, so there is none."""
    return frozenset()
