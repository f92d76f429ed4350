"""What the commands `lookalike cluster ...` print."""

from __future__ import annotations

from desktop_app.cli.terminal import photo_count, print_error, print_json, print_text
from desktop_app.core.archive.progress import ArchiveIndexed, ManifestWritten
from desktop_app.core.base.json_codec import to_builtins


def print_manifest(written: ManifestWritten, *, as_json: bool) -> None:
    if as_json:
        print_json(to_builtins(written))
        return
    for folder in written.unreadable:
        print_error(f"{folder} cannot be read. Check its permissions.")
    print_text(f"{written.folder} lists {written.files:,} files in {written.shards:,} shards.")


def print_indexed(indexed: ArchiveIndexed, *, as_json: bool) -> None:
    if as_json:
        print_json(to_builtins(indexed))
    elif not indexed.shards:
        print_text("All shards are there.")
    else:
        photos = photo_count(indexed.photos)
        text = f"Indexed {photos} in {indexed.shards:,} shards in {indexed.seconds:,.0f} s."
        if indexed.failed:
            text += f" {indexed.failed:,} could not be read."
        print_text(text)
