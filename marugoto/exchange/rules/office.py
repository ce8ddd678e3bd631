"""Several rows, one office: a care office stands in the list once per service. And one address in two spellings.

Merged only when name and address agree, or name, telephone and point: same name alone is not the same place.
The outcome does not depend on the order of the rows. Rows are looked at one by one, and only signs of them are remembered, so
that a list of tens of thousands may lie on the disk meanwhile.
"""

from array import array
from collections import defaultdict
from collections.abc import Callable, Hashable, Iterator, Sequence
from dataclasses import replace

from marugoto.exchange.rules.address import address_key
from marugoto.exchange.rules.place_row import LABELS, Note, PlaceRow, RefusedRow
from marugoto.exchange.rules.row import name_key

Sign = Callable[[PlaceRow], Hashable | None]
Neighbourly = Callable[[PlaceRow, PlaceRow], Note | None]
JOINED_ELSEWHERE = frozenset({"services", "kind", "kind_text"})


class Gathered:
    """One row per place, in the order of lines; rows that contradict each other under one key are refused, all of them."""

    def __init__(self, rows: Sequence[PlaceRow], *, row_per_service: bool) -> None:
        signs = (_same_content, _name_and_address, _name_phone_and_point) if row_per_service else (_same_content,)
        self.rows = rows
        self.groups = _groups(rows, signs)
        self.keys, self.doubles, self.spellings = _Meetings(), _Meetings(), _Meetings()
        self.first_line = array("q")
        for number in range(len(self.groups)):
            place = self._merged(number)
            self.first_line.append(place.lines[0])
            for key in place.keys:
                self.keys.add(key, number)
            self.doubles.add(_name_and_where(place), number)
            self.spellings.add(_phone_and_point(place), number)
        self.refused = frozenset(number for several in self.keys.met.values() for number in several)

    def __iter__(self) -> Iterator[PlaceRow | RefusedRow]:
        for number in sorted(range(len(self.groups)), key=self.first_line.__getitem__):
            place = self._merged(number)
            if number in self.refused:
                yield self._contradicting(place, number)
                continue
            doubles = self._notes(place, number, self.doubles.beside(_name_and_where(place)), _double)
            spellings = self._notes(place, number, self.spellings.beside(_phone_and_point(place)), _other_spelling)
            yield replace(place, notes=place.notes + spellings + doubles) if doubles or spellings else place

    def _merged(self, number: int) -> PlaceRow:
        return _merge([self.rows[at] for at in self.groups[number]])

    def _contradicting(self, place: PlaceRow, number: int) -> RefusedRow:
        rivals = {number} | {other for key in place.keys for other in self.keys.beside(key)}
        lines = sorted(line for other in rivals for line in self._merged(other).lines)
        reason = f"同じIDか同じ名称・住所の行が2つ以上あり、内容が違います（{_lines(lines)}）。正しい方だけを残してください。"
        return RefusedRow(place.lines, place.name, reason, place.source[0] if place.source else {})

    def _notes(self, place: PlaceRow, number: int, beside: Sequence[int], note: Neighbourly) -> tuple[Note, ...]:
        """At most three notes about its neighbours, so that a list of one building stays readable."""
        near = [other for other in beside if other not in self.refused][:4] if beside else []
        told = [said for other in near if other != number and (said := note(place, self._merged(other)))]
        return tuple(told[:3])


def gather(rows: Sequence[PlaceRow], *, row_per_service: bool) -> tuple[list[PlaceRow], list[RefusedRow]]:
    """As `Gathered`, the places and the refused rows apart."""
    places, refused = [], []
    for one in Gathered(rows, row_per_service=row_per_service):
        if isinstance(one, RefusedRow):
            refused.append(one)
        else:
            places.append(one)
    return places, refused


class _Meetings:
    """Which numbers share a sign: of signs only their hashes are kept, and lists only where two or more meet."""

    def __init__(self) -> None:
        self.first: dict[int, int] = {}
        self.met: dict[int, list[int]] = {}

    def add(self, sign: Hashable | None, number: int) -> None:
        if sign is None:
            return
        first = self.first.setdefault(hash(sign), number)
        if first != number:
            self.met.setdefault(hash(sign), [first]).append(number)

    def beside(self, sign: Hashable | None) -> Sequence[int]:
        return () if sign is None else self.met.get(hash(sign), ())


def _same_content(row: PlaceRow) -> Hashable:
    return ("content", row.keys, row.content())


def _name_and_address(row: PlaceRow) -> Hashable | None:
    return ("address", name_key(row.name), address_key(row.address), row.office_number) if row.address else None


def _name_phone_and_point(row: PlaceRow) -> Hashable | None:
    if not row.phone or not row.latitude:
        return None
    return ("point", name_key(row.name), row.phone, row.latitude, row.longitude, row.office_number)


def _groups(rows: Sequence[PlaceRow], signs: Sequence[Sign]) -> list[list[int]]:
    """Numbers of rows connected by any equal sign (union-find over row numbers)."""
    parent = array("q", range(len(rows)))

    def root(number: int) -> int:
        while parent[number] != number:
            parent[number] = parent[parent[number]]
            number = parent[number]
        return number

    first: dict[int, int] = {}
    for number, row in enumerate(rows):
        for sign in signs:
            key = sign(row)
            if key is not None:
                parent[root(number)] = root(first.setdefault(hash(key), number))
    del first
    groups: dict[int, list[int]] = defaultdict(list)
    for number in range(len(rows)):
        groups[root(number)].append(number)
    return list(groups.values())


def _merge(group: list[PlaceRow]) -> PlaceRow:
    """The row with the smallest id speaks; the others fill its blanks; where they differ, a note says both."""
    if len(group) == 1:
        return group[0]
    ordered = sorted(group, key=lambda row: (row.keys, row.content()))
    speaker = ordered[0]
    values, notes = {}, [note for row in ordered for note in row.notes]
    for field in LABELS.keys() - JOINED_ELSEWHERE:
        said = list(dict.fromkeys(text for row in ordered if (text := getattr(row, field))))
        values[field] = said[0] if said else ""
        if len(said) > 1:
            notes.append(_differing(field, said))
    services = "、".join(dict.fromkeys(row.services for row in ordered if row.services))
    lines = tuple(sorted(line for row in ordered for line in row.lines))
    notes.append(Note("services", f"{len(lines)}つの行を1か所にまとめました（{_lines(lines)}）。"))
    return replace(
        speaker,
        lines=lines,
        keys=tuple(sorted({key for row in ordered for key in row.keys})),
        services=services,
        source=tuple(cells for row in ordered for cells in row.source),
        notes=tuple(dict.fromkeys(notes)),
        **values,
    )


def _differing(field: str, said: Sequence[str]) -> Note:
    quoted = "、".join(f"「{text}」" for text in said)
    return Note(field, f"{LABELS[field]}：行によって違います（{quoted}）。最初のIDの行を使いました。")


def _name_and_where(place: PlaceRow) -> Hashable:
    return name_key(place.name), address_key(place.address)


def _phone_and_point(place: PlaceRow) -> Hashable | None:
    return (place.phone, place.latitude, place.longitude) if place.phone and place.latitude else None


def _other_spelling(place: PlaceRow, other: PlaceRow) -> Note | None:
    one, two = address_key(place.address), address_key(other.address)
    if not one or not two or one == two:
        return None
    who = f"「{other.name}」（{_lines(other.lines)}）"
    return Note(
        "address",
        f"住所：同じ電話・同じ地点の{who}では「{other.address}」と書かれています。どちらもそのまま残しました。",
    )


def _double(_: PlaceRow, other: PlaceRow) -> Note | None:
    where = _lines(other.lines)
    return Note("name", f"名称：同じ名称・住所の行がほかにあります（{where}）。IDが違うため、別の場所として扱います。")


def _lines(lines: Sequence[int]) -> str:
    shown = "、".join(f"{line}行目" for line in lines[:5])
    return shown + ("ほか" if len(lines) > 5 else "")
