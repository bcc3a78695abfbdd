"""Pictures that packs bring: made anew by a process of their own, kept by their digest."""

from __future__ import annotations

from collections.abc import Generator, Iterable, Mapping
from contextlib import suppress
from hashlib import sha256
from pathlib import Path

from kb_app.library.authoring import write_atomically
from kb_app.packs.checked import CheckedPack
from kb_app.packs.cleaning import Cleaner
from kb_app.packs.journal import Journal
from kb_app.store import Store


class Pictures:
    """Pictures in `folder`, and which file a name stands for in the texts of an entry."""

    def __init__(self, folder: Path, store: Store) -> None:
        self._folder = folder
        self._store = store

    def cleaned(
        self, pack: CheckedPack, total: int, made: list[Path]
    ) -> Generator[tuple[int, int], None, dict[str, str]]:
        """Make the pictures of a pack anew; yields (0, total) after each.

        Returns the file of each name, "" for those that cannot be shown; `made` gets the
        files that were not there before. Raises OSError.
        """
        out: dict[str, str] = {}
        with Cleaner() as cleaner:
            for row in pack.manifest.media():
                picture = cleaner.picture(pack.files[row.path]) if row.path in pack.files else None
                out[row.name] = self._kept(*picture, made) if picture else ""
                yield 0, total
        return out

    def _kept(self, data: bytes, ending: str, made: list[Path]) -> str:
        name = f"{sha256(data).hexdigest()}.{ending}"
        if not (self._folder / name).exists():
            self._folder.mkdir(parents=True, exist_ok=True)
            write_atomically(self._folder / name, data)
            made.append(self._folder / name)
        return name

    def show(
        self, journal: Journal, files: Mapping[str, str], shown: Iterable[tuple[str, str]]
    ) -> None:
        """Let entries (uid) show pictures (name): those of the pack come before those that stood
        there. Inside the import's transaction.
        """
        with self._store.transaction() as connection:
            for uid, name in sorted(shown):
                before = self.file_of(uid, name)
                if before != files[name]:
                    connection.execute(
                        "INSERT INTO medium VALUES (?, ?, ?) "
                        "ON CONFLICT (uid, name) DO UPDATE SET file = excluded.file",
                        (uid, name, files[name]),
                    )
                    journal.media.append(
                        {"uid": uid, "name": name, "file": files[name], "before": before}
                    )

    def put_back(self, rows: Iterable[Mapping[str, str]]) -> None:
        """Undo `show`, but for names that stand for another file by now."""
        with self._store.transaction() as connection:
            for row in rows:
                here = (row["uid"], row["name"])
                if self.file_of(*here) != row["file"]:
                    continue
                if row["before"]:
                    connection.execute(
                        "UPDATE medium SET file = ? WHERE uid = ? AND name = ?",
                        (row["before"], *here),
                    )
                else:
                    connection.execute("DELETE FROM medium WHERE uid = ? AND name = ?", here)

    def file_of(self, uid: str, name: str) -> str:
        """The file that a name stands for in the texts of an entry, or ""."""
        rows = self._store.rows("SELECT file FROM medium WHERE uid = ? AND name = ?", (uid, name))
        return str(rows[0]["file"]) if rows else ""

    def data_of(self, uid: str, name: str) -> bytes | None:
        """The bytes of a picture that a pack brought for an entry, or None."""
        file = self.file_of(uid, name)
        if file:
            with suppress(OSError):
                return (self._folder / file).read_bytes()
        return None
