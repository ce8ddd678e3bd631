"""A neighbour's notice through the porch to the tower and back: lost, doubled, altered letters do no harm."""

from datetime import datetime
from pathlib import Path
from typing import Any
from uuid import uuid4

import pytest

from marugoto.agencies.queries import directory
from marugoto.community.actions.place import create_place
from marugoto.community.codes import Tier, Welcome
from marugoto.custody.queries.ball import on_our_table
from marugoto.exchange.actions import porch_post as house
from marugoto.exchange.porch.actions import post as porch
from marugoto.exchange.porch.actions.knock import knock
from marugoto.exchange.porch.actions.notice import Written, forget_refused, forget_told, leave_notice, note_states
from marugoto.exchange.porch.codes import Door, NoticeState
from marugoto.exchange.porch.models import NoticeWords, PublishedBody
from marugoto.exchange.porch.queries import notice as notices
from marugoto.exchange.porch.queries import place as places
from marugoto.exchange.post import ASIDE, PORCH, TO_HOUSE, house_of
from marugoto.exchange.rules.package import Package, PackageKind
from marugoto.intake.actions.notice import answer_notice
from marugoto.intake.codes import NoticeAnswer
from marugoto.intake.models import Notice
from marugoto.intake.queries.notice import get
from marugoto.kernel.decision import NotNow
from marugoto.kernel.jst import JST
from tests.database import unwalled
from tests.town import MINAMO, SHIOMI, Town, settle_town

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
    assert house.collect(at=town.later()) == 1  # the answer of the porch


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
    shown = places.search(MINAMO, places.Wanted(), now=town.now.astimezone(JST))
    assert [row.place.name for row in shown.rows] == ["木曜の将棋"]
    assert not house.publish_places(at=town.later(), body=MINAMO)  # nothing new, nothing sent


def test_what_cannot_be_told_of_one_keeps_nothing_else_from_being_told(
    town: Town, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    of_minamo = house.publish_places

    def breaks(*, at: datetime, body: str) -> bool:
        if body == MINAMO:
            raise UnicodeError("label too long")
        return of_minamo(at=at, body=body)

    heard: list[str] = []
    monkeypatch.setattr(house, "publish_places", breaks)
    monkeypatch.setattr(house, "tell_of_tables", lambda *, at, body: heard.append(body))
    house.tell_the_porch(at=town.later())
    assert {MINAMO, SHIOMI} <= set(heard)
    assert any(letter.name.startswith(SHIOMI) for letter in letters(tmp_path, "to-porch"))
    assert f"{MINAMO}: breaks" in caplog.text


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
    assert ball.holder == town("mori").team
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
    shown = places.search(MINAMO, places.Wanted(words="カフェ"), now=town.now.astimezone(JST))
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


def test_a_lock_that_passes_refuses_nothing_for_good(town: Town, monkeypatch: pytest.MonkeyPatch) -> None:
    """The letter lies for the next round; the porch hears nothing and keeps the words."""
    publish(town)
    left = leave_notice(at=town.later(), body=MINAMO, key=uuid4(), written=WRITTEN)
    porch.hand_out(at=town.later())

    def crossed(**_: object) -> None:
        raise NotNow("ほかの人が同じときに動かしていました。")

    with monkeypatch.context() as patched:
        patched.setattr(house, "raise_notice", crossed)
        assert house.collect(at=town.later()) == 0
    assert porch.take_in(at=town.later()) == 0
    assert NoticeWords.objects.everywhere("they are still needed").count() == 1
    assert house.collect(at=town.later()) == 1
    assert [row.pk for row in kept()] == [left.pk]


def test_a_house_without_anybody_to_hold_it_takes_it_when_there_is_somebody(
    town: Town, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Not the letter's fault: it lies, the porch keeps the words and is told nothing; after two hours it says so by itself."""
    publish(town)
    left = leave_notice(at=town.later(), body=MINAMO, key=uuid4(), written=WRITTEN)
    porch.hand_out(at=town.later())
    monkeypatch.setattr(directory, "duties_of_team", lambda *_: [])
    assert house.collect(at=town.later()) == 0
    assert porch.take_in(at=town.later()) == 0
    assert states(town, left.number) == []
    assert NoticeWords.objects.everywhere("they are still needed").count() == 1
    waiting = notices.by_number(MINAMO, left.number, town.later(minutes=121))
    assert waiting
    assert waiting.kept_waiting
    monkeypatch.undo()
    assert house.collect(at=town.later()) == 1
    assert [row.pk for row in kept()] == [left.pk]
    porch.take_in(at=town.later())
    assert states(town, left.number) == [NoticeState.ARRIVED]


def test_what_the_house_refuses_for_good_stays_with_whoever_wrote_it_for_thirty_days(
    town: Town, monkeypatch: pytest.MonkeyPatch
) -> None:
    publish(town)
    left = leave_notice(at=town.later(), body=MINAMO, key=uuid4(), written=WRITTEN)
    porch.hand_out(at=town.later())
    monkeypatch.setitem(house.MOST, "words", 3)  # a house of another version, which keeps no more than that
    assert house.collect(at=town.later()) == 0
    porch.take_in(at=town.later())
    assert states(town, left.number) == [NoticeState.REFUSED]
    assert kept() == []
    assert notices.refused_words(MINAMO, left.pk)["words"] == WRITTEN.words
    assert notices.refused_words(SHIOMI, left.pk) == {}
    assert porch.hand_out(at=town.later(minutes=10)) == 0, "it is not sent over and over"
    assert forget_refused(at=town.later(days=29)) == 0
    assert forget_refused(at=town.later(days=2)) == 1
    assert notices.refused_words(MINAMO, left.pk) == {}


def test_what_was_told_back_leaves_the_porch_after_a_year(town: Town) -> None:
    publish(town)
    left = leave_notice(at=town.later(), body=MINAMO, key=uuid4(), written=WRITTEN)
    carry(town)
    said = {left.pk: (NoticeState.ANSWERED, "見に行きました。")}
    note_states(at=town.later(), body=MINAMO, states=said)
    assert forget_told(at=town.later(days=364)) == 0
    assert forget_told(at=town.later(days=2)) == 1
    assert note_states(at=town.later(), body=MINAMO, states=said) == 0
    way = notices.by_number(MINAMO, left.number, town.now)
    assert way
    assert (way.told_back, [state for state, _at in way.steps][-1]) == ("", NoticeState.ANSWERED)


def test_what_is_on_its_way_or_has_arrived_is_shown_to_nobody(town: Town) -> None:
    publish(town)
    left = leave_notice(at=town.later(), body=MINAMO, key=uuid4(), written=WRITTEN)
    assert notices.refused_words(MINAMO, left.pk) == {}
    carry(town)
    assert notices.refused_words(MINAMO, left.pk) == {}
    assert forget_refused(at=town.later(days=40)) == 0


def test_a_list_that_was_lost_or_refused_is_said_again(town: Town, tmp_path: Path) -> None:
    assert house.publish_places(at=town.later(), body=MINAMO)
    letters(tmp_path, "to-porch")[0].unlink()
    assert not house.publish_places(at=town.later(), body=MINAMO)  # not at once
    assert house.publish_places(at=town.later(minutes=61), body=MINAMO)
    assert porch.take_in(at=town.later()) == 1
    assert house.collect(at=town.later()) == 1  # the porch has answered
    assert not house.publish_places(at=town.later(minutes=61), body=MINAMO)
    assert house.publish_places(at=town.later(days=1), body=MINAMO)  # for a porch that was set up again
    assert len(letters(tmp_path, "to-porch")) == 1


def test_a_letter_that_still_lies_is_not_written_again(town: Town, tmp_path: Path) -> None:
    assert house.publish_places(at=town.later(), body=MINAMO)
    assert not house.publish_places(at=town.later(days=1), body=MINAMO)
    create_place(by=town("hayashi"), at=town.later(), values={"name": "駅前カフェ", "kind": "cafe"})
    assert house.publish_places(at=town.later(), body=MINAMO)
    assert len(letters(tmp_path, "to-porch")) == 1  # the older one is no longer carried


def test_a_restored_house_is_heard_again(town: Town) -> None:
    """From an older backup it counts its lists anew; what it says now is still newer than what is shown."""
    publish(town)
    PublishedBody.objects.within(MINAMO).update(sequence=40)  # shown before the house was set back
    create_place(by=town("hayashi"), at=town.later(), values={"name": "朝の体操"})
    assert house.publish_places(at=town.later(), body=MINAMO)
    assert porch.take_in(at=town.later()) == 1
    shown = places.search(MINAMO, places.Wanted(words="体操"), now=town.now.astimezone(JST))
    assert shown.count == 1


def test_one_who_knocks_at_two_towns_is_let_in_at_both(town: Town) -> None:
    at = town.later()
    assert knock(at=at, body=MINAMO, door=Door.NOTICE, address="127.0.0.1")
    assert knock(at=at, body=SHIOMI, door=Door.NOTICE, address="127.0.0.1")


def test_what_is_written_for_training_stays_inside(town: Town, settings: Any, tmp_path: Path) -> None:
    settings.MARUGOTO_DEMO = False
    house.errand(0)
    assert letters(tmp_path, "to-porch") == []
    settings.MARUGOTO_DEMO = True
    house.errand(0)
    assert letters(tmp_path, "to-porch") != []
