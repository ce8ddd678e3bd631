"""What an import would do, before it does anything: every row is new, changed, the same or refused, with the reason.

The same file again is all "same", in whatever order its rows come. A blank in the file is not a "no": it never erases.
What a worker mended by hand after the last import stays, as long as the file still says what it said then.
"""

from collections import Counter
from collections.abc import Container, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from enum import StrEnum

from marugoto.exchange.rules.place_row import LABELS, Note, PlaceRow, RefusedRow
from marugoto.exchange.rules.reading import Reading
from marugoto.exchange.rules.row import name_key
from marugoto.exchange.rules.span import ends_before

TWICE = "同じ場所にあたる行が、ファイルに2つ以上あります。どちらか1つにしてください。"
FIGURES_GO = "横にある数字や時刻の表は、言葉に合うか分からなくなるため、空に戻します。あとで場所の頁で書いてください。"


class Verdict(StrEnum):
    NEW = "new"
    CHANGED = "changed"
    SAME = "same"
    REFUSED = "refused"


@dataclass(frozen=True, slots=True)
class KnownPlace:
    """A place as it stands now. `imported`: what the last import of this source wrote, so that hand work is told from it.

    `ended`: somebody here recorded that the place is no more; a file does not bring it back. `told`: what a list we published says of a
    position that is told less exactly than it is known. `beside`: fields beside whose words figures or times stand.
    """

    ref: str
    values: Mapping[str, str]
    imported: Mapping[str, str] = field(default_factory=dict)
    ended: bool = False
    told: Mapping[str, str] = field(default_factory=dict)
    beside: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Change:
    field: str
    was: str
    becomes: str

    @property
    def label(self) -> str:
        return LABELS[self.field]


@dataclass(frozen=True, slots=True)
class RowPlan:
    """`ref` is the known place it is about; `place` is empty only when refused."""

    verdict: Verdict
    lines: tuple[int, ...]
    name: str
    place: PlaceRow | None = None
    ref: str = ""
    changes: tuple[Change, ...] = ()
    notes: tuple[Note, ...] = ()
    reason: str = ""


@dataclass(frozen=True)
class Preview:
    """The whole plan; `absent`: known places of this source that the file no longer has (told, never removed)."""

    rows: tuple[RowPlan, ...]
    notes: tuple[str, ...] = ()
    absent: tuple[str, ...] = ()

    def count(self) -> dict[str, int]:
        """How many rows of each verdict, all four always there."""
        counted = Counter(row.verdict for row in self.rows)
        return {verdict.value: counted[verdict] for verdict in Verdict}


def preview(
    existing: Mapping[str, KnownPlace], reading: Reading, *, municipality: str = "", today: date | None = None
) -> Preview:
    """The plan for a whole file; `municipality` is where it is going, compared with what the file says. With `today`, what is over is told."""
    planned = plan(existing, [*(with_end_told(row, today) for row in reading.places), *reading.refused])
    notes = sentences(reading.evidence, reading.municipality, municipality, reading.notes)
    return Preview(planned.rows, notes, planned.absent)


def sentences(evidence: str, said: str, municipality: str, notes: Sequence[str]) -> tuple[str, ...]:
    """What is told of a file as a whole: by what it was recognised, whose it seems to be, how it was read."""
    return (*([evidence] if evidence else []), *_foreign(said, municipality), *notes)


def plan(existing: Mapping[str, KnownPlace], rows: Sequence[PlaceRow | RefusedRow]) -> Preview:
    """`existing` by key; a place known under several keys stands under each."""
    names = {name_key(known.values.get("name", "")) for known in existing.values()}
    planned = _one_row_per_place([plan_row(existing, names, row) for row in rows])
    seen = {row.ref for row in planned if row.ref}
    absent = tuple(sorted({known.ref for known in existing.values() if not known.ended} - seen))
    return Preview(tuple(sorted(planned, key=lambda row: row.lines)), absent=absent)


def plan_row(existing: Mapping[str, KnownPlace], names: Container[str], row: PlaceRow | RefusedRow) -> RowPlan:
    """For one row by itself. `names`: by `name_key`, those that are here already."""
    if isinstance(row, RefusedRow):
        return RowPlan(Verdict.REFUSED, row.lines, row.name, reason=row.reason)
    known = {existing[key].ref: existing[key] for key in row.keys if key in existing}
    if len(known) > 1:
        reason = "この行にあたる場所が2か所あります。どちらか1か所に決めてから、取り込んでください。"
        return RowPlan(Verdict.REFUSED, row.lines, row.name, reason=reason)
    if not known:
        return RowPlan(Verdict.NEW, row.lines, row.name, row, notes=row.notes + _same_name(names, row))
    place = next(iter(known.values()))
    if place.ended:
        told = Note(
            "name", "名称：こちらでは終わった場所として記録しています。ファイルにはまだあるので、確かめてください。"
        )
        return RowPlan(Verdict.SAME, row.lines, row.name, row, place.ref, notes=(*row.notes, told))
    changes, notes = _compare(place, row)
    verdict = Verdict.CHANGED if changes else Verdict.SAME
    return RowPlan(verdict, row.lines, row.name, row, place.ref, tuple(changes), row.notes + tuple(notes))


def _compare(known: KnownPlace, row: PlaceRow) -> tuple[list[Change], list[Note]]:
    changes, notes = [], []
    for name, said in row.values().items():
        now, before = known.values.get(name, ""), known.imported.get(name, "")
        if said == now or (not said and not now) or known.told.get(name) == said:
            continue
        if name == "kind" and row.kind_text == known.values.get("kind_text", ""):
            continue  # ours follows from the words of the file; with the same words it says nothing new
        if not said:
            notes.append(Note(name, f"{LABELS[name]}：ファイルでは空欄です。今の「{now}」を残します。"))
        elif said == before:
            notes.append(
                Note(name, f"{LABELS[name]}：取り込みの後に手で「{now}」に直されています。直した方を残します。")
            )
        else:
            changes.append(Change(name, now, said))
            if name in known.beside:
                notes.append(Note(name, f"{LABELS[name]}：{FIGURES_GO}"))
            if before and now != before:
                notes.append(
                    Note(
                        name,
                        f"{LABELS[name]}：手で直された「{now}」を、ファイルの新しい値に置き換えます。確かめてください。",
                    )
                )
    return changes, notes


def _same_name(names: Container[str], row: PlaceRow) -> tuple[Note, ...]:
    if name_key(row.name) not in names:
        return ()
    return (Note("name", "名称：同じ名称の場所がすでにあります。同じ場所でないか確かめてください。"),)


def _one_row_per_place(planned: list[RowPlan]) -> list[RowPlan]:
    """Two rows for one known place would overwrite each other, and the order of rows would decide: both are refused."""
    times = Counter(row.ref for row in planned if row.ref)
    return [
        RowPlan(Verdict.REFUSED, row.lines, row.name, reason=TWICE) if row.ref and times[row.ref] > 1 else row
        for row in planned
    ]


def with_end_told(row: PlaceRow, today: date | None) -> PlaceRow:
    if today is None or not ends_before(row.days, today):
        return row
    told = Note("days", f"{LABELS['days']}：終わりの日（{row.days}）が過ぎています。載せるかを確かめてください。")
    return replace(row, notes=(*row.notes, told))


def _foreign(said: str, municipality: str) -> tuple[str, ...]:
    """A code of five digits may lack its check digit; only a real difference is told."""
    if not said or not municipality or municipality.startswith(said) or said == municipality.lstrip("0"):
        return ()
    return (
        f"ファイルの団体コード（{said}）が、取り込み先（{municipality}）と違います。ほかの自治体のファイルではないか、確かめてください。",
    )
