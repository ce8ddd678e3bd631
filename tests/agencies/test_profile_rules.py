"""What a body has or has not: who says so, from which day, and by what he made sure."""

from datetime import date, timedelta
from typing import Any

import pytest

from marugoto.agencies.rules.profile import may_say_profile

TODAY = date(2026, 11, 24)
GOOD = {
    "keeps_house": True,
    "name": "multilayered",
    "value": "yes",
    "source": "要綱 令和8年11月1日",
    "since": TODAY,
    "today": TODAY,
    "days": (),
}


@pytest.mark.parametrize(
    ("other", "says"),
    [
        ({}, ""),
        ({"keeps_house": False}, "庶務か課長"),
        ({"name": "population"}, "変えられる項目ではありません"),
        ({"name": "called_support_conference", "value": "まるごと会議"}, ""),
        ({"name": "check_months_salon", "value": "3"}, ""),
        ({"name": "check_months_salon", "value": "0"}, "1か月から60か月"),
        ({"value": "maybe"}, "「はい」か「いいえ」"),
        ({"source": "　"}, "何で確かめたか"),
        ({"since": TODAY - timedelta(days=1)}, "過ぎた日"),
        ({"days": (TODAY,)}, "もう入っています"),
    ],
)
def test_who_says_what_from_when(other: dict[str, Any], says: str) -> None:
    decision = may_say_profile(**(GOOD | other))
    assert bool(decision) is (not says)
    assert says in decision.reason
