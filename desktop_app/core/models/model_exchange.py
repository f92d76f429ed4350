"""Export a model as one file, and import one.

The file may be hostile. It is unpacked to a hidden folder, and checked there from the outside in:
the archive, the manifest and its hashes, memory.npy, the graphs, a trial run (model_trial.py), the
descriptors. Only then is the folder moved among the models.
"""

from __future__ import annotations

import errno
import logging
import os
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path
from secrets import token_hex

from desktop_app.core.base.atomic_write import exported_file, make_folder, write_flushed
from desktop_app.core.base.errors import (
    BundleError,
    BundleProblem,
    ExportError,
    ImportBusyError,
    LibraryUnwritableError,
)
from desktop_app.core.base.private_files import create_private_folder, private_umask
from desktop_app.core.base.process_lock import LockHeldError, LockUnavailableError, process_lock
from desktop_app.core.base.regular_file import own_subfolders
from desktop_app.core.bundle.encoder import Encoder
from desktop_app.core.bundle.model_archive import read_archive, write_archive
from desktop_app.core.bundle.model_bundle import (
    MANIFEST,
    ModelBundle,
    delete_bundle,
    read_bundle,
)
from desktop_app.core.bundle.model_memory import check_memory
from desktop_app.core.bundle.model_trial import makes_same_descriptors, run_trial
from desktop_app.core.catalogue.library_files import LibraryFiles
from desktop_app.core.models.library_models import LEFTOVER, LibraryModels

logger = logging.getLogger(__name__)

SUFFIX = ".lookalike-model"

_MAX_DETAIL_CHARACTERS = 200


@dataclass(frozen=True)
class Imported:
    """A model that was imported. `is_new` is False if the library had it already.

    The manifest of a new one tells the `descriptor_graph` that was found.
    """

    bundle: ModelBundle
    is_new: bool


def export_model(bundle: ModelBundle, target: Path) -> Path:
    """Write a model to one file. The suffix is appended to `target` if it is missing.

    Returns:
        The path of the file.

    Raises:
        ExportError: The file cannot be written.
    """
    if not target.name:  # the root of a disk
        raise ExportError(target, os.strerror(errno.EISDIR))
    path = target if target.suffix == SUFFIX else target.with_name(target.name + SUFFIX)
    with exported_file(path) as part:
        write_archive(bundle, part)
    return path


def import_model(models: LibraryModels, source: Path) -> Imported:
    """Import a model from a file of `export_model`, or from a bundle's folder.

    Takes seconds, at most a minute. Of the file, only networks of known operators are run, in a
    process of their own. Raises BundleError, which names `source`, if anything is wrong with it:
    nothing was changed then. Raises ImportBusyError, LibraryUnwritableError.
    """
    known = {model.model_id: model.bundle for model in models.all()}
    with _staging(models.files) as folder:
        with _errors_of(source, folder):
            bundle = _unpack(source, folder)
            model_id = bundle.manifest.model_id
            if model_id in known:
                return Imported(known[model_id], is_new=False)
            encoder = run_trial(bundle)
            _check_descriptors(models, encoder)
        logger.info("Imported a model from %r", source)
        return Imported(replace(models.add(folder), manifest=encoder.bundle.manifest), is_new=True)


@contextmanager
def _errors_of(source: Path, folder: Path) -> Iterator[None]:
    """Let errors name the file that was imported, and not the folder that it is unpacked to."""
    try:
        yield
    except BundleError as error:
        detail = _printable(error.detail.replace(str(folder), source.name))
        raise BundleError(source, error.problem, detail) from error


def clear_leftovers(files: LibraryFiles) -> None:
    """Delete what killed imports and deletions have left. Does nothing during an import."""
    if not own_subfolders(files.folder, files.models.name):
        return
    try:
        with process_lock(_lock(files)):
            _delete_leftovers(files)
    except (LockHeldError, LockUnavailableError):
        return


@contextmanager
def _staging(files: LibraryFiles) -> Iterator[Path]:
    """Yield an empty hidden folder on the library's disk, which is deleted unless it was moved."""
    files.check_links()
    try:
        make_folder(files.models, create_private_folder)
        with process_lock(_lock(files)), private_umask(files.models):
            _delete_leftovers(files)
            folder = files.models / f"{LEFTOVER}{token_hex(4)}"
            folder.mkdir()
            try:
                yield folder
            finally:
                delete_bundle(folder)
    except LockHeldError as error:
        raise ImportBusyError(files.folder) from error
    except LockUnavailableError as error:
        raise LibraryUnwritableError(files.folder, str(error)) from error
    except OSError as error:
        raise LibraryUnwritableError(files.folder, error.strerror or str(error)) from error


def _lock(files: LibraryFiles) -> Path:
    return files.folder / "import.lock"


def _delete_leftovers(files: LibraryFiles) -> None:
    for folder in own_subfolders(files.models, f"{LEFTOVER}*"):
        delete_bundle(folder)


def _unpack(source: Path, folder: Path) -> ModelBundle:
    """Unpack the files into `folder`, and check all but the networks. Raises BundleError."""
    names = set()
    for name, content in read_archive(source):
        write_flushed(folder / name, content)
        names.add(name)
    bundle = read_bundle(folder)
    extra = names - {MANIFEST, *bundle.manifest.files}
    if extra:
        raise BundleError(folder, BundleProblem.UNEXPECTED_FILE, ", ".join(sorted(extra)))
    check_memory(bundle)
    return bundle


def _check_descriptors(models: LibraryModels, encoder: Encoder) -> None:
    """Refuse a model that takes the name of descriptors which it does not make.

    Raises BundleError.
    """
    bundle = encoder.bundle
    known = (model.bundle for model in models.all())
    name = bundle.manifest.descriptor_id
    namesake = next((each for each in known if each.manifest.descriptor_id == name), None)
    if namesake is None:
        return
    other = models.open(namesake)
    if not bundle.manifest.shares_descriptors(other.bundle.manifest) and not makes_same_descriptors(
        encoder, other
    ):
        detail = f"its descriptors are not those of {other.model_id}, as it says"
        raise BundleError(bundle.folder, BundleProblem.WRONG_ANSWERS, detail)


def _printable(text: str) -> str:
    """Replace what could harm a terminal in a text that comes from the file."""
    return "".join(character if character.isprintable() else " " for character in text)[
        :_MAX_DETAIL_CHARACTERS
    ]
