"""The day after the end on the screen: among what is to be done, on the household's page, and begun again."""

from datetime import timedelta
from uuid import uuid4

import pytest
from django.utils import timezone

from marugoto.kernel.jst import local_day
from tests.begun import ended, supported
from tests.town import Town
from tests.web.client import signed_in, text

pytestmark = pytest.mark.django_db


def test_the_day_has_come_and_is_written_down(town: Town) -> None:
    today = local_day(timezone.now())
    case, tanaka = ended(town, today), signed_in("tanaka")
    page = text(tanaka.get("/"))
    assert "おわりのあと、様子を見る日です 1件" in page
    home = text(tanaka.get(f"/desk/households/{case}/"))
    assert "めざすことがかなった" in home
    assert "このあと見守るのは北部包括 総合相談です。" in home
    refused = tanaka.post(f"/desk/households/{case}/looking-in/", {"key": str(uuid4()), "result": "not_met"})
    assert refused.status_code == 422
    assert "次に様子を見る日が決まっていません。" in text(refused)
    sent = {"key": str(uuid4()), "result": "not_met", "words": "留守だった。"}
    sent["next_on"] = (today + timedelta(days=40)).isoformat()
    done = text(tanaka.post(f"/desk/households/{case}/looking-in/", sent, follow=True))
    assert "様子を残しました。" in done
    assert "会えなかった。また様子を見る 田中 美咲 留守だった。" in done
    assert "様子を見る日です" not in text(tanaka.get("/"))


def test_support_goes_on_under_its_old_number(town: Town) -> None:
    case, tanaka = ended(town, local_day(timezone.now()) + timedelta(days=9)), signed_in("tanaka")
    assert "様子を見る日です" not in text(tanaka.get("/"))
    assert tanaka.post(f"/desk/households/{case}/resumption/", {"key": str(uuid4())}).status_code == 422
    sent = {"key": str(uuid4()), "words": "電気が止まった。"}
    done = text(tanaka.post(f"/desk/households/{case}/resumption/", sent, follow=True))
    assert "支援をもう一度始めました。" in done
    assert "記録を書く" in done
    assert "おわりのあと" not in done
    again = tanaka.post(f"/desk/households/{case}/resumption/", {"key": str(uuid4()), "words": "もう一度。"})
    assert again.status_code == 409
    assert "もう動いています" in text(again)


def test_others_do_not_meet_it(town: Town) -> None:
    case, ogawa = ended(town, local_day(timezone.now())), signed_in("ogawa")
    assert "様子を見る日です" not in text(ogawa.get("/"))
    for verb in ("looking-in", "resumption"):
        assert ogawa.post(f"/desk/households/{case}/{verb}/", {"key": str(uuid4())}).status_code == 404


def test_who_is_not_reached_any_more_is_not_let_go_into_nothing(town: Town) -> None:
    case, tanaka = supported(town), signed_in("tanaka")
    sent = {"end": "broken_off", "words": "四回訪ねたが会えない。"}
    refused = tanaka.post(f"/desk/households/{case}/ending/", {"key": str(uuid4()), **sent})
    assert refused.status_code == 422
    assert "このあと見守る機関が決まっていません。" in text(refused)
    assert "決められないわけを書いてください。" in text(refused)
    sent["why_none"] = "転居先がわからない。"
    done = text(tanaka.post(f"/desk/households/{case}/ending/", {"key": str(uuid4()), **sent}, follow=True))
    assert "機関や日を決められないわけ：転居先がわからない。" in done
