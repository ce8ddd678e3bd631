"""The page of who carries too much: for those who lead, by person and agency, and from each number to its balls."""

from datetime import timedelta
from uuid import uuid4

import pytest
from django.utils import timezone

from marugoto.custody.queries import load
from marugoto.kernel.jst import JST, local_day
from tests.begun import heard
from tests.story import one_household
from tests.town import Town
from tests.web.client import signed_in, text
from tests.web.counting import counted

pytestmark = pytest.mark.django_db
LOAD = "/desk/tower/load/"


def set_bar(bar: str) -> str:
    today = local_day(timezone.now()).isoformat()
    said = {"key": str(uuid4()), "bar": bar, "load_since": today, "load_source": "係長会議"}
    return text(signed_in("honma").post("/office/limits/loads/", said, follow=True))


def test_a_number_alone_marks_nobody(town: Town) -> None:
    town.now = timezone.now() - timedelta(hours=2)
    for _ in range(3):
        heard(town)
    page = text(signed_in("mori").get(LOAD))
    assert "期限すぎや「困った」のある人はいません。一人の目安は、まだ決めていません。" in page
    assert "田中 美咲" in page
    assert "目安をこえて" not in page
    assert "一人の目安を" in set_bar("2")
    page = text(signed_in("mori").get(LOAD))
    assert "目安（2個）をこえる人が1人います。期限は守られています。" in page
    assert "目安をこえています（期限は守られています）" in page


def test_what_is_late_leads_to_its_balls(town: Town) -> None:
    town.now -= timedelta(days=90)
    ball = heard(town).ball_id
    set_bar("5")
    answer = signed_in("mori").get(LOAD)
    assert "期限すぎがあります" in text(answer)
    assert "目安（5個）をこえる人はいません。期限すぎか「困った」のある人が1人います。" in text(answer)
    worker = town("tanaka").worker
    link = f"/desk/tower/?person={worker}&amp;state=late"
    assert f'href="{link}"' in answer.content.decode()
    late = signed_in("mori").get(link.replace("&amp;", "&"))
    assert f"/desk/balls/{ball}/" in late.content.decode()
    assert "しぼった1個／1個" in text(late)
    assert "田中 美咲" in text(late)
    other = signed_in("mori").get(f"/desk/tower/?person={town('ogawa').worker}")
    assert "この見かたに合うボールはありません。" in text(other)


def test_it_is_narrowed_to_an_agency(town: Town) -> None:
    one_household(town)
    page = signed_in("mori").get(LOAD).content.decode()
    assert "機関ごと" in page
    assert f"?agency={uuid4()}" not in page
    nobody = text(signed_in("mori").get(f"{LOAD}?agency={uuid4()}"))
    assert "担当している人はいません。" in nobody
    assert signed_in("mori").get(f"{LOAD}?agency=x").status_code == 200


def test_it_is_for_those_who_lead(town: Town) -> None:
    for worker, status in (("mori", 200), ("yamazaki", 200), ("tanaka", 404), ("honma", 404), ("hayashi", 404)):
        assert signed_in(worker).get(LOAD).status_code == status, worker


def test_a_bar_that_cannot_be_comes_back_with_a_sentence(town: Town) -> None:
    heard(town)
    said = {"key": str(uuid4()), "bar": "201", "load_since": "きょう", "load_source": ""}
    answer = signed_in("honma").post("/office/limits/loads/", said)
    assert answer.status_code == 422
    assert "200以下" in text(answer)
    assert "目安" in text(signed_in("yamazaki").get(LOAD))


def test_many_balls_ask_no_more_than_few(town: Town) -> None:
    mori = signed_in("mori")
    heard(town)
    mori.get(LOAD)
    with counted() as few:
        mori.get(LOAD)
    for _ in range(12):
        heard(town)
    one_household(town)
    with counted() as many:
        mori.get(LOAD)
    assert len(many) == len(few) <= 14, "\n".join(many)


def test_in_a_large_town_it_says_of_when_the_numbers_are(town: Town, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(load, "_known", {})
    mori = signed_in("mori")
    for _ in range(2):
        heard(town)
    assert "分の数です" not in text(mori.get(LOAD)), "counted for this look"
    monkeypatch.setattr(load, "MANY", 1)
    first = mori.get(LOAD)
    ((_since, kept),) = load._known.values()
    there = kept.at.astimezone(JST)
    said = f"{there.hour}時{there.minute}分の数です。開いているボールの多いまちでは、1分に1回だけ数えます。"
    assert said in text(first)
    heard(town)
    with counted() as asked:
        again = mori.get(LOAD)
    assert said in text(again)
    assert text(again) == text(first)
    assert "FROM custody_ball" not in "".join(asked).replace('"', "")
    assert len(asked) <= 13, "\n".join(asked)
