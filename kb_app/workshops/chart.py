"""Before and after, person by person: a picture for screen and report, from the same tokens.

A line for each person who took both tests, from her share of right answers before to that
after; the thick line joins the means. Nobody is named.
"""

from __future__ import annotations

import io
from collections import Counter
from collections.abc import Sequence
from pathlib import Path

from PIL import Image, ImageDraw, ImageFont

from kb_app.look import LIGHT, Tokens
from kb_app.workshops.paper_words import t
from kb_app.workshops.room import Score

FONT = Path(__file__).parents[1] / "resources" / "fonts" / "AtkinsonHyperlegible-Regular.ttf"
WIDTH, HEIGHT = 560, 240
# In print a picture is as wide as its pixels allow: this is 7.5 cm, for a report of one page.
REPORT_RATIO = 0.8
LEFT, RIGHT, TOP, BOTTOM = 150, 150, 26, 44


def results_chart(
    scores: Sequence[Score], lang: str, tokens: Tokens = LIGHT, ratio: float = 2
) -> bytes:
    """A PNG of 560 × 240 at `ratio` 1; people who took only one test are not in it."""
    pairs = [(s.share("before"), s.share("after")) for s in scores if s.before and s.after]
    picture = Image.new("RGB", (round(WIDTH * ratio), round(HEIGHT * ratio)), tokens.surface)
    draw = ImageDraw.Draw(picture)
    font = ImageFont.truetype(str(FONT), round(15 * ratio))
    left, right = LEFT * ratio, (WIDTH - RIGHT) * ratio

    def height(share: float) -> float:
        return (TOP + (1 - share) * (HEIGHT - TOP - BOTTOM)) * ratio

    for share in (0, 0.25, 0.5, 0.75, 1):
        y = height(share)
        draw.line((left, y, right, y), fill=tokens.line, width=max(1, round(ratio)))
        draw.text((left - 12 * ratio, y), f"{share:.0%}", tokens.muted, font, "rm")
    for word, x in (("before", left), ("after", right)):
        draw.text((x, (HEIGHT - 18) * ratio), t(word, lang), tokens.ink, font, "mm")
    for (before, after), people in Counter(pairs).items():
        colour = tokens.jade if after > before else tokens.muted if after == before else tokens.gold
        thick = max(1, round((1 + people) * ratio))
        draw.line((left, height(before), right, height(after)), fill=colour, width=thick)
        for x, share in ((left, before), (right, after)):
            size = (3 + people) * ratio
            y = height(share)
            draw.ellipse((x - size, y - size, x + size, y + size), fill=colour)
    if pairs:
        before = sum(pair[0] for pair in pairs) / len(pairs)
        after = sum(pair[1] for pair in pairs) / len(pairs)
        draw.line(
            (left, height(before), right, height(after)), fill=tokens.ink, width=round(4 * ratio)
        )
        words = f"{after:.0%} (n = {len(pairs)})"
        draw.text((right + 12 * ratio, height(after)), words, tokens.ink, font, "lm")
    out = io.BytesIO()
    picture.save(out, "PNG", optimize=True)
    return out.getvalue()
