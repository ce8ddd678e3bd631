"""要対協 and 支援会議 in one sitting, in the browser: whoever belongs to one hears nothing of the other, and each look says its own ground."""

from collections.abc import Callable
from datetime import timedelta

import pytest
from django.utils import timezone
from playwright.sync_api import Locator, expect

from marugoto.conferences.kinds.child import child
from marugoto.disclosure.actions.council import add_council_member
from marugoto.disclosure.codes import CouncilKind, MemberSort
from marugoto.kernel.jst import local_day
from tests.conferences.test_council import entered
from tests.journeys.hand import Hand
from tests.story import Story, one_household
from tests.town import Town

pytestmark = [pytest.mark.journey, pytest.mark.django_db(transaction=True)]
HandOf = Callable[..., Hand]
CHILD, SUPPORT, SCHOOL = "みなも市要対協", "みなも市支援会議", "みなも第二中学校"
OF_THE_CHILD, OF_THE_ADULTS = "学校での様子を話した。", "祖母の通院をだれが見るか話した。"


def bodies(town: Town) -> None:
    """要対協 with the school board and a school; 支援会議 with the 包括; 田中's division belongs to both."""
    council = entered(town, CouncilKind.CHILD, CHILD, "tanaka", "nishimura")
    entered(town, CouncilKind.SUPPORT, SUPPORT, "tanaka", "ogawa")
    at = town.later()
    add_council_member(
        by=town("honma"), at=at, council=council.pk, sort=MemberSort.PUBLIC, since=local_day(at), name=SCHOOL
    )


@pytest.mark.voice("1-9", "3-4", "F-2")
def test_two_bodies_meet_in_one_sitting_and_nothing_flows_across(hand_of: HandOf, town: Town) -> None:
    story = one_household(town)
    bodies(town)
    tanaka = hand_of("田中 美咲")
    meeting = she_calls_both(tanaka, story)
    first, second = tanaka.panel("議題1 佐藤さん世帯"), tanaka.panel("議題2 佐藤さん世帯")
    who_does_not_belong_is_refused_and_the_form_says_of_whom(tanaka, first)
    sits(tanaka, first, "西村", "学校を知る")
    expect(first.locator("tr", has_text="西村")).to_contain_text(f"{CHILD}の構成員")
    sits(tanaka, second, "小川", "通院を知る")
    expect(second.locator("tr", has_text="小川")).to_contain_text(f"{SUPPORT}の構成員")
    nishimura, ogawa = hand_of("西村 彩"), hand_of("小川 直子")
    for one in (nishimura, ogawa):
        one.page.goto(meeting)
        one.press("約束する")
        one.sees("約束を確かめました。")
    it_is_held(tanaka, meeting)
    for one, heard, not_heard in ((nishimura, OF_THE_CHILD, OF_THE_ADULTS), (ogawa, OF_THE_ADULTS, OF_THE_CHILD)):
        one.page.goto(meeting)
        one.sees(heard)
        one.does_not_see(not_heard)
        one.sees("もう一つの会議体の席には流れません。")
    each_look_says_its_ground(hand_of("白石 律子"))


def she_calls_both(tanaka: Hand, story: Story) -> str:
    tanaka.page.goto(f"{tanaka.home}/meeting/conferences/new/?case={story.case}")
    tanaka.mark("会議の種類", f"{child.name} — {child.says}")
    tanaka.write("日", (timezone.localdate() + timedelta(days=10)).isoformat())
    tanaka.tick(f"{CHILD}(児童福祉法25条の2)")
    tanaka.tick(f"{SUPPORT}(社会福祉法106条の6)")
    tanaka.press("呼びかける")
    for basis in ("child_council", "support_conference"):
        tanaka.page.locator("[name=case]").first.check()
        tanaka.page.locator(f"[name=basis][value={basis}]").check()
        tanaka.press("議題に入れる")
        tanaka.sees("議題に入れました。")
    tanaka.sees("合同の会議です。")
    return tanaka.page.url.partition("#")[0].partition("?")[0]


def fills(tanaka: Hand, item: Locator, who: str, reason: str) -> None:
    form = item.locator("form[action$='/seats/']")
    if not form.is_visible():
        tanaka.open_in(item, "席を足す")
    names = form.locator("select option").all_inner_texts()
    tanaka.choose("だれに来てもらいますか", next(one for one in names if who in one), inside=form)
    tanaka.write("なぜこの人か", reason, inside=form)


def sits(tanaka: Hand, item: Locator, who: str, reason: str) -> None:
    fills(tanaka, item, who, reason)
    tanaka.press("席を作る", inside=item)


def who_does_not_belong_is_refused_and_the_form_says_of_whom(tanaka: Hand, item: Locator) -> None:
    """What came back is open, and says agency, name and hat as before."""
    sits(tanaka, item, "小川", "ついでに")
    tanaka.sees(f"この人の機関は、{CHILD}の構成員ではありません(児童福祉法25条の2)。")
    form = item.locator("form[action$='/seats/']")
    expect(form).to_be_visible()
    expect(form.locator("select option:checked")).to_contain_text("北部包括 小川 直子(")
    expect(form.get_by_label("なぜこの人か")).to_have_value("ついでに")


def it_is_held(tanaka: Hand, meeting: str) -> None:
    tanaka.page.goto(meeting)
    tanaka.press("会議を始める")
    tanaka.press("出欠をつける")
    tanaka.sees("出欠をつけました。")
    for title, words in (("議題1 佐藤さん世帯", OF_THE_CHILD), ("議題2 佐藤さん世帯", OF_THE_ADULTS)):
        item = tanaka.panel(title)
        item.locator("form[action$='/minutes/'] textarea").fill(words)
        tanaka.press("話し合いを書く", inside=item)
        tanaka.sees("話し合ったことを書きました。")


def each_look_says_its_ground(shiraishi: Hand) -> None:
    for who, ground, other in (
        ("西村", "児童福祉法25条の2", "社会福祉法106条の6"),
        ("小川", "社会福祉法106条の6", "児童福祉法25条の2"),
    ):
        shiraishi.page.goto(f"{shiraishi.home}/office/looks/")
        names = shiraishi.page.locator("select[name=worker] option").all_inner_texts()
        shiraishi.choose("だれ", next(one for one in names if who in one))
        shiraishi.press("しぼる")
        rows = shiraishi.page.locator("main tbody")
        expect(rows).to_contain_text(ground)
        expect(rows).not_to_contain_text(other)


@pytest.mark.voice("1-9", "F-2")
def test_a_school_that_belongs_to_the_council_sends_somebody_from_outside(hand_of: HandOf, town: Town) -> None:
    """Where only members sit, whoever comes from outside comes for one of them; how the porch reads it, tests/journeys/test_porch follows."""
    story = one_household(town)
    bodies(town)
    tanaka = hand_of("田中 美咲")
    she_calls_both(tanaka, story)
    item = tanaka.panel("議題1 佐藤さん世帯")
    tanaka.open_in(item, "外の人(学校・病院・個人など)を招く")
    form = item.locator("form[action$='/outside/']")
    tanaka.choose("どこの人ですか", "学校・園", inside=form)
    tanaka.write("お名前", "青木 千夏", inside=form)
    tanaka.write("なぜこの人を招くか", "学校での様子を知っている", inside=form)
    tanaka.write("この人に読んでもらう文", "登校していません。", inside=form)
    tanaka.press("外の席を作る", inside=form)
    expect(form).to_be_visible()
    tanaka.choose("どの構成員として", SCHOOL, inside=form)
    tanaka.press("外の席を作る", inside=form)
    tanaka.heading("青木 千夏さんに、番号と合言葉を伝えてください。")
    tanaka.follow("議題にもどる")
    row = item.locator("tr", has_text="青木 千夏")
    expect(row).to_contain_text(f"{CHILD}の構成員")
    expect(row).to_contain_text("外から")
