"""The commands `lookalike model ...`: list, compare, use and exchange models."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from desktop_app.cli.model_output import (
    print_comparison,
    print_exported,
    print_imported,
    print_model,
    print_models,
)
from desktop_app.cli.options import AsJson, Library, library_files
from desktop_app.cli.terminal import print_text, run_with_progress
from desktop_app.core.catalogue.catalogue import Catalogue
from desktop_app.core.comparison.comparison import compare
from desktop_app.core.models.library_models import LibraryModels
from desktop_app.core.models.model_exchange import export_model, import_model
from desktop_app.core.models.model_use import use_model

model_app = typer.Typer(no_args_is_help=True, help="The models that make the codes.")

ModelId = Annotated[str, typer.Argument(help="As 'lookalike model list' names it.")]


@model_app.command("list")
def list_models(library: Library = None, as_json: AsJson = False) -> None:
    """List the models that this library can be searched with."""
    files = library_files(library)
    with Catalogue(files) as catalogue:
        in_use = LibraryModels(files).in_use(catalogue).manifest.model_id
    print_models(LibraryModels(files).all(), in_use, as_json=as_json)


@model_app.command()
def show(library: Library = None, as_json: AsJson = False) -> None:
    """Tell what the model in use is."""
    files = library_files(library)
    with Catalogue(files) as catalogue:
        print_model(LibraryModels(files).in_use(catalogue).manifest, as_json=as_json)


@model_app.command("compare")
def compare_command(model_id: ModelId, library: Library = None, as_json: AsJson = False) -> None:
    """Measure a model beside the one in use, on this library; nothing changes."""
    events = compare(LibraryModels(library_files(library)), model_id)
    print_comparison(run_with_progress(events, quiet=as_json), as_json=as_json)


@model_app.command()
def use(model_id: ModelId, library: Library = None) -> None:
    """Search the library with this model; its codes are made again, its photos are not opened."""
    events = use_model(LibraryModels(library_files(library)), model_id)
    run_with_progress(events, quiet=False)
    print_text(f"The library is searched with {model_id} now.")


@model_app.command()
def rename(
    model_id: ModelId,
    name: Annotated[str, typer.Argument(help="Your word for it; '' for none.")],
    library: Library = None,
) -> None:
    """Give a model a name of your own."""
    LibraryModels(library_files(library)).rename(model_id, name)


@model_app.command()
def delete(model_id: ModelId, library: Library = None) -> None:
    """Delete a model that is not in use."""
    files = library_files(library)
    with Catalogue(files) as catalogue:
        LibraryModels(files).delete(model_id, catalogue)
    print_text(f"{model_id} is deleted.")


@model_app.command("export")
def export_command(
    model_id: ModelId,
    file: Annotated[Path, typer.Argument(help="Its name gets '.lookalike-model' at the end.")],
    library: Library = None,
    as_json: AsJson = False,
) -> None:
    """Write a model as one file, which 'lookalike model import' takes in elsewhere."""
    bundle = LibraryModels(library_files(library)).find(model_id)
    exported = export_model(bundle, file.absolute())
    print_exported(model_id, exported, as_json=as_json)


@model_app.command("import")
def import_command(
    file: Annotated[Path, typer.Argument(help="A model's file.")],
    library: Library = None,
    as_json: AsJson = False,
) -> None:
    """Take in a model from its file, once it is checked; the library itself stays as it is."""
    files = library_files(library)
    imported = import_model(LibraryModels(files), file.absolute())
    with Catalogue(files) as catalogue:
        in_use = LibraryModels(files).in_use(catalogue)
    print_imported(imported, in_use.manifest, as_json=as_json)
