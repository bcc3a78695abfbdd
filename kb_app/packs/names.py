"""Names in a pack: safe on every system that will ever unpack it, and of known types."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable

from kb_app.packs import limits
from kb_app.packs.errors import PackNameUnsafe, PackTypeForbidden

_RESERVED = {
    "con", "prn", "aux", "nul", "conin$", "conout$",
    *(f"com{n}" for n in "123456789¹²³"), *(f"lpt{n}" for n in "123456789¹²³"),
}  # fmt: skip
_BAD_CHARACTERS = set('<>:"|?*\\')
_BIDIRECTIONAL = set("\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")
_UUID = r"[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}"
_ALLOWED = re.compile(
    r"mimetype|index\.html|bagit\.txt|bag-info\.txt|manifest-sha256\.txt|"
    r"tagmanifest-sha256\.txt|signature\.minisig|data/pack\.json|"
    rf"data/docs/{_UUID}/[A-Za-z]{{2,3}}(?:-[A-Za-z0-9]{{2,8}})*\.md|"
    r"data/media/[0-9a-f]{64}\.(?:png|jpg|jpeg|gif|webp|svg|pdf|mp3|ogg|mp4|webm)|"
    rf"data/annotations\.jsonl|data/(?:collections|workshops)/{_UUID}\.json|"
    r"data/glossary\.csv|data/ro-crate-metadata\.json|data/LICENSES/[A-Za-z0-9.+-]+\.txt|"
    r"data/x-[a-z0-9-]+(?:/[A-Za-z0-9._-]+)*\.(?:json|txt|csv|md)"
)


def check_names(names: Iterable[str]) -> None:
    """Raises PackNameUnsafe for the first name that may not be."""
    seen: dict[str, str] = {}
    folders: set[str] = set()
    for name in names:
        _check(name)
        key = unicodedata.normalize("NFD", name).casefold()
        if key in seen:
            raise PackNameUnsafe(name, "twice")
        seen[key] = name
        parts = key.split("/")
        folders.update("/".join(parts[:n]) for n in range(1, len(parts)))
    for key, name in seen.items():
        if key in folders:
            raise PackNameUnsafe(name, "file and folder")


def check_types(names: Iterable[str]) -> None:
    """Raises PackTypeForbidden for the first file of a kind that a pack may not hold."""
    for name in names:
        if not _ALLOWED.fullmatch(name):
            raise PackTypeForbidden(name)


def _check(name: str) -> None:
    def refuse(detail: str) -> None:
        raise PackNameUnsafe(name.encode("unicode_escape").decode("ascii")[:80], detail)

    if not name or name.startswith("/") or name.endswith("/"):
        refuse("absolute or empty")
    if unicodedata.normalize("NFC", name) != name:
        refuse("not NFC")
    if len(name.encode("utf-8")) > limits.MAX_NAME_BYTES:
        refuse("too long")
    if any(unicodedata.category(c) in ("Cc", "Cf", "Cs", "Co", "Zl", "Zp") for c in name):
        refuse("control character")
    if _BIDIRECTIONAL.intersection(name) or _BAD_CHARACTERS.intersection(name):
        refuse("character")
    parts = name.split("/")
    if len(parts) > limits.MAX_NAME_LEVELS:
        refuse("too deep")
    for part in parts:
        if part in ("", ".", "..") or part.startswith("."):
            refuse("outside or hidden")
        if part.endswith((".", " ")) or part.startswith(" "):
            refuse("space or point at the edge")
        if part.split(".")[0].strip().casefold() in _RESERVED:
            refuse("device name")
        if len(part.encode("utf-8")) > limits.MAX_NAME_PART_BYTES:
            refuse("too long")
