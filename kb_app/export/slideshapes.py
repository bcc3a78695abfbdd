"""The shapes of a slide as PresentationML: text in the places of the layout, native tables and
charts, pictures with their alternative texts.
"""

from __future__ import annotations

import importlib
import io
from typing import Any
from xml.sax.saxutils import escape, quoteattr

from indexer import tree
from kb_app.export.pictures import Picture
from kb_app.export.signs import breakable, printable
from kb_app.export.slidebase import (
    BODY_HEIGHT,
    BODY_TOP,
    GROUP,
    HEAD,
    LEFT,
    LINE,
    NAMESPACES,
    TEXT_WIDTH,
    R,
    emu,
    fill,
    place,
)  # fmt: skip
from kb_app.export.tables import Figures, padded, shares, width_of

_HEADER = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'


def run_of(text: str, lang: str, look: str = "", inside: str = "") -> str:
    """A run of words; `look` are attributes of a:rPr (each after a space), `inside` its inside."""
    shown = escape(printable(text).replace("\n", " "))
    look = f'lang="{lang}"{look} dirty="0"'
    return f"<a:r><a:rPr {look}>{inside}</a:rPr><a:t>{shown}</a:t></a:r>"


def quoted(text: str) -> str:
    """Words as the value of an attribute."""
    return quoteattr(printable(text).replace("\n", " "))


def holder(number: int, name: str, kind: str, paragraphs: str) -> str:
    """A shape that stands where its layout says."""
    return (
        f'<p:sp><p:nvSpPr><p:cNvPr id="{number}" name="{name}"/><p:cNvSpPr><a:spLocks noGrp="1"/>'
        f"</p:cNvSpPr><p:nvPr><p:ph {kind}/></p:nvPr></p:nvSpPr><p:spPr/><p:txBody><a:bodyPr/>"
        f"<a:lstStyle/>{paragraphs or '<a:p/>'}</p:txBody></p:sp>"
    )


def picture_shape(part: Any, picture: Picture, alt: str, is_logo: bool) -> str:
    """A picture as large as its place allows: the body of the slide, or a logo's corner."""
    left, top, wide, tall = (LEFT, 40.0, 300.0, 66.0) if is_logo else (
        LEFT, BODY_TOP, TEXT_WIDTH, BODY_HEIGHT)  # fmt: skip
    scale = min(wide / picture.width, tall / picture.height)
    width, height = picture.width * scale, picture.height * scale
    image = part.package.get_or_add_image_part(io.BytesIO(picture.data))
    relation = part.relate_to(image, f"{R}/image")
    return (
        f'<p:pic><p:nvPicPr><p:cNvPr id="7" name="Picture" '
        f"descr={quoted(alt)}/><p:cNvPicPr>"
        '<a:picLocks noChangeAspect="1"/></p:cNvPicPr><p:nvPr/></p:nvPicPr><p:blipFill>'
        f'<a:blip r:embed="{relation}"/><a:stretch><a:fillRect/></a:stretch></p:blipFill><p:spPr>'
        f'{place(left, top, width, height)}<a:prstGeom prst="rect"><a:avLst/>'
        "</a:prstGeom></p:spPr></p:pic>"
    )


def slide_xml(tag: str, shapes: str) -> bytes:
    """A slide ("sld") or its notes ("notes") around its shapes."""
    xml = (
        f"{_HEADER}<p:{tag} {NAMESPACES}><p:cSld><p:spTree>{GROUP}{shapes}</p:spTree></p:cSld>"
        f"<p:clrMapOvr><a:masterClrMapping/></p:clrMapOvr></p:{tag}>"
    )
    return xml.encode("utf-8")


def table_shape(table: tree.Table, points: int, heights: list[float], title: str, lang: str) -> str:
    """A native table; `heights` of its rows in points, as they were measured."""
    columns = width_of(table)
    widths = [share * TEXT_WIDTH for share in shares(table)]
    grid = "".join(f'<a:gridCol w="{emu(wide)}"/>' for wide in widths)
    made = []
    for n, row in enumerate((table.header, *table.rows)):
        cells = "".join(
            _cell(cell, points, n == 0, (*table.aligns, *("",) * columns)[c],
                       max(6, int(widths[c] / points * 1.5)), lang)
            for c, cell in enumerate(padded(row, columns))
        )  # fmt: skip
        made.append(f'<a:tr h="{emu(heights[n])}">{cells}</a:tr>')
    return (
        '<p:graphicFrame><p:nvGraphicFramePr><p:cNvPr id="5" name="Table" '
        f"descr={quoted(title)}/><p:cNvGraphicFramePr><a:graphicFrameLocks "
        'noGrp="1"/></p:cNvGraphicFramePr><p:nvPr/></p:nvGraphicFramePr>'
        f"{place(LEFT, BODY_TOP, TEXT_WIDTH, sum(heights), 'p:xfrm')}"
        '<a:graphic><a:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/table">'
        f'<a:tbl><a:tblPr firstRow="1"/><a:tblGrid>{grid}</a:tblGrid>{"".join(made)}</a:tbl>'
        "</a:graphicData></a:graphic></p:graphicFrame>"
    )


def _cell(
    cell: tuple[tree.Inline, ...],
    points: int,
    head: bool,
    align: str,
    longest: int,
    lang: str,
) -> str:
    text = breakable(tree.inline_text(cell), longest)
    bold = ' b="1"' if head else ""
    side = {"right": "r", "center": "ctr"}.get(align, "l")
    none = "".join(f'<a:{edge} w="0"><a:noFill/></a:{edge}>' for edge in ("lnL", "lnR", "lnT"))
    return (
        f'<a:tc><a:txBody><a:bodyPr/><a:p><a:pPr algn="{side}"/>'
        f"{run_of(text, lang, f' sz={chr(34)}{points * 100}{chr(34)}{bold}')}</a:p></a:txBody>"
        f'<a:tcPr marL="{emu(7)}" marR="{emu(7)}" marT="{emu(5)}" marB="{emu(5)}">{none}'
        f'<a:lnB w="9525">{fill(LINE)}</a:lnB>{fill(HEAD) if head else "<a:noFill/>"}</a:tcPr>'
        "</a:tc>"
    )


def chart_shape(part: Any, found: Figures, title: str) -> str:
    """A native bar chart, whose figures an official can open and change."""
    data = importlib.import_module("pptx.chart.data").CategoryChartData(
        number_format='0"%"' if found.percent else "General"
    )
    kinds = importlib.import_module("pptx.enum.chart")
    data.categories = [printable(label) for label in found.labels]
    for name, values in found.series:
        data.add_series(printable(name), values)
    parts = importlib.import_module("pptx.parts.chart").ChartPart
    made = parts.new(kinds.XL_CHART_TYPE.BAR_CLUSTERED, data, part.package)
    chart = made.chart
    util = importlib.import_module("pptx.util")
    chart.font.size = util.Pt(16)
    chart.has_title = False
    chart.has_legend = len(found.series) > 1
    if chart.has_legend:
        chart.legend.position = kinds.XL_LEGEND_POSITION.BOTTOM
        chart.legend.include_in_layout = False
    chart.value_axis.visible = chart.value_axis.has_major_gridlines = False
    chart.category_axis.reverse_order = True
    plot = chart.plots[0]
    plot.gap_width, plot.has_data_labels = 60, True
    plot.data_labels.show_value = True
    relation = part.relate_to(made, f"{R}/chart")
    said = "; ".join(
        f"{name}: " + ", ".join(f"{x} {v:g}" for x, v in zip(found.labels, values, strict=True))
        for name, values in found.series
    )
    return (
        f'<p:graphicFrame><p:nvGraphicFramePr><p:cNvPr id="5" name="Chart" '
        f"descr={quoted(f'{title}. {said}')}/>"
        "<p:cNvGraphicFramePr/><p:nvPr/></p:nvGraphicFramePr>"
        f"{place(LEFT, BODY_TOP, TEXT_WIDTH, BODY_HEIGHT, 'p:xfrm')}"
        '<a:graphic><a:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/chart">'
        '<c:chart xmlns:c="http://schemas.openxmlformats.org/drawingml/2006/chart" '
        f'r:id="{relation}"/></a:graphicData></a:graphic></p:graphicFrame>'
    )
