"""Who may say it: those who answer for the whole, and nobody for a household alone."""

import pytest

from marugoto.agencies.codes import Role
from marugoto.evaluation.rules.attestation import may_tend
from tests.evaluation.rules.answers import says


@pytest.mark.parametrize(
    ("roles", "reason"),
    [
        ({Role.PLANNER}, ""),
        ({Role.COORDINATOR, Role.COUNSELLOR}, ""),
        ({Role.CHIEF}, ""),
        ({Role.COUNSELLOR}, "言明を書けるのは"),
        (set(), "言明を書けるのは"),
    ],
)
def test_who_attests(roles: set[Role], reason: str) -> None:
    says(may_tend(frozenset(roles)), reason)
