"""The counts of a half-year: how often, how many persons and households, new and again; held fast once, and hidden when they go out."""

from datetime import UTC, date, datetime

import pytest

from marugoto.casework.events import CaseClosed, CaseGathered, JournalWritten, NeedAssessed
from marugoto.evaluation.actions.heads import hold_heads
from marugoto.evaluation.queries.heads import CASE, CODE, counted, held_heads
from marugoto.evaluation.rules.heads import PRINTED, SILENT, SUMS, outside, sums_of, tied
from marugoto.intake.actions.consultation import Told, complete, receive
from marugoto.intake.codes import Channel
from marugoto.intake.events import IntakeEnded, IntakeOpened, TroubleMarked
from marugoto.kernel.decision import Refused
from marugoto.ledger.events import layout
from marugoto.people.actions.person import enter_person
from tests.evaluation.facts import Line, tell
from tests.town import Town, settle_town

pytestmark = pytest.mark.django_db

LAST = date(2026, 9, 30)
THEN = date(2026, 3, 31)
MID, EARLIER = date(2026, 6, 1).toordinal(), date(2025, 12, 1).toordinal()
AFTER = datetime(2026, 10, 5, 1, 0, tzinfo=UTC)


@pytest.fixture
def town(db: None) -> Town:
    return settle_town()


def intakes(
    count: int, *, day: int = MID, marks: tuple[str, ...] = (), end: str = "", channel: str = "phone", tag: str = ""
) -> list[Line]:
    lines = []
    for one in range(count):
        matter = f"{tag}{day} {channel} {marks} {end} {one}"
        lines.append(Line("intake.opened", matter, day, code=channel))
        lines += [Line("intake.trouble", matter, day, code=mark) for mark in marks]
        if end:
            lines.append(Line("intake.ended", matter, day + 3, code=end))
    return lines


def journals(homes: int, *, day: int = MID, each: int = 1) -> list[Line]:
    return [
        Line("journal.written", f"entry {day} {home} {one}", day, offer=f"home {home}")
        for home in range(homes)
        for one in range(each)
    ]


def now(town: Town) -> dict[str, int]:
    return counted(town("hirata").at_moment(AFTER), last=LAST)


def test_what_is_read_from_one_column_stands_there() -> None:
    assert {
        layout(TroubleMarked)["trouble"],
        layout(IntakeEnded)["end"],
        layout(IntakeOpened)["channel"],
        layout(CaseClosed)["end"],
    } == {CODE}
    assert {layout(event)["case"] for event in (CaseGathered, NeedAssessed, JournalWritten)} == {CASE}


def test_consultations_by_what_troubled_them_and_what_became_of_them(town: Town) -> None:
    tell(
        intakes(4, marks=("rent", "debt"), end="answered")
        + intakes(3, marks=("rent",), channel="window")
        + intakes(2)
        + intakes(1, channel="pigeon", end="lost")
        + intakes(5, day=EARLIER)
    )
    found = now(town)
    assert (found["intakes"], found["named"], found["unnamed"]) == (10, 0, 10)
    assert (found["trouble.rent"], found["trouble.debt"], found["trouble.none"]) == (7, 4, 3)
    assert (found["channel.phone"], found["channel.window"], found["channel.none"]) == (6, 3, 1)
    assert (found["end.answered"], found["end.running"], found["end.none"]) == (4, 5, 1)


def test_households_are_counted_once_and_new_ones_apart(town: Town) -> None:
    tell(journals(3, day=EARLIER, each=2) + journals(8, each=2))
    found = now(town)
    assert (found["homes"], found["homes.new"], found["homes.again"], found["records"]) == (8, 5, 3, 16)
    earlier = counted(town("hirata").at_moment(AFTER), last=THEN)
    assert (earlier["homes"], earlier["homes.new"], earlier["homes.again"]) == (3, 3, 0)


def test_ends_of_support_with_those_nobody_said(town: Town) -> None:
    tell([Line("case.closed", f"case {one}", MID, code="achieved" if one < 3 else "") for one in range(4)])
    found = now(town)
    assert (found["close.all"], found["close.achieved"], found["close.none"]) == (4, 3, 1)


def test_a_person_who_comes_twice_is_one_and_is_new_only_once(town: Town) -> None:
    """By the pseudonym alone; a consultation without a name becomes somebody's when the name is known."""
    person = enter_person(by=town("tanaka"), at=town.later(), name="上田 一").pk
    for _ in range(2):
        at = town.later()
        receive(by=town("tanaka"), at=at, day=at.date(), channel=Channel.PHONE, told=Told(person=person))
    at = town.later()
    unnamed = receive(by=town("tanaka"), at=at, day=at.date(), channel=Channel.PHONE)
    half = date(2027, 3, 31)
    found = counted(town("hirata"), last=half)
    assert (found["intakes"], found["named"], found["unnamed"]) == (3, 2, 1)
    assert (found["persons"], found["persons.new"], found["persons.again"]) == (1, 1, 0)
    complete(by=town("tanaka"), at=town.later(), consultation=unnamed.pk, person=person)
    assert counted(town("hirata"), last=half)["unnamed"] == 0


def test_they_are_held_fast_once_whatever_is_told_later(town: Town) -> None:
    tell(intakes(30))
    by = town("hirata").at_moment(AFTER)
    assert hold_heads(by=by, at=AFTER, last=LAST) == len(PRINTED)
    tell(intakes(1, tag="late "), after=5_000)
    assert hold_heads(by=by, at=AFTER, last=LAST) == len(PRINTED)
    assert held_heads(by)[LAST].counts["intakes"] == 30
    assert counted(by, last=LAST)["intakes"] == 31


def test_a_half_year_that_runs_is_not_held(town: Town) -> None:
    at = datetime(2026, 9, 30, 5, 0, tzinfo=UTC)
    with pytest.raises(Refused, match="9月30日"):
        hold_heads(by=town("hirata").at_moment(at), at=at, last=LAST)
    assert held_heads(town("hirata")) == {}


def test_every_sum_holds_of_what_is_counted(town: Town) -> None:
    tell(
        intakes(14, marks=("rent",), end="answered")
        + intakes(11, marks=("rent", "care"), channel="window")
        + journals(9, each=3)
    )
    found = now(town)
    whole = found | tied(found)
    assert [one for one in sums_of(found) if whole[one.whole] != sum(whole[part] for part in one.parts)] == []
    assert set(found) == set(PRINTED)
    assert {name for one in SUMS for name in one.names} - set(PRINTED) == SILENT - {"more"}


def test_what_goes_out_hides_the_one_and_what_would_tell_it(town: Town) -> None:
    tell(intakes(30, marks=("rent",)) + intakes(1, channel="window", marks=("debt",)))
    told = outside(now(town), population=180_000)
    assert told.of("channel.window") is None
    assert told.of("channel.phone") is None or told.of("intakes") is None
    assert told.of("channel.visit") == 0
    small = outside(now(town), population=1_900)
    assert set(small.counts.values()) == {None}
