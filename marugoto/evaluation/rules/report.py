"""A report: answers become a table with its total, its unknown and its percentages.

Percentages are exact fractions, rounded half up once, to a stated number of places. What was not said is a row of its own; where one
answer may name several things, the rows do not make the total and the report says so.
"""

from collections import Counter
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction

UNKNOWN, RUNNING = "unknown", "running"
NOT_KNOWN, NOTHING, HIDDEN = "不明", "—", "※"
SEVERAL = "一つの相談に二つ以上あることがあり、足しても合計にはなりません。"
WHOLE = 100


@dataclass(frozen=True)
class Row:
    """`percent` as it is printed, of the base of the report; 「—」 where there is nothing to divide by. `count` None is hidden."""

    code: str
    name: str
    count: int | None
    percent: str

    @property
    def said(self) -> str:
        return say(self.count)


@dataclass(frozen=True)
class Report:
    """`base`: how many answered or were counted; `several`: one of them may stand in several rows."""

    rows: tuple[Row, ...]
    base: int | None
    several: bool = False
    places: int = 1

    @property
    def notes(self) -> tuple[str, ...]:
        """How the percentages are made, and why they need not be a hundred together."""
        how = f"小数第{self.places}位まで、四捨五入しています。" if self.places else "整数に四捨五入しています。"
        said = [f"割合は、合計{say(self.base)}にたいするものです。{how}"]
        hidden = any(row.count is None for row in self.rows)
        if self.several:
            said.append(SEVERAL)
        elif self.base and not hidden and sum(Fraction(row.percent.rstrip("%")) for row in self.rows) != WHOLE:
            said.append("四捨五入のため、足しても100%になりません。")
        return tuple(said)

    def row(self, code: str) -> Row:
        return next(row for row in self.rows if row.code == code)


def say(count: int | None) -> str:
    return HIDDEN if count is None else f"{count:,}"


def percent_of(part: int, whole: int, *, places: int = 1) -> str:
    """「31.1%」, rounded half up; 「—」 of nothing."""
    if not whole:
        return NOTHING
    scale = 10**places
    scaled = int(Fraction(part * WHOLE * scale, whole) + Fraction(1, 2))
    return f"{scaled // scale}.{scaled % scale:0{places}d}%" if places else f"{scaled}%"


def report(
    answers: Iterable[str | None], names: Mapping[str, str], *, unknown: str = NOT_KNOWN, places: int = 1
) -> Report:
    """One answer each; None was not said, and so is what has no name here."""
    counted = Counter(answer if answer in names else None for answer in answers)
    counts = {code: counted[code] for code in names}
    return breakdown(counts, names, base=sum(counted.values()), unknown=unknown, places=places)


def report_of_several(answers: Iterable[Collection[str]], names: Mapping[str, str], *, places: int = 1) -> Report:
    """Each may name several things, once each; who named none is the unknown."""
    given = [{one for one in answer if one in names} for answer in answers]
    counted = Counter(one for answer in given for one in answer)
    counts = {code: counted[code] for code in names}
    none = sum(not answer for answer in given)
    return several(counts, names, base=len(given), none=none, places=places)


def breakdown(
    counts: Mapping[str, int],
    names: Mapping[str, str],
    *,
    base: int,
    left: str = UNKNOWN,
    unknown: str = NOT_KNOWN,
    places: int = 1,
) -> Report:
    """Of numbers that were counted already: what is missing to the base is a row of its own, also when it is none."""
    rest = base - sum(counts.values())
    if rest < 0:
        raise ValueError("more parts than the whole")
    rows = [*_rows(counts, names, base, places), Row(left, unknown, rest, percent_of(rest, base, places=places))]
    return Report(tuple(rows), base, places=places)


def several(counts: Mapping[str, int], names: Mapping[str, str], *, base: int, none: int, places: int = 1) -> Report:
    """As `breakdown`, where one may stand in several rows; `none`: in no row."""
    if none > base or any(count > base - none for count in counts.values()):
        raise ValueError("a part larger than the whole")
    rows = [*_rows(counts, names, base, places), Row(UNKNOWN, NOT_KNOWN, none, percent_of(none, base, places=places))]
    return Report(tuple(rows), base, several=True, places=places)


def listed(
    counts: Mapping[str, int | None], names: Mapping[str, str], *, base: int | None, many: bool = False, places: int = 1
) -> Report:
    """Of numbers of which every row is there already, the unknown too; some may be hidden, and so is then their percentage."""
    rows = [
        Row(code, name, count, HIDDEN if count is None or base is None else percent_of(count, base, places=places))
        for code, name in names.items()
        for count in [counts.get(code, 0)]
    ]
    return Report(tuple(rows), base, several=many, places=places)


@dataclass(frozen=True)
class Line:
    """A row of a table of years: a number for each, and its part of another row of the same year; none where it is a part of nothing."""

    code: str
    name: str
    counts: tuple[int, ...]
    percents: tuple[str, ...] = ()


def yearly(
    rows: Mapping[str, Sequence[int]], names: Mapping[str, str], *, of: Mapping[str, str], places: int = 1
) -> tuple[Line, ...]:
    """Year beside year. `of`: by the code of a row, of which other row it is a part; plans of each year's new consultations, for instance.
    The rows are no parts of one whole, and no sum is made of them."""
    if len({len(counts) for counts in rows.values()}) > 1:
        raise ValueError("rows of different years")
    return tuple(
        Line(
            code,
            name,
            tuple(rows[code]),
            tuple(
                percent_of(part, whole, places=places) for part, whole in zip(rows[code], rows[of[code]], strict=True)
            )
            if code in of
            else (),
        )
        for code, name in names.items()
    )


def _rows(counts: Mapping[str, int], names: Mapping[str, str], base: int, places: int) -> list[Row]:
    return [
        Row(code, name, counts.get(code, 0), percent_of(counts.get(code, 0), base, places=places))
        for code, name in names.items()
    ]
