"""ZIP files that are the same for the same content: fixed times, modes and order."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Mapping
from datetime import datetime

_EPOCH = (1980, 1, 1, 0, 0, 0)
_PACKED_ALREADY = (".png", ".jpg", ".epub", ".docx", ".pptx")


def zipped(files: Mapping[str, bytes], stored: frozenset[str] = frozenset()) -> bytes:
    """Files in their order; what is packed already, and what is `stored`, is left as it is."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        for name, data in files.items():
            info = zipfile.ZipInfo(name, _EPOCH)
            info.create_system = 3
            info.external_attr = 0o100644 << 16
            plain = name in stored or name.endswith(_PACKED_ALREADY)
            info.compress_type = zipfile.ZIP_STORED if plain else zipfile.ZIP_DEFLATED
            archive.writestr(info, data)
    return out.getvalue()


def made_on(day: str) -> datetime:
    """The day of a material (ISO 8601) as the time that office files say they were made."""
    try:
        return datetime.fromisoformat(day[:10])
    except ValueError:
        return datetime(*_EPOCH)


def steady(package: bytes) -> bytes:
    """A package of another library (Word, PowerPoint) without the time of its making."""
    with zipfile.ZipFile(io.BytesIO(package)) as archive:
        return zipped({name: archive.read(name) for name in archive.namelist()})
