"""What the commands `lookalike cluster ...` share."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Annotated

import typer

from desktop_app.cli.options import folder_argument, path_argument
from desktop_app.core.archive.errors import ClusterPackageError
from desktop_app.core.base.given_paths import resolved
from desktop_app.core.base.paths import default_bundle
from desktop_app.core.bundle.encoder import Encoder
from desktop_app.core.bundle.model_bundle import read_bundle
from desktop_app.core.models.own_models import open_model

Model = Annotated[
    Path | None,
    typer.Option("--model", parser=path_argument, help="Folder of a model. Default: the default."),
]
ManifestFolder = Annotated[
    Path, typer.Argument(parser=folder_argument, help="Folder of the manifest.")
]
Out = Annotated[Path, typer.Option("--out", parser=folder_argument, help="Folder of the archive.")]
Dask = Annotated[
    str,
    typer.Option(
        help="Address of a scheduler of Dask, such as tcp://host:8786; 'local' starts one here."
    ),
]


def encoder_of(model: Path | None) -> Encoder:
    """Load the model in a folder, or the default one. Raises BundleError."""
    return open_model(read_bundle(resolved(model) if model else default_bundle()))


@contextmanager
def cluster_packages() -> Iterator[None]:
    """Raise ClusterPackageError where a package that the block imports is not installed."""
    try:
        yield
    except ModuleNotFoundError as error:
        raise ClusterPackageError(error.name or str(error)) from error
