"""I10 asks of what somebody who cares holds: the work of a review lies for months, as it should."""

import pytest

from marugoto.custody.codes import MatterKind
from marugoto.evaluation.indicators.days_unattended import days_unattended
from marugoto.evaluation.rules.figures import Share
from tests.evaluation.facts import Line, share, tell, window

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("kind", ["ball.placed", "ball.caught", "ball.reopened"])
@pytest.mark.parametrize("matter", list(MatterKind))
def test_the_work_of_a_review_is_not_counted(db: None, kind: str, matter: MatterKind) -> None:
    tell(
        [
            Line(kind, "touched", 10, code=matter),
            Line("ball.touched", "touched", 24),
            Line(kind, "late", 10, code=matter),
            Line("ball.touched", "late", 25),
            Line(kind, "young", 90, code=matter),
        ]
    )
    counted = Share(n=2, k=1, running=1)
    expected = Share(0, 0) if matter is MatterKind.IMPROVEMENT else counted
    assert share(days_unattended.measure, window(0, 100)) == expected
    assert days_unattended.version == 2
