"""The empty presentation that ours begin as: 16:9, our colours as its theme, one master and
three layouts, so that an official restyles a whole deck by choosing another theme.

PresentationML: ECMA-376 part 1, 19. The letters are Arial, which every computer has: a deck is
shown on other people's machines, where a missing font would undo what was measured. Built from
python-pptx's own template once and kept.
"""

from __future__ import annotations

import importlib
import io
import re
from functools import lru_cache

from kb_app.look import LIGHT

A = "http://schemas.openxmlformats.org/drawingml/2006/main"
P = "http://schemas.openxmlformats.org/presentationml/2006/main"
R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
NAMESPACES = f'xmlns:a="{A}" xmlns:r="{R}" xmlns:p="{P}"'
GROUP = '<p:nvGrpSpPr><p:cNvPr id="1" name=""/><p:cNvGrpSpPr/><p:nvPr/></p:nvGrpSpPr><p:grpSpPr/>'
EMU_PER_POINT = 12_700
WIDTH, HEIGHT = 960.0, 540.0  # points: 13.333 by 7.5 inches
LEFT, TEXT_WIDTH = 54.0, 852.0
BODY_TOP, BODY_HEIGHT = 142.0, 346.0
TITLE_HEIGHT = 76.0
FONT = "Arial"
TITLE_LAYOUT, TEXT_LAYOUT, OPEN_LAYOUT = "Batea title", "Batea text", "Batea open"
KICKER_INDEX, FOOT_INDEX, NUMBER_INDEX, BODY_INDEX = 13, 11, 12, 1
# Names of the theme's colours: text and ground, then what marks and charts take.
INK, PAPER, JADE, GOLD, MUTED, LINE, HEAD = (
    "tx1", "bg1", "accent1", "accent2", "tx2", "accent6", "bg2",
)  # fmt: skip


def emu(points: float) -> int:
    """Points as English Metric Units."""
    return round(points * EMU_PER_POINT)


def place(left: float, top: float, width: float, height: float, tag: str = "a:xfrm") -> str:
    """Where a shape stands, in points from the left upper corner."""
    return (
        f'<{tag}><a:off x="{emu(left)}" y="{emu(top)}"/>'
        f'<a:ext cx="{emu(width)}" cy="{emu(height)}"/></{tag}>'
    )


def fill(color: str) -> str:
    """A plain fill in a colour of the theme."""
    return f'<a:solidFill><a:schemeClr val="{color}"/></a:solidFill>'


@lru_cache(maxsize=1)
def base() -> bytes:
    """The empty presentation."""
    show = importlib.import_module("pptx").Presentation()
    parse = importlib.import_module("pptx.oxml").parse_xml
    show.slide_width, show.slide_height = emu(WIDTH), emu(HEIGHT)
    kept = list(show.slide_layouts)[:3]
    for layout in list(show.slide_layouts)[3:]:
        show.slide_layouts.remove(layout)
    master = show.slide_master.part
    layout_ids = re.search(
        r"<p:sldLayoutIdLst.*?</p:sldLayoutIdLst>", master.blob.decode("utf-8"), re.S
    )
    assert layout_ids is not None
    master._element = parse(_master(layout_ids.group()))
    made = (_title_layout(), _text_layout(), _open_layout())
    for layout, xml in zip(kept, made, strict=True):
        layout.part._element = parse(xml)
    theme = next(r.target_part for r in master.rels.values() if r.reltype.endswith("/theme"))
    theme._blob = _theme(theme.blob.decode("utf-8")).encode("utf-8")
    root = show.part._element
    root.find(f"{{{P}}}sldSz").attrib.pop("type", None)
    for key, relation in list(show.part.rels.items()):
        if relation.reltype.endswith("/printerSettings"):
            show.part._rels.pop(key)
    package = show.part.package
    for key, relation in list(package._rels.items()):
        if relation.reltype.endswith("/thumbnail"):
            package._rels.pop(key)
    notes = show.part.relate_to(show.notes_master.part, f"{R}/notesMaster")
    masters = root.find(f"{{{P}}}sldMasterIdLst")
    masters.addnext(
        parse(
            f'<p:notesMasterIdLst {NAMESPACES}><p:notesMasterId r:id="{notes}"/>'
            "</p:notesMasterIdLst>"
        )
    )
    out = io.BytesIO()
    show.save(out)
    return out.getvalue()


def _theme(xml: str) -> str:
    colors = {
        "dk1": LIGHT.ink, "lt1": LIGHT.paper, "dk2": LIGHT.muted, "lt2": LIGHT.raised,
        "accent1": LIGHT.jade, "accent2": LIGHT.gold, "accent3": LIGHT.blue,
        "accent4": LIGHT.violet, "accent5": LIGHT.red, "accent6": LIGHT.line,
        "hlink": LIGHT.jade, "folHlink": LIGHT.violet,
    }  # fmt: skip
    rows = "".join(
        f'<a:{name}><a:srgbClr val="{value.lstrip("#")}"/></a:{name}>'
        for name, value in colors.items()
    )
    letters = f'<a:latin typeface="{FONT}"/><a:ea typeface=""/><a:cs typeface=""/>'
    xml = re.sub(
        r"<a:clrScheme.*?</a:clrScheme>",
        f'<a:clrScheme name="Batea">{rows}</a:clrScheme>', xml, flags=re.S,
    )  # fmt: skip
    return re.sub(
        r"<a:fontScheme.*?</a:fontScheme>",
        f'<a:fontScheme name="Batea"><a:majorFont>{letters}</a:majorFont>'
        f"<a:minorFont>{letters}</a:minorFont></a:fontScheme>", xml, flags=re.S,
    )  # fmt: skip


def _holder(
    number: int, name: str, kind: str, where: str, points: float, color: str, more: str = "",
    anchor: str = "t",
) -> str:  # fmt: skip
    """A placeholder of the master or of a layout. `kind` is the inside of p:ph."""
    bold = ' b="1"' if "title" in kind else ""
    field = (
        '<a:p><a:fld id="{B6F15528-21DE-4FAA-801E-634DDDAF4B2B}" type="slidenum">'
        "<a:rPr/><a:t>‹#›</a:t></a:fld></a:p>"
        if 'type="sldNum"' in kind
        else "<a:p><a:endParaRPr/></a:p>"
    )
    return (
        f'<p:sp><p:nvSpPr><p:cNvPr id="{number}" name="{name}"/><p:cNvSpPr><a:spLocks noGrp="1"/>'
        f"</p:cNvSpPr><p:nvPr><p:ph {kind}/></p:nvPr></p:nvSpPr><p:spPr>{where}"
        '<a:prstGeom prst="rect"><a:avLst/></a:prstGeom></p:spPr><p:txBody>'
        f'<a:bodyPr lIns="0" tIns="0" rIns="0" bIns="0" anchor="{anchor}"><a:normAutofit/>'
        f'</a:bodyPr><a:lstStyle><a:lvl1pPr marL="0" indent="0"{more}><a:buNone/><a:defRPr '
        f'sz="{round(points * 100)}"{bold}>'
        f"{fill(color)}</a:defRPr></a:lvl1pPr></a:lstStyle>{field}</p:txBody></p:sp>"
    )


def _title(top: float, height: float, points: float, anchor: str = "t") -> str:
    where = place(LEFT, top, TEXT_WIDTH, height)
    return _holder(2, "Title", 'type="title"', where, points, INK, anchor=anchor)


def _body(top: float, height: float, points: float, color: str = INK) -> str:
    where = place(LEFT, top, TEXT_WIDTH, height)
    return _holder(3, "Text", f'type="body" idx="{BODY_INDEX}"', where, points, color)


def _line_of_foot(layout: bool = True) -> str:
    """Who shows it and the number of the slide; ids differ between master and layout."""
    foot, number = (FOOT_INDEX, NUMBER_INDEX) if layout else (3, 4)
    return _holder(
        5, "Foot", f'type="ftr" sz="quarter" idx="{foot}"',
        place(LEFT, 507, 720, 18), 11, MUTED, anchor="ctr",
    ) + _holder(
        6, "Number", f'type="sldNum" sz="quarter" idx="{number}"',
        place(LEFT + 752, 507, 100, 18), 11, MUTED, ' algn="r"', "ctr",
    )  # fmt: skip


def _foot() -> str:
    where = place(LEFT, 30, TEXT_WIDTH, 24)
    kind = f'type="body" sz="quarter" idx="{KICKER_INDEX}"'
    return _holder(4, "Kicker", kind, where, 14, JADE) + _line_of_foot()


def bar(number: int, left: float, top: float, width: float, height: float, color: str) -> str:
    """A plain bar of colour, which says nothing to a screen reader."""
    return (
        f'<p:sp><p:nvSpPr><p:cNvPr id="{number}" name="Line"><a:extLst><a:ext '
        'uri="{C183D7F6-B498-43B3-948B-1728B52AA6E4}"><adec:decorative '
        'xmlns:adec="http://schemas.microsoft.com/office/drawing/2017/decorative" val="1"/>'
        "</a:ext></a:extLst></p:cNvPr><p:cNvSpPr/><p:nvPr userDrawn=\"1\"/></p:nvSpPr><p:spPr>"
        f'{place(left, top, width, height)}<a:prstGeom prst="rect"><a:avLst/></a:prstGeom>'
        f"{fill(color)}<a:ln><a:noFill/></a:ln></p:spPr></p:sp>"
    )  # fmt: skip


def _master(layout_ids: str) -> str:
    levels = "".join(
        f'<a:lvl{n}pPr marL="{emu(24 * (n - 1))}" indent="0"><a:spcBef><a:spcPts val="0"/>'
        f'</a:spcBef><a:buNone/><a:defRPr sz="2200">{fill(INK)}<a:latin typeface="+mn-lt"/>'
        f"</a:defRPr></a:lvl{n}pPr>"
        for n in range(1, 6)
    )
    title = (
        f'<a:lvl1pPr algn="l"><a:lnSpc><a:spcPct val="95000"/></a:lnSpc><a:buNone/><a:defRPr '
        f'sz="3000" b="1">{fill(INK)}<a:latin typeface="+mj-lt"/></a:defRPr></a:lvl1pPr>'
    )
    return (
        f"<p:sldMaster {NAMESPACES}><p:cSld><p:bg><p:bgPr>{fill(PAPER)}<a:effectLst/></p:bgPr>"
        f"</p:bg><p:spTree>{GROUP}{_title(56, TITLE_HEIGHT, 30)}"
        f"{_body(BODY_TOP, BODY_HEIGHT, 22)}"
        f"{_line_of_foot(False)}"
        '</p:spTree></p:cSld><p:clrMap bg1="lt1" tx1="dk1" bg2="lt2" tx2="dk2" '
        'accent1="accent1" accent2="accent2" accent3="accent3" accent4="accent4" '
        'accent5="accent5" accent6="accent6" hlink="hlink" folHlink="folHlink"/>'
        f"{layout_ids}<p:txStyles><p:titleStyle>{title}</p:titleStyle><p:bodyStyle>{levels}"
        f"</p:bodyStyle><p:otherStyle>{levels}</p:otherStyle></p:txStyles></p:sldMaster>"
    )


def _layout(name: str, shapes: str) -> str:
    return (
        f'<p:sldLayout {NAMESPACES} preserve="1" userDrawn="1"><p:cSld name="{name}"><p:spTree>'
        f"{GROUP}{shapes}</p:spTree></p:cSld><p:clrMapOvr><a:masterClrMapping/></p:clrMapOvr>"
        "</p:sldLayout>"
    )


def _title_layout() -> str:
    """The cover, and the slide with which each text begins."""
    return _layout(
        TITLE_LAYOUT,
        bar(8, 0, 0, 14, HEIGHT, JADE) + _title(120, 128, 38, "b") + bar(9, LEFT, 262, 110, 4, GOLD)
        + _body(286, 190, 22, MUTED) + _foot(),
    )  # fmt: skip


def _text_layout() -> str:
    return _layout(
        TEXT_LAYOUT,
        _title(56, TITLE_HEIGHT, 30) + _body(BODY_TOP, BODY_HEIGHT, 22)
        + bar(9, LEFT, 501, TEXT_WIDTH, 0.75, LINE) + _foot(),
    )  # fmt: skip


def _open_layout() -> str:
    """A title with room for a table, a chart or a picture."""
    return _layout(
        OPEN_LAYOUT,
        _title(56, TITLE_HEIGHT, 30) + bar(9, LEFT, 501, TEXT_WIDTH, 0.75, LINE) + _foot(),
    )
