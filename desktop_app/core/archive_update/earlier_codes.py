"""What was collected before: with the model in use, and with others that one can switch to."""

from __future__ import annotations

import pyarrow.parquet as pq

from desktop_app.core.archive.archive import BAD_DATA, Archive
from desktop_app.core.archive.code_file import (
    collected_header,
    mapped_codes,
    remaining_rows,
    usable_header,
)
from desktop_app.core.archive.errors import check_storage_answers
from desktop_app.core.archive_facts.collected_files import FOLDER, CodeHeader, CollectedFiles
from desktop_app.core.archive_facts.columns import folders_path
from desktop_app.core.archive_facts.facts import Facts
from desktop_app.core.archive_update.shard_codes import codes_folder


def largest_header(archive: Archive, model_id: str) -> CodeHeader | None:
    """Return what describes the most codes of a model that are collected and not damaged.

    Raises ArchiveError: storage fails.
    """
    in_use = collected_header(archive)
    found = [in_use, *_copies(archive)] if in_use else _copies(archive)
    of_model = [each for each in found if each.model_id == model_id]
    for header in sorted(of_model, key=lambda each: -len(each.shards)):
        if _is_whole(archive, header):
            return header
    return None


def headers_of_models(archive: Archive) -> list[CodeHeader]:
    """Return, for each model whose codes are there, what describes the most that is collected."""
    best: dict[str, CodeHeader] = {}
    for header in sorted(_copies(archive), key=lambda each: len(each.shards)):
        model_id = header.model_id
        is_own = model_id == archive.label.model_id
        if is_own or codes_folder(archive.files.folder, model_id).is_dir():
            best[model_id] = header
    return list(best.values())


def has_header(archive: Archive, header: CodeHeader) -> bool:
    """Whether what a header describes counts now: no shard was written anew that it has."""
    return header in [collected_header(archive), *_copies(archive)]


def _copies(archive: Archive) -> list[CodeHeader]:
    """Return the headers in the folders of what was collected, if they can be used."""
    folders = sorted((archive.files.folder / FOLDER).glob("*"))
    found = [(folder.name, usable_header(archive, folder / "codes.json")) for folder in folders]
    return [header for name, header in found if header and header.digest == name]


def _is_whole(archive: Archive, header: CodeHeader) -> bool:
    """Whether neither the codes and facts nor what was removed is damaged. Raises ArchiveError."""
    files = CollectedFiles(archive.files.folder, header)
    try:
        mapped_codes(files, header), remaining_rows(files, header)
        Facts(files.facts, header.rows, archive.roots, header.names or {})
        pq.read_metadata(folders_path(files.facts))
    except BAD_DATA as error:
        check_storage_answers(files.folder, error)
        return False
    return header.names is not None
