"""The table of commands, and the entry point of `lookalike COMMAND`."""

from __future__ import annotations

import errno
import logging
import signal
from collections.abc import Callable
from contextlib import suppress
from typing import Annotated, Any

import typer

from desktop_app.cli import library_commands
from desktop_app.cli.care_commands import care_app
from desktop_app.cli.cluster_commands import cluster_app
from desktop_app.cli.component_commands import component_app
from desktop_app.cli.duplicates_command import duplicates
from desktop_app.cli.exclude_commands import exclude_app
from desktop_app.cli.export_command import export
from desktop_app.cli.model_commands import model_app
from desktop_app.cli.options import Library, use_library_below
from desktop_app.cli.search_command import search
from desktop_app.cli.terminal import finish_output, prepare_output, print_error, print_text
from desktop_app.cli.train_command import train
from desktop_app.cli.versions import version_text
from desktop_app.core.base.earlier_versions import close_user_folders
from desktop_app.core.base.errors import AppError, LibraryDamagedError, OutputError
from desktop_app.core.base.log_file import LOG_FILE_NAME, configure_logging
from desktop_app.core.base.paths import log_folder
from desktop_app.core.base.standard_streams import discard_output
from desktop_app.core.care.restore import recover
from desktop_app.core.catalogue.library_files import LibraryFiles
from desktop_app.sentences.errors import error_message
from desktop_app.sentences.libraries import recovered_message

logger = logging.getLogger(__name__)

app = typer.Typer(
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
    help=(
        "Find similar photos.\n\n"
        "Without a command, 'lookalike' opens the window, or brings it to the front."
        " 'lookalike PICTURE...' searches for pictures in the window; folders are added to the"
        " library. '--library FOLDER', before or after a command, uses another library. If a"
        " picture has the name of a command, give its path, as in './index'."
    ),
)

# Each command by its name, in the order of the help page.
COMMANDS: dict[str, Callable[..., None]] = {
    "index": library_commands.index_folders,
    "search": search,
    "duplicates": duplicates,
    "export": export,
    "status": library_commands.status,
    "failures": library_commands.failures,
    "retry": library_commands.retry,
    "roots": library_commands.roots,
    "remove": library_commands.remove,
    "relocate": library_commands.relocate,
    "pause": library_commands.pause,
    "resume": library_commands.resume,
    "samples": library_commands.samples,
    "train": train,
}

for _name, _command in COMMANDS.items():
    app.command(_name)(_command)
for _name, _group in {"exclude": exclude_app, "model": model_app, "library": care_app}.items():
    _group.callback()(use_library_below)
    app.add_typer(_group, name=_name)
app.add_typer(component_app, name="component")
app.add_typer(cluster_app, name="cluster")


def run() -> int:
    """Run the command that the process was started with.

    Returns:
        0 on success, 1 after an error, whose message is printed. Wrong usage exits with 2.
    """
    _accept_interrupts()
    prepare_output()
    status = _status_of(app)
    return _status_of(finish_output) or status


def _status_of(step: Callable[[], object]) -> int:
    """Run a step, print the error that it ends with, and return the exit status."""
    try:
        step()
    except SystemExit as end:
        return end.code if isinstance(end.code, int) else 0
    except OutputError as error:
        discard_output(1)
        if error.number != errno.EPIPE:  # else its reader, such as `head`, has read enough
            print_error(error_message(error))
        return 1
    except AppError as error:
        logger.debug("The command failed", exc_info=error)
        print_error(_failure(error))
        return 1
    return 0


def _failure(error: AppError) -> str:
    """Word the error that a command ended with. A library that turned out damaged is recovered."""
    if isinstance(error, LibraryDamagedError):
        with suppress(LibraryDamagedError):
            recovered = recover(LibraryFiles(error.library), error)
            return f"{recovered_message(recovered)} Run the command again."
    return error_message(error)


def _accept_interrupts() -> None:
    """Restore SIGINT where the process inherited it as ignored.

    Shell scripts start their background jobs this way; otherwise, these could not be interrupted.
    """
    if signal.getsignal(signal.SIGINT) is signal.SIG_IGN:
        signal.signal(signal.SIGINT, signal.default_int_handler)


def command_names() -> set[str]:
    """Return the names of all commands."""
    return set(typer.main.get_group(app).commands)


def _print_version(value: Any) -> None:
    if value:
        for line in version_text().splitlines():
            print_text(line)
        raise typer.Exit


@app.callback()
def configure(
    context: typer.Context,
    library: Library = None,
    verbose: Annotated[
        bool, typer.Option("--verbose", help="Log every step, and print the log.")
    ] = False,
    _version: Annotated[
        bool,
        typer.Option(
            "--version", help="Show the version and exit.", callback=_print_version, is_eager=True
        ),
    ] = False,
) -> None:
    """Handle the options that precede the command."""
    use_library_below(context, library)
    configure_logging(log_folder() / LOG_FILE_NAME, verbose=verbose)
    close_user_folders()
    logger.info("Running %r", context.invoked_subcommand)
