"""What the commands `lookalike cluster ...` share."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from desktop_app.cli.options import folder_argument, path_argument
from desktop_app.core.archive.errors import ArchiveError, ArchiveProblem, ClusterPackageError
from desktop_app.core.archive_storage.addresses import is_address_path
from desktop_app.core.base.given_paths import resolved
from desktop_app.core.base.paths import default_bundle
from desktop_app.core.bundle.encoder import Encoder
from desktop_app.core.bundle.model_bundle import is_folder_name, read_bundle
from desktop_app.core.models.own_models import open_model

if TYPE_CHECKING:
    from desktop_app.core.archive.archive import Archive

Model = Annotated[
    Path | None,
    typer.Option("--model", parser=path_argument, help="Folder of a model. Default: the default."),
]
ManifestFolder = Annotated[
    Path, typer.Argument(parser=folder_argument, help="Folder of the manifest.")
]
Out = Annotated[Path, typer.Option("--out", parser=folder_argument, help="Folder of the archive.")]
ArchiveModel = Annotated[
    str,
    typer.Option(
        "--model",
        help="Id of a model that the archive has, or folder of a model. Default: the one in use.",
    ),
]
Dask = Annotated[
    str,
    typer.Option(
        help="Address of a scheduler of Dask, such as tcp://host:8786; 'local' starts one here."
    ),
]


def encoder_of(model: Path | None) -> Encoder:
    """Load the model in a folder, or the default one. Raises BundleError."""
    return open_model(read_bundle(resolved(model) if model else default_bundle()))


def encoder_named(archive: Archive, wanted: str) -> Encoder:
    """Load the model in a folder, or one of an archive by its id.

    Raises ArchiveError: there is no such model. Raises BundleError.
    """
    folder = resolved(path_argument(wanted))
    return encoder_of(folder) if folder.is_dir() else encoder_of_id(archive, wanted)


def encoder_of_id(archive: Archive, model_id: str) -> Encoder:
    """Load the default model, or one that an archive keeps.

    Raises ArchiveError: there is no such model. Raises BundleError.
    """
    from desktop_app.core.archive.archive_model import encoder_of_archive

    encoder = encoder_of_archive(archive, model_id, default_bundle())
    if encoder is None:
        raise ArchiveError(archive.files.folder, ArchiveProblem.UNKNOWN_MODEL, model_id)
    return encoder


def model_id_named(wanted: str) -> str:
    """Return the id of the model in a folder, or what is an id already; empty if nothing is given.

    Raises BundleError.
    """
    folder = resolved(path_argument(wanted)) if wanted else None
    if folder and folder.is_dir():
        return read_bundle(folder).manifest.model_id
    if wanted and not is_folder_name(wanted):
        raise typer.BadParameter(f"There is no model in {wanted}.", param_hint="--model")
    return wanted


def resolved_places(places: list[Path]) -> list[Path]:
    """Return the absolute paths of folders; those that stand for addresses stay as they are."""
    return [each if is_address_path(each) else resolved(each) for each in places]


@contextmanager
def cluster_packages() -> Iterator[None]:
    """Raise ClusterPackageError where a package that the block imports is not installed."""
    try:
        yield
    except ModuleNotFoundError as error:
        raise ClusterPackageError(error.name or str(error)) from error
