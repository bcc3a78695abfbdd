"""The tokens of the look, in one place and without Qt: palette, style sheet, exports, charts.

Colours are `#RRGGBB`. Contrast is that of WCAG 2.2 (relative luminance of sRGB); a test
computes it for every pair in `READ_ON`.
"""

from __future__ import annotations

from dataclasses import dataclass

FONT = "Atkinson Hyperlegible"
INTERFACE_PX = 14
READER_PX = 17
READER_LINE = 1.55
READER_CHARACTERS = 72
GRID = 8


@dataclass(frozen=True)
class Tokens:
    """A theme. `…_soft` are grounds for text in `ink` or in the colour itself.

    Notes are marked with the colour of their purpose and a line of its own shape. `gold` is
    for marks; written words take `gold_ink`, which is dark enough to be read.
    """

    name: str
    dark: bool
    paper: str
    surface: str
    raised: str
    ink: str
    muted: str
    line: str
    border: str
    jade: str
    jade_soft: str
    on_jade: str
    gold: str
    gold_ink: str
    gold_soft: str
    blue: str
    blue_soft: str
    violet: str
    violet_soft: str
    red: str
    red_soft: str


LIGHT = Tokens(
    name="light", dark=False,
    paper="#FBF9F4", surface="#FFFFFF", raised="#F3EFE5",
    ink="#1E2629", muted="#5B666B", line="#E3DED3", border="#8A8F8C",
    jade="#1F6F5C", jade_soft="#E3F0EB", on_jade="#FFFFFF",
    gold="#A66A00", gold_ink="#8F5B00", gold_soft="#FBEED3",
    blue="#2D6496", blue_soft="#E2EDF6",
    violet="#6B4A9C", violet_soft="#EEE7F6",
    red="#B02E33", red_soft="#FAE6E5",
)  # fmt: skip
DARK = Tokens(
    name="dark", dark=True,
    paper="#14181A", surface="#1C2225", raised="#20272A",
    ink="#E8E6E1", muted="#9AA5AA", line="#2C3438", border="#6F7A7F",
    jade="#63C2A8", jade_soft="#1D3831", on_jade="#0E1A17",
    gold="#E2B04A", gold_ink="#E2B04A", gold_soft="#3A2E14",
    blue="#8DBBE4", blue_soft="#1E3245",
    violet="#BFA3E6", violet_soft="#32264A",
    red="#F0898C", red_soft="#43211F",
)  # fmt: skip
CONTRAST = Tokens(
    name="contrast", dark=False,
    paper="#FFFFFF", surface="#FFFFFF", raised="#FFFFFF",
    ink="#000000", muted="#2B2B2B", line="#000000", border="#000000",
    jade="#00432F", jade_soft="#E2F3EC", on_jade="#FFFFFF",
    gold="#553300", gold_ink="#553300", gold_soft="#FFF0C8",
    blue="#0B3560", blue_soft="#E3EFFB",
    violet="#3F1D73", violet_soft="#F0E8FC",
    red="#7A0A10", red_soft="#FDE9E8",
)  # fmt: skip
THEMES = {theme.name: theme for theme in (LIGHT, DARK, CONTRAST)}

# What is written on what: (text, ground). 4.5:1 at least; 7:1 in the contrast theme.
READ_ON = (
    *((text, ground) for text in ("ink", "muted", "jade", "gold_ink", "blue", "violet", "red")
      for ground in ("paper", "surface", "raised")),
    *(("ink", ground) for ground in ("jade_soft", "gold_soft", "blue_soft", "violet_soft",
                                     "red_soft")),
    ("jade", "jade_soft"), ("gold_ink", "gold_soft"), ("blue", "blue_soft"),
    ("violet", "violet_soft"), ("red", "red_soft"), ("on_jade", "jade"),
)  # fmt: skip
# Marks that are not text need 3:1 (WCAG 1.4.11).
SEEN_ON = (("border", "paper"), ("border", "surface"), ("jade", "surface"), ("gold", "surface"))

# Purpose of a note -> the token of its colour, and the shape of its line.
PURPOSE_COLOUR = {"quote": "gold", "question": "blue", "example": "jade", "use": "violet"}
PURPOSE_LINE = {"quote": "solid", "question": "wave", "example": "dash", "use": "dot"}
EVIDENCE_COLOUR = {"strong": "jade", "moderate": "gold_ink", "limited": "muted"}


def luminance(colour: str) -> float:
    """Relative luminance of `#RRGGBB`, 0 to 1 (WCAG 2.2)."""
    channels = (int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5))
    linear = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(one: str, other: str) -> float:
    """Contrast of two colours, 1 to 21 (WCAG 2.2)."""
    lighter, darker = sorted((luminance(one), luminance(other)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


# Kind of a block of a workshop -> the tokens of its colour and of its ground ("" for none).
KIND_COLOUR = {
    "module": ("jade", "jade_soft"),
    "case": ("gold", "gold_soft"),
    "talk": ("violet", "violet_soft"),
    "test": ("blue", "blue_soft"),
    "break": ("line", ""),
    "logistics": ("border", ""),
}
