"""What has to be said for an indicator to stand otherwise; only an end has to have its reason."""

import pytest

from marugoto.evaluation.codes import Standing
from marugoto.evaluation.rules.earning import may_stand
from tests.evaluation.rules.answers import says


@pytest.mark.parametrize(
    ("to", "reason"), [(Standing.LIVE, ""), (Standing.PARKED, ""), (Standing.RETIRED, "終えるわけ")]
)
def test_an_end_has_its_reason(to: Standing, reason: str) -> None:
    assert says(may_stand(to, Standing.SEED, decision="係の置き方", turning="50%", duty=False, reason=" "), reason)
