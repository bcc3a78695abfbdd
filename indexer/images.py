"""Which images some texts show, and where their bytes are."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from indexer import tree
from indexer.documents import Edition


def image_names(document: tree.Document) -> set[str]:
    """Names of the images of a document."""
    return {image.name for section in document.sections for image in _images(section.blocks)}


def names_in(edition: Edition) -> set[str]:
    """Names of the images of a text; it is only parsed when it can have any."""
    return image_names(edition.document()) if "![" in edition.body else set()


def images_of(editions: Iterable[Edition], folders: Sequence[Path]) -> dict[str, bytes]:
    """The bytes of the images of some texts, by name; what is not in a folder is left out."""
    found: dict[str, bytes] = {}
    for edition in editions:
        for name in sorted(names_in(edition) - set(found)):
            for folder in folders:
                path = folder / name
                if path.is_file():
                    found[name] = path.read_bytes()
                    break
    return found


def _images(blocks: Sequence[tree.Block]) -> Iterator[tree.Image]:
    for block in blocks:
        match block:
            case tree.Paragraph(children) | tree.Heading(_, children):
                yield from _inline_images(children)
            case tree.ListBlock(items):
                for item in items:
                    yield from _images(item.blocks)
            case tree.Table(header, rows):
                for row in (header, *rows):
                    for cell in row.cells:
                        yield from _inline_images(cell)
            case tree.Quote(inner) | tree.Admonition(_, inner):
                yield from _images(inner)


def _inline_images(inlines: Sequence[tree.Inline]) -> Iterator[tree.Image]:
    for inline in inlines:
        match inline:
            case tree.Image():
                yield inline
            case tree.Strong(children) | tree.Emphasis(children) | tree.Link(_, children):
                yield from _inline_images(children)
