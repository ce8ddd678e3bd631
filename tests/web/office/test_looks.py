"""閲覧記録: who looked at what, found by worker, record and day; the looking itself is written down."""

from uuid import uuid4

import pytest
from django.db import connection
from django.test import Client

from marugoto.casework.actions.case import open_case
from marugoto.disclosure.models import Look
from marugoto.people.actions.household import form_household
from marugoto.people.actions.person import enter_person
from marugoto.web.office.pages.looks import _plain as plain_cell
from tests.database import unwalled
from tests.town import Town
from tests.web.counting import counted
from tests.web.office.conftest import Enter
from tests.web.office.test_standard import h1, text

pytestmark = pytest.mark.django_db

LOOKS = "/office/looks/"


def household(town: Town, name: str) -> tuple[str, str]:
    """Ids of a case and of its person."""
    at = town.later()
    person = enter_person(by=town("tanaka"), at=at, name=f"{name} 一", kana="ためし はじめ")
    home = form_household(by=town("tanaka"), at=at, area="north", members=[(person.pk, "本人")])
    return str(open_case(by=town("tanaka"), at=at, household=home.pk).pk), str(person.pk)


def rows(page) -> int:
    return page.content.decode().count('<th scope="row"')


def test_a_look_is_there_within_the_same_second(town: Town, enter: Enter) -> None:
    case, _ = household(town, "佐藤")
    shiraishi = enter("shiraishi")
    assert "見られていません。" in h1(shiraishi.get(LOOKS))
    assert enter("tanaka").get(f"/desk/households/{case}/").status_code == 200
    said = text(shiraishi.get(LOOKS))
    for words in ("田中 美咲", "相談支援員", "相談支援のため", "世帯", "人: 基本"):
        assert words in said, words
    assert "佐藤" not in said  # the book names nobody who was looked at


def test_looking_at_the_looks_is_a_look(enter: Enter) -> None:
    shiraishi = enter("shiraishi")
    shiraishi.get(LOOKS)
    said = text(shiraishi.get(LOOKS))
    assert "白石 律子" in said
    assert "閲覧の確かめのため" in said
    assert "閲覧記録 さがした" in said


def test_found_by_worker(town: Town, enter: Enter) -> None:
    case, _ = household(town, "佐藤")
    enter("tanaka").get(f"/desk/households/{case}/")
    shiraishi = enter("shiraishi")
    shiraishi.get(LOOKS)
    assert rows(shiraishi.get(LOOKS)) == 2
    assert rows(shiraishi.get(LOOKS, {"worker": str(town("tanaka").worker)})) == 1
    assert rows(shiraishi.get(LOOKS, {"worker": str(town("ogawa").worker)})) == 0


def test_found_by_record(town: Town, enter: Enter) -> None:
    """By the address of the page as it is pasted, by the person, and by a folder of the list."""
    (case, person), (other, _) = household(town, "佐藤"), household(town, "石井")
    tanaka, shiraishi = enter("tanaka"), enter("shiraishi")
    tanaka.get(f"/desk/households/{case}/")
    tanaka.get(f"/desk/households/{other}/")
    for about in (f"https://example.jp/desk/households/{case}/", person, f" {case.upper()} "):
        page = shiraishi.get(LOOKS, {"about": about})
        assert rows(page) == 1, about
        assert "この記録は1回見られています。" in h1(page)
    tanaka.get("/desk/households/")
    assert rows(shiraishi.get(LOOKS, {"about": case})) == 2  # the list shows it too
    assert rows(shiraishi.get(LOOKS, {"about": str(uuid4())})) == 0


def test_found_by_page_and_room(town: Town, enter: Enter) -> None:
    case, _ = household(town, "佐藤")
    tanaka, shiraishi = enter("tanaka"), enter("shiraishi")
    tanaka.get(f"/desk/households/{case}/")
    tanaka.get("/desk/households/")
    assert [rows(shiraishi.get(LOOKS, {"screen": one})) for one in ("desk:household", "desk:", "meeting:", "x")] == [
        1,
        2,
        0,
        5,
    ]


def test_each_folder_says_on_which_basis_it_was_open(town: Town, enter: Enter) -> None:
    case, _ = household(town, "佐藤")
    enter("tanaka").get(f"/desk/households/{case}/")
    with unwalled():
        (look,) = Look.objects.everywhere("the one look").filter(page="desk:household")
    kept = {"own_duty"} if connection.vendor == "postgresql" else {""}  # there it is found by the grants of that moment
    assert {basis for _, _, basis in look.folders} == kept
    assert "人: 基本(氏名・生年月日・家族) — 自分の機関の仕事(個人情報保護法69条1項)" in text(
        enter("shiraishi").get(LOOKS)
    )


def test_saved_as_a_table_it_is_a_look_too_and_no_formula(town: Town, enter: Enter) -> None:
    case, _ = household(town, "佐藤")
    enter("tanaka").get(f"/desk/households/{case}/")
    shiraishi = enter("shiraishi")
    table = shiraishi.get(f"{LOOKS}table.csv", {"worker": str(town("tanaka").worker)})
    head, row = table.content.decode("utf-8-sig").splitlines()
    assert head.startswith("いつ,だれ,役割")
    assert "田中 美咲,相談支援員" in row
    assert "自分の機関の仕事" in row
    assert rows(shiraishi.get(LOOKS, {"screen": "office:"})) == 1
    assert plain_cell("=1+1") == "'=1+1"
    assert plain_cell("佐藤") == "佐藤"


def test_found_by_day(town: Town, enter: Enter) -> None:
    case, _ = household(town, "佐藤")
    enter("tanaka").get(f"/desk/households/{case}/")
    shiraishi = enter("shiraishi")
    page = shiraishi.get(LOOKS, {"since": "R7.4.1", "until": "令和7年4月30日"})
    assert h1(page) == "4月1日(火)から4月30日(水)までに、記録は見られていません。"
    assert "日をひろげるか" in text(page)


@pytest.mark.parametrize(
    ("asked", "words"),
    [
        ({"since": "いつか"}, "いつか"),
        ({"since": "令和8年2月30日"}, "2月30日"),
        ({"since": "R8.4.30", "until": "R8.4.1"}, "「いつから」が「いつまで」よりあとです。"),
        ({"about": "佐藤さん"}, "番号が読み取れません。"),
    ],
)
def test_what_cannot_be_read_is_said_and_kept(enter: Enter, asked: dict[str, str], words: str) -> None:
    page = enter("shiraishi").get(LOOKS, asked)
    assert page.status_code == 200
    assert words in text(page) + page.content.decode()
    assert "誤り" in text(page)
    for typed in asked.values():
        assert f'value="{typed}"' in page.content.decode()


def test_for_the_privacy_officer_alone(enter: Enter) -> None:
    assert enter("shiraishi").get(LOOKS).status_code == 200
    for worker in ("tanaka", "mori", "yamazaki", "hirata", "kuze", "honma", "okamoto"):
        assert enter(worker).get(LOOKS).status_code == 404, worker


def test_ten_looks_and_five_hundred_cost_the_same(town: Town, enter: Enter) -> None:
    case, person = household(town, "佐藤")
    tanaka, shiraishi = enter("tanaka"), enter("shiraishi")
    for _ in range(10):
        tanaka.get(f"/desk/households/{case}/")
    asked_for = ({}, {"about": person}, {"worker": str(town("tanaka").worker)})
    few = [questions(shiraishi, one) for one in asked_for]
    look_again(490)
    many = [questions(shiraishi, one) for one in asked_for]
    assert "500回" in text(shiraishi.get(LOOKS, {"about": person}))
    for before, now in zip(few, many, strict=True):
        assert len(now) == len(before) <= 8, "\n".join(now)


def look_again(times: int) -> None:
    """The same look so many times more, straight into the book."""
    with unwalled():
        look = Look.objects.everywhere("one of the ten").filter(page="desk:household").first()
        values = {field.attname: getattr(look, field.attname) for field in Look._meta.concrete_fields}
        Look.objects.bulk_create([Look(**values | {"id": uuid4()}) for _ in range(times)])


def questions(client: Client, asked_for: dict[str, str]) -> list[str]:
    with counted() as asked:
        assert client.get(LOOKS, asked_for).status_code == 200
    return asked
