"""The texts of a pack at the gate: each is looked at in the one reading of its file."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from indexer.documents import outline
from indexer.errors import DocumentUnreadable
from indexer.texts import MAX_DOCUMENT_BYTES
from kb_app.packs.cleaning import Cleaner
from kb_app.packs.errors import PackDocumentBad, PackIncomplete, PackRefused, PackTooLarge
from kb_app.packs.manifest import ITEM, PackDocument

DOCUMENTS = "data/docs/"


class Texts:
    """Call `look` with each text, then `settle`, which says what was found: until then lists and
    signature may give a better reason to refuse the pack.
    """

    def __init__(self, cleaner: Cleaner) -> None:
        self._cleaner = cleaner
        self._found: dict[str, tuple[str, str]] = {}
        self._refused: PackRefused | None = None

    def look(self, name: str, data: bytes) -> None:
        """Read a text as far as it must be to be taken in. After a bad one no other is."""
        if self._refused is not None:
            return
        try:
            self._found[name] = self._checked(name, data)
        except PackRefused as refused:
            self._refused = refused

    def _checked(self, name: str, data: bytes) -> tuple[str, str]:
        if len(data) > MAX_DOCUMENT_BYTES:
            raise PackTooLarge("document", MAX_DOCUMENT_BYTES, name)
        try:
            seen = outline(data, name)
        except DocumentUnreadable as error:
            raise PackDocumentBad(name, error.reason) from error
        problem = self._cleaner.problem_of(seen.body)
        if problem:
            raise PackDocumentBad(name, problem)
        return seen.uid, seen.lang

    def settle(
        self, documents: Sequence[PackDocument], names: Iterable[str], digests: Mapping[str, str]
    ) -> None:
        """Refuse the pack unless its texts are sound and those that its manifest lists.

        Raises PackIncomplete, PackDocumentBad, PackTooLarge.
        """
        rows = {document.path: document for document in documents}
        for name in names:
            if name.startswith(DOCUMENTS) and name not in rows:
                raise PackIncomplete(name, "not in pack.json")
        if len(rows) != len(documents):
            raise PackDocumentBad(ITEM, "twice")
        if self._refused is not None:
            raise self._refused
        for path, document in rows.items():
            if path not in self._found:
                raise PackIncomplete(path, "missing")
            if self._found[path] != (document.uid, document.lang):
                raise PackDocumentBad(path, "uid, lang")
            if digests[path] != document.sha256:
                raise PackDocumentBad(path, "sha256")
