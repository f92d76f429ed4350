"""The models that an archive keeps beside its codes, for whoever searches it.

models/MODEL_ID/    a bundle (model_bundle.py), the same bytes as where it was copied from
"""

from __future__ import annotations

import shutil
from pathlib import Path
from secrets import token_hex

from desktop_app.core.archive.errors import ArchiveError, ArchiveProblem
from desktop_app.core.archive.shard_files import ArchiveFiles
from desktop_app.core.base.atomic_write import flush_file, flush_folder, make_folder, move_flushed
from desktop_app.core.base.errors import BundleError
from desktop_app.core.bundle.model_bundle import (
    MANIFEST,
    ModelBundle,
    delete_bundle,
    read_bundle,
)
from desktop_app.core.catalogue.library_files import LibraryFiles


def keep_model(archive: ArchiveFiles, bundle: ModelBundle) -> ModelBundle:
    """Copy a model into an archive, unless it is there; others may do the same at this moment.

    Raises ArchiveError if it cannot be written.
    """
    target = LibraryFiles(archive.folder).models / bundle.manifest.model_id
    if not _is_whole(target):
        try:
            make_folder(target.parent)
            _copy(bundle, target)
        except OSError as error:
            raise ArchiveError(target, ArchiveProblem.UNWRITABLE, str(error)) from error
    return read_bundle(target)


def _copy(bundle: ModelBundle, target: Path) -> None:
    part = target.with_name(f".{target.name}-{token_hex(4)}")
    part.mkdir()
    try:
        for name in (MANIFEST, *bundle.manifest.files):
            shutil.copyfile(bundle.folder / name, part / name)
            flush_file(part / name)
        flush_folder(part)
        if target.exists() and not _is_whole(target):
            delete_bundle(target)
        _put_in_place(part, target)
    finally:
        delete_bundle(part)


def _put_in_place(part: Path, target: Path) -> None:
    try:
        move_flushed(part, target)
    except OSError:
        if not _is_whole(target):  # somebody else has put it there
            raise


def _is_whole(folder: Path) -> bool:
    try:
        read_bundle(folder)
    except BundleError:
        return False
    return True
