"""The boxes of the form, and how soon a newcomer must be seen to."""

from datetime import date
from itertools import product

import pytest

from marugoto.custody.codes import Urgency
from marugoto.intake.codes import UrgentAnswer, UrgentCheck
from marugoto.intake.rules.troubles import TROUBLE_SETS, TroubleCode, may_mark, trouble_set, trouble_set_on
from marugoto.intake.rules.urgency import urgency_of


def test_the_form_has_sixteen_boxes_in_its_order() -> None:
    labels = TROUBLE_SETS[-1].labels
    assert len(labels) == 16
    assert set(labels) == set(TroubleCode)
    assert next(iter(labels.values())) == "病気や健康、障害"
    assert list(labels.values())[-1] == "その他"


def test_each_version_is_in_force_on_its_days() -> None:
    assert trouble_set_on(date(2026, 11, 26)).version == TROUBLE_SETS[-1].version
    assert trouble_set_on(date(1999, 1, 1)) is TROUBLE_SETS[0]
    for one in TROUBLE_SETS:
        assert trouble_set(one.version) is one


@pytest.mark.parametrize(
    ("marked", "pressing", "said"),
    [
        ([], [], ""),
        (["debt", "care"], [], ""),
        (["debt", "care"], ["care"], ""),
        (list(TroubleCode), ["food"], ""),
        (["debt", "care"], ["care", "debt"], "一つだけ"),
        (["debt"], ["care"], "○をつけたものの中から"),
        ([], ["care"], "○をつけたものの中から"),
    ],
)
def test_many_are_marked_and_at_most_one_of_them_is_the_most_pressing(
    marked: list[str], pressing: list[str], said: str
) -> None:
    decision = may_mark(marked, pressing)
    assert bool(decision) is (not said)
    assert said in decision.reason
    assert bool(decision.way_on) is bool(said)


def test_life_and_violence_come_first_then_food_and_bed_and_silence_is_not_safety() -> None:
    for answers in product(UrgentAnswer, repeat=len(UrgentCheck)):
        checks = dict(zip(UrgentCheck, answers, strict=True))
        yes = {check for check, answer in checks.items() if answer is UrgentAnswer.YES}
        found = urgency_of(checks)
        if yes & {UrgentCheck.VIOLENCE, UrgentCheck.LIFE}:
            assert found is Urgency.NOW
        elif yes:
            assert found is Urgency.SOON
        else:
            assert found is Urgency.USUAL
    assert urgency_of({}) is Urgency.USUAL
