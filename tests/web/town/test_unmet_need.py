"""What people need and the town does not have: without a name, somebody's task, until a place answers it."""

from uuid import UUID, uuid4

import pytest
from django.utils import timezone

from marugoto.community.actions.place import create_place, end_place
from marugoto.community.actions.unmet_need import file_unmet_need
from marugoto.community.codes import Interest, PlaceEnd
from marugoto.community.models import Place, UnmetNeed, UnmetNeedEnding
from marugoto.custody.models import Ball
from tests.database import unwalled
from tests.town import Town
from tests.web.counting import counted
from tests.web.town.asking import see, send, sentence, words
from tests.web.town.conftest import Enter

pytestmark = pytest.mark.django_db


def missing(town: Town, interest: str = "games", team: str = "shakyo-region") -> UnmetNeed:
    """Filed by the participation worker after no place fitted; the community's team holds its ball."""
    by = town("yamashita").at_moment(timezone.now())
    return file_unmet_need(by=by, at=by.at, theme="withdrawal", interest=interest, area="north", team=town.team(team))


def shogi(town: Town) -> Place:
    by = town("hayashi").at_moment(timezone.now())
    return create_place(by=by, at=by.at, values={"name": "木曜の将棋", "days": "木曜"}, interests=[Interest.GAMES])


def endings(town: Town) -> list[UnmetNeedEnding]:
    with unwalled():
        return list(UnmetNeedEnding.objects.within(town.body))


def test_nothing_missing_is_said(enter: Enter) -> None:
    assert sentence(see(enter("tanaka"), "unmet")) == "まだ応えられていないものは、ありません。"


def test_what_is_missing_is_listed_with_its_holder_and_without_a_name(town: Town, enter: Enter) -> None:
    missing(town)
    page = see(enter("hayashi"), "unmet")
    assert sentence(page) == "まだ応えられていないものが1つあります。"
    said = words(page)
    assert "「将棋・囲碁・ゲーム」の場所 ひきこもり・不登校・北部" in said
    assert "林 千春" in said
    assert "だれの必要かは、ここには届きません。" in said


def test_a_place_found_answers_it_and_its_ball_is_settled(town: Town, enter: Enter) -> None:
    need, place, hayashi = missing(town), shogi(town), enter("hayashi")
    assert "木曜の将棋・木曜・まだ確かめていない" in words(see(hayashi, "unmet_need", need.pk))
    assert send(hayashi, "unmet_answer", need.pk, end="place_found", place=place.pk).status_code == 302
    page = words(see(hayashi, "unmet"))
    assert "まだ応えられていないものは、ありません。" in page
    assert "合う場所が見つかった 木曜の将棋" in page
    with unwalled():
        assert Ball.objects.within(town.body).get(pk=need.ball_id).settlement is not None


def test_a_place_is_searched_by_words(town: Town, enter: Enter) -> None:
    need, place = missing(town, interest="garden"), shogi(town)
    hayashi = enter("hayashi")
    assert "木曜の将棋" not in words(see(hayashi, "unmet_need", need.pk))
    assert "木曜の将棋" in words(see(hayashi, "unmet_need", need.pk, text="将棋"))
    answer = send(hayashi, "unmet_answer", need.pk, end="place_made", place=place.pk, text="将棋")
    assert answer.status_code == 302


@pytest.mark.parametrize(
    ("end", "with_place", "says"),
    [
        ("place_found", False, "どの場所かが選ばれていません。"),
        ("not_possible", True, "「いまは作れない」のときは、場所を選びません。"),
        ("", False, "選んでください。"),
    ],
)
def test_an_answer_without_its_place_is_refused(
    town: Town, enter: Enter, end: str, with_place: bool, says: str
) -> None:
    need, place = missing(town), shogi(town)
    page = send(enter("hayashi"), "unmet_answer", need.pk, end=end, place=place.pk if with_place else "")
    assert page.status_code == 422
    assert says in words(page)
    assert endings(town) == []


def test_that_it_cannot_be_made_now_is_an_answer_too(town: Town, enter: Enter) -> None:
    need, hayashi, key = missing(town), enter("hayashi"), uuid4()
    for _ in range(2):
        assert send(hayashi, "unmet_answer", need.pk, key=key, end="not_possible", place="").status_code == 302
    assert [ending.end for ending in endings(town)] == ["not_possible"]
    assert "いまは作れない" in words(see(hayashi, "unmet_need", need.pk))


def test_answered_twice_is_refused_with_a_sentence(town: Town, enter: Enter) -> None:
    need, hayashi = missing(town), enter("hayashi")
    send(hayashi, "unmet_answer", need.pk, end="not_possible", place="")
    assert "もう答えています。" in words(send(hayashi, "unmet_answer", need.pk, end="not_possible", place=""))


def test_an_ended_place_does_not_answer(town: Town, enter: Enter) -> None:
    need, place = missing(town), shogi(town)
    by = town("hayashi").at_moment(timezone.now())
    end_place(by=by, at=by.at, place=place.pk, reason=PlaceEnd.ENDED)
    assert send(enter("hayashi"), "unmet_answer", need.pk, end="place_found", place=place.pk).status_code == 422


def test_only_the_holder_answers_and_the_others_see_why(town: Town, enter: Enter) -> None:
    need = missing(town)
    assert "答えられるのは、ボールを持っている係だけです。" in words(see(enter("mori"), "unmet_need", need.pk))
    page = send(enter("mori"), "unmet_answer", need.pk, end="not_possible", place="")
    assert page.status_code == 422
    assert "おわりにできるのは、持ち手の係だけです。" in words(page)
    assert endings(town) == []


def test_a_coordinator_files_what_she_noticed(town: Town, enter: Enter) -> None:
    hayashi = enter("hayashi")
    assert send(hayashi, "unmet_file", theme="food", interest="meal", area="south").status_code == 302
    assert "「食べる」の場所" in words(see(hayashi, "unmet"))
    assert send(enter("tanaka"), "unmet_file", theme="food", interest="", area="").status_code == 404


def test_a_need_of_nowhere_is_not_there(enter: Enter) -> None:
    assert see(enter("hayashi"), "unmet_need", UUID(int=1)).status_code == 404


def test_the_list_asks_the_same_for_two_and_for_twenty(town: Town, enter: Enter) -> None:
    hayashi, asked = enter("hayashi"), []
    missing(town)
    see(hayashi, "unmet")  # the calendar and the limits of the body are read once a minute
    for count in (2, 18):
        for _ in range(count):
            missing(town)
        with counted() as queries:
            see(hayashi, "unmet")
        asked.append(len(queries))
    assert asked[0] == asked[1] <= 8
