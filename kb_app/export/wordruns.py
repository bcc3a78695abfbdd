"""Paragraphs and runs of WordprocessingML as text (ECMA-376 part 1, 17.3)."""

from __future__ import annotations

from xml.sax.saxutils import escape, quoteattr

from kb_app.export.byhand import LINE_CENTIMETRES
from kb_app.export.signs import printable
from kb_app.export.wordbase import BULLET_LIST, TEXT_WIDTH_TWIPS, twips
from kb_app.look import LIGHT

NUMBER_TAB = '<w:r><w:rPr><w:rStyle w:val="BateaNumber"/></w:rPr><w:t>{}</w:t><w:tab/></w:r>'
NUMBER = (
    '<w:r><w:rPr><w:rStyle w:val="BateaNumber"/></w:rPr><w:t xml:space="preserve">{}</w:t></w:r>'
)
TIGHT = '<w:spacing w:before="40" w:after="40" w:line="264" w:lineRule="auto"/>'
# An empty paragraph as a line to write on.
RULED = (
    '<w:pBdr><w:bottom w:val="single" w:sz="4" w:space="0" w:color="7F7F7F"/><w:between '
    'w:val="single" w:sz="4" w:space="0" w:color="7F7F7F"/></w:pBdr><w:spacing w:before="0" '
    f'w:after="0" w:line="{twips(LINE_CENTIMETRES)}" w:lineRule="exact"/>'
)
# The logo at the left, who and when at the right, a line below.
LETTERHEAD = (
    '<w:pBdr><w:bottom w:val="single" w:sz="16" w:space="6" '
    f'w:color="{LIGHT.gold.lstrip("#")}"/></w:pBdr>'
    f'<w:tabs><w:tab w:val="right" w:pos="{TEXT_WIDTH_TWIPS}"/></w:tabs>'
    '<w:spacing w:before="0" w:after="200"/>'
)
AFTER_TABLE = '<w:spacing w:before="0" w:after="120" w:line="120" w:lineRule="exact"/>'


def paragraph(style: str, runs: str, extra: str = "") -> str:
    """A paragraph; `extra` is the rest of w:pPr, in schema order."""
    named = f'<w:pStyle w:val="{style}"/>' if style and style != "Normal" else ""
    inside = named + extra
    return f"<w:p>{f'<w:pPr>{inside}</w:pPr>' if inside else ''}{runs}</w:p>"


def in_list(level: int, number: int = BULLET_LIST) -> str:
    """The place of a paragraph in a list."""
    return f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{number}"/></w:numPr>'


def with_look(look: str, letter: str) -> str:
    """Bold or italic added to a look, in the order of the schema (b before i before the rest)."""
    added = f"<w:{letter}/><w:{letter}Cs/>"
    if added in look:
        return look
    bold = "<w:b/><w:bCs/>"
    if letter == "i" and look.startswith(bold):
        return bold + added + look[len(bold) :]
    return added + look


def run(text: str, look: str = "", style: str = "") -> str:
    """A run of words; `look` is the inside of w:rPr, `style` a character style."""
    if not text:
        return ""
    inside = (f"<w:rStyle w:val={quoteattr(style)}/>" if style else "") + look
    shown = escape(printable(text)).replace("\n", '</w:t><w:br/><w:t xml:space="preserve">')
    look_xml = f"<w:rPr>{inside}</w:rPr>" if inside else ""
    return f'<w:r>{look_xml}<w:t xml:space="preserve">{shown}</w:t></w:r>'
