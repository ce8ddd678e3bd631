"""Invented files of boundaries: four square districts of みなも市, whole and with each defect of the real thing."""

import io
import json
import zipfile
from collections.abc import Iterable
from typing import Any
from uuid import UUID

import shapefile

from marugoto.exchange.actions.boundary import prepare
from tests.town import Town

CORNERS = {"北部": (139.0, 35.1), "中央": (139.0, 35.0), "南部": (139.0, 34.9), "東部": (139.1, 35.0)}
Feature = dict[str, Any]


def square(west: float, south: float, side: float = 0.1) -> list[list[float]]:
    east, north = west + side, south + side
    return [[west, south], [east, south], [east, north], [west, north], [west, south]]


def feature(name: str | None, geometry: Any, **more: Any) -> Feature:
    return {"type": "Feature", "properties": {"KEN": "青嶺県", "S_NAME": name, **more}, "geometry": geometry}


def polygon(*corner: float) -> Feature:
    return {"type": "Polygon", "coordinates": [square(*corner)]}


def town_features() -> list[Feature]:
    return [feature(name, polygon(*corner)) for name, corner in CORNERS.items()]


def geojson(features: Iterable[Any] | None = None, **more: Any) -> bytes:
    found = town_features() if features is None else list(features)
    return json.dumps({"type": "FeatureCollection", "features": found, **more}, ensure_ascii=False).encode()


def packed(encoding: str = "cp932", *, prj: str | None = 'GEOGCS["JGD2011"]', **parts: bytes | None) -> bytes:
    """A Shapefile of the four districts in a zip. `parts`: what stands there instead under an ending; None leaves it out."""
    made = {end: io.BytesIO() for end in ("shp", "shx", "dbf")}
    with shapefile.Writer(**made, shapeType=shapefile.POLYGON, encoding=encoding) as writer:
        writer.field("S_NAME", "C", size=40)
        for name, corner in CORNERS.items():
            writer.poly([square(*corner)[::-1]])
            writer.record(name)
    contents: dict[str, bytes | None] = {end: part.getvalue() for end, part in made.items()}
    contents |= {"prj": prj.encode() if prj is not None else None}
    contents |= parts
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as zipped:
        for end, content in contents.items():
            if content is not None:
                zipped.writestr(f"圏域/districts.{end}", content)
    return out.getvalue()


def brought(town: Town, raw: bytes | None = None, name: str = "圏域.geojson") -> UUID:
    raw = geojson() if raw is None else raw
    return prepare(by=town("hayashi"), at=town.later(), upload=raw, file_name=name, credit="みなも市都市計画課").pk
