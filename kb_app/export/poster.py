"""The agenda as a poster: a page a day, set as large as it fits, groups beside each other.

To be read from three metres its letters must be large: capitals of 7 mm are half as tall again
as what good eyes need there (5 minutes of arc, ISO 8596). On A3 a day of fifteen rows gets
them. Where nobody prints A3, four sheets of letter paper (2 × 2) make a larger one.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from kb_app.dates import long_date
from kb_app.export.material import Credits
from kb_app.export.pdf import typeset
from kb_app.export.saving import check_place, save
from kb_app.export.steps import Steps
from kb_app.look import KIND_COLOUR, LIGHT
from kb_app.workshops.model import Day, Parallel, Workshop
from kb_app.workshops.paper_words import day_title, language_of, t
from kb_app.workshops.timing import Slot, clock_of, schedule

POSTERS = ("poster", "tiles")
A3 = (420.0, 297.0)
MARGIN = 12.0
# What a printer reaches of letter paper lying down; four of them keep the shape of A3.
TILE = (254.0, 179.5)
# Points: the smallest still has capitals of 4.7 mm on A3.
LARGEST, SMALLEST = 44, 20
CAP_HEIGHT = 0.668  # of Atkinson Hyperlegible, in its size

_HEAD = """
#set document(title: {title}, author: ({author}))
#set text(lang: "{lang}", fill: rgb("{ink}"), hyphenate: false,
  font: ("Atkinson Hyperlegible", "Libertinus Serif"))
#set par(leading: 0.42em, spacing: 0.42em)
// As large as the words around it: typst makes a heading 1.4 em.
#show heading: it => text(size: 1em / 1.4, it.body)
#let muted = rgb("{muted}")
#let line-colour = rgb("{line}")
#let bar(edge, ground, quiet, body) = block(width: 100%, fill: ground, radius: 0.15em,
  stroke: (left: 0.22em + edge), inset: (left: 0.5em, right: 0.4em,
  y: if quiet {{ 0.16em }} else {{ 0.28em }}), body)
#let group(title, task, room) = block(width: 100%, height: auto, fill: white, radius: 0.2em,
  stroke: 0.06em + line-colour, inset: 0.4em)[
  #text(weight: "bold", title)
  #if task != "" [#parbreak() #task]
  #if room != "" [#parbreak() #text(fill: muted, room)]]
#let slot(time, title, edge, ground, quiet, groups) = bar(edge, ground, quiet, {{
  set text(size: if quiet {{ 0.74em }} else {{ 1em }})
  grid(columns: (if quiet {{ 4.2em }} else {{ 3.1em }}, 1fr),
    text(fill: if quiet {{ muted }} else {{ rgb("{ink}") }}, time),
    text(weight: if quiet {{ "regular" }} else {{ "bold" }},
      fill: if quiet {{ muted }} else {{ rgb("{ink}") }}, title))
  if groups.len() > 0 {{
    v(0.3em, weak: true)
    set text(size: 0.62em)
    grid(columns: (1fr,) * groups.len(), column-gutter: 0.4em, ..groups)
  }}
}})
#let whole(title, below, slots) = {{
  block(below: 0.34em, grid(columns: (auto, 1fr), align: (left + bottom, right + bottom),
    column-gutter: 0.6em, text(size: 1.3em, weight: "bold", fill: rgb("{jade}"), title),
    text(size: 0.62em, fill: muted, below)))
  stack(spacing: 0.2em, ..slots)
}}
#let fitted(width, height, title, below, slots) = layout(_ => {{
  let size = {largest}pt
  let set-in(size) = block(width: width, {{ set text(size: size); whole(title, below, slots) }})
  while size > {smallest}pt and measure(set-in(size)).height > height {{ size -= 1pt }}
  [#metadata(size.pt()) <size>]
  set-in(size)
}})
"""
_PAGE = """
#page(width: {width}mm, height: {height}mm, margin: {margin}mm,
  fitted({inner}mm, {tall}mm, heading(level: 1, outlined: true, {title}), {below}, ({slots})))
"""
# The other three sheets say the same again to who listens: they are artifacts (PDF/UA).
_TILES = """
#let day-{number}(title) = fitted({wide}mm, {tall}mm, title, {below}, ({slots}))
#let tile-{number}(across, down, title) = block(width: {tile}mm, height: {high}mm, clip: true,
  stroke: 0.5pt + line-colour,
  place(top + left, dx: -across * {tile}mm, dy: -down * {high}mm,
    block(width: {whole}mm, height: {all}mm, inset: {inset}mm, day-{number}(title))))
#for down in (0, 1) {{ for across in (0, 1) {{
  let sheet = down * 2 + across
  page(width: 279.4mm, height: 215.9mm, margin: (x: 12.7mm, top: 12mm, bottom: 8mm), {{
    let shown = tile-{number}(across, down, {title})
    if sheet == 0 {{ shown }} else {{ pdf.artifact(shown) }}
    v(3mm, weak: true)
    let words = {title} + " · " + {sheets}.at(sheet)
    text(size: 9pt, fill: muted, if sheet == 0 {{ heading(level: 1, words) }} else {{ words }})
  }})
}} }}
"""


def poster_steps(workshop: Workshop, form: str, credits: Credits) -> Steps[bytes]:
    """The poster as PDF, in steps: "poster" for A3 pages, "tiles" for four sheets a day to be
    taped together. Raises ExportFailed.
    """
    source = "\n".join(poster_source(workshop, form == "tiles", credits.agency))
    return typeset(source, language_of(workshop), credits.date)


def save_poster(workshop: Workshop, form: str, credits: Credits, path: Path) -> Steps[int]:
    """Write the poster to a file, in steps, in the place of one that is there; its size.

    Raises FolderUnwritable, NameUnusable, DiskFull, ExportFailed.
    """
    check_place(path, replace=True)
    data = yield from poster_steps(workshop, form, credits)
    save(path, data, replace=True)
    return len(data)


def poster_source(workshop: Workshop, tiled: bool, author: str = "") -> Iterator[str]:
    """The poster for typst. Every word of the person is a string, never markup."""
    lang = language_of(workshop)
    author = f"{_string(author)}," if author else ""
    yield _HEAD.format(
        title=_string(f"{t('agenda', lang)}: {workshop.title}"), author=author, lang=lang,
        ink=LIGHT.ink, muted=LIGHT.muted, line=LIGHT.line, jade=LIGHT.jade, largest=LARGEST,
        smallest=SMALLEST,
    )  # fmt: skip
    for number, day in enumerate(workshop.days, start=1):
        yield from _day(workshop, number, day, tiled, lang)


def _day(workshop: Workshop, number: int, day: Day, tiled: bool, lang: str) -> Iterator[str]:
    slots = "".join(f"{_slot(one, lang)}, " for one in schedule(day).slots
                    if one.block.kind != "logistics")  # fmt: skip
    below = " · ".join(filter(None, (workshop.title, workshop.venue, long_date(day.date, lang))))
    gaps = {"title": _string(day_title(day, number, lang)), "below": _string(below),
            "slots": slots, "number": number}  # fmt: skip
    if not tiled:
        yield _PAGE.format(width=A3[0], height=A3[1], margin=MARGIN, inner=A3[0] - 2 * MARGIN,
                           tall=A3[1] - 2 * MARGIN, **gaps)  # fmt: skip
        return
    sheets = ", ".join(_string(t(f"sheet-{place}", lang)) for place in range(4))
    wide, tall = 2 * TILE[0], 2 * TILE[1]
    yield _TILES.format(tile=TILE[0], high=TILE[1], whole=wide, all=tall, inset=MARGIN,
                        wide=wide - 2 * MARGIN, tall=tall - 2 * MARGIN, sheets=f"({sheets})",
                        **gaps)  # fmt: skip


def _slot(slot: Slot, lang: str) -> str:
    block = slot.block
    edge, ground = KIND_COLOUR[block.kind]
    colours = f'rgb("{getattr(LIGHT, edge)}"), '
    colours += f'rgb("{getattr(LIGHT, ground)}")' if ground else "none"
    quiet = "true" if block.kind == "break" else "false"
    groups = "".join(f"{_group(one)}, " for one in block.parallel)
    words = f"{_string(clock_of(slot.start))}, {_string(block.title)}"
    return f"slot({words}, {colours}, {quiet}, ({groups}))"


def _group(group: Parallel) -> str:
    return f"group({_string(group.title)}, {_string(group.task)}, {_string(group.room)})"


def _string(text: str) -> str:
    words = " ".join(text.split()).replace("\\", "\\\\").replace('"', '\\"')
    return f'"{words}"'
