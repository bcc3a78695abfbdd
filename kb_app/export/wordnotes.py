"""Footnotes and comments of a Word document.

python-docx has no footnotes (ECMA-376 part 1, 17.11): the part is written here. A source that
is cited again shows the number of its first footnote through a NOTEREF field, like an author
does with "Cross-reference", so that the foot of a page is not a list of repetitions.
"""

from __future__ import annotations

import importlib
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any
from xml.sax.saxutils import escape

from kb_app.export.signs import printable
from kb_app.export.wordbase import W
from kb_app.notes.export import purpose_label
from kb_app.notes.model import Note

_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.footnotes+xml"
_RELATION = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/footnotes"
_STYLED = '<w:r><w:rPr><w:rStyle w:val="FootnoteReference"/></w:rPr>{}</w:r>'


class Footnotes:
    """The footnotes of a document, in order."""

    def __init__(self) -> None:
        self._texts: list[str] = []
        self._numbers: dict[str, int] = {}

    def add(self, text: str) -> str:
        """A new footnote: the run that refers to it."""
        self._texts.append(text)
        number = len(self._texts)
        return (
            f'<w:bookmarkStart w:id="{number}" w:name="_Ref{number:06}"/>'
            + _STYLED.format(f'<w:footnoteReference w:id="{number}"/>')
            + f'<w:bookmarkEnd w:id="{number}"/>'
        )

    def cite(self, key: str, text: str) -> str:
        """The footnote of a source the first time, its number again afterwards."""
        if key not in self._numbers:
            run = self.add(text)
            self._numbers[key] = len(self._texts)
            return run
        number = self._numbers[key]
        field = f" NOTEREF _Ref{number:06} \\f \\h "
        return "".join(
            _STYLED.format(inner)
            for inner in (
                '<w:fldChar w:fldCharType="begin"/>',
                f'<w:instrText xml:space="preserve">{field}</w:instrText>',
                '<w:fldChar w:fldCharType="separate"/>',
                f"<w:t>{number}</w:t>",
                '<w:fldChar w:fldCharType="end"/>',
            )
        )

    def attach(self, part: Any) -> None:
        """Add the part to the document; ids -1 and 0 are the separators that Word expects."""
        if not self._texts:
            return
        rows = [
            f'<w:footnote w:type="{kind}" w:id="{number}"><w:p><w:pPr><w:spacing w:after="0" '
            f'w:line="240" w:lineRule="auto"/></w:pPr><w:r><w:{kind}/></w:r></w:p></w:footnote>'
            for kind, number in (("separator", -1), ("continuationSeparator", 0))
        ]
        for number, text in enumerate(self._texts, start=1):
            rows.append(
                f'<w:footnote w:id="{number}"><w:p><w:pPr><w:pStyle w:val="FootnoteText"/></w:pPr>'
                + _STYLED.format("<w:footnoteRef/>")
                + f'<w:r><w:t xml:space="preserve"> {escape(printable(text))}</w:t></w:r></w:p>'
                "</w:footnote>"
            )
        xml = (
            '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
            f'<w:footnotes xmlns:w="{W}">{"".join(rows)}</w:footnotes>'
        )
        opc = importlib.import_module("docx.opc.part")
        uri = importlib.import_module("docx.opc.packuri").PackURI("/word/footnotes.xml")
        part.relate_to(opc.Part(uri, _TYPE, xml.encode("utf-8"), part.package), _RELATION)


@dataclass
class Marks:
    """Where comments begin and end in the plain text of a paragraph: (offset, xml)."""

    places: list[tuple[int, str]]
    position: int = field(default=0)

    def cut(self, text: str) -> Iterator[tuple[bool, str]]:
        """The next words of the paragraph: (is a mark, mark or words)."""
        start = 0
        while self.places and self.places[0][0] <= self.position + len(text):
            offset, xml = self.places.pop(0)
            here = max(start, offset - self.position)
            if here > start:
                yield False, text[start:here]
            yield True, xml
            start = here
        if start < len(text):
            yield False, text[start:]
        self.position += len(text)

    def pass_by(self, signs: int) -> None:
        """Something stands here that has no words of its own."""
        self.position += signs

    def rest(self) -> str:
        """What was not placed yet."""
        left = "".join(xml for _, xml in self.places)
        self.places.clear()
        return left


def comment_marks(document: Any, notes: list[Note], text: str, lang: str) -> Marks:
    """Add a comment for each note; where each begins and ends in the paragraph's text."""
    places: list[tuple[int, int, str]] = []
    for note in notes:
        body = f"{purpose_label(note.purpose, lang)}. {note.body}".strip()
        if note.tags:
            body += "\n" + " ".join(f"#{tag}" for tag in note.tags)
        author = note.creator or "Batea"
        initials = "".join(word[0] for word in author.split()[:2]).upper()
        comment = document.part._comments_part.comments.add_comment(
            printable(body), printable(author), printable(initials)
        )
        comment._comment_elm.attrib.pop(f"{{{W}}}date", None)  # python-docx puts this moment
        if note.created:
            comment._comment_elm.set(f"{{{W}}}date", note.created[:19] + "Z")
        quote = note.exact.split("\n")[0]
        start = text.index(quote)
        number = comment.comment_id
        places.append((start, 1, f'<w:commentRangeStart w:id="{number}"/>'))
        places.append(
            (start + len(quote), 0, f'<w:commentRangeEnd w:id="{number}"/><w:r><w:rPr><w:rStyle '
             f'w:val="CommentReference"/></w:rPr><w:commentReference w:id="{number}"/></w:r>')
        )  # fmt: skip
    return Marks([(offset, xml) for offset, _, xml in sorted(places)])
