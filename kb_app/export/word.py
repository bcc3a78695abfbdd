"""Word: styles that an official can restyle, native footnotes, notes as native comments.

Here: the order of a document, from its cover to its sources. `wordflow` writes the texts,
`wordparts` what hangs on them.
"""

from __future__ import annotations

from kb_app.export.contents import Contents, contents_of
from kb_app.export.errors import ExportFailed
from kb_app.export.material import Material, Piece
from kb_app.export.phrases import (
    accessed,
    citation,
    facts_of,
    long_date,
    phrase,
    title_reference,
)
from kb_app.export.steps import Steps
from kb_app.export.wordflow import Flow
from kb_app.export.wordparts import Heading, Parts
from kb_app.export.wordruns import LETTERHEAD, in_list, paragraph, run
from kb_app.notes.export import purpose_label
from kb_app.notes.model import Note

_PAGE = '<w:p><w:r><w:br w:type="page"/></w:r></w:p>'
_BOLD, _ITALIC = "<w:b/><w:bCs/>", "<w:i/><w:iCs/>"
_SMALL = '<w:sz w:val="18"/><w:szCs w:val="18"/>'
# So much of the list of sources goes to the last page together: Word cannot be measured, and a
# page with one source on it looks like a mistake.
TAIL_ROWS, ROW_SIGNS = 12, 100


def word_steps(material: Material) -> Steps[bytes]:
    """The finished .docx, in steps. Raises ExportFailed."""
    try:
        parts = Parts(material.lang)
        texts: list[str] = []
        for done, piece in enumerate(material.pieces, start=1):
            texts += _text(piece, material, parts)
            yield done, len(material.pieces)
        # The cover may hold the contents, which know the headings of all texts.
        return parts.finished(material, "".join((*_cover(material, parts), *texts)))
    except (ValueError, KeyError) as error:
        raise ExportFailed("Word", str(error)) from error


def _cover(material: Material, parts: Parts) -> list[str]:
    credits, lang = material.credits, material.lang
    lines = [credits.agency, long_date(credits.date, lang)]
    logo = ""
    if credits.logo:
        tall = 1.3 if material.brief else 2.4
        logo = parts.drawing(credits.logo, credits.agency or material.title, tall)
    if material.brief:
        words = run(" · ".join(line for line in lines if line), _SMALL)
        return [paragraph("Subtitle", f"{logo}<w:r><w:tab/></w:r>{words}", LETTERHEAD)]
    contents = contents_of(material)
    on_cover = contents is not None and contents.on_cover
    above = f'<w:spacing w:before="{1200 if on_cover else 2400}" w:after="400"/>'
    out = [paragraph("Normal", logo, above), paragraph("Title", run(material.title))]
    version = "participant" if material.audience == "participant" else "facilitator-version"
    for words in (*lines, phrase(version, lang), phrase("made-with", lang)):
        if words:
            out.append(paragraph("Subtitle", run(words)))
    if contents is None:
        return [*out, _PAGE]
    return [*out, *([] if on_cover else [_PAGE]), *_contents(contents, parts.headings, lang), _PAGE]


def _contents(contents: Contents, headings: list[Heading], lang: str) -> list[str]:
    """A contents field that is filled already: each heading, one click away. Word writes the
    page numbers when it updates the field (F9, or before printing).
    """
    rows = [row for row in headings if contents.first <= row.level <= contents.last]
    levels = f"{contents.first}-{contents.last}"
    begin = (
        '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText xml:space="preserve">'
        f' TOC \\o "{levels}" \\h \\z \\u </w:instrText></w:r>'
        '<w:r><w:fldChar w:fldCharType="separate"/></w:r>'
    )
    above = '<w:spacing w:before="1200" w:after="120"/>' if contents.on_cover else ""
    out = [paragraph("TOCHeading", run(phrase("contents", lang)), above)]
    flush = '<w:ind w:left="0"/>' if contents.on_cover else ""
    for position, row in enumerate(rows):
        link = f'<w:hyperlink w:anchor="{row.mark}" w:history="1">{run(row.words)}</w:hyperlink>'
        end = '<w:r><w:fldChar w:fldCharType="end"/></w:r>' * (position == len(rows) - 1)
        out.append(paragraph(f"TOC{row.level}", begin * (position == 0) + link + end, flush))
    return out


def _text(piece: Piece, material: Material, parts: Parts) -> list[str]:
    """A text with its notes and sources."""
    front, lang = piece.edition.front, piece.edition.lang
    out: list[str] = []
    flow = Flow(piece, material, parts, out)
    later = piece is not material.pieces[0] and not material.brief
    flow.heading(1, flow.words(front.title), front.title, "<w:pageBreakBefore/>" * later)
    cite_as = citation(piece.edition)
    if front.summary:
        # LibreOffice (7.4) mixes footnotes up when a comment comes before the second one:
        # so the text begins with two, how to cite it and whose the comments are.
        first = (
            parts.footnotes.add(f"{phrase('cite-as', lang)}: {cite_as}")
            + run(",\N{NO-BREAK SPACE}", "", "FootnoteReference")
            + parts.footnotes.add(phrase("margin-notes", lang))
            if flow.waiting and cite_as
            else ""
        )
        out.append(paragraph("BateaSummary", flow.words(front.summary) + first))
    for label, value in facts_of(piece.edition):
        runs = flow.words(f"{label}: ", _BOLD) + flow.words(value)
        out.append(paragraph("BateaFacts", runs))
    if front.not_measured:
        runs = flow.words(phrase("unmeasured", lang), _BOLD)
        out.append(paragraph("BateaUnmeasured", runs, "<w:keepNext/>"))
        for row in front.not_measured:
            out.append(paragraph("BateaUnmeasured", flow.words(f"• {row}")))
    for section in piece.document.sections:
        flow.section(section)
    rest = flow.waiting if material.comments else list(piece.notes)
    if rest:
        label = phrase("notes-of-reader", lang)
        flow.heading(2, flow.words(label), label)
        out += [_note(note, flow, lang) for note in rest]
    if cite_as:  # before the sources: after them it may stand on a page of its own
        runs = flow.words(f"{phrase('cite-as', lang)}: {cite_as}")
        out.append(paragraph("Bibliography", runs, '<w:spacing w:before="240"/>'
                             '<w:ind w:left="0" w:firstLine="0"/>'))  # fmt: skip
    if piece.sources and not material.brief:  # footnotes are enough there
        label = phrase("sources", lang)
        flow.heading(2, flow.words(label), label)
        out += _sources(piece, flow, parts)
    return out


def _note(note: Note, flow: Flow, lang: str) -> str:
    runs = flow.words(f"{purpose_label(note.purpose, lang)}: ", _BOLD)
    if note.exact:
        runs += flow.words(f"«{note.exact}» ", _ITALIC)
    return paragraph("ListBullet", runs + flow.words(note.body), in_list(0))


def _sources(piece: Piece, flow: Flow, parts: Parts) -> list[str]:
    """The list of sources; its last rows stay together."""
    lang = piece.edition.lang
    out: list[str] = []
    room = TAIL_ROWS
    for number, source in reversed(list(enumerate(piece.sources, start=1))):
        opened = accessed(source, lang)
        words = f"{title_reference(source)} "
        keep = "<w:keepNext/>" * (0 < room < TAIL_ROWS) + "<w:keepLines/>"
        room -= 1 + len(words + source.url + opened) // ROW_SIGNS
        runs = flow.words(f"{number}.") + "<w:r><w:tab/></w:r>" + flow.words(words)
        if source.url:
            runs += parts.link(source.url, flow.words(source.url, "", "Hyperlink"))
            runs += flow.words(f" {opened}" if opened else "")
        out.append(paragraph("Bibliography", runs, keep))
    return out[::-1]
