"""In the browser: divisions outside welfare with measures of their own; what the prefecture
provides reaches every town; and what one half-year's records say of the three functions."""

import re
from collections.abc import Callable
from datetime import timedelta
from uuid import UUID

import pytest
from django.utils import timezone
from playwright.sync_api import expect

from marugoto.casework.actions.need import add_need
from marugoto.community.codes import Lack
from marugoto.intake.actions.consultation import Told, receive
from marugoto.intake.codes import Channel
from marugoto.intake.rules.troubles import TroubleCode
from tests.begun import supported
from tests.journeys.hand import Hand
from tests.town import Town
from tests.waited import lacking

pytestmark = [pytest.mark.journey, pytest.mark.django_db(transaction=True)]
HandOf = Callable[..., Hand]
GROUND = "みなも市地域共生推進本部設置要綱3条"
MEASURE = "朝の畑"
ASKED = "畑に来る人と最初の3回いっしょに来てほしい"


@pytest.mark.voice("2B-7", "6-5", "6-6", "F-3")
def test_a_farm_division_with_a_measure_of_its_own(hand_of: HandOf, town: Town) -> None:
    case = supported(town)
    hirata = hand_of("平田 裕子")
    hirata.page.goto(f"{hirata.home}/town/members/")
    hirata.heading("福祉のほかの課と団体は、まだ加わっていません。")
    admits(hirata, "農政課", "農政課 農地活用係")
    miyata = hand_of("宮田 耕平")
    its_desk_knows_no_case(miyata, case)
    writes_a_measure(miyata)
    asks_for_help(miyata)
    is_answered(hand_of("林 千春"))
    miyata.page.reload()
    miyata.sees("いっしょにする")
    miyata.sees("最初の3回、いっしょに行きます。")
    hirata.page.goto(f"{hirata.home}/town/coverage/")
    expect(hirata.panel("課と団体の施策")).to_contain_text(MEASURE)


def admits(keeper: Hand, name: str, team: str) -> None:
    """On a stated ground, with the law beside it."""
    for article in ("社会福祉法4条3項", "社会福祉法6条2項"):
        keeper.sees(article)
    keeper.write("課・団体の名前", name)
    keeper.mark("どちらですか", "福祉以外の課")
    keeper.choose("係(アカウントがあるとき)", team)
    keeper.choose("何を根拠に加わりますか", "庁内の要綱・指示")
    keeper.write("根拠の名前", GROUND)
    keeper.press("加える")
    keeper.heading(name)
    keeper.sees(f"庁内の要綱・指示: {GROUND}")


def its_desk_knows_no_case(miyata: Hand, case: UUID) -> None:
    """What is lacking and where people meet; no household is there for it."""
    miyata.page.goto(miyata.home)
    miyata.follow("地域とつながる")
    miyata.heading("福祉につながる、自分たちの施策を一つ書いてみてください。")
    miyata.sees("いま足りないもの")
    miyata.sees("社会福祉法6条2項")
    expect(miyata.page.get_by_role("link", name="世帯", exact=True)).to_have_count(0)
    answer = miyata.page.goto(f"{miyata.home}/desk/households/{case}/")
    assert answer
    assert answer.status == 404
    miyata.page.goto(f"{miyata.home}/town/light/")


def writes_a_measure(miyata: Hand) -> None:
    """With an end of its own, and which of the three functions it serves."""
    miyata.open("施策を書く")
    miyata.write("施策の名前", MEASURE)
    miyata.write("何をしていますか", "使わなくなった畑を、朝の2時間だけ手伝う人に開く。")
    miyata.write("めあて", "月に一人、あたらしい人が畑に来る。")
    miyata.choose("何に応えますか", "働く場・手伝う場")
    miyata.choose("3つの機能のどれにあたりますか", "住民が支え合う")
    miyata.press("書く")
    for said in (MEASURE, "月に一人、あたらしい人が畑に来る。", "住民が支え合う", "働く場・手伝う場"):
        miyata.sees(said)


def asks_for_help(miyata: Hand) -> None:
    """Its own request is a ball from the first moment: one team holds it, an answer is due."""
    miyata.open("お願いを書く")
    miyata.write("お願いすること", ASKED)
    miyata.choose("どの係に", "社協 地域福祉係")
    miyata.press("届ける")
    miyata.heading(ASKED)
    expect(miyata.panel("持ち手")).to_contain_text("地域福祉係")


def is_answered(hayashi: Hand) -> None:
    hayashi.page.goto(hayashi.home)
    hayashi.page.locator("main").get_by_role("link", name="農政課").first.click()
    hayashi.heading(ASKED)
    hayashi.mark("返事", "いっしょにする")
    hayashi.write("できること・できないわけ", "最初の3回、いっしょに行きます。")
    hayashi.press("返事をする")
    hayashi.sees("返事をしました。お願いした課・団体に知らせました。")


QUESTION = "来年度の地域公共交通計画で、通院の足に応えられますか"
PROMISED = "夕方の便を、北に一本ふやす案を計画に書きます。"


@pytest.mark.voice("2B-8", "6-3")
def test_planning_is_brought_what_is_lacking_and_its_answer_outlasts_whoever_gave_it(
    hand_of: HandOf, town: Town
) -> None:
    """平田 brings planning the numbers of the day; 夏目 answers; a year later both stand there for whoever sits in his place."""
    town.now = timezone.now()
    for lack in [Lack.TRANSPORT] * 12 + [Lack.PLACE] * 3:
        lacking(town, lack=lack)
    hirata = hand_of("平田 裕子")
    hirata.page.goto(f"{hirata.home}/town/members/")
    admits(hirata, "企画課", "企画課 企画係")
    brings_the_sheet(hirata)
    natsume = hand_of("夏目 慎也")
    natsume.follow(QUESTION, exact=False)
    natsume.heading(QUESTION)
    brought = natsume.panel("足りないもの(第1版)")
    expect(brought).to_contain_text("北部12")
    expect(brought).to_contain_text("少数")
    natsume.mark("返事", "一部ならできる")
    natsume.write("できること・できないわけ", PROMISED)
    natsume.press("返事をする")
    lacking(town)
    brings_the_sheet(hirata)
    miyata = hand_of("宮田 耕平")  # another division, that knew of neither
    miyata.page.goto(f"{miyata.home}/town/unmet/sheet/")
    kept = miyata.panel("これまでに届けた一枚と、その返事")
    expect(kept).to_contain_text("届けた2枚のうち、返事があったのは1枚です。")
    expect(kept.locator("li", has_text="第1版")).to_contain_text(PROMISED)
    expect(kept.locator("li", has_text="第1版")).to_contain_text("北部12")
    expect(kept.locator("li", has_text="第2版")).to_contain_text("北部13")


def brings_the_sheet(hirata: Hand) -> None:
    hirata.page.goto(f"{hirata.home}/town/unmet/sheet/")
    hirata.heading("みなも市で、いま足りないものが2種類あります。")
    rows = hirata.panel("足りないもの").get_by_role("row")
    expect(rows.filter(has_text="行ける場所・居られる場所")).to_contain_text("少数")
    expect(rows.filter(has_text="移動の足")).to_contain_text(re.compile(r"1[23]"))
    hirata.choose("どの課に", "企画課")
    hirata.write("たずねること", QUESTION)
    hirata.press("届ける")
    hirata.sees("一枚を届けました。返事は、この画面に残ります。")


HOUSING, FARMS = "県居住支援協議会の入居相談", "農福連携の受け入れ先さがし"


@pytest.mark.voice("6-4")
def test_what_the_prefecture_provides_reaches_every_town(hand_of: HandOf, town: Town) -> None:
    case = supported(town)
    need = add_need(by=town("tanaka"), at=town.later(), case=case, theme=TroubleCode.HOUSING, title="住むところ").pk
    kurokawa = hand_of("黒川 正人")
    kurokawa.follow("市町村のようすを見る")
    kurokawa.follow("県の支援メニュー")
    kurokawa.heading("市町村に見える県の支援メニューは、まだありません。")
    provides(kurokawa, HOUSING, "住まい・貸してくれる人", "住まいが決まらず困っている人")
    provides(kurokawa, FARMS, "働く場・手伝う場", "畑で働いてみたい人と、人手のほしい農家")
    kurokawa.heading("2つの支援メニューが、3の市町村に見えています。")

    hayashi = hand_of("林 千春")
    hayashi.page.goto(f"{hayashi.home}/town/places/")
    hayashi.follow("県から")
    hayashi.heading("青嶺県の支援メニューが2つあります。")
    hayashi.press("この町で使う", inside=hayashi.page.locator("li", has_text=FARMS))
    hayashi.sees("県の一覧に、この市町村の名前が出ます。")

    tanaka = hand_of("田中 美咲")
    tanaka.page.goto(f"{tanaka.home}/desk/needs/{need}/match/")
    row = tanaka.panel("県の支援メニュー").locator("li").first
    expect(row).to_contain_text(HOUSING)  # what answers the trouble comes first
    expect(row).to_contain_text("0000-11-2100")
    tanaka.press("使うことにした", inside=row)
    tanaka.sees("だれのことかは、県に届きません。次は電話です: 県 地域福祉課 0000-11-2100")

    kurokawa.page.reload()
    expect(kurokawa.page.locator("li", has_text=FARMS)).to_contain_text("3のうち1つが使っています みなも市")
    once = kurokawa.page.locator("li", has_text=HOUSING)
    expect(once).to_contain_text("数は伏せています")
    expect(once).not_to_contain_text("みなも市")
    for hidden in ("上田", "住むところ"):
        kurokawa.does_not_see(hidden)


def provides(kurokawa: Hand, name: str, answers: str, audience: str) -> None:
    kurokawa.write("名前", name)
    kurokawa.write("何をしますか", "一つの町に収まらない相手と、県の担当がつなぐ。")
    kurokawa.write("だれに", audience)
    kurokawa.choose("何に応えますか", answers)
    kurokawa.write("いつまで(その日まで)", (timezone.localdate() + timedelta(days=400)).isoformat())
    kurokawa.write("どこに電話するか", "県 地域福祉課 0000-11-2100")
    kurokawa.write("根拠の名前", "青嶺県地域福祉支援計画")
    kurokawa.press("すべての市町村に見せる")
    kurokawa.sees("すべての市町村に見えるようになりました。")


@pytest.mark.voice("2B-1", "2B-2")
def test_only_consultation_is_seen_until_somebody_goes_out(hand_of: HandOf, town: Town) -> None:
    now = timezone.now()
    by, day = town("tanaka").at_moment(now), timezone.localdate()
    receive(by=by, at=now, day=day, channel=Channel.PHONE, told=Told(caller="上田さん"))
    hirata = hand_of("平田 裕子")
    hirata.follow("振り返り")
    hirata.follow("3つの機能のつり合い")
    hirata.heading("「住民が支え合う」「地域と支援機関がつながる」の記録がありません。")
    expect(hirata.panel("支援機関どうしが支え合う")).to_contain_text("5つの動きのうち1つ")
    hirata.sees("公式の基準ではありません")
    hirata.follow("来週、集まりを一つ訪ね、日誌に書きます。")
    expect(hirata.page).to_have_url(re.compile("/town/field-notes/$"))

    hayashi = hand_of("林 千春")
    hayashi.page.goto(f"{hayashi.home}/town/field-notes/")
    hayashi.write("見たこと・聞いたこと", "団地の集会所で、朝の体操が始まっていた。")
    hayashi.press("書く")
    hirata.page.goto(f"{hirata.home}/office/balance/")
    hirata.heading("この半年、「地域と支援機関がつながる」の記録がありません。")
    expect(hirata.panel("住民が支え合う")).to_contain_text("5つの動きのうち1つ")
