"""Pictures made fit for every format: PNG or JPEG, no larger than print needs, nothing hidden.

A photo of a telephone carries the place where it was taken (Exif); that never leaves. What is
no picture at all is left out, and its alternative text stands there instead.
"""

from __future__ import annotations

import io
from collections.abc import Mapping
from dataclasses import dataclass

from PIL import Image, ImageOps, UnidentifiedImageError

PRINT_SIDE = 2000
PHONE_SIDE = 1000
MAX_PIXELS = 40_000_000
_FORMATS = ("PNG", "JPEG", "WEBP", "GIF", "BMP", "TIFF")
_HIDDEN = {"exif", "icc_profile", "XML:com.adobe.xmp", "xmp", "comment", "photoshop"}


@dataclass(frozen=True)
class Picture:
    """A picture that every writer takes: its bytes, "png" or "jpeg", its size in pixels."""

    data: bytes
    kind: str
    width: int
    height: int

    @property
    def ending(self) -> str:
        return "jpg" if self.kind == "jpeg" else self.kind


def picture(data: bytes, longest: int = PRINT_SIDE) -> Picture | None:
    """A picture fit for export, or None when these bytes are none.

    `longest` is the greatest side in pixels.
    """
    try:
        with Image.open(io.BytesIO(data), formats=_FORMATS) as opened:
            if opened.width * opened.height > MAX_PIXELS:
                return None
            opened.load()
            kind = "jpeg" if opened.format in ("JPEG", "TIFF") else "png"
            fits = max(opened.size) <= longest
            as_it_is = opened.format in ("PNG", "JPEG") and opened.mode in ("RGB", "RGBA", "L", "P")
            if fits and as_it_is and not _HIDDEN & set(opened.info):
                return Picture(data, kind, *opened.size)
            shown = ImageOps.exif_transpose(opened)
            shown = shown.convert("RGB" if kind == "jpeg" else "RGBA")
            shown.thumbnail((longest, longest))
            out = io.BytesIO()
            # Only pixels are passed on: `info` would be written out again.
            shown.info = {}
            shown.save(out, kind.upper(), **({"quality": 85} if kind == "jpeg" else {}))
            return Picture(out.getvalue(), kind, *shown.size)
    except (UnidentifiedImageError, OSError, ValueError, SyntaxError, Image.DecompressionBombError):
        return None


def pictures(images: Mapping[str, bytes], longest: int = PRINT_SIDE) -> dict[str, Picture]:
    """Those of some images that are pictures, by name."""
    made = ((name, picture(data, longest)) for name, data in sorted(images.items()))
    return {name: shown for name, shown in made if shown is not None}
