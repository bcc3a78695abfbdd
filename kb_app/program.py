"""The composition root without a window: where the services are made and connected.

The command line, the tour and the window all start from a `Program`; nothing below it
fetches a service from anywhere else. Each service is made when it is first asked for.
"""

from __future__ import annotations

from collections.abc import Iterable
from contextlib import suppress
from functools import cached_property
from pathlib import Path

from indexer.documents import Edition
from indexer.errors import GlossaryUnreadable, KbError
from indexer.images import images_of, names_in
from indexer.search import SearchIndex
from indexer.thesaurus import Concept, Thesaurus, read_glossary
from indexer.vocabulary import SCHEMES, Vocabulary, read_vocabulary
from kb_app.library import schema as library_schema
from kb_app.library.catalogue import Catalogue, load_catalogue
from kb_app.library.collections import Collections
from kb_app.library.history import History
from kb_app.library.own import OwnTexts
from kb_app.library.revisions import Revisions
from kb_app.notes import schema as notes_schema
from kb_app.notes.notes import Notes
from kb_app.packs import schema as packs_schema
from kb_app.packs.imports import Imports
from kb_app.packs.sending import Sending
from kb_app.places import Places
from kb_app.store import StartupReport, Store, make_backup, open_safely, restore
from kb_app.store.mirror import Mirror
from kb_app.workshops import schema as workshops_schema
from kb_app.workshops.planner import Planner
from kb_app.workshops.room import Room
from kb_app.workshops.workshops import Workshops

MIGRATIONS = (
    library_schema.migrations,
    notes_schema.migrations,
    workshops_schema.migrations,
    packs_schema.migrations,
)


class Program:
    """Services over one set of places. `ui` is the language of menus and messages."""

    def __init__(self, places: Places, ui: str = "es", json: bool = False) -> None:
        self.places = places
        self.ui = ui
        self.json = json

    @cached_property
    def catalogue(self) -> Catalogue:
        """Every entry of every shelf. Without data yet, the shipped material alone; data
        that cannot be opened is a problem to show and does not take the library away.
        """
        if not self._has_data:
            return load_catalogue(self.places.content)
        try:
            stored = list(self.revisions.shelved())
        except KbError as error:
            shipped = load_catalogue(self.places.content)
            return Catalogue(shipped, (*shipped.problems, error))
        return load_catalogue(self.places.content, stored)

    def images_of(self, editions: Iterable[Edition]) -> dict[str, bytes]:
        """The bytes of the images that some texts show: what came with a text in a pack
        before what ships under the same name.
        """
        texts = list(editions)
        found = images_of(texts, [folder / "media" for folder in self.places.content])
        for edition in texts if self._has_data else ():
            for name in names_in(edition):
                data = self.imports.media_of(edition.uid, name)
                if data is not None:
                    found[name] = data
        return found

    @property
    def _has_data(self) -> bool:
        return self.places.database.exists() or self.places.backups.exists()

    def library_changed(self) -> None:
        """Forget what was made from the catalogue: an import or an edit changed it."""
        if "search" in self.__dict__:
            self.search.close()
        for name in ("catalogue", "thesaurus", "search"):
            self.__dict__.pop(name, None)

    @cached_property
    def vocabulary(self) -> Vocabulary:
        """The terms of the first content folder that has them."""
        for folder in self.places.content:
            try:
                return read_vocabulary(folder)
            except KbError:
                continue
        return Vocabulary({scheme: {} for scheme in SCHEMES})

    @property
    def glossary_file(self) -> Path:
        """The glossary that ships with the material."""
        return self.places.content[0] / "glossary" / "glossary.csv"

    @cached_property
    def thesaurus(self) -> Thesaurus:
        """The glossary and what packs added to it; without what cannot be read (the search
        goes on).
        """
        concepts: tuple[Concept, ...] = ()
        if self._has_data:
            with suppress(KbError):
                concepts = self.imports.additions.concepts()
        with suppress(GlossaryUnreadable):
            concepts = (*concepts, *read_glossary(self.glossary_file))
        return Thesaurus(concepts)

    @cached_property
    def search(self) -> SearchIndex:
        """The search over the catalogue; its index lies in the cache."""
        return SearchIndex(self.places.cache, self.catalogue, self.thesaurus, self.vocabulary)

    @cached_property
    def _opened(self) -> tuple[Store, StartupReport]:
        return open_safely(self.places.database, self.places.backups, MIGRATIONS)

    @property
    def store(self) -> Store:
        """The person's data, opened by the start-up ladder."""
        return self._opened[0]

    @property
    def has_opened_data(self) -> bool:
        """Whether the person's data has been opened (some commands need not)."""
        return "_opened" in self.__dict__

    @property
    def read_problems(self) -> list[KbError]:
        """What could not be read of the material, as far as it has been read."""
        return list(self.catalogue.problems) if "catalogue" in self.__dict__ else []

    @property
    def startup(self) -> StartupReport:
        """What was found when the data was opened."""
        return self._opened[1]

    @cached_property
    def revisions(self) -> Revisions:
        """Every text that is kept."""
        return Revisions(self.store)

    @cached_property
    def own_texts(self) -> OwnTexts:
        """Texts of the person's own."""
        return OwnTexts(self.revisions, lambda: self.catalogue)

    @cached_property
    def collections(self) -> Collections:
        """Collections, bookmarks, what was read."""
        return Collections(self.store)

    @cached_property
    def history(self) -> History:
        """What was read, bookmarks, saved searches, the session."""
        return History(self.store)

    @cached_property
    def notes(self) -> Notes:
        """The person's notes; signed with the name in the settings."""
        return Notes(self.store, self.revisions, str(self.store.setting("name", "")))

    @cached_property
    def workshops(self) -> Workshops:
        """The person's workshops."""
        return Workshops(self.store)

    @cached_property
    def planner(self) -> Planner:
        """Makes plans from the library."""
        return Planner(
            self.store,
            self.workshops,
            self.revisions,
            lambda: self.catalogue,
            self.places.content,
        )

    @cached_property
    def room(self) -> Room:
        """What happens in the room: attendance, tests, commitments, outreach."""
        return Room(self.store)

    @cached_property
    def imports(self) -> Imports:
        """Packs that were taken in."""
        return Imports(
            self.places,
            self.store,
            lambda: self.catalogue,
            self.revisions,
            self.notes,
            self.workshops,
            self.collections,
        )

    @cached_property
    def sending(self) -> Sending:
        """What leaves in packs."""
        return Sending(
            self.places,
            self.store,
            lambda: self.catalogue,
            self.revisions,
            self.notes,
            self.images_of,
            self.imports,
        )

    def go_back_to(self, backup: Path) -> None:
        """Put a backup in the place of the data; what there is now is kept as one too.

        Raises BackupUnusable, FolderUnwritable, DiskFull; then nothing has changed.
        """
        make_backup(self.store, self.places.backups)
        restore(backup, self.places.database, Mirror(self.places.backups))
        self.store.rewrite_mirror()

    def close(self) -> None:
        """Let go of files and connections."""
        if "search" in self.__dict__:
            self.search.close()
        if self.has_opened_data:
            self.store.close()
