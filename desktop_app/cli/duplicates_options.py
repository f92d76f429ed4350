"""The options of `lookalike duplicates`."""

from __future__ import annotations

from collections.abc import Iterable
from enum import StrEnum
from pathlib import Path
from typing import Annotated, TypeVar

import typer

from desktop_app.cli.options import path_argument
from desktop_app.core.clearing.suggestions import KeepRule
from desktop_app.core.duplicates.levels import Level

E = TypeVar("E", bound=StrEnum)


def word_of(member: StrEnum) -> str:
    """Return how a member of an enumeration is written on the command line."""
    return member.value.replace("_", "-")


def chosen(kind: Iterable[E], words: str, default: tuple[E, ...], option: str) -> tuple[E, ...]:
    """Return the members of an enumeration that are named in a list separated by commas.

    `kind` are those that may be. Raises BadParameter.
    """
    named = {word_of(member): member for member in kind}
    if words == "all":
        return tuple(named.values())
    given = [word.strip().replace("_", "-") for word in words.split(",") if word.strip()]
    unknown = [word for word in given if word not in named]
    if unknown:
        known = ", ".join(named)
        raise typer.BadParameter(f"'{unknown[0]}' is none of {known}.", param_hint=option)
    return tuple(named[word] for word in given) or default


def _words_of(kind: type[StrEnum]) -> str:
    return ", ".join(map(word_of, kind))


Levels = Annotated[
    str, typer.Option(help=f"Levels to list, separated by commas: {_words_of(Level)}; or 'all'.")
]
Keep = Annotated[
    str,
    typer.Option(
        help=(
            "What makes a photo the one to keep, the most important first, separated by commas:"
            f" {_words_of(KeepRule)}."
        )
    ),
]
Prefer = Annotated[
    list[Path] | None,
    typer.Option(parser=path_argument, help="A folder whose photos are kept rather."),
]
Protect = Annotated[
    list[Path] | None,
    typer.Option(parser=path_argument, help="A folder whose photos are always kept."),
]
Trash = Annotated[
    bool,
    typer.Option(
        "--trash",
        help="Move all but the photos to keep, with their sidecars (.xmp), to the trash.",
    ),
]
Link = Annotated[
    bool,
    typer.Option("--link", help="Replace identical files on one disk by hard links to one."),
]
Reflink = Annotated[
    bool,
    typer.Option(
        "--reflink",
        help="Let identical files share their space, where the disk can (Btrfs, XFS, APFS).",
    ),
]
Stack = Annotated[
    bool,
    typer.Option("--stack", help="Show the photos of each group as one, the photo to keep on top."),
]
Merge = Annotated[
    bool,
    typer.Option(
        "--merge",
        help=(
            "With --trash: write ratings and keywords of what goes to sidecars (.xmp) of the"
            " photos to keep."
        ),
    ),
]
DryRun = Annotated[
    bool,
    typer.Option(
        "--dry-run/--no-dry-run",
        help="Only say what --trash, --link, --reflink or --stack would do. Default.",
    ),
]
Against = Annotated[
    Path | None,
    typer.Option(
        parser=path_argument,
        help="Compare a folder outside the library with it: which photos are new?",
    ),
]
AsCsv = Annotated[bool, typer.Option("--csv", help="Print CSV for spreadsheets.")]
