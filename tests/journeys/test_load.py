"""Who carries too much is seen by the person, under every hat, and against what the house itself has said."""

from collections.abc import Callable
from datetime import timedelta

import pytest
from django.utils import timezone
from playwright.sync_api import expect

from marugoto.casework.actions.need import add_need
from marugoto.intake.rules.troubles import TroubleCode
from marugoto.kernel.era import say_era
from marugoto.kernel.jst import local_day
from tests.begun import heard, supported
from tests.journeys.hand import Hand
from tests.town import Town

pytestmark = [pytest.mark.journey, pytest.mark.django_db(transaction=True)]
HandOf = Callable[..., Hand]


@pytest.mark.voice("2C-4", "5-2")
def test_who_carries_too_much_is_seen_and_not_by_a_number_alone(hand_of: HandOf, town: Town) -> None:
    """A bar of the house's own; many in time is one thing, something late is another, and the tower goes to those balls."""
    town.now = timezone.now() - timedelta(days=60)
    heard(town)  # nobody touched it since
    town.now = timezone.now() - timedelta(hours=2)
    case = supported(town)
    for theme, title in ((TroubleCode.DEBT, "借金の整理"), (TroubleCode.HOUSING, "住むところ")):
        add_need(by=town("tanaka"), at=town.later(), case=case, theme=theme, title=title)
    mori = hand_of("森 健一")
    mori.follow("司令塔")
    mori.follow("だれに重なっているか(人ごと・機関ごと)")
    mori.heading("期限すぎか「困った」のある人が1人います。一人の目安は、まだ決めていません。")
    row = mori.panel("人ごと").locator("tbody tr", has_text="田中 美咲")
    expect(row).to_contain_text("期限すぎがあります")
    the_house_says_its_bar(hand_of("本間 里奈"))
    mori.page.reload()
    mori.heading("目安（3個）をこえ、期限すぎか「困った」もある人が1人います。")
    expect(row.locator("td")).to_have_text(["4", "0", "1", "0", "目安をこえ、期限すぎもあります"])
    expect(mori.panel("機関ごと").locator("tbody tr", has_text="福祉総合相談課")).to_contain_text("人")
    mori.follow_in(row, "1")
    mori.sees("しぼった1個／4個")
    rows = mori.page.get_by_role("table", name="開いているボール").locator("tbody tr")
    expect(rows).to_have_count(1)
    expect(rows).to_contain_text("開庁日超過")
    mori.does_not_see("借金の整理")


def the_house_says_its_bar(honma: Hand) -> None:
    honma.page.goto(f"{honma.home}/office/limits/")
    panel = honma.panel("一人が担当するボールの目安")
    expect(panel).to_contain_text("まだ決めていません。")
    honma.write("何個までを目安にしますか", "3", inside=panel)
    honma.write("いつから", say_era(local_day(timezone.now())), inside=panel)
    honma.write("何で決めましたか", "11月の係長会議", inside=panel)
    honma.press("決める", inside=panel)
    honma.sees("いまは3個までです。")
