"""The commands `lookalike model ...`: list, compare, switch, export and import models."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from desktop_app.cli.build_command import build
from desktop_app.cli.model_output import (
    print_comparison,
    print_exported,
    print_imported,
    print_model,
    print_models,
)
from desktop_app.cli.options import AsJson, Library, existing_library, path_argument
from desktop_app.cli.terminal import photo_count, print_text, run_with_progress
from desktop_app.core.base.given_paths import resolved
from desktop_app.core.base.paths import default_bundle
from desktop_app.core.bundle.model_bundle import ModelBundle, read_bundle
from desktop_app.core.care.known_library import library_files
from desktop_app.core.catalogue.catalogue import Catalogue
from desktop_app.core.catalogue.library_status import library_status
from desktop_app.core.comparison.comparison import compare
from desktop_app.core.models.library_models import LibraryModels
from desktop_app.core.models.model_exchange import export_model, import_model
from desktop_app.core.models.model_use import use_model

model_app = typer.Typer(
    no_args_is_help=True, help="Manage the models that compute the codes of photos."
)

model_app.command()(build)

ModelId = Annotated[str, typer.Argument(help="ID of a model; 'lookalike model list' shows it.")]


@model_app.command("list")
def list_models(library: Library = None, as_json: AsJson = False) -> None:
    """List the models of this library. The current model is marked with *."""
    files = existing_library(library)
    with Catalogue(files) as catalogue:
        in_use = LibraryModels(files).in_use(catalogue).manifest.model_id
    print_models(LibraryModels(files).all(), in_use, as_json=as_json)


@model_app.command()
def show(library: Library = None, as_json: AsJson = False) -> None:
    """Show details of the current model."""
    print_model(_model_in_use(library).manifest, as_json=as_json)


def _model_in_use(library: Path | None) -> ModelBundle:
    """Return the current model: the default model where the user has no library yet."""
    if library is None and not library_files(None).exists():
        return read_bundle(default_bundle())
    files = existing_library(library)
    with Catalogue(files) as catalogue:
        return LibraryModels(files).in_use(catalogue)


@model_app.command("compare")
def compare_command(model_id: ModelId, library: Library = None, as_json: AsJson = False) -> None:
    """Compare a model with the current one on this library. Nothing is changed."""
    events = compare(LibraryModels(existing_library(library)), model_id)
    print_comparison(run_with_progress(events, quiet=as_json), as_json=as_json)


@model_app.command()
def use(model_id: ModelId, library: Library = None) -> None:
    """Switch to a model. Photos are reread only if it uses different features."""
    files = existing_library(library)
    run_with_progress(use_model(LibraryModels(files), model_id), quiet=False)
    print_text(f"Now searching with {model_id}.")
    with Catalogue(files) as catalogue:
        waiting = library_status(catalogue).waiting
    if waiting:
        print_text(f"{photo_count(waiting)} still to be read with it: run 'lookalike index'.")


@model_app.command()
def rename(
    model_id: ModelId,
    name: Annotated[str, typer.Argument(help="New name; '' removes the name.")],
    library: Library = None,
) -> None:
    """Rename a model."""
    LibraryModels(existing_library(library)).rename(model_id, name)


@model_app.command()
def delete(model_id: ModelId, library: Library = None) -> None:
    """Delete a model that is not in use."""
    files = existing_library(library)
    with Catalogue(files) as catalogue:
        LibraryModels(files).delete(model_id, catalogue)
    print_text(f"Deleted {model_id}.")


@model_app.command("export")
def export_command(
    model_id: ModelId,
    file: Annotated[
        Path,
        typer.Argument(
            parser=path_argument, help="File to save to; '.lookalike-model' is added if missing."
        ),
    ],
    library: Library = None,
    as_json: AsJson = False,
) -> None:
    """Export a model to a file that 'lookalike model import' can read."""
    bundle = LibraryModels(existing_library(library)).find(model_id)
    exported = export_model(bundle, _target(file, model_id))
    print_exported(model_id, exported, as_json=as_json)


def _target(file: Path, model_id: str) -> Path:
    """Return the file to write. In a folder, it gets the name of the model."""
    return resolved(file / model_id if file.is_dir() else file)


@model_app.command("import")
def import_command(
    file: Annotated[Path, typer.Argument(parser=path_argument, help="Model file to import.")],
    library: Library = None,
    as_json: AsJson = False,
) -> None:
    """Check a model file and add the model to the library. The current model stays in use."""
    files = existing_library(library)
    imported = import_model(LibraryModels(files), resolved(file))
    with Catalogue(files) as catalogue:
        in_use = LibraryModels(files).in_use(catalogue)
    print_imported(imported, in_use.manifest, as_json=as_json)
