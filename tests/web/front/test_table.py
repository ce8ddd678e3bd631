"""Somebody from outside: a seat for one item, opened by number and word, shut until the pledge, and gone by itself."""

import re
from datetime import timedelta
from pathlib import Path
from typing import Any
from uuid import UUID, uuid4

import pytest
from django.db.transaction import on_commit as django_on_commit
from django.test import Client
from django.utils import timezone

from marugoto.conferences.actions.conference import close_conference, open_conference
from marugoto.conferences.actions.date import fix_day, put_day
from marugoto.conferences.actions.outside import Asked, Stranger
from marugoto.conferences.codes import DateSaid, OutsideKind
from marugoto.conferences.queries import conference as conferences
from marugoto.conferences.queries import outside
from marugoto.exchange.actions import porch_post as house
from marugoto.exchange.actions import table_post
from marugoto.exchange.actions.table_post import invite
from marugoto.exchange.porch.actions import post as porch
from marugoto.exchange.porch.models import TableLetter, TableSeat
from marugoto.exchange.porch.rules.number import say_number
from marugoto.exchange.post import TO_PORCH
from marugoto.kernel.decision import Refused
from marugoto.settings.porch import MIDDLEWARE as PORCH_MIDDLEWARE
from tests.begun import called
from tests.story import Story, one_household
from tests.town import MINAMO, Town, settle_town
from tests.web.front.test_porch import text

pytestmark = pytest.mark.django_db
SECRET_WORDS = "二学期から登校していません。"


@pytest.fixture
def town(db: None, settings: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Town:
    settings.MARUGOTO_PACKAGE_FOLDER = tmp_path
    settled = settle_town()
    settled.now = timezone.now()
    monkeypatch.setattr(table_post, "on_commit", lambda send: send())  # a test's transaction is never committed
    return settled


@pytest.fixture
def story(town: Town) -> Story:
    return one_household(town)


@pytest.fixture
def item(town: Town, story: Story) -> UUID:
    """On the agenda of a conference in three days, with another day put to those who sit."""
    meeting = called(town, story)
    found = conferences.get(town("tanaka"), meeting)
    assert found
    return found.items[0].item


@pytest.fixture
def outsider(item: UUID, settings: Any) -> Client:
    settings.ROOT_URLCONF = "marugoto.web.urls_porch"
    settings.MIDDLEWARE = PORCH_MIDDLEWARE
    return Client()


def asks(town: Town, item: UUID) -> Asked:
    row = conferences.item(town("tanaka"), item)
    assert row
    aoki = Stranger(OutsideKind.SCHOOL, "青木 千夏", "学校での様子を知る", SECRET_WORDS, "みなも第二中学校")
    made = invite(by=town("tanaka"), at=town.later(), item=row, stranger=aoki, post=house.house_post(TO_PORCH))
    carries(town)
    return made


def carries(town: Town) -> None:
    """The two couriers go once."""
    house.publish_places(at=town.later(), body=MINAMO)
    house.tell_of_tables(at=town.later(), body=MINAMO)
    porch.take_in(at=town.later())
    porch.hand_out(at=town.later())
    house.collect(at=town.later())
    porch.take_in(at=town.later())


def opens(client: Client, made: Asked, word: str = "") -> Any:
    fields = {"key": str(uuid4()), "number": say_number(made.seat.number), "word": word or made.word}
    return client.post(f"/{MINAMO}/table/opened/", fields)


def presses(client: Client, what: str, **fields: str) -> Any:
    return client.post(f"/{MINAMO}/table/{what}/", {"key": str(uuid4()), **fields})


def page(client: Client) -> str:
    return text(client.get(f"/{MINAMO}/table/"))


def line(town: Town, item: UUID, made: Asked) -> outside.OutsideLine:
    return next(one for one in outside.of_items(town("tanaka"), [item])[item] if one.seat == made.seat.pk)


def test_the_extract_opens_with_the_pledge_and_what_she_writes_stands_on_the_sheet(
    town: Town, item: UUID, outsider: Client
) -> None:
    made = asks(town, item)
    assert opens(outsider, made, "wrongwords").status_code == 422
    assert opens(outsider, made).status_code == 302
    before = page(outsider)
    assert "外では話しません" in before
    assert SECRET_WORDS not in before
    assert presses(outsider, "view", knows="早すぎる").status_code == 302
    assert "早すぎる" not in page(outsider), "nothing is written before the pledge"
    presses(outsider, "pledge")
    assert SECRET_WORDS in page(outsider)
    presses(outsider, "view", knows="保健室には来ます。", can="週に一度会えます。")
    carries(town)
    found = line(town, item, made)
    assert found.pledged
    assert found.view
    assert (found.view.knows, found.view.can) == ("保健室には来ます。", "週に一度会えます。")
    assert not TableLetter.objects.everywhere("what waits").exists(), "the house has it"
    assert "保健室には来ます。" in page(outsider), "her own words, while the seat stands"


def test_the_same_words_sent_twice_are_one_view(town: Town, item: UUID, outsider: Client) -> None:
    made = asks(town, item)
    opens(outsider, made)
    for _ in range(2):
        presses(outsider, "pledge")
        presses(outsider, "view", knows="保健室には来ます。")
    assert TableLetter.objects.everywhere("what waits").count() == 2


def test_it_ends_by_itself_even_where_the_house_says_nothing(
    town: Town, item: UUID, outsider: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    made = asks(town, item)
    opens(outsider, made)
    presses(outsider, "pledge")
    assert SECRET_WORDS in page(outsider)
    late = made.seat.opens_until + timedelta(seconds=1)
    monkeypatch.setattr("marugoto.web.front.pages.table.timezone.now", lambda: late)
    assert SECRET_WORDS not in page(outsider)
    assert "合言葉" in page(outsider), "it is the door again"
    assert opens(outsider, made).status_code == 422
    assert presses(outsider, "view", knows="あとから").status_code == 404


def test_the_porch_forgets_the_extract_with_its_end(town: Town, item: UUID, outsider: Client) -> None:
    made = asks(town, item)
    assert SECRET_WORDS in str(TableSeat.objects.everywhere("what is kept").get().shown)
    porch.forget_over(at=made.seat.opens_until)
    assert TableSeat.objects.everywhere("what is kept").count() == 0


def test_closing_the_conference_ends_it_at_once(town: Town, item: UUID, outsider: Client) -> None:
    made = asks(town, item)
    opens(outsider, made)
    presses(outsider, "pledge")
    presses(outsider, "view", knows="閉じる前に書いた")
    row = conferences.item(town("tanaka"), item)
    assert row
    open_conference(by=town("tanaka"), at=town.later(), conference=row.conference)
    close_conference(by=town("tanaka"), at=town.later(), conference=row.conference)
    carries(town)
    found = line(town, item, made)
    assert found.over
    assert found.view
    assert found.view.knows == "閉じる前に書いた", "the letter came late and was written in time"
    assert SECRET_WORDS not in page(outsider)


def test_too_many_wrong_words_shut_it_for_ever(town: Town, item: UUID, outsider: Client) -> None:
    made = asks(town, item)
    for _ in range(10):
        assert opens(outsider, made, "wrongwords").status_code == 422
    assert opens(outsider, made).status_code == 422
    assert SECRET_WORDS not in page(outsider)


def test_days_are_answered_from_outside(town: Town, item: UUID, outsider: Client) -> None:
    made = asks(town, item)
    row = conferences.item(town("tanaka"), item)
    assert row
    begins = row.conference.begins_at + timedelta(days=2)
    ends = begins + timedelta(hours=1)
    day = put_day(by=town("tanaka"), at=town.later(), conference=row.conference, begins_at=begins, ends_at=ends)
    carries(town)
    opens(outsider, made)
    assert "来られる 日" in page(outsider)
    presses(outsider, "days", **{f"day_{day.pk}": "maybe"})
    carries(town)
    said = {one.option: one.by_outside for one in outside.days(town("tanaka"), row.conference_id)}
    assert said[day.pk] == {made.seat.pk: DateSaid.MAYBE}
    fix_day(by=town("tanaka"), at=town.later(), option=day)
    carries(town)
    kept = TableSeat.objects.everywhere("what is kept").get()
    assert kept.until > made.seat.opens_until, "the account stands until the end of the day that was taken"
    ics = outsider.get(f"/{MINAMO}/table/invitation.ics").content.decode()
    assert "BEGIN:VEVENT" in ics
    assert "佐藤" not in ics


def test_a_cookie_of_another_seat_opens_nothing(town: Town, item: UUID, outsider: Client) -> None:
    asks(town, item)
    outsider.cookies["porch_table"] = "forged:value"
    assert SECRET_WORDS not in page(outsider)
    assert presses(outsider, "pledge").status_code == 404
    assert not re.search(r"sessionid", str(outsider.get(f"/{MINAMO}/table/").cookies))


def test_a_letter_leaves_the_house_only_when_the_seat_is_kept(
    town: Town, item: UUID, django_capture_on_commit_callbacks: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    row = conferences.item(town("tanaka"), item)
    assert row
    aoki = Stranger(OutsideKind.SCHOOL, "青木 千夏", "学校での様子を知る", SECRET_WORDS, "みなも第二中学校")
    post = house.house_post(TO_PORCH)
    with django_capture_on_commit_callbacks(execute=False) as waiting:
        monkeypatch.setattr(table_post, "on_commit", django_on_commit)
        invite(by=town("tanaka"), at=town.later(), item=row, stranger=aoki, post=post)
    assert list(post.letters()) == [], "if it were undone now, nobody outside would ever have read it"
    assert waiting
    for send in waiting:
        send()
    assert SECRET_WORDS in next(post.letters()).read_text(encoding="utf-8")


def test_what_comes_after_the_end_is_said_to_whoever_asked(town: Town, item: UUID, outsider: Client) -> None:
    made = asks(town, item)
    opens(outsider, made)
    presses(outsider, "pledge")
    row = conferences.item(town("tanaka"), item)
    assert row
    open_conference(by=town("tanaka"), at=town.later(), conference=row.conference)
    over = town.later()
    close_conference(by=town("tanaka"), at=over, conference=row.conference)
    take_later(town, made, over)
    assert [what for what, _at in outside.late(town("tanaka"), made.seat.pk)] == ["view"]
    assert line(town, item, made).view is None


def take_later(town: Town, made: Asked, over: Any) -> None:
    """The porch had not heard of the end yet: what she wrote a minute later comes, twice."""
    said = {"seat": str(made.seat.pk), "what": "view", "said": {"knows": "間に合わなかった"}}
    payload = {**said, "said_at": (over + timedelta(minutes=1)).isoformat()}
    for _ in range(2):
        with pytest.raises(Refused):
            table_post.take_in(by=town("tanaka"), at=town.later(), payload=payload)
        table_post.note_refused(by=town("tanaka"), at=town.later(), payload=payload)


def test_a_seat_that_ends_between_look_and_press_says_so_and_keeps_the_words(
    town: Town, item: UUID, outsider: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    made = asks(town, item)
    opens(outsider, made)
    presses(outsider, "pledge")

    def gone(**_said: Any) -> None:
        raise TableSeat.DoesNotExist

    for verb in ("write_view", "pledge", "say_days"):
        monkeypatch.setattr(f"marugoto.web.front.pages.table.verbs.{verb}", gone)
    answer = presses(outsider, "view", knows="保健室には来ます。")
    assert answer.status_code == 409
    assert "いま おわりました。" in text(answer)
    assert "保健室には来ます。" in text(answer)
    assert presses(outsider, "pledge").status_code == 409
    assert presses(outsider, "days").status_code in {302, 409}
