"""Connects the signals of the window's parts.

Called again after a change of language, which replaces the parts.
"""

from __future__ import annotations

from desktop_app.core.catalogue.photo_filter import EVERYTHING
from desktop_app.ui.library.library_actions import LibraryActions
from desktop_app.ui.shell.model_in_use import ModelInUse
from desktop_app.ui.shell.services import Services
from desktop_app.ui.shell.view_switcher import ViewSwitcher
from desktop_app.ui.shell.window_commands import WindowCommands
from desktop_app.ui.shell.window_parts import WindowParts


def connect_searching(parts: WindowParts, services: Services, commands: WindowCommands) -> None:
    """Connect the query, the search and the history."""

    def prepare() -> None:
        parts.message.clear()
        parts.viewer.leave()

    parts.search_flow.query_changed.connect(commands.switcher.show)
    parts.search_flow.search_starting.connect(prepare)
    services.searcher.model_changed.connect(parts.lens_flow.reset)
    parts.picture_input.pictures_received.connect(parts.query_editor.search)
    parts.panel.clear_requested.connect(commands.clear_search)
    parts.bar.words.left.connect(commands.focus_photos)


def connect_views(parts: WindowParts, commands: WindowCommands) -> None:
    """Connect the views of the sidebar to the filter and to the heading."""
    switcher = commands.switcher
    parts.browse_flow.listing_changed.connect(switcher.show_heading)
    parts.browse_flow.listing_changed.connect(
        lambda: switcher.view.filter(parts.browse_flow.photo_filter)
    )
    parts.browse_flow.listing_changed.connect(
        lambda: commands.tips.show_once() if parts.browse.count else None
    )
    for view in parts.views.values():
        view.heading_changed.connect(switcher.show_heading)


def connect_marks(parts: WindowParts, switcher: ViewSwitcher) -> None:
    """Mark in the sidebar what is shown: a view, or a folder."""

    def mark() -> None:
        parts.sidebar.roots.show_chosen(switcher.folder)
        parts.action_set.refresh_buttons()

    parts.browse_flow.filter_shown.connect(mark)
    parts.stack.currentChanged.connect(mark)


def connect_library(
    parts: WindowParts, services: Services, commands: WindowCommands, actions: LibraryActions
) -> None:
    """Connect the folders and the jobs that read them."""
    searcher = services.searcher
    parts.picture_input.folders_received.connect(commands.add_folders)
    parts.picture_input.check_requested.connect(commands.newcomers.start)
    parts.picture_input.library_received.connect(commands.libraries.open)
    parts.welcome.buttons[0].clicked.connect(parts.picture_input.choose_folder)
    parts.welcome.buttons[2].clicked.connect(commands.settings.open_or_raise)
    searcher.library.failures_listed.connect(parts.work.show_failures)
    parts.work.failures_requested.connect(searcher.library.list_failures)
    parts.work.show_file_requested.connect(actions.show_file)
    actions.failures_requested.connect(parts.work.unfold)
    # The lambda drops the arguments of the signal, and looks up the current message bar.
    listed = parts.sidebar.roots
    listed.action_requested.connect(lambda: parts.message.clear())  # noqa: PLW0108
    listed.action_requested.connect(actions.run)
    actions.search_requested.connect(parts.browse_flow.limit_to)
    actions.exclusion_requested.connect(commands.show_exclusions)
    listed.toggled.connect(services.folders.toggle)
    services.folders.listed.connect(listed.show_folders)
    listed.show_folders(services.folders.listing)
    parts.search_flow.query_changed.connect(
        lambda: listed.allow_search(can_search=parts.search_flow.has_query)
    )
    services.preferences.settings_changed.connect(parts.action_set.refresh)


def connect_model(parts: WindowParts, in_use: ModelInUse) -> None:
    """Show the model in use in the sidebar."""
    in_use.model_shown.connect(parts.sidebar.model.show_model)
    if in_use.model is not None:
        parts.sidebar.model.show_model(in_use.model)


def connect_photos(parts: WindowParts, services: Services, commands: WindowCommands) -> None:
    """Connect the actions on photos."""
    parts.viewer.action_requested.connect(commands.files.perform)
    parts.viewer.find_similar_requested.connect(commands.find_similar)
    commands.files.export_requested.connect(parts.export_panel.open_for)
    parts.export_panel.export_requested.connect(commands.files.export)
    for panel in (parts.panel.details, parts.viewer.panel):
        panel.code_requested.connect(commands.codes.open)
    for view in parts.photo_views:
        view.action_requested.connect(commands.files.perform)
        view.stack_toggled.connect(services.stacks.toggle)
        view.find_similar_requested.connect(commands.find_similar)
        view.code_requested.connect(commands.codes.open)
        view.examples_chosen.connect(commands.add_examples)
        view.rescan_requested.connect(commands.rescan)
        view.clear_filters_requested.connect(lambda: parts.browse_flow.filter(EVERYTHING))


def connect_selection(parts: WindowParts, switcher: ViewSwitcher) -> None:
    """Show how many photos of the visible view are selected, and what can be done with them."""

    def show_selection() -> None:
        bar, photos = parts.selection, switcher.photos
        had_focus = bar.has_focus
        bar.show_count(photos.grid.selection.count if photos is not None else 0)
        parts.action_set.refresh_buttons()
        if had_focus and bar.isHidden() and photos is not None:
            photos.grid.setFocus()

    parts.stack.currentChanged.connect(show_selection)
    for view in parts.photo_views:
        view.selection_changed.connect(show_selection)


def connect_messages(
    parts: WindowParts, services: Services, commands: WindowCommands, actions: LibraryActions
) -> None:
    """Show errors and notices in the message bars."""
    show_error = parts.message.show_error
    for failed in (
        services.preferences.failed,
        parts.search_flow.failed,
        parts.query_editor.rejected,
        parts.typed_search.rejected,
    ):
        failed.connect(show_error)
    for posted in (
        commands.library.message_posted,
        commands.libraries.message_posted,
        parts.picture_input.message_posted,
        parts.work.message_posted,
        actions.message_posted,
    ):
        posted.connect(show_error)
    for view in parts.photo_views:
        view.failed.connect(show_error)
    parts.work.notice_posted.connect(parts.message.show_notice)
    parts.work.notice_withdrawn.connect(parts.message.withdraw)
    parts.saved_searches.notice_posted.connect(parts.message.show_notice)
    for bar in (parts.message, parts.viewer.message):
        commands.files.message_posted.connect(bar.show_notice)
    parts.message.dismissed.connect(parts.viewer.message.withdraw)
    parts.viewer.message.dismissed.connect(parts.message.withdraw)
