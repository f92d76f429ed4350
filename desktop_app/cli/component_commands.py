"""The commands `lookalike component ...`: what thorough training needs beside the program."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from desktop_app.cli.terminal import print_text, run_with_progress
from desktop_app.core.base.given_paths import resolved
from desktop_app.core.models.torch_build import torch_build_here
from desktop_app.core.models.training_component import (
    download_training,
    install_training,
    missing_modules,
    removable_bytes,
    remove_training,
)

component_app = typer.Typer(
    no_args_is_help=True,
    help="Install and remove the training component, which thorough training needs.",
)


@component_app.command()
def status() -> None:
    """Tell whether the training component is installed, and its size."""
    build = torch_build_here()
    size = removable_bytes()
    if missing_modules():
        print_text(
            f"The training component is not installed. It is a download of about"
            f" {build.download_gb} GB, which takes {build.disk_gb} GB on disk."
        )
    else:
        print_text("The training component is installed.")
    if size:
        print_text(f"{size / 1e9:.1f} GB would be free after 'lookalike component remove'.")


@component_app.command()
def install(
    source: Annotated[
        Path | None,
        typer.Option(
            "--from",
            exists=True,
            file_okay=False,
            help="Install from this folder, which 'lookalike component download' has filled,"
            " without a network.",
        ),
    ] = None,
) -> None:
    """Install the training component. Run it again after an interruption."""
    steps = install_training(None if source is None else resolved(source))
    run_with_progress(steps, quiet=False)
    print_text("The training component is installed.")


@component_app.command()
def download(
    folder: Annotated[Path, typer.Argument(file_okay=False, help="Is created if needed.")],
) -> None:
    """Download the training component into a folder, for a computer without a network.

    That computer needs the same system, and the same version of Lookalike.
    """
    run_with_progress(download_training(resolved(folder)), quiet=False)
    print_text(f"{folder} has the training component.")


@component_app.command()
def remove() -> None:
    """Remove the training component. Models and libraries stay."""
    removed = run_with_progress(remove_training(), quiet=False)
    if removed.freed_bytes:
        freed = removed.freed_bytes / 1e9
        print_text(f"The training component is removed. {freed:.1f} GB are free again.")
    else:
        print_text("There is no training component to remove.")
