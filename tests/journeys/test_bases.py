"""On what ground somebody reads, in the browser: consent after a conference, consent taken back, a town without 重層."""

from collections.abc import Callable
from datetime import timedelta
from uuid import UUID

import pytest
from django.utils import timezone
from playwright.sync_api import expect

from marugoto.casework.actions.plan import GoalDraft, StepDraft, draft
from marugoto.casework.actions.review import review
from marugoto.casework.codes import Agreement, ReviewResult
from marugoto.custody.models import Offer
from marugoto.kernel.era import say_day
from marugoto.kernel.jst import local_day
from tests.database import unwalled
from tests.journeys.hand import Hand
from tests.story import Story, one_household
from tests.town import Town

pytestmark = [pytest.mark.journey, pytest.mark.django_db(transaction=True)]
HandOf = Callable[..., Hand]
OGAWA = "北部包括 小川 直子(主任介護支援専門員)"
CONSENT = "本人の同意(個人情報保護法69条2項1号)"
SUPPORT = "支援会議のこの議題の席にいるか、そこで決まった役割を引き受けた係だから読めます。"
AGREED = "本人が、この機関に伝えてよいと答えたから読めます。"


@pytest.mark.voice("2A-7", "5-1")
def test_consent_comes_after_the_conference_and_is_taken_back(hand_of: HandOf, town: Town) -> None:
    """The team reads on what 誠 agreed to, not on what the table said; when he takes it back, it reads nothing."""
    story = one_household(town)
    tanaka = hand_of("田中 美咲")
    answers(tanaka, story.case, "同意あり")
    tanaka.page.goto(f"{tanaka.home}/desk/balls/{story.ball}/offers/new/")
    tanaka.choose("どの係に渡しますか", "北部包括 総合相談")
    tanaka.choose("なぜ", "そちらの仕事にあたる")
    tanaka.mark("記録を伝える根拠", CONSENT)
    tanaka.tick("基本(氏名・生年月日・家族)", inside=tanaka.page.get_by_role("group", name="伝える部分"))
    tanaka.press("渡す")
    ogawa = hand_of("小川 直子")
    with unwalled():
        made = Offer.objects.within(town.body).get(ball=story.ball, ended=None).pk
    ogawa.page.goto(f"{ogawa.home}/desk/offers/{made}/")
    ogawa.press("受け取る")
    ogawa.sees("受け取りました。")
    ogawa.page.goto(f"{ogawa.home}/desk/balls/{story.ball}/")
    ogawa.sees(AGREED)
    ogawa.does_not_see(SUPPORT)
    answers(tanaka, story.case, "取り消されました")
    tanaka.sees("これまでに伝わったもの")
    tanaka.sees("に閉じました")
    ogawa.page.reload()
    ogawa.sees("本人の同意が、いまはありません。")
    assert ogawa.page.get_by_text(AGREED).count() == 0


def answers(tanaka: Hand, case: object, state: str, who: str = "佐藤 誠") -> None:
    """About the 包括."""
    tanaka.page.goto(f"{tanaka.home}/desk/households/{case}/consents/")
    makoto = tanaka.panel(who)
    tanaka.open_in(makoto, "答えを書く")
    tanaka.choose("どの係に", "北部包括 総合相談", inside=makoto)
    tanaka.choose("答え", state, inside=makoto)
    if state == "同意あり":
        tanaka.tick("基本(氏名・生年月日・家族)", inside=makoto)
        tanaka.tick("相談と支援の記録", inside=makoto)
    tanaka.press("残す", inside=makoto)
    tanaka.sees("答えを残しました。")


@pytest.mark.voice("1-9")
def test_a_case_moves_from_the_closed_table_to_the_one_of_consent_with_its_plan(hand_of: HandOf, town: Town) -> None:
    """支援会議 spoke without consent; once 誠 and キヨ agree, 重層的支援会議 sits for the same case and examines its plan there."""
    story = one_household(town)
    plan = planned_anew(town, story)
    tanaka = hand_of("田中 美咲")
    tanaka.page.goto(f"{tanaka.home}/desk/plans/{plan}/")
    tanaka.sees("案ができてから開かれた会議が、まだありません。")
    called_to_the_second_table(tanaka, story.case)
    a_seat_waits_for_consent(tanaka)
    table = tanaka.page.url
    for who in ("佐藤 誠", "佐藤 キヨ"):
        answers(tanaka, story.case, "同意あり", who)
    tanaka.page.goto(table)
    seated(tanaka, OGAWA)
    tanaka.sees("席を作りました。")
    tanaka.press("会議を始める")
    tanaka.page.goto(f"{tanaka.home}/desk/plans/{plan}/")
    tanaka.choose(
        "どの会議で確かめましたか", f"重層的支援会議 {say_day(local_day(timezone.now()) + timedelta(days=1))}"
    )
    tanaka.press("会議で確かめた")
    tanaka.heading("プランは「会議で確かめた」です。")
    tanaka.page.goto(f"{tanaka.home}/desk/households/{story.case}/")
    expect(tanaka.panel("プラン")).to_contain_text("会議で確かめた")


def planned_anew(town: Town, story: Story) -> UUID:
    """A version that no table has seen: the one of 支援会議 was looked at again and is over."""
    at = timezone.now()
    by = town("tanaka").at_moment(at)
    review(by=by, at=at, plan=story.plan, result=ReviewResult.REPLAN, words="同意をもらったので、作り直す。")
    steps = [StepDraft("木曜の将棋に一緒に行く", town.team("shakyo-join"))]
    goals, on = [GoalDraft("月に2回、将棋をさしに出かける")], local_day(at) + timedelta(days=60)
    said = {"goals": goals, "steps": steps, "review_on": on, "agreement": Agreement.AGREED}
    return draft(by=by, at=at, case=story.case, **said).pk


def called_to_the_second_table(tanaka: Hand, case: object) -> None:
    tanaka.page.goto(f"{tanaka.home}/desk/households/{case}/")
    tanaka.follow("会議にかける")
    tanaka.follow("会議を呼びかける")
    tanaka.mark(
        "会議の種類", "重層的支援会議 — 本人が同意したことだけを話し合い、プランの適切さ・評価・終わりを決めます。"
    )
    tanaka.write("日", (local_day(timezone.now()) + timedelta(days=1)).isoformat())
    tanaka.press("呼びかける")
    tanaka.press("議題に入れる")
    tanaka.sees("議題に入れました。")
    tanaka.sees("本人の同意")


def seated(tanaka: Hand, who: str) -> None:
    tanaka.choose("だれに来てもらいますか", who)
    tanaka.write("なぜこの人か", "この世帯に関わっているため")
    tanaka.press("席を作る")


def a_seat_waits_for_consent(tanaka: Hand) -> None:
    """What was heard at the closed table is no ground here."""
    seated(tanaka, OGAWA)
    tanaka.sees("同意")
    tanaka.does_not_see("席を作りました。")
    tanaka.page.go_back()


@pytest.mark.voice("3-6", "5-4")
def test_a_town_without_the_programme_is_told_the_lawful_way_instead(hand_of: HandOf, town: Town) -> None:
    aruga = hand_of("有賀 千草")
    aruga.page.goto(f"{aruga.home}/meeting/conferences/new/")
    kinds = aruga.page.get_by_role("group", name="会議の種類")
    expect(kinds).to_contain_text("地域ケア会議 —")
    expect(kinds).to_contain_text("定例の打合せ —")
    expect(kinds).not_to_contain_text("支援会議")  # neither by itself, nor 重層的支援会議, nor both in one
    shut = aruga.panel("この自治体では、いま開けない会議")
    expect(shut).to_contain_text("重層的支援会議 重層的支援体制整備事業をしている市町村の会議です。")
    expect(shut).to_contain_text("本人の同意を根拠に話し合えます。")
    aruga.sees("重層的支援体制整備事業をしている市町村だけです。")
    aruga.sees("本人の同意を得るか、この自治体で使えるほかの会議")
    aruga.follow("どの根拠が、なぜ使えるか")
    aruga.sees("社会福祉法106条の6(2026年の改正)")
    aruga.sees("確かめていません")
