"""封印と控え: how the seals stand, the checkpoint for the witness outside, and the program that checks; for the privacy officer."""

import re

import pytest
from django.http import HttpResponse
from django.test import Client
from django.utils import timezone

from marugoto.disclosure.actions.books import seal_everywhere
from marugoto.kernel.chain import read_checkpoint
from marugoto.web.office.pages import seals as pages
from tests.town import MINAMO, Town
from tests.web.office.conftest import Enter
from tests.web.office.test_looks import household
from tests.web.office.test_standard import h1, text

pytestmark = pytest.mark.django_db
SEALS = "/office/looks/seals/"


def press(who: Client) -> HttpResponse:
    page = who.get(SEALS).content.decode()
    key = re.search(r'name="key" value="([^"]+)"', page)
    assert key
    return who.post(f"{SEALS}checkpoints/", {"key": key.group(1)}, follow=True)


def test_before_anything_is_sealed_it_says_so_and_gives_nothing(town: Town, enter: Enter) -> None:
    shiraishi = enter("shiraishi")
    assert h1(shiraishi.get(SEALS)) == "まだ封印がありません。"
    assert "控えは、まだ一度も出していません。" in text(shiraishi.get(SEALS))
    assert "1分ほど待ってから" in press(shiraishi).content.decode()
    assert shiraishi.get(f"{SEALS}checkpoint.txt").status_code == 404


def test_a_checkpoint_is_given_out_shown_and_saved(town: Town, enter: Enter) -> None:
    household(town, "佐藤")
    seal_everywhere(at=timezone.now())
    shiraishi = enter("shiraishi")
    assert "いちばん新しい封印は1番です。すべての行が封印されています。" in h1(shiraishi.get(SEALS))
    said = text(press(shiraishi))
    assert "封印1番の控えを出しました。" in said
    assert "白石 律子" in said
    assert "控えを出す日" not in said
    body, number, digest = read_checkpoint(shiraishi.get(f"{SEALS}checkpoint.txt").content.decode())
    assert (body, number) == (MINAMO, 1)
    assert digest[:8] in said
    assert digest[56:] in said


def test_after_some_days_it_is_due_again(town: Town, enter: Enter, monkeypatch: pytest.MonkeyPatch) -> None:
    household(town, "佐藤")
    seal_everywhere(at=timezone.now())
    shiraishi = enter("shiraishi")
    press(shiraishi)
    monkeypatch.setattr(pages, "days_between", lambda _: -1)
    assert "新しい控えを出して、外の機関に預けてください。" in text(shiraishi.get(SEALS))


def test_the_program_is_the_one_the_house_checks_with(enter: Enter) -> None:
    program = enter("shiraishi").get(f"{SEALS}verifier.py")
    assert program["Content-Disposition"].startswith("attachment")
    assert b"def verify(" in program.content
    assert b"import django" not in program.content


def test_for_the_privacy_officer_alone(enter: Enter) -> None:
    for worker in ("tanaka", "mori", "yamazaki", "hirata", "honma"):
        for address in (SEALS, f"{SEALS}checkpoint.txt", f"{SEALS}verifier.py"):
            assert enter(worker).get(address).status_code == 404, (worker, address)
