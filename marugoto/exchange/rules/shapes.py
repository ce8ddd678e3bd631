"""A Shapefile in a zip: .shp, .dbf and .prj of one layer, read in memory, with what may be wrong said before it is read."""

import io
import struct
import zipfile
import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import PurePosixPath
from typing import Any

import shapefile

from marugoto.kernel.decision import Refused

MOST_BYTES = 60_000_000  # unpacked, of one part
AGAIN = "シェープファイル一式(.shp・.shx・.dbf・.prj)を、一つのzipにまとめ直してください。"
AS_DEGREES = "地図のソフトで「JGD2011(EPSG:6668)」の緯度経度に変えて、書き出し直してください。"
TROUBLE = (
    shapefile.ShapefileException,
    zipfile.BadZipFile,
    zlib.error,
    struct.error,
    LookupError,
    ValueError,
    RuntimeError,
    OSError,
    EOFError,
    ArithmeticError,
    TypeError,
)


@dataclass(frozen=True)
class Shapes:
    """`rows`: the words beside a shape, and the shape as GeoJSON says it."""

    rows: list[tuple[dict[str, str], Any]]
    notes: tuple[str, ...] = ()


def read_shapes(raw: bytes) -> Shapes:
    """Raises `Refused`."""
    try:
        with zipfile.ZipFile(io.BytesIO(raw)) as packed:
            parts, notes = _parts(packed)
    except TROUBLE as trouble:
        raise Refused("zipが壊れていて、開けません。", AGAIN) from trouble
    _refuse_other_coordinates(parts.get(".prj"))
    if ".prj" not in parts:
        notes = (*notes, "座標のきまり(.prj)が入っていません。点の値から緯度経度かどうかだけを確かめました。")
    codec, said = _codec(parts)
    try:
        return Shapes(list(_rows(parts, codec)), (*notes, *said))
    except TROUBLE as trouble:
        if "decode" in str(trouble):  # it has no exception of its own for words in another encoding
            raise Refused(
                "表(.dbf)の文字が読めません。", "文字コードをUTF-8にして、書き出し直してください。"
            ) from trouble
        raise Refused("シェープファイルの中身が壊れていて、読めません。", AGAIN) from trouble


def _parts(packed: zipfile.ZipFile) -> tuple[dict[str, bytes], tuple[str, ...]]:
    """The parts of the one layer that is there, by their endings."""
    names = [one for one in packed.namelist() if not one.startswith("__MACOSX/")]
    layers = sorted(one for one in names if PurePosixPath(one).suffix.lower() == ".shp")
    if any(one.startswith("xl/") for one in names):
        raise Refused("Excelのファイルです。", AGAIN)
    if not layers:
        raise Refused("zipの中に、.shpのファイルがありません。", AGAIN)
    if len(layers) > 1:
        said = "、".join(PurePosixPath(one).name for one in layers[:3])
        raise Refused(
            f"zipの中に、.shpが{len(layers)}つあります({said})。", "圏域の一つだけを入れたzipにしてください。"
        )
    stem = layers[0][: -len(".shp")]
    found = {}
    for one in names:
        path = PurePosixPath(one)
        if one[: -len(path.suffix) or None] == stem and path.suffix.lower() in {".shp", ".dbf", ".shx", ".prj", ".cpg"}:
            if packed.getinfo(one).file_size > MOST_BYTES:
                raise Refused(
                    f"{path.name}が大きすぎます({MOST_BYTES // 1_000_000}MBまで)。",
                    "簡素化してから、書き出し直してください。",
                )
            found[path.suffix.lower()] = packed.read(one)
    if ".dbf" not in found:
        raise Refused("名前の入った表(.dbf)が、zipの中にありません。", AGAIN)
    return found, ()


def _refuse_other_coordinates(prj: bytes | None) -> None:
    said = (prj or b"").decode("latin-1").upper()
    if "PROJCS" in said or "PROJCRS" in said:
        raise Refused("平面直角座標など、メートルの座標で書かれています。", AS_DEGREES)
    if "TOKYO" in said:
        raise Refused("古い座標(日本測地系)で書かれています。そのままでは約400mずれます。", AS_DEGREES)


def _codec(parts: dict[str, bytes]) -> tuple[str, tuple[str, ...]]:
    """As .cpg says; without one, the encoding that Japanese data have had."""
    said = parts.get(".cpg", b"").decode("latin-1").strip()
    if "utf" in said.lower():
        return "utf-8", ()
    if said and not any(one in said.lower() for one in ("932", "jis")):
        raise Refused(f"文字コード「{said[:20]}」は読めません。", "UTF-8にして、書き出し直してください。")
    return "cp932", () if said else ("文字コードの指定(.cpg)がないので、シフトJIS(CP932)として読みました。",)


def _rows(parts: dict[str, bytes], codec: str) -> Iterator[tuple[dict[str, str], Any]]:
    names = {".shp": "shp", ".dbf": "dbf", ".shx": "shx"}
    given = {names[end]: io.BytesIO(content) for end, content in parts.items() if end in names}
    with shapefile.Reader(encoding=codec, **given) as reader:
        for one in reader.iterShapeRecords():
            words = {
                str(name): str(value).strip()[:100]
                for name, value in one.record.as_dict().items()
                if value is not None and not isinstance(value, bool)
            }
            yield words, _geometry(one.shape)


def _geometry(shape: Any) -> Any:
    """Without a shape, nothing: the row says so."""
    if shape is None or shape.shapeType == shapefile.NULL or not shape.points:
        return None
    return shape.__geo_interface__
