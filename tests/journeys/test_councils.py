"""A town without 重層 holds its conferences under the bodies it has: members, promise and notice are its own, and what is said there
leaves only on consent."""

from collections.abc import Callable
from datetime import date, timedelta
from typing import Any
from uuid import UUID

import pytest
from django.utils import timezone
from playwright.sync_api import expect

from marugoto.casework.actions.case import open_case
from marugoto.casework.actions.need import add_need
from marugoto.conferences.kinds.poverty import poverty
from marugoto.intake.rules.troubles import TroubleCode
from marugoto.people.actions.household import form_household
from marugoto.people.actions.person import enter_person
from tests.journeys.hand import Hand
from tests.story import Story, one_household
from tests.town import SHIOMI, Town
from tests.web.deeds_bodies import people_of_story

pytestmark = [pytest.mark.journey, pytest.mark.django_db(transaction=True)]
HandOf = Callable[..., Hand]
COUNCIL, PLEDGE = "汐見市支援会議", "この会議で聞いたことは、任期のあとも、外で話しません。"
NAME = "大浦 明"


def household(town: Town) -> UUID:
    """Of 涌井, in 汐見市."""

    def now() -> dict[str, Any]:
        return {"by": town("wakui", SHIOMI), "at": town.later()}

    person = enter_person(**now(), name=NAME, birth=date(1971, 2, 3))
    home = form_household(**now(), area="harbour", members=[(person.pk, "本人")])
    case = open_case(**now(), household=home.pk).pk
    add_need(**now(), case=case, theme=TroubleCode.INCOME, title="家賃が払えない")
    return case


@pytest.mark.voice("1-5", "3-6", "F-2")
def test_a_town_without_the_programme_meets_under_the_body_it_has(hand_of: HandOf, town: Town) -> None:
    case = household(town)
    the_chief_enters_the_body(hand_of("長田 秀和"))
    wakui = hand_of("涌井 千尋")
    meeting = she_calls_the_poverty_conference(wakui, case)
    members_sit_and_others_are_asked_with_a_reason(wakui)
    she_of_the_health_centre_promises_the_towns_own_words(hand_of("原 真理"), meeting)
    wakui.page.reload()
    row = wakui.page.locator("tr", has_text="原 真理")
    expect(row).to_contain_text("約束ずみ")
    expect(row).to_contain_text(f"{COUNCIL}の構成員")


def the_chief_enters_the_body(osada: Hand) -> None:
    osada.page.goto(f"{osada.home}/office/councils/")
    osada.heading("会議体は、まだ一つも入っていません。")
    entering = osada.panel("会議体を入れる")
    osada.choose("どの会議体", "生活困窮の支援会議(生活困窮者自立支援法9条)", inside=entering)
    osada.write("要綱などにある名前", COUNCIL, inside=entering)
    osada.write("その名前と番号", "汐見市支援会議設置要綱(令和3年汐見市告示第40号)", inside=entering)
    osada.write("その日付", "令和3年4月1日", inside=entering)
    osada.press("会議体を入れる", inside=entering)
    osada.heading("には、まだ構成員が入っていません。")
    joining = osada.panel("構成員を足す")
    osada.choose("どの会議体の", COUNCIL, inside=joining)
    osada.choose("構成機関", "青嶺県 北部保健所", inside=joining)
    osada.press("構成員にする", inside=joining)
    expect(osada.panel(COUNCIL)).to_contain_text("青嶺県 北部保健所")
    saying = osada.panel("約束の文を変える")
    osada.choose("どの会議体の", COUNCIL, inside=saying)
    osada.write("席の人が約束する文", PLEDGE, inside=saying)
    osada.press("次の版にする", inside=saying)
    expect(osada.panel(COUNCIL)).to_contain_text(PLEDGE)
    expect(osada.panel(COUNCIL)).to_contain_text("令和3年汐見市告示第40号")


def she_calls_the_poverty_conference(wakui: Hand, case: UUID) -> str:
    """What may not be held here says what is lawful instead, and that is what she does."""
    wakui.page.goto(f"{wakui.home}/meeting/conferences/new/?case={case}")
    wakui.sees("重層的支援体制整備事業をしている市町村だけです。")
    wakui.sees("この自治体で使えるほかの会議(生活困窮の支援会議、地域ケア会議、要対協)にかけてください。")
    wakui.mark("会議の種類", f"{poverty.name} — {poverty.says}")
    wakui.write("日", (timezone.localdate() + timedelta(days=10)).isoformat())
    wakui.tick(f"{COUNCIL}(生活困窮者自立支援法9条)")
    wakui.press("呼びかける")
    wakui.sees("汐見市支援会議設置要綱(令和3年汐見市告示第40号)")
    wakui.page.locator("[name=case]").first.check()
    wakui.press("議題に入れる")
    wakui.sees("議題に入れました。")
    return wakui.page.url.partition("#")[0].partition("?")[0]


def members_sit_and_others_are_asked_with_a_reason(wakui: Hand) -> None:
    wakui.choose("だれに来てもらいますか", "県 北部保健所 原 真理(汐見市の困窮の支援会議)")
    wakui.write("なぜこの人か", "眠れないと話している")
    wakui.press("席を作る")
    expect(wakui.page.locator("tr", has_text="原 真理")).to_contain_text(f"{COUNCIL}の構成員")
    again(wakui, "高峰 徹", "間に立ってきた")
    expect(wakui.page.locator("tr", has_text="高峰 徹")).to_contain_text(f"{COUNCIL}に招いた人")


def again(wakui: Hand, name: str, reason: str) -> None:
    summary = wakui.page.locator("details", has_text="席を足す").last
    if not summary.evaluate("node => node.open"):
        wakui.open("席を足す")
    seats = wakui.page.get_by_label("だれに来てもらいますか")
    label = next(one for one in seats.locator("option").all_inner_texts() if name in one)
    wakui.choose("だれに来てもらいますか", label)
    wakui.write("なぜこの人か", reason)
    wakui.press("席を作る")


def she_of_the_health_centre_promises_the_towns_own_words(hara: Hand, meeting: str) -> None:
    hara.page.goto(f"{hara.home}/towns/")
    hara.press("開く", inside=hara.panel("汐見市"))
    hara.page.goto(meeting)
    hara.sees(PLEDGE)
    hara.does_not_see(NAME)
    hara.press("約束する")
    hara.sees("約束を確かめました。")
    hara.sees("大浦さん世帯")


WORDS = "将棋の会に、名前を出さずに聞くことにした。"


@pytest.mark.voice("2A-7", "5-1", "F-2")
def test_what_was_said_at_the_table_leaves_on_consent_and_comes_back_with_it(hand_of: HandOf, town: Town) -> None:
    """Ring-fenced until everybody has agreed; then the chief takes the words out, with a reason; taken back, they are missing."""
    story = one_household(town)
    yamazaki, tanaka, ogawa = hand_of("山﨑 哲也"), hand_of("田中 美咲"), hand_of("小川 直子")
    takes_out(yamazaki, story)
    yamazaki.sees("同意")
    yamazaki.does_not_see("同意を根拠に移しました。")
    page = f"{ogawa.home}/meeting/items/{story.item}/rebased/"
    missing(ogawa, page)
    for person in ("佐藤 誠", "佐藤 キヨ"):
        answers(tanaka, story, person, "同意あり")
    missing(ogawa, page)  # agreed, and nobody has chosen yet what goes out
    takes_out(yamazaki, story)
    yamazaki.sees("同意を根拠に移しました。")
    ogawa.page.goto(f"{ogawa.home}/meeting/rebased/")
    ogawa.heading("席にいなかった会議から、1件が同意で伝わっています。")
    ogawa.page.locator("main li a").first.click()
    ogawa.sees(WORDS)
    ogawa.sees("本人が、この機関に伝えてよいと答えたから読めます。")
    ogawa.sees("もとは支援会議(社会福祉法106条の6)で出た話です。")
    answers(tanaka, story, "佐藤 キヨ", "取り消されました")
    tanaka.sees("これまでに伝わったもの")
    tanaka.sees("に閉じました")
    missing(ogawa, page)
    ogawa.page.goto(f"{ogawa.home}/meeting/rebased/")
    ogawa.sees("伝わったことはありません。")
    assert len(people_of_story(town, story)) == 2


def takes_out(yamazaki: Hand, story: Story) -> None:
    yamazaki.page.goto(f"{yamazaki.home}/meeting/items/{story.item}/rebasing/")
    yamazaki.choose("どの係に伝えますか", "北部包括 総合相談")
    yamazaki.write("伝える文", WORDS)
    yamazaki.write("なぜその係に要りますか", "訪問の前に知る必要がある")
    yamazaki.press("同意を根拠に移す")


def missing(ogawa: Hand, page: str) -> None:
    answer = ogawa.page.goto(page)
    assert answer
    assert answer.status == 404


def answers(tanaka: Hand, story: Story, person: str, state: str) -> None:
    tanaka.page.goto(f"{tanaka.home}/desk/households/{story.case}/consents/")
    panel = tanaka.panel(person)
    tanaka.open_in(panel, "答えを書く")
    tanaka.choose("どの係に", "北部包括 総合相談", inside=panel)
    tanaka.choose("答え", state, inside=panel)
    if state == "同意あり":
        tanaka.tick("基本(氏名・生年月日・家族)", inside=panel)
        tanaka.tick("相談と支援の記録", inside=panel)
    tanaka.press("残す", inside=panel)
    tanaka.sees("答えを残しました。")
