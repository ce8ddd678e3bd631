"""What has run out is destroyed by two, in the browser: the rule, the list of one, the yes of another, the night, the proof."""

from collections.abc import Callable
from datetime import timedelta

import pytest
from django.utils import timezone

from marugoto.disclosure.actions.books import seal_everywhere
from marugoto.kernel import chain
from marugoto.kernel.era import say_era
from marugoto.people.actions.person import enter_person
from marugoto.retention.actions.destroy import disposal_round
from tests.database import unwalled
from tests.journeys.hand import Hand
from tests.listed import forgotten
from tests.retention.test_destroyed import exported
from tests.retention.test_looks import NEXT, OLD, looked, rows_of
from tests.story import one_household
from tests.town import Town

pytestmark = [pytest.mark.journey, pytest.mark.django_db(transaction=True)]
HandOf = Callable[..., Hand]


def test_what_has_run_out_is_destroyed_by_two_and_a_line_remains(hand_of: HandOf, town: Town) -> None:
    forgotten(town)
    shiraishi, yamazaki = hand_of(town("shiraishi").name), hand_of(town("yamazaki").name)
    rule_of_the_city(shiraishi)
    shiraishi.follow("保存と廃棄")
    shiraishi.sees("保存期間の過ぎたものが1件、一覧を待っています。")
    shiraishi.press("廃棄の一覧をつくる")
    shiraishi.sees("あなたがつくった一覧です。")
    assert shiraishi.page.get_by_role("button", name="決める", exact=True).count() == 0
    address = shiraishi.page.url
    yamazaki.follow("保存と廃棄")
    yamazaki.follow("1号")
    yamazaki.does_not_see("奨学金")  # nobody's words or name stand on a list
    yamazaki.mark("廃棄してよいですか", "一行ずつ確かめました。廃棄してよい")
    yamazaki.press("決める")
    yamazaki.sees("それまでは取り消せます。")
    disposal_round(at=timezone.now() + timedelta(hours=2))
    yamazaki.page.goto(address)
    yamazaki.sees("決まりました。廃棄まで待っています")
    disposal_round(at=timezone.now() + timedelta(days=2))
    shiraishi.page.goto(address)
    shiraishi.sees("1件を廃棄しました。")
    shiraishi.sees("二人が確かめて廃棄しました。")
    assert shiraishi.page.get_by_text("廃棄したものは、戻りません。").count() == 0
    yamazaki.page.goto(f"{yamazaki.home}/")
    yamazaki.sees("1件を廃棄しました。")
    yamazaki.follow("1号")
    yamazaki.sees("二人が確かめて廃棄しました。")
    with unwalled():
        from marugoto.intake.models import Consultation

        assert not Consultation.objects.within(town.body).exists()


def test_one_person_is_held_where_he_is_looked_at_and_freed_by_another(hand_of: HandOf, town: Town) -> None:
    story = one_household(town)
    shiraishi, yamazaki = hand_of(town("shiraishi").name), hand_of(town("yamazaki").name)
    yamazaki.page.goto(f"{yamazaki.home}/desk/people/{story.person}/")
    yamazaki.follow("保存の停止")
    yamazaki.sees("佐藤 キヨさんの保存は、止めていません。")
    yamazaki.choose("なぜ止めますか", "開示・訂正・利用停止の請求")
    yamazaki.write("何のこと", "11月2日の開示請求")
    yamazaki.press("止める")
    yamazaki.sees("佐藤 キヨさんの保存を止めています。")
    shiraishi.follow("保存と廃棄")
    shiraishi.follow("保存の停止")
    shiraishi.sees("ひとりの人")
    shiraishi.does_not_see("佐藤")  # she sees nobody, and ends it all the same
    shiraishi.page.get_by_label("どの停止").select_option(index=1)
    shiraishi.write("どう終わりましたか", "開示した")
    shiraishi.press("終わりを決める")
    shiraishi.sees("終わりが決まりました")
    with unwalled():
        from marugoto.retention.models import HoldEnding

        assert HoldEnding.objects.within(town.body).get().hold.subject == story.person


def rule_of_the_city(shiraishi: Hand, record: str = "支援を始めずに終わった相談", years: str = "1") -> None:
    shiraishi.page.goto(f"{shiraishi.home}/office/retention/")
    shiraishi.sees("保存期間は、まだ一つも決まっていません。決まるまで、何も廃棄されません。")
    shiraishi.choose("どの記録", record)
    shiraishi.write("何年残しますか", years)
    shiraishi.write("いつから、この決まりにしますか", say_era(timezone.localdate()))
    shiraishi.write("何に書いてありますか", "みなも市文書管理規程 別表")
    shiraishi.write("決めたわけ", "課の簿冊と同じにする")
    shiraishi.press("決める")
    shiraishi.sees("1種類の記録に、この自治体の保存期間があります。")


def test_a_year_of_looks_is_destroyed_by_two_and_the_chain_names_any_other_way(hand_of: HandOf, town: Town) -> None:
    for at in (OLD, OLD + timedelta(days=1), NEXT):
        looked(town, at)
    seal_everywhere(at=town.later())
    shiraishi, yamazaki = hand_of(town("shiraishi").name), hand_of(town("yamazaki").name)
    rule_of_the_city(shiraishi, "閲覧記録", "3")
    shiraishi.follow("保存と廃棄")
    shiraishi.press("廃棄の一覧をつくる")
    shiraishi.sees("令和2年度")
    shiraishi.does_not_see("令和3年度")  # the next goes with the next list
    address = shiraishi.page.url
    yamazaki.page.goto(address)
    yamazaki.mark("廃棄してよいですか", "一行ずつ確かめました。廃棄してよい")
    yamazaki.press("決める")
    yamazaki.sees("それまでは取り消せます。")
    disposal_round(at=timezone.now() + timedelta(days=2))
    shiraishi.page.goto(address)
    shiraishi.sees("1件を廃棄しました。")
    seal_everywhere(at=timezone.now())
    lines = exported(town)
    check, found = chain.verify(lines)
    assert found == []
    assert "決まりにしたがって廃棄した閲覧記録2" in chain.summary(check, found, 0)
    left = next(rows_of(lines, "look"))
    assert [one.what for one in chain.verify(lines[:left] + lines[left + 1 :])[1]] == ["deleted"]


def test_a_hold_keeps_the_year_in_which_somebody_looked_and_says_so(hand_of: HandOf, town: Town) -> None:
    """山﨑 holds 水野, at whom 田中 looked in 令和2年度: 白石 reads that this year stays, and the next goes."""
    person = enter_person(by=town("tanaka"), at=town.later(), name="水野 鉄平").pk
    looked(town, OLD, at_whom=person)
    looked(town, NEXT)
    shiraishi, yamazaki = hand_of(town("shiraishi").name), hand_of(town("yamazaki").name)
    yamazaki.page.goto(f"{yamazaki.home}/office/retention/")
    yamazaki.follow("保存の停止")
    yamazaki.write("番号", f"{yamazaki.home}/desk/people/{person}/")
    yamazaki.choose("なぜ止めますか", "開示・訂正・利用停止の請求")
    yamazaki.write("何のこと", "11月2日の開示請求")
    yamazaki.press("止める")
    yamazaki.sees("ひとりの人")
    rule_of_the_city(shiraishi, "閲覧記録", "3")
    shiraishi.follow("保存と廃棄")
    shiraishi.press("廃棄の一覧をつくる")
    shiraishi.sees("令和3年度")
    shiraishi.sees("保存の停止がかかっています")
    assert "水野" not in shiraishi.page.locator("body").inner_text()
