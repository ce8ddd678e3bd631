"""A file of boundaries as it came becomes polygons with their words, each row that cannot be drawn with its sentence.

GeoJSON, or a Shapefile in a zip, in degrees of the world (WGS84, JGD2000, JGD2011: on a map of a town they are the same). Nothing
is guessed: other coordinates are not converted, for a wrong guess moves a town by four hundred metres and nobody sees it.
"""

import json
import math
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from marugoto.exchange.rules import shapes
from marugoto.kernel.decision import Refused

Point = tuple[float, float]
Ring = tuple[Point, ...]

MOST_ROWS, MOST_POINTS = 3_000, 1_000_000
WEST, EAST, SOUTH, NORTH = 122.0, 154.5, 20.0, 46.0  # Japan with its farthest islands
LONGEST_WORD = 100
LEAST_POINTS = 4  # a triangle and its first point again
AS_GEOJSON = "地図のソフト(QGISなど)で開き、「GeoJSON」「EPSG:6668(JGD2011)」で書き出してください。"
DEGREES = ("4326", "4612", "6668", "6697", "CRS84")  # WGS84, JGD2000, JGD2011
OTHER_KINDS = (
    (b"<", "KMLやGMLなど、XMLのファイルです。"),
    (b"%PDF", "PDFファイルです。"),
    (b"\x89PNG", "画像のファイルです。"),
    (b"\xff\xd8\xff", "画像のファイルです。"),
    (b"SQLite format 3", "GeoPackageなどのデータベースのファイルです。"),
)


@dataclass(frozen=True)
class Row:
    """One feature. `fault`: why it cannot be drawn; then it has no rings."""

    number: int
    words: Mapping[str, str]
    rings: tuple[Ring, ...] = ()
    fault: str = ""


@dataclass(frozen=True)
class Boundaries:
    """`kind`: the word shown to the worker."""

    kind: str
    rows: tuple[Row, ...]
    notes: tuple[str, ...] = ()


def read_boundaries(raw: bytes) -> Boundaries:
    """Raises `Refused` where the file as a whole cannot be read."""
    body = raw.removeprefix(b"\xef\xbb\xbf").lstrip()
    if not body:
        raise Refused("ファイルの中身が空です。", "保存し直してから、もう一度選んでください。")
    if body.startswith(b"PK\x03\x04"):
        found = shapes.read_shapes(raw)
        return Boundaries("シェープファイル", _rows(found.rows), found.notes)
    for begin, said in OTHER_KINDS:
        if body.startswith(begin):
            raise Refused(said, AS_GEOJSON)
    return _geojson(body)


def _geojson(body: bytes) -> Boundaries:
    text, notes = _text(body)
    try:
        found = json.loads(text)
    except (ValueError, RecursionError) as trouble:
        raise Refused("GeoJSONとして読めません(途中で切れているか、別の形式です)。", AS_GEOJSON) from trouble
    if not isinstance(found, dict):
        raise Refused("GeoJSONの形になっていません。", AS_GEOJSON)
    if found.get("type") == "Topology":
        raise Refused("TopoJSONのファイルです。線を分けあう形なので、このままでは読めません。", AS_GEOJSON)
    _refuse_other_coordinates(found.get("crs"))
    features = found.get("features") if found.get("type") == "FeatureCollection" else [found]
    if found.get("type") not in {"FeatureCollection", "Feature"} or not isinstance(features, list):
        raise Refused("GeoJSONの「FeatureCollection」になっていません。", AS_GEOJSON)
    plain = ((_words(one), one.get("geometry")) if isinstance(one, dict) else ({}, None) for one in features)
    return Boundaries("GeoJSON", _rows(plain), notes)


def _text(body: bytes) -> tuple[str, tuple[str, ...]]:
    for codec, notes in (("utf-8", ()), ("cp932", ("シフトJIS(CP932)で書かれていたので、そう読みました。",))):
        try:
            return body.decode(codec), notes
        except UnicodeDecodeError:
            continue
    raise Refused("文字の書き方が分かりません。", "UTF-8で保存し直してください。")


def _refuse_other_coordinates(crs: object) -> None:
    """The `crs` of old GeoJSON; where nothing is said, the format itself says degrees of WGS84."""
    if crs is None:
        return
    said = json.dumps(crs, ensure_ascii=False)
    if not any(code in said for code in DEGREES):
        name = crs.get("properties", {}).get("name", "") if isinstance(crs, dict) else ""
        raise Refused(
            f"座標のきまり(CRS)が「{str(name or said)[:60]}」です。緯度・経度の度ではありません。", AS_GEOJSON
        )


def _words(feature: Mapping[str, Any]) -> dict[str, str]:
    """What stands beside a polygon, as text."""
    found = feature.get("properties")
    if not isinstance(found, dict):
        return {}
    return {
        str(name)[:LONGEST_WORD]: str(value)[:LONGEST_WORD]
        for name, value in found.items()
        if isinstance(value, str | int | float) and not isinstance(value, bool)
    }


def _rows(features: Any) -> tuple[Row, ...]:
    rows, points = [], 0
    for number, (words, geometry) in enumerate(features, start=1):
        if number > MOST_ROWS:
            raise Refused(f"{MOST_ROWS:,}行より多くあります。", "この町の分だけを選んで、書き出し直してください。")
        row = _row(number, words, geometry)
        points += sum(map(len, row.rings))
        if points > MOST_POINTS:
            raise Refused(
                f"点が{MOST_POINTS:,}より多くあります。", "地図のソフトで「簡素化」してから、書き出し直してください。"
            )
        rows.append(row)
    if not rows:
        raise Refused("一つも図形が入っていません。", "圏域を選んでから、書き出し直してください。")
    return tuple(rows)


def _row(number: int, words: Mapping[str, str], geometry: object) -> Row:
    try:
        return Row(number, words, tuple(_rings(geometry)))
    except _NotDrawn as why:
        return Row(number, words, fault=str(why))


class _NotDrawn(Exception):
    """Why one row cannot be drawn."""


def _rings(geometry: object) -> Iterator[Ring]:
    if not isinstance(geometry, Mapping) or not geometry.get("type"):
        raise _NotDrawn("図形が入っていません。")
    kind, inside = geometry["type"], geometry.get("coordinates")
    if kind not in {"Polygon", "MultiPolygon"}:
        raise _NotDrawn(
            f"面(ポリゴン)ではなく「{_KINDS.get(str(kind), str(kind)[:30])}」です。面で書き出してください。"
        )
    polygons = inside if kind == "MultiPolygon" else [inside]
    if not isinstance(polygons, list | tuple) or not polygons:
        raise _NotDrawn("図形の点が入っていません。")
    for polygon in polygons:
        if not isinstance(polygon, list | tuple) or not polygon:
            raise _NotDrawn("図形の点が入っていません。")
        for ring in polygon:
            yield _ring(ring)


_KINDS = {
    "Point": "点",
    "MultiPoint": "点",
    "LineString": "線",
    "MultiLineString": "線",
    "GeometryCollection": "まとまり",
}


def _ring(ring: object) -> Ring:
    if not isinstance(ring, list | tuple) or len(ring) < LEAST_POINTS:
        raise _NotDrawn("輪の点が4つに足りません。面になっていません。")
    points = tuple(_point(one) for one in ring)
    if points[0] != points[-1]:
        raise _NotDrawn("輪が閉じていません(はじめの点とおわりの点がちがいます)。")
    return points


def _point(point: object) -> Point:
    if not isinstance(point, list | tuple) or len(point) < 2:  # a height after them is left out
        raise _NotDrawn("点の書き方が読めません。")
    x, y = point[0], point[1]
    if any(isinstance(one, bool) or not isinstance(one, int | float) for one in (x, y)):
        raise _NotDrawn("点が数になっていません。")
    if not (math.isfinite(x) and math.isfinite(y)):
        raise _NotDrawn("点が数になっていません。")
    if WEST <= x <= EAST and SOUTH <= y <= NORTH:
        return float(x), float(y)
    raise _NotDrawn(_where(float(x), float(y)))


def _where(x: float, y: float) -> str:
    said = f"(点 {x:g}, {y:g})"
    if WEST <= y <= EAST and SOUTH <= x <= NORTH:
        return f"緯度と経度が逆です{said}。経度・緯度の順で書き出してください。"
    if abs(x) > 180 or abs(y) > 90:
        return f"度ではない座標です{said}。平面直角座標やメルカトルのようです。JGD2011の緯度経度で書き出してください。"
    return f"日本の外の点です{said}。座標のきまりを確かめてください。"
