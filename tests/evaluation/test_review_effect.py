"""Whether a change helped is said on its day, harm at once; and a closed review is published once."""

from datetime import date, timedelta

import pytest

from marugoto.evaluation.actions import means_review
from marugoto.evaluation.codes import Effect
from marugoto.evaluation.queries import means_review as reviews
from marugoto.evaluation.rules.review import may_check_effect
from marugoto.kernel.decision import Refused
from marugoto.kernel.jst import local_day
from tests.reviewed import ahead, closed, means, opened, ruled, scope
from tests.town import Town, settle_town


@pytest.fixture
def town(db: None) -> Town:
    return settle_town()


@pytest.mark.parametrize(
    ("said", "days", "refused"),
    [
        (Effect.BETTER, 89, True),
        (Effect.SAME, 89, True),
        (Effect.WORSE, 0, False),
        (Effect.UNCLEAR, 0, False),
        (Effect.BETTER, 90, False),
        (Effect.SAME, 90, False),
    ],
)
def test_that_it_helped_is_said_on_its_day_and_harm_at_once(said: Effect, days: int, refused: bool) -> None:
    began = date(2026, 11, 30)
    answer = may_check_effect(
        said,
        "41件中17件から、44件中36件。",
        holds=True,
        changed=True,
        checked=False,
        check_on=began + timedelta(days=90),
        today=began + timedelta(days=days),
    )
    assert bool(answer) is not refused
    assert not refused or answer.reason == "ききめを確かめる日(令和9年2月28日)が、まだ来ていません。"


@pytest.mark.django_db
def test_a_closed_review_is_published_once_and_on_no_day_to_come(town: Town) -> None:
    about = means(town)
    review = opened(town, about)
    said = {"review": review.pk, "where": "市ホームページ", "outside": "手段まで変えた。"}
    day = local_day(town.now)
    with pytest.raises(Refused, match="まだ閉じていない"):
        means_review.publish_review(by=town("hirata"), at=town.later(), day=day, **said)
    ruled(town, scope(review, about))
    closed(town, review)
    with pytest.raises(Refused, match="公表した日が先です"):
        means_review.publish_review(by=town("hirata"), at=town.later(), day=ahead(town, 1), **said)
    with pytest.raises(Refused, match="どこに公表したか"):
        means_review.publish_review(by=town("hirata"), at=town.later(), day=day, **said | {"where": " "})
    with pytest.raises(Refused, match=r"見直しを閉じた日\(.*\)より前です"):
        means_review.publish_review(by=town("hirata"), at=town.later(), day=ahead(town, -1), **said)
    made = means_review.publish_review(by=town("hirata"), at=town.later(), day=day, **said)
    assert (made.medium, made.outside) == ("市ホームページ", "手段まで変えた。")
    with pytest.raises(Refused, match="もう書かれています"):
        means_review.publish_review(by=town("hirata"), at=town.later(), day=day, **said)
    (seen,) = [one for one in reviews.reviews(town("hirata")) if one.review.pk == review.pk]
    assert seen.review.publication.day == day
