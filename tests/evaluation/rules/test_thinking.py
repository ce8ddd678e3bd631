"""Who may write what a body thinks of its system, and what each line of it needs: every no with its reason."""

from datetime import date, timedelta

import pytest

from marugoto.agencies.codes import Role
from marugoto.evaluation.rules.necessity import Answer
from marugoto.evaluation.rules.thinking import (
    Fulfils,
    LawSays,
    may_change_edition,
    may_decide,
    may_list,
    may_say_town,
    may_think,
    may_try,
    months_after,
)
from tests.evaluation.rules.answers import says

TODAY = date(2026, 11, 30)
BEFORE, AFTER = TODAY - timedelta(days=1), TODAY + timedelta(days=1)


@pytest.mark.parametrize(
    ("roles", "contracted", "reason"),
    [
        ({Role.PLANNER}, False, ""),
        ({Role.CHIEF, Role.COUNSELLOR}, False, ""),
        ({Role.PLANNER}, True, "書けるのは"),
        ({Role.COUNSELLOR}, False, "書けるのは"),
        (set(), True, "書けるのは"),
    ],
)
def test_the_body_thinks_for_itself(roles: set[Role], contracted: bool, reason: str) -> None:
    assert says(may_think(frozenset(roles), contracted=contracted), reason)


@pytest.mark.parametrize(
    ("values", "reason"),
    [
        ({}, ""),
        ({"name": " "}, "制度の名前か"),
        ({"runner": ""}, "制度の名前か"),
        ({"fulfils": {"F1": Fulfils.PART, "F2": Fulfils.WHOLE}}, ""),
        ({"fulfils": {"F1": Fulfils.PART, "F2": Fulfils.WHOLE}, "evidence": " "}, "「果たしている」とするよりどころ"),
        ({"fulfils": {"F1": Fulfils.PART}, "evidence": ""}, ""),
    ],
)
def test_what_is_listed(values: dict[str, object], reason: str) -> None:
    said = {"name": "窓口", "runner": "福祉課", "fulfils": {}, "evidence": "要綱"} | values
    assert says(may_list(**said), reason)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("again", "gone", "why", "reason"),
    [
        (False, False, "", ""),
        (True, False, "増員", ""),
        (True, False, " ", "直すわけ"),
        (True, True, "増員", "もう一覧から"),
        (False, True, "", "もう一覧から"),
    ],
)
def test_an_edition_after_another(again: bool, gone: bool, why: str, reason: str) -> None:
    assert says(may_change_edition(again=again, gone=gone, reason=why), reason)


@pytest.mark.parametrize(
    ("values", "reason"),
    [
        ({}, ""),
        ({"since": TODAY}, ""),
        ({"since": AFTER}, "始めた日が、まだ"),
        ({"instrument": " "}, "何を試したか"),
        ({"until": TODAY}, ""),
        ({"until": AFTER}, "終えた日が合いません。"),
        ({"since": BEFORE, "until": BEFORE}, ""),  # of one day
        ({"since": TODAY, "until": BEFORE}, "終えた日が合いません。"),
    ],
)
def test_what_was_tried(values: dict[str, object], reason: str) -> None:
    said = {"instrument": "当番", "since": BEFORE, "until": None, "today": TODAY} | values
    assert says(may_try(**said), reason)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("source", "law", "law_source", "reason"),
    [
        ("予算書", LawSays.UNSURE, "", ""),
        ("予算書", LawSays.YES, "条文", ""),
        ("予算書", LawSays.NO, " ", "支援会議を開けるかどうか"),
        (" ", LawSays.UNSURE, "", "何で確かめたか"),
    ],
)
def test_what_a_town_says_of_itself(source: str, law: LawSays, law_source: str, reason: str) -> None:
    assert says(may_say_town(source=source, law=law, law_source=law_source), reason)


@pytest.mark.parametrize(
    ("values", "reason"),
    [
        ({}, ""),
        ({"day": AFTER}, "決めた日が、まだ"),
        ({"decided": " "}, "決めたことか"),
        ({"survey": " "}, "決めたことか"),
        ({"survey": " ", "waves": 1}, ""),
        ({"talks": 0}, "だれと話し合ったか"),
        ({"talks": 0, "answer": Answer.W0}, ""),
        ({"last": TODAY}, ""),
        ({"last": AFTER}, "決めた日よりあとの調査か話し合い"),
        ({"last": TODAY, "day": BEFORE}, "決めた日よりあとの調査か話し合い"),
        ({"registered": False}, "「使う」と決めるのに要る三つ"),
        ({"registered": False, "follows": False}, ""),
        ({"registered": False, "answer": Answer.N}, ""),
    ],
)
def test_what_a_decision_rests_on(values: dict[str, object], reason: str) -> None:
    known = {"answer": Answer.J, "follows": True, "decided": "使う", "survey": "調べた", "talks": 1}
    said = known | {"registered": True, "day": TODAY, "today": TODAY} | values
    assert says(may_decide(**said), reason)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("months", "day"), [(1, date(2026, 12, 30)), (3, date(2027, 2, 28)), (13, date(2027, 12, 30)), (0, TODAY)]
)
def test_the_same_day_some_months_on(months: int, day: date) -> None:
    assert months_after(TODAY, months) == day
