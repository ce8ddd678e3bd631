"""On what ground somebody reads, in the browser: consent after a conference, consent taken back, a town without 重層."""

from collections.abc import Callable

import pytest

from marugoto.custody.models import Offer
from tests.database import unwalled
from tests.journeys.hand import Hand
from tests.story import one_household
from tests.town import Town

pytestmark = [pytest.mark.journey, pytest.mark.django_db(transaction=True)]
HandOf = Callable[..., Hand]
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


def answers(tanaka: Hand, case: object, state: str) -> None:
    """誠, about the 包括."""
    tanaka.page.goto(f"{tanaka.home}/desk/households/{case}/consents/")
    makoto = tanaka.panel("佐藤 誠")
    tanaka.open_in(makoto, "答えを書く")
    tanaka.choose("どの係に", "北部包括 総合相談", inside=makoto)
    tanaka.choose("答え", state, inside=makoto)
    if state == "同意あり":
        tanaka.tick("基本(氏名・生年月日・家族)", inside=makoto)
        tanaka.tick("相談と支援の記録", inside=makoto)
    tanaka.press("残す", inside=makoto)
    tanaka.sees("答えを残しました。")


@pytest.mark.voice("3-6", "5-4")
def test_a_town_without_the_programme_is_told_the_lawful_way_instead(hand_of: HandOf, town: Town) -> None:
    aruga = hand_of("有賀 千草")
    aruga.page.goto(f"{aruga.home}/meeting/conferences/new/")
    kinds = aruga.page.get_by_role("group", name="会議の種類")
    assert not [
        one for one in kinds.get_by_role("radio").all() if "支援会議 —" in (one.get_attribute("aria-label") or "")
    ]
    aruga.sees("重層的支援体制整備事業をしている市町村だけです。")
    aruga.sees("本人の同意を得るか、この自治体で使えるほかの会議")
    aruga.follow("どの根拠が、なぜ使えるか")
    aruga.sees("社会福祉法106条の6(2026年の改正)")
    aruga.sees("確かめていません")
