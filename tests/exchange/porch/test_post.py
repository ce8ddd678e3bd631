"""A neighbour's notice through the porch to the tower and back: lost, doubled, altered letters do no harm."""

from datetime import datetime
from pathlib import Path
from typing import Any
from uuid import uuid4

import pytest

from marugoto.community.actions.place import create_place
from marugoto.community.codes import Tier, Welcome
from marugoto.custody.queries.ball import on_our_table
from marugoto.exchange.actions import porch_post as house
from marugoto.exchange.porch.actions import post as porch
from marugoto.exchange.porch.actions.notice import Written, leave_notice
from marugoto.exchange.porch.codes import NoticeState
from marugoto.exchange.porch.models import NoticeWords
from marugoto.exchange.porch.queries import notice as notices
from marugoto.exchange.porch.queries import place as places
from marugoto.exchange.post import ASIDE, PORCH, TO_HOUSE, house_of
from marugoto.exchange.rules.package import Package, PackageKind
from marugoto.intake.actions.notice import answer_notice
from marugoto.intake.codes import NoticeAnswer
from marugoto.intake.models import Notice
from marugoto.intake.queries.notice import get
from marugoto.kernel.jst import local_day
from tests.database import unwalled
from tests.town import MINAMO, Town, settle_town

pytestmark = pytest.mark.django_db
WRITTEN = Written(
    words="新聞がたまっている家があります。", where="若葉台2丁目", informant="となりの者", wants_reply=True
)


@pytest.fixture
def town(db: None, settings: Any, tmp_path: Path) -> Town:
    settings.MARUGOTO_PACKAGE_FOLDER = tmp_path
    town = settle_town()
    create_place(
        by=town("hayashi"),
        at=town.later(),
        values={
            "name": "木曜の将棋",
            "name_kana": "もくようのしょうぎ",
            "days": "毎週 木曜",
            "hours": "13:00〜16:00",
            "note": "内輪の覚え",
        },
        welcome=[Welcome.ANYBODY],
    )
    hidden = {"name": "相談員だけが知る場所", "tier": Tier.COORDINATOR}
    create_place(by=town("hayashi"), at=town.later(), values=hidden)
    return town


def publish(town: Town) -> None:
    assert house.publish_places(at=town.later(), body=MINAMO)
    assert porch.take_in(at=town.later()) == 1


def carry(town: Town) -> None:
    """One round on each side."""
    porch.hand_out(at=town.later())
    house.collect(at=town.later())
    house.tell_states(at=town.later(), body=MINAMO)
    porch.take_in(at=town.later())


def states(town: Town, number: str) -> list[NoticeState]:
    way = notices.by_number(MINAMO, number, town.now)
    assert way is not None
    return [state for state, _at in way.steps]


def letters(folder: Path, side: str) -> list[Path]:
    return sorted((folder / side).glob("*.json"))


def kept() -> list[Notice]:
    with unwalled():
        return list(Notice.objects.everywhere("what is kept"))


def test_only_public_places_and_public_words_cross_the_border(town: Town, tmp_path: Path) -> None:
    assert house.publish_places(at=town.later(), body=MINAMO)
    letter = letters(tmp_path, "to-porch")[0].read_text()
    assert "木曜の将棋" in letter
    assert "内輪の覚え" not in letter
    assert "相談員だけが知る場所" not in letter
    assert porch.take_in(at=town.later()) == 1
    shown = places.search(MINAMO, places.Wanted(), today=local_day(town.now))
    assert [row.place.name for row in shown.rows] == ["木曜の将棋"]
    assert not house.publish_places(at=town.later(), body=MINAMO)  # nothing new, nothing sent


def test_a_notice_reaches_the_tower_and_its_answer_comes_back(town: Town) -> None:
    publish(town)
    left = leave_notice(at=town.later(), body=MINAMO, key=uuid4(), written=WRITTEN)
    carry(town)
    assert states(town, left.number) == [NoticeState.ARRIVED]
    assert not NoticeWords.objects.everywhere("words leave the porch").exists()
    ball = next(face for face in on_our_table(town("mori")).held if face.matter == left.pk)
    page = get(town("mori"), left.pk)
    assert page.notice.words == WRITTEN.words
    assert page.informant.name == "となりの者"
    assert ball.holder.name == "多機関協働担当"
    answer_notice(
        by=town("mori"),
        at=town.later(),
        notice=left.pk,
        answer=NoticeAnswer.VISITED,
        words="訪ねた。",
        told_back="見に行きました。",
    )
    carry(town)
    way = notices.by_number(MINAMO, left.number, town.now)
    assert way.reached(NoticeState.ANSWERED)
    assert way.told_back == "見に行きました。"


def test_a_letter_that_comes_twice_or_late_is_one_notice(town: Town, tmp_path: Path) -> None:
    publish(town)
    left = leave_notice(at=town.later(), body=MINAMO, key=uuid4(), written=WRITTEN)
    porch.hand_out(at=town.later())
    copy = letters(tmp_path, "to-house")[0].read_bytes()
    name = letters(tmp_path, "to-house")[0].name
    house.collect(at=town.later())
    (tmp_path / "to-house" / name).write_bytes(copy)  # the acknowledgement was lost, the letter comes again
    house.collect(at=town.later())
    assert [row.pk for row in kept()] == [left.pk]
    porch.take_in(at=town.later())
    assert states(town, left.number) == [NoticeState.ARRIVED]


def test_a_lost_letter_goes_out_again_until_it_is_answered(town: Town, tmp_path: Path) -> None:
    publish(town)
    leave_notice(at=town.later(), body=MINAMO, key=uuid4(), written=WRITTEN)
    assert porch.hand_out(at=town.later()) == 1
    letters(tmp_path, "to-house")[0].unlink()
    assert porch.hand_out(at=town.later()) == 0  # not at once
    assert porch.hand_out(at=town.later(minutes=6)) == 1
    assert house.collect(at=town.later()) == 1
    assert len(kept()) == 1


@pytest.mark.parametrize(
    "spoil", [lambda raw: raw.replace("新聞".encode(), "牛乳".encode()), lambda raw: raw[: len(raw) // 2]]
)
def test_an_altered_or_cut_letter_is_set_aside(town: Town, tmp_path: Path, spoil) -> None:
    publish(town)
    leave_notice(at=town.later(), body=MINAMO, key=uuid4(), written=WRITTEN)
    porch.hand_out(at=town.later())
    letter = letters(tmp_path, "to-house")[0]
    letter.write_bytes(spoil(letter.read_bytes()))
    assert house.collect(at=town.later()) == 0
    assert kept() == []
    assert len(list((tmp_path / "to-house" / "refused").iterdir())) == 1


def test_an_old_list_never_replaces_a_newer_one(town: Town, tmp_path: Path) -> None:
    publish(town)
    values = {"name": "駅前カフェ", "kind": "cafe"}
    create_place(by=town("hayashi"), at=town.later(), values=values)
    house.publish_places(at=town.later(), body=MINAMO)
    newer = letters(tmp_path, "to-porch")[0]
    porch.take_in(at=town.later())
    assert not newer.exists()
    shown = places.search(MINAMO, places.Wanted(words="カフェ"), today=local_day(town.now))
    assert shown.count == 1
    assert isinstance(town.now, datetime)


def test_a_letter_that_cannot_be_taken_is_answered_and_set_aside(town: Town) -> None:
    publish(town)
    at = town.later()
    broken = Package(PackageKind.INBOX, uuid4(), 1, PORCH, house_of(MINAMO), at, {"notice": {"words": "番号がない"}})
    house.house_post(TO_HOUSE).put(broken, MINAMO)
    assert house.collect(at=at) == 0
    assert len(list((house.house_post(TO_HOUSE).folder / ASIDE).iterdir())) == 1
    assert porch.take_in(at=town.later()) == 1
