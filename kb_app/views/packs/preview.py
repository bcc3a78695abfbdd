"""The first page as it will be, or the beginning of what has no pages; beside it why not yet."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPixmap
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from kb_app.views.look import Look
from kb_app.views.parts.words import label

LEAST_WIDTH = 260
FADED = 0.35


class Sheet(QWidget):
    """A picture as large as its place lets it be, with the edge of a page."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self.picture = QPixmap()
        self.faded = False
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)

    def sizeHint(self) -> QSize:
        return QSize(self._look.px(LEAST_WIDTH), self._look.px(LEAST_WIDTH))

    def paintEvent(self, event: QPaintEvent) -> None:
        if self.picture.isNull():
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        size = self.picture.size().scaled(
            self.size() - QSize(2, 2), Qt.AspectRatioMode.KeepAspectRatio
        )
        frame = QRectF((self.width() - size.width()) / 2, 1.0, size.width(), size.height())
        painter.setOpacity(FADED if self.faded else 1.0)
        painter.drawPixmap(frame, self.picture, QRectF(self.picture.rect()))
        painter.setPen(self._look.colour("border"))
        painter.drawRect(frame)


class Preview(QWidget):
    """Shows a picture of a page, or words."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self.setObjectName("sendPreview")
        self.sheet = Sheet(look)
        self.words = label("", "muted")
        self.words.setObjectName("sendPreviewWords")
        self.words.setAlignment(Qt.AlignmentFlag.AlignTop)
        self.setMinimumWidth(look.px(LEAST_WIDTH))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.words)
        column.addWidget(self.sheet, 1)

    def show_page(self, picture: QPixmap, alternative: str) -> None:
        """The first page; `alternative` is what is read aloud."""
        self.sheet.picture = picture
        self.sheet.faded = False
        self.sheet.setAccessibleName(alternative)
        self.words.setText("")
        self.words.hide()
        self.sheet.update()

    def show_words(self, words: str) -> None:
        """The beginning of a text, or why there is nothing to see."""
        self.sheet.picture = QPixmap()
        self.sheet.faded = False
        self.words.setText(words)
        self.words.show()
        self.sheet.update()

    def fade(self) -> None:
        """What is shown is no longer what would be saved: another is on its way."""
        self.sheet.faded = True
        self.sheet.update()

    def clear(self) -> None:
        """Nothing yet."""
        self.show_words("")
