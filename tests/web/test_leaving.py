"""窓口を離れる: the sign-in is shut for every door, and what was not sent waits for its writer alone."""

import re
import time
from html import unescape
from typing import Any
from urllib.parse import urlencode

import pytest
from django.contrib.auth import get_user_model
from django.db import transaction
from django.test import Client

from marugoto.agencies.actions.leaving import forget_unsent
from marugoto.agencies.models import BodyProfile, Leaving, LeavingEnd, Unsent
from marugoto.agencies.queries.calendar import forget
from marugoto.agencies.rules.leaving import IDLE, IDLE_MINUTES, KEPT_FOR
from marugoto.ground.context import entered
from marugoto.web.shell import leaving
from marugoto.web.shell.leaving import OPEN_WHILE_SHUT
from tests.database import unwalled
from tests.story import Story, one_household
from tests.town import Town, settle_town
from tests.web.doors import doors

pytestmark = pytest.mark.django_db
HOST = "http://testserver"
WORDS = "玄関で十分ほど話せた。\n<b>次は金曜</b>"


@pytest.fixture
def town(db: None) -> Town:
    return settle_town()


@pytest.fixture
def story(town: Town) -> Story:
    return one_household(town)


def signed_in(worker: str) -> Client:
    client = Client()
    client.force_login(get_user_model().objects.get(username=f"cast-{worker}"))
    return client


def household(story: Story) -> str:
    return f"/desk/households/{story.case}/"


def journal_form(client: Client, story: Story) -> dict[str, str]:
    """The form of the journal as the page shows it, with what the button that leaves says by itself."""
    page = client.get(household(story)).content.decode()
    assert 'form="written"' in page
    action = re.search(rf'action="(/desk/[^"]*{story.case}[^"]*journal[^"]*)"', page)
    assert action
    return {"of": action[1]}


def leave(client: Client, story: Story, **fields: str) -> Any:
    said = journal_form(client, story) | {"words": WORDS, "method": "visit"} | fields
    return client.post("/leave/", said, headers={"referer": f"{HOST}{household(story)}"}, follow=True)


def as_cast(client: Client, worker: str) -> Any:
    return client.post("/sign-in/cast/", {"who": f"cast-{worker}"}, follow=True)


def unsent() -> list[Unsent]:
    with unwalled():
        return list(Unsent.objects.everywhere("what is kept"))


def test_leaving_shows_a_page_without_a_name_of_anybody_helped(town: Town, story: Story) -> None:
    client = signed_in("tanaka")
    page = leave(client, story)
    assert page.status_code == 423
    said = page.content.decode()
    assert "田中 美咲さんは、窓口を離れています。" in said
    assert "書きかけは預かっています。" in said
    assert "佐藤" not in said
    assert WORDS not in said
    assert page["Cache-Control"].count("no-store") == 1


def test_every_door_is_shut_while_its_worker_is_away(town: Town, story: Story) -> None:
    client = signed_in("tanaka")
    shut = plain(leave(client, story).content)
    walked = 0
    for door in doors():
        if door.name in OPEN_WHILE_SHUT:
            continue
        address = (
            "/calendar/x/marugoto.ics"
            if door.name == "shell:feed"
            else door.address(story)
            if not (set(door.places) & {"unsent"})
            else "/unsent/00000000-0000-4000-8000-000000000000/"
        )
        for answer in (
            client.get(address),
            client.post(address, {"words": "x"}),
            client.get(address, headers={"hx-request": "true"}),
        ):
            assert (answer.status_code, plain(answer.content)) == (423, shut), door.name
            assert "no-store" in answer["Cache-Control"], door.name
        walked += 1
    assert walked > 150
    assert client.get("/nowhere/").status_code == 423
    assert client.get("/account/password/").status_code == 423


def test_whoever_comes_back_is_on_the_same_page_with_the_text(town: Town, story: Story) -> None:
    client = signed_in("tanaka")
    leave(client, story)
    back = as_cast(client, "tanaka")
    assert back.redirect_chain[-1][0] == household(story)
    page = back.content.decode()
    assert "書きかけを戻しました。まだ送られていません。" in page
    assert unescape(re.search(r'<textarea[^>]*name="words"[^>]*>\n(.*?)</textarea>', page, re.S)[1]) == WORDS  # type: ignore[index]
    assert len(unsent()) == 1
    key = re.search(r'data-written>.*?name="key" value="([^"]+)"', page, re.S)
    action = re.search(r'action="([^"]+)"[^>]*data-written>', page)
    assert key
    assert action
    done = client.post(action[1], {"key": key[1], "words": WORDS, "method": "visit"}, follow=True)
    assert "記録しました。" in done.content.decode()
    assert unsent() == []
    with unwalled():
        assert Leaving.objects.everywhere("what is kept").count() == 1
        assert LeavingEnd.objects.everywhere("what is kept").get().by_id == town("tanaka").duty


def test_another_may_take_the_screen_and_sees_nothing_of_it(town: Town, story: Story) -> None:
    client = signed_in("tanaka")
    leave(client, story)
    other = as_cast(client, "ogawa")
    assert other.status_code == 200
    assert "十分ほど" not in other.content.decode()
    assert "十分ほど" not in client.get("/unsent/").content.decode()
    (row,) = unsent()
    assert client.post(f"/unsent/{row.pk}/").status_code == 404
    client.post("/sign-out/")
    mine = as_cast(Client(), "tanaka")  # at another machine
    assert mine.redirect_chain[-1][0] == "/unsent/"
    assert "十分ほど" in mine.content.decode()


def test_what_is_kept_cannot_be_read_in_the_table(town: Town, story: Story) -> None:
    leave(signed_in("tanaka"), story)
    (row,) = unsent()
    assert "十分" not in row.sealed
    assert row.page == household(story)


def test_a_form_of_another_window_is_kept_too(town: Town, story: Story) -> None:
    client = signed_in("tanaka")
    page = client.get("/desk/consultations/new/").content.decode()
    key = re.search(r'name="key" value="([^"]+)"', page)
    assert key
    leave(client, story)
    late = client.post("/desk/consultations/received/", {"key": key[1], "words": "長い話を書いた。"})
    strange = client.post("/desk/consultations/received/", {"key": "x", "words": "ほかの人が書いた。"})
    assert (late.status_code, strange.status_code) == (423, 423)
    assert len(unsent()) == 2
    as_cast(client, "tanaka")
    waiting = client.get("/unsent/").content.decode()
    assert "長い話を書いた。" in waiting
    assert "ほかの人が書いた。" not in waiting


def test_nobody_there_for_the_bodys_time_is_shut_and_loses_nothing(town: Town, story: Story, monkeypatch: Any) -> None:
    client = signed_in("tanaka")
    fields = journal_form(client, story)
    key = re.search(r'name="key" value="([^"]+)"', client.get(household(story)).content.decode())
    assert key
    start = time.time()
    monkeypatch.setattr(leaving, "now", lambda: start + IDLE_MINUTES * 60 - 5)
    assert client.get("/here/").status_code == 204  # somebody types on
    monkeypatch.setattr(leaving, "now", lambda: start + 2 * IDLE_MINUTES * 60 - 10)
    assert client.get(household(story)).status_code == 200
    monkeypatch.setattr(leaving, "now", lambda: start + 3 * IDLE_MINUTES * 60)
    late = client.post(fields["of"], {"key": key[1], "words": WORDS, "method": "visit"})
    assert late.status_code == 423
    assert "しばらくさわられなかったので" in late.content.decode()
    assert client.get("/").status_code == 423
    with unwalled():
        assert Leaving.objects.everywhere("what is kept").get().idle
    assert "十分ほど" in as_cast(client, "tanaka").content.decode()


def test_a_body_says_its_own_minutes(town: Town, story: Story, monkeypatch: Any) -> None:
    with unwalled():
        BodyProfile.objects.create(
            body=town.body, made_at=town.now, name=IDLE, value="5", since=town.now.date().replace(year=2020)
        )
    forget()
    client = signed_in("tanaka")
    assert 'data-idle="5"' in client.get("/").content.decode()
    start = time.time()
    monkeypatch.setattr(leaving, "now", lambda: start + 6 * 60)
    assert client.get("/").status_code == 423
    forget()


def test_the_password_is_asked_and_a_wrong_one_opens_nothing(town: Town, story: Story) -> None:
    user = get_user_model().objects.get(username="cast-tanaka")
    user.set_password("はるのうみ-ひねもす-2026")
    user.save()
    client = signed_in("tanaka")
    leave(client, story)
    wrong = client.post("/account/login/", {"login": "cast-tanaka", "password": "ちがう"})
    assert "佐藤" not in wrong.content.decode()
    assert client.get("/").status_code == 423
    right = client.post(
        "/account/login/", {"login": "cast-tanaka", "password": "はるのうみ-ひねもす-2026"}, follow=True
    )
    assert right.redirect_chain[-1][0] == household(story)
    assert "十分ほど" in right.content.decode()


def test_what_is_old_is_gone_and_what_is_thrown_away_too(town: Town, story: Story) -> None:
    client = signed_in("tanaka")
    leave(client, story)
    as_cast(client, "tanaka")
    (row,) = unsent()
    assert "捨てる" in client.get("/unsent/").content.decode()
    assert signed_in("ogawa").post(f"/unsent/{row.pk}/away/").status_code == 302
    assert len(unsent()) == 1
    assert client.post(f"/unsent/{row.pk}/away/").status_code == 302
    assert unsent() == []
    leave(client, story)
    with transaction.atomic(), entered(town("tanaka")):
        Unsent.objects.within(town.body).update(made_at=town.now - KEPT_FOR)
    as_cast(client, "tanaka")
    assert "預かっている書きかけはありません。" in client.get("/unsent/").content.decode()
    assert forget_unsent(by=town("honma"), at=town.now) == 1
    assert unsent() == []


def test_another_site_does_not_say_where_to_go_on(town: Town, story: Story) -> None:
    client = signed_in("tanaka")
    said = journal_form(client, story) | {"words": WORDS}
    for referer in ("http://elsewhere.example/x", f"{HOST}//elsewhere.example/x", ""):
        client.post("/leave/", said, headers={"referer": referer})
        assert client.session["left"]["page"] == "/"
        as_cast(client, "tanaka")


def plain(page: bytes) -> str:
    """Without the token of the form and without the minute that the paper is stamped with."""
    return re.sub(r'csrfmiddlewaretoken" value="[^"]+"|\d\d時\d\d分', "", page.decode())


def test_what_the_script_tells_is_kept_form_by_form(town: Town, story: Story) -> None:
    """A browser sends line ends of its own between the address and the fields."""
    client = signed_in("tanaka")
    action = journal_form(client, story)["of"]
    said = urlencode({"words": WORDS, "method": "visit", "csrfmiddlewaretoken": "x", "with_file": "1"})
    told = {"written": [f"{action}\r\n{said}", "/desk/elsewhere/\r\nname=%E4%BD%90"]}
    client.post("/leave/", told, headers={"referer": f"{HOST}{household(story)}"})
    back = as_cast(client, "tanaka").content.decode()
    assert len(unsent()) == 2
    assert "ファイルは預かれないので、もう一度選んでください。" in back or "書きかけを2つ預かっています。" in back
    (row,) = [one for one in unsent() if one.action == action]
    client.post(f"/unsent/{row.pk}/")
    page = client.get(household(story)).content.decode()
    assert "書きかけを戻しました。" in page
    assert "玄関で十分ほど話せた。" in page
