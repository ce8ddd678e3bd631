"""The published boundaries of a prefecture, where somebody put them beside the checkout; without them nothing is collected.

Their faults stand, small and invented, in `test_boundary_file`, which always runs.
"""

import json
import os
from pathlib import Path
from typing import Any

import pytest

from marugoto.community.rules.boundary import Given, draw, match, name_field
from marugoto.exchange.rules.boundary_file import read_boundaries
from marugoto.kernel.decision import Refused
from tests.community.drawn_districts import geojson

FOLDER = Path(os.environ.get("MARUGOTO_OPEN_DATA") or Path(__file__).parents[3] / "shared" / "data") / "boundaries"
REAL = FOLDER / "N03-21_35_210101.s0010.topojson"
if not REAL.exists():
    pytest.skip(reason="no open data beside the checkout", allow_module_level=True)


def test_the_real_boundaries_of_a_prefecture_are_drawn_small_and_whole() -> None:
    """As GeoJSON, made from the TopoJSON that was published; its municipalities stand for districts."""
    topology = json.loads(REAL.read_bytes())
    with pytest.raises(Refused, match="TopoJSON"):
        read_boundaries(REAL.read_bytes())
    found = read_boundaries(geojson(_unfolded(topology)))
    assert [row.fault for row in found.rows] == [""] * 19
    names = {row.words["N03_007"]: row.words["N03_004"] for row in found.rows}
    rows = [Given(row.number, row.words, row.rings, row.fault) for row in found.rows]
    field = name_field(rows, names)
    assert field in {"N03_004", "N03_007"}
    drawing = draw(rows, match(rows, names, field))
    assert {one.district for one in drawing.shapes} == set(names)
    assert sum(len(one.path) for one in drawing.shapes) < 60_000


def _unfolded(topology: dict[str, Any]) -> list[Any]:
    scale, move = topology["transform"]["scale"], topology["transform"]["translate"]
    arcs = []
    for arc in topology["arcs"]:
        x = y = 0
        points = []
        for dx, dy in arc:
            x, y = x + dx, y + dy
            points.append([x * scale[0] + move[0], y * scale[1] + move[1]])
        arcs.append(points)

    def ring(refs: list[int]) -> list[list[float]]:
        points: list[list[float]] = []
        for ref in refs:
            arc = arcs[ref] if ref >= 0 else arcs[~ref][::-1]
            points += arc[1:] if points else arc
        return points

    found = []
    for one in next(iter(topology["objects"].values()))["geometries"]:
        parts = one["arcs"] if one["type"] == "MultiPolygon" else [one["arcs"]]
        coordinates = [[ring(refs) for refs in part] for part in parts]
        shape = {"type": "MultiPolygon", "coordinates": coordinates}
        found.append({"type": "Feature", "properties": one["properties"], "geometry": shape})
    return found
