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
