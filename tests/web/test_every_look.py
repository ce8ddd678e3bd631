"""Every answer that shows somebody is in the book of looks: asked of each page of the house, with the eyes of everybody to whom it opens."""

import re

import pytest
from django.http import HttpResponse

from marugoto.disclosure.models import Look
from tests.database import unwalled
from tests.story import one_household
from tests.town import Town, settle_town
from tests.web.client import signed_in
from tests.web.doors import doors
from tests.web.test_doors import CAST

pytestmark = [pytest.mark.django_db, pytest.mark.slow]
THEIRS = re.compile("佐藤 ?誠|キヨ|誠さん|佐藤さん")  # as the pages call the two of the story and their household


@pytest.fixture
def town(db: None) -> Town:
    return settle_town()


def shows_somebody(answer: HttpResponse) -> bool:
    """What was read; that a form repeats what was asked for shows nobody."""
    if answer.status_code != 200 or "html" not in answer.headers.get("Content-Type", ""):
        return False
    return bool(THEIRS.search(re.sub(r"<[^>]+>", "", answer.content.decode())))


def looks_so_far() -> int:
    with unwalled():
        return Look.objects.everywhere("how many there are").count()


def last_look() -> Look:
    with unwalled():
        found = Look.objects.everywhere("the last one").order_by("-made_at", "-pk").first()
    assert found
    return found


def test_no_page_shows_somebody_without_a_look_that_names_the_folder(town: Town) -> None:
    story = one_household(town)
    shown, unseen = set[str](), list[str]()
    for worker, roles in CAST.items():
        client, mine = signed_in(worker), town(worker).worker
        for door in doors():
            if door.kind != "see" or not roles & set(door.audience or roles):
                continue
            before = looks_so_far()
            answer = client.get(door.address(story))
            if not shows_somebody(answer):
                continue
            shown.add(door.name)
            look = last_look()
            if looks_so_far() == before or (look.worker, look.page) != (mine, door.name) or not look.folders:
                unseen.append(f"{door.name} to {worker}")
    assert unseen == []
    assert {"desk:household", "desk:person", "desk:need", "meeting:conference", "shell:today"} <= shown
    assert len(shown) > 30, sorted(shown)
