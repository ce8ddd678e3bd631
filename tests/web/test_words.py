"""課ごとのことば by its pages, and that two readers of one page each read their own word while papers keep the house's."""

import re
from uuid import uuid4

import pytest
from django.http import HttpResponse
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from marugoto.agencies.actions.word import say_word
from marugoto.agencies.codes import ConceptCode
from tests.story import one_household
from tests.town import Town, settle_town
from tests.web.client import signed_in, text
from tests.web.counting import counted
from tests.worded import agency

pytestmark = [pytest.mark.django_db, pytest.mark.both]


@pytest.fixture
def town(db: None) -> Town:
    return settle_town()


def send(client: Client, route: str, *args: object, **fields: object) -> HttpResponse:
    return client.post(reverse(f"shell:{route}", args=args), {"key": str(uuid4()), **fields})


def speak(town: Town, code: ConceptCode, team: str, word: str) -> None:
    now = timezone.now()
    say_word(by=town("hirata").at_moment(now), at=now, concept=code, agency=agency(town, team), word=word)


def test_a_planner_writes_and_everybody_reads_and_searches(town: Town) -> None:
    hirata, said = signed_in("hirata"), {"concept": "assessment", "agency": str(agency(town, "tax-pay"))}
    assert send(hirata, "word_say", **said, word="実態調査", note="財産を見るとき").status_code == 302
    page = text(signed_in("okamoto").get("/words/", {"q": "実態"}))
    assert "「実態」は、1つのことばに出てきます。" in page
    assert "実態調査 収納課 あなたの課" in page
    assert "財産を見るとき" in page
    assert "課のことばを書く" not in page
    assert "「どこにもない」は、まだ一覧にありません。" in text(hirata.get("/words/", {"q": "どこにもない"}))


@pytest.mark.parametrize(
    ("word", "why"),
    [("", "このフィールドは必須"), ("アセスメントシート", "画面のことばと同じ"), ("あ" * 30, "文字まで")],
)
def test_what_is_no_word_comes_back_with_the_reason(town: Town, word: str, why: str) -> None:
    said = {"concept": "assessment", "agency": str(agency(town, "tax-pay")), "word": word}
    answer = send(signed_in("hirata"), "word_say", **said)
    assert answer.status_code == 422
    assert why in text(answer) or "errors" in answer.content.decode()
    assert "どの課も、このことばです" in text(answer)


def test_a_concept_of_the_body_is_added_put_right_and_taken_off(town: Town) -> None:
    mori = signed_in("mori")
    assert send(mori, "concept_add", name="滞り", meaning="払えないこと。").status_code == 302
    found = re.search(r"/words/concepts/([0-9a-f-]{36})/", mori.get("/words/").content.decode())
    assert found
    concept = found.group(1)
    assert send(mori, "concept_change", concept, name="滞り", meaning="払えずにいること。").status_code == 302
    page = text(mori.get(reverse("shell:concept", args=[concept])))
    assert "前の言い方" in page
    assert "払えないこと。" in page
    assert signed_in("tanaka").get(reverse("shell:concept", args=[concept])).status_code == 404
    assert send(mori, "concept_end", concept).status_code == 422
    assert send(mori, "concept_end", concept, reason="二度書いた").status_code == 302
    assert mori.get(reverse("shell:concept", args=[concept])).status_code == 404


def test_each_reads_his_own_word_on_the_same_page(town: Town) -> None:
    speak(town, ConceptCode.NOTICE, "soudan-desk", "連絡票")
    speak(town, ConceptCode.NOTICE, "north-care-desk", "見守りの連絡")
    pages = {who: signed_in(who).get("/desk/approaches/").content.decode() for who in ("tanaka", "ogawa", "nishimura")}
    assert "連絡票<small>（気づき）</small>" in pages["tanaka"]
    assert "見守りの連絡<small>（気づき）</small>" in pages["ogawa"]
    assert "見守りの連絡" not in pages["tanaka"]
    assert "word__own" not in pages["nishimura"]


def test_papers_that_go_out_keep_the_house_s_word(town: Town) -> None:
    story = one_household(town)
    speak(town, ConceptCode.PLAN, "soudan-desk", "自立支援計画")
    tanaka = signed_in("tanaka")
    screen = tanaka.get(f"/desk/plans/{story.plan}/").content.decode()
    assert "自立支援計画<small>（プラン）</small>" in screen
    assert '<span class="word__house">プラン</span>' in screen  # what is left of it when the screen is printed
    assert "自立支援計画" not in tanaka.get(reverse("desk:plan_paper", args=[story.plan])).content.decode()
    minutes = tanaka.get(reverse("meeting:minutes_docx", args=[story.conference]))
    assert "自立支援計画".encode() not in b"".join(
        minutes.streaming_content if minutes.streaming else [minutes.content]
    )


def test_the_page_asks_no_more_where_there_is_more(town: Town) -> None:
    hirata = signed_in("hirata")

    def asked() -> int:
        with counted() as queries:
            hirata.get("/words/")
        return len(queries)

    speak(town, ConceptCode.PLAN, "soudan-desk", "支援計画")
    hirata.get("/words/")
    few = asked()
    for team in ("north-care-desk", "tax-pay", "shakyo-join"):
        for code in ConceptCode:
            speak(town, code, team, f"{code}の語")
    hirata.get("/words/")
    assert asked() == few <= 14
