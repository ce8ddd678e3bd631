"""A form that comes back says what is to be put right, at every door, and keeps what was typed."""

from dataclasses import replace
from typing import Any
from uuid import uuid4

import pytest
from django.contrib.auth import get_user_model
from django.test import Client

from marugoto.agencies.codes import Role
from tests.story import Story, one_household
from tests.town import Town, settle_town
from tests.web.doors import doors

pytestmark = [pytest.mark.django_db, pytest.mark.both]
WORKERS = {Role.COUNSELLOR: "tanaka", Role.COMMUNITY: "hayashi"}
ROWS = {"m-TOTAL_FORMS": "1", "m-INITIAL_FORMS": "0", "m-MIN_NUM_FORMS": "0", "m-MAX_NUM_FORMS": "20"}
LONG = "長" * 401


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


def sent(client: Client, address: str, **fields: Any) -> Any:
    return client.post(address, {"key": str(uuid4())} | fields)


def says_why(answer: Any) -> bool:
    return 'class="errors"' in answer.content.decode()


def test_every_form_that_comes_back_says_why(story: Story) -> None:
    clients, silent, walked = {worker: signed_in(worker) for worker in WORKERS.values()}, [], 0
    story = replace(story, consultation=story.fresh_consultation)  # one that has not ended
    offer = f"/desk/offers/{story.offer}"
    assert says_why(sent(signed_in("ogawa"), f"{offer}/decline/"))
    assert says_why(sent(signed_in("ogawa"), f"{offer}/questions/"))
    assert says_why(sent(signed_in("yamazaki"), f"/meeting/items/{story.item}/rebasing/sent/"))
    sent(signed_in("ogawa"), f"{offer}/questions/", words="通院は毎週ですか。")
    assert says_why(sent(signed_in("tanaka"), f"{offer}/replies/"))
    for door in doors():
        worker = next((worker for role, worker in WORKERS.items() if role in door.audience), None)
        if door.kind == "act" and worker:
            answer = sent(clients[worker], door.address(story), **(ROWS if door.name == "desk:case_begin" else {}))
            walked += answer.status_code == 422
            if answer.status_code == 422 and not says_why(answer):
                silent.append(door.name)
    # These say why to whoever may press them, above; to others they are no form.
    assert set(silent) <= {"desk:ask_more", "desk:decline", "desk:reply", "meeting:rebase_send"}, ", ".join(silent)
    assert walked > 25


def test_an_answer_of_a_host_that_is_too_long_comes_back_as_it_was_typed(story: Story) -> None:
    address = f"/desk/needs/{story.need}/matches/{story.match}/standing/"
    answer = sent(signed_in("tanaka"), address, to="room", words=LONG)
    page = answer.content.decode()
    assert answer.status_code == 422
    assert LONG in page
    assert "400" in page
