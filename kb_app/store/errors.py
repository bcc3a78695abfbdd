"""What can go wrong with the person's data, as data."""

from dataclasses import dataclass

from indexer.errors import KbError


@dataclass(eq=False)
class DiskFull(KbError):
    """There is no room to write; what was being written was not.

    `reserve` says that the ballast was given up for it, so that a second try fits.
    """

    reserve: bool = False


@dataclass(eq=False)
class StoreReadOnly(KbError):
    """The data folder cannot be written: `folder` is its name."""

    folder: str


@dataclass(eq=False)
class StoreNewer(KbError):
    """The data was written by a newer version of Batea (`migration` is not known here)."""

    migration: str


@dataclass(eq=False)
class StoreBusy(KbError):
    """Another Batea is writing to the same data."""


@dataclass(eq=False)
class StoreDamaged(KbError):
    """The data file was found damaged while it was in use; opening it anew repairs it."""


@dataclass(eq=False)
class BackupUnusable(KbError):
    """A file that is no whole backup of Batea's data."""

    name: str


@dataclass(eq=False)
class FileExists(KbError):
    """A file of that name is already there; it is not replaced."""

    name: str


@dataclass(eq=False)
class FolderUnwritable(KbError):
    """A folder that the person chose cannot be written."""

    name: str
