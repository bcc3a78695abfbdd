"""Writing finished exports to disk: whole or not at all, and over nothing that is there."""

from __future__ import annotations

import errno
import os
import tempfile
from pathlib import Path

from indexer.errors import KbError
from kb_app.export.errors import NameUnusable
from kb_app.store.errors import DiskFull, FileExists, FolderUnwritable

# No room: full disk, full quota, and the largest file that the file system holds.
_FULL = {errno.ENOSPC, errno.EDQUOT, errno.EFBIG}
_NAME = {errno.ENAMETOOLONG, errno.EINVAL, errno.EILSEQ}


def check_place(path: Path, replace: bool = False) -> None:
    """Say before the work begins what would stop it at the end.

    Raises FileExists, FolderUnwritable, NameUnusable.
    """
    try:
        if path.is_dir() or (path.exists() and not replace):
            raise FileExists(path.name)
        if not path.parent.is_dir() or not os.access(path.parent, os.W_OK):
            raise FolderUnwritable(_named(path.parent))
    except (OSError, ValueError) as error:
        raise _said(error, path) from error


def save(path: Path, data: bytes, replace: bool = False) -> None:
    """Write a file that is not there yet (or, when the person said so, one that is).

    A file that appears while the work goes on is not replaced either. Raises FileExists,
    FolderUnwritable, DiskFull, NameUnusable; nothing is left behind then.
    """
    temporary: Path | None = None
    try:
        handle, name = tempfile.mkstemp(dir=path.parent, prefix=".batea-")
        temporary = Path(name)
        with os.fdopen(handle, "wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        temporary.chmod(0o644)
        if replace:
            temporary.replace(path)
        else:
            _place(temporary, path)
    except (OSError, ValueError) as error:
        raise _said(error, path) from error
    finally:
        if temporary is not None:
            temporary.unlink(missing_ok=True)


def _place(temporary: Path, path: Path) -> None:
    """Give the file its name, unless that name is taken. A hard link does both in one
    step; USB sticks (FAT) have none.
    """
    try:
        os.link(temporary, path)
    except FileExistsError:
        raise
    except OSError:
        if path.exists():
            raise FileExistsError(errno.EEXIST, "exists") from None
        temporary.rename(path)


def _said(error: OSError | ValueError, path: Path) -> KbError:
    """What the operating system said, as an error with words."""
    number = error.errno if isinstance(error, OSError) else errno.EINVAL
    if isinstance(error, FileExistsError):
        return FileExists(path.name)
    if number in _FULL:
        return DiskFull()
    if number in _NAME:
        return NameUnusable(path.name[:60])
    return FolderUnwritable(_named(path.parent))


def _named(folder: Path) -> str:
    return folder.name or str(folder)
