"""A leaving worker hands many balls on at once, and the chief hears of what does not move."""

from collections.abc import Callable
from datetime import timedelta

import pytest
from django.utils import timezone
from playwright.sync_api import expect

from marugoto.casework.actions.need import add_need
from marugoto.custody.queries.escalation import escalation_book
from marugoto.intake.rules.troubles import TroubleCode
from marugoto.kernel.era import say_day, say_era
from marugoto.kernel.jst import local_day
from tests.begun import asked_outside, supported
from tests.journeys.hand import Hand
from tests.town import Town

pytestmark = [pytest.mark.journey, pytest.mark.django_db(transaction=True)]
HandOf = Callable[..., Hand]


@pytest.mark.voice("2C-4")
def test_many_balls_are_handed_on_at_once_and_taken_back(hand_of: HandOf, town: Town) -> None:
    case = supported(town)
    for title in ("住むところ", "通院の足"):
        add_need(by=town("tanaka"), at=town.later(), case=case, theme=TroubleCode.HOUSING, title=title)
    tanaka = hand_of("田中 美咲")
    tanaka.page.goto(f"{tanaka.home}/desk/succession/offers/new/")
    tanaka.page.get_by_label("だれに、どの係に渡しますか").select_option(label="北部包括 総合相談")
    tanaka.choose("なぜ", "いまの係だけでは手が足りない")
    for box in tanaka.page.locator("li.succession input[type=checkbox]").all():
        box.check()
    tanaka.write("みんなに書くひとこと", "いちど話を聞いてください。")
    tanaka.press("まとめて渡す")
    tanaka.sees("一つだけ渡す")  # the lead of the household, which another house may not read without being asked
    tanaka.heading("へのボール: 返事待ち2つ、渡していない1つ。")
    tanaka.press("まだのものを、まとめて取り下げる")
    tanaka.sees("2つを取り下げました。")
    tanaka.heading("へのボール: 取り下げた2つ、渡していない1つ。")
    assert tanaka.page.get_by_text("取り下げました", exact=True).count() == 2


@pytest.mark.voice("5-2")
def test_the_office_tries_the_steps_before_it_sets_them(hand_of: HandOf, town: Town) -> None:
    honma = hand_of("本間 里奈")
    honma.page.goto(f"{honma.home}/office/escalations/")
    honma.choose("どんなとき", "「困った」に返事がない", inside=honma.panel("段取りを変える"))
    honma.write("課長に、何開庁日で知らせるか", "3")
    honma.press("きょうのボールで試す")
    honma.sees("まだ何も変えていません。")
    honma.write("変えるわけ", "課長にも届くように")
    honma.press("変える")
    honma.sees("課長 3開庁日")
    assert [line.setting.steps.chief for line in escalation_book(town("honma"))] == [3]
    it_is_muted_for_a_time_and_the_tower_sees_that(honma, hand_of)


def it_is_muted_for_a_time_and_the_tower_sees_that(honma: Hand, hand_of: HandOf) -> None:
    """Without a reason it is not; muted it counts on, and stands where the tower looks."""
    until = local_day(timezone.now()) + timedelta(days=20)
    for reason in ("", "電話工事の間"):
        mute = honma.panel("しばらく止める")
        honma.choose("どんなとき", "「困った」に返事がない", inside=mute)
        honma.write("いつから、また知らせるか", say_era(until), inside=mute)
        if reason:
            honma.write("止めるわけ", reason, inside=mute)
        honma.press("止める", inside=mute)
        honma.sees("数には入り、司令塔の表に「知らせを止めている」と出ます。" if reason else "書いてください。")
    mori = hand_of("森 健一")
    mori.follow("司令塔")
    expect(mori.panel("止めている知らせ")).to_contain_text(f"{say_day(until)}から、また知らせます。")
    expect(mori.panel("止めている知らせ")).to_contain_text("電話工事の間")


@pytest.mark.voice("F-2")
def test_a_route_has_days_of_its_own_for_its_answer(hand_of: HandOf, town: Town) -> None:
    """The hospital settles what it takes once a week: the house says so, and whoever asks it reads the day that follows."""
    honma = hand_of("本間 里奈")
    honma.page.goto(f"{honma.home}/office/limits/")
    honma.follow("道筋ごとの返事の日数を開く")
    honma.heading("返事の日数は、どの道筋も急ぎかたのとおりです。")
    honma.choose("どの機関に渡すとき", "みなも中央病院")
    honma.choose("何のボール", "必要")
    honma.write("何開庁日で返事をもらうか", "8")
    honma.press("決める")
    honma.sees("変えるわけ")
    honma.write("変えるわけ", "連携室の会議が週に一度のため")
    honma.press("決める")
    honma.sees("もう頼んである返事の期限は変わりません。")
    row = honma.panel("いまの道筋").locator("tbody tr")
    expect(row).to_have_count(1)
    for words in ("中央病院に渡すとき・必要", "8開庁日", "本間 里奈", "連携室の会議が週に一度のため"):
        expect(row).to_contain_text(words)
    town.now = timezone.now() - timedelta(minutes=10)  # of the day on which the house has said so
    asked_outside(town)
    tanaka = hand_of("田中 美咲")
    tanaka.follow("世帯")
    tanaka.follow("上田さん世帯")
    expect(tanaka.need("薬を見てもらう")).to_contain_text("中央病院 地域連携室")
    expect(tanaka.need("薬を見てもらう")).to_contain_text("あと8開庁日")
