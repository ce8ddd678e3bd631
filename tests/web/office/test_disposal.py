"""The office keeps by rule: periods, holds, the list of one and the yes of another, the proof and the book."""

import re
from collections.abc import Callable
from datetime import datetime, timedelta
from typing import Any
from uuid import UUID, uuid4

import pytest
from django.test import Client
from django.utils import timezone

from marugoto.retention.actions.destroy import disposal_round
from marugoto.retention.actions.hold import hold_person, lift_hold
from marugoto.retention.codes import HoldReason
from marugoto.retention.models import Disposal, DisposalDecision, DisposalItem, Hold
from marugoto.retention.queries.told import finished_of_late
from tests.database import unwalled
from tests.listed import forgotten, listed, ruled
from tests.story import one_household
from tests.town import Town
from tests.web.client import text
from tests.web.counting import counted

pytestmark = pytest.mark.django_db
Enter = Callable[[str], Client]


def sent(client: Client, address: str, **fields: Any) -> Any:
    return client.post(address, {"key": str(uuid4())} | fields)


def list_of(town: Town) -> UUID:
    with unwalled():
        return Disposal.objects.within(town.body).order_by("-number")[0].pk


def later(town: Town) -> datetime:
    return timezone.now() + timedelta(days=2)


def test_nothing_is_in_force_until_the_body_says_so(enter: Enter) -> None:
    said = text(enter("shiraishi").get("/office/retention/"))
    assert "保存期間は、まだ一つも決まっていません。決まるまで、何も廃棄されません。" in said
    assert "まるごとの案・未確認: 5年" in said
    assert "全国の決まりは、見つかっていません" in said
    asked = {"record": "household", "years": "5", "counted": "fiscal", "since": timezone.localdate().isoformat()}
    wrong = sent(enter("shiraishi"), "/office/retention/versions/", **asked, source="", reason="課の簿冊と同じ")
    assert wrong.status_code == 422
    assert "課の簿冊と同じ" in wrong.content.decode()
    sent(
        enter("shiraishi"), "/office/retention/versions/", **asked, source="文書管理規程 別表", reason="課の簿冊と同じ"
    )
    said = text(enter("yamazaki").get("/office/retention/"))
    assert "1種類の記録に、この自治体の保存期間があります。" in said
    assert "第1版" in said
    assert "文書管理規程 別表" in said


def test_two_persons_a_night_and_a_proof(town: Town, enter: Enter) -> None:
    forgotten(town)
    ruled(town)
    shiraishi, yamazaki = enter("shiraishi"), enter("yamazaki")
    assert "保存期間の過ぎたものが1件、一覧を待っています。" in text(shiraishi.get("/office/disposals/"))
    assert "つくるのは、個人情報の担当です。" in text(yamazaki.get("/office/disposals/"))
    sent(shiraishi, "/office/disposals/lists/")
    page = f"/office/disposals/{list_of(town)}/"
    assert "決めるのは、もう一人" in text(shiraishi.get(page))
    own = sent(shiraishi, f"{page}decision/", agreed="yes", words="")
    assert own.status_code == 422
    assert "一覧をつくった人は、自分では決められません。" in text(own)
    sent(yamazaki, f"{page}decision/", agreed="yes", words="番号で係に確かめた")
    assert "それまでは取り消せます" in text(shiraishi.get(page))
    assert disposal_round(at=timezone.now()) == 0
    assert disposal_round(at=later(town)) == 1
    said = text(shiraishi.get(page))
    assert "1件を廃棄しました" in said
    assert all(town(who).name in said for who in ("shiraishi", "yamazaki"))
    assert "二人が確かめて廃棄しました" in said
    book = shiraishi.get("/office/disposals/book.csv")
    assert book["Content-Type"].startswith("text/csv")
    rows = book.content.decode("utf-8-sig").splitlines()
    assert len(rows) == 2
    assert "支援を始めずに終わった相談" in rows[1]


def test_whoever_decided_reads_on_the_first_page_that_it_was_done(town: Town, enter: Enter) -> None:
    key = listed(town)
    page = f"/office/disposals/{key}/"
    sent(enter("yamazaki"), f"{page}decision/", agreed="yes")
    assert page not in enter("yamazaki").get("/").content.decode()  # a night still
    assert disposal_round(at=timezone.now() + timedelta(hours=30)) == 1
    for worker in ("yamazaki", "shiraishi"):  # the two who answer for it
        answer = enter(worker).get("/")
        assert f'href="{page}"' in answer.content.decode(), worker
        assert "1件を廃棄しました。" in text(answer)
    assert "件を廃棄しました。" not in text(enter("hirata").get("/"))
    assert page not in enter("tanaka").get("/").content.decode()


def test_what_could_not_go_is_told_too_and_for_a_week(town: Town, enter: Enter) -> None:
    key = listed(town)
    sent(enter("yamazaki"), f"/office/disposals/{key}/decision/", agreed="yes")
    ruled(town, years=9)  # kept longer since
    assert disposal_round(at=timezone.now() + timedelta(hours=30)) == 0
    said = text(enter("yamazaki").get("/"))
    assert "何も廃棄していません。1件は、廃棄できずに残りました。" in said
    now = timezone.now()
    assert [one.stayed for one in finished_of_late(town("yamazaki").at_moment(now + timedelta(days=7)))] == [1]
    assert finished_of_late(town("yamazaki").at_moment(now + timedelta(days=9))) == []


def test_an_item_is_taken_off_with_a_reason_and_stays(town: Town, enter: Enter) -> None:
    key = listed(town)
    page = f"/office/disposals/{key}/"
    with unwalled():
        item = DisposalItem.objects.within(town.body).get(disposal=key).pk
    wrong = sent(enter("yamazaki"), f"{page}removals/", item=str(item), off="")
    assert wrong.status_code == 422
    sent(enter("yamazaki"), f"{page}removals/", item=str(item), off="問い合わせが続いている")
    assert "問い合わせが続いている" in text(enter("shiraishi").get(page))
    refused = sent(enter("yamazaki"), f"{page}decision/", agreed="yes")
    assert "一覧に何も残っていません。" in text(refused)
    assert disposal_round(at=later(town)) == 0
    assert "1件、一覧を待っています" in text(enter("shiraishi").get("/office/disposals/"))


def test_a_decision_is_undone_before_its_hour(town: Town, enter: Enter) -> None:
    page = f"/office/disposals/{listed(town)}/"
    sent(enter("yamazaki"), f"{page}decision/", agreed="yes")
    sent(enter("yamazaki"), f"{page}undoing/", why="もう一度読む")
    assert "何も廃棄していません" in text(enter("shiraishi").get(page))
    assert disposal_round(at=later(town)) == 0
    with unwalled():
        assert DisposalDecision.objects.within(town.body).count() == 1


def test_a_hold_is_placed_by_one_and_ended_by_another(town: Town, enter: Enter) -> None:
    unknown = {"number": "R8-9999", "reason": "dispute", "words": "訴訟", "since": timezone.localdate().isoformat()}
    wrong = sent(enter("shiraishi"), "/office/retention/holds/placing/", **unknown)
    assert wrong.status_code == 422
    assert "この番号の記録がありません。" in text(wrong)
    forgotten(town)
    with unwalled():
        from marugoto.custody.models import Ball

        number = Ball.objects.within(town.body).get(matter_kind="consultation").number
    sent(enter("shiraishi"), "/office/retention/holds/placing/", **(unknown | {"number": number}))
    said = text(enter("shiraishi").get("/office/retention/holds/"))
    assert "保存を止めているものが1件あります。" in said
    assert "解くのは、ほかの人です。" in said
    ruled(town)
    nothing = sent(enter("shiraishi"), "/office/disposals/lists/")
    assert "廃棄できるものはありません。" in text(nothing)
    with unwalled():
        hold = str(Hold.objects.within(town.body).get().pk)
    ending = {"hold": hold, "over_on": timezone.localdate().isoformat(), "lifted": "和解した"}
    own = sent(enter("shiraishi"), "/office/retention/holds/endings/", **ending)
    assert "止めた人は、自分では解けません。" in text(own)
    sent(enter("yamazaki"), "/office/retention/holds/endings/", **ending)
    assert "終わりが決まりました" in text(enter("shiraishi").get("/office/retention/holds/"))


def test_one_person_is_held_where_he_is_looked_at_and_freed_by_another(town: Town, enter: Enter) -> None:
    story = one_household(town)
    yamazaki, shiraishi = enter("yamazaki"), enter("shiraishi")
    page = f"/office/retention/holds/people/{story.person}/"
    assert page in yamazaki.get(f"/desk/people/{story.person}/").content.decode()
    assert page not in enter("tanaka").get(f"/desk/people/{story.person}/").content.decode()
    assert "佐藤 キヨさんの保存は、止めていません。" in text(yamazaki.get(page))
    fields = {"reason": "request", "words": "11月2日の開示請求", "since": timezone.localdate().isoformat()}
    assert sent(yamazaki, f"{page}placing/", **(fields | {"words": ""})).status_code == 422
    sent(yamazaki, f"{page}placing/", **fields)
    said = text(yamazaki.get(page))
    assert "佐藤 キヨさんの保存を止めています。" in said
    assert "11月2日の開示請求" in said
    with unwalled():
        hold = str(Hold.objects.within(town.body).get().pk)
    ending = {"hold": hold, "over_on": timezone.localdate().isoformat(), "lifted": "開示した"}
    assert "止めた人は、自分では解けません。" in text(sent(yamazaki, f"{page}endings/", **ending))
    assert shiraishi.get(page).status_code == 404  # sees nobody; and ends it from the list, on which no name stands
    said = text(shiraishi.get("/office/retention/holds/"))
    assert "ひとりの人" in said
    assert "佐藤" not in said
    sent(shiraishi, "/office/retention/holds/endings/", **ending)
    assert "終わりが決まりました" in text(yamazaki.get(page))


def test_whoever_sees_nobody_holds_a_person_by_the_address_he_was_given(town: Town, enter: Enter) -> None:
    story = one_household(town)
    fields = {"reason": "audit", "words": "監査", "since": timezone.localdate().isoformat()}
    placing = "/office/retention/holds/placing/"
    nobody = sent(enter("shiraishi"), placing, number=f"https://house.test/desk/people/{uuid4()}/", **fields)
    assert nobody.status_code == 422
    sent(enter("shiraishi"), placing, number=f"https://house.test/desk/people/{story.person}/", **fields)
    with unwalled():
        row = Hold.objects.within(town.body).get()
    assert (row.on, row.subject, row.number) == ("person", story.person, "")


def test_every_hold_in_force_is_on_the_list_however_many_are_over(
    town: Town, enter: Enter, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("marugoto.retention.queries.hold.PAGE", 1)
    story = one_household(town)
    now = timezone.now()
    by, other = (town(who).at_moment(now) for who in ("shiraishi", "yamazaki"))
    long_ago = timezone.localdate() - timedelta(days=900)
    for words, since in (
        ("古い訴訟", long_ago),
        ("新しい監査", timezone.localdate()),
        ("次の監査", timezone.localdate()),
    ):
        row = hold_person(by=by, at=now, person=story.person, reason=HoldReason.AUDIT, words=words, since=since)
        if since != long_ago:
            yesterday = timezone.localdate() - timedelta(days=1)
            lift_hold(by=other, at=now, hold=row.pk, over_on=max(since, yesterday), words="すんだ")
    said = text(enter("shiraishi").get("/office/retention/holds/"))
    assert "古い訴訟" in said


def test_the_book_has_every_line_however_many_lists_there_are(
    town: Town, enter: Enter, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("marugoto.retention.queries.disposal.PAGE", 1)
    for _ in range(2):
        key = listed(town)
        sent(enter("yamazaki"), f"/office/disposals/{key}/decision/", agreed="yes")
        assert disposal_round(at=later(town)) == 1
    assert "前のものは、廃棄簿にあります" in text(enter("shiraishi").get("/office/disposals/"))
    book = enter("shiraishi").get("/office/disposals/book.csv").content.decode("utf-8-sig").splitlines()
    assert [line.split(",")[0] for line in book[1:]] == ["1", "2"]


@pytest.mark.parametrize("worker", ["shiraishi", "yamazaki", "kuze"])
def test_whoever_keeps_the_lists_finds_them_in_his_bar(town: Town, enter: Enter, worker: str) -> None:
    said = enter(worker).get("/office/disposals/").content.decode()
    bar = said[said.index("<nav") : said.index("</nav>")]
    assert re.search(r'href="/office/disposals/"[^>]*aria-current', bar)


@pytest.mark.parametrize("worker", ["tanaka", "mori", "hirata", "honma"])
def test_others_have_no_such_place_in_their_bar(town: Town, enter: Enter, worker: str) -> None:
    assert 'href="/office/disposals/"' not in enter(worker).get("/").content.decode()


@pytest.mark.parametrize("worker", ["tanaka", "honma", "hayashi", "ogawa"])
def test_for_others_it_is_not_there(town: Town, enter: Enter, worker: str) -> None:
    key = listed(town)
    client = enter(worker)
    for address in ("", "retention/", "retention/holds/", "disposals/", f"disposals/{key}/", "disposals/book.csv"):
        if address:
            assert client.get(f"/office/{address}").status_code == 404, address


def test_the_pages_cost_the_same_for_few_and_many(town: Town, enter: Enter) -> None:
    client, costs = enter("shiraishi"), []
    for times in (1, 4):
        for _ in range(times):
            key = listed(town)
        pages = ("/office/retention/", "/office/retention/holds/", "/office/disposals/", f"/office/disposals/{key}/")
        for page in pages:
            client.get(page)
        found = []
        for page in pages:
            with counted() as queries:
                assert client.get(page).status_code == 200
            found.append(len(queries))
        costs.append(found)
    assert costs[0] == costs[1]
    assert max(costs[0]) <= 14
