"""Strangers' pictures and long texts are read in a process of their own, with a deadline.

Pictures are decoded and written anew, so that what reaches the reader was made here; drawings
(SVG) and PDF are not taken. A text that takes too long to read is refused before it is held.
`main` is what runs in that process: a JSON request a line on standard input, an answer a line.
"""

from __future__ import annotations

import base64
import io
import json
import queue
import re
import subprocess
import sys
import threading
from types import TracebackType
from typing import Any, BinaryIO

if sys.platform != "win32":
    import resource

from PIL import Image, ImageOps, UnidentifiedImageError

from indexer.errors import DocumentUnreadable
from indexer.markdown import is_too_deep, parse

PICTURE_SECONDS = 20
# The window will have to read the text too, each time that it is opened.
TEXT_SECONDS = 5
MEMORY_BYTES = 1024 * 1024 * 1024
MAX_PIXELS = 40_000_000
MAX_SIDE = 2_400
_FORMATS = {"PNG": "png", "JPEG": "jpg", "WEBP": "png", "GIF": "png"}
# What makes a text slow to read, or nests where no short look can see it. Without it, a text
# below this length takes milliseconds (our own have a quarter of it).
_LONG_TEXT = 24 * 1024
_MANY_MARKS = 200
# Beginning with the end of the line before: so only ends of lines are tried.
_MARK = re.compile(r"\n[ \t]*(?:=+|-+|!!!.*)[ \t]*$", re.M)
_NESTED = re.compile(r"\n(?:[ \t]*(?:>|[-+*]|\d{1,9}[.)])){8}")


class Cleaner:
    """The process that reads what strangers wrote, begun when it is first needed. Use as a
    context; from one thread.
    """

    def __init__(self, picture_seconds: float = PICTURE_SECONDS,
                 text_seconds: float = TEXT_SECONDS) -> None:  # fmt: skip
        self._picture_seconds = picture_seconds
        self._text_seconds = text_seconds
        self._process: _Process | None = None

    def __enter__(self) -> Cleaner:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self._stop()

    def picture(self, data: bytes) -> tuple[bytes, str] | None:
        """A picture made anew and its file ending; None when it is none that can be shown."""
        request = {"picture": base64.b64encode(data).decode("ascii")}
        answer = self._ask(request, self._picture_seconds)
        if not answer.get("data"):
            return None
        return base64.b64decode(answer["data"]), "jpg" if answer.get("ending") == "jpg" else "png"

    def problem_of(self, body: str) -> str:
        """Why a text cannot be read, or "". Only what can be slow is really read."""
        if is_too_deep(body):
            return "too-deep"
        if not _is_slow(body):
            return ""
        answer = self._ask({"text": body}, self._text_seconds)
        return str(answer.get("problem", "takes too long to read"))[:40]

    def _ask(self, request: dict[str, Any], seconds: float) -> dict[str, Any]:
        """The answer; empty when there is none in time: then the process is ended."""
        if self._process is None:
            self._process = _Process()
        try:
            answer = json.loads(self._process.ask(json.dumps(request).encode("utf-8"), seconds))
        except (OSError, ValueError, queue.Empty):
            self._stop()
            return {}
        return answer if isinstance(answer, dict) else {}

    def _stop(self) -> None:
        if self._process is not None:
            self._process.stop()
            self._process = None


class _Process:
    """The running process and the thread that hears it (pipes have no deadline of their own
    on Windows).
    """

    def __init__(self) -> None:
        self._process = subprocess.Popen(
            _command(),
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),
        )
        self._answers: queue.Queue[bytes] = queue.Queue()
        self._hearing = threading.Thread(target=self._hear, daemon=True)
        self._hearing.start()

    def _hear(self) -> None:
        assert self._process.stdout is not None
        for line in self._process.stdout:
            self._answers.put(line)
        self._answers.put(b"")

    def ask(self, request: bytes, seconds: float) -> bytes:
        assert self._process.stdin is not None
        self._process.stdin.write(request + b"\n")
        self._process.stdin.flush()
        return self._answers.get(timeout=seconds)

    def stop(self) -> None:
        self._process.kill()
        self._process.wait()
        self._hearing.join()
        for pipe in (self._process.stdin, self._process.stdout):
            assert pipe is not None
            try:
                pipe.close()
            except OSError:
                continue  # what was still to be written is of no use to anybody


def _command() -> list[str]:
    if getattr(sys, "frozen", False):
        return [sys.executable, "pack", "clean"]
    # The same places to load from as here, whether installed or run from a checkout.
    start = f"import sys; sys.path[:] = {sys.path!r}; from {__name__} import main; main()"
    return [sys.executable, "-c", start]


def _is_slow(body: str) -> bool:
    if len(body) >= _LONG_TEXT:
        return True
    lines = f"\n{body}"
    return (
        lines.count("{") + len(_MARK.findall(lines)) > _MANY_MARKS
        or _NESTED.search(lines) is not None
    )


# --- in the process -----------------------------------------------------------------------


def main() -> None:
    """Answer requests until there are no more. What goes wrong ends the process: that is an
    answer too.
    """
    _limit_memory()
    with open(0, "rb", closefd=False) as asked, open(1, "wb", closefd=False) as said:
        _serve(asked, said)


def _serve(asked: BinaryIO, said: BinaryIO) -> None:
    for line in asked:
        request = json.loads(line)
        if "text" in request:
            answer = {"problem": _problem(request["text"])}
        else:
            answer = _reencoded(base64.b64decode(request["picture"]))
        said.write(json.dumps(answer).encode("utf-8") + b"\n")
        said.flush()


def _limit_memory() -> None:
    if sys.platform != "win32":
        resource.setrlimit(resource.RLIMIT_AS, (MEMORY_BYTES, MEMORY_BYTES))


def _problem(body: str) -> str:
    try:
        parse(body)
    except DocumentUnreadable as error:
        return error.reason
    return ""


def _reencoded(data: bytes) -> dict[str, str]:
    Image.MAX_IMAGE_PIXELS = MAX_PIXELS
    try:
        with Image.open(io.BytesIO(data), formats=list(_FORMATS)) as picture:
            ending = _FORMATS[str(picture.format)]
            if picture.width * picture.height > MAX_PIXELS:
                return {}
            # Marks of the camera are lost: where it was taken, and which side is up.
            shown = ImageOps.exif_transpose(picture)
            shown = shown.convert("RGB" if ending == "jpg" else "RGBA")
            shown.thumbnail((MAX_SIDE, MAX_SIDE))
            shown.info.clear()  # comments and colour profiles would be written again
            out = io.BytesIO()
            shown.save(out, "JPEG" if ending == "jpg" else "PNG", quality=88)
    except (UnidentifiedImageError, OSError, ValueError, SyntaxError, Image.DecompressionBombError):
        return {}
    return {"data": base64.b64encode(out.getvalue()).decode("ascii"), "ending": ending}
