"""At the counter: the screen is left and taken, the words stay with their writer; who must not see somebody says so; a measure goes on."""

from collections.abc import Callable
from datetime import date, datetime, timedelta
from uuid import uuid4

import pytest
from playwright.sync_api import expect

from marugoto.agencies.rules.leaving import MOST_LETTERS
from marugoto.custody.actions.watch import WAITS, watch
from marugoto.disclosure.actions.audit import write_look
from marugoto.disclosure.models import Folder
from marugoto.disclosure.queries import renewal
from marugoto.kernel.era import say_era
from marugoto.kernel.jst import local_day
from marugoto.people.actions.person import enter_person
from marugoto.people.actions.protection import protect
from marugoto.people.queries import party
from tests.database import unwalled
from tests.journeys.hand import Hand
from tests.story import Story, one_household
from tests.town import Town

pytestmark = [pytest.mark.journey, pytest.mark.django_db(transaction=True)]
HandOf = Callable[..., Hand]
WORDS = "玄関で十分ほど話せた。次は金曜。"


def at_home(hand: Hand) -> None:
    hand.follow("世帯")
    hand.follow("佐藤さん世帯")
    hand.heading("佐藤さん世帯")


@pytest.mark.voice("F-2")
def test_the_counter_is_left_and_the_words_stay_with_their_writer(hand_of: HandOf, town: Town) -> None:
    """田中 is called away in mid-sentence: one key, and nobody is to be read. 小川 uses the screen; 田中 goes on where she was."""
    one_household(town)
    tanaka = hand_of("田中 美咲")
    at_home(tanaka)
    address = tanaka.page.url
    tanaka.write("見たこと・聞いたこと", WORDS)
    tanaka.page.keyboard.press("F8")
    nobody_is_to_be_read(tanaka)
    tanaka.page.go_back()
    nobody_is_to_be_read(tanaka)
    tanaka.page.goto(address)
    nobody_is_to_be_read(tanaka)
    another_uses_the_screen(tanaka)
    tanaka.press("退出する")
    tanaka.page.goto(f"{tanaka.home}/sign-in/")
    tanaka.press("田中 美咲")
    tanaka.heading("書きかけを1つ預かっています。まだ送られていません。")
    tanaka.sees(WORDS)
    tanaka.press("もとの画面で続ける")
    tanaka.heading("佐藤さん世帯")
    expect(tanaka.page.get_by_label("見たこと・聞いたこと").first).to_have_value(WORDS)
    tanaka.press("記録する")
    tanaka.sees("記録しました。")


def nobody_is_to_be_read(hand: Hand) -> None:
    hand.heading("田中 美咲さんは、窓口を離れています。")
    hand.does_not_see("佐藤")
    hand.does_not_see(WORDS)


def another_uses_the_screen(hand: Hand) -> None:
    hand.follow("別の人が使う")
    hand.press("小川 直子")
    hand.does_not_see(WORDS)
    hand.page.locator("summary", has_text="小川 直子").first.click()


@pytest.mark.voice("F-2")
def test_without_scripts_the_words_are_kept_too(hand_of: HandOf, town: Town) -> None:
    one_household(town)
    tanaka = hand_of("田中 美咲", "noscript")
    at_home(tanaka)
    tanaka.write("見たこと・聞いたこと", WORDS)
    tanaka.press("窓口を離れる")
    nobody_is_to_be_read(tanaka)
    tanaka.press("田中 美咲に戻る")
    tanaka.heading("佐藤さん世帯")
    tanaka.sees("書きかけを戻しました。まだ送られていません。")
    expect(tanaka.page.get_by_label("見たこと・聞いたこと").first).to_have_value(WORDS)


@pytest.mark.voice("F-2")
def test_what_is_too_long_to_be_kept_is_told_before_the_screen_is_shut(hand_of: HandOf, town: Town) -> None:
    """A whole book was pasted: 田中 hears that it cannot be kept, and nothing of it is lost; shortened, she leaves."""
    one_household(town)
    tanaka, said = hand_of("田中 美咲"), list[str]()
    tanaka.page.on("dialog", lambda dialog: (said.append(dialog.message), dialog.accept()))
    at_home(tanaka)
    field = tanaka.page.get_by_label("見たこと・聞いたこと").first
    field.evaluate("node => node.removeAttribute('maxlength')")
    field.fill("長" * (MOST_LETTERS + 1))
    tanaka.press("窓口を離れる")
    tanaka.heading("佐藤さん世帯")
    assert len(said) == 1
    assert "窓口はまだ離れていません。" in said[0]
    assert len(field.input_value()) == MOST_LETTERS + 1
    field.fill(WORDS)
    tanaka.press("窓口を離れる")
    nobody_is_to_be_read(tanaka)
    tanaka.sees("書きかけは預かっています。")


@pytest.mark.voice("F-2")
def test_both_windows_are_left_at_once_and_lose_nothing(hand_of: HandOf, town: Town) -> None:
    """A household in one, a new consultation in the other: one key shuts both, and the words of both wait."""
    one_household(town)
    tanaka = hand_of("田中 美咲")
    at_home(tanaka)
    other = Hand(tanaka.page.context.new_page(), tanaka.home)
    other.page.goto(f"{other.home}/desk/consultations/new/")
    other.write("話したこと", "夜に眠れないと話した。")
    tanaka.write("見たこと・聞いたこと", WORDS)
    tanaka.page.keyboard.press("F8")
    nobody_is_to_be_read(tanaka)
    other.heading("田中 美咲さんは、窓口を離れています。")
    tanaka.press("田中 美咲に戻る")
    tanaka.page.goto(f"{tanaka.home}/unsent/")
    tanaka.sees(WORDS)
    expect(tanaka.page.locator("main")).to_contain_text("夜に眠れないと話した。")


@pytest.mark.voice("2A-9")
def test_who_must_not_see_them_says_so_and_the_file_is_not_there(hand_of: HandOf, town: Town) -> None:
    """田中 is a cousin: she says so, and the file is gone for her; her chief goes on seeing it, not why, and takes it back."""
    one_household(town)
    tanaka, yamazaki = hand_of("田中 美咲"), hand_of(town("yamazaki").name)
    at_home(tanaka)
    tanaka.follow("見てはいけない人を申し出る")
    tanaka.mark("どんな間がらですか", "親族・家族")
    tanaka.press("申し出る")
    tanaka.sees("この記録は、いまからあなたには見えません。")
    tanaka.sees("佐藤さん世帯")
    tanaka.follow("世帯")
    tanaka.does_not_see("佐藤さん世帯")
    at_home(yamazaki)
    yamazaki.page.goto(f"{yamazaki.home}/desk/conflicts/")
    yamazaki.sees("田中 美咲")
    yamazaki.does_not_see("親族・家族")
    yamazaki.open("解く")
    yamazaki.write("解くわけ", "取りちがえ。同じ名字の、別の人だった。")
    yamazaki.press("解く")
    yamazaki.sees("申出を解きました。")
    tanaka.page.goto(tanaka.home)
    at_home(tanaka)
    expect(tanaka.page.locator("h1")).to_contain_text("佐藤さん世帯")


@pytest.mark.voice("2A-7")
def test_a_measure_that_runs_out_is_told_until_it_is_renewed(hand_of: HandOf, town: Town) -> None:
    story = one_household(town)
    until = measured(town, story)
    tanaka = hand_of("田中 美咲")
    tanaka.sees("支援措置の期限は")
    tanaka.follow("佐藤 キヨ")
    tanaka.sees("ここでは、名簿の人が解くまで閉じたままにします。")
    tanaka.write("新しい期限", say_era(until))
    tanaka.write("何で確かめましたか", "11月20日に決定通知を確認")
    tanaka.press("延ばす")
    tanaka.sees("まで延ばしました。")
    tanaka.follow("きょう")
    expect(tanaka.page.locator("body")).not_to_contain_text("支援措置の期限は")


@pytest.mark.voice("2A-9")
def test_the_listed_alone_hear_that_the_other_party_is_known_here(hand_of: HandOf, town: Town) -> None:
    story = one_household(town)
    measured(town, story)
    party.forget(town.body)
    enter_person(by=town("tanaka"), at=town.later(), name="早川 進", birth=date(1980, 1, 2))
    tanaka, mori = hand_of("田中 美咲"), hand_of("森 健一")
    tanaka.page.goto(f"{tanaka.home}/desk/people/{story.person}/protection/")
    tanaka.open("相手方を書く")
    tanaka.write("相手方の名前", "早川 進")
    tanaka.write("相手方の生年月日", "昭和55年1月2日")
    tanaka.write("この方との関係", "元夫")
    tanaka.press("相手方として書く")
    tanaka.sees("あなたの見られる記録に、同じ人がいます")
    tanaka.follow("きょう")
    tanaka.sees("支援措置の相手方と同じ人の記録が、町にあります。")
    tanaka.does_not_see("早川")
    mori.page.goto(mori.home)
    mori.does_not_see("支援措置の相手方")
    answer = mori.page.goto(f"{mori.home}/desk/people/{story.person}/protection/")
    assert answer
    assert answer.status == 404


def measured(town: Town, story: Story) -> date:
    due = local_day(town.now) + timedelta(days=25)
    listed = [town("tanaka").worker]
    protect(by=town("tanaka"), at=town.later(), person=story.person, listed=listed, reason="DV等支援措置", due=due)
    renewal.forget(town.body)
    return due + timedelta(days=365)


@pytest.mark.voice("2A-9")
def test_a_look_that_no_work_explains_is_asked_about_and_answered(hand_of: HandOf, town: Town) -> None:
    """小川 looked at a household that is nobody's work; eight days later 白石 asks, and 小川 says what it was."""
    at = town.later()
    a_look_at_nobodys_work(town, at)
    watch(by=town("honma").at_moment(at + WAITS), at=at + WAITS)
    shiraishi = hand_of(town("shiraishi").name)
    shiraishi.page.goto(f"{shiraishi.home}/office/looks/")
    shiraishi.follow("閲覧の見守り")
    shiraishi.heading("確かめてほしい閲覧が1あります。")
    shiraishi.sees("前後7日に、その人にも係にも、この世帯との仕事の記録がありません")
    shiraishi.sees("電話や窓口で代わりに出ただけのことも、記録には残りません。")
    shiraishi.open("確かめて、残す")
    shiraishi.mark("どうしますか", "本人に聞く")
    shiraishi.write("何を見て、そう考えましたか", "どんな用でしたか。")
    shiraishi.press("残す")
    ogawa = hand_of("小川 直子")
    ogawa.follow("あなたの閲覧について、聞かれています。答えてください。")
    ogawa.sees("どんな用でしたか。")
    ogawa.write("どんな用で見ましたか", "窓口で代わりに出た。")
    ogawa.press("答える")
    ogawa.sees("答えました。")
    shiraishi.page.reload()
    expect(shiraishi.page.locator("main")).to_contain_text("本人の答え: 窓口で代わりに出た。")


def a_look_at_nobodys_work(town: Town, at: datetime) -> None:
    with unwalled():
        folder = Folder.objects.create(
            body=town.body, made_at=at, subject_kind="case", subject=uuid4(), part="support", basis="own_duty"
        )
    eyes = town("ogawa").at_moment(at)
    eyes.sight.shows(folder.pk, "support")
    write_look(by=eyes, at=at, page="desk:household", matter=str(folder.subject))
