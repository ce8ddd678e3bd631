"""窓口を離れる when something is in the way: the screen is shut all the same, and no window's words are lost for another's."""

from typing import Any
from urllib.parse import urlencode

import pytest
from django.conf import settings
from django.contrib.auth import get_user_model
from django.db import DatabaseError
from django.test import Client, override_settings

from marugoto.agencies.rules.leaving import MOST_LETTERS
from marugoto.web.shell import leaving
from marugoto.web.shell.frame import ROOM
from marugoto.web.ui.refill import refilled
from tests.story import Story, one_household
from tests.town import Town, settle_town
from tests.web.test_leaving import HOST, WORDS, as_cast, household, journal_form, leave, signed_in, unsent

pytestmark = pytest.mark.django_db
OTHER = "別の窓で、続きを書いていた。"


@pytest.fixture
def town(db: None) -> Town:
    return settle_town()


@pytest.fixture
def story(town: Town) -> Story:
    return one_household(town)


def again(client: Client, story: Story, of: str, words: str) -> Any:
    """Another window of the same page, or the same window later."""
    said = {"of": of, "words": words}
    if "left" in client.session:
        said["reader"] = client.session["left"]["duty"]
    return client.post("/leave/", said, headers={"referer": f"{HOST}{household(story)}"}, follow=True)


def test_two_windows_with_the_same_form_keep_both_texts(town: Town, story: Story) -> None:
    client = signed_in("tanaka")
    of = journal_form(client, story)["of"]
    leave(client, story)
    again(client, story, of, OTHER)
    again(client, story, of, OTHER)
    assert len(unsent()) == 2, "the same words twice are one"
    as_cast(client, "tanaka")
    waiting = client.get("/unsent/").content.decode()
    assert OTHER in waiting
    assert "十分ほど" in waiting


def test_what_was_put_back_and_written_on_is_kept_once(town: Town, story: Story) -> None:
    client = signed_in("tanaka")
    of = journal_form(client, story)["of"]
    leave(client, story)
    assert "書きかけを戻しました。" in as_cast(client, "tanaka").content.decode()
    again(client, story, of, f"{WORDS} それから、鍵を預かった。")
    (row,) = unsent()
    as_cast(client, "tanaka")
    assert "鍵を預かった" in client.get("/unsent/").content.decode()
    assert row.action == of


def test_signs_that_end_lines_elsewhere_do_not_shift_the_words(town: Town, story: Story) -> None:
    page = '<p title="a\x0b">\u2028\x85\x0c</p>\r\n<form action="/a/"><textarea name="words">old</textarea></form>'
    found = refilled(page, "/a/", [("words", "new\u2028<b>")])
    assert found
    assert found[1] == []
    assert '<textarea name="words">\nnew\u2028&lt;b&gt;</textarea></form>' in found[0]
    assert found[0].startswith('<p title="a\x0b">\u2028\x85\x0c</p>\r\n<form ')


def test_a_question_of_the_script_is_no_page_to_come_back_to(town: Town, story: Story, monkeypatch: Any) -> None:
    client = signed_in("tanaka")
    client.get(household(story))
    late = leaving.now() + 3_600
    monkeypatch.setattr(leaving, "now", lambda: late)
    assert client.get("/here/", headers={"referer": f"{HOST}{household(story)}"}).status_code == 423
    assert client.session["left"]["page"] == household(story)
    assert as_cast(client, "tanaka").redirect_chain[-1][0] == household(story)


def test_the_screen_is_shut_also_where_the_words_cannot_be_kept(town: Town, story: Story, monkeypatch: Any) -> None:
    def locked(**_said: object) -> None:
        raise DatabaseError("database is locked")

    client = signed_in("tanaka")
    of = journal_form(client, story)["of"]
    with monkeypatch.context() as while_locked:
        while_locked.setattr(leaving, "leave", locked)
        page = again(client, story, of, WORDS)
    assert page.status_code == 423
    assert "預かれなかった書きかけがあります" in page.content.decode()
    assert client.get(household(story)).status_code == 423
    assert as_cast(client, "tanaka").status_code == 200
    page = again(client, story, "/x" * 800, WORDS)
    assert page.status_code == 423
    assert "預かれなかった書きかけがあります" in page.content.decode()
    assert unsent() == []


def test_a_page_from_before_the_last_sign_in_shuts_the_screen_too(town: Town, story: Story) -> None:
    """Its token is no longer good: nothing that was written is shown, and nobody stays signed in."""
    for origin, kept in (({}, 0), ({"HTTP_ORIGIN": "http://elsewhere.example"}, 0), ({"HTTP_ORIGIN": HOST}, 1)):
        client = Client(enforce_csrf_checks=True)
        client.force_login(signed_in_user("tanaka"))
        page = client.post("/leave/", {"of": "/desk/", "words": WORDS}, follow=True, **origin)
        assert page.status_code == 423
        assert "十分ほど" not in page.content.decode()
        assert client.get(household(story)).status_code == 423
        assert len(unsent()) == kept


def signed_in_user(worker: str) -> Any:
    return get_user_model().objects.get(username=f"cast-{worker}")


def test_a_part_of_a_page_does_not_take_what_waits_for_the_whole(town: Town, story: Story) -> None:
    client = signed_in("tanaka")
    leave(client, story)
    client.post("/sign-in/cast/", {"who": "cast-tanaka"})
    client.get(household(story), headers={"hx-request": "true"})
    assert "書きかけを戻しました。" in client.get(household(story)).content.decode()


def test_words_of_a_lost_key_keep_nobody_from_signing_in(town: Town, story: Story) -> None:
    client = signed_in("tanaka")
    leave(client, story)
    with override_settings(MARUGOTO_SECOND_KEY="another installation's"):
        assert as_cast(client, "tanaka").status_code == 200
        assert "預かっている書きかけはありません。" in client.get("/unsent/").content.decode()


def test_as_much_as_can_be_kept_of_a_form_comes_through_as_a_browser_writes_it(town: Town, story: Story) -> None:
    """Every Japanese letter is nine bytes on the way: what is kept is more than what was read before."""
    client = signed_in("tanaka")
    words = "長い書きかけ。" * (MOST_LETTERS // 7)
    said = f"{journal_form(client, story)['of']}\n{urlencode({'words': words})}"
    assert len(said) > 3_500_000
    page = client.post("/leave/", {"written": said}, headers={"referer": f"{HOST}{household(story)}"}, follow=True)
    assert "書きかけは預かっています。" in page.content.decode()
    assert "預かれなかった" not in page.content.decode()
    assert len(unsent()) == 1


def test_more_than_is_ever_read_leaves_the_screen_open_and_says_so(town: Town, story: Story) -> None:
    """Shut, the words would be gone: the answer says that the screen is not left, shows nobody's name, and the page is there behind it."""
    client = signed_in("tanaka")
    said = {"written": f"{journal_form(client, story)['of']}\nwords={'a' * settings.DATA_UPLOAD_MAX_MEMORY_SIZE}"}
    for address, says in (("/leave/", "窓口はまだ離れていません。"), ("/keep/", "何も書きかえていません。")):
        answer = client.post(address, said, headers={"referer": f"{HOST}{household(story)}"})
        page = answer.content.decode()
        assert answer.status_code == 413
        assert says in page
        assert "分けて" in page
        assert "佐藤" not in page
    assert not unsent()
    assert client.get(household(story)).status_code == 200


def test_the_button_knows_how_much_can_be_kept(town: Town, story: Story) -> None:
    page = signed_in("tanaka").get(household(story)).content.decode()
    assert f'data-most="{MOST_LETTERS}"' in page
    assert f'data-most-bytes="{settings.DATA_UPLOAD_MAX_MEMORY_SIZE - ROOM}"' in page
    assert "先に送るか、短く分けてから" in page
