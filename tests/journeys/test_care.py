"""Behind the stage: the ball stays with the section in charge; the control tower moves along, acts for a while, and gives it back."""

from collections.abc import Callable
from datetime import timedelta
from uuid import UUID

import pytest
from django.utils import timezone
from playwright.sync_api import expect

from marugoto.casework.actions.need import add_need
from marugoto.custody.actions.offer import decline, offer
from marugoto.custody.codes import Decliner, DeclineReason, OfferReason
from marugoto.intake.rules.troubles import TroubleCode
from marugoto.kernel.era import say_day
from marugoto.kernel.jst import local_day
from tests.begun import supported
from tests.journeys.hand import Hand
from tests.town import Town

pytestmark = [pytest.mark.journey, pytest.mark.django_db(transaction=True)]
HandOf = Callable[..., Hand]
HOLDER = "福祉総合相談課 相談支援係"
STUCK_WITH = "どの相談窓口に頼むか、決められません。"


@pytest.mark.voice("5-3", "5-6", "S-5")
def test_a_stuck_ball_is_taken_once_and_made_theirs_again(hand_of: HandOf, town: Town) -> None:
    case = supported(town)
    need = add_need(by=town("tanaka"), at=town.later(), case=case, theme=TroubleCode.DEBT, title="借金の整理")
    page = f"/desk/balls/{need.ball_id}/"
    tanaka = hand_of("田中 美咲")
    tanaka.page.goto(f"{tanaka.home}{page}")
    tanaka.press("困った")
    tanaka.page.goto(f"{tanaka.home}{page}")
    tanaka.sees("「困った」が司令塔に届いています")
    tanaka.write("何に困っているか", STUCK_WITH)
    tanaka.press("司令塔に届ける")
    expect(tanaka.panel("何に困っているか")).to_contain_text(STUCK_WITH)
    tanaka.sees("返事 あと5開庁日")
    the_tower_takes_it(hand_of, page)
    tanaka.page.goto(f"{tanaka.home}{page}")
    tanaka.sees("多機関協働担当が預かって動いています。")
    tanaka.sees(f"{HOLDER} 田中 美咲")  # the holder is still the same
    the_tower_gives_it_back(hand_of, page)
    tanaka.page.goto(f"{tanaka.home}/")
    tanaka.sees("預かりが終わりました")
    tanaka.page.goto(f"{tanaka.home}{page}")
    tanaka.does_not_see("預かって動いています。")
    assert what_the_next_one_finds(hand_of("山﨑 哲也"), page) == 1
    ogawa = hand_of("小川 直子")  # of another agency, who never saw this ball
    ogawa.page.goto(f"{ogawa.home}/desk/lessons/?theme=debt")
    ogawa.sees("法テラスには、窓口から電話すると早い。")
    ogawa.does_not_see("上田")


def what_the_next_one_finds(colleague: Hand, page: str) -> int:
    """Somebody else of the same agency, who was not there."""
    colleague.page.goto(f"{colleague.home}{page}")
    colleague.follow("困ったときに分かったこと")
    colleague.sees("だれに聞けばよいか分かった")
    colleague.sees("法テラスには、窓口から電話すると早い。")
    return colleague.page.locator("ul.rows li").count()


def the_tower_takes_it(hand_of: HandOf, page: str) -> None:
    mori = hand_of("森 健一")
    mori.sees("困った")  # among the first things of the day
    mori.sees("返事 あと5開庁日")
    mori.sees(f"困っていること: {STUCK_WITH}")
    mori.follow("司令塔")
    row = mori.page.get_by_role("row", name="債務のこと")
    expect(row).to_contain_text(f"困っていること: {STUCK_WITH}")
    expect(row).to_contain_text("記録は開かれていません")
    mori.does_not_see("借金の整理")
    mori.page.goto(f"{mori.home}{page}")
    mori.heading("債務のこと")
    expect(mori.panel("何に困っているか")).to_contain_text(STUCK_WITH)
    mori.sees("中身の記録は、あなたの係には開かれていません。")
    answer = mori.panel("「困った」に答える")
    mori.mark("どうしますか", "司令塔が預かる")
    mori.press("答える", inside=answer)
    mori.sees("預かるときは、返す日を書いてください。")
    mori.write("預かるなら、いつ返しますか", (local_day(timezone.now()) + timedelta(days=20)).isoformat())
    mori.press("答える", inside=mori.panel("「困った」に答える"))
    mori.sees("「困った」に答えました。ボールは持ち手のままです。")
    mori.choose("何をしましたか", "機関と話した")
    mori.press("記録する", inside=mori.panel("動いたことを記録する"))
    mori.sees("記録しました。置かれたままの日数は、きょうから数え直します。")


def the_tower_gives_it_back(hand_of: HandOf, page: str) -> None:
    mori = hand_of("森 健一")
    mori.page.goto(f"{mori.home}{page}")
    back = mori.panel("預かりを終えて、持ち手に返す")
    mori.choose("次は、持ち手だけで何ができそうですか", "だれに聞けばよいか分かった", inside=back)
    mori.write("次に困った人への一言", "法テラスには、窓口から電話すると早い。", inside=back)
    mori.press("返す", inside=back)
    mori.does_not_see("預かって動いています。")


@pytest.mark.voice("5-2")
def test_the_tower_sees_every_open_ball_with_its_holder(hand_of: HandOf, town: Town) -> None:
    case = supported(town)
    titles = ("借金の整理", "住むところ")
    for theme, title in zip((TroubleCode.DEBT, TroubleCode.HOUSING), titles, strict=True):
        add_need(by=town("tanaka"), at=town.later(), case=case, theme=theme, title=title)
    mori = hand_of("森 健一")
    mori.page.goto(f"{mori.home}/desk/tower/")
    rows = mori.page.get_by_role("table").last.locator("tbody tr")
    assert rows.count() == 3  # the household's own and one for each need
    for number in range(3):
        assert HOLDER in rows.nth(number).inner_text()
        assert "田中 美咲" in rows.nth(number).inner_text()
    mori.does_not_see("借金の整理")  # whose it is and what it says stays with those who work on it
    for said in ("債務のこと", "住まいのこと", "世帯の支援のまとめ役"):
        expect(mori.page.get_by_role("table").last).to_contain_text(said)
    mori.press("持っている係にたずねる", inside=rows.first)
    mori.sees("たずね")
    tanaka = hand_of("田中 美咲")
    tanaka.sees("たずねられました")
    chief = hand_of("山﨑 哲也")  # of the same division: to him it is open
    chief.follow("司令塔")
    chief.follow("上田さん世帯 借金の整理")
    chief.heading("上田さん世帯")
    chief.sees("借金の整理")


@pytest.mark.voice("5-2")
def test_the_tower_finds_what_is_late_what_nobody_touches_and_what_comes_back(hand_of: HandOf, town: Town) -> None:
    """One declined three times, one untouched for a month: found without a name, asked about, and out of the list when it moved."""
    town.now -= timedelta(days=40)
    case = supported(town)
    still, thrown = (
        add_need(by=town("tanaka"), at=town.later(), case=case, theme=theme, title=title)
        for theme, title in ((TroubleCode.DEBT, "借金の整理"), (TroubleCode.HOUSING, "住むところ"))
    )
    town.now = timezone.now() - timedelta(hours=2)
    for _ in range(3):
        thrown_back(town, thrown.ball_id)
    mori = hand_of("森 健一")
    mori.follow("司令塔")
    mori.heading("期限を過ぎたボールが")
    mori.choose("ようす", "期限すぎ")
    mori.press("しぼる")
    row = mori.page.get_by_role("table", name="開いているボール").locator("tbody tr", has_text="債務")
    expect(row).to_contain_text("開庁日超過")
    expect(row).to_contain_text("触れていません")
    expect(row).to_contain_text(f"{HOLDER} 田中 美咲")
    mori.press("持っている係にたずねる", inside=row)
    mori.choose("ようす", "すべて")
    mori.choose("渡された回数", "3回以上")
    mori.press("しぼる")
    often = mori.page.get_by_role("table", name="開いているボール").locator("tbody tr")
    expect(often).to_have_count(1)
    expect(often).to_contain_text("3回渡されました")
    expect(often).to_contain_text(f"{HOLDER} 田中 美咲")  # it never left
    mori.does_not_see("住むところ")
    tanaka = hand_of("田中 美咲")
    tanaka.page.goto(f"{tanaka.home}/desk/balls/{still.ball_id}/")
    tanaka.press("記録する", inside=tanaka.panel("動いたことを記録する"))
    mori.page.goto(f"{mori.home}/desk/tower/?state=late&theme={TroubleCode.DEBT}")
    mori.sees("この見かたに合うボールはありません。")


def thrown_back(town: Town, ball: UUID) -> None:
    to = town.team("north-care-desk")
    made = offer(by=town("tanaka"), at=town.later(), ball=ball, to=to, reason=OfferReason.AREA)
    said = {"declined_by": Decliner.AGENCY, "reason": DeclineReason.NO_ROOM, "words": "来月なら受けられる。"}
    decline(by=town("ogawa"), at=town.later(), offer=made.pk, **said)  # type: ignore[arg-type]


@pytest.mark.voice("5-2")
def test_the_tower_directs_and_hears_what_became_of_it(hand_of: HandOf, town: Town) -> None:
    """What, until when, who: the holder has it among the things of the day, and the tower counts what was followed."""
    case, today = supported(town), local_day(timezone.now())
    need = add_need(by=town("tanaka"), at=town.later(), case=case, theme=TroubleCode.DEBT, title="借金の整理")
    mori, page = hand_of("森 健一"), f"/desk/balls/{need.ball_id}/"
    mori.page.goto(f"{mori.home}{page}")
    panel = mori.panel("指示を出す")
    mori.write("何をしてほしいですか", "法テラスに電話して、日を決めてください。", inside=panel)
    mori.write("いつまでに", today.isoformat(), inside=panel)
    mori.press("指示を出す", inside=panel)
    mori.sees("指示を届けました。ボールはそのままです。")
    mori.follow("司令塔")
    mori.sees("出したもの1件。済んだもの0件")
    mori.sees(f"指示 {say_day(today)}まで")
    tanaka = hand_of("田中 美咲")
    tanaka.sees(f"指示 {say_day(today)}まで")
    tanaka.page.goto(f"{tanaka.home}{page}")
    tanaka.sees("法テラスに電話して、日を決めてください。")
    answer = tanaka.panel("指示を受けています")
    tanaka.mark("どうなりましたか", "やりました", inside=answer)
    tanaka.press("返事をする", inside=answer)
    tanaka.sees("ボールはあなたの係のままです。")
    mori.page.goto(f"{mori.home}/desk/tower/?often=1")
    mori.sees("この見かたに合うボールはありません。")
    mori.sees("出したもの1件。済んだもの1件(うち期限のあと0件)")
    assert mori.page.get_by_text("返事を待っているものが").count() == 0
