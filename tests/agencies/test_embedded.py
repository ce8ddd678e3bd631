"""The embedded database serves one body and at most ten accounts."""

import pytest

from marugoto.agencies.actions import settle_body
from marugoto.agencies.queries.size import accounts_in_use, bodies_in_use
from marugoto.agencies.queries.system import system_viewer
from marugoto.agencies.rules.embedded import may_run_embedded
from tests.town import MONDAY, settle_town


@pytest.mark.parametrize(
    ("bodies", "accounts", "allowed"), [(0, 0, True), (1, 10, True), (1, 11, False), (2, 1, False), (2, 11, False)]
)
def test_what_fits_on_the_embedded_database(bodies: int, accounts: int, allowed: bool) -> None:
    decision = may_run_embedded(bodies=bodies, accounts=accounts)
    assert bool(decision) is allowed
    assert allowed or "PostgreSQL" in decision.way_on


@pytest.mark.django_db
def test_the_invented_town_counts_for_nothing() -> None:
    settle_town()
    assert (bodies_in_use(), accounts_in_use()) == (0, 0)
    settle_body(by=system_viewer("123456", MONDAY), at=MONDAY, code="123456", name="本番市")
    assert bodies_in_use() == 1
