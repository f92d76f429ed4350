"""The command line: one small function each. Output with --json is a promise: docs/formats.md."""

from __future__ import annotations

from contextlib import closing
from datetime import datetime
from pathlib import Path
from typing import Annotated, Any

import typer

from desktop_app import cli_model_output, cli_output
from desktop_app.cli_models import model_app
from desktop_app.cli_places import AsJson, Library, library_files
from desktop_app.core.base.errors import (
    AppError,
    PhotoError,
    TooFewPhotosError,
    TrainingUnavailableError,
)
from desktop_app.core.base.paths import sample_pictures
from desktop_app.core.catalogue.catalogue import Catalogue
from desktop_app.core.catalogue.photo_filter import PhotoFilter, matching_ids
from desktop_app.core.catalogue.root_edits import known_root, pause_root, relocate_root, remove_root
from desktop_app.core.indexing.indexer import index, retry_failed
from desktop_app.core.jobs.child_job import child_job, training_program
from desktop_app.core.jobs.requests import TrainRequest
from desktop_app.core.models.library_models import encoder_in_use
from desktop_app.core.models.retraining import FEWEST_PHOTOS
from desktop_app.core.models.training_component import missing_modules
from desktop_app.core.photos.photo_reader import PhotoReader
from desktop_app.core.search.code_index import Query, combine
from desktop_app.core.search.photo_search import PhotoSearch
from desktop_app.sentences import sentence

app = typer.Typer(
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
    help=(
        "Finds photos that look alike.\n\n"
        "Without a command: 'lookalike' opens the window, or brings it to the front, and"
        " 'lookalike PICTURE...' searches there for pictures; a folder joins the library."
        " '--library FOLDER' before them names another library. A picture that is called like a"
        " command is given as './index'."
    ),
)
app.add_typer(model_app, name="model")

_DAY = ["%Y-%m-%d"]
_CODE_BITS = (64, 128, 256)
_INTERRUPTED = 130  # as a shell counts it
Root = Annotated[Path, typer.Argument(help="A folder of the library.")]
Pictures = Annotated[list[Path], typer.Argument(help="Together they are one query.")]


def run() -> int:
    """Exit status: 0 done, 1 an error told in a sentence, 2 wrong usage (typer exits itself)."""
    try:
        app()
    except AppError as error:
        cli_output.complain(sentence(error))
        return 1
    return 0


def command_names() -> set[str]:
    """What the first word of a command can be."""
    return set(typer.main.get_group(app).commands)


@app.command("index")
def index_command(
    folders: Annotated[list[Path] | None, typer.Argument(help="None: all known folders.")] = None,
    threads: Annotated[int, typer.Option(min=0, max=256, help="0: one for each core.")] = 0,
    library: Library = None,
    as_json: AsJson = False,
) -> None:
    """Add folders to the library and bring it up to date with them."""
    files = library_files(library)
    events = index(files, encoder_in_use(files), folders or [], threads)
    cli_output.index_summary(cli_output.watch(events, quiet=as_json), as_json=as_json)


@app.command()
def search(
    pictures: Pictures,
    top: Annotated[int, typer.Option(min=1, max=100_000, help="How many photos.")] = 20,
    unwanted: Annotated[
        list[Path] | None, typer.Option("--not", help="A picture that results should not be like.")
    ] = None,
    each: Annotated[bool, typer.Option("--each", help="One query for each picture.")] = False,
    library: Library = None,
    as_json: AsJson = False,
) -> None:
    """Find the photos that look like these pictures, nearest first."""
    failed = 0
    files = library_files(library)
    with Catalogue(files) as catalogue:
        searcher = PhotoSearch(catalogue, encoder_in_use(files), PhotoReader())
        searcher.refresh()
        counter = [searcher.logits_of_file(path) for path in unwanted or []]
        for group in [[picture] for picture in pictures] if each else [pictures]:
            try:
                query = _query(searcher, group, counter)
            except PhotoError as error:
                if not each:
                    raise
                failed += 1
                cli_output.failed_query(error, as_json=as_json)
                continue
            cli_output.matches(group, searcher.nearest(query, top), as_json=as_json)
    if failed:
        raise typer.Exit(1)


@app.command()
def status(library: Library = None, as_json: AsJson = False) -> None:
    """Count the photos of the library."""
    with Catalogue(library_files(library)) as catalogue:
        cli_output.status(catalogue.status(), catalogue.roots(), as_json=as_json)


@app.command()
def failures(
    ignored: Annotated[
        bool, typer.Option("--ignored", help="Files that are no pictures, instead.")
    ] = False,
    library: Library = None,
    as_json: AsJson = False,
) -> None:
    """List the files that could not be indexed, and why."""
    with Catalogue(library_files(library)) as catalogue:
        cli_output.failures(catalogue.failures(ignored=ignored), as_json=as_json)


@app.command("retry")
def retry_command(
    failed: Annotated[list[Path] | None, typer.Argument(help="None: all that failed.")] = None,
    threads: Annotated[int, typer.Option(min=0, max=256, help="0: one for each core.")] = 0,
    library: Library = None,
    as_json: AsJson = False,
) -> None:
    """Read files that could not be indexed once more."""
    files = library_files(library)
    events = retry_failed(files, encoder_in_use(files), failed or [], threads)
    cli_output.index_summary(cli_output.watch(events, quiet=as_json), as_json=as_json)


@app.command()
def roots(library: Library = None, as_json: AsJson = False) -> None:
    """List the folders of the library with their state and counts."""
    with Catalogue(library_files(library)) as catalogue:
        cli_output.roots(catalogue.roots(), catalogue.root_counts(), as_json=as_json)


@app.command()
def remove(folder: Root, library: Library = None) -> None:
    """Forget a folder and the codes of its photos; the photos themselves stay."""
    files = library_files(library)
    with Catalogue(files) as catalogue:
        root = known_root(catalogue, folder)
        count = catalogue.root_counts()[root.id].indexed
    cli_output.watch(remove_root(files, folder), quiet=False)
    cli_output.say(f"{root.path} is forgotten, with the codes of {count:,} photos; all files stay.")


@app.command()
def relocate(
    old: Root,
    new: Annotated[Path, typer.Argument(help="Where it lies now.")],
    library: Library = None,
) -> None:
    """Tell the library that a folder was moved; every code is kept."""
    moved = cli_output.watch(relocate_root(library_files(library), old, new), quiet=False)
    cli_output.say(f"{old} is {moved.path} now; 'lookalike index' looks for what else has changed.")


@app.command()
def pause(folder: Root, library: Library = None) -> None:
    """Leave a folder alone until it is resumed; its photos are searched as before."""
    paused = cli_output.watch(
        pause_root(library_files(library), folder, is_paused=True), quiet=True
    )
    cli_output.say(f"{paused.path} is paused.")


@app.command()
def resume(folder: Root, library: Library = None) -> None:
    """Bring a paused folder up to date again, from the next 'lookalike index' on."""
    resumed = cli_output.watch(
        pause_root(library_files(library), folder, is_paused=False), quiet=True
    )
    cli_output.say(f"{resumed.path} is resumed; 'lookalike index' brings it up to date.")


@app.command()
def samples(
    folder: Annotated[Path | None, typer.Argument(help="Where to draw them.")] = None,
) -> None:
    """Draw sample pictures, for a first try without photos."""
    # Imported where it is wanted: the scenes are a fifth of what a start of this program imports.
    from desktop_app.samples.sample_pictures import write_samples

    place = folder or sample_pictures()
    cli_output.watch(write_samples(place), quiet=False)
    cli_output.say(f"The sample pictures are in {place}.")


def _known_bits(bits: int) -> int:
    if bits not in _CODE_BITS:
        raise typer.BadParameter(f"{bits} is none of 64, 128, 256.")
    return bits


@app.command()
def train(
    folder: Annotated[
        Path | None, typer.Option(help="Learn only the photos below this folder.")
    ] = None,
    since: Annotated[
        datetime | None, typer.Option(help="Only those taken on this day or later.", formats=_DAY)
    ] = None,
    until: Annotated[
        datetime | None, typer.Option(help="Only those taken on this day or before.", formats=_DAY)
    ] = None,
    bits: Annotated[
        int, typer.Option(help="Length of the codes: 64, 128 or 256.", callback=_known_bits)
    ] = 256,
    minutes: Annotated[
        float | None,
        typer.Option(min=0.1, help="At most; one of them is kept for reading and checking."),
    ] = None,
    previews: Annotated[bool, typer.Option(help="Learn to draw what a code keeps, too.")] = True,
    library: Library = None,
    as_json: AsJson = False,
) -> None:
    """Let a new model learn the photos of the library; the library itself stays as it is.

    Interrupted and asked for the same again, it goes on where it was. 'lookalike model compare'
    tells whether the new model is better, 'lookalike model use' searches with it.
    """
    if missing := missing_modules():
        raise TrainingUnavailableError(", ".join(missing))
    files = library_files(library)
    chosen = PhotoFilter(
        folder=folder.absolute() if folder else None,
        first_day=since.date() if since else None,
        last_day=until.date() if until else None,
    )
    with Catalogue(files) as catalogue:
        photos = [] if chosen.is_empty else matching_ids(catalogue, chosen).tolist()
    if not chosen.is_empty and not photos:
        raise TooFewPhotosError(0, FEWEST_PHOTOS)
    request = TrainRequest(files.folder, photos, bits, minutes, previews)
    cli_model_output.retrained(_trained(request, quiet=as_json), as_json=as_json)


def _trained(request: TrainRequest, *, quiet: bool) -> Any:
    """What an interrupt from the terminal stops can go on later, and that is said."""
    try:
        with closing(child_job(training_program(), request)) as events:
            return cli_output.watch(events, quiet=quiet)
    except KeyboardInterrupt as interrupt:
        cli_output.complain("Stopped; what was learned is kept, and the same command goes on.")
        raise typer.Exit(_INTERRUPTED) from interrupt


def _query(searcher: PhotoSearch, wanted: list[Path], unwanted: list[Any]) -> Query:
    return combine([searcher.logits_of_file(path) for path in wanted], unwanted)
