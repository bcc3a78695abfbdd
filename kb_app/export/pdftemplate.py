"""The typographic template of our PDF, for typst. Gaps in braces are filled by `pdf`."""

from kb_app.look import LIGHT

TEMPLATE = (
    f"""
#let jade = rgb("{LIGHT.jade}")
#let gold = rgb("{LIGHT.gold}")
#let goldink = rgb("{LIGHT.gold_ink}")
#let muted = rgb("{LIGHT.muted}")
#let rulecolor = rgb("{LIGHT.line}")
#let paper = rgb("{LIGHT.paper}")
#let head = rgb("{LIGHT.raised}")
#let ink = rgb("{LIGHT.ink}")
"""
    + """
#set document(title: "{title}", author: ({authors}), keywords: ("Batea",))
#set text(lang: "{lang}", size: 10.5pt, fill: ink, hyphenate: auto,
  font: ("Atkinson Hyperlegible", "Libertinus Serif"))
#set par(justify: false, leading: 0.68em, spacing: 1.05em)
#set page(paper: "us-letter", margin: (left: 3cm, right: 2.4cm, top: 2.6cm, bottom: 2.3cm),
  header: context if counter(page).get().first() > {heads} {
    set text(size: 8.5pt, fill: muted, hyphenate: false)
    grid(columns: (1fr, auto), column-gutter: 1em, [{running}], [{agency}])
    v(-0.6em)
    line(length: 100%, stroke: 0.5pt + rulecolor)
  },
  footer: context if counter(page).get().first() > {plain} {
    set text(size: 8.5pt, fill: muted)
    align(right, counter(page).display("1"))
  })
#set heading(numbering: none)
#show heading.where(level: 1): it => [#{parting}
  #block(above: {above}, below: 1.1em, sticky: true,
    text(size: {headsize}, weight: "bold", hyphenate: false, it.body))]
#show heading.where(level: 2): it => block(sticky: true, above: 1.9em, below: 0.95em,
  text(size: 13.5pt, weight: "bold", fill: jade, hyphenate: false, it.body))
#show heading.where(level: 3): it => block(sticky: true, above: 1.5em, below: 0.8em,
  text(size: 11.5pt, weight: "bold", hyphenate: false, it.body))
#set super(typographic: false)
#show link: it => text(fill: jade, it)
#show footnote.entry: it => text(size: 8.5pt, it)
#set footnote.entry(gap: 0.5em, separator: line(length: 4cm, stroke: 0.5pt + rulecolor))
#set list(indent: 0.2em, body-indent: 0.6em, spacing: 0.75em)
#set enum(indent: 0.2em, body-indent: 0.6em, spacing: 0.75em)
#set table(stroke: (x: none, y: 0.5pt + rulecolor), inset: (x: 6pt, y: 5pt),
  fill: (_, y) => if y == 0 { head })
#show table.cell.where(y: 0): strong
#show outline.entry.where(level: 1): set block(above: 1.1em)
#show outline.entry.where(level: 1): set text(weight: "bold")
// In the line, so that it goes to the next page with its paragraph.
#let pn(n) = box(width: 0pt, height: 0pt, place(top + left, dx: -1.15cm, dy: -0.72em,
  text(size: 7.5pt, fill: muted, str(n))))
#let pni(n) = context place(left, dx: 1.85cm - here().position().x,
  text(size: 7.5pt, fill: muted, str(n)))
#let ending(n) = context [#metadata((n, here().page(), here().position().y / 27.94cm)) <ending>]
// Large enough for a pen, without moving the lines apart.
#let tick(mark) = box(width: 1.5em, height: 0.65em,
  place(left + horizon, dy: -0.14em, text(size: 1.45em, mark)))
#let room = box(width: 0pt, height: 0.65cm)
#let ruled(more) = block(above: 0pt, below: 0pt, height: 0.72cm, width: 100%, sticky: more,
  breakable: false,
  align(bottom, line(length: 100%, stroke: 0.6pt + muted)))
#let comma = super[, ]
#let boxed(title, color, body) = block(width: 100%, breakable: true, inset: (x: 10pt, y: 8pt),
  above: 1.2em, below: 1.2em, stroke: (left: 2.5pt + color), fill: paper)[
  #text(size: 9.5pt, weight: "bold", fill: color, title) #parbreak() #body]
#let shown(name, wide, alt) = block(above: 1.2em, below: 1.2em, width: 100%,
  image(name, width: wide, alt: alt))
"""
)
# What must be one page is set small: these rules follow those above.
TIGHT = """
#set text(size: 9pt)
#set par(leading: 0.5em, spacing: 0.7em)
#set page(margin: (x: 1.8cm, top: 1.4cm, bottom: 1.6cm))
#set list(spacing: 0.5em)
#set table(inset: (x: 4pt, y: 2.6pt))
#show heading.where(level: 2): it => block(sticky: true, above: 1.1em, below: 0.6em,
  text(size: 11pt, weight: "bold", fill: jade, hyphenate: false, it.body))
#let shown(name, wide, alt) = block(above: 0.5em, below: 0.5em, image(name, width: wide, alt: alt))
"""
COVER = """
#v({above})
{logo}
#text(size: 27pt, weight: "bold", hyphenate: false)[{title}]
#v(0.5cm)
#line(length: 4cm, stroke: 3pt + gold)
#v(0.5cm)
{lines}
#v(1fr)
{contents}
#text(size: 9pt, fill: muted)[{made}]
#pagebreak()
"""
COVER_CONTENTS = """
#block(width: 100%)[
#text(size: 11.5pt, weight: "bold", fill: jade)[{title}]
#set text(size: 9.5pt)
#show outline.entry: set block(above: 0.75em)
#outline(title: none, indent: 0pt, target: selector(heading.where(level: {last})))]
#v(1.2cm)
"""
CONTENTS = """
#outline(title: [{title}], indent: auto,
  target: selector.or(..range({first}, {last} + 1).map(n => heading.where(level: n))))
#pagebreak(weak: true)
"""
LETTERHEAD = """
#grid(columns: (auto, 1fr), column-gutter: 1em, align: horizon, [{logo}],
  align(right, text(size: 9pt, fill: muted)[{lines}]))
#v(0.2em)
#line(length: 100%, stroke: 2pt + gold)
#v(0.4em)
"""
# Where the text ends: its page, and how far down on it. Only to measure: below a full page
# it would begin an empty one.
END = """
#context [#metadata((here().page(), here().position().y / 27.94cm)) <batea-end>]
"""

# The title slide, only to be looked at before saving.
SLIDE = """
#set page(width: 960pt, height: 540pt, margin: (left: 54pt, right: 54pt, top: 40pt, bottom: 30pt),
  header: none, footer: none, fill: paper, background: place(left, rect(width: 14pt, height: 100%,
  fill: jade)))
#set text(size: 22pt, hyphenate: false)
#set par(leading: 0.5em)
#block(height: 208pt, align(bottom, text(size: 38pt, weight: "bold")[{title}]))
#v(14pt, weak: true)
#rect(width: 110pt, height: 4pt, fill: gold)
#v(22pt, weak: true)
#set text(fill: muted)
{lines}
"""
