"""The text of an edition: where it lies, and what it says when it is asked for.

Of a library of ten thousand texts the front matter is held; the texts themselves stay on the
disk until somebody reads one. What is read then must still be what was read before: its
SHA-256 is compared, and a file that was changed meanwhile is never given out as the old text.
"""

from __future__ import annotations

import hashlib
import re
import unicodedata
from dataclasses import dataclass, field
from functools import lru_cache
from pathlib import Path
from typing import NamedTuple

from indexer import frontmatter
from indexer.errors import DocumentUnreadable

MAX_DOCUMENT_BYTES = 1024 * 1024
MAX_DOCUMENT_LINES = 20_000
KEPT = 8  # texts that were asked for last: an edition is asked for its parts one after another
# Control characters and non-characters that no XML, and so no export, can hold.
NOT_TEXT = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ufffe\uffff]")
_CONTROLS = bytes(code for code in (*range(0x20), 0x7F) if code not in b"\t\n\r")


class Parts(NamedTuple):
    """A whole text, its front matter, and its body, which begins at `body_line` (1-based)."""

    raw: str
    front: str
    body: str

    @property
    def body_line(self) -> int:
        return self.front.count("\n") + 4 if self.front else 3


@dataclass(frozen=True, slots=True)
class Text:
    """A text in a file, or `held` in memory where there is none (texts of the person's data and
    of packs). `sha256` is the hex digest of its bytes, `name` is for messages.
    """

    name: str
    sha256: str
    folder: str = ""
    held: bytes | None = field(default=None, repr=False)

    @property
    def path(self) -> Path | None:
        """Its file, if it lies in one."""
        return Path(self.folder, self.name) if self.held is None else None

    def read(self) -> bytes:
        """Its bytes. Raises DocumentUnreadable ("io", "changed") when they are gone."""
        if self.held is not None:
            return self.held
        data = read_bytes(Path(self.folder, self.name))
        if hashlib.sha256(data).hexdigest() != self.sha256:
            raise DocumentUnreadable(self.name, "changed")
        return data


def read_bytes(path: Path) -> bytes:
    """The bytes of a file that is small enough. Raises DocumentUnreadable."""
    try:
        size = path.stat().st_size
        if size > MAX_DOCUMENT_BYTES:
            raise DocumentUnreadable(path.name, "too-large", detail=str(size))
        return path.read_bytes()
    except OSError as error:
        raise DocumentUnreadable(path.name, "io", detail=error.strerror or "") from error


def parts(data: bytes, name: str) -> Parts:
    """What the bytes of a document say. Raises DocumentUnreadable."""
    if len(data) > MAX_DOCUMENT_BYTES:
        raise DocumentUnreadable(name, "too-large", detail=str(len(data)))
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = data[: error.start].count(b"\n") + 1
        raise DocumentUnreadable(name, "not-utf8", line) from error
    text = unicodedata.normalize("NFC", text.replace("\r\n", "\n").replace("\r", "\n"))
    if _may_hold_controls(data):
        text = NOT_TEXT.sub("", text)
    if text.count("\n") > MAX_DOCUMENT_LINES:
        raise DocumentUnreadable(name, "too-many-lines", detail=str(text.count("\n")))
    return Parts(text, *frontmatter.split(text, name))


def _may_hold_controls(data: bytes) -> bool:
    """Whether something of `NOT_TEXT` is among the bytes of some UTF-8: a much quicker look."""
    return len(data.translate(None, _CONTROLS)) < len(data) or b"\xef\xbf" in data


@lru_cache(maxsize=KEPT)
def parts_of(text: Text) -> Parts:
    """What a text says. Raises DocumentUnreadable."""
    return parts(text.read(), text.name)


@lru_cache(maxsize=KEPT)
def fields_of(text: Text) -> frontmatter.FrontMatterData:
    """The plain values of its front matter, with their lines. Raises DocumentUnreadable."""
    return frontmatter.load(parts_of(text).front, text.name)
