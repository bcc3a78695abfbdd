"""Texts of the person's own: written with any editor, taken into the library as files.

They stand on the shelf "mine", go into packs and answers like all others, and stand before a
text of the same uid and language that shipped or came in a pack; taking one away brings that
text back.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from indexer.documents import Edition, read_file
from kb_app.library.catalogue import MINE, Catalogue
from kb_app.library.revisions import Revisions


@dataclass(frozen=True)
class Taken:
    """A text that was taken in; `before` is the shelf and digest that stood in its place."""

    edition: Edition
    before: tuple[str, str] | None


class OwnTexts:
    """Takes files of texts in and out. `catalogue` gives the library as it is now."""

    def __init__(self, revisions: Revisions, catalogue: Callable[[], Catalogue]) -> None:
        self._revisions = revisions
        self._catalogue = catalogue

    def take(self, path: Path) -> Taken:
        """Take `<slug>.<lang>.md` into the library. What stood in its place is its parent, so
        that whoever receives it sees it as a newer text and not as another.

        Raises DocumentUnreadable, and what the store raises.
        """
        edition = read_file(path).held()
        key = (edition.uid, edition.lang)
        before = self._revisions.place(*key)
        held = self._held(edition)
        parents = [held.sha256] if held is not None and held.sha256 != edition.sha256 else []
        if parents and held is not None:
            self._revisions.keep(held)
        self._revisions.keep(edition, parents=parents)
        self._revisions.shelve(MINE, *key, edition.sha256)
        return Taken(edition, before)

    def take_back(self, taken: Taken) -> None:
        """Put what stood there before in its place again; the text itself is still kept."""
        key = (taken.edition.uid, taken.edition.lang)
        if taken.before is None:
            self._revisions.unshelve(*key)
        else:
            shelf, digest = taken.before
            self._revisions.shelve(shelf, *key, digest)

    def take_out(self, uid: str) -> list[str]:
        """Take one's own texts of an entry off the shelf; returns their languages."""
        out = []
        for lang in ("es", "en"):
            place = self._revisions.place(uid, lang)
            if place is not None and place[0] == MINE:
                self._revisions.unshelve(uid, lang)
                out.append(lang)
        return out

    def _held(self, edition: Edition) -> Edition | None:
        catalogue = self._catalogue()
        if edition.uid not in catalogue:
            return None
        return catalogue.entry(edition.uid).editions.get(edition.lang)
