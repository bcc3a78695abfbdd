"""The composition root without a window: where the services are made and connected.

The command line, the tour and the window all start from a `Program`; nothing below it
fetches a service from anywhere else. Each service is made when it is first asked for.
"""

from __future__ import annotations

from functools import cached_property
from pathlib import Path

from indexer.errors import GlossaryUnreadable, KbError
from indexer.search import SearchIndex
from indexer.thesaurus import Thesaurus, read_glossary
from indexer.vocabulary import SCHEMES, Vocabulary, read_vocabulary
from kb_app.library.catalogue import Catalogue, load_catalogue
from kb_app.places import Places


class Program:
    """Services over one set of places. `ui` is the language of menus and messages."""

    def __init__(self, places: Places, ui: str = "es", json: bool = False) -> None:
        self.places = places
        self.ui = ui
        self.json = json

    @cached_property
    def catalogue(self) -> Catalogue:
        """Every entry of every shelf."""
        return load_catalogue(self.places.content)

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
        """The glossary; empty when its file cannot be read (the search goes on without)."""
        try:
            return Thesaurus(read_glossary(self.glossary_file))
        except GlossaryUnreadable:
            return Thesaurus(())

    @cached_property
    def search(self) -> SearchIndex:
        """The search over the catalogue; its index lies in the cache."""
        return SearchIndex(self.places.cache, self.catalogue, self.thesaurus, self.vocabulary)
