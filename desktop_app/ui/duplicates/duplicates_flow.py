"""The sidebar's view of duplicates: shows the groups, and carries out what is decided of them."""

from __future__ import annotations

from PySide6.QtWidgets import QMainWindow

from desktop_app.core.catalogue.photo_filter import PhotoFilter
from desktop_app.core.clearing.discards import Discards
from desktop_app.ui.duplicate_groups.comparison_actions import comparison_actions
from desktop_app.ui.duplicate_groups.group_comparison import GroupComparison
from desktop_app.ui.duplicates.discard_summary import DiscardSummary
from desktop_app.ui.duplicates.discarding import (
    link_request,
    move_request,
    share_request,
    trash_request,
)
from desktop_app.ui.duplicates.duplicate_client import DuplicateClient
from desktop_app.ui.duplicates.duplicate_worker import DuplicateListing
from desktop_app.ui.duplicates.duplicates_view import DuplicatesView
from desktop_app.ui.duplicates.rules_dialog import RulesDialog
from desktop_app.ui.duplicates.stacking import Stacking
from desktop_app.ui.duplicates.telling_apart import tell_apart_request
from desktop_app.ui.grid.thumbnail_loader import ThumbnailLoader
from desktop_app.ui.kit.theme import Theme
from desktop_app.ui.photos.library_view import LibraryView, ViewHeading
from desktop_app.ui.photos.picture_loader import PictureLoader
from desktop_app.ui.system.desktop import Desktop


class DuplicatesFlow(LibraryView):
    """Connects the client with the DuplicatesView.

    Attributes:
        summary: The question that was asked last; None before the first.
        stacking: Asks before groups become stacks.
        rules: The dialog for what to keep that was opened last; None before the first.
        comparison: Shows a group large.
    """

    checks_folders = True

    def __init__(
        self,
        theme: Theme,
        client: DuplicateClient,
        loader: PictureLoader,
        thumbnails: ThumbnailLoader,
        desktop: Desktop,
        photos: DuplicatesView,
    ) -> None:
        super().__init__(photos)
        self._theme = theme
        self._desktop = desktop
        self._client = client
        self._view = photos
        self.summary: DiscardSummary | None = None
        self.stacking = Stacking(theme, photos, photos.marks)
        self.rules: RulesDialog | None = None
        actions = comparison_actions()
        self.comparison = GroupComparison(theme, loader, thumbnails, photos.desk, actions, photos)
        photos.desk.compare_requested.connect(self._compare)
        photos.selection_changed.connect(self.comparison.follow)
        client.marks.changed.connect(self.comparison.follow)
        client.listed.connect(self._show_listing)
        client.finding_changed.connect(self._show_finding)
        client.search_ended.connect(photos.head.announce_result)
        client.checked.connect(self._ask)
        photos.find_requested.connect(client.find)
        photos.rules_requested.connect(self._choose_rules)
        photos.told_apart.connect(
            lambda *told: photos.action_requested.emit(tell_apart_request(*told))
        )
        photos.discarded.go_requested.connect(client.check)
        photos.stack_requested.connect(self.stacking.ask)
        self.stacking.requested.connect(photos.action_requested)

    @property
    def heading(self) -> ViewHeading:
        return ViewHeading(self.tr("Duplicates"))

    def open(self, photo_filter: PhotoFilter) -> None:
        """Read the groups now, and again when they change."""
        self._show_finding()
        self._client.open(photo_filter)

    def resume(self, photo_filter: PhotoFilter) -> None:
        """Show the groups that are known."""
        self._show_listing(self._client.listing)
        self._client.open(photo_filter)

    def close(self) -> None:
        self._client.pause()

    def filter(self, photo_filter: PhotoFilter) -> None:
        self._client.open(photo_filter)

    def refresh(self) -> None:
        self._client.refresh()

    def _show_listing(self, listing: DuplicateListing) -> None:
        self._view.show_listing(listing)
        self._show_finding()

    def _show_finding(self) -> None:
        client = self._client
        self._view.show_finding(is_finding=client.is_finding, is_known=client.is_listed)

    def _compare(self) -> None:
        """Show the group over all that is in the window."""
        window = self._view.window()
        whole = window.centralWidget() if isinstance(window, QMainWindow) else None
        self.comparison.open(whole or window)

    def _ask(self, discards: Discards) -> None:
        """Show what would go before anything happens."""
        view = self._view
        self.summary = summary = DiscardSummary(self._theme, discards, view.window())
        request = view.action_requested.emit
        box = summary.merge
        summary.trash_requested.connect(
            lambda: request(trash_request(discards, inherits=box.isChecked()))
        )
        summary.move_requested.connect(
            lambda: request(move_request(discards, inherits=box.isChecked()))
        )
        summary.link_requested.connect(lambda: request(link_request(discards)))
        summary.share_requested.connect(lambda: request(share_request(discards)))
        summary.show()

    def _choose_rules(self) -> None:
        """Let the user choose what makes a photo the one to keep."""
        store, window = self._client.rules, self._view.window()
        title = self.tr("Choose a folder")
        rules = store.rules  # now it is known whether they can be read
        self.rules = RulesDialog(
            self._theme,
            rules,
            lambda: self._desktop.choose_folder(window, title),
            window,
            is_stored=store.is_stored,
        )
        self.rules.saved.connect(store.change)
        self.rules.show()
