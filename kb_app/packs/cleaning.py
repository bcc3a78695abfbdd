"""Strangers' pictures and long texts are read in a process of their own, with a deadline.

Pictures are decoded and written anew, so that what reaches the reader was made here; drawings
(SVG) and PDF are not taken. A text that takes too long to read is refused before it is held.
`main` is what runs in that process: one JSON request on standard input, one answer out.
"""

from __future__ import annotations

import base64
import io
import json
import subprocess
import sys
from typing import Any

from PIL import Image, UnidentifiedImageError

from indexer.markdown import parse

DEADLINE_SECONDS = 20
MAX_PIXELS = 40_000_000
MAX_SIDE = 2_400
# Shorter texts are read in milliseconds whatever they hold: only long ones can be slow.
LONG_TEXT_BYTES = 64 * 1024
_FORMATS = {"PNG": "png", "JPEG": "jpg", "WEBP": "png", "GIF": "png"}


def clean_picture(data: bytes) -> tuple[bytes, str] | None:
    """A picture made anew and its file ending; None when it is none that can be shown."""
    answer = _ask({"picture": base64.b64encode(data).decode("ascii")})
    if not answer.get("data"):
        return None
    return base64.b64decode(answer["data"]), str(answer["ending"])


def is_readable(body: str) -> bool:
    """Whether a long text can be read within the deadline."""
    if len(body) < LONG_TEXT_BYTES:
        return True
    return bool(_ask({"text": body}).get("read"))


def _ask(request: dict[str, Any]) -> dict[str, Any]:
    try:
        done = subprocess.run(
            _command(),
            input=json.dumps(request).encode("utf-8"),
            capture_output=True,
            timeout=DEADLINE_SECONDS,
            check=False,
        )
        answer = json.loads(done.stdout or b"{}")
    except (subprocess.TimeoutExpired, OSError, ValueError):
        return {}
    return answer if isinstance(answer, dict) else {}


def _command() -> list[str]:
    # The same places to load from as here, whether installed or run from a checkout.
    start = f"import sys; sys.path[:] = {sys.path!r}; from {__name__} import main; main()"
    return [sys.executable, "-c", start]


def _reencoded(data: bytes) -> dict[str, str]:
    Image.MAX_IMAGE_PIXELS = MAX_PIXELS
    try:
        with Image.open(io.BytesIO(data), formats=list(_FORMATS)) as picture:
            ending = _FORMATS[str(picture.format)]
            if picture.width * picture.height > MAX_PIXELS:
                return {}
            shown = picture.convert("RGB" if ending == "jpg" else "RGBA")
            shown.thumbnail((MAX_SIDE, MAX_SIDE))
            out = io.BytesIO()
            shown.save(out, "JPEG" if ending == "jpg" else "PNG")
    except (UnidentifiedImageError, OSError, ValueError, Image.DecompressionBombError):
        return {}
    return {"data": base64.b64encode(out.getvalue()).decode("ascii"), "ending": ending}


def main() -> None:
    """Answer one request; what goes wrong is no answer."""
    request = json.loads(sys.stdin.buffer.read())
    if "text" in request:
        parse(request["text"])
        sys.stdout.write(json.dumps({"read": True}))
    else:
        sys.stdout.write(json.dumps(_reencoded(base64.b64decode(request["picture"]))))
