"""The tokens as Qt sees them: palette, style sheet, fonts, icons; and who is told of a change."""

from __future__ import annotations

from functools import lru_cache
from importlib.resources import files
from string import Template

from PySide6.QtCore import QByteArray, QObject, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFont, QFontDatabase, QIcon, QPainter, QPalette, QPixmap
from PySide6.QtSvg import QSvgRenderer
from PySide6.QtWidgets import QApplication

from kb_app.look import FONT, INTERFACE_PX, LIGHT, THEMES, Tokens

RESOURCES = files("kb_app") / "resources"
ICON_PX = 20


def load_fonts() -> bool:
    """Bring in the bundled typeface; False when it is missing (Qt's own is used then)."""
    loaded = False
    for face in ("Regular", "Regular_Italic", "Bold", "Bold_Italic"):
        data = RESOURCES / "fonts" / f"AtkinsonHyperlegible-{face}.ttf"
        if data.is_file():
            number = QFontDatabase.addApplicationFontFromData(QByteArray(data.read_bytes()))
            loaded = loaded or number >= 0
    return loaded


class Look(QObject):
    """The theme in use and the size of the interface's text (1.0 is 14 px).

    Widgets that paint themselves ask it for colours and connect to `changed`.
    """

    changed = Signal()

    def __init__(self, theme: str = "light", scale: float = 1.0) -> None:
        super().__init__()
        self.tokens = THEMES.get(theme, LIGHT)
        self.scale = scale

    def set_theme(self, name: str) -> None:
        """Change the theme ("light", "dark", "contrast") of the whole application."""
        self.tokens = THEMES.get(name, LIGHT)
        self.apply()

    def set_scale(self, scale: float) -> None:
        """Change the size of the interface's text, 1.0 to 2.0."""
        self.scale = max(1.0, min(2.0, scale))
        self.apply()

    def apply(self) -> None:
        """Give palette, font and style sheet to the application and tell everybody."""
        application = QApplication.instance()
        if not isinstance(application, QApplication):
            return
        font = QFont(FONT)
        font.setPixelSize(self.px(INTERFACE_PX))
        application.setFont(font)
        application.setPalette(palette(self.tokens))
        application.setStyleSheet(style_sheet(self.tokens, self.scale))
        self.changed.emit()

    def px(self, size: float) -> int:
        """A size in pixels at the chosen size of text."""
        return round(size * self.scale)

    def panel(self, width: float) -> int:
        """The width of a panel beside the work: it grows half as much as the text, so that the
        work keeps its room.
        """
        return round(width * (1 + self.scale) / 2)

    def colour(self, token: str) -> QColor:
        """The colour of a token by its name."""
        return QColor(getattr(self.tokens, token))

    def font(self, size: float, bold: bool = False, italic: bool = False) -> QFont:
        """The typeface at a size of the interface, for what is painted."""
        font = QFont(FONT)
        font.setPixelSize(self.px(size))
        font.setBold(bold)
        font.setItalic(italic)
        return font

    def icon(self, name: str, token: str = "ink") -> QIcon:
        """A line icon in the colour of a token; muted where it is disabled."""
        icon = QIcon()
        for mode, colour in (
            (QIcon.Mode.Normal, getattr(self.tokens, token)),
            (QIcon.Mode.Disabled, self.tokens.border),
        ):
            for ratio in (1, 2):
                icon.addPixmap(_drawn(name, colour, self.px(ICON_PX), ratio), mode)
        return icon

    def pixmap(self, name: str, token: str = "ink", size: int = ICON_PX) -> QPixmap:
        """An icon as a picture of `size` pixels at 100 %."""
        return _drawn(name, getattr(self.tokens, token), self.px(size), 2)


@lru_cache(maxsize=512)
def _drawn(name: str, colour: str, size: int, ratio: int) -> QPixmap:
    svg = (RESOURCES / "icons" / f"{name}.svg").read_text(encoding="utf-8")
    renderer = QSvgRenderer(QByteArray(svg.replace("currentColor", colour).encode()))
    picture = QPixmap(QSize(size, size) * ratio)
    picture.fill(Qt.GlobalColor.transparent)
    painter = QPainter(picture)
    renderer.render(painter, QRectF(0, 0, size * ratio, size * ratio))
    painter.end()
    picture.setDevicePixelRatio(ratio)
    return picture


def palette(tokens: Tokens) -> QPalette:
    """The tokens as Qt's palette."""
    roles = QPalette.ColorRole
    colours = QPalette()
    for role, token in (
        (roles.Window, tokens.paper),
        (roles.WindowText, tokens.ink),
        (roles.Base, tokens.surface),
        (roles.AlternateBase, tokens.raised),
        (roles.Text, tokens.ink),
        (roles.Button, tokens.surface),
        (roles.ButtonText, tokens.ink),
        (roles.PlaceholderText, tokens.muted),
        (roles.Highlight, tokens.jade),
        (roles.HighlightedText, tokens.on_jade),
        (roles.Link, tokens.jade),
        (roles.LinkVisited, tokens.jade),
        (roles.ToolTipBase, tokens.surface),
        (roles.ToolTipText, tokens.ink),
        (roles.Mid, tokens.line),
        (roles.Accent, tokens.jade),
    ):
        colours.setColor(role, QColor(token))
    for role in (roles.WindowText, roles.Text, roles.ButtonText):
        colours.setColor(QPalette.ColorGroup.Disabled, role, QColor(tokens.border))
    return colours


def style_sheet(tokens: Tokens, scale: float) -> str:
    """The style sheet of the application: the template with colours and sizes filled in."""
    template = (RESOURCES / "styles" / "batea.qss").read_text(encoding="utf-8")
    values = {name: value for name, value in vars(tokens).items() if isinstance(value, str)}
    sizes = {f"px{size}": f"{round(size * scale)}px" for size in range(1, 49)}
    tone = "dark" if tokens.dark else "light"
    pictures = {
        f"{name}_image": str(RESOURCES / "icons" / f"{file}-{tone}.svg").replace("\\", "/")
        for name, file in (
            ("check", "checked"),
            ("close", "close"),
            ("down", "down"),
            ("left", "left"),
            ("right", "right"),
        )
    }
    return Template(template).substitute(values, **sizes, **pictures)
