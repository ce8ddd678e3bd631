"""What stands in a filled assessment sheet: answers by person and field, where blank is "not known" and never "no".

An answer is a tuple of codes, or of one text (words, a day, a number). `None` as the person is the household as a whole.
"""

from collections import Counter
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from marugoto.casework.sheets.sheet import About, Field, FieldKind, Sheet
from marugoto.intake.rules.troubles import TroubleCode
from marugoto.kernel.decision import YES, Decision, no

Spot = tuple[UUID | None, str]
Answers = Mapping[Spot, tuple[str, ...]]

REACH, REACH_ON, TROUBLES = "reach", "reach_on", "troubles"
MET, NOT_YET, REFUSED = "met", "not_yet", "refused"


@dataclass(frozen=True)
class Count:
    """What the book of facts is told: numbers only."""

    members: int
    reached: int
    refused: int
    troubles: tuple[tuple[TroubleCode, int], ...]


def about(person: UUID | None) -> About:
    return About.HOUSEHOLD if person is None else About.MEMBER


def spots(sheet: Sheet, members: Iterable[UUID]) -> list[tuple[Spot, Field]]:
    """Every place of the sheet in its order: member by member, then the household."""
    found = [((who, one.code), one) for who in members for section in sheet.of(About.MEMBER) for one in section.fields]
    return found + [((None, one.code), one) for section in sheet.of(About.HOUSEHOLD) for one in section.fields]


def missing_reported(sheet: Sheet, members: Iterable[UUID], known: Answers) -> list[tuple[Spot, Field]]:
    """What an agency that wrote on its own form is still asked: the items of the report that nobody has answered."""
    return [(spot, one) for spot, one in spots(sheet, members) if one.reported and not known.get(spot)]


def carried(sheet: Sheet, known: Answers) -> dict[Spot, tuple[str, ...]]:
    """What an older sheet said and this version asks too: by the code of the field, and of the choice where there are choices."""
    found = {}
    for (who, code), values in known.items():
        one = sheet.field_of(about(who), code)
        if one is None:
            continue
        kept = tuple(value for value in values if value in one.options) if one.chosen else values
        if kept and (one.chosen or _fits(one, kept)):
            found[who, code] = kept
    return found


def merged(told: Sequence[Mapping[str, tuple[str, ...]]]) -> list[dict[str, tuple[str, ...]]]:
    """What still stands of several tellings of one person in one part, the oldest first: of each field what was told last. Whoever
    did not see the older telling did not take it back by leaving a field blank; and a day of meeting goes with what came of it."""
    last = {code: place for place, answers in enumerate(told) for code, values in answers.items() if values}
    if REACH in last:
        last[REACH_ON] = last[REACH]
    return [{code: said for code, said in one.items() if last.get(code) == place} for place, one in enumerate(told)]


def may_write(
    sheet: Sheet, *, members: Collection[UUID], said: Answers, heard_on: date, today: date, own_form: bool
) -> Decision:
    if heard_on > today:
        return no("まだ来ていない日に聞くことはできません。", "聞いた日を直してください。")
    if not own_form and not any(said.values()):
        return no("シートに、まだ何も書かれていません。", "分かったところを一つ書いてください。")
    for (who, code), values in said.items():
        decision = _may_say(sheet, members, who, code, values, today)
        if not decision:
            return decision
    return _days_belong(said)


def may_follow(opened_on: int, now: int) -> Decision:
    """Nobody writes over what he has not seen."""
    if opened_on != now:
        return no(
            f"書いているあいだに、第{now}版が残されました。",
            "いまの版を見くらべて、それでよければもう一度「残す」を押してください。",
        )
    return YES


def may_attach(own_form: str, kept_at: str, *, papers: int = 0) -> Decision:
    """An agency's own sheet: which one, and either the sheet itself or where it is found again."""
    if own_form and not kept_at and not papers:
        return no(
            "その様式が付けられておらず、どこにあるかも書かれていません。",
            "読み取ったものを付けるか、「北部包括の書庫 3番」のように置き場所を書いてください。",
        )
    if (kept_at or papers) and not own_form:
        return no("どの様式かが書かれていません。", "「地域包括の総合相談票」のように書いてください。")
    return YES


def counted(said: Answers) -> Count:
    people = {who for (who, _), values in said.items() if who is not None and values}
    reach = Counter(values[0] for (who, code), values in said.items() if who and code == REACH and values)
    named = Counter(one for (who, code), values in said.items() if who and code == TROUBLES for one in values)
    troubles = tuple((code, named[code]) for code in TroubleCode if named[code])
    return Count(len(people), reach[MET], reach[REFUSED], troubles)


def step_of(said: Answers, heard_on: date, *, own_form: bool) -> str:
    """What kind of step for the household the hearing was; empty where nobody was met or sought on that day."""
    came = {
        said[who, REACH][0]
        for (who, code), values in said.items()
        if code == REACH_ON and values == (heard_on.isoformat(),) and said.get((who, REACH))
    }
    if MET in came:
        return "met"
    return "agency" if own_form else "tried" if came else ""


def _may_say(
    sheet: Sheet, members: Collection[UUID], who: UUID | None, code: str, values: tuple[str, ...], today: date
) -> Decision:
    if who is not None and who not in members:
        return no(
            "この世帯の人ではない方のことが書かれています。", "画面を開き直して、世帯の人のところに書いてください。"
        )
    one = sheet.field_of(about(who), code)
    if one is None or not set(values) <= set(one.options or values):
        return no("シートの版がかわりました。", "画面を開き直して、書き直してください。")
    if len(values) > 1 and one.kind is not FieldKind.SEVERAL:
        return no(f"「{one.label}」は、一つだけ選べます。", "一つにしてください。")
    if values and one.kind is FieldKind.DAY and date.fromisoformat(values[0]) > today:
        return no(f"「{one.label}」が、まだ来ていない日です。", "日付を直してください。")
    return YES


def _days_belong(said: Answers) -> Decision:
    """A day of meeting without what came of it says nothing."""
    for (who, code), values in said.items():
        if code == REACH_ON and values and not said.get((who, REACH)):
            return no("日付だけがあり、会えたかどうかが選ばれていません。", "「会えましたか」を選んでください。")
    return YES


def _fits(one: Field, values: tuple[str, ...]) -> bool:
    """A text that was words is no day, when a later version asks for one."""
    if one.kind is FieldKind.NUMBER:
        return values[0].isdecimal()
    if one.kind is FieldKind.DAY:
        try:
            date.fromisoformat(values[0])
        except ValueError:
            return False
    return True
