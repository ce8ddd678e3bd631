"""3つの機能のつり合い: said in one sentence, small numbers hidden, a first step where there is nothing."""

import pytest
from django.contrib.auth import get_user_model
from django.test import Client
from django.utils import timezone

from marugoto.community.codes import SystemFunction
from marugoto.evaluation.rules.balance import WORKS
from tests.evaluation.facts import Line, tell
from tests.town import Town, settle_town
from tests.web.counting import counted
from tests.web.town.asking import sentence, words

pytestmark = pytest.mark.django_db
PAGE = "/office/balance/"


@pytest.fixture
def town(db: None) -> Town:
    return settle_town()


def signed_in(worker: str) -> Client:
    client = Client()
    client.force_login(get_user_model().objects.get(username=f"cast-{worker}"))
    return client


def told(function: SystemFunction, times: int = 1) -> None:
    day = timezone.localdate().toordinal() - 9
    place = list(SystemFunction).index(function) + 1
    works = WORKS[function]
    lines = [Line(one.event.kind, f"{one.event.kind} {turn}", day) for one in works for turn in range(times)]
    tell(lines, after=100_000 * place + 1_000 * times)


def test_only_consultation_is_seen_and_the_others_get_a_first_step(town: Town) -> None:
    told(SystemFunction.AGENCIES, times=12)
    page = signed_in("hirata").get(PAGE)
    assert sentence(page) == "この半年、「住民が支え合う」「地域と支援機関がつながる」の記録がありません。"
    said = words(page)
    assert "相談を受ける 12件" in said
    assert "来週、集まりを一つ訪ね、日誌に書きます。" in said
    assert "公式の基準ではありません" in said
    assert 'href="/town/field-notes/"' in page.content.decode()
    assert 'href="/town/field-notes/"' not in signed_in("kuze").get(PAGE).content.decode()


def test_small_numbers_are_not_told(town: Town) -> None:
    told(SystemFunction.COMMUNITY, times=3)
    said = words(signed_in("hirata").get(PAGE))
    assert "地域に出る 10件より少ない" in said
    assert "地域に出る 3件" not in said


def test_all_three_are_there(town: Town) -> None:
    for function in SystemFunction:
        told(function)
    assert sentence(signed_in("hirata").get(PAGE)) == "3つの機能のどれにも、記録があります。"
    assert signed_in("tanaka").get(PAGE).status_code == 404


def test_few_and_many_are_asked_for_alike(town: Town) -> None:
    hirata, asked = signed_in("hirata"), []
    for times in (1, 30):
        told(SystemFunction.LINK, times=times)
        hirata.get(PAGE)
        with counted() as found:
            hirata.get(PAGE)
        asked.append(found)
    assert len(asked[0]) == len(asked[1]) <= 8, "\n".join(asked[1])
