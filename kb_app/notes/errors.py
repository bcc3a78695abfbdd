"""What can go wrong with notes, as data."""

from dataclasses import dataclass

from indexer.errors import KbError


@dataclass(eq=False)
class NoteMissing(KbError):
    """There is no note with that id."""

    note: str


@dataclass(eq=False)
class QuoteNotFound(KbError):
    """The quoted words do not stand in that text."""

    entry: str


@dataclass(eq=False)
class QuoteTwice(KbError):
    """The quoted words stand in several places: `paragraphs` names them ("¶3, ¶9")."""

    entry: str
    count: int
    paragraphs: str


@dataclass(eq=False)
class NotesUnreadable(KbError):
    """A file of a colleague's notes that is not W3C annotations in JSON; `line` is the line
    or the number of the annotation, 0 for the whole file.
    """

    name: str
    line: int
