"""Who may write an initiative, and what it needs: each no with its reason, on both sides of each day."""

from datetime import date, timedelta

import pytest

from marugoto.agencies.codes import Role
from marugoto.evaluation.rules.initiative import (
    may_begin,
    may_change,
    may_end_initiative,
    may_write_initiative,
)
from tests.evaluation.rules.answers import says

TODAY = date(2026, 11, 30)


@pytest.mark.parametrize(
    ("roles", "reason"),
    [
        ({Role.COMMUNITY}, ""),
        ({Role.COORDINATOR}, ""),
        ({Role.PLANNER, Role.COUNSELLOR}, ""),
        ({Role.CHIEF}, ""),
        ({Role.COUNSELLOR}, "取り組みを書けるのは"),
        (set(), "取り組みを書けるのは"),
    ],
)
def test_who_writes(roles: set[Role], reason: str) -> None:
    assert says(may_write_initiative(frozenset(roles)), reason)


@pytest.mark.parametrize(
    ("values", "reason"),
    [
        ({}, ""),
        ({"since": TODAY + timedelta(days=366)}, ""),
        ({"since": TODAY + timedelta(days=367)}, "始まる日が1年より先です。"),
        ({"since": TODAY - timedelta(days=4_000)}, ""),
        ({"name": " "}, "取り組みの名前がありません。"),
        ({"runner": " "}, "だれがしているか"),
        ({"taken": True}, "同じ名前の取り組み"),
    ],
)
def test_what_it_begins_with(values: dict[str, object], reason: str) -> None:
    said = {"name": "畑", "runner": "農政課", "since": TODAY, "today": TODAY, "taken": False} | values
    assert says(may_begin(said.pop("name"), said.pop("runner"), **said), reason)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("why", "running", "reason"),
    [("日を直す", True, ""), (" ", True, "直すわけ"), ("日を直す", False, "もう終えた取り組みです。")],
)
def test_what_is_put_right(why: str, running: bool, reason: str) -> None:
    assert says(may_change(why, running=running), reason)


@pytest.mark.parametrize(
    ("values", "reason"),
    [
        ({}, ""),
        ({"day": TODAY}, ""),  # it ends on the day on which it began
        ({"day": TODAY - timedelta(days=1)}, "終わる日が、始まる日より前です。"),
        ({"running": False}, "もう終えた取り組みです。"),
        ({"reason": " "}, "終えるわけ"),
    ],
)
def test_how_it_ends(values: dict[str, object], reason: str) -> None:
    said = {"reason": "終わり", "running": True, "since": TODAY, "day": TODAY + timedelta(days=9)} | values
    assert says(may_end_initiative(said.pop("reason"), **said), reason)  # type: ignore[arg-type]
