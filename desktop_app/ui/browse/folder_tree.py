"""A tree of the library's folders; subfolders are added when their parent is expanded."""

from __future__ import annotations

import os
from collections import defaultdict
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QTreeWidget, QTreeWidgetItem

from desktop_app.core.catalogue.facets import FolderFacet
from desktop_app.ui.browse.counted_tree import show_counts_beside
from desktop_app.ui.kit import numbers
from desktop_app.ui.kit.messages import shown_name, shown_path

_PATH_ROLE = Qt.ItemDataRole.UserRole


class FolderTree(QTreeWidget):
    """Lets the user choose one folder.

    Signals:
        folder_chosen (Path | None): The folder; None for all folders.
    """

    folder_chosen = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        # Paths as texts, which are several times as fast: an archive has 100,000 folders.
        self._children: dict[str, list[str]] = {}
        self._counts: dict[str, int] = {}
        show_counts_beside(self)
        self.setAccessibleName(self.tr("Folder"))
        self.itemExpanded.connect(self._add_subfolders)
        self.itemSelectionChanged.connect(self._choose)

    def show_folders(self, folders: list[FolderFacet], roots: list[Path]) -> None:
        """Show folders with their numbers of photos; subfolders, and roots in roots, included."""
        tops = [root for root in roots if not any(outer in root.parents for outer in roots)]
        self._counts, self._children = _tree(folders, tops)
        self.blockSignals(True)  # noqa: FBT003
        self.clear()
        everything = QTreeWidgetItem(self, [self.tr("All folders"), ""])
        everything.setData(0, _PATH_ROLE, None)
        for root in tops:
            self.addTopLevelItem(self._item(root))
        self.blockSignals(False)  # noqa: FBT003
        self.setMinimumWidth(self._width_for(everything))

    def _width_for(self, item: QTreeWidgetItem) -> int:
        """Return the width that shows the whole name of a top level item beside the counts."""
        name = self.sizeHintForIndex(self.indexFromItem(item, 0)).width() + self.indentation()
        around = 2 * self.frameWidth() + self.verticalScrollBar().sizeHint().width()
        return name + self.sizeHintForColumn(1) + around

    def show_chosen(self, folder: Path | None) -> None:
        """Select a folder without `folder_chosen`."""
        self.blockSignals(True)  # noqa: FBT003
        item = self._find(folder) if folder else self.topLevelItem(0)
        self.setCurrentItem(item)  # type: ignore[arg-type]  # None: none
        if item is not None:
            self.scrollToItem(item)
        self.blockSignals(False)  # noqa: FBT003

    def _find(self, folder: Path) -> QTreeWidgetItem | None:
        """Return the item of a folder; expands its parents."""
        for number in range(1, self.topLevelItemCount()):
            item = self.topLevelItem(number)
            if item is not None and folder.is_relative_to(item.data(0, _PATH_ROLE)):
                return self._find_below(item, folder)
        return None

    def _find_below(self, item: QTreeWidgetItem, folder: Path) -> QTreeWidgetItem | None:
        """Go down without recursion: folders may be nested thousands deep."""
        found: QTreeWidgetItem | None = item
        while found is not None and found.data(0, _PATH_ROLE) != folder:
            self._add_subfolders(found)
            found.setExpanded(True)
            inside = [found.child(place) for place in range(found.childCount())]
            found = next((one for one in inside if one and _holds(one, folder)), None)
        return found

    def _item(self, path: Path) -> QTreeWidgetItem:
        count = numbers.counted(self._counts.get(str(path), 0))
        item = QTreeWidgetItem([shown_name(path), count])
        item.setData(0, _PATH_ROLE, path)
        item.setToolTip(0, shown_path(path))
        item.setTextAlignment(1, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        if self._children.get(str(path)):
            item.setChildIndicatorPolicy(QTreeWidgetItem.ChildIndicatorPolicy.ShowIndicator)
        return item

    def _add_subfolders(self, item: QTreeWidgetItem) -> None:
        if not item.childCount():
            inside = self._children.get(str(item.data(0, _PATH_ROLE)), [])
            item.addChildren([self._item(Path(path)) for path in inside])

    def _choose(self) -> None:
        items = self.selectedItems()
        if items:
            self.folder_chosen.emit(items[0].data(0, _PATH_ROLE))


def _holds(item: QTreeWidgetItem, folder: Path) -> bool:
    """Whether the item's folder is, or contains, another one."""
    return folder.is_relative_to(item.data(0, _PATH_ROLE))


def _tree(
    folders: list[FolderFacet], roots: list[Path]
) -> tuple[dict[str, int], dict[str, list[str]]]:
    """Return the number of photos in and below each folder, and its subfolders, sorted."""
    counts: dict[str, int] = defaultdict(int)
    children: dict[str, set[str]] = defaultdict(set)
    tops = {*map(str, roots)}
    for facet in folders:
        path = str(facet.path)
        counts[path] += facet.count
        while path not in tops and path != (outer := os.path.dirname(path)):  # noqa: PTH120
            children[outer].add(path)
            path = outer
            counts[path] += facet.count
    return counts, {path: sorted(inside, key=os.path.normcase) for path, inside in children.items()}
