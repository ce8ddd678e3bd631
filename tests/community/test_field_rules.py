"""The rules of the diary, of what follows, of time and of training: without a table."""

from datetime import date
from uuid import UUID

import pytest

from marugoto.community.codes import Attendee, FieldTaskEnd, TrainingFruit
from marugoto.community.rules.field_note import may_add, may_blank, may_reply, may_stand, names_in
from marugoto.community.rules.field_task import asks_after, may_end, may_set, may_take
from marugoto.community.rules.field_time import Spell, month_of, spent, together, week_of
from marugoto.community.rules.training import may_follow, may_write
from marugoto.kernel.decision import Decision

ANN, BEN = UUID(int=1), UUID(int=2)
TODAY = date(2026, 11, 16)


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("佐藤さんの家で話した。", ("佐藤さんの家",)),
        ("サトウさんが来ない。", ("サトウさん",)),
        ("山田花子様から", ("山田花子様",)),
        ("電話は090-1234-5678。", ("090-1234-5678",)),
        ("金子さんと金子さん", ("金子さん",)),
        ("自治会長さんと話した。", ()),
        ("世話人さん、民生委員さん、店員さん、保健師さん。", ()),
        ("お母さんたち、皆さん、お子さん、常連さん。", ()),
        ("社協さん、役場さん、町内会さん。", ()),
        ("木曜の縁側に7人。", ()),
    ],
)
def test_what_looks_like_a_name(words: str, found: tuple[str, ...]) -> None:
    assert names_in(words) == found
    assert bool(may_stand(words, sure=False)) is not bool(found)
    assert may_stand(words, sure=True)


@pytest.mark.parametrize(
    ("decision", "allowed"),
    [
        (may_add(own=True, blank=False), True),
        (may_add(own=False, blank=False), False),
        (may_add(own=True, blank=True), False),
        (may_reply(own=False, blank=False), True),
        (may_reply(own=True, blank=False), False),
        (may_reply(own=False, blank=True), False),
        (may_blank(own=True, leads=False, blank=False), True),
        (may_blank(own=False, leads=True, blank=False), True),
        (may_blank(own=False, leads=False, blank=False), False),
        (may_blank(own=True, leads=True, blank=True), False),
        (may_set("聞く", due=TODAY, today=TODAY, works=True), True),
        (may_set("", due=TODAY, today=TODAY, works=True), False),
        (may_set("聞く", due=date(2026, 11, 15), today=TODAY, works=True), False),
        (may_set("聞く", due=date(2028, 1, 1), today=TODAY, works=True), False),
        (may_set("聞く", due=TODAY, today=TODAY, works=False), False),
        (may_end(FieldTaskEnd.DONE, "", theirs=True, ended=False), True),
        (may_end(FieldTaskEnd.DROPPED, "", theirs=True, ended=False), False),
        (may_end(FieldTaskEnd.DROPPED, "先方が望まない", theirs=True, ended=False), True),
        (may_end(FieldTaskEnd.DONE, "", theirs=False, ended=False), False),
        (may_end(FieldTaskEnd.DONE, "", theirs=True, ended=True), False),
        (may_end(FieldTaskEnd.DONE, "", theirs=True, ended=False, asks_after=True), False),
        (
            may_end(FieldTaskEnd.DROPPED, "講座がなくなった", theirs=True, ended=False, asks_after=True),
            True,
        ),
        (may_take(held=False, theirs=True, ended=False), True),
        (may_take(held=True, theirs=True, ended=False), False),
        (may_take(held=False, theirs=False, ended=False), False),
        (may_take(held=False, theirs=True, ended=True), False),
        (may_write("養成講座", {Attendee.RESIDENTS: 0}, day=TODAY, today=TODAY, workers=0), True),
        (may_write("養成講座", {}, day=TODAY, today=TODAY, workers=2), True),
        (may_write("養成講座", {}, day=TODAY, today=TODAY, workers=0), False),
        (may_write("", {Attendee.RESIDENTS: 3}, day=TODAY, today=TODAY, workers=0), False),
        (may_write("養成講座", {Attendee.RESIDENTS: 3}, day=date(2026, 11, 17), today=TODAY, workers=0), False),
        (may_write("養成講座", {Attendee.RESIDENTS: 9_000}, day=TODAY, today=TODAY, workers=0), False),
        (may_follow(TrainingFruit.HELPERS, number=3, place=False), True),
        (may_follow(TrainingFruit.HELPERS, number=None, place=False), False),
        (may_follow(TrainingFruit.PLACE_STARTED, number=None, place=True), True),
        (may_follow(TrainingFruit.PLACE_STARTED, number=None, place=False), False),
        (may_follow(TrainingFruit.NOTHING_YET, number=None, place=False), True),
        (may_follow(TrainingFruit.NOTHING_YET, number=1, place=False), False),
    ],
)
def test_who_may_do_what_and_a_no_says_why(decision: Decision, allowed: bool) -> None:
    assert bool(decision) is allowed
    assert allowed or decision.reason.endswith("。")


@pytest.mark.parametrize(
    ("day", "week", "month"),
    [
        (date(2026, 11, 16), (date(2026, 11, 16), date(2026, 11, 23)), (date(2026, 11, 1), date(2026, 12, 1))),
        (date(2026, 11, 22), (date(2026, 11, 16), date(2026, 11, 23)), (date(2026, 11, 1), date(2026, 12, 1))),
        (date(2026, 12, 31), (date(2026, 12, 28), date(2027, 1, 4)), (date(2026, 12, 1), date(2027, 1, 1))),
        (date(2028, 2, 29), (date(2028, 2, 28), date(2028, 3, 6)), (date(2028, 2, 1), date(2028, 3, 1))),
    ],
)
def test_weeks_begin_on_monday_and_months_on_the_first(
    day: date, week: tuple[date, date], month: tuple[date, date]
) -> None:
    assert week_of(day) == week
    assert month_of(day) == month


def test_time_is_summed_by_writer_and_kind_and_what_was_not_written_is_not_nought() -> None:
    spells = [
        Spell(ANN, date(2026, 11, 16), "visit", 60),
        Spell(ANN, date(2026, 11, 17), "talk", 30),
        Spell(ANN, date(2026, 11, 18), "visit", None),
        Spell(BEN, date(2026, 11, 22), "dialogue", 90),
        Spell(BEN, date(2026, 11, 23), "visit", 500),  # the Monday after
    ]
    found = spent(spells, *week_of(TODAY))
    assert (found[ANN].times, found[ANN].minutes, found[ANN].unsaid) == (3, 90, 1)
    assert dict(found[ANN].kinds) == {"visit": 60, "talk": 30}
    whole = together(found.values())
    assert (whole.times, whole.minutes, whole.kinds["dialogue"]) == (4, 180, 90)


def test_after_a_training_somebody_asks_in_ninety_days() -> None:
    assert asks_after(date(2026, 11, 16)) == date(2027, 2, 14)
