"""What a day brings by itself comes about in a running installation: by the courier, and by hand."""

import json
from datetime import timedelta
from io import StringIO
from pathlib import Path
from typing import Any
from uuid import uuid4

import pytest
from django.core.management import call_command
from django.core.management.base import CommandError
from django.db.models import Max
from django.utils import timezone

from marugoto.custody.actions import due
from marugoto.custody.actions.offer import offer
from marugoto.custody.codes import BallState, OfferReason
from marugoto.custody.queries.ball import face, on_our_table
from marugoto.exchange.actions import porch_post
from marugoto.intake.actions.notice import raise_notice
from marugoto.intake.codes import NoticeSource
from marugoto.ledger.models import Fact, Seal
from tests.database import unwalled
from tests.town import MINAMO, SHIOMI, Town, settle_town

pytestmark = pytest.mark.django_db


@pytest.fixture
def town(db: None) -> Town:
    """A town whose clock stands a month back, so that what it offered is overdue today."""
    town = settle_town()
    town.now = timezone.now() - timedelta(days=30)
    return town


def unanswered(town: Town) -> Any:
    raise_notice(by=town("okamoto"), at=town.later(), notice=uuid4(), source=NoticeSource.CLERK, words="気づき")
    ball = on_our_table(town("mori")).held[0].ball
    offer(by=town("mori"), at=town.later(), ball=ball, to=town.team("north-care-desk"), reason=OfferReason.NEARER)
    return ball


def state(town: Town, ball: Any) -> BallState:
    found = face(town("mori"), ball)
    assert found is not None
    return found.state


def test_silence_ends_an_offer_while_the_courier_goes_its_rounds(town: Town, settings: Any, tmp_path: Path) -> None:
    settings.MARUGOTO_PACKAGE_FOLDER = tmp_path
    ball = unanswered(town)
    assert state(town, ball) is BallState.OFFERED
    porch_post._SEALED.clear()  # as a courier that has just begun
    porch_post.errand(1)
    assert state(town, ball) is BallState.OFFERED  # not in every round
    porch_post.errand(porch_post.DUE_EVERY)
    found = face(town("mori"), ball)
    assert found is not None
    assert found.offer is None
    assert found.holder.id == town.team("tower")
    with unwalled():
        assert Seal.objects.within(MINAMO).exists()  # and the books of the days before are closed


def test_the_books_are_closed_within_the_minute(town: Town) -> None:
    """Not in every round of two seconds, and oftener than each minute, whatever else a round has to do."""
    unanswered(town)
    town.now = timezone.now()
    porch_post._SEALED.clear()
    porch_post.close_the_books(at=town.now)
    for seconds, waiting in ((10, True), (50, False)):
        raise_notice(by=town("okamoto"), at=town.now, notice=uuid4(), source=NoticeSource.CLERK, words="いまの気づき")
        porch_post.close_the_books(at=town.now + timedelta(seconds=seconds))
        with unwalled():
            last = Fact.objects.within(MINAMO).aggregate(last=Max("seq"))["last"]
            reach = Seal.objects.within(MINAMO).order_by("-number").values_list("reach", flat=True)[0]
            assert (reach["fact"] < last) is waiting


def test_by_hand_it_says_what_was_done_and_twice_does_no_more(town: Town) -> None:
    unanswered(town)
    said = StringIO()
    call_command("due", stdout=said)
    assert "みなも市  返事のなかった渡し 1件" in said.getvalue()
    again = StringIO()
    call_command("due", "--json", stdout=again)
    rows = {row["code"]: row for row in json.loads(again.getvalue())}
    assert rows[MINAMO]["lapsed"] == 0
    assert set(rows) >= {MINAMO, SHIOMI}


def test_the_guide_promises_of_it_what_it_does() -> None:
    guide = Path("docs/how-to/begin.md").read_text(encoding="utf-8")
    [said] = [one for one in guide.split("。") if "`bin/marugoto due`" in one]
    assert "期限の過ぎた渡しを終え、役割の終わりを片づける" in said
    assert "知らせ" not in said  # of places that fit now the courier alone tells


def test_trouble_in_one_body_keeps_none_of_the_others_waiting(town: Town, monkeypatch: pytest.MonkeyPatch) -> None:
    ball = unanswered(town)
    whole = due.run_due

    def broken_in_shiomi(*, by: Any, at: Any) -> due.Round:
        if by.body == SHIOMI:
            raise RuntimeError("表が読めません")
        return whole(by=by, at=at)

    monkeypatch.setattr(due, "run_due", broken_in_shiomi)
    with pytest.raises(CommandError, match="汐見市"):
        call_command("due", stdout=StringIO())
    found = face(town("mori"), ball)
    assert found is not None
    assert found.offer is None
