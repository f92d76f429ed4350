"""Collect the codes and facts of an archive. Only shards that are new since the last time are read.

What is collected is written to a folder of its own, which counts as soon as `codes.json` names it.
The folder before it is kept until the next time, for programs that have it open, and that of each
other model as long as its codes are there, to switch back to it.
"""

from __future__ import annotations

import secrets
import shutil
import time
from collections.abc import Generator
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from dataclasses import replace
from pathlib import Path

from desktop_app.core.archive.archive import Archive
from desktop_app.core.archive.code_file import collected_header, model_in_use
from desktop_app.core.archive.errors import ArchiveError, ArchiveProblem
from desktop_app.core.archive.progress import Collecting
from desktop_app.core.archive.removed_rows import RemovedRows, read_removed
from desktop_app.core.archive.shard_files import LEFTOVER_SECONDS, shared_file
from desktop_app.core.archive.shard_schema import pack_name
from desktop_app.core.archive_facts.collected_files import FOLDER, CodeHeader, CollectedFiles
from desktop_app.core.archive_facts.row_bitmap import RowBitmap
from desktop_app.core.archive_update.collected_parts import CollectedParts
from desktop_app.core.archive_update.earlier_codes import (
    has_header,
    headers_of_models,
    largest_header,
)
from desktop_app.core.archive_update.recoding import shards_without_codes
from desktop_app.core.archive_update.removed_positions import removed_positions
from desktop_app.core.archive_update.shard_codes import code_bits
from desktop_app.core.base.atomic_write import flush_folder, make_folder, write_flushed
from desktop_app.core.base.json_codec import encode_json

_UNFINISHED = "unfinished-"
_THREADS = 16  # shared storage answers late, whatever the number of cores


def collect_codes(archive: Archive, model_id: str = "") -> Generator[Collecting]:
    """Collect the codes and facts of all shards, unless that was done, and use them from now on.

    Args:
        archive: The archive.
        model_id: Of the model to use; empty: the one in use. Its codes are those of the shards, or
            were computed for all of them (recoding.py).

    Raises ArchiveError: NOT_RECODED where shards lack the codes of the model; CHANGED where the
    archive was changed meanwhile, and nothing is switched.
    """
    model_id, removed = model_id or model_in_use(archive), read_removed(archive)
    before, start = collected_header(archive), largest_header(archive, model_id)
    if start and start == before and _is_complete(archive, start, removed):
        return
    if shards_without_codes(archive, model_id, _new_shards(archive, start)):
        raise ArchiveError(archive.files.folder, ArchiveProblem.NOT_RECODED, model_id)
    try:
        archive.files.delete_leftovers()
        _delete_unfinished(archive.files.folder / FOLDER)
        header, packs = start, dict[int, str]()
        if header is None or header.shards != archive.numbers:
            header, packs = yield from _collected(archive, model_id, header)
        header = _with_removed(archive, header, removed)
        if not _is_unchanged(archive, start, packs, removed):
            CollectedFiles(archive.files.folder, header).header.unlink(missing_ok=True)
            raise ArchiveError(archive.files.folder, ArchiveProblem.CHANGED)
        with shared_file(archive.files.code_header) as part:
            part.write_text(encode_json(header))
        _delete_others(archive, header, before)
    except OSError as error:
        raise ArchiveError(archive.files.folder, ArchiveProblem.UNWRITABLE, str(error)) from error


def _is_complete(archive: Archive, header: CodeHeader, removed: RemovedRows) -> bool:
    return header.shards == archive.numbers and header.removed == removed.digest


def _is_unchanged(
    archive: Archive, start: CodeHeader | None, packs: dict[int, str], removed: RemovedRows
) -> bool:
    """Whether what was read still holds. Raises ArchiveError.

    Args:
        archive: The archive.
        start: What was collected before.
        packs: The packs of thumbnails of the shards that were collected now, by their numbers.
        removed: What was removed.
    """

    def is_same(number: int) -> bool:
        return pack_name(archive.table(number, []).schema) == packs[number]

    with ThreadPoolExecutor(_THREADS) as pool:
        return (
            (start is None or has_header(archive, start))
            and all(pool.map(is_same, packs))
            and read_removed(archive).digest == removed.digest
        )


def _new_shards(archive: Archive, header: CodeHeader | None) -> list[int]:
    return archive.numbers[len(header.shards) if header else 0 :]


def _collected(
    archive: Archive, model_id: str, before: CodeHeader | None
) -> Generator[Collecting, None, tuple[CodeHeader, dict[int, str]]]:
    """Collect what is not collected yet. Raises ArchiveError, OSError.

    Returns what describes it, and the packs of thumbnails of the shards that were read, by their
    numbers.
    """
    start = before or CodeHeader(
        archive.label.manifest, model_id, code_bits(archive, model_id), [], [], {}
    )
    new = archive.files.folder / FOLDER / f"{_UNFINISHED}{secrets.token_hex(8)}"
    make_folder(new / "facts")
    try:
        with CollectedParts(new, start, archive) as parts:
            for done, number in enumerate(_new_shards(archive, start), 1):
                parts.add_shard(number)
                yield Collecting(len(start.shards) + done, len(archive.numbers))
        target = CollectedFiles(archive.files.folder, parts.header)
        # The bitmap of what was removed is not here yet, and is not part of what is collected.
        copy = replace(parts.header, removed="")
        write_flushed(new / target.header.name, encode_json(copy).encode())
        _put_in_place(new, target.folder)
    finally:
        shutil.rmtree(new, ignore_errors=True)
    return parts.header, parts.packs


def _put_in_place(new: Path, target: Path) -> None:
    """Rename a folder. If the target is there, its files are replaced: they should be the same."""
    try:
        new.rename(target)
    except OSError:
        if not target.is_dir():
            raise
        for path in sorted(new.rglob("*")):
            if path.is_file():
                path.replace(target / path.relative_to(new))
    flush_folder(target.parent)


def _with_removed(archive: Archive, header: CodeHeader, removed: RemovedRows) -> CodeHeader:
    """Write which photos remain. Raises ArchiveError, OSError."""
    header = replace(header, removed=removed.digest)
    path = CollectedFiles(archive.files.folder, header).remaining
    if path is not None:
        positions = removed_positions(archive, removed, header)
        with shared_file(path) as part:
            part.write_bytes(RowBitmap.all(header.rows).without(positions).bits.tobytes())
    return header


def _delete_others(archive: Archive, header: CodeHeader, before: CodeHeader | None) -> None:
    """Delete what counts neither now nor did before, nor can be switched to.

    Whoever has it open on Windows keeps it.
    """
    folder = archive.files.folder
    kept = [CollectedFiles(folder, each) for each in (header, before) if each]
    others = [CollectedFiles(folder, each) for each in headers_of_models(archive)]
    folders = [each.folder for each in (*kept, *others)]
    for path in (folder / FOLDER).glob("*"):
        if path not in folders and not path.name.startswith(_UNFINISHED):
            shutil.rmtree(path, ignore_errors=True)
    if folder not in folders:  # where earlier versions have written
        shutil.rmtree(folder / "facts", ignore_errors=True)
        (folder / "codes.bin").unlink(missing_ok=True)
    for path in kept[0].folder.glob("remaining-*.bin"):
        if path not in [each.remaining for each in kept]:
            with suppress(OSError):
                path.unlink()


def _delete_unfinished(folder: Path) -> None:
    """Delete what processes have left that were killed days ago."""
    for path in folder.glob(f"{_UNFINISHED}*"):
        if time.time() - path.stat().st_mtime > LEFTOVER_SECONDS:
            shutil.rmtree(path, ignore_errors=True)
