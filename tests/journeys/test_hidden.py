"""A wife who is hidden from her husband: her own worker sees her and where she lives now; whoever helps him meets neither anywhere,
and what is given to him says nothing of her."""

from collections.abc import Callable
from datetime import date, timedelta
from typing import Any

import pytest

from marugoto.casework.actions.case import open_case
from marugoto.casework.actions.need import add_need
from marugoto.casework.actions.plan import GoalDraft, StepDraft, draft
from marugoto.casework.codes import Agreement
from marugoto.intake.rules.troubles import TroubleCode
from marugoto.kernel.jst import local_day
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


HIS_GOAL, HER_GOAL, HER_STEP = "仕事をさがす", "娘と暮らす部屋を見つける", "不動産の店に一緒に行く"


def one_house(town: Town) -> dict[str, str]:
    """Both live in it still; 田中 has drawn their plan."""

    def now() -> dict[str, Any]:
        return {"by": town("tanaka"), "at": town.later()}

    he = enter_person(**now(), name="秋庭 渉", birth=date(1970, 1, 1)).pk
    she = enter_person(**now(), name=HERS, birth=date(1972, 2, 2)).pk
    home = form_household(**now(), area="north", members=[(he, "本人"), (she, "妻")])
    case = open_case(**now(), household=home.pk).pk
    his = add_need(**now(), case=case, theme=TroubleCode.INCOME, title=HIS_GOAL, person=he)
    goals = [GoalDraft(HIS_GOAL, he), GoalDraft(HER_GOAL, she)]
    steps = [
        StepDraft("窓口に行く", town.team("soudan-desk"), goal=0),
        StepDraft(HER_STEP, town.team("soudan-desk"), goal=1),
    ]
    said: dict[str, Any] = {"goals": goals, "steps": steps, "review_on": local_day(town.now) + timedelta(days=60)}
    plan = draft(**now(), case=case, **said, agreement=Agreement.AGREED).pk
    return {"he": str(he), "her": str(she), "case": str(case), "need": str(his.pk), "plan": str(plan)}


@pytest.mark.voice("F-2")
def test_a_wife_is_hidden_from_the_husband_she_lives_with_on_screen_and_paper(hand_of: HandOf, town: Town) -> None:
    """In one household: his helper reads of his need and of nobody else there, and the page he is given says nothing of her."""
    known = one_house(town)
    tanaka, yamazaki = hand_of("田中 美咲"), hand_of("山﨑 哲也")
    yamazaki.page.goto(f"{yamazaki.home}/desk/households/{known['case']}/")
    yamazaki.sees(HERS)
    tanaka.page.goto(f"{tanaka.home}/desk/people/{known['her']}/protection/")
    tanaka.write("わけ", "DV等支援措置")
    tanaka.press("閉じる", inside=tanaka.panel("見られる人を決めて、閉じる"))
    tanaka.heading("見られる人が決められています。")
    his_helper_meets_her_nowhere(yamazaki, known)
    printed = what_goes_on_paper(tanaka, known)
    for whose in ("all", "his"):
        assert HIS_GOAL in printed[whose]
        for words in (HERS, HER_GOAL, HER_STEP):
            assert words not in printed[whose], (whose, words)
    for words in (HER_GOAL, HER_STEP):
        assert words in printed["hers"]
    assert HIS_GOAL not in printed["hers"]


def his_helper_meets_her_nowhere(yamazaki: Hand, known: dict[str, str]) -> None:
    for page in ("households/{case}/", "people/{her}/", "plans/{plan}/", "plans/{plan}/paper/"):
        answer = yamazaki.page.goto(f"{yamazaki.home}/desk/{page.format(**known)}")
        assert answer
        assert answer.status == 404, page
        yamazaki.does_not_see(HERS)
    for page in ("needs/{need}/", "people/{he}/", "households/"):
        yamazaki.page.goto(f"{yamazaki.home}/desk/{page.format(**known)}")
        yamazaki.does_not_see(HERS)
        yamazaki.does_not_see(HER_GOAL)
    yamazaki.page.goto(f"{yamazaki.home}/desk/needs/{known['need']}/")
    yamazaki.heading(HIS_GOAL)


def what_goes_on_paper(tanaka: Hand, known: dict[str, str]) -> dict[str, str]:
    """For everybody, for him, for her."""
    tanaka.page.goto(f"{tanaka.home}/desk/plans/{known['plan']}/paper/")
    tanaka.sees(f"見られる人が決められている方({HERS}")
    printed = {}
    for whose, address in (("all", ""), ("his", f"?for={known['he']}"), ("hers", f"?for={known['her']}")):
        tanaka.page.goto(f"{tanaka.home}/desk/plans/{known['plan']}/paper/{address}")
        tanaka.page.emulate_media(media="print")
        printed[whose] = tanaka.page.inner_text("body")
        tanaka.page.emulate_media(media="screen")
    return printed
