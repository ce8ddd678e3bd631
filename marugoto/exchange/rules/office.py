"""Several rows, one office: a care office stands in the list once per service. And one address in two spellings.

Merged only when name and address agree, or name, telephone and point: same name alone is not the same place.
The outcome does not depend on the order of the rows.
"""

from collections import defaultdict
from collections.abc import Callable, Hashable, Iterable, Mapping, Sequence
from dataclasses import replace

from marugoto.exchange.rules.address import address_key
from marugoto.exchange.rules.place_row import LABELS, Note, PlaceRow, RefusedRow
from marugoto.exchange.rules.row import name_key

Sign = Callable[[PlaceRow], Hashable | None]
JOINED_ELSEWHERE = frozenset({"services", "kind", "kind_text"})


def gather(rows: Sequence[PlaceRow], *, row_per_service: bool) -> tuple[list[PlaceRow], list[RefusedRow]]:
    """One row per place, in the order of lines; rows that contradict each other under one key are refused, all of them."""
    signs = (_same_content, _name_and_address, _name_phone_and_point) if row_per_service else (_same_content,)
    merged = [_merge(group) for group in _groups(rows, signs)]
    places, refused = _refuse_contradictions(merged)
    places = _note_doubles(_note_spellings(places))
    return sorted(places, key=lambda place: place.lines), sorted(refused, key=lambda row: row.lines)


def _same_content(row: PlaceRow) -> Hashable:
    return ("content", row.keys, row.content())


def _name_and_address(row: PlaceRow) -> Hashable | None:
    return ("address", name_key(row.name), address_key(row.address), row.office_number) if row.address else None


def _name_phone_and_point(row: PlaceRow) -> Hashable | None:
    if not row.phone or not row.latitude:
        return None
    return ("point", name_key(row.name), row.phone, row.latitude, row.longitude, row.office_number)


def _groups(rows: Sequence[PlaceRow], signs: Iterable[Sign]) -> Iterable[list[PlaceRow]]:
    """Rows connected by any equal sign (union-find over row numbers)."""
    parent = list(range(len(rows)))

    def root(number: int) -> int:
        while parent[number] != number:
            parent[number] = parent[parent[number]]
            number = parent[number]
        return number

    for sign in signs:
        first: dict[Hashable, int] = {}
        for number, row in enumerate(rows):
            key = sign(row)
            if key is not None:
                parent[root(number)] = root(first.setdefault(key, number))
    groups: dict[int, list[PlaceRow]] = defaultdict(list)
    for number, row in enumerate(rows):
        groups[root(number)].append(row)
    return groups.values()


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


def _refuse_contradictions(places: list[PlaceRow]) -> tuple[list[PlaceRow], list[RefusedRow]]:
    holders: Mapping[str, list[PlaceRow]] = defaultdict(list)
    for place in places:
        for key in place.keys:
            holders[key].append(place)
    kept, refused = [], []
    for place in places:
        rivals = {line for key in place.keys for holder in holders[key] for line in holder.lines}
        if rivals == set(place.lines):
            kept.append(place)
        else:
            reason = f"同じIDか同じ名称・住所の行が2つ以上あり、内容が違います（{_lines(sorted(rivals))}）。正しい方だけを残してください。"
            refused.append(RefusedRow(place.lines, place.name, reason, place.source[0] if place.source else {}))
    return kept, refused


def _note_spellings(places: list[PlaceRow]) -> list[PlaceRow]:
    """Same telephone and same point, but the address is written differently: kept, both told."""
    return _noted(places, _phone_and_point, _other_spelling)


def _note_doubles(places: list[PlaceRow]) -> list[PlaceRow]:
    return _noted(places, lambda place: (name_key(place.name), address_key(place.address)), _double)


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


def _noted(places: list[PlaceRow], sign: Sign, note: Callable[[PlaceRow, PlaceRow], Note | None]) -> list[PlaceRow]:
    """Every place gets at most three notes about its neighbours, so that a list of one building stays readable."""
    neighbours: dict[Hashable, list[PlaceRow]] = defaultdict(list)
    for place in places:
        key = sign(place)
        if key is not None:
            neighbours[key].append(place)
    told = []
    for place in places:
        near = neighbours.get(sign(place), [])[:4]
        new = [said for other in near if other is not place and (said := note(place, other))]
        told.append(replace(place, notes=place.notes + tuple(new[:3])) if new else place)
    return told


def _lines(lines: Sequence[int]) -> str:
    shown = "、".join(f"{line}行目" for line in lines[:5])
    return shown + ("ほか" if len(lines) > 5 else "")
