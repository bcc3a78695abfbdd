"""A folder or stick full of packs at a glance, and its static catalogue (OPDS 2.0).

Listing reads only what each pack says of itself, through the safe reader; the whole gate is
passed when a pack is opened. The feed is a file: any web server or shared folder serves it,
and the program reads it from a folder. It opens no connection.
Format: OPDS 2.0, https://drafts.opds.io/opds-2.0.
"""

from __future__ import annotations

import json
import re
from collections.abc import Generator
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Literal

from indexer.errors import KbError
from kb_app.library.authoring import write_atomically
from kb_app.library.catalogue import Catalogue
from kb_app.packs import limits, safejson
from kb_app.packs.gate import SIGNATURE, open_pack
from kb_app.packs.manifest import ITEM, Manifest, read_manifest
from kb_app.packs.zipreader import ZipReader

FEED = "opds.json"
MAX_FILES = 500
_ENDINGS = (".batea", ".batea.zip")
_DEPTH = 2
# An address of its own, an absolute path, a way up, or what no file name holds.
_NOT_BELOW = re.compile(r"[:\\\x00-\x1f]|^/|(?:^|/)\.\.(?:/|$)")
Standing = Literal["new", "updated", "held", "refused"]


@dataclass(frozen=True)
class Listed:
    """A pack in a folder. `standing`: "new" when nothing of it is held, "updated" when it has
    other texts than those held, "held" when all is; `error` is why it cannot be read.
    """

    path: Path
    size: int
    standing: Standing
    title: str = ""
    publisher: str = ""
    created: str = ""
    documents: int = 0
    signed: bool = False
    error: KbError | None = None


def packs_in(folder: Path) -> list[Path]:
    """Files with a pack's ending in a folder and two levels below, and those that its feed
    names, by name.
    """
    found = {
        path
        for depth in range(_DEPTH + 1)
        for path in folder.glob("/".join(["*"] * (depth + 1)))
        if _is_pack(path)
    }
    found.update(_from_feed(folder))
    return sorted(found, key=lambda path: (path.name.casefold(), path))[:MAX_FILES]


def _is_pack(path: Path) -> bool:
    return path.name.endswith(_ENDINGS) and not path.name.startswith(".") and path.is_file()


def _from_feed(folder: Path) -> list[Path]:
    """The packs below a folder that its feed leads to; what else it says is passed over."""
    try:
        feed = safejson.load((folder / FEED).read_bytes(), FEED)
        rows = feed["publications"]
        hrefs = [link["href"] for row in rows for link in row["links"]]
    except (OSError, KbError, TypeError, KeyError, AttributeError):
        return []
    home, found = folder.resolve(), []
    for href in hrefs:
        if isinstance(href, str) and not _NOT_BELOW.search(href):
            path = folder / href
            if path.resolve().is_relative_to(home) and _is_pack(path):
                found.append(path)
    return found


def listing(folder: Path, catalogue: Catalogue) -> Generator[tuple[int, int], None, list[Listed]]:
    """What is in a folder, yielding (done, total). One bad file does not hide the others."""
    paths = packs_in(folder)
    out = []
    for done, path in enumerate(paths, start=1):
        out.append(_listed(path, catalogue))
        yield done, len(paths)
    return out


def _listed(path: Path, catalogue: Catalogue) -> Listed:
    try:
        size = path.stat().st_size
        with ZipReader(path) as archive:
            names = {entry.name for entry in archive.entries}
            manifest = read_manifest(safejson.load(archive.read(ITEM), ITEM))
    except KbError as error:
        return Listed(path, 0, "refused", error=error)
    except (OSError, KeyError):
        return Listed(path, 0, "refused")
    return Listed(
        path,
        size,
        _standing(manifest, catalogue),
        manifest.title,
        manifest.publisher.name,
        manifest.created,
        len({document.uid for document in manifest.documents}),
        SIGNATURE in names,
    )


def _standing(manifest: Manifest, catalogue: Catalogue) -> Standing:
    held = different = 0
    for document in manifest.documents:
        entry = catalogue.entry(document.uid) if document.uid in catalogue else None
        edition = entry.editions.get(document.lang) if entry else None
        held += edition is not None
        different += edition is None or edition.sha256 != document.sha256
    if not held:
        return "new"
    return "updated" if different else "held"


def write_feed(folder: Path, title: str) -> tuple[Path, list[Path]]:
    """Write the catalogue of a folder of packs; only packs that pass the gate are in it.

    Returns the file and the packs that were left out. Deterministic for the same packs.
    """
    publications, left = [], []
    for path in packs_in(folder):
        try:
            pack = open_pack(path)
        except KbError:
            left.append(path)
            continue
        href = path.relative_to(folder).as_posix()
        publications.append(_publication(pack.manifest, href, pack.size, pack.sha256))
    feed = {
        "metadata": {"title": title, "numberOfItems": len(publications)},
        "links": [{"rel": "self", "href": FEED, "type": "application/opds+json"}],
        "publications": publications,
    }
    target = folder / FEED
    write_atomically(target, (json.dumps(feed, ensure_ascii=False, indent=1) + "\n").encode())
    return target, left


def _publication(manifest: Manifest, href: str, size: int, digest: str) -> dict[str, Any]:
    return {
        "metadata": {
            "@type": "http://schema.org/Dataset",
            "identifier": f"urn:uuid:{manifest.pack_id}",
            "title": manifest.title,
            "description": manifest.summary,
            "publisher": manifest.publisher.name,
            "modified": manifest.created,
            "language": list(manifest.languages),
        },
        "links": [
            {
                "rel": "http://opds-spec.org/acquisition/open-access",
                "href": href,
                "type": limits.MEDIA_TYPE.decode("ascii"),
                "properties": {"size": size, "sha256": digest},
            }
        ],
    }
