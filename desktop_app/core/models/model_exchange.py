"""A model goes out as one file, and comes in from one.

A file from a stranger is taken apart in a hidden folder, checked there from the outside in - the
zip, the manifest and its hashes, memory.npy, the graphs, a trial run (model_trial.py) - and moves
among the models only when nothing is left to object to.
"""

from __future__ import annotations

import errno
import os
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from desktop_app.core.base.atomic_write import atomic_file
from desktop_app.core.base.errors import (
    BundleError,
    BundleProblem,
    ExportError,
    ImportBusyError,
    LibraryUnwritableError,
)
from desktop_app.core.base.process_lock import LockHeldError, LockUnavailableError, process_lock
from desktop_app.core.bundle.model_archive import contents, write_archive
from desktop_app.core.bundle.model_bundle import MANIFEST, ModelBundle, read_bundle, write_durably
from desktop_app.core.bundle.model_trial import try_out
from desktop_app.core.catalogue.library_files import LibraryFiles
from desktop_app.core.models.library_models import LEFTOVER, LibraryModels

SUFFIX = ".lookalike-model"

_LONGEST_DETAIL = 200


@dataclass(frozen=True)
class Imported:
    """A model that was brought; not `is_new`: the library had it already."""

    bundle: ModelBundle
    is_new: bool


def export_model(bundle: ModelBundle, target: Path) -> Path:
    """Write a model as one file, which gets our suffix where it has it not. Returns where it is.

    Raises ExportError.
    """
    if not target.name:  # the root of a disk
        raise ExportError(target, os.strerror(errno.EISDIR))
    place = target if target.suffix == SUFFIX else target.with_name(target.name + SUFFIX)
    with atomic_file(place) as part:
        write_archive(bundle, part)
    return place


def import_model(models: LibraryModels, source: Path) -> Imported:
    """Take in a file of `export_model`, or a bundle's folder. Takes seconds, at most a minute.

    Raises BundleError, with `source`, where anything is wrong with it: nothing was installed, and
    nothing of it was run but networks of known operators, in a process of their own. Raises
    ImportBusyError during another import, LibraryUnwritableError.
    """
    known = {model.model_id: model.bundle for model in models.all()}
    with _staging(models.files) as folder:
        try:
            bundle = _unpacked(source, folder)
            model_id = bundle.manifest.model_id
            if model_id in known:
                return Imported(known[model_id], is_new=False)
            try_out(bundle)
        except BundleError as error:
            detail = _plain(error.detail.replace(str(folder), source.name))
            raise BundleError(source, error.problem, detail) from error
        return Imported(models.add(folder), is_new=True)


def clear_leftovers(files: LibraryFiles) -> None:
    """Remove what an import or a deletion left that was killed. Does nothing during an import."""
    if not files.models.is_dir():
        return
    try:
        with process_lock(_lock(files)):
            _sweep(files)
    except (LockHeldError, LockUnavailableError):
        return


@contextmanager
def _staging(files: LibraryFiles) -> Iterator[Path]:
    """An empty hidden folder on the library's disk; what is left in it at the end is removed."""
    try:
        files.models.mkdir(parents=True, exist_ok=True)
        with process_lock(_lock(files)):
            _sweep(files)
            folder = Path(tempfile.mkdtemp(prefix=LEFTOVER, dir=files.models))
            try:
                yield folder
            finally:
                shutil.rmtree(folder, ignore_errors=True)
    except LockHeldError as error:
        raise ImportBusyError(files.folder) from error
    except LockUnavailableError as error:
        raise LibraryUnwritableError(files.folder, str(error)) from error
    except OSError as error:
        raise LibraryUnwritableError(files.folder, error.strerror or str(error)) from error


def _lock(files: LibraryFiles) -> Path:
    return files.folder / "import.lock"


def _sweep(files: LibraryFiles) -> None:
    for folder in files.models.glob(f"{LEFTOVER}*"):
        shutil.rmtree(folder, ignore_errors=True)


def _unpacked(source: Path, folder: Path) -> ModelBundle:
    """The bundle in `folder`, with everything checked that needs no network. Raises BundleError."""
    names = set()
    for name, content in contents(source):
        write_durably(folder / name, content)
        names.add(name)
    folder.chmod(0o755)  # as a bundle's is; mkdtemp's are private
    bundle = read_bundle(folder)
    extra = names - {MANIFEST, *bundle.manifest.files}
    if extra:
        raise BundleError(folder, BundleProblem.UNEXPECTED_FILE, ", ".join(sorted(extra)))
    if bundle.memory is not None:
        _check_memory(bundle, bundle.memory)
    return bundle


def _check_memory(bundle: ModelBundle, path: Path) -> None:
    """An int8 table [M, D] that is as long as its header says. Reads no more than the header."""
    try:
        with path.open("rb") as file:
            version = np.lib.format.read_magic(file)
            shape, in_columns, kind = np.lib.format.read_array_header_1_0(file)
            start = file.tell()
    except (ValueError, SyntaxError, TypeError, RecursionError, MemoryError) as error:
        raise BundleError(bundle.folder, BundleProblem.BAD_MEMORY, "no header") from error
    if version != (1, 0) or in_columns or kind != np.int8 or len(shape) != 2:
        raise BundleError(bundle.folder, BundleProblem.BAD_MEMORY, "other numbers")
    rows, size = shape
    if size != bundle.manifest.descriptor_size or start + rows * size != path.stat().st_size:
        raise BundleError(bundle.folder, BundleProblem.BAD_MEMORY, "another size")


def _plain(text: str) -> str:
    """Words that came with the file, made harmless for a terminal."""
    return "".join(sign if sign.isprintable() else " " for sign in text)[:_LONGEST_DETAIL]
