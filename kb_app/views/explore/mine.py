"""What is the person's own in Explore: lists of texts, kept searches, marks, what was read."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QTreeWidgetItem, QVBoxLayout, QWidget

from kb_app.views.explore.rows import MineGroup
from kb_app.views.parts.trees import VALUE, counted_item, counted_tree
from kb_app.views.parts.words import Retranslated, button

REMOVABLE = ("search", "bookmark", "words", "read")


class Mine(Retranslated, QWidget):
    """`chosen` and `removed` tell kind and id of a row; the buttons make new ones."""

    chosen = Signal(str, str)
    removed = Signal(str, str)
    new_asked = Signal()
    keep_asked = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.tree = counted_tree("mineTree")
        self.tree.setIndentation(12)
        self.tree.itemActivated.connect(self._take)
        self.tree.itemClicked.connect(self._take)
        self.tree.itemExpanded.connect(lambda item: self._folded.discard(item.data(0, VALUE)))
        self.tree.itemCollapsed.connect(lambda item: self._folded.add(item.data(0, VALUE)))
        self.tree.installEventFilter(self)
        self._folded: set[str] = set()
        self._groups: tuple[MineGroup, ...] = ()
        self.new = button("", "link", self.new_asked.emit)
        self.new.setObjectName("newCollection")
        self.keep = button("", "link", self.keep_asked.emit)
        self.keep.setObjectName("keepSearch")
        column = QVBoxLayout(self)
        column.setContentsMargins(8, 0, 4, 8)
        column.setSpacing(2)
        column.addWidget(self.tree, 1)
        column.addWidget(self.new)
        column.addWidget(self.keep)
        self.setFocusProxy(self.tree)
        self.set_texts()

    def set_texts(self) -> None:
        self.tree.setAccessibleName(self.tr("My collections, searches and bookmarks"))
        self.tree.setToolTip(self.tr("Enter opens; Del takes off the list"))
        self.new.setText(self.tr("New collection…"))
        self.keep.setText(self.tr("Keep this search…"))

    def show_groups(self, groups: Sequence[MineGroup]) -> None:
        """Show everything anew, staying on the row that was current."""
        here = self.tree.currentItem().data(0, VALUE) if self.tree.currentItem() else None
        self._groups = tuple(groups)
        self.tree.blockSignals(True)
        self.tree.clear()
        for group in self._groups:
            head = counted_item(group.title, str(len(group.rows) or ""), group.kind)
            font = self.tree.font()
            font.setBold(True)
            head.setFont(0, font)
            self.tree.addTopLevelItem(head)
            for row in group.rows:
                head.addChild(counted_item(row.words, row.remark, (row.kind, row.id)))
            if not group.rows:
                nothing = counted_item(group.nothing, "", None)
                nothing.setFlags(Qt.ItemFlag.ItemIsEnabled)
                nothing.setForeground(0, self.palette().placeholderText())
                head.addChild(nothing)
                nothing.setFirstColumnSpanned(True)  # heard only by an item that is in a tree
            head.setExpanded(group.kind not in self._folded)
        for item in self._items():
            if here is not None and item.data(0, VALUE) == here:
                self.tree.setCurrentItem(item)
        self.tree.blockSignals(False)

    def stay_on(self, kind: str, row_id: str) -> None:
        """Make a row current without telling that it was chosen."""
        found = [item for item in self._items() if item.data(0, VALUE) == (kind, row_id)]
        if found:
            self.tree.setCurrentItem(found[0])

    def words_of(self, kind: str) -> list[str]:
        """The words of the rows of a group."""
        return [row.words for group in self._groups if group.kind == kind for row in group.rows]

    def _items(self) -> list[QTreeWidgetItem]:
        heads = [self.tree.topLevelItem(at) for at in range(self.tree.topLevelItemCount())]
        return [*heads, *(head.child(at) for head in heads for at in range(head.childCount()))]

    def _take(self, item: QTreeWidgetItem) -> None:
        value = item.data(0, VALUE)
        if isinstance(value, tuple):
            self.chosen.emit(*value)
        elif item.childCount():
            item.setExpanded(not item.isExpanded())

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            item = self.tree.currentItem()
            value = item.data(0, VALUE) if item else None
            if (
                event.key() == Qt.Key.Key_Delete
                and isinstance(value, tuple)
                and value[0] in REMOVABLE
            ):
                self.removed.emit(*value)
                return True
        return super().eventFilter(watched, event)
