"""Who is around a household beside the offices: written as it is told, counted where nobody said it, and not there where whom he knows
is hidden."""

from datetime import timedelta
from typing import Any
from uuid import UUID, uuid4

import pytest

from marugoto.casework.actions.acquaintance import end_acquaintance, note_acquaintance, say_how_close, take_up_again
from marugoto.casework.actions.journal import supersede, write
from marugoto.casework.codes import AcquaintanceKind, Closeness, Method
from marugoto.casework.models import Acquaintance, Case
from marugoto.casework.queries.acquaintance import AcquaintanceLine, acquaintances_of
from marugoto.casework.rules.acquaintance import may_note, may_say_anew
from marugoto.disclosure.actions.restriction import restrict
from marugoto.disclosure.models import Folder
from marugoto.kernel.decision import Refused
from marugoto.ledger.models import Fact
from marugoto.people.actions.protection import protect
from tests.database import unwalled
from tests.story import Story, one_household
from tests.town import Town, settle_town

STRONG = (Closeness.STRONG, "朝のごみ出し")


@pytest.mark.parametrize(
    ("name", "lives_here", "there", "says"),
    [
        ("隣の鈴木さん", True, False, ""),
        ("  ", True, False, "だれのことか"),
        ("隣の鈴木さん", False, False, "この世帯の人の中にいません"),
        ("隣の鈴木さん", True, True, "もう書かれています"),
    ],
)
def test_who_may_be_noted(name: str, lives_here: bool, there: bool, says: str) -> None:
    decision = may_note(name, lives_here=lives_here, there=there)
    assert bool(decision) is not bool(says)
    assert says in decision.reason


@pytest.mark.parametrize(
    ("told", "running", "says"),
    [
        ((Closeness.WEAK, "朝のごみ出し"), True, ""),
        ((Closeness.STRONG, ""), True, ""),
        ((None, "朝のごみ出し"), True, ""),
        (STRONG, True, "もうそのように"),
        ((Closeness.WEAK, ""), False, "もう図から外れています"),
    ],
)
def test_what_may_be_said_anew(told: tuple, running: bool, says: str) -> None:
    decision = may_say_anew(STRONG, told, running=running)
    assert bool(decision) is not bool(says)
    assert says in decision.reason


@pytest.fixture
def town(db: None) -> Town:
    return settle_town()


@pytest.fixture
def story(town: Town) -> Story:
    return one_household(town)


def seen(town: Town, story: Story, worker: str = "tanaka") -> list[AcquaintanceLine]:
    viewer = town(worker)
    return acquaintances_of(viewer, story.case, viewer.at - timedelta(days=90))


def note(town: Town, story: Story, name: str = "大野さん", **said: Any) -> UUID:
    at = town.later()
    return note_acquaintance(
        by=town("tanaka"), at=at, case=story.case, kind=AcquaintanceKind.FRIEND, name=name, **said
    ).pk


def test_it_is_written_and_changed_and_what_was_before_stays(town: Town, story: Story) -> None:
    at = town.later()
    row = say_how_close(
        by=town("tanaka"), at=at, acquaintance=story.acquaintance, closeness=Closeness.TENSE, words="もめた。"
    )
    assert [(one.acquaintance, one.closeness, one.words) for one in seen(town, story)] == [
        (row.pk, Closeness.TENSE, "もめた。")
    ]
    with pytest.raises(Refused, match="もう図から外れています"):
        say_how_close(by=town("tanaka"), at=at, acquaintance=story.acquaintance, closeness=None, words="")
    with unwalled():
        kept = Acquaintance.objects.within(town.body).filter(case=story.case).order_by("made_at")
        assert [(one.closeness, one.until is None) for one in kept] == [("strong", False), ("tense", True)]
        facts = Fact.objects.within(town.body).filter(kind="acquaintance.noted")
        assert facts.count() == 2
        assert "鈴木" not in str(list(facts.values()))


def test_it_ends_and_is_taken_up_again_and_twice_is_once(town: Town, story: Story) -> None:
    by: dict[str, Any] = {"by": town("tanaka"), "acquaintance": story.acquaintance}
    for _ in range(2):
        end_acquaintance(at=town.later(), **by)
    assert seen(town, story) == []
    for _ in range(2):
        take_up_again(at=town.later(), **by)
    assert [one.name for one in seen(town, story)] == ["隣の鈴木さん"]
    with unwalled():
        assert Fact.objects.within(town.body).filter(kind="acquaintance.ended").count() == 1


def test_nobody_stands_in_the_picture_twice(town: Town, story: Story) -> None:
    """Two workers wrote down the same neighbour after one visit; and a way back is pressed after he was written anew."""
    with pytest.raises(Refused, match="もう書かれています"):
        note(town, story, "隣の鈴木さん")
    note(town, story, "隣の鈴木さん", person=story.person)  # whom she alone knows, is another tie
    told = {"closeness": Closeness.WEAK, "words": ""}
    say_how_close(by=town("tanaka"), at=town.later(), acquaintance=story.acquaintance, **told)
    with pytest.raises(Refused, match="もう図にいます"):
        take_up_again(by=town("tanaka"), at=town.later(), acquaintance=story.acquaintance)
    assert [(one.name, one.closeness, one.whose) for one in seen(town, story)] == [
        ("隣の鈴木さん", None, "佐藤 キヨ"),
        ("隣の鈴木さん", Closeness.WEAK, ""),
    ]


def test_where_nobody_said_how_close_the_entries_that_name_him_are_counted(town: Town, story: Story) -> None:
    note(town, story)
    at = town.later()
    by: dict[str, Any] = {"by": town("tanaka"), "at": at, "case": story.case, "words": "話を聞いた。"}
    first = write(counterpart="大野さんと誠さん", **by)
    write(counterpart="大野さん", method=Method.NO_CONTACT, **by)
    write(counterpart="大野さん", happened_at=at - timedelta(days=91), **by)
    write(counterpart="小野さん", **by)
    supersede(by=town("tanaka"), at=town.later(), entry=first.pk, words="直した。")
    assert [(one.name, one.closeness, one.met) for one in seen(town, story)] == [
        ("隣の鈴木さん", Closeness.STRONG, 0),
        ("大野さん", None, 1),
    ]


def test_who_reads_the_household_reads_it_and_nobody_else(town: Town, story: Story) -> None:
    assert [one.name for one in seen(town, story, "yamazaki")] == ["隣の鈴木さん"]
    assert seen(town, story, "ogawa") == []
    at = town.later()
    with pytest.raises(Case.DoesNotExist):
        note_acquaintance(by=town("ogawa"), at=at, case=story.case, kind=AcquaintanceKind.FRIEND, name="大野さん")
    with pytest.raises(Acquaintance.DoesNotExist):
        end_acquaintance(by=town("ogawa"), at=at, acquaintance=story.acquaintance)


def test_whom_a_hidden_member_knows_is_not_there(town: Town, story: Story) -> None:
    made = note(town, story, person=story.person)
    with pytest.raises(Refused, match="この世帯の人の中にいません"):
        note(town, story, person=uuid4())
    assert [one.whose for one in seen(town, story, "yamazaki")] == ["", "佐藤 キヨ"]
    protect(by=town("tanaka"), at=town.later(), person=story.person, listed=[town("tanaka").worker], reason="支援措置")
    assert seen(town, story, "yamazaki") == []  # what is written of the household is shut with its member
    assert [one.name for one in seen(town, story)] == ["隣の鈴木さん", "大野さん"]
    with pytest.raises(Acquaintance.DoesNotExist):
        end_acquaintance(by=town("yamazaki"), at=town.later(), acquaintance=made)


def test_whom_a_member_knows_who_alone_is_hidden_is_not_there_and_the_others_are(town: Town, story: Story) -> None:
    """As with somebody who joined later: the case is open, and what the one member is to others is not."""
    made = note(town, story, person=story.person)
    folders = Folder.objects.within(town.body).filter(subject=story.person)
    restrict(by=town("tanaka"), at=town.later(), folders=folders, listed=[town("tanaka").worker], reason="支援措置")
    assert [one.name for one in seen(town, story, "yamazaki")] == ["隣の鈴木さん"]
    assert [one.name for one in seen(town, story)] == ["隣の鈴木さん", "大野さん"]
    with pytest.raises(Acquaintance.DoesNotExist):
        end_acquaintance(by=town("yamazaki"), at=town.later(), acquaintance=made)
