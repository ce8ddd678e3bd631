"""What is printed of a ground names the provision that applies to this body, and says where it was not checked against the law."""

from datetime import date

import pytest

from marugoto.disclosure.codes import BasisCode
from marugoto.disclosure.rules.basis import BY_CODE, in_use


@pytest.mark.parametrize(
    ("says", "day", "verified"),
    [
        ({"multilayered": "yes"}, date(2026, 11, 25), True),
        ({"support_conference_for_all": "yes"}, date(2026, 11, 25), False),
        ({"multilayered": "yes", "support_conference_for_all": "yes"}, date(2026, 11, 25), True),
        ({"support_conference_for_all": "yes"}, date(2025, 12, 31), True),
        ({}, date(2026, 11, 25), True),
    ],
)
def test_the_version_that_applies_is_named(says: dict[str, str], day: date, verified: bool) -> None:
    found = in_use(BasisCode.SUPPORT_CONFERENCE, profile=says, day=day)
    assert found.verified is verified
    assert ("2026年の改正" in found.article) is not verified


def test_what_has_one_version_only_is_that_one() -> None:
    many = {BasisCode.SUPPORT_CONFERENCE}
    assert all(in_use(code, profile={}, day=date(2026, 11, 25)) is BY_CODE[code] for code in set(BasisCode) - many)
