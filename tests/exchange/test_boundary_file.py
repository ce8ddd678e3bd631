"""Files of boundaries as they come: read whole, or refused with a sentence; each row that cannot be drawn says why."""

import io
import json
import zipfile
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from marugoto.exchange.rules import boundary_file
from marugoto.exchange.rules.boundary_file import Boundaries, read_boundaries
from marugoto.kernel.decision import Refused
from tests.community.drawn_districts import CORNERS, feature, geojson, packed, polygon, square, town_features


def faults(*features: Any) -> list[str]:
    return [row.fault for row in read_boundaries(geojson(features)).rows]


@pytest.mark.parametrize(
    ("raw", "kind"),
    [
        (geojson(), "GeoJSON"),
        (b"\xef\xbb\xbf" + geojson(), "GeoJSON"),
        (json.dumps(json.loads(geojson()), ensure_ascii=False).encode("cp932"), "GeoJSON"),
        (geojson(crs={"type": "name", "properties": {"name": "urn:ogc:def:crs:EPSG::6668"}}), "GeoJSON"),
        (geojson(crs={"type": "name", "properties": {"name": "urn:ogc:def:crs:OGC:1.3:CRS84"}}), "GeoJSON"),
        (packed(), "シェープファイル"),
        (packed("utf-8", cpg=b"UTF-8"), "シェープファイル"),
        (packed(cpg=b"SJIS"), "シェープファイル"),
        (packed(prj=None), "シェープファイル"),
    ],
)
def test_the_four_districts_are_read(raw: bytes, kind: str) -> None:
    found = read_boundaries(raw)
    assert found.kind == kind
    assert [row.words["S_NAME"] for row in found.rows] == list(CORNERS)
    assert [row.fault for row in found.rows] == [""] * 4
    assert all(len(row.rings) == 1 and len(row.rings[0]) == 5 for row in found.rows)


def test_what_was_taken_for_granted_is_said() -> None:
    assert "シフトJIS" in read_boundaries(geojson().decode().encode("cp932")).notes[0]
    assert "(.prj)が入っていません" in read_boundaries(packed(prj=None)).notes[0]
    assert any("シフトJIS(CP932)として" in note for note in read_boundaries(packed()).notes)
    assert read_boundaries(geojson()).notes == ()


@pytest.mark.parametrize(
    ("raw", "said"),
    [
        (b"", "空です"),
        (b"  \n", "空です"),
        (b"<?xml version='1.0'?><kml/>", "KMLやGML"),
        (b"%PDF-1.7", "PDF"),
        (b"SQLite format 3\x00", "GeoPackage"),
        (geojson()[:200], "途中で切れているか"),
        (b"[" * 100_000, "読めません"),
        (b"[1, 2]", "GeoJSONの形"),
        (b'{"type": "Topology", "objects": {}}', "TopoJSON"),
        (b'{"type": "Polygon", "coordinates": []}', "FeatureCollection"),
        (b'{"type": "FeatureCollection", "features": {}}', "FeatureCollection"),
        (geojson([]), "一つも図形が"),
        (geojson(crs={"type": "name", "properties": {"name": "urn:ogc:def:crs:EPSG::6677"}}), "EPSG::6677"),
        (geojson(crs="EPSG:3857"), "EPSG:3857"),
        (b"\xff\xfe\x81", "文字の書き方"),
        (packed(prj='PROJCS["JGD2011 / Japan Plane Rectangular CS IX"]'), "平面直角座標"),
        (packed(prj='GEOGCS["Tokyo"]'), "約400m"),
        (packed(dbf=None), ".dbf"),
        (packed(shp=None), ".shpのファイルがありません"),
        (packed(shp=b"not a shape"), "壊れていて"),
        (packed(dbf=b""), "壊れていて"),
        (packed(cpg=b"EUC-JP"), "EUC-JP"),
        (packed("cp932", cpg=b"UTF-8"), "文字が読めません"),
        (b"PK\x03\x04broken", "zipが壊れて"),
    ],
)
def test_a_file_that_cannot_be_read_is_refused_with_what_to_do(raw: bytes, said: str) -> None:
    with pytest.raises(Refused) as refused:
        read_boundaries(raw)
    assert said in refused.value.sentence
    assert refused.value.way_on


def test_two_layers_and_a_workbook_are_told_apart() -> None:
    for names, said in ((["a.shp", "b.shp"], "2つあります"), (["xl/workbook.xml"], "Excel")):
        out = io.BytesIO()
        with zipfile.ZipFile(out, "w") as zipped:
            for name in names:
                zipped.writestr(name, b"x")
        with pytest.raises(Refused, match=said):
            read_boundaries(out.getvalue())


@pytest.mark.parametrize(
    ("geometry", "said"),
    [
        (None, "図形が入っていません"),
        ({}, "図形が入っていません"),
        ({"type": "Point", "coordinates": [139.0, 35.0]}, "面(ポリゴン)ではなく「点」"),
        ({"type": "LineString", "coordinates": square(139.0, 35.0)}, "「線」"),
        ({"type": "GeometryCollection", "geometries": []}, "「まとまり」"),
        ({"type": "Polygon", "coordinates": []}, "点が入っていません"),
        ({"type": "Polygon"}, "点が入っていません"),
        ({"type": "Polygon", "coordinates": [square(139.0, 35.0)[:3]]}, "4つに足りません"),
        ({"type": "Polygon", "coordinates": [square(139.0, 35.0)[:4]]}, "閉じていません"),
        ({"type": "Polygon", "coordinates": [[["139", "35"]] * 4]}, "数になっていません"),
        ({"type": "Polygon", "coordinates": [[[139]] * 4]}, "点の書き方"),
        ({"type": "Polygon", "coordinates": [[y, x] for x, y in square(139.0, 35.0)]}, "点"),
        ({"type": "Polygon", "coordinates": [[[y, x] for x, y in square(139.0, 35.0)]]}, "緯度と経度が逆"),
        ({"type": "Polygon", "coordinates": [square(-7000.0, -35000.0, 900)]}, "平面直角座標"),
        ({"type": "Polygon", "coordinates": [square(15_500_000.0, 4_100_000.0, 900)]}, "メルカトル"),
        ({"type": "Polygon", "coordinates": [square(2.0, 48.0)]}, "日本の外"),
    ],
)
def test_a_row_that_cannot_be_drawn_says_why_and_the_others_are_read(geometry: Any, said: str) -> None:
    bad, good = faults(feature("北部", geometry), feature("中央", polygon(139.0, 35.0)))
    assert said in bad
    assert good == ""


def test_not_a_number_is_no_point() -> None:
    raw = geojson([feature("北部", polygon(139.0, 35.0))]).replace(b"139.1", b"NaN")
    assert "数になっていません" in read_boundaries(raw).rows[0].fault


def test_a_feature_that_is_none_is_a_row_with_its_reason() -> None:
    assert faults("北部", None, {"type": "Feature"}) == ["図形が入っていません。"] * 3


def test_what_is_too_large_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(boundary_file, "MOST_ROWS", 3)
    with pytest.raises(Refused, match="3行より多く"):
        read_boundaries(geojson())
    monkeypatch.setattr(boundary_file, "MOST_ROWS", 10)
    monkeypatch.setattr(boundary_file, "MOST_POINTS", 12)
    with pytest.raises(Refused, match="点が12より多く"):
        read_boundaries(geojson())


def test_a_height_and_several_parts_and_holes_are_read() -> None:
    high = [[x, y, 12.5] for x, y in square(139.0, 35.0)]
    hole = square(139.02, 35.02, 0.01)
    parts = {"type": "MultiPolygon", "coordinates": [[high, hole], [square(139.3, 35.0)]]}
    [row] = read_boundaries(geojson([feature("北部", parts)])).rows
    assert (row.fault, len(row.rings)) == ("", 3)


JSONISH = st.recursive(
    st.none() | st.booleans() | st.integers(-200, 200) | st.floats(allow_nan=True) | st.text(max_size=5),
    lambda inner: st.lists(inner, max_size=5) | st.dictionaries(st.sampled_from(["type", "coordinates"]), inner),
    max_leaves=12,
)


@settings(max_examples=200, deadline=None)
@given(JSONISH, st.sampled_from(["Polygon", "MultiPolygon", "Point", ""]))
def test_whatever_stands_there_is_read_or_said_never_an_accident(inside: Any, kind: str) -> None:
    [row] = read_boundaries(geojson([feature("北部", {"type": kind, "coordinates": inside})])).rows
    assert bool(row.fault) != bool(row.rings)


@settings(max_examples=200, deadline=None)
@given(st.binary(max_size=200))
def test_any_bytes_are_read_or_refused(raw: bytes) -> None:
    said = ""
    try:
        found: Boundaries | None = read_boundaries(raw)
    except Refused as refused:
        found, said = None, refused.sentence
    assert (found is None) == bool(said)


def test_the_fixtures_hold_four_districts() -> None:
    assert len(town_features()) == len(CORNERS) == 4
