"""A tree of the library's folders; subfolders are added when their parent is expanded."""

from __future__ import annotations

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
        self._children: dict[Path, list[Path]] = {}
        self._counts: dict[Path, int] = {}
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
        item = QTreeWidgetItem([shown_name(path), numbers.counted(self._counts.get(path, 0))])
        item.setData(0, _PATH_ROLE, path)
        item.setToolTip(0, shown_path(path))
        item.setTextAlignment(1, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        if self._children.get(path):
            item.setChildIndicatorPolicy(QTreeWidgetItem.ChildIndicatorPolicy.ShowIndicator)
        return item

    def _add_subfolders(self, item: QTreeWidgetItem) -> None:
        if not item.childCount():
            inside = self._children.get(item.data(0, _PATH_ROLE), [])
            item.addChildren([self._item(path) for path in inside])

    def _choose(self) -> None:
        items = self.selectedItems()
        if items:
            self.folder_chosen.emit(items[0].data(0, _PATH_ROLE))


def _holds(item: QTreeWidgetItem, folder: Path) -> bool:
    """Whether the item's folder is, or contains, another one."""
    return folder.is_relative_to(item.data(0, _PATH_ROLE))


def _tree(
    folders: list[FolderFacet], roots: list[Path]
) -> tuple[dict[Path, int], dict[Path, list[Path]]]:
    """Return the number of photos in and below each folder, and its subfolders, sorted."""
    counts: dict[Path, int] = defaultdict(int)
    children: dict[Path, set[Path]] = defaultdict(set)
    tops = set(roots)
    for facet in folders:
        path = facet.path
        counts[path] += facet.count
        while path not in tops and path != path.parent:
            children[path.parent].add(path)
            path = path.parent
            counts[path] += facet.count
    return counts, {path: sorted(inside) for path, inside in children.items()}
