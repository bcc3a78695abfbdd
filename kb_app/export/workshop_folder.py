"""All papers of a workshop in one folder: what participants get apart from what they must not.

Everything is made before anything is put in its place: the folder is there whole or not at
all. Participants' files go through the same gate as every export (see `material`).
"""

from __future__ import annotations

import errno
import os
import re
import shutil
import tempfile
from collections.abc import Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from indexer.documents import Entry
from kb_app.export.exports import FORMATS
from kb_app.export.material import Audience, Credits
from kb_app.export.poster import POSTERS, poster_steps
from kb_app.export.saving import check_place, save
from kb_app.export.sheets import paper_material
from kb_app.export.steps import Steps
from kb_app.store.errors import DiskFull, FolderUnwritable
from kb_app.workshops.model import Workshop
from kb_app.workshops.paper_words import language_of, t
from kb_app.workshops.papers import paper
from kb_app.workshops.questions import questions
from kb_app.workshops.result_papers import Results

LONGEST_NAME = 80
_SLUG = re.compile(r"[^\w-]+")
_FOLDERS = {
    "participant": ("para-participantes", "for-participants"),
    "facilitator": ("para-quien-facilita", "for-the-facilitator"),
}
# Paper, who gets it, formats. What is filled in by hand is printed; what is read, too, and
# can be changed in Word.
_FILES: tuple[tuple[str, Audience, tuple[str, ...]], ...] = (
    ("poster", "participant", ("pdf",)),
    ("tiles", "participant", ("pdf",)),
    ("agenda", "participant", ("docx",)),
    ("workbook", "participant", ("pdf", "docx")),
    ("slides", "participant", ("pptx",)),
    ("test", "participant", ("pdf",)),
    ("commitments", "participant", ("pdf",)),
    ("evaluation", "participant", ("pdf",)),
    ("guide", "facilitator", ("pdf", "docx")),
    ("slides", "facilitator", ("pptx",)),
    ("attendance", "facilitator", ("pdf",)),
    ("key", "facilitator", ("pdf",)),
    ("follow-up", "facilitator", ("pdf",)),
)
_TESTS = ("test", "key")


@dataclass(frozen=True)
class Folder:
    """A folder that was made, and the names of its files within it."""

    path: Path
    files: tuple[str, ...]


def folder_steps(
    workshop: Workshop,
    entries: Mapping[str, Entry],
    parent: Path,
    credits: Credits,
    results: Results,
) -> Steps[Folder]:
    """Make the folder inside `parent`, in steps; closing the generator leaves nothing.

    One that is there is left alone: the new one gets a number. Raises FolderUnwritable,
    DiskFull, ExportFailed.
    """
    lang = language_of(workshop)
    rows = [row for row in _FILES if row[0] not in _TESTS or questions(workshop, entries)]
    total = sum(len(forms) for _kind, _audience, forms in rows)
    check_place(parent / ".batea")
    made = _made_in(parent)
    try:
        done = 0
        names: list[str] = []
        for kind, audience, forms in rows:
            for form in forms:
                yield done, total
                name = _name(kind, audience, form, names, lang)
                if kind in POSTERS:
                    steps = poster_steps(workshop, kind, credits)
                else:
                    edition = paper(kind, workshop, entries, results)
                    material = paper_material(edition, audience, credits, kind)
                    steps = FORMATS[form].steps(material)
                data = yield from _quietly(steps, done, total)
                (made / name).parent.mkdir(exist_ok=True)
                save(made / name, data)
                names.append(name)
                done += 1
        place = _free(parent, folder_name(workshop))
        try:
            made.rename(place)
        except OSError as error:
            raise FolderUnwritable(parent.name) from error
        return Folder(place, tuple(names))
    finally:
        with suppress(OSError):
            if made.exists():
                shutil.rmtree(made)


def _quietly(steps: Steps[bytes], done: int, total: int) -> Steps[bytes]:
    """The steps of one file, as standing still in those of the folder."""
    while True:
        try:
            next(steps)
        except StopIteration as end:
            data: bytes = end.value
            return data
        yield done, total


def _made_in(parent: Path) -> Path:
    try:
        made = Path(tempfile.mkdtemp(dir=parent, prefix=".batea-"))
        made.chmod(0o755)
    except OSError as error:
        if error.errno == errno.ENOSPC:
            raise DiskFull() from error
        raise FolderUnwritable(parent.name or str(parent)) from error
    return made


def folder_name(workshop: Workshop) -> str:
    """A name for the folder that every system takes."""
    name = _SLUG.sub("-", workshop.title.casefold()).strip("-")
    if len(name) > LONGEST_NAME:  # cut between words
        name = name[: LONGEST_NAME + 1].rpartition("-")[0] or name[:LONGEST_NAME]
    return name or "taller"


def _free(parent: Path, name: str) -> Path:
    place, number = parent / name, 2
    while os.path.lexists(place):
        place, number = parent / f"{name}-{number}", number + 1
    return place


def _name(kind: str, audience: Audience, form: str, taken: Sequence[str], lang: str) -> str:
    folder = _FOLDERS[audience][lang == "en"]
    stem = _SLUG.sub("-", t(kind, lang).casefold().replace("'s", "s")).strip("-")
    number = len({name.rpartition(".")[0] for name in taken if name.startswith(folder)}) + 1
    same = next((n for n in taken if n.rpartition(".")[0].endswith(f"-{stem}")
                 and n.startswith(folder)), "")  # fmt: skip
    return (
        f"{same.rpartition('.')[0]}{FORMATS[form].ending}"
        if same
        else f"{folder}/{number:02d}-{stem}{FORMATS[form].ending}"
    )
