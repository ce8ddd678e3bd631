"""The register by its pages: part by part, times, promises, links, a round of checks, requests, paper and table."""

import csv
import io
import re
from datetime import time, timedelta
from typing import Any
from uuid import UUID, uuid4

import pytest
from django.urls import reverse
from django.utils import timezone

from marugoto.community.actions.host_link import ask_change, give_link
from marugoto.community.actions.place import confirm_place, create_place
from marugoto.community.actions.place_facts import say_times
from marugoto.community.codes import ConfirmedBy
from marugoto.community.models import Confirmation, HostLink, Place, PlaceTime
from marugoto.community.queries.place import edited
from marugoto.community.rules.opening import Times
from marugoto.kernel.jst import local_day
from tests.database import unwalled
from tests.town import Town
from tests.web.counting import counted
from tests.web.town.asking import see, send, sentence, words
from tests.web.town.conftest import Enter

pytestmark = pytest.mark.django_db


@pytest.fixture
def salon(town: Town) -> UUID:
    at = timezone.now() - timedelta(minutes=1)
    values = {"name": "なぎさサロン", "phone": "099-200-1001", "days": "毎月第2木曜", "kind": "salon"}
    return create_place(by=town("hayashi").at_moment(at), at=at, values=values).pk


@pytest.mark.parametrize("part", ["what", "when", "where", "whom", "access", "host"])
def test_each_part_is_a_page_of_few_questions(enter: Enter, salon: UUID, part: str) -> None:
    hayashi = enter("hayashi")
    with counted() as queries:
        page = see(hayashi, "place_edit_part", salon, part)
    assert page.status_code == 200
    assert len(queries) <= 14
    assert see(hayashi, "place_edit_part", salon, "cellar").status_code == 404
    assert see(enter("tanaka"), "place_edit_part", salon, part).status_code == 404


def test_traits_are_yes_no_or_unknown_and_the_difference_is_shown(town: Town, enter: Enter, salon: UUID) -> None:
    hayashi, form = enter("hayashi"), {"version": "1", "accessibility": "入口に段が一つ", "trait_wheelchair": "no"}
    asked = words(send(hayashi, "place_change", salon, "access", **form))
    assert "車いすで入れる （空） いいえ" in asked
    assert send(hayashi, "place_change", salon, "access", **form, sure="yes").status_code == 302
    found = edited(town("tanaka"), salon)
    assert found is not None
    assert found.traits == {"wheelchair": "no"}
    page = words(see(hayashi, "place", salon))
    assert "ちがう: 車いすで入れる" in page
    assert "補聴器用のループがある" not in page
    assert "まだ、だれも確かめていません。" in page  # an edit is no check


def test_times_are_lines_and_a_day_that_differs_stands_beside_them(town: Town, enter: Enter, salon: UUID) -> None:
    hayashi, day = enter("hayashi"), timezone.localdate() + timedelta(days=9)
    lines = {"week_0": "2-4", "day_0": "3", "opens_0": "13:00", "closes_0": "15:00"}
    assert send(hayashi, "place_times", salon, **lines).status_code == 302
    assert send(hayashi, "place_day", salon, day=day.isoformat(), is_open="no", words="会場の工事").status_code == 302
    page = words(see(hayashi, "place", salon))
    assert "第2・第4木曜 13:00〜15:00" in page
    assert "休み(会場の工事)" in page
    assert 'value="2-4" selected' in see(hayashi, "place_edit_part", salon, "when").content.decode()
    assert send(hayashi, "place_times", salon, day_0="3", opens_0="15:00", closes_0="13:00").status_code == 422
    assert send(hayashi, "place_day_back", salon, day=day.isoformat()).status_code == 302
    with unwalled():
        assert PlaceTime.objects.within(town.body).count() == 2


def test_who_is_ill_is_not_told_to_everybody(town: Town, enter: Enter, salon: UUID) -> None:
    hayashi, day = enter("hayashi"), (timezone.localdate() + timedelta(days=9)).isoformat()
    asked = see(hayashi, "place_edit_part", salon, "when")
    assert "軒先で住民にも見えるので、人の名前は書きません。" in words(asked)
    refused = send(hayashi, "place_day", salon, day=day, is_open="no", words="世話人の山田さんの入院")
    assert refused.status_code == 422
    assert "「山田さん」は、人の名前や電話に見えます。" in words(refused)
    assert send(hayashi, "place_day", salon, day=day, is_open="no", words="世話人さんの都合").status_code == 302


def test_a_place_is_found_by_its_weekday_and_by_who_tends_it(town: Town, enter: Enter, salon: UUID) -> None:
    hayashi, by = enter("hayashi"), town("hayashi").at_moment(timezone.now())
    timed = create_place(by=by, at=timezone.now(), values={"name": "縁側", "owner": town("tanaka").team})
    say_times(by=by, at=timezone.now(), place=timed.pk, lines=[Times(0, None, time(9))])
    for weekday, names in (("3", "なぎさサロン"), ("0", "縁側")):
        page = see(hayashi, "places", weekday=weekday)
        assert sentence(page).startswith("合う場所が1か所あります。")
        assert names in words(page)
    assert sentence(see(hayashi, "places", weekday="6")) == "この条件に合う場所はありません。"
    assert sentence(see(hayashi, "places", owner=str(town("tanaka").team))).startswith("合う場所が1か所")
    assert sentence(see(hayashi, "places", owner="x")) == "この条件に合う場所はありません。"


def test_the_circle_that_grew_is_told_in_a_sentence(enter: Enter, salon: UUID) -> None:
    hayashi = enter("hayashi")
    send(hayashi, "place_widen", salon, welcome="aged", since="2020-04-01")
    send(hayashi, "place_widen", salon, welcome="anybody", since="2024-05-01")
    assert "はじめは高齢の方。令和6年5月1日から「だれでも」に広がりました。" in words(see(hayashi, "place", salon))


def test_where_everybody_is_welcome_nobody_is_said_to_be_shut_out(enter: Enter, salon: UUID) -> None:
    hayashi = enter("hayashi")
    send(hayashi, "place_widen", salon, welcome="anybody", since="2024-05-01")
    send(hayashi, "place_widen", salon, welcome="aged", since="2025-06-01")
    page = words(see(hayashi, "place", salon))
    assert "はじめはだれでも。令和7年6月1日から「高齢の方」をとくに迎えています。" in page
    send(hayashi, "place_narrow", salon, welcome="aged", until="2026-04-01")
    page = words(see(hayashi, "place", salon))
    assert re.search("はじめはだれでも。(2026年)?4月1日から「高齢の方」に限らず迎えています。", page)
    assert "広がりました" not in page
    assert "は迎えていません" not in page


def test_when_it_is_open_is_said_once(town: Town, enter: Enter) -> None:
    by = town("hayashi").at_moment(timezone.now())
    place = create_place(by=by, at=timezone.now(), values={"name": "縁側"}).pk
    hayashi = enter("hayashi")
    assert re.search(r"いつ\s+聞いていません", words(see(hayashi, "place", place)))
    say_times(by=by, at=timezone.now(), place=place, lines=[Times(3, opens=time(13))])
    page = words(see(hayashi, "place", place))
    assert re.search(r"いつ\s+木曜", page)
    assert "開く日時" not in page.partition("これまで")[0]


def test_the_circle_that_shrank_is_told_with_its_day_and_stands_in_the_history(enter: Enter, salon: UUID) -> None:
    hayashi = enter("hayashi")
    send(hayashi, "place_widen", salon, welcome="aged", since="2020-04-01")
    send(hayashi, "place_widen", salon, welcome="anybody", since="2024-05-01")
    assert send(hayashi, "place_narrow", salon, welcome="anybody", until="2020-01-01").status_code == 422
    assert send(hayashi, "place_narrow", salon, welcome="young").status_code == 422
    assert send(enter("tanaka"), "place_narrow", salon, welcome="anybody").status_code == 404
    assert send(hayashi, "place_narrow", salon, welcome="anybody", until="2025-04-01").status_code == 302
    page = words(see(hayashi, "place", salon))
    assert "はじめは高齢の方。令和7年4月1日から「だれでも」は迎えていません。" in page
    assert "令和6年5月1日から令和7年3月31日まで" in page
    assert "迎える方: だれでも(令和6年5月1日(水)から) → 迎えていない(令和7年4月1日(火)から)" in page
    assert "迎える方: （空） → だれでも(令和6年5月1日(水)から)" in page


def test_a_round_of_calls_confirms_only_what_was_ticked(town: Town, enter: Enter, salon: UUID) -> None:
    by, hayashi = town("hayashi").at_moment(timezone.now()), enter("hayashi")
    other = create_place(by=by, at=timezone.now(), values={"name": "縁側"}).pk
    assert sentence(see(hayashi, "checks")) == "確かめる番の場所が2か所あります。"
    assert send(hayashi, "check_round", places=[str(salon)], how="phone").status_code == 302
    assert sentence(see(hayashi, "checks")) == "確かめる番の場所が1か所あります。"
    assert send(hayashi, "check_round", how="phone").status_code == 422
    assert send(enter("tanaka"), "check_round", places=[str(other)], how="phone").status_code == 404
    with unwalled():
        assert [one.place_id for one in Confirmation.objects.within(town.body)] == [salon]


def test_each_due_place_has_one_holder(town: Town, enter: Enter, salon: UUID) -> None:
    by, hayashi = town("hayashi").at_moment(timezone.now()), enter("hayashi")
    create_place(by=by, at=timezone.now(), values={"name": "福祉の縁側", "owner": town("tanaka").team})
    teams = [str(by.team), str(town("tanaka").team), str(town("ogawa").team)]
    held = [sentence(see(hayashi, "checks", owner=team)) for team in teams]
    assert held == ["確かめる番の場所が1か所あります。"] * 2 + ["いま確かめる場所はありません。"]


def test_a_doubt_brings_a_checked_place_back_to_the_front(town: Town, enter: Enter, salon: UUID) -> None:
    now = timezone.now()
    confirm_place(by=town("hayashi").at_moment(now), at=now, place=salon, how=ConfirmedBy.VISIT)
    assert sentence(see(enter("hayashi"), "checks")) == "いま確かめる場所はありません。"
    assert send(enter("tanaka"), "place_doubt", salon, reason="ended").status_code == 302
    page = see(enter("hayashi"), "checks")
    assert "もうしていなかった" in words(page)
    assert "聞いたこと: もうしていなかった" in words(see(enter("tanaka"), "place", salon))


def test_a_promise_is_kept_and_lifted_and_silences_the_list_of_checks(enter: Enter, salon: UUID) -> None:
    hayashi = enter("hayashi")
    said = {"kind": "not_contacted", "said_by": "host", "words": "しばらくそっとしておいてほしい"}
    assert send(hayashi, "place_promise", salon, **said).status_code == 302
    assert "こちらから連絡しない約束" in words(see(enter("tanaka"), "place", salon))
    assert sentence(see(hayashi, "checks")) == "いま確かめる場所はありません。"
    assert send(hayashi, "place_try", salon, way="phone").status_code in {409, 422}
    assert send(hayashi, "place_promise_lift", salon, "not_contacted").status_code == 302
    assert send(hayashi, "place_try", salon, way="phone").status_code == 302
    assert "連絡がつかなかった日が1日" in words(see(hayashi, "place", salon))
    assert send(hayashi, "place_promise_lift", salon, "gone").status_code == 404


def test_the_address_of_a_link_is_shown_once(town: Town, enter: Enter, salon: UUID) -> None:
    hayashi, until = enter("hayashi"), timezone.localdate() + timedelta(days=20)
    assert send(hayashi, "place_link", salon, until=until.isoformat()).status_code == 302
    address = f"/{town.body}/host/"
    assert address in words(see(hayashi, "place_host", salon))
    assert address not in words(see(hayashi, "place_host", salon))
    with unwalled():
        link = HostLink.objects.within(town.body).get()
    assert send(hayashi, "place_link_withdraw", link.pk).status_code == 302
    assert "取り消した" in words(see(hayashi, "place_host", salon))
    assert send(hayashi, "place_link", salon, until="2020-01-01").status_code in {409, 422}


@pytest.mark.parametrize("porch", ["", "https://machi.example.lg.jp"])
def test_the_address_for_the_group_is_whole_or_says_that_it_is_not(
    enter: Enter, salon: UUID, settings: Any, porch: str
) -> None:
    settings.MARUGOTO_PORCH_URL = porch
    hayashi, until = enter("hayashi"), timezone.localdate() + timedelta(days=20)
    send(hayashi, "place_link", salon, until=until.isoformat())
    page = words(see(hayashi, "place_host", salon))
    assert ("このままでは開けません。" in page) is (porch == "")
    assert f"{porch}/990019/host/" in page


def test_a_request_is_seen_beside_what_stands_and_written_where_it_is_ticked(
    town: Town, enter: Enter, salon: UUID
) -> None:
    now, hayashi = timezone.now(), enter("hayashi")
    by = town("hayashi").at_moment(now)
    given = give_link(by=by, at=now, place=salon, until=local_day(now) + timedelta(days=5))
    wants = {"days": "第3木曜", "phone": "099-200-9999"}
    asked = ask_change(by=by, at=now, place=salon, wants=wants, words="会場が変わりました", link=given.link.pk)
    assert "なぎさサロン 曜日・電話・言葉で" in words(see(hayashi, "checks"))
    page = words(see(hayashi, "change_request", asked.pk))
    assert "曜日 毎月第2木曜 第3木曜" in page
    assert send(hayashi, "change_answer", asked.pk, taken=["days"]).status_code == 302
    found = edited(town("tanaka"), salon)
    assert found is not None
    assert (found.place.days, found.place.phone) == ("第3木曜", "099-200-1001")
    assert "書かなかった" in words(see(hayashi, "change_request", asked.pk))
    assert send(hayashi, "change_answer", asked.pk, taken=["phone"]).status_code in {409, 422}
    assert see(hayashi, "change_request", uuid4()).status_code == 404


def test_paper_and_table_are_the_list_as_seen(town: Town, enter: Enter, salon: UUID) -> None:
    hayashi, now = enter("hayashi"), timezone.now()
    create_place(by=town("hayashi").at_moment(now), at=now, values={"name": "=縁側()", "kind": "cafe"})
    send(hayashi, "place_promise", salon, kind="not_listed", said_by="host")
    table = see(hayashi, "places_table", kind="salon").content.decode("utf-8-sig")
    rows = list(csv.reader(io.StringIO(table)))
    assert [row[0] for row in rows] == ["場所", "なぎさサロン"]
    assert rows[1][-1] == "外の一覧に載せない"
    assert "'=縁側()" in see(hayashi, "places_table").content.decode()
    assert "099-200-1001" in words(see(hayashi, "places_print", text="なぎさ"))
    assert f"{reverse('town:places_table')}?kind=salon" in see(hayashi, "places", kind="salon").content.decode()


@pytest.mark.parametrize(("route", "most"), [("checks", 8), ("places", 8), ("places_print", 8)])
def test_lists_ask_the_same_for_ten_and_for_two_hundred(town: Town, enter: Enter, route: str, most: int) -> None:
    hayashi, asked = enter("hayashi"), []
    for count in (10, 190):
        by, at = town("hayashi"), timezone.now()
        with unwalled():
            Place.objects.bulk_create(
                Place(body=town.body, made_at=at, by=by.duty, name=f"会{number}", folded=f"会{number}", kind="salon")
                for number in range(count)
            )
        with counted() as queries:
            see(hayashi, route)
        asked.append(len(queries))
    assert asked[0] == asked[1] <= most


def test_the_page_of_the_host_asks_few_questions(enter: Enter, salon: UUID) -> None:
    hayashi = enter("hayashi")
    send(hayashi, "place_promise", salon, kind="not_listed", said_by="host")
    with counted() as queries:
        assert see(hayashi, "place_host", salon).status_code == 200
    assert len(queries) <= 14
