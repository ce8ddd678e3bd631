"""The rules of the assessment sheet, as plain Python: blank is not "no", and an older version is carried into a newer one."""

from dataclasses import replace
from datetime import date
from uuid import UUID

import pytest

from marugoto.casework.rules.assessment import (
    carried,
    counted,
    may_attach,
    may_follow,
    may_write,
    merged,
    missing_reported,
    step_of,
)
from marugoto.casework.sheets import SHEETS, sheet_of, sheet_on
from marugoto.casework.sheets.household_2026 import household_2026 as sheet
from marugoto.casework.sheets.sheet import About, Field, FieldKind, Origin, Section, Sheet
from marugoto.intake.rules.troubles import TroubleCode

KIYO, MAKOTO, STRANGER = (UUID(int=one) for one in (1, 2, 3))
TODAY = date(2026, 11, 27)
MET = {(KIYO, "reach"): ("met",)}


def other(*fields: Field) -> Sheet:
    return Sheet("later", "次の版", date(2028, 4, 1), None, (Section("all", "ぜんぶ", About.MEMBER, fields),))


def asked(code: str, kind: FieldKind = FieldKind.WORDS, **choices: str) -> Field:
    return Field(code, code, kind, Origin.OURS, choices=choices)


@pytest.mark.parametrize(
    ("said", "heard_on", "own_form", "says"),
    [
        (MET, TODAY, False, ""),
        ({}, TODAY, False, "まだ何も書かれていません"),
        ({(KIYO, "reach"): ()}, TODAY, False, "まだ何も書かれていません"),
        ({}, TODAY, True, ""),
        (MET, date(2026, 11, 28), False, "まだ来ていない日に聞く"),
        ({(STRANGER, "reach"): ("met",)}, TODAY, False, "この世帯の人ではない"),
        ({(KIYO, "reach"): ("vanished",)}, TODAY, False, "版がかわりました"),
        ({(KIYO, "no_such_field"): ("あ",)}, TODAY, False, "版がかわりました"),
        ({(None, "reach"): ("met",)}, TODAY, False, "版がかわりました"),
        ({(KIYO, "reach"): ("met", "refused")}, TODAY, False, "一つだけ選べます"),
        ({(KIYO, "troubles"): ("care", "income")}, TODAY, False, ""),
        (MET | {(KIYO, "reach_on"): ("2026-11-28",)}, TODAY, False, "まだ来ていない日です"),
        ({(KIYO, "reach_on"): ("2026-11-27",)}, TODAY, False, "会えたかどうかが選ばれていません"),
    ],
)
def test_what_may_be_written(said: dict, heard_on: date, own_form: bool, says: str) -> None:
    decision = may_write(sheet, members={KIYO, MAKOTO}, said=said, heard_on=heard_on, today=TODAY, own_form=own_form)
    assert bool(decision) is not bool(says)
    assert says in decision.reason


def test_nobody_writes_over_what_he_has_not_seen() -> None:
    assert may_follow(2, 2)
    assert "第3版が残されました" in may_follow(2, 3).reason


@pytest.mark.parametrize(
    ("form", "at", "papers", "allowed"),
    [
        ("票", "書庫", 0, True),
        ("", "", 0, True),
        ("票", "", 0, False),
        ("", "書庫", 0, False),
        ("票", "", 1, True),  # it is here itself
        ("", "", 1, False),
    ],
)
def test_a_form_of_ones_own_is_named_and_found_again(form: str, at: str, papers: int, allowed: bool) -> None:
    assert bool(may_attach(form, at, papers=papers)) is allowed


def test_of_each_field_what_was_told_last_stands() -> None:
    older = {"troubles": ("care",), "risks": ("階段",), "reach": ("refused",), "reach_on": ("2026-11-01",)}
    later = {"troubles": ("income",), "strengths": ("料理",), "reach": ("met",)}
    assert merged([older, later]) == [{"risks": ("階段",)}, later]  # the day belongs to the refusal
    assert merged([later, older]) == [{"strengths": ("料理",)}, older]
    assert merged([{"risks": ("階段",)}, {"risks": ()}]) == [
        {"risks": ("階段",)},
        {},
    ]  # blank is not known, and no "no"


def test_only_the_items_of_the_report_that_nobody_answered_are_asked() -> None:
    before = {spot for spot, _one in missing_reported(sheet, [KIYO], {})}
    assert before == {(KIYO, "features"), (KIYO, "work_support"), (None, "screening")}
    known = {(KIYO, "features"): ("illness",), (None, "screening"): ()}
    assert {spot for spot, _one in missing_reported(sheet, [KIYO], known)} == before - {(KIYO, "features")}


def test_what_a_later_version_asks_by_the_same_code_is_carried_over() -> None:
    later = other(asked("own_words"), asked("troubles", FieldKind.SEVERAL, care="介護"), asked("since", FieldKind.DAY))
    known = {
        (KIYO, "own_words"): ("まだ大丈夫。",),
        (KIYO, "troubles"): ("care", "income"),
        (KIYO, "strengths"): ("料理",),
        (KIYO, "since"): ("むかし",),
        (None, "risks"): ("雨もり",),
    }
    assert carried(later, known) == {(KIYO, "own_words"): ("まだ大丈夫。",), (KIYO, "troubles"): ("care",)}


def test_a_count_says_numbers_only_and_takes_blank_for_nothing() -> None:
    said = {
        (KIYO, "reach"): ("met",),
        (KIYO, "troubles"): ("care", "income"),
        (MAKOTO, "reach"): ("refused",),
        (MAKOTO, "troubles"): ("income",),
        (STRANGER, "reach"): (),
    }
    count = counted(said)
    assert (count.members, count.reached, count.refused) == (2, 1, 1)
    assert count.troubles == ((TroubleCode.INCOME, 2), (TroubleCode.CARE, 1))


@pytest.mark.parametrize(
    ("reach", "on", "own", "step"),
    [
        ("met", "2026-11-27", False, "met"),
        ("refused", "2026-11-27", False, "tried"),
        ("not_yet", "2026-11-27", False, "tried"),
        ("met", "2026-11-20", False, ""),  # another day's meeting was counted that day
        ("met", "2026-11-20", True, "agency"),
    ],
)
def test_a_hearing_is_a_step_only_on_its_own_day(reach: str, on: str, own: bool, step: str) -> None:
    assert step_of({(KIYO, "reach"): (reach,), (KIYO, "reach_on"): (on,)}, TODAY, own_form=own) == step


def test_the_version_of_a_day(monkeypatch: pytest.MonkeyPatch) -> None:
    later = replace(sheet, code="later", since=date(2028, 4, 1))
    monkeypatch.setattr("marugoto.casework.sheets.SHEETS", (replace(sheet, until=date(2028, 4, 1)), later))
    assert [sheet_on(day).code for day in (date(2020, 1, 1), date(2028, 3, 31), date(2028, 4, 1))] == [
        "household_2026",
        "household_2026",
        "later",
    ]
    assert sheet_of("household_2026").since == sheet.since


@pytest.mark.parametrize(("about", "code"), [(About.MEMBER, "work"), (About.HOUSEHOLD, "housing")])
def test_choices_that_could_be_read_only_in_part_are_not_called_published(about: About, code: str) -> None:
    found = sheet.field_of(about, code)
    assert found
    assert found.origin is Origin.RECALLED


@pytest.mark.parametrize("one", SHEETS, ids=lambda one: one.code)
def test_each_version_is_whole(one: Sheet) -> None:
    """Codes once, choices where there is something to choose, and a paper named for whatever is called published."""
    assert len({version.code for version in SHEETS}) == len(SHEETS)
    for about in About:
        fields = [field for section in one.of(about) for field in section.fields]
        assert len({field.code for field in fields}) == len(fields)
        for field in fields:
            assert bool(field.choices) is (field.kind in {FieldKind.CHOICE, FieldKind.SEVERAL}), field.code
            assert field.source or field.origin is not Origin.PUBLISHED, field.code
    codes = {str(code) for code in TroubleCode}
    troubles = one.field_of(About.MEMBER, "troubles")
    assert troubles is None or set(troubles.choices) == codes
