"""What is said of what was open and is no more: for every ground what is missing, and a way on."""

import pytest

from marugoto.disclosure.rules.basis import BASES, Basis
from marugoto.disclosure.rules.closed import OF_A_ROLE, OF_A_SEAT, what_is_missing


@pytest.mark.parametrize("basis", BASES, ids=lambda one: one.article)
@pytest.mark.parametrize("seat", [True, False])
def test_each_ground_says_what_is_missing_and_what_to_do(basis: Basis, seat: bool) -> None:
    missing = what_is_missing(basis, seat=seat)
    assert missing.what.endswith("。")
    assert missing.way_on.endswith("。")
    assert (missing in {OF_A_SEAT, OF_A_ROLE}) is basis.by_conference
    assert not basis.by_conference or (missing is OF_A_SEAT) is seat
