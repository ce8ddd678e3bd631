"""The pages of the review cycle: what they say, whom they are for, what they cost, and what comes back from a form that is not good."""

import io
import zipfile
from collections.abc import Callable
from datetime import timedelta
from uuid import uuid4

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.utils import timezone

from marugoto.evaluation.actions.means_change import undo_change
from marugoto.evaluation.codes import ReviewSaid
from marugoto.exchange.rules.indicator_list import read_indicators
from marugoto.kernel.decision import Refused
from marugoto.kernel.era import say_era
from tests.reviewed import (
    ahead,
    changed,
    cited,
    effect,
    gave,
    line,
    means,
    named,
    opened,
    review_with,
    ruled,
    scope,
    taken_up,
    tried,
    written,
)
from tests.town import Town
from tests.web.client import text
from tests.web.counting import counted
from tests.web.office.conftest import Enter

pytestmark = pytest.mark.django_db
LISTS, OTHERS = 8, 14


@pytest.fixture(autouse=True)
def now(town: Town) -> None:
    town.now = timezone.now()


def h1(answer: object) -> str:
    return str(answer.content.decode().split("<h1", 1)[1].split(">", 1)[1].split("</h1>")[0]).strip()  # type: ignore[attr-defined]


def test_the_list_says_what_goes_on_and_what_changed(town: Town, enter: Enter) -> None:
    assert h1(enter("hirata").get("/office/reviews/")) == "見直しは、まだ一度も始まっていません。"
    opened(town)
    changed(town, review_with(town))
    page = enter("kuze").get("/office/reviews/")
    assert (
        h1(page)
        == "続いている見直しが1つあります。これまでに変わった手段は1つです。そのうち1つは、ききめをこれから確かめます。"
    )
    assert f"ききめは{say_era(ahead(town, 90))}に確かめる" in text(page)
    assert "見直しを始める" not in text(page)  # the mayor reads
    assert "1つのうち、変えるかやめる1つ、もう変わった1つ" in text(page)


def test_one_review_is_read_from_the_question_down(town: Town, enter: Enter) -> None:
    about = means(town)
    review = opened(town, about)
    taken_up(town, gave(town), review)
    figures = cited(town, review)
    page = enter("hirata").get(f"/office/reviews/{review.pk}/")
    assert h1(page).startswith("なぜ、気づいた人の半分に")
    assert "I28 気づいた人への返事 0件" in text(page)
    assert "返事が来ないので、伝わったのか分からない。" in text(page)
    ruled(town, scope(review), evidence=figures)
    said = text(enter("hirata").get(f"/office/reviews/{review.pk}/"))
    assert "手段を変える 返事をする係が決まっていない。" in said
    assert "見直しを閉じる" in said
    assert enter("tanaka").get(f"/office/reviews/{review.pk}/").status_code == 404


def test_it_cannot_be_closed_without_a_means_or_a_reason(town: Town, enter: Enter) -> None:
    about = means(town)
    review = opened(town, about)
    ruled(town, scope(review), ReviewSaid.TARGET)
    address = f"/office/reviews/{review.pk}/closing/"
    page = enter("hirata").post(address, {"key": str(uuid4()), "why_kept": ""})
    assert page.status_code == 422
    assert "「手段を変えない理由」を書いてください。" in text(page)
    assert enter("hirata").post(address, {"key": str(uuid4()), "why_kept": "足りている。"}).status_code == 302


@pytest.mark.parametrize("name", ["paper.docx", "paper.pdf"])
def test_a_review_goes_out_as_a_paper(town: Town, enter: Enter, name: str) -> None:
    decision = review_with(town)
    changed(town, decision)
    review = decision.scope.review_id
    answer = enter("hirata").get(f"/office/reviews/{review}/{name}")
    assert answer.status_code == 200
    assert answer.content[:4] == (b"%PDF" if name.endswith("pdf") else b"PK\x03\x04")
    assert enter("tanaka").get(f"/office/reviews/{review}/{name}").status_code == 404


def test_its_paper_says_that_it_stays_inside(town: Town, enter: Enter) -> None:
    review = review_with(town).scope.review_id
    packed = zipfile.ZipFile(io.BytesIO(enter("hirata").get(f"/office/reviews/{review}/paper.docx").content))
    parts = {name: packed.read(name).decode() for name in packed.namelist() if name.endswith(".xml")}
    assert "役所の外には出さないでください。" in parts["word/document.xml"]
    assert any("中で使う紙・平田" in said for said in parts.values())  # the stamp of every page


def test_its_paper_says_when_it_was_over_and_what_was_taken_back(town: Town, enter: Enter) -> None:
    decision = review_with(town)
    changed(town, decision)
    undo_change(by=town("hirata"), at=town.later(), decision=decision.pk, reason="困った人がいた。")
    packed = zipfile.ZipFile(
        io.BytesIO(enter("hirata").get(f"/office/reviews/{decision.scope.review_id}/paper.docx").content)
    )
    said = packed.read("word/document.xml").decode()
    assert "に元に戻しました。困った人がいた。" in said
    assert "に確かめます。" not in said
    assert "に閉じました" in said


def test_figures_are_for_those_who_plan_and_a_change_taken_back_is_said(town: Town, enter: Enter) -> None:
    decision = review_with(town, ReviewSaid.STOP)
    address = f"/office/review-decisions/{decision.pk}/"
    assert "I28" in text(enter("hirata").get(address))
    holder = enter("ogawa").get(address)
    assert "I28" not in text(holder)
    assert h1(holder).endswith("をやめることになっています。やめたら、何がどう変わったかを残します。")
    changed(town, decision)
    undo_change(by=town("hirata"), at=town.later(), decision=decision.pk, reason="困った人がいた。")
    assert h1(enter("ogawa").get(address)).endswith("は、いちどやめて、元に戻しました。")
    said = text(enter("hirata").get(f"/office/reviews/{decision.scope.review_id}/"))
    assert "もう変わったものは0つです。" in said


def test_what_is_over_says_no_day_by_which(town: Town, enter: Enter) -> None:
    decision = review_with(town)
    pages = (f"/office/review-decisions/{decision.pk}/", f"/office/reviews/{decision.scope.review_id}/")
    said = f"{say_era(ahead(town, 30))}まで"
    assert [said in text(enter("hirata").get(one)) for one in pages] == [True, True]
    changed(town, decision)
    effect(town, decision)
    assert [said in text(enter("hirata").get(one)) for one in pages] == [False, False]


def test_a_decision_opens_to_its_holder_and_to_those_who_plan(town: Town, enter: Enter) -> None:
    decision = review_with(town)
    address = f"/office/review-decisions/{decision.pk}/"
    assert "変わったことを残す" in text(enter("ogawa").get(address))
    assert "変わったことを残す" not in text(enter("hirata").get(address))
    assert enter("tanaka").get(address).status_code == 404
    page = enter("ogawa").post(f"{address}change/", {"key": str(uuid4()), "proof": "form"})
    assert page.status_code == 422
    assert 'class="errors"' in page.content.decode()


def test_it_lies_on_the_day_s_page_of_its_holder(town: Town, enter: Enter) -> None:
    decision = review_with(town)
    page = enter("ogawa").get("/")
    assert f'href="/office/review-decisions/{decision.pk}/"' in page.content.decode()
    assert "見直しで決めたこと" in text(page)
    given = gave(town, "ogawa")
    assert f'href="/office/opinions/{given.pk}/"' in enter("hirata").get("/").content.decode()


def test_an_opinion_is_read_by_whoever_brought_it(town: Town, enter: Enter) -> None:
    means(town)
    given = gave(town, "tanaka")
    address = f"/office/opinions/{given.pk}/"
    assert "返事を待っています" in text(enter("tanaka").get(address))
    assert "返事をする" in text(enter("hirata").get(address))
    assert enter("okamoto").get(address).status_code == 404
    assert "返事が来ないので" not in text(enter("okamoto").get("/office/opinions/"))
    page = enter("hirata").post(f"{address}answer/", {"key": str(uuid4()), "said": "taken_up", "words": "決めます。"})
    assert page.status_code == 422
    assert "どの見直しの提案にするか" in text(page)


def test_the_ledger_names_the_flags_and_parks_with_one_click_back(town: Town, enter: Enter) -> None:
    for number in range(3):
        named(town, f"手で入れる指標{number}", minutes=30)
    said = text(enter("hirata").get("/office/ledger/"))
    assert "使っている指標3本のうち、この2年の見直しで役に立ったのは0本です。" in said
    assert "手入力過多 3本のうち3本を手で入れ、月に90分かかっています。" in said
    row = written(town, "置く指標")
    enter("hirata").post(f"/office/ledger/{row.pk}/standing/", {"key": str(uuid4()), "to": "parked"})
    assert f"/office/ledger/{row.pk}/return/" in enter("hirata").get("/office/ledger/").content.decode()
    enter("hirata").post(f"/office/ledger/{row.pk}/return/", {"key": str(uuid4())})
    assert f"/office/ledger/{row.pk}/return/" not in enter("hirata").get("/office/ledger/").content.decode()


def test_a_live_one_names_its_decision_or_it_comes_back(town: Town, enter: Enter) -> None:
    row = written(town)
    page = enter("hirata").post(f"/office/ledger/{row.pk}/standing/", {"key": str(uuid4()), "to": "live"})
    assert page.status_code == 422
    assert "だれにも言えないうちは、種のままにしておきます。" in text(page)


def test_a_list_that_cannot_be_read_says_where(enter: Enter) -> None:
    page = enter("hirata").post(
        "/office/ledger/lists/",
        {"key": str(uuid4()), "file": SimpleUploadedFile("a.csv", "指標,月の手入力(分)\nサロン,たくさん\n".encode())},
    )
    assert page.status_code == 422
    assert "2行目の手入力の分が読めません" in text(page)


def test_how_a_list_is_read() -> None:
    raw = "指標名,単位,目標値,手入力(分),義務,区分\nサロンの数,か所,30,15分,,\n孤立,%,10,,○,成果指標\n".encode("cp932")
    first, second = read_indicators(raw)
    assert (first.name, first.unit, first.target, first.minutes, first.duty, first.sort) == (
        "サロンの数",
        "か所",
        "30",
        15,
        False,
        "output",
    )
    assert (second.duty, second.sort, second.minutes) == (True, "outcome", 0)
    for bad, why in (
        ("", "中身が空です"),
        ("単位\n件\n", "見出しが見つかりません"),
        ("指標\n", "指標の行がありません"),
    ):
        with pytest.raises(Refused, match=why):
            read_indicators(bad.encode())


def few(town: Town) -> None:
    opened(town)
    gave(town)
    tried(town)
    line(town)
    named(town)


def many(town: Town) -> None:
    for number in range(6):
        changed(town, review_with(town))
        gave(town)
        tried(town, means(town, name=f"続き{number}"))
        named(town, f"指標{number}")
        written(town, f"種{number}")


@pytest.mark.parametrize(
    ("address", "most"),
    [
        ("/office/reviews/", LISTS),
        ("/office/opinions/", LISTS),
        ("/office/pilots/", OTHERS),
        ("/office/outline/", OTHERS),
        ("/office/ledger/", OTHERS),
        ("/office/ledger/pruning/", OTHERS),
    ],
)
def test_few_and_many_cost_the_same(town: Town, enter: Enter, address: str, most: int) -> None:
    hirata, costs = enter("hirata"), []
    for write in (few, many):
        write(town)
        hirata.get(address)  # what is kept in memory for a minute
        costs.append(cost(lambda: hirata.get(address)))
    assert costs[0] == costs[1], costs
    assert costs[1] <= most, costs


def test_a_review_of_many_means_costs_as_one_of_few(town: Town, enter: Enter) -> None:
    hirata, costs = enter("hirata"), []
    for count in (2, 6):
        rows = [means(town, name=f"{count}の{number}") for number in range(count)]
        review = opened(town, *rows)
        figures = cited(town, review, "I28", "I06")
        for row in rows[1:]:
            ruled(town, scope(review, row), evidence=figures)
        address = f"/office/reviews/{review.pk}/"
        hirata.get(address)
        costs.append(cost(lambda address=address: hirata.get(address)))  # type: ignore[misc]
    assert costs[0] == costs[1] <= OTHERS, costs


def test_one_of_each_is_read_at_a_bounded_cost(town: Town, enter: Enter) -> None:
    decision = review_with(town)
    changed(town, decision)
    given = gave(town)
    pages = {
        "/office/reviews/new/": "hirata",
        f"/office/reviews/{decision.scope.review_id}/": "hirata",
        f"/office/review-decisions/{decision.pk}/": "ogawa",
        f"/office/opinions/{given.pk}/": "tanaka",
        f"/office/pilots/{tried(town).pk}/": "ogawa",
        f"/office/ledger/{named(town).pk}/": "hirata",
    }
    for address, who in pages.items():
        someone = enter(who)
        someone.get(address)
        assert cost(lambda someone=someone, address=address: someone.get(address)) <= OTHERS, address  # type: ignore[misc]


def cost(ask: Callable[[], object]) -> int:
    with counted() as asked:
        assert ask().status_code == 200  # type: ignore[attr-defined]
    return len(asked)


def test_on_the_day_it_began_nobody_can_say_that_it_helped(town: Town, enter: Enter) -> None:
    town.now -= timedelta(hours=1)
    decision = review_with(town)
    changed(town, decision)
    address = f"/office/review-decisions/{decision.pk}/"
    ogawa = enter("ogawa")
    assert f"確かめる日は{say_era(ahead(town, 90))}です。" in text(ogawa.get(address))
    sent = {"said": "better", "words": "よくなったと思う。"}
    page = ogawa.post(f"{address}effect/", sent | {"key": str(uuid4())})
    assert page.status_code == 422
    assert "が、まだ来ていません。" in text(page)
    assert ogawa.post(f"{address}effect/", sent | {"said": "worse", "key": str(uuid4())}).status_code == 302
