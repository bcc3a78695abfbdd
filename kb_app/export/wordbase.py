"""The empty Word document that ours begin as: our styles under the names that Word gives them,
so that an official restyles them as usual; our lists; our letters carried inside.

WordprocessingML: ECMA-376 part 1 (styles 17.7, numbering 17.9, embedded fonts 17.8). Built from
python-docx's own template once and kept, because its 350 kB of styles are slow to read.
"""

from __future__ import annotations

import importlib
import io
import uuid
from functools import lru_cache
from typing import Any

from kb_app.export.pdf import FONTS
from kb_app.look import FONT, LIGHT

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
LANGUAGES = {"es": "es-HN", "en": "en-GB"}
TEXT_WIDTH_TWIPS = 9185  # 16.2 cm: letter paper less the margins
BULLET_LIST, FIRST_ORDERED_LIST = 1, 10
_FONT_FILES = (
    ("Regular", "AtkinsonHyperlegible-Regular.ttf"),
    ("Bold", "AtkinsonHyperlegible-Bold.ttf"),
    ("Italic", "AtkinsonHyperlegible-Regular_Italic.ttf"),
    ("BoldItalic", "AtkinsonHyperlegible-Bold_Italic.ttf"),
)
_INK, _JADE, _GOLD, _GOLD_INK, _MUTED, _LINE, _HEAD, _PAPER = (
    value.lstrip("#")
    for value in (LIGHT.ink, LIGHT.jade, LIGHT.gold, LIGHT.gold_ink, LIGHT.muted, LIGHT.line,
                  LIGHT.raised, LIGHT.paper)
)  # fmt: skip


@lru_cache(maxsize=2)
def twips(centimetres: float) -> int:
    """A length in twentieths of a point, as WordprocessingML counts."""
    return round(centimetres * 1440 / 2.54)


def base(lang: str) -> bytes:
    """The empty document in a language."""
    document = importlib.import_module("docx").Document()
    parse = importlib.import_module("docx.oxml").parse_xml
    part = document.part
    for key, relation in list(part.rels.items()):
        if relation.reltype.endswith(("/stylesWithEffects", "/customXml")):
            del part.rels[key]
    package = part.package
    for key, relation in list(package.rels.items()):
        if relation.reltype.endswith("/thumbnail"):
            del package.rels[key]
    part._styles_part._element = parse(_styles(lang))
    part.numbering_part._element = parse(_numbering())
    settings = document.settings.element
    for position, tag in enumerate(("embedTrueTypeFonts", "saveSubsetFonts"), start=1):
        settings.insert(position, parse(f'<w:{tag} xmlns:w="{W}"/>'))
    zoom = settings.find(f"{{{W}}}zoom")
    if zoom is not None:
        zoom.set(f"{{{W}}}percent", "100")
    theme = settings.find(f"{{{W}}}themeFontLang")
    if theme is not None:
        theme.set(f"{{{W}}}val", LANGUAGES[lang])
    _embed_fonts(part)
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


def _embed_fonts(part: Any) -> None:
    """Our font in the document, obfuscated as ECMA-376 part 1, 17.8.1 wants it: the first 32
    bytes crossed with the key, read backwards.
    """
    opc = importlib.import_module("docx.opc.part")
    uri = importlib.import_module("docx.opc.packuri").PackURI
    table = next(r._target for r in part.rels.values() if r.reltype.endswith("/fontTable"))
    rows = []
    for number, (face, file) in enumerate(_FONT_FILES, start=1):
        key = uuid.uuid5(uuid.NAMESPACE_URL, f"batea:{file}")
        backwards = key.bytes[::-1]
        data = bytearray((FONTS / file).read_bytes())
        for i in range(32):
            data[i] ^= backwards[i % 16]
        held = opc.Part(
            uri(f"/word/fonts/font{number}.odttf"),
            "application/vnd.openxmlformats-officedocument.obfuscatedFont",
            bytes(data),
            part.package,
        )
        relation = table.relate_to(held, f"{R}/font")
        rows.append(f'<w:embed{face} r:id="{relation}" w:fontKey="{{{str(key).upper()}}}"/>')
    table._blob = (
        '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
        f'<w:fonts xmlns:w="{W}" xmlns:r="{R}"><w:font w:name="{FONT}">'
        '<w:panose1 w:val="020B0604020202020204"/><w:charset w:val="00"/>'
        f'<w:family w:val="swiss"/><w:pitch w:val="variable"/>{"".join(rows)}</w:font></w:fonts>'
    ).encode()


def _style(
    kind: str, style_id: str, name: str, *, based: str = "Normal", following: str = "",
    paragraph: str = "", run: str = "", default: bool = False, quick: bool = True,
) -> str:  # fmt: skip
    """One style. `paragraph` and `run` are the insides of w:pPr and w:rPr, in schema order."""
    parts = [f'<w:style w:type="{kind}"{" w:default=" + chr(34) + "1" + chr(34) if default else ""}'
             f'{"" if _is_built_in(name) else " w:customStyle=" + chr(34) + "1" + chr(34)}'
             f' w:styleId="{style_id}"><w:name w:val="{name}"/>']  # fmt: skip
    if not default and based:
        parts.append(f'<w:basedOn w:val="{based}"/>')
    if following:
        parts.append(f'<w:next w:val="{following}"/>')
    parts.append('<w:uiPriority w:val="1"/>' + ("<w:qFormat/>" if quick else ""))
    if paragraph:
        parts.append(f"<w:pPr>{paragraph}</w:pPr>")
    if run:
        parts.append(f"<w:rPr>{run}</w:rPr>")
    return "".join(parts) + "</w:style>"


def _is_built_in(name: str) -> bool:
    return not name.startswith("Batea")


def _size(points: float) -> str:
    return f'<w:sz w:val="{int(points * 2)}"/><w:szCs w:val="{int(points * 2)}"/>'


def _color(value: str) -> str:
    return f'<w:color w:val="{value}"/>'


def _space(before: float, after: float, line: float = 1.25) -> str:
    return (
        f'<w:spacing w:before="{int(before * 20)}" w:after="{int(after * 20)}" '
        f'w:line="{int(line * 240)}" w:lineRule="auto"/>'
    )


def _side(color: str) -> str:
    return (
        f'<w:pBdr><w:left w:val="single" w:sz="18" w:space="8" w:color="{color}"/></w:pBdr>'
        f'<w:shd w:val="clear" w:color="auto" w:fill="{_PAPER}"/>'
    )


def _heading(level: int, points: float, before: float, after: float, color: str = _INK) -> str:
    return _style(
        "paragraph", f"Heading{level}", f"heading {level}", following="Normal",
        paragraph="<w:keepNext/><w:keepLines/><w:suppressAutoHyphens/>"
        f'{_space(before, after, 1.1)}<w:outlineLvl w:val="{level - 1}"/>',
        run=f"<w:b/><w:bCs/>{_color(color)}{_size(points)}",
    )  # fmt: skip


def _styles(lang: str) -> str:
    fonts = f'<w:rFonts w:ascii="{FONT}" w:hAnsi="{FONT}" w:eastAsia="{FONT}" w:cs="Arial"/>'
    boxed = '<w:ind w:left="284"/>'
    tab = f'<w:tabs><w:tab w:val="right" w:pos="{TEXT_WIDTH_TWIPS}"/></w:tabs>'
    rows = [
        _style("paragraph", "Normal", "Normal", default=True),
        _style("character", "DefaultParagraphFont", "Default Paragraph Font", default=True,
               quick=False),
        '<w:style w:type="table" w:default="1" w:styleId="TableNormal"><w:name '
        'w:val="Normal Table"/><w:uiPriority w:val="99"/><w:tblPr><w:tblInd w:w="0" '
        'w:type="dxa"/><w:tblCellMar><w:left w:w="100" w:type="dxa"/><w:right w:w="100" '
        'w:type="dxa"/></w:tblCellMar></w:tblPr></w:style>',
        '<w:style w:type="numbering" w:default="1" w:styleId="NoList"><w:name w:val="No List"/>'
        "</w:style>",
        _style("paragraph", "Title", "Title", following="Normal",
               paragraph='<w:pBdr><w:bottom w:val="single" w:sz="24" w:space="14" '
               f'w:color="{_GOLD}"/></w:pBdr><w:suppressAutoHyphens/>{_space(0, 16, 1.1)}',
               run=f"<w:b/><w:bCs/>{_size(27)}"),
        _style("paragraph", "Subtitle", "Subtitle", following="Normal",
               paragraph=_space(0, 4), run=_color(_MUTED) + _size(12)),
        _heading(1, 20, 0, 10), _heading(2, 13.5, 16, 6, _JADE), _heading(3, 11.5, 12, 4),
        _heading(4, 11, 10, 4),
        _style("paragraph", "ListBullet", "List Bullet", paragraph=_space(0, 5),),
        _style("paragraph", "ListNumber", "List Number", paragraph=_space(0, 5)),
        _style("paragraph", "Quote", "Quote", paragraph='<w:ind w:left="567" w:right="567"/>',
               run="<w:i/><w:iCs/>"),
        _style("paragraph", "BateaParagraph", "Batea Paragraph",
               paragraph='<w:tabs><w:tab w:val="left" w:pos="0"/></w:tabs>'
               '<w:ind w:left="0" w:hanging="567"/>'),
        _style("character", "BateaNumber", "Batea Number", based="DefaultParagraphFont",
               run=_color(_MUTED) + _size(7.5)),
        _style("paragraph", "BateaSummary", "Batea Summary", paragraph=_space(0, 10),
               run=_color(_MUTED) + _size(12)),
        _style("paragraph", "BateaFacts", "Batea Facts", paragraph=_space(0, 2),
               run=_size(9.5)),
        *(
            _style("paragraph", f"Batea{name}", f"Batea {name}",
                   paragraph=f"{_side(color)}{_space(0, 6)}{boxed}")
            for name, color in (("Analysis", _JADE), ("Facilitator", _GOLD),
                                ("Unmeasured", _GOLD))
        ),
        _style("paragraph", "Code", "HTML Preformatted", paragraph=_space(0, 6, 1.0),
               run='<w:rFonts w:ascii="Courier New" w:hAnsi="Courier New" w:cs="Courier New"/>'
               + _size(9)),
        _style("character", "Hyperlink", "Hyperlink", based="DefaultParagraphFont",
               run=f'{_color(_JADE)}<w:u w:val="single"/>'),
        _style("paragraph", "FootnoteText", "footnote text", paragraph=_space(0, 2, 1.1),
               run=_size(8.5)),
        _style("character", "FootnoteReference", "footnote reference",
               based="DefaultParagraphFont", run='<w:vertAlign w:val="superscript"/>'),
        _style("paragraph", "CommentText", "annotation text", paragraph=_space(0, 4, 1.0),
               run=_size(10), quick=False),
        _style("character", "CommentReference", "annotation reference",
               based="DefaultParagraphFont", run=_size(8), quick=False),
        _style("paragraph", "Bibliography", "Bibliography",
               paragraph=f'{_space(0, 4, 1.15)}<w:ind w:left="454" w:hanging="454"/>',
               run=_size(9)),
        _style("paragraph", "Header", "header", paragraph=tab + _space(0, 0, 1.0),
               run=_color(_MUTED) + _size(8.5), quick=False),
        _style("paragraph", "Footer", "footer", paragraph=tab + _space(0, 0, 1.0),
               run=_color(_MUTED) + _size(8.5), quick=False),
        _style("paragraph", "TOCHeading", "TOC Heading", following="Normal",
               paragraph=f"<w:keepNext/>{_space(0, 10, 1.1)}",
               run=f"<w:b/><w:bCs/>{_color(_JADE)}{_size(16)}"),
        _style("paragraph", "TOC1", "toc 1", paragraph=_toc_tab() + _space(6, 2, 1.15),
               run="<w:b/><w:bCs/>", quick=False),
        _style("paragraph", "TOC2", "toc 2",
               paragraph=_toc_tab() + _space(0, 1, 1.15) + '<w:ind w:left="284"/>', quick=False),
        _table_style(),
    ]  # fmt: skip
    return (
        f'<w:styles xmlns:w="{W}"><w:docDefaults><w:rPrDefault><w:rPr>{fonts}{_color(_INK)}'
        f'{_size(10.5)}<w:lang w:val="{LANGUAGES[lang]}" w:eastAsia="{LANGUAGES[lang]}" '
        'w:bidi="ar-SA"/></w:rPr></w:rPrDefault><w:pPrDefault><w:pPr>'
        f"{_space(0, 7, 1.25)}</w:pPr></w:pPrDefault></w:docDefaults>{''.join(rows)}</w:styles>"
    )


def _toc_tab() -> str:
    return f'<w:tabs><w:tab w:val="right" w:leader="dot" w:pos="{TEXT_WIDTH_TWIPS}"/></w:tabs>'


def _table_style() -> str:
    lines = "".join(
        f'<w:{side} w:val="single" w:sz="4" w:space="0" w:color="{_LINE}"/>'
        for side in ("top", "bottom", "insideH")
    )
    return (
        '<w:style w:type="table" w:customStyle="1" w:styleId="BateaTable"><w:name '
        'w:val="Batea Table"/><w:basedOn w:val="TableNormal"/><w:uiPriority w:val="1"/>'
        f"<w:pPr>{_space(2, 2, 1.1)}</w:pPr><w:rPr>{_size(9.5)}</w:rPr>"
        f"<w:tblPr><w:tblBorders>{lines}</w:tblBorders></w:tblPr>"
        '<w:tblStylePr w:type="firstRow"><w:rPr><w:b/><w:bCs/></w:rPr><w:tcPr><w:shd '
        f'w:val="clear" w:color="auto" w:fill="{_HEAD}"/></w:tcPr></w:tblStylePr></w:style>'
    )


def _numbering() -> str:
    def levels(ordered: bool) -> str:
        rows = []
        for level in range(9):
            left = 397 + 397 * level
            form, text = ("decimal", f"%{level + 1}.") if ordered else ("bullet", "•")
            rows.append(
                f'<w:lvl w:ilvl="{level}"><w:start w:val="1"/><w:numFmt w:val="{form}"/>'
                f'<w:lvlText w:val="{text}"/><w:lvlJc w:val="left"/><w:pPr><w:ind '
                f'w:left="{left}" w:hanging="397"/></w:pPr></w:lvl>'
            )
        return "".join(rows)

    return (
        f'<w:numbering xmlns:w="{W}">'
        f'<w:abstractNum w:abstractNumId="0"><w:multiLevelType w:val="multilevel"/>{levels(False)}'
        f'</w:abstractNum><w:abstractNum w:abstractNumId="1"><w:multiLevelType '
        f'w:val="multilevel"/>{levels(True)}</w:abstractNum><w:num w:numId="{BULLET_LIST}">'
        '<w:abstractNumId w:val="0"/></w:num></w:numbering>'
    )


def ordered_list(number: int, level: int, start: int) -> str:
    """A numbered list of its own that begins at `start`."""
    return (
        f'<w:num xmlns:w="{W}" w:numId="{number}"><w:abstractNumId w:val="1"/>'
        f'<w:lvlOverride w:ilvl="{level}"><w:startOverride w:val="{start}"/></w:lvlOverride>'
        "</w:num>"
    )
