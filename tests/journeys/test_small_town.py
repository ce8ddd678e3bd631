"""One day of the officer of 穂高沢町, in the browser: a call becomes a household with a plan that is decided, and she chooses no hat."""

from collections.abc import Callable
from datetime import timedelta

import pytest
from django.utils import timezone

from marugoto.kernel.jst import local_day
from tests.journeys.hand import Hand

pytestmark = [pytest.mark.journey, pytest.mark.django_db(transaction=True)]
HandOf = Callable[..., Hand]
GOAL = "週に一度、町まで出かける"


@pytest.mark.parametrize("way", ["mouse", "keyboard"])
@pytest.mark.voice("2C-1", "2C-4", "2C-5")
def test_a_call_becomes_a_household_with_a_plan_at_one_desk(hand_of: HandOf, way: str) -> None:
    aruga = hand_of("有賀 千草", way)
    aruga.sees("福祉係長")  # the hat that can do most is on, and nobody chose it
    a_daughter_calls(aruga)
    the_support_begins_in_place(aruga)
    a_plan_is_made_and_decided(aruga)
    assert not [one for one in whom_she_may_ask(aruga) if one.startswith("住民福祉課")]  # all of these are herself


def a_daughter_calls(aruga: Hand) -> None:
    aruga.follow("相談を受ける")
    aruga.choose("どこで", "電話")
    aruga.write("呼び名", "小沢さん")
    aruga.write("来た人(本人でないとき)", "東京の長女")
    aruga.choose("◎ いちばん困っていること(一つだけ)", "介護")
    aruga.write("話したこと", "母が一人で暮らしている。")
    aruga.press("受け付ける")
    aruga.sees("相談を受け付けました。")


def the_support_begins_in_place(aruga: Hand) -> None:
    """On the page of the consultation, then on the household's own."""
    aruga.open("世帯の支援を始める")
    aruga.choose("圏域", "里")
    aruga.write("名前", "小沢 ハル", inside=aruga.page.locator("fieldset.member").first)
    aruga.press("支援を始める")
    aruga.heading("小沢さん世帯")
    aruga.open("必要を足す")
    aruga.write("何が必要ですか", "通院の足")
    aruga.choose("どの困りごとに近いですか", "介護")
    aruga.press("足す")
    aruga.sees("必要を足しました。ボールはあなたの係が持っています。")
    aruga.write("見たこと・聞いたこと", "家を訪ねて、お茶をいただいた。")
    aruga.choose("どうやって", "訪問")
    aruga.press("記録する")
    aruga.sees("記録しました。")


def a_plan_is_made_and_decided(aruga: Hand) -> None:
    aruga.open("プランを作る")
    review = local_day(timezone.now()) + timedelta(days=60)
    aruga.write("見直しの日", review.isoformat())
    aruga.choose("本人と確かめましたか", "本人と確かめた")
    aruga.write("めざすこと", GOAL, inside=aruga.page.get_by_role("group", name="めざすこと1"))
    step = aruga.page.get_by_role("group", name="一歩1")
    aruga.write("すること", "いっしょにバスに乗る", inside=step)
    aruga.choose("どの係が", "住民福祉課 福祉係", inside=step)
    aruga.press("案にする")
    aruga.heading("プランは「案」です。")
    aruga.write("だれと、いつ確かめましたか", "課長と保健師に、けさの打合せで見てもらった。")
    aruga.press("確かめた")
    aruga.heading("プランは「関係者と確かめた」です。")
    aruga.press("穂高沢町として決める")
    aruga.heading("プランは「市町村が決めた」です。")
    aruga.press("始める")
    aruga.heading("プランは「進めている」です。")


def whom_she_may_ask(aruga: Hand) -> list[str]:
    """From the household, where the plan stands now."""
    aruga.follow("世帯にもどる")
    aruga.heading("小沢さん世帯")
    aruga.sees(GOAL)
    aruga.follow("渡す")
    aruga.sees("この自治体で開ける会議(地域ケア会議・要保護児童対策地域協議会)のうち、その方に合うものにかけられます。")
    aruga.does_not_see("支援会議")
    aruga.heading("を、どの係に渡しますか。")
    choices = aruga.page.get_by_label("どの係に渡しますか").locator("option").all_inner_texts()
    assert "保健センター 保健師" in choices
    return choices
