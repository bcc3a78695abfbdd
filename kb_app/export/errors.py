"""What can go wrong with an export, as data. A failed export leaves nothing behind."""

from dataclasses import dataclass

from indexer.errors import KbError


@dataclass(eq=False)
class NothingToExport(KbError):
    """The selection is empty, or nothing of it may go to that audience."""

    withheld: int = 0


@dataclass(eq=False)
class ExportFailed(KbError):
    """A writer could not make the file: `detail` is for whoever helps."""

    format: str
    detail: str


@dataclass(eq=False)
class NameUnusable(KbError):
    """The operating system does not take that file name (too long, or forbidden signs)."""

    name: str


@dataclass(eq=False)
class LogoUnreadable(KbError):
    """The picture chosen as the agency's logo is none."""

    name: str


@dataclass(eq=False)
class ComparisonSize(KbError):
    """A comparison is of two to four cases; `chosen` is how many were."""

    chosen: int
