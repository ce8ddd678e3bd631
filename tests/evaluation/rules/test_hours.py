"""Who may say the hours of the coordination: the most, the least, and the eighth half-year back."""

from datetime import date

import pytest

from marugoto.evaluation.rules.hours import may_declare
from tests.evaluation.rules.answers import says


@pytest.mark.parametrize(
    ("values", "reason"),
    [
        ({"hours": 0}, ""),
        ({"hours": 20_000}, ""),
        ({"hours": 20_001}, "時間は0から20000までで書きます。"),
        ({"hours": -1}, "時間は0から20000までで書きます。"),
        ({"last": date(2023, 3, 31)}, ""),  # the eighth
        ({"last": date(2022, 9, 30)}, "その半期の時間は書けません。"),
        ({"leads": False}, "調整の時間を書けるのは"),
        ({"before": 100}, "令和8年度上半期は、もう100時間と書いてあります。"),
        ({"before": 90}, "令和8年度上半期は、90時間と書いてあります。"),
        ({"before": 0}, "令和8年度上半期は、0時間と書いてあります。"),
        ({"before": 90, "reasoned": True}, ""),
        ({"reasoned": True}, ""),
    ],
)
def test_hours_are_said(values: dict[str, object], reason: str) -> None:
    known = {"last": date(2026, 9, 30), "hours": 100, "today": date(2026, 11, 28), "leads": True}
    assert says(may_declare(**(known | {"before": None, "reasoned": False} | values)), reason)  # type: ignore[arg-type]
