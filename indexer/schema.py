"""The Whoosh schema. Whoosh keeps it in the index by the name of its classes, so it stands in
a module that is quick to load.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from whoosh import fields, formats

from indexer.analysis import LANGS

KINDS = ("s", "h", "n")  # surface, stem in headings, written with ñ


class Counted(fields.FieldType):  # type: ignore[misc]
    """A Whoosh field for words that are cut and counted already: {word: how often}.

    Lengths are kept in an array of ours, so Whoosh keeps none.
    """

    def __init__(self) -> None:
        self.format = formats.Existence()

    def index(
        self, value: Mapping[str, int], **_: object
    ) -> Iterator[tuple[bytes, int, float, bytes]]:
        for word, often in value.items():
            yield word.encode("utf-8"), often, float(often), b""


def schema() -> fields.Schema:
    """The Whoosh schema."""
    return fields.Schema(**{f"{kind}_{lang}": Counted() for lang in LANGS for kind in KINDS})
