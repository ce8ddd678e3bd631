"""もとの記録: every figure opens its rows; a name stands only where the reader may open the record."""

import pytest
from django.test import Client

from tests.town import Town
from tests.web.counting import counted
from tests.web.office.conftest import Enter
from tests.web.office.figures import answered, handed_over, noticed
from tests.web.office.test_standard import h1, text

pytestmark = pytest.mark.django_db

ANSWERS = "/office/standard/indicators/I06/rows/"
CONTACTS = "/office/standard/indicators/I01/rows/"
FALLS = "/office/standard/criteria/F2.2/rows/"


def test_the_planner_sees_balls_and_no_names(town: Town, enter: Enter) -> None:
    handed_over(town, "佐藤さん", caught=True)
    handed_over(town, "石井さん", caught=False)
    page = enter("hirata").get(ANSWERS)
    assert h1(page) == "「ボール応答率」は、数えた2件のうち1件です。"
    said = text(page)
    assert "守れた" in said
    assert "守れなかった" in said
    assert said.count("ボール ") >= 2
    for word in ("佐藤さん", "石井さん", "/desk/consultations/"):
        assert word not in page.content.decode(), word


def test_a_row_opens_only_for_who_may_open_it(town: Town, enter: Enter) -> None:
    notice = noticed(town, "食べるものがないと話された。")
    mori, hirata = enter("mori").get(CONTACTS), enter("hirata").get(CONTACTS)
    assert f"/desk/notices/{notice}/" in mori.content.decode()
    assert "食べるもの" in text(mori)
    assert f"/desk/notices/{notice}/" not in hirata.content.decode()
    assert "食べるもの" not in text(hirata)
    assert "数えた1件のうち0件" in h1(hirata)


def test_a_name_shown_is_written_down(town: Town, enter: Enter) -> None:
    noticed(town, "食べるものがないと話された。")
    enter("mori").get(CONTACTS)
    said = text(enter("shiraishi").get("/office/looks/"))
    assert "森 健一" in said
    assert "数字のもとの記録" in said


def test_what_is_too_young_is_shown_and_not_counted(town: Town, enter: Enter) -> None:
    handed_over(town, "佐藤さん", caught=True, days_ago=1)
    page = enter("hirata").get(ANSWERS)
    assert h1(page) == "「ボール応答率」は、数えた0件のうち0件です。ほかに、まだ期限の前のものが1件あります。"
    assert "まだ期限の前" in text(page)


def test_only_what_was_missed(town: Town, enter: Enter) -> None:
    handed_over(town, "佐藤さん", caught=True)
    handed_over(town, "石井さん", caught=False)
    hirata = enter("hirata")
    assert hirata.get(ANSWERS).content.decode().count("<tr>") == 3  # the heading, and two
    missed = hirata.get(ANSWERS, {"state": "left"}).content.decode()
    assert missed.count("<tr>") == 2
    assert "すべて 2件" in missed


def test_the_other_numbers_of_a_criterion(town: Town, enter: Enter) -> None:
    handed_over(town, "佐藤さん", caught=True)
    hirata = enter("hirata")
    assert "「何度も渡そうとしたボール」は、数えた1件のうち0件です。" in h1(hirata.get(FALLS, {"part": "bounced"}))
    assert "「手のついていないボール」" in h1(hirata.get(FALLS, {"part": "resting"}))
    lapsed = hirata.get(FALLS, {"part": "lapsed"})
    assert "まだ数えるものがありません。" in text(lapsed)
    assert "もとの数字" in text(lapsed)  # the way back to the other numbers


def test_more_than_fifty_rows_have_pages(enter: Enter) -> None:
    answered(17, of=120)
    hirata = enter("hirata")
    assert "120件のうち 1–50" in text(hirata.get(ANSWERS))
    assert "いまは残っていない記録" in text(hirata.get(ANSWERS))  # facts whose ball is gone
    assert "101–120" in text(hirata.get(ANSWERS, {"page": "3"}))
    assert "101–103" in text(hirata.get(ANSWERS, {"page": "3", "state": "left"}))


@pytest.mark.parametrize(
    "address",
    [
        "/office/standard/indicators/I99/rows/",
        "/office/standard/criteria/F9.9/rows/",
        "/office/standard/nothing/F2.2/rows/",
        f"{FALLS}?part=people",
        f"{ANSWERS}?part=lapsed",
    ],
)
def test_what_is_not_a_figure_is_not_there(enter: Enter, address: str) -> None:
    assert enter("hirata").get(address).status_code == 404


def test_nonsense_in_the_filter_shows_everything(town: Town, enter: Enter) -> None:
    handed_over(town, "佐藤さん", caught=True)
    page = enter("hirata").get(ANSWERS, {"state": "<b>", "page": "-1"})
    assert page.status_code == 200
    assert page.content.decode().count("<tr>") == 2


def test_ten_rows_and_five_hundred_cost_the_same(town: Town, enter: Enter) -> None:
    for number in range(9):
        handed_over(town, f"試し{number}", caught=number % 2 == 0, days_ago=50)
    noticed(town, "気づき")
    pages = [(enter(worker), address) for worker, address in (("hirata", ANSWERS), ("mori", CONTACTS), ("mori", FALLS))]
    few = [questions(client, address) for client, address in pages]
    answered(245, of=490, after=100_000)
    many = [questions(client, address) for client, address in pages]
    assert "499件のうち 1–50" in text(pages[0][0].get(ANSWERS))
    for before, now in zip(few, many, strict=True):
        assert len(now) == len(before) <= 8, "\n".join(now)


def questions(client: Client, address: str) -> list[str]:
    with counted() as asked:
        assert client.get(address).status_code == 200
    return asked
