"""A wife who is hidden from her husband: her own worker sees her and where she lives now; whoever helps him meets neither anywhere."""

from collections.abc import Callable
from datetime import date
from typing import Any

import pytest

from marugoto.casework.actions.case import open_case
from marugoto.people.actions.household import form_household
from marugoto.people.actions.person import enter_person
from tests.journeys.hand import Hand
from tests.town import Town

pytestmark = [pytest.mark.journey, pytest.mark.django_db(transaction=True)]
HandOf = Callable[..., Hand]
HERS, FIELD, STREET = "秋庭 澄江", "秋庭", "汐見市高台3-4"
PAGES = (
    "households",
    "households/?words={she}",
    "consultations/?words={she}",
    "people/{he}/",
    "people/{he}/same/?words={she}",
)
OF_HER = (
    "households/{home}/",
    "households/{home}/assessment/blank/",
    "households/{home}/attachments/",
    "people/{her}/",
)


def two_households(town: Town) -> dict[str, str]:
    """田中 helps her; he lives at the house they had, and the same desk helps him."""

    def now() -> dict[str, Any]:
        return {"by": town("tanaka"), "at": town.later()}

    he = enter_person(**now(), name="秋庭 渉", birth=date(1970, 1, 1), phone="0000-22-7001").pk
    she = enter_person(**now(), name=HERS, birth=date(1972, 2, 2), phone="0000-22-7002").pk
    his = form_household(**now(), area="north", members=[(he, "本人")])
    hers = form_household(**now(), area="south", members=[(she, "本人")])
    cases = [open_case(**now(), household=home.pk).pk for home in (his, hers)]
    return {"he": str(he), "her": str(she), "his_home": str(cases[0]), "home": str(cases[1]), "she": HERS}


@pytest.mark.voice("F-2")
def test_a_wife_and_her_new_address_are_hidden_from_her_husbands_helpers(hand_of: HandOf, town: Town) -> None:
    known = two_households(town)
    tanaka, yamazaki = hand_of("田中 美咲"), hand_of("山﨑 哲也")
    tanaka.page.goto(f"{tanaka.home}/desk/people/{known['her']}/")
    tanaka.follow("見られる人を決める")
    tanaka.write("わけ", "DV等支援措置")
    tanaka.press("閉じる", inside=tanaka.panel("見られる人を決めて、閉じる"))
    tanaka.heading("見られる人が決められています。")
    tanaka.page.goto(f"{tanaka.home}/desk/people/{known['her']}/")
    tanaka.open("住所を足す・移った")
    tanaka.write("住所", STREET)
    tanaka.press("住所を足す")
    tanaka.sees(STREET)
    tanaka.sees(HERS)
    for page in (*PAGES, *OF_HER):
        yamazaki.page.goto(f"{yamazaki.home}/desk/{page.format(**known)}")
        yamazaki.page.emulate_media(media="print")
        shown = yamazaki.page.content().replace(f'value="{HERS}"', "").replace(f"「{HERS}」", "")
        assert HERS not in shown, page
        assert STREET not in shown, page
        yamazaki.page.emulate_media(media="screen")
    for words in (HERS, "澄江", STREET, "0000-22-7002", "7002"):
        yamazaki.page.goto(f"{yamazaki.home}/search/?q={words}")
        yamazaki.sees("見つかりませんでした。")
    yamazaki.page.goto(f"{yamazaki.home}/search/?q={FIELD}")
    yamazaki.heading("1人見つかりました。")
    yamazaki.sees("秋庭 渉")
    tanaka.page.goto(f"{tanaka.home}/search/?q={FIELD}")
    tanaka.heading("2人見つかりました。")
    tanaka.sees(HERS)
