"""What another hand wrote while this one waited for the hold is seen: no record stays open, and none stays shut."""

from collections.abc import Callable

import pytest
from django.db import transaction

from marugoto.casework.actions.conflict import declare_of_person, end_conflict
from marugoto.casework.actions.need import add_need
from marugoto.casework.actions.protection import protect_person
from marugoto.casework.models import Need
from marugoto.casework.queries import need as needs
from marugoto.custody.actions.hand import compare_and_set, take
from marugoto.disclosure.codes import ConflictKind
from marugoto.ground.context import entered
from marugoto.intake.rules.troubles import TroubleCode
from marugoto.people.actions import about
from marugoto.people.actions.person import enter_person
from marugoto.people.actions.protection import protect, unprotect
from marugoto.people.models import Alias, Person
from marugoto.people.queries import person as persons
from tests.story import Story, one_household
from tests.town import Town, settle_town

pytestmark = pytest.mark.django_db


@pytest.fixture
def town(db: None) -> Town:
    return settle_town()


@pytest.fixture
def story(town: Town) -> Story:
    return one_household(town)


def meanwhile(monkeypatch: pytest.MonkeyPatch, deed: Callable[[], object]) -> list[object]:
    """The other hand is done just before the first hold is had."""
    done: list[object] = []
    held = about.hold

    def hold(rows: object) -> None:
        monkeypatch.setattr(about, "hold", held)
        done.append(deed())
        held(rows)  # type: ignore[arg-type]

    monkeypatch.setattr(about, "hold", hold)
    return done


def written(town: Town, story: Story) -> Need:
    by = town("tanaka")
    said = {"theme": TroubleCode.HOUSING, "title": "住むところ", "person": story.person}
    return add_need(by=by, at=by.at, case=story.case, **said)  # type: ignore[arg-type]


def test_what_is_written_while_a_measure_is_lifted_opens_with_it(
    town: Town, story: Story, monkeypatch: pytest.MonkeyPatch
) -> None:
    tanaka = town("tanaka")
    protect(by=tanaka, at=town.later(), person=story.person, listed=[tanaka.worker], reason="支援措置")
    town.later()
    done = meanwhile(monkeypatch, lambda: written(town, story))
    unprotect(by=town("tanaka"), at=town.now, person=story.person, reason="終わった")
    town.later()
    (need,) = done
    assert isinstance(need, Need)
    assert needs.get(town("hoshi"), need.pk) is not None


def test_what_is_written_while_a_conflict_ends_opens_with_it(
    town: Town, story: Story, monkeypatch: pytest.MonkeyPatch
) -> None:
    worker = town("hoshi").worker
    kept = {"person": story.person, "worker": worker, "kind": ConflictKind.KIN}
    conflict = declare_of_person(by=town("hoshi"), at=town.later(), **kept)  # type: ignore[arg-type]
    town.later()
    done = meanwhile(monkeypatch, lambda: written(town, story))
    end_conflict(by=town("mori"), at=town.now, conflict=conflict.pk, reason="取りちがえ")
    town.later()
    (need,) = done
    assert isinstance(need, Need)
    assert needs.get(town("hoshi"), need.pk) is not None


def test_a_record_linked_while_the_person_is_shut_is_shut_too(
    town: Town, story: Story, monkeypatch: pytest.MonkeyPatch
) -> None:
    tanaka = town("tanaka")
    other = enter_person(by=tanaka, at=town.later(), name="佐藤 正雄", kana="さとう まさお")

    def link() -> Alias:
        one = Person.objects.open_to(town("tanaka")).get(pk=story.person)
        return Alias.objects.create(body=town.body, made_at=town.now, one=one, other=other, by=tanaka.duty)

    town.later()
    done = meanwhile(monkeypatch, link)
    protect(by=town("tanaka"), at=town.now, person=story.person, listed=[tanaka.worker], reason="支援措置")
    town.later()
    assert done
    assert persons.get(town("tanaka"), other.pk) is not None
    assert persons.get(town("hoshi"), other.pk) is None


def test_who_took_up_a_ball_before_the_file_was_shut_comes_too_late(town: Town, story: Story) -> None:
    ball = written(town, story).ball_id
    tanaka, hoshi = town("tanaka"), town("hoshi")
    with transaction.atomic(), entered(hoshi):
        grip = take(hoshi, hoshi.at, ball)
    people = {tanaka.worker, town("mori").worker}
    protect_person(by=tanaka, at=town.later(), person=story.person, listed=people, reason="支援措置")
    with transaction.atomic(), entered(hoshi):
        assert compare_and_set(grip.ball, {"in_charge_id": hoshi.duty}) == 0
