"""県の支援メニュー: the prefecture writes, every town reads it where somebody looks for a place, and only numbers come back."""

from typing import Any
from uuid import uuid4

import pytest
from django.contrib.auth import get_user_model
from django.test import Client

from marugoto.casework.actions.need import add_need
from marugoto.community.actions.provision import use_for_somebody
from marugoto.community.codes import Lack
from marugoto.intake.rules.troubles import TroubleCode
from marugoto.web.pref.pages.provision import FEW, uses_words
from tests.begun import supported
from tests.beside import provided
from tests.town import Town, settle_town
from tests.waited import lacking
from tests.web.counting import counted
from tests.web.town.asking import sentence, words

pytestmark = pytest.mark.django_db
PAGE = "/pref/provisions/"


@pytest.fixture
def town(db: None) -> Town:
    return settle_town()


def signed_in(worker: str) -> Client:
    client = Client()
    client.force_login(get_user_model().objects.get(username=f"cast-{worker}"))
    return client


def sent(client: Client, address: str, **fields: Any) -> Any:
    return client.post(address, {"key": str(uuid4())} | fields)


def asked(client: Client, address: str) -> list[str]:
    client.get(address)
    with counted() as found:
        assert client.get(address).status_code == 200
    return found


SAID = {
    "name": "農福連携の受け入れ先さがし",
    "does": "農家と事業所をつなぐ。",
    "audience": "働く場をさがす人",
    "lack": "work",
    "since": "2026/11/1",
    "contact": "県 地域福祉課 0000-11-2100",
    "ground": "order",
    "ground_words": "青嶺県農福連携推進要領3",
}


def test_the_prefecture_writes_and_is_told_what_is_missing(town: Town) -> None:
    kurokawa = signed_in("kurokawa")
    assert sentence(kurokawa.get(PAGE)) == "市町村に見える県の支援メニューは、まだありません。"
    bad = sent(kurokawa, f"{PAGE}offered/", **SAID | {"contact": "", "last": "きのう"})
    assert bad.status_code == 422
    assert "農家と事業所をつなぐ。" in words(bad)  # what was typed stays
    assert sent(kurokawa, f"{PAGE}offered/", **SAID | {"last": "2020/3/31"}).status_code == 422
    assert sent(kurokawa, f"{PAGE}offered/", **SAID).status_code == 302
    assert sentence(kurokawa.get(PAGE)) == "1つの支援メニューが、3の市町村に見えています。"
    said = words(kurokawa.get(PAGE))
    assert "「使う」と答えた市町村は、まだありません" in said
    assert "人のために使われたことは、まだありません" in said


def test_a_town_takes_it_up_and_the_prefecture_reads_its_name(town: Town) -> None:
    made = provided(town)
    hayashi, kurokawa = signed_in("hayashi"), signed_in("kurokawa")
    assert "青嶺県の支援メニューが1つあります。" in sentence(hayashi.get("/town/provisions/"))
    assert sent(hayashi, f"/town/provisions/{made.pk}/uptakes/").status_code == 302
    assert "使っているのは1つです。" in sentence(hayashi.get("/town/provisions/"))
    assert "3のうち1つが使っています みなも市" in words(kurokawa.get(PAGE))
    assert "みなも市" in words(kurokawa.get(f"{PAGE}{made.pk}/"))
    assert sent(hayashi, f"/town/provisions/{made.pk}/uptakes/ended/").status_code == 302
    assert "3のうち1つが使っています" not in words(kurokawa.get(PAGE))


def test_it_stands_where_somebody_looks_for_a_place_and_only_a_number_goes_back(town: Town) -> None:
    made = provided(town)
    provided(town, Lack.WORK, name="農福連携の受け入れ先さがし")
    case = supported(town)
    need = add_need(by=town("tanaka"), at=town.later(), case=case, theme=TroubleCode.HOUSING, title="住むところ")
    page, tanaka = f"/desk/needs/{need.pk}/match/", signed_in("tanaka")
    said = words(tanaka.get(page))
    assert said.index("県居住支援協議会の入居相談") < said.index(
        "農福連携の受け入れ先さがし"
    )  # what answers comes first
    assert sent(tanaka, f"/desk/needs/{need.pk}/provisions/{made.pk}/uses/").status_code == 302
    assert "次は電話です: 県 地域福祉課 0000-11-2100" in words(tanaka.get(page))
    told = words(signed_in("kurokawa").get(PAGE))
    assert "数は伏せています" in told
    assert "みなも市" not in told  # one use of a small town would tell whose it is
    assert sent(tanaka, f"/desk/needs/{uuid4()}/provisions/{made.pk}/uses/").status_code == 404


def test_a_task_of_what_is_missing_shows_what_answers_it(town: Town) -> None:
    provided(town)
    task, other = lacking(town, lack=Lack.HOUSING), lacking(town)
    hayashi = signed_in("hayashi")
    assert "県居住支援協議会の入居相談" in words(hayashi.get(f"/town/unmet/{task.pk}/"))
    assert "県居住支援協議会の入居相談" not in words(hayashi.get(f"/town/unmet/{other.pk}/"))


def test_a_division_outside_welfare_reads_it_and_answers_nothing(town: Town) -> None:
    made = provided(town, Lack.WORK)
    miyata = signed_in("miyata")
    assert "この町で使う" not in words(miyata.get("/town/provisions/"))
    assert sent(miyata, f"/town/provisions/{made.pk}/uptakes/").status_code == 404


def test_its_end_takes_it_from_every_town(town: Town) -> None:
    made, kurokawa = provided(town), signed_in("kurokawa")
    assert sent(kurokawa, f"{PAGE}{made.pk}/endings/").status_code == 422
    assert sent(kurokawa, f"{PAGE}{made.pk}/changes/", **SAID | {"name": ""}).status_code == 422
    assert sent(kurokawa, f"{PAGE}{made.pk}/changes/", **SAID).status_code == 302
    assert "農福連携の受け入れ先さがし" in words(signed_in("hayashi").get("/town/provisions/"))
    assert sent(kurokawa, f"{PAGE}{made.pk}/endings/", reason="国の事業に替わる").status_code == 302
    assert "まだ届いていません" in words(signed_in("hayashi").get("/town/provisions/"))
    assert "国の事業に替わる" in words(kurokawa.get(f"{PAGE}{made.pk}/"))
    assert kurokawa.get(f"{PAGE}{uuid4()}/").status_code == 404


def test_few_and_many_are_asked_for_alike(town: Town) -> None:
    case = supported(town)
    need = add_need(by=town("tanaka"), at=town.later(), case=case, theme=TroubleCode.HOUSING, title="住むところ")
    first = provided(town)
    pages = (
        (signed_in("kurokawa"), PAGE, 8),
        (signed_in("kurokawa"), f"{PAGE}{first.pk}/", 14),
        (signed_in("hayashi"), "/town/provisions/", 8),
        (signed_in("tanaka"), f"/desk/needs/{need.pk}/match/", 14),
    )
    few = [len(asked(client, address)) for client, address, _most in pages]
    for number in range(12):
        made = provided(town, name=f"支援メニュー{number}")
        use_for_somebody(by=town("tanaka"), at=town.later(), provision=made.pk)
    many = [asked(client, address) for client, address, _most in pages]
    assert [len(found) for found in many] == few
    assert [(page[1], len(found)) for found, page in zip(many, pages, strict=True) if len(found) > page[2]] == []


@pytest.mark.parametrize(
    ("uses", "said"),
    [
        (0, "まだありません"),
        (1, "伏せています"),
        (FEW - 1, "伏せています"),
        (FEW, f"{FEW}回以上使われました"),
        (2 * FEW - 1, f"{FEW}回以上使われました"),  # of one day less the day before nobody is found
        (2 * FEW, f"{2 * FEW}回以上使われました"),
    ],
)
def test_small_numbers_are_hidden(uses: int, said: str) -> None:
    assert said in uses_words(uses)


def test_whom_the_prefectures_list_is_not_for(town: Town) -> None:
    provided(town)
    assert signed_in("hara").get(PAGE).status_code == 404
