"""What can go wrong with the library, as data."""

from dataclasses import dataclass

from indexer.errors import KbError


@dataclass(eq=False)
class EntryMissing(KbError):
    """No entry has that slug or uid."""

    ref: str
