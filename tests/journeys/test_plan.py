"""Where a plan is made: what fits the household stands beside it, any place is found, and what the prefecture provides is at hand."""

from collections.abc import Callable
from datetime import timedelta

import pytest
from django.utils import timezone
from playwright.sync_api import expect

from marugoto.casework.actions.need import add_need
from marugoto.community.actions.place import create_place
from marugoto.community.codes import Interest
from marugoto.intake.rules.troubles import TroubleCode
from marugoto.kernel.era import say_era
from marugoto.kernel.jst import local_day
from marugoto.participation.actions.wish import hear_wish
from tests.begun import supported
from tests.beside import provided
from tests.journeys.hand import Hand
from tests.town import Town

pytestmark = [pytest.mark.journey, pytest.mark.django_db(transaction=True)]
HandOf = Callable[..., Hand]


@pytest.mark.parametrize("way", ["mouse", "noscript"])
@pytest.mark.voice("1-9")
def test_the_plan_is_made_with_what_there_is(hand_of: HandOf, town: Town, way: str) -> None:
    many_places(town)
    tanaka = hand_of("田中 美咲", way)
    tanaka.follow("世帯")
    tanaka.follow("上田さん世帯")
    tanaka.follow_in(tanaka.panel("プラン"), "作る")
    tanaka.write("めざすこと", "外で過ごす", inside=tanaka.page.get_by_role("group", name="めざすこと1"))
    there = tanaka.panel("使えるもの(地域と県)")
    expect(there).to_contain_text("木曜の将棋")
    expect(there).to_contain_text("家賃の低い住まいへの入居支援")
    tanaka.press("一歩に入れる: 木曜の将棋", inside=there)
    a_place_is_looked_for(tanaka)
    the_menu_of_the_prefecture_becomes_a_step(tanaka)
    tanaka.write("見直しの日", say_era(local_day(timezone.now()) + timedelta(days=60)))
    tanaka.choose("本人と確かめましたか", "本人と確かめた")
    tanaka.press("案にする")
    tanaka.heading("プランは「案」です。")
    for words in ("木曜の将棋につなぐ", "わの広場につなぐ", "家賃の低い住まいへの入居支援を使う"):
        tanaka.sees(words)


def many_places(town: Town) -> None:
    """One fits the wish that was heard; another is the last by kana of more than can be chosen from."""
    case = supported(town)
    hayashi = town("hayashi")
    provided(town, name="家賃の低い住まいへの入居支援")
    create_place(by=hayashi, at=town.later(), values={"name": "木曜の将棋", "days": "木曜"}, interests=[Interest.GAMES])
    for number in range(55):
        create_place(by=hayashi, at=town.later(), values={"name": f"あおぞら会 {number}"})
    wide = {"name": "わの広場", "name_kana": "わのひろば", "services": "竹とんぼづくり"}
    create_place(by=hayashi, at=town.later(), values=wide)
    need = add_need(by=town("tanaka"), at=town.later(), case=case, theme=TroubleCode.HOUSING, title="外で過ごせる場所")
    hear_wish(by=town("tanaka"), at=town.later(), need=need.pk, words="将棋", interests=[Interest.GAMES])


def a_place_is_looked_for(tanaka: Hand) -> None:
    """What was typed stays."""
    expect(tanaka.page.get_by_role("group", name="一歩1").get_by_label("すること")).to_have_value("木曜の将棋につなぐ")
    there = tanaka.panel("使えるもの(地域と県)")
    expect(there).not_to_contain_text("わの広場")
    tanaka.write("地域の場所をさがす", "竹とんぼ", inside=there)
    tanaka.press("さがす", inside=there)
    expect(tanaka.page.get_by_role("group", name="めざすこと1").get_by_label("めざすこと")).to_have_value("外で過ごす")
    tanaka.press("一歩に入れる: わの広場", inside=tanaka.panel("使えるもの(地域と県)"))
    expect(tanaka.page.get_by_role("group", name="一歩2").get_by_label("すること")).to_have_value("わの広場につなぐ")


def the_menu_of_the_prefecture_becomes_a_step(tanaka: Hand) -> None:
    there = tanaka.panel("使えるもの(地域と県)")
    tanaka.press("一歩に入れる: 家賃の低い住まいへの入居支援", inside=there)
    step = tanaka.page.get_by_role("group", name="一歩3")
    expect(step.get_by_label("すること")).to_have_value(
        "家賃の低い住まいへの入居支援を使う(電話 県 地域福祉課 0000-11-2100)"
    )
