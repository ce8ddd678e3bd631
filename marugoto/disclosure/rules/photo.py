"""A photo as it is kept: upright, and without what the camera wrote beside the picture: the place, the hour, the device, the owner."""

import struct
from io import BytesIO
from typing import Any

from PIL import Image, ImageOps

from marugoto.disclosure.codes import PaperKind
from marugoto.disclosure.rules.attachment import broken
from marugoto.kernel.decision import Refused

MOST_PIXELS = 50_000_000  # 8192 × 6144: more is no photo of a letter, and would fill the memory
QUALITY = 90
TOLD = ("transparency",)  # the only thing beside the pixels that belongs to the picture itself
TROUBLE = (OSError, ValueError, SyntaxError, IndexError, TypeError, struct.error, Image.DecompressionBombError)


def without_traces(content: bytes, kind: PaperKind, *, name: str) -> bytes:
    """Drawn anew from its pixels alone. Raises `Refused` for a picture that is broken or far too large."""
    try:
        with Image.open(BytesIO(content), formats=[kind.value.upper()]) as picture:
            if picture.width * picture.height > MOST_PIXELS:
                raise Refused(f"「{name}」は、写真の画素が多すぎます。", "小さい大きさで撮り直してください。")
            picture.load()
            return _drawn(ImageOps.exif_transpose(picture), kind)
    except TROUBLE as trouble:
        raise broken(name) from trouble


def _drawn(upright: Image.Image, kind: PaperKind) -> bytes:
    told: dict[Any, Any] = {key: upright.info[key] for key in TOLD if key in upright.info}
    if kind is PaperKind.JPEG and upright.mode not in {"RGB", "L"}:
        upright = upright.convert("RGB")
    upright.info = told
    written = BytesIO()
    if kind is PaperKind.JPEG:
        upright.save(written, "JPEG", quality=QUALITY, optimize=True)
    else:
        upright.save(written, "PNG")
    return written.getvalue()
