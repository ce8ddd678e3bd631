"""A consultation goes on: the caller's number, a line added later, and found again by name or number by those it is open to."""

from typing import Any

import pytest

from marugoto.custody.codes import TouchKind
from marugoto.custody.queries.ball import face
from marugoto.intake.actions.consultation import Told, add_line, end, receive
from marugoto.intake.codes import Channel, ConsultationEnd
from marugoto.intake.models import Consultation
from marugoto.intake.queries import consultation as consultations
from marugoto.intake.rules.line import may_add_line
from marugoto.kernel.decision import Refused
from marugoto.kernel.jst import local_day
from tests.town import Town, settle_town


@pytest.mark.parametrize(
    ("ended", "worded", "says"), [(False, True, ""), (True, True, "おわって"), (False, False, "書かれていません")]
)
def test_when_a_line_may_be_added(ended: bool, worded: bool, says: str) -> None:
    decision = may_add_line(ended=ended, worded=worded)
    assert bool(decision) is not bool(says)
    assert says in decision.reason


@pytest.fixture
def town(db: None) -> Town:
    return settle_town()


def heard(town: Town, **told: Any) -> Consultation:
    at = town.later()
    return receive(
        by=town("tanaka"), at=at, day=local_day(at), channel=Channel.PHONE, told=Told(**{"caller": "上田さん"} | told)
    )


def test_a_line_is_kept_with_its_writer_and_counts_as_a_step(town: Town) -> None:
    row = heard(town)
    at = town.later(days=1)
    add_line(
        by=town("tanaka"),
        at=at,
        consultation=row.pk,
        words="もう一度電話があった。",
        kind=TouchKind.TALKED,
        phone="０９０－１２３４－５６７８",
    )
    page = consultations.get(town("tanaka"), row.pk)
    assert page
    assert [(line.words, line.by.worker.name) for line in page.lines] == [("もう一度電話があった。", "田中 美咲")]
    assert (page.consultation.phone, page.consultation.phone_digits) == ("０９０－１２３４－５６７８", "09012345678")
    ball = face(town("tanaka"), row.ball_id)
    assert ball
    assert ball.last_touch == at


def test_a_number_that_was_told_is_not_written_over(town: Town) -> None:
    row = heard(town, phone="090-1111-2222")
    words = {"words": "聞きなおした。", "kind": TouchKind.TALKED, "phone": "090-9999-9999"}
    add_line(by=town("tanaka"), at=town.later(), consultation=row.pk, **words)
    page = consultations.get(town("tanaka"), row.pk)
    assert page
    assert page.consultation.phone == "090-1111-2222"


def test_what_is_no_number_is_refused_and_nothing_is_kept(town: Town) -> None:
    with pytest.raises(Refused, match="電話番号"):
        heard(town, phone="でんわ")
    assert consultations.recent(town("tanaka")).count == 0


def test_nobody_else_adds_a_line_and_none_after_the_end(town: Town) -> None:
    row = heard(town)
    with pytest.raises(Consultation.DoesNotExist):
        add_line(by=town("ogawa"), at=town.later(), consultation=row.pk, words="x", kind=TouchKind.TALKED)
    end(by=town("tanaka"), at=town.later(), consultation=row.pk, end=ConsultationEnd.ANSWERED)
    with pytest.raises(Refused, match="おわって"):
        add_line(by=town("tanaka"), at=town.later(), consultation=row.pk, words="x", kind=TouchKind.TALKED)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("上田", True),
        ("上田　さん", True),
        ("井口", True),  # who came
        ("5678", True),
        ("090-1234-5678", True),
        ("567", False),  # fewer than the last four digits say nothing
        ("電話", False),  # what was told is not searched here
        ("上田 山本", False),
    ],
)
def test_found_again_by_name_and_number(town: Town, text: str, found: bool) -> None:
    row = heard(town, phone="090-1234-5678", visitor="井口さん", words="電話を切られた。")
    assert [one.pk for one in consultations.search(town("tanaka"), text)] == ([row.pk] if found else [])
    assert consultations.search(town("ogawa"), text) == []


def test_what_is_found_is_shown(town: Town) -> None:
    row = heard(town)
    viewer = town("tanaka")
    consultations.search(viewer, "上田")
    assert row.folder_id in viewer.sight.folders
