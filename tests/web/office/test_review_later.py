"""Beside what a review stopped stand later values: as they were counted last, or stopped again at the check; a look counts nothing."""

from dataclasses import replace
from datetime import timedelta

import pytest
from django.utils import timezone

from marugoto.agencies.queries.system import system_viewer
from marugoto.evaluation.actions.recount import count_anew
from marugoto.evaluation.queries import frozen
from marugoto.kernel.era import say_era
from marugoto.kernel.jst import local_day
from marugoto.ledger.models import Fact
from tests.reviewed import ahead, changed, cited, closed, effect, means, opened, review_with, ruled, scope
from tests.town import Town
from tests.web.client import text
from tests.web.counting import counted
from tests.web.office.conftest import Enter

pytestmark = pytest.mark.django_db
OTHERS = 14
FACTS = Fact._meta.db_table


def test_what_was_stopped_is_counted_again_beside_it(town: Town, enter: Enter) -> None:
    town.now -= timedelta(days=93)
    decision = review_with(town)
    changed(town, decision)
    address = f"/office/reviews/{decision.scope.review_id}/"
    assert "いまの値" not in text(enter("hirata").get(address))  # nothing stands ready yet
    figures_ready(town)
    said = text(enter("hirata").get(address))
    assert f"いまの値({say_era(local_day(timezone.now()))})" in said
    assert "同じ問いで、次の見直しを始める" in said
    assert "同じ問いで、次の見直しを始める" not in text(enter("kuze").get(address))  # the mayor reads
    effect(town, decision)
    hirata = enter("hirata")
    hirata.get(address)
    with counted() as asked:
        said = text(hirata.get(address))
    assert f"ききめを確かめた日の値({say_era(ahead(town, 0))})" in said
    assert len(asked) <= OTHERS, "\n".join(asked)


def figures_ready(town: Town) -> None:
    at = timezone.now()
    count_anew(by=system_viewer(town.body, at), at=at)


@pytest.mark.parametrize("checked", [False, True], ids=["counted last", "stopped at the check"])
def test_no_measure_runs_when_a_review_is_looked_at(town: Town, enter: Enter, checked: bool) -> None:
    town.now -= timedelta(days=93)
    hirata, reviews = enter("hirata"), []
    for picked in (("I28", "P.1"), ("I28", "I06", "I01", "P.1", "P.2")):
        about = means(town, name=f"{len(picked)}本の")
        review = opened(town, about)
        reviews.append((review, ruled(town, scope(review, about), evidence=cited(town, review, *picked))))
        closed(town, review)
        changed(town, reviews[-1][1], check_on=ahead(town, 1))
    for _, decision in reviews:
        if checked:
            effect(town, decision)
    figures_ready(town)
    costs = []
    for review, _ in reviews:
        address = f"/office/reviews/{review.pk}/"
        hirata.get(address)
        with counted() as asked:
            said = text(hirata.get(address))
        assert ("ききめを確かめた日の値" if checked else "いまの値") in said
        assert not [one for one in asked if FACTS in one]
        costs.append(len(asked))
    assert costs[0] == costs[1] <= OTHERS, costs


def test_each_later_value_has_its_own_day_and_says_when_it_was_counted_otherwise(
    town: Town, enter: Enter, monkeypatch: pytest.MonkeyPatch
) -> None:
    town.now -= timedelta(days=93)
    one, other = means(town, name="当番"), means(town, name="ひな形")
    review = opened(town, one, other)
    figures = cited(town, review)
    decisions = [ruled(town, scope(review, about), evidence=figures) for about in (one, other)]
    closed(town, review)
    days = []
    for number, decision in enumerate(decisions):
        changed(town, decision, check_on=ahead(town, 10 * (number + 1)))
        if number:
            anew = replace(frozen.BY_CODE["I28"], version=99)
            monkeypatch.setattr(frozen, "BY_CODE", {**frozen.BY_CODE, "I28": anew})
        effect(town, decision)
        days.append(say_era(ahead(town, 0)))
    address, otherwise = f"/office/reviews/{review.pk}/", "で数えた値。止めた値とは、そのままくらべられません。"
    said = text(enter("hirata").get(address))
    assert days[0] != days[1]
    assert f"I28 気づいた人への返事 0件 0件 {days[0]} 0件 {days[1]}" in said
    assert f"{days[1]} 定義 99{otherwise}" in said
    assert said.count(otherwise) == 1


def test_a_day_of_the_check_that_is_past_is_said_to_be_past(town: Town, enter: Enter) -> None:
    town.now -= timedelta(days=93)
    decision = review_with(town)
    changed(town, decision)
    day = say_era(ahead(town, 90))
    pages = ("/office/reviews/", f"/office/reviews/{decision.scope.review_id}/")
    listed, one = (text(enter("hirata").get(address)) for address in pages)
    assert f"ききめを確かめる日({day})を過ぎています" in listed
    assert "ききめを確かめる日を過ぎたものが1つあります。" in listed
    assert "これから確かめます" not in listed
    assert f"ききめ 確かめる日({day})を過ぎています。" in one
    assert "に確かめる" not in listed + one
    effect(town, decision)
    assert not ["過ぎています" for address in pages if "過ぎています" in text(enter("hirata").get(address))]
