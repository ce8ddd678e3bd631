"""Where a plan is made, what there is stands beside it: what fits the household first, what is looked for, what the prefecture provides."""

from datetime import timedelta
from typing import Any
from uuid import UUID, uuid4

import pytest
from django.db import transaction
from django.http import HttpResponse
from django.test import Client

from marugoto.casework.actions.need import add_need
from marugoto.casework.models import Step
from marugoto.community.actions.place import create_place
from marugoto.community.codes import Interest
from marugoto.intake.rules.troubles import TroubleCode
from marugoto.kernel.jst import local_day
from marugoto.participation.actions.wish import hear_wish
from tests.beside import provided
from tests.database import unwalled
from tests.story import Story
from tests.town import HOTAKAZAWA, Town
from tests.web.client import signed_in, text
from tests.web.counting import counted
from tests.web.desk.test_one_desk import household

pytestmark = pytest.mark.django_db
LIMIT = 14


def placed(town: Town, name: str, **values: Any) -> UUID:
    return create_place(by=town("hayashi"), at=town.later(), values={"name": name, **values}).pk


def crowded(town: Town) -> UUID:
    """More places than anybody chooses from by scrolling; the one that is looked for is the last by kana."""
    with transaction.atomic():
        for number in range(60):
            placed(town, f"あおぞら会 {number}", name_kana=f"あおぞらかい{number}")
        return placed(town, "わの広場", name_kana="わのひろば", services="竹とんぼづくり")


def send(client: Client, case: UUID, **said: str) -> HttpResponse:
    return client.post(f"/desk/households/{case}/plans/", {"key": str(uuid4()), **said}, follow=True)


def written(town: Town) -> dict[str, str]:
    review = (local_day(town.later()) + timedelta(days=30)).isoformat()
    return {"agreement": "agreed", "review_on": review, "goal_0": "外へ出る", "wish": "何か作りたい"}


def test_a_place_beyond_the_first_fifty_is_found_and_becomes_a_step(town: Town, story: Story) -> None:
    wanted, tanaka, typed = crowded(town), signed_in("tanaka"), written(town)
    assert "あおぞら会" not in text(tanaka.get(f"/desk/households/{story.case}/plans/new/"))
    found = send(tanaka, story.case, more="place", place_words="竹とんぼ", **typed)
    assert "わの広場" in text(found)
    assert "何か作りたい" in text(found)
    assert "あおぞら会" not in text(found)
    taken = send(tanaka, story.case, take=str(wanted), place_words="竹とんぼ", **typed).content.decode()
    assert 'value="わの広場につなぐ"' in taken
    assert f'<option value="{wanted}" selected>' in taken
    team = str(town.team("shakyo-join"))
    step = {"step_0": "わの広場につなぐ", "step_place_0": str(wanted), "step_team_0": team}
    made = send(tanaka, story.case, **typed, **step)  # what was looked for is no longer said
    assert "プランの案ができました。" in text(made)
    with unwalled():
        assert Step.objects.within(town.body).get(words="わの広場につなぐ").place == wanted


def test_words_that_find_nothing_say_what_to_do(town: Town, story: Story) -> None:
    crowded(town)
    page = text(send(signed_in("tanaka"), story.case, more="place", place_words="飛行船", **written(town)))
    assert "この言葉では、場所は見つかりません。" in page


def test_what_fits_the_wish_stands_first_with_its_reason(town: Town, story: Story) -> None:
    tanaka, page = signed_in("tanaka"), f"/desk/households/{story.case}/plans/new/"
    create_place(
        by=town("hayashi"), at=town.later(), values={"name": "土曜の将棋", "days": "土曜"}, interests=[Interest.GAMES]
    )
    assert "一歩に入れる: 土曜の将棋" not in tanaka.get(page).content.decode()
    hear_wish(by=town("tanaka"), at=town.later(), need=story.need, words="将棋", interests=[Interest.GAMES])
    shown = tanaka.get(page).content.decode()
    assert "一歩に入れる: 土曜の将棋" in shown
    assert '<optgroup label="この世帯に合いそうな場所">' in shown


def test_what_the_prefecture_provides_is_offered_and_becomes_a_step(town: Town, story: Story) -> None:
    menu, tanaka = provided(town, name="農福連携の畑"), signed_in("tanaka")
    assert menu.name in text(tanaka.get(f"/desk/households/{story.case}/plans/new/"))
    taken = send(tanaka, story.case, take=str(menu.pk), **written(town)).content.decode()
    assert f'value="{menu.name}を使う(電話 {menu.contact})"' in taken


def test_what_is_not_offered_is_not_taken(town: Town, story: Story) -> None:
    page = send(signed_in("tanaka"), story.case, take=str(uuid4()), **written(town)).content.decode()
    assert "につなぐ" not in page


def test_many_needs_and_places_ask_no_more_than_one(town: Town, story: Story) -> None:
    tanaka, page = signed_in("tanaka"), f"/desk/households/{story.case}/plans/new/"
    hear_wish(by=town("tanaka"), at=town.later(), need=story.need, words="将棋", interests=[Interest.GAMES])
    few = asked(tanaka, page)
    for number in range(5):
        at = town.later()
        need = add_need(by=town("tanaka"), at=at, case=story.case, theme=TroubleCode.HOUSING, title=f"{number}つめ")
        hear_wish(by=town("tanaka"), at=town.later(), need=need.pk, words="将棋", interests=[Interest.GAMES])
    crowded(town)
    many = asked(tanaka, page)
    assert len(many) == len(few), sorted({one[:200] for one in many} ^ {one[:200] for one in few})
    assert len(many) <= LIMIT, "\n".join(one[:200] for one in many)


def asked(client: Client, page: str) -> list[str]:
    client.get(page)
    with counted() as statements:
        assert client.get(page).status_code == 200
    return statements


def test_at_one_desk_what_is_typed_goes_along_to_what_is_offered(town: Town) -> None:
    town.body = HOTAKAZAWA
    case, aruga = household(town), signed_in("aruga")
    assert "地域の場所や県のメニューからえらぶ" in text(aruga.get(f"/desk/households/{case}/"))
    page = send(aruga, case, more="place", **written(town))
    assert "何か作りたい" in text(page)
    assert "使えるもの(地域と県)" in text(page)
