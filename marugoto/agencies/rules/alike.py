"""Towns of a like shape: by what each has declared of itself, never by its people. What counts as near is a proposal of ours."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

TWICE = 2.0  # of a like size: neither more than twice as many people nor less than half
LEAST = 2  # of four facts
MOST = 5


@dataclass(frozen=True)
class Shape:
    """`districts`: into how many 圏域 it divides itself, 0 where it has not said."""

    code: str
    name: str
    population: int | None
    districts: int
    multilayered: bool
    welfare_office: bool


@dataclass(frozen=True)
class Near:
    """Another town with what is alike and what differs, each in a sentence. `close`: of a like size, and with the same programme; any
    other is alike only in what `same` says."""

    code: str
    name: str
    same: tuple[str, ...]
    differs: tuple[str, ...]
    close: bool = False


def towns_near(own: Shape, others: Iterable[Shape]) -> list[Near]:
    """Those of a like size and system first, then the most alike, of those the nearest in size; a town that shares fewer than two facts
    is not called alike."""
    found = []
    for other in others:
        told = list(_compared(own, other))
        same = tuple(words for alike, words in told if alike)
        if len(same) >= LEAST:
            differs = tuple(words for alike, words in told if not alike)
            close = _times(own, other) <= TWICE and own.multilayered == other.multilayered
            near = Near(other.code, other.name, same, differs, close)
            found.append((not close, -len(same), _times(own, other), other.code, near))
    return [one for *_order, one in sorted(found, key=lambda row: row[:4])][:MOST]


def _compared(own: Shape, other: Shape) -> Iterator[tuple[bool, str]]:
    """What one of both has not said is neither alike nor different."""
    if own.population and other.population:
        alike = _times(own, other) <= TWICE
        yield alike, f"人口{'が近い' if alike else 'がちがう'}（{other.population:,}人）"
    if own.districts and other.districts:
        alike = own.districts == other.districts
        yield alike, f"圏域の数が同じ（{own.districts}）" if alike else f"圏域の数がちがう（{other.districts}）"
    yield own.multilayered == other.multilayered, f"重層的支援体制整備事業を{_does(other.multilayered)}"
    yield own.welfare_office == other.welfare_office, f"福祉事務所が{'ある' if other.welfare_office else 'ない'}"


def _does(yes: bool) -> str:
    return "している" if yes else "していない"


def _times(own: Shape, other: Shape) -> float:
    if not own.population or not other.population:
        return float("inf")
    return max(own.population, other.population) / min(own.population, other.population)
