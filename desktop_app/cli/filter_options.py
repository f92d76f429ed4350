"""The options that say which photos of an archive are searched, in the words of the filters."""

from __future__ import annotations

from datetime import datetime
from itertools import pairwise
from pathlib import Path
from typing import Annotated

import typer

from desktop_app.cli.options import place_argument
from desktop_app.core.archive_storage.addresses import is_address_path
from desktop_app.core.base.given_paths import possible_places
from desktop_app.core.catalogue.photo_filter import VALUE_FIELDS, PhotoFilter
from desktop_app.core.photos.picture_formats import PictureFormat

_DAY = ["%Y-%m-%d"]
_PIXELS = next(field for field in VALUE_FIELDS if field.name == "pixels")
_ENDS = ["", *(f"{step:g}" for step in _PIXELS.steps), ""]

Folder = Annotated[
    Path | None,
    typer.Option("--folder", parser=place_argument, help="Only photos in this folder and below."),
]
Since = Annotated[
    datetime | None, typer.Option(help="Only photos taken since this day.", formats=_DAY)
]
Until = Annotated[
    datetime | None, typer.Option(help="Only photos taken up to this day.", formats=_DAY)
]
Formats = Annotated[
    list[str] | None,
    typer.Option("--format", help="Only photos of this format, such as JPEG; or of several."),
]
Pixels = Annotated[
    str,
    typer.Option(
        help=f"Only photos of so many megapixels: 8-24, 24- or -2. Steps: {' '.join(_ENDS[1:-1])}."
    ),
]


def photo_filter(
    roots: list[Path],
    folder: Path | None,
    since: datetime | None,
    until: datetime | None,
    formats: list[str] | None,
    pixels: str,
) -> PhotoFilter:
    """Return the filter that options make. Raises BadParameter."""
    return PhotoFilter(
        folder=_place(roots, folder) if folder else None,
        first_day=since.date() if since else None,
        last_day=until.date() if until else None,
        formats=frozenset(map(_format, formats or [])),
        pixels=_steps(pixels) if pixels else frozenset(),
    )


def _place(roots: list[Path], folder: Path) -> Path:
    """Return the path by which an archive knows a folder."""
    places = (folder,) if is_address_path(folder) else possible_places(folder)
    for place in places:
        if any(place.is_relative_to(root) or root.is_relative_to(place) for root in roots):
            return place
    raise typer.BadParameter("The archive has no photos there.", param_hint="--folder")


def _format(word: str) -> str:
    """Return the name of a format as it is stored."""
    known = {each.casefold(): each.value for each in PictureFormat}
    if word.casefold() not in known:
        raise typer.BadParameter(f"Give {', '.join(known.values())}.", param_hint="--format")
    return known[word.casefold()]


def _steps(pixels: str) -> frozenset[str]:
    """Return the names of the steps of pixels in a range such as `8-24`."""
    least, dash, most = pixels.partition("-")
    steps = list(zip(_PIXELS.step_names(), pairwise(_ENDS), strict=True))
    firsts = [place for place, (_, (first, _)) in enumerate(steps) if first == least]
    lasts = [place for place, (_, (_, last)) in enumerate(steps) if last == most]
    if not dash or not firsts or not lasts or firsts[0] > lasts[0]:
        ends = ", ".join(_ENDS[1:-1])
        raise typer.BadParameter(f"Give two of {ends}, as in 8-24.", param_hint="--pixels")
    return frozenset(name for name, _ in steps[firsts[0] : lasts[0] + 1])
