"""In the browser: a coordinator's week from the plan to the month on paper; a hearing in a branch and what became of it."""

import re
from datetime import timedelta

import pytest
from django.utils import timezone
from playwright.sync_api import Page, expect
from pytest_django.live_server_helper import LiveServer

from tests.noted import picture
from tests.town import settle_town

pytestmark = [pytest.mark.journey, pytest.mark.django_db(transaction=True)]


@pytest.fixture
def house(transactional_db: None, live_server: LiveServer) -> str:
    """The settled town, served; its address."""
    settle_town()
    return str(live_server.url)


def enter(page: Page, house: str, name: str) -> None:
    """Choose somebody of the cast at the door."""
    page.context.clear_cookies()
    page.goto(f"{house}/sign-in/")
    page.get_by_role("button", name=name, exact=True).click()
    expect(page.get_by_text(name).first).to_be_visible()


def leads(page: Page, sentence: str | re.Pattern[str]) -> None:
    """The sentence with which the page opens."""
    expect(page.locator("h1")).to_have_text(sentence)


def in_days(days: int) -> str:
    return (timezone.localdate() + timedelta(days=days)).isoformat()


@pytest.mark.voice("2B-9", "2B-10", "F-1")
def test_a_week_outside_from_the_plan_to_the_month_on_paper(page: Page, house: str) -> None:
    plans_a_day(page, house)
    writes_what_was_seen(page, house)
    adds_a_photo(page, house)
    is_answered_by_her_chief(page, house)
    does_what_follows_and_prints_the_month(page, house)
    is_read_under_another_title(page, house)
    expect(page.get_by_role("row").filter(has_text="林 千春")).to_contain_text("1時間30分")


def plans_a_day(page: Page, house: str) -> None:
    """Monday: what she means to do."""
    enter(page, house, "林 千春")
    page.goto(f"{house}/town/field-notes/week/")
    leads(page, "きょう出向く予定は、ありません。")
    page.get_by_label("何をしますか").fill("浜町の縁側に行く")
    page.get_by_role("button", name="予定に入れる").click()
    leads(page, "きょう出向く予定は1件です。")


def writes_what_was_seen(page: Page, house: str) -> None:
    """She was there; the plan becomes the note. A resident's name is no matter for the diary, and the way is shown."""
    page.get_by_role("link", name="行った・書く").click()
    words = page.get_by_label("見たこと・聞いたこと")
    expect(words).to_have_value("浜町の縁側に行く")
    words.fill("縁側に9人。佐藤さんの帰りの足がないという話。")
    expect(page.get_by_text("書きかけを預かりました")).to_be_visible(timeout=15_000)
    page.get_by_label("かかった時間(分)").fill("90")
    page.get_by_label("気づきのテーマ").select_option(label="移動・買い物の足")
    page.get_by_label("気づいたこと").fill("夕方のバスがない。")
    page.get_by_label("上司の返事がほしい").check()
    page.get_by_role("button", name="書く", exact=True).click()
    expect(page.get_by_text("「佐藤さん」は、人の名前や電話に見えます。").first).to_be_visible()
    expect(page.get_by_role("link", name="気づきを届ける").first).to_be_visible()
    page.get_by_label("見たこと・聞いたこと").fill("縁側に9人。帰りの足がないという話が出た。")
    page.get_by_role("button", name="書く", exact=True).click()
    leads(page, "今月、地域に出たのは、みんなで1回・1時間30分です。")
    expect(page.get_by_text("書きかけがあります")).to_have_count(0)


def adds_a_photo(page: Page, house: str) -> None:
    """A photo, without the place it was taken at, and without the name under which her telephone kept it."""
    page.get_by_role("link", name=re.compile("^くわしく")).first.click()
    page.get_by_label("人は写っていない").check()
    page.get_by_label("写真", exact=True).set_input_files(
        {"name": "佐藤さん宅の縁側.jpg", "mimeType": "image/jpeg", "buffer": picture()}
    )
    page.get_by_role("button", name="付ける").click()
    shown = page.get_by_role("img", name="写真1.jpg")
    expect(shown).to_be_visible()
    assert shown.evaluate("image => image.naturalWidth") == 320
    expect(page.get_by_text("佐藤さん宅")).to_have_count(0)


def is_answered_by_her_chief(page: Page, house: str) -> None:
    """Her chief finds what waits, answers, and sets what follows, with a day and one holder."""
    enter(page, house, "山﨑 哲也")
    page.goto(f"{house}/town/field-notes/week/")
    expect(page.get_by_text("返事待ち")).to_be_visible()
    page.get_by_role("link", name=re.compile("^くわしく")).first.click()
    page.get_by_label("そのまま進めてください").check()
    page.get_by_role("textbox", name="返事").fill("交通の課につなぎましょう。")
    page.get_by_role("button", name="返事を書く").click()
    expect(page.get_by_text("交通の課につなぎましょう。").first).to_be_visible()
    page.get_by_label("何をしますか").fill("交通の課に夕方の便を聞く")
    page.get_by_label("いつまでに").fill(in_days(5))
    page.get_by_label("だれが持ちますか").select_option(label="林 千春(地域づくりコーディネーター)")
    page.get_by_role("button", name="宿題を置く").click()
    expect(page.get_by_text("林 千春").first).to_be_visible()


def does_what_follows_and_prints_the_month(page: Page, house: str) -> None:
    """She reads the answer, does what follows, and the month stands there to be printed."""
    enter(page, house, "林 千春")
    page.goto(f"{house}/town/field-notes/week/")
    expect(page.get_by_text("交通の課につなぎましょう。")).to_be_visible()
    page.get_by_role("link", name="交通の課に夕方の便を聞く").click()
    page.get_by_label("すんだ").check()
    page.get_by_label("どうなったか").fill("来春の改正に入れると返事があった。")
    page.get_by_role("button", name="終わりにする").click()
    expect(page.get_by_text("来春の改正に入れると返事があった。").first).to_be_visible()
    page.goto(f"{house}/town/field-notes/week/")
    page.get_by_role("link", name="今月のまとめ").click()
    leads(page, re.compile("林 千春さんは.*1回、あわせて1時間30分、地域に出ました。"))
    page.emulate_media(media="print")
    for said in ("夕方のバスがない。", "来春の改正に入れると返事があった。", "移動・買い物の足"):
        expect(page.get_by_text(said).first).to_be_visible()
    expect(page.get_by_role("navigation", name="地域の部屋")).to_be_hidden()
    page.emulate_media(media="screen")


def is_read_under_another_title(page: Page, house: str) -> None:
    """Of another title and another association: the same diary, the same time."""
    enter(page, house, "山下 恵")
    page.goto(f"{house}/town/field-notes/?theme=transport")
    expect(page.get_by_text("縁側に9人。帰りの足がないという話が出た。")).to_be_visible()
    page.get_by_role("link", name="出た時間").click()


@pytest.mark.voice("2B-2", "2B-10", "3-7", "F-3")
def test_a_hearing_in_a_branch_becomes_two_tasks_whose_end_is_seen(page: Page, house: str) -> None:
    hears_a_branch(page, house)
    ends(page, "新しい時刻表を届ける", "窓口に置いてもらった。")
    enter(page, house, "森 健一")
    page.goto(f"{house}/town/field-notes/week/")
    ends(page, "移動支援を話し合いに出す", "来月の話し合いの議題になった。")
    page.goto(f"{house}/town/dialogues/became/")
    leads(page, "対話1件。すんだ宿題2件、続いている宿題0件、何も続いていない対話0件。")
    expect(page.get_by_text("窓口に置いてもらった。")).to_be_visible()
    expect(page.get_by_text("来月の話し合いの議題になった。")).to_be_visible()


def hears_a_branch(page: Page, house: str) -> None:
    """What was said there, and two things that follow, each with its holder."""
    enter(page, house, "林 千春")
    page.goto(f"{house}/town/dialogues/")
    leads(page, "対話の記録は、まだありません。")
    page.get_by_role("link", name="対話を書く").first.click()
    page.get_by_label("どこと話しましたか").select_option(label="支所・出張所")
    page.get_by_label("機関・団体の名前").fill("北支所")
    page.get_by_label("テーマ").select_option(label="移動・買い物の足")
    page.get_by_label("言われたこと").fill("昼のバスが減り、集まりに来られない人が増えた。会議の時刻表がほしい。")
    page.get_by_role("button", name="残す").click()
    leads(page, "北支所")
    expect(page.locator(".head").get_by_text("移動・買い物の足")).to_be_visible()
    for task, holder in (("新しい時刻表を届ける", "林 千春"), ("移動支援を話し合いに出す", "森 健一")):
        page.get_by_label("何をしますか").fill(task)
        page.get_by_label("いつまでに").fill(in_days(7))
        choice = page.get_by_label("だれが持ちますか")
        choice.select_option(choice.locator("option").filter(has_text=holder).get_attribute("value"))
        page.get_by_role("button", name="宿題を置く").click()
        expect(page.get_by_role("link", name=task)).to_be_visible()


def ends(page: Page, task: str, words: str) -> None:
    """The task is done, and it is said what became of it."""
    page.get_by_role("link", name=task).first.click()
    page.get_by_label("すんだ").check()
    page.get_by_label("どうなったか").fill(words)
    page.get_by_role("button", name="終わりにする").click()
    expect(page.get_by_text(words).first).to_be_visible()


@pytest.mark.voice("F-1", "2B-3")
def test_a_training_is_kept_by_heads_and_what_came_of_it_is_asked(page: Page, house: str) -> None:
    enter(page, house, "林 千春")
    page.goto(f"{house}/town/trainings/new/")
    page.get_by_label("サポーター養成").check()
    page.get_by_label("名前").fill("見守りサポーター養成講座")
    page.get_by_role("spinbutton", name=re.compile(r"^住民")).fill("12")
    page.get_by_role("button", name="残す").click()
    leads(page, "見守りサポーター養成講座")
    expect(page.get_by_text("林 千春が聞きます。")).to_be_visible()
    page.get_by_label("支え手になった人がいる").check()
    page.get_by_label("支え手になった人数").fill("3")
    page.get_by_role("button", name="そのあとを書く").click()
    page.goto(f"{house}/town/trainings/")
    row = page.get_by_role("row").filter(has_text="見守りサポーター養成講座")
    expect(row).to_contain_text("12人")
    expect(row).to_contain_text("支え手になった人がいる")


@pytest.mark.voice("2A-2", "6-5")
def test_what_is_lacking_goes_along_on_one_page_and_a_like_town_is_named(page: Page, house: str) -> None:
    """平田 plans for the town: she takes the page to whoever does not know it yet, and asks a town that is shaped like hers."""
    enter(page, house, "平田 裕子")
    page.goto(f"{house}/town/unmet/")
    page.get_by_role("link", name="ほかの課・支所に持っていく一枚").click()
    leads(page, "みなも市で、いま数で言える「足りないもの」はありません。")
    page.emulate_media(media="print")
    for said in ("社会福祉法6条2項", "次の一歩", "社協 地域福祉係 0000-22-3500"):
        expect(page.get_by_text(said).first).to_be_visible()
    page.emulate_media(media="screen")
    page.goto(f"{house}/town/provisions/")
    near = page.get_by_role("region", name="ほかの町に聞く")
    expect(near).to_contain_text("規模も体制も近い町は、同じ県にありません。")
    expect(near).to_contain_text("福祉事務所がある")
    expect(near).to_contain_text("汐見市")
    expect(near).to_contain_text("人口がちがう（182,000人）")
    expect(near).to_contain_text("連携調整担当")
