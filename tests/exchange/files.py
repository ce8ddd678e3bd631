"""The invented files of みなも市: one source each, written in the ways municipalities write them."""

from pathlib import Path

from marugoto.exchange.rules.place_row import PlaceRow, RefusedRow
from marugoto.exchange.rules.plan import KnownPlace
from marugoto.exchange.rules.reading import Reading, read_file

FIXTURES = Path(__file__).parent / "fixtures"
NAMES = ("preschool", "care_service", "public_facility", "places")
MORE_NAMES = (
    *("event", "medical", "support", "tourism", "culture", "shelter", "toilet", "aed", "wireless", "hydrant"),
)
WAYS = ("utf-8", "utf-8-bom", "cp932", "crlf", "cr")


def source(name: str) -> str:
    """The text with bare line feeds."""
    return (FIXTURES / f"{name}.csv").read_text(encoding="utf-8")


def written(name: str, way: str = "utf-8") -> bytes:
    """The file as an office would send it."""
    text = source(name)
    if way == "cp932":
        return text.replace("\n", "\r\n").encode("cp932")
    if way == "utf-8-bom":
        return b"\xef\xbb\xbf" + text.replace("\n", "\r\n").encode()
    return text.replace("\n", {"crlf": "\r\n", "cr": "\r"}.get(way, "\n")).encode()


def read(name: str, way: str = "utf-8") -> Reading:
    return read_file(written(name, way))


def read_lines(*lines: str) -> Reading:
    return read_file("\n".join(lines).encode())


def known(*places: PlaceRow) -> dict[str, KnownPlace]:
    """The places as they stand after an import of them."""
    return {
        key: KnownPlace(f"place-{place.keys[0]}", place.values(), place.values())
        for place in places
        for key in place.keys
    }


def place(reading: Reading, name: str) -> PlaceRow:
    return next(one for one in reading.places if one.name.endswith(name))


def refused(reading: Reading, line: int) -> RefusedRow:
    return next(one for one in reading.refused if line in one.lines)


def sentences(one: PlaceRow) -> str:
    return "\n".join(note.sentence for note in one.notes)
