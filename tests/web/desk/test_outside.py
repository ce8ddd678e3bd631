"""A hospital without accounts on the pages: it is offered a need, called, and its answer stands at the ball."""

from uuid import uuid4

import pytest
from django.utils import timezone

from marugoto.custody.models import Offer
from tests.begun import asked_outside
from tests.database import unwalled
from tests.story import Story
from tests.town import MINAMO, Town
from tests.web.client import signed_in, text
from tests.web.counting import counted

pytestmark = pytest.mark.django_db
HOSPITAL = "中央病院 地域連携室"
HEARD = {"who": "佐々木さん", "means": "telephone", "day": "きょう", "declined_by": "agency"}


def said(offer: object, **fields: str) -> dict[str, str]:
    return {**HEARD, "day": timezone.localdate().isoformat(), "key": str(uuid4()), **fields}


def test_it_is_offered_like_any_other_team_and_its_telephone_is_said(story: Story, town: Town) -> None:
    tanaka = signed_in("tanaka")
    form = f"/desk/balls/{story.ball}/offers/new/"
    assert f"{HOSPITAL}(電話で返事を聞く)" in text(tanaka.get(form))
    sent = {"to": str(town.team("hospital-link")), "reason": "expertise", "basis": "", "key": str(uuid4())}
    sent["words"] = "退院の日を教えてください。"
    answer = tanaka.post(f"/desk/balls/{story.ball}/offers/", sent, follow=True)
    words = text(answer)
    assert "電話 0000-22-6000 平日 9時〜16時で返事を聞いて" in words
    assert "電話で確かめる" in words


def test_what_was_heard_stands_at_the_ball_and_on_its_row(town: Town) -> None:
    offer, tanaka = asked_outside(town), signed_in("tanaka")
    with unwalled():
        ball = Offer.objects.within(MINAMO).get(pk=offer).ball_id
    page = text(tanaka.get(f"/desk/offers/{offer}/"))
    assert "に、0000-22-6000で返事を聞きます。" in page
    assert "平日 9時〜16時" in page
    done = tanaka.post(f"/desk/offers/{offer}/heard/", said(offer, said="taken_on", words="来週みます。"), follow=True)
    assert "引き受けたことを残しました" in text(done)
    told = text(tanaka.get(f"/desk/balls/{ball}/"))
    for words in (
        "引き受ける",
        "答えた人 佐々木さん",
        "聞いた人 田中 美咲",
        "来週みます。",
        "アカウントなし・電話で",
        "0000-22-6000",
    ):
        assert words in told


def test_past_its_day_it_is_called_from_the_list_of_the_day(town: Town) -> None:
    offer = asked_outside(town)  # on a Monday of November; today is later
    page = signed_in("tanaka").get("/").content.decode()
    assert f'href="/desk/offers/{offer}/"' in page
    assert "電話で確かめる" in page


def test_a_no_without_its_reason_comes_back_with_what_was_typed(town: Town) -> None:
    offer = asked_outside(town)
    back = signed_in("tanaka").post(f"/desk/offers/{offer}/heard/", said(offer, said="declined"))
    assert back.status_code == 422
    assert "断るわけが選ばれていません。" in text(back)
    assert 'value="佐々木さん"' in back.content.decode()


def test_others_find_nothing_and_the_tower_may_write(town: Town) -> None:
    offer = asked_outside(town)
    sent = said(offer, said="asked_back", words="保険証はありますか。")
    assert signed_in("ogawa").get(f"/desk/offers/{offer}/").status_code == 404
    assert signed_in("ogawa").post(f"/desk/offers/{offer}/heard/", sent).status_code == 404
    assert "期限をのばしました" in text(signed_in("mori").post(f"/desk/offers/{offer}/heard/", sent, follow=True))


def test_many_answers_cost_no_more_than_one(town: Town) -> None:
    offer, tanaka = asked_outside(town), signed_in("tanaka")
    address = f"/desk/offers/{offer}/"

    def ask_back() -> None:
        tanaka.post(f"{address}heard/", said(offer, said="asked_back", words="保険証は。"))

    ask_back()
    tanaka.get(address)
    with counted() as few:
        tanaka.get(address)
    for _ in range(4):
        ask_back()
    with counted() as many:
        tanaka.get(address)
    assert len(many) == len(few)
    assert len(few) <= 14


def test_the_office_writes_the_telephone_and_the_hours(town: Town) -> None:
    honma = signed_in("honma")
    assert "みなも中央病院" in text(honma.get("/office/guests/")) or "中央病院" in text(honma.get("/office/guests/"))
    sent = {"team": str(town.team("hospital-link")), "phone": "0000-22-6001", "hours": "午前", "key": str(uuid4())}
    done = text(honma.post("/office/guests/reach/", sent, follow=True))
    assert "電話と受付時間を書きかえました。" in done
    assert "0000-22-6001" in done
