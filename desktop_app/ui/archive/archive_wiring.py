"""Which signals of the parts of an archive's window lead to which of its commands."""

from __future__ import annotations

from desktop_app.ui.archive.archive_commands import ArchiveCommands
from desktop_app.ui.archive.archive_parts import ArchiveParts
from desktop_app.ui.archive.archive_services import ArchiveServices


def connect_search(
    window: ArchiveParts, commands: ArchiveCommands, services: ArchiveServices
) -> None:
    """Connect what a search begins with, and what it says."""
    searcher = services.searcher
    window.search_flow.search_starting.connect(window.message.clear)
    window.search_flow.search_starting.connect(window.viewer.leave)
    searcher.model_changed.connect(window.lens_flow.reset)
    window.panel.clear_requested.connect(commands.clear_search)
    received = window.picture_input
    received.pictures_received.connect(window.query_editor.search)
    received.folders_received.connect(commands.refuse_folders)
    received.library_received.connect(commands.libraries.open)
    _connect_messages(window, commands, services)


def connect_photos(window: ArchiveParts, commands: ArchiveCommands) -> None:
    """Connect the views of photos."""
    window.viewer.action_requested.connect(commands.refuse)
    window.viewer.find_similar_requested.connect(commands.find_similar)
    for panel in (window.panel.details, window.viewer.panel):
        panel.code_requested.connect(commands.codes.open)
    for view in window.views:
        view.action_requested.connect(commands.refuse)
        view.find_similar_requested.connect(commands.find_similar)
        view.code_requested.connect(commands.codes.open)
        view.examples_chosen.connect(commands.add_examples)
        view.failed.connect(window.message.show_error)


def _connect_messages(
    window: ArchiveParts, commands: ArchiveCommands, services: ArchiveServices
) -> None:
    posted = (window.picture_input.message_posted, commands.libraries.message_posted)
    failed = (window.search_flow.failed, window.query_editor.rejected, commands.message_posted)
    searcher, client = services.searcher.library, services.client
    raised = (searcher.failed, services.complaints.raised, services.copies.failed)
    for signal in (*posted, *failed, *raised, client.failed, client.not_listed):
        signal.connect(window.message.show_error)
