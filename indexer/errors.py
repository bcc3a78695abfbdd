"""What can go wrong with content and index, as data; `kb_app.messages` words it."""

from dataclasses import dataclass


class KbError(Exception):
    """Something went wrong that the person at the screen can act on.

    Subclasses are dataclasses that carry data, never sentences.
    """


@dataclass(eq=False)
class ContentFolderMissing(KbError):
    """The folder with the material does not exist or cannot be listed."""

    folder: str


@dataclass(eq=False)
class DocumentUnreadable(KbError):
    """A document that cannot be taken in: `reason` is a word of `UNREADABLE_REASONS`."""

    name: str
    reason: str
    line: int = 0
    detail: str = ""


UNREADABLE_REASONS = (
    "not-utf8",
    "too-large",
    "too-many-lines",
    "too-deep",
    "no-front-matter",
    "front-matter-too-large",
    "front-matter-not-yaml",
    "front-matter-alias",
    "front-matter-duplicate-key",
    "missing-field",
    "wrong-field",
    "io",
    "changed",
)


# The document itself is in order: it is no longer what was read, or cannot be had just now.
NOT_THERE = ("io", "changed")


@dataclass(eq=False)
class GlossaryUnreadable(KbError):
    """The glossary file is not the table that it should be."""

    name: str
    line: int
    detail: str


@dataclass(eq=False)
class IndexUnusable(KbError):
    """The search index cannot be opened as it is; it is rebuilt from the documents."""

    detail: str
