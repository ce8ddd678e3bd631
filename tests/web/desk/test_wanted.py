"""Whoever is asked to take a ball without a name knows what is asked, before deciding; and nobody's name stands in it."""

import re
from uuid import UUID, uuid4

import pytest

from marugoto.people.rules.name import names_in
from tests.story import Story
from tests.town import Town
from tests.web.client import signed_in, text

pytestmark = pytest.mark.django_db
WANTED = "受診に付き添ってください。"


@pytest.mark.parametrize(
    ("words", "names", "found"),
    [
        ("佐藤さんの受診に付き添う", ["佐藤 誠"], ["佐藤"]),
        ("受診に付き添う", ["佐藤 誠"], []),
        ("誠実に話す", ["佐藤 誠"], []),  # a part of one character is also a common word
        ("誠さんと話す", ["佐藤 誠"], ["誠"]),
        ("さとうさんと話す", ["さとう"], ["さとう"]),
        ("林道を歩く", ["林 花子"], []),
        ("", ["佐藤 誠"], []),
    ],
)
def test_which_names_stand_in_the_words(words: str, names: list[str], found: list[str]) -> None:
    assert names_in(words, names) == found


def send(ball: UUID, town: Town, words: str) -> object:
    said = {"to": str(town.team("north-care-desk")), "reason": "nearer", "basis": "", "words": words}
    return signed_in("tanaka").post(f"/desk/balls/{ball}/offers/", {"key": str(uuid4()), **said}, follow=True)


def asked_of_ogawa() -> str:
    """Of the offers on her day's page the one in these words."""
    ogawa = signed_in("ogawa")
    offers = re.findall(r"/desk/offers/([0-9a-f-]{36})/", ogawa.get("/").content.decode())
    return next(one for one in offers if WANTED in text(ogawa.get(f"/desk/offers/{one}/")))


def test_without_a_name_it_is_said_what_is_asked_and_of_nobody(town: Town, story: Story) -> None:
    for words, because in (
        ("", "してほしいことを一言書いてください。"),
        ("  ", "してほしいことを一言書いてください。"),
        ("佐藤さんの受診に付き添ってください。", "「佐藤」は、この世帯の人の名前です。"),
    ):
        refused = send(story.ball, town, words)
        assert refused.status_code == 422
        assert because in text(refused)
    assert "相手が受け取るまで、ボールはあなたの係のままです。" in text(send(story.ball, town, WANTED))
    asked = text(signed_in("ogawa").get("/"))
    assert "必要・ふつう" in asked
    assert "佐藤" not in asked
    offer = asked_of_ogawa()
    page = text(signed_in("ogawa").get(f"/desk/offers/{offer}/"))
    for words in (WANTED, "種類 ", "困りごと ", "急ぎ ふつう", "名前も記録も伝えずに渡されています。"):
        assert words in page
    assert "渡した人に聞いてください" not in page
    assert "渡した人に聞いてください" not in text(signed_in("tanaka").get(f"/desk/offers/{offer}/"))
    assert "渡した人に聞いてください" not in text(signed_in("tanaka").get(f"/desk/balls/{story.ball}/"))


def test_who_asked_back_is_told_how_long_he_has_then(town: Town, story: Story) -> None:
    send(story.ball, town, WANTED)
    ogawa = signed_in("ogawa")
    offer = asked_of_ogawa()
    assert "までに、返事をしてください。" in text(ogawa.get(f"/desk/offers/{offer}/"))
    ogawa.post(f"/desk/offers/{offer}/questions/", {"key": str(uuid4()), "words": "週に何回ですか。"})
    page = text(ogawa.get(f"/desk/offers/{offer}/"))
    assert "聞き返した答えを待っています。返事の期限は、答えのあと" in page
    assert "までに、返事をしてください。" not in page
