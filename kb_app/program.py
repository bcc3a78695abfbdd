"""The composition root without a window: where the services are made and connected.

The command line, the tour and the window all start from a `Program`; nothing below it
fetches a service from anywhere else. Each service is made when it is first asked for.
"""

from __future__ import annotations

import gc
import importlib
from collections.abc import Iterable
from contextlib import suppress
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any

from indexer.errors import GlossaryUnreadable, KbError
from kb_app.places import Places

if TYPE_CHECKING:
    from indexer.documents import Edition
    from indexer.search import SearchIndex
    from indexer.thesaurus import Concept, Thesaurus
    from indexer.vocabulary import Vocabulary
    from kb_app.library.catalogue import Catalogue
    from kb_app.library.collections import Collections
    from kb_app.library.history import History
    from kb_app.library.own import OwnTexts
    from kb_app.library.revisions import Revisions
    from kb_app.notes.notes import Notes
    from kb_app.packs.imports import Imports
    from kb_app.packs.sending import Sending
    from kb_app.store import StartupReport, Store
    from kb_app.workshops.planner import Planner
    from kb_app.workshops.room import Room
    from kb_app.workshops.workshops import Workshops

SERVICES = (
    "indexer.documents",
    "indexer.images",
    "indexer.search",
    "kb_app.library.catalogue",
    "kb_app.library.collections",
    "kb_app.library.history",
    "kb_app.library.kept",
    "kb_app.library.own",
    "kb_app.library.revisions",
    "kb_app.notes.notes",
    "kb_app.packs.imports",
    "kb_app.packs.sending",
    "kb_app.schemas",
    "kb_app.store",
    "kb_app.workshops.planner",
    "kb_app.workshops.room",
    "kb_app.workshops.workshops",
)


def _loaded(module: str) -> Any:
    """The module of a service, loaded when that is first asked for: most commands need few,
    and all together take longer to load than a search takes.
    """
    return importlib.import_module(module)


def load_services() -> None:
    """Load the modules of all services, where nobody waits for it."""
    for module in SERVICES:
        _loaded(module)


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
        stored, problems = [], []
        if self._has_data:
            try:
                stored = list(self.revisions.shelved())
            except KbError as error:
                problems.append(error)
        return self.read_catalogue(stored, problems, trusting=True)

    def read_catalogue(
        self,
        stored: Iterable[tuple[str, Edition]],
        problems: Iterable[KbError] = (),
        trusting: bool = False,
    ) -> Catalogue:
        """Read the library anew, from the content folders and these texts of the data. It
        touches no data itself: any thread may do it. `trusting`: files that look as they did
        when they were last read are not read again.
        """
        library = _loaded("kb_app.library.catalogue")
        kept = _loaded("kb_app.library.kept").KeptReading(self.places.kept_reading, trusting)
        gc.disable()  # it would look through all that is read, again and again, for nothing
        try:
            found: Catalogue = library.load_catalogue(
                self.places.content, stored, problems, kept.read
            )
            kept.save()
        finally:
            gc.enable()
        return found

    def images_of(self, editions: Iterable[Edition]) -> dict[str, bytes]:
        """The bytes of the images that some texts show: what came with a text in a pack
        before what ships under the same name.
        """
        images = _loaded("indexer.images")
        texts = list(editions)
        folders = [folder / "media" for folder in self.places.content]
        found: dict[str, bytes] = images.images_of(texts, folders)
        for edition in texts if self._has_data else ():
            for name in images.names_in(edition):
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
        words = _loaded("indexer.vocabulary")
        found: Vocabulary = words.Vocabulary({scheme: {} for scheme in words.SCHEMES})
        for folder in self.places.content:
            with suppress(KbError):
                found = words.read_vocabulary(folder)
                break
        return found

    @property
    def glossary_file(self) -> Path:
        """The glossary that ships with the material."""
        return self.places.content[0] / "glossary" / "glossary.csv"

    @cached_property
    def thesaurus(self) -> Thesaurus:
        """The glossary and what packs added to it; without what cannot be read (the search
        goes on).
        """
        words = _loaded("indexer.thesaurus")
        concepts: tuple[Concept, ...] = ()
        if self._has_data:
            with suppress(KbError):
                additions = _loaded("kb_app.packs.additions").Additions(self.store)
                concepts = additions.concepts()
        with suppress(GlossaryUnreadable):
            concepts = (*concepts, *words.read_glossary(self.glossary_file))
        made: Thesaurus = words.Thesaurus(concepts)
        return made

    @cached_property
    def search(self) -> SearchIndex:
        """The search over the catalogue; its index lies in the cache."""
        made: SearchIndex = _loaded("indexer.search").SearchIndex(
            self.places.cache, self.catalogue, self.thesaurus, self.vocabulary
        )
        return made

    @cached_property
    def _opened(self) -> tuple[Store, StartupReport]:
        migrations = _loaded("kb_app.schemas").MIGRATIONS
        opened: tuple[Store, StartupReport] = _loaded("kb_app.store").open_safely(
            self.places.database, self.places.backups, migrations
        )
        return opened

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
        made: Revisions = _loaded("kb_app.library.revisions").Revisions(self.store)
        return made

    @cached_property
    def own_texts(self) -> OwnTexts:
        """Texts of the person's own."""
        home = _loaded("kb_app.library.own")
        made: OwnTexts = home.OwnTexts(self.revisions, lambda: self.catalogue)
        return made

    @cached_property
    def collections(self) -> Collections:
        """Collections, bookmarks, what was read."""
        made: Collections = _loaded("kb_app.library.collections").Collections(self.store)
        return made

    @cached_property
    def history(self) -> History:
        """What was read, bookmarks, saved searches, the session."""
        made: History = _loaded("kb_app.library.history").History(self.store)
        return made

    @cached_property
    def notes(self) -> Notes:
        """The person's notes; signed with the name in the settings."""
        name = str(self.store.setting("name", ""))
        made: Notes = _loaded("kb_app.notes.notes").Notes(self.store, self.revisions, name)
        return made

    @cached_property
    def workshops(self) -> Workshops:
        """The person's workshops."""
        made: Workshops = _loaded("kb_app.workshops.workshops").Workshops(self.store)
        return made

    @cached_property
    def planner(self) -> Planner:
        """Makes plans from the library."""
        made: Planner = _loaded("kb_app.workshops.planner").Planner(
            self.store,
            self.workshops,
            self.revisions,
            lambda: self.catalogue,
            self.places.content,
        )
        return made

    @cached_property
    def room(self) -> Room:
        """What happens in the room: attendance, tests, commitments, outreach."""
        made: Room = _loaded("kb_app.workshops.room").Room(self.store)
        return made

    @cached_property
    def imports(self) -> Imports:
        """Packs that were taken in."""
        made: Imports = _loaded("kb_app.packs.imports").Imports(
            self.places,
            self.store,
            lambda: self.catalogue,
            self.revisions,
            self.notes,
            self.workshops,
            self.collections,
        )
        return made

    @cached_property
    def sending(self) -> Sending:
        """What leaves in packs."""
        made: Sending = _loaded("kb_app.packs.sending").Sending(
            self.places,
            self.store,
            lambda: self.catalogue,
            self.revisions,
            self.notes,
            self.images_of,
            self.imports,
        )
        return made

    def go_back_to(self, backup: Path) -> None:
        """Put a backup in the place of the data; what there is now is kept as one too.

        Raises BackupUnusable, FolderUnwritable, DiskFull; then nothing has changed.
        """
        keeping = _loaded("kb_app.store.backups")
        mirror = _loaded("kb_app.store.mirror").Mirror(self.places.backups)
        keeping.make_backup(self.store, self.places.backups)
        keeping.restore(backup, self.places.database, mirror)
        self.store.rewrite_mirror()

    def close(self) -> None:
        """Let go of files and connections."""
        if "search" in self.__dict__:
            self.search.close()
        if self.has_opened_data:
            self.store.close()
