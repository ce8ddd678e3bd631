"""Who is around a household: the offices with what they do, the places, and nothing for those who do not see the household."""

import pytest
from django.utils import timezone

from marugoto.casework.actions.journal import write
from marugoto.casework.codes import Method
from marugoto.custody.actions.care import answer_stuck
from marugoto.custody.codes import StuckOutcome
from tests.story import Story
from tests.town import Town
from tests.web.client import signed_in, text

pytestmark = pytest.mark.django_db
OWN = "福祉総合相談課 相談支援係(あなたの係)"


def page(story: Story) -> str:
    answer = signed_in("tanaka").get(f"/desk/households/{story.case}/around/")
    assert answer.status_code == 200
    return text(answer)


def test_the_offices_and_the_places_stand_there_with_what_they_do(story: Story) -> None:
    said = page(story)
    assert "佐藤さん世帯のまわりに、だれがいますか。" in said
    assert f"{OWN}: 困っている・つらい。まとめ役。持っている必要 1・2。困っている。この90日に会った1回。" in said
    assert "北部包括 総合相談: これから。たのまれている必要 1。返事を待っている。" in said
    assert "木曜の将棋: これから。名前を出さずに聞いた。" in said


def test_what_is_written_down_makes_the_tie_stronger(story: Story, town: Town) -> None:
    tanaka, now = town("tanaka").at_moment(timezone.now()), timezone.now()
    answer_stuck(by=tanaka, at=now, stuck=story.stuck, outcome=StuckOutcome.SELF)
    assert f"{OWN}: つながりがある。" in page(story)
    for _ in range(2):
        write(by=tanaka, at=now, case=story.case, words="電話で話した。", method=Method.PHONE)
    said = page(story)
    assert f"{OWN}: つながりが強い。" in said
    assert "この90日に会った1回・話した2回" in said


def test_the_household_leads_there(story: Story) -> None:
    household = signed_in("tanaka").get(f"/desk/households/{story.case}/").content.decode()
    assert f'href="/desk/households/{story.case}/around/"' in household


@pytest.mark.parametrize("worker", ["mori", "ogawa", "hayashi"])
def test_who_does_not_see_the_household_finds_nothing(story: Story, worker: str) -> None:
    assert signed_in(worker).get(f"/desk/households/{story.case}/around/").status_code == 404


def test_who_goes_along_is_drawn_with_what_it_goes_along_with(story: Story, town: Town) -> None:
    assert "いっしょに動いている必要 2" in page(story)
    now = timezone.now()
    answer_stuck(by=town("mori").at_moment(now), at=now, stuck=story.stuck, outcome=StuckOutcome.JOINT)
    assert "まとめ役といっしょに動いている。" in page(story)


def test_the_family_is_drawn_as_welfare_or_as_medicine_draws_it(story: Story) -> None:
    client, address = signed_in("tanaka"), f"/desk/households/{story.case}/around/"
    welfare, medical, nonsense = (
        client.get(address, {"notation": word}).content.decode() for word in ("welfare", "medical", "x")
    )
    figures = [
        page.split('id="family"')[1].split("<svg")[1].split("</svg>")[0] for page in (welfare, medical, nonsense)
    ]
    assert figures[0] == figures[2] != figures[1]
    assert 'aria-current="page">医療の書き方' in medical
    assert 'aria-current="page">福祉の書き方' in welfare
