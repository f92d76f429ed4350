"""The models of one library: the one that came with the program, and those in its own folder.

models/<model_id>/     a bundle (model_bundle.py)
       names.json      the user's names for models, by id
"""

from __future__ import annotations

import logging
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from desktop_app.core.base.atomic_write import atomic_write, flush_folder, make_folder, move_flushed
from desktop_app.core.base.errors import (
    BundleError,
    LinkedEntryError,
    ModelInUseError,
    UnknownModelError,
)
from desktop_app.core.base.json_codec import decode_json, encode_json, read_json
from desktop_app.core.base.paths import default_bundle
from desktop_app.core.base.private_files import create_private_folder
from desktop_app.core.base.regular_file import check_own, own_subfolders
from desktop_app.core.bundle.model_bundle import (
    MANIFEST,
    Manifest,
    ModelBundle,
    delete_bundle,
    is_folder_name,
    read_bundle,
)
from desktop_app.core.catalogue.catalogue import Catalogue
from desktop_app.core.catalogue.library_files import LibraryFiles, write_errors

if TYPE_CHECKING:
    from desktop_app.core.bundle.encoder import Encoder

logger = logging.getLogger(__name__)

MAX_NAME_CHARACTERS = 80
# Prefix of a folder in models/ while its bundle is imported or deleted (model_exchange.py).
LEFTOVER = ".passing-"


@dataclass(frozen=True)
class KnownModel:
    """A model that the library can be searched with.

    Attributes:
        bundle: Its files and manifest.
        name: The user's name for it; empty: none.
        since: When it was added, in seconds since the epoch.
        is_shipped: It came with the program.
    """

    bundle: ModelBundle
    name: str
    since: float
    is_shipped: bool

    @property
    def model_id(self) -> str:
        return self.bundle.manifest.model_id


class LibraryModels:
    """Lists and changes the models. A model's folder is never changed once it is there."""

    def __init__(self, files: LibraryFiles, shipped: Path | None = None) -> None:
        """`shipped` is the folder of the bundle that came with the program; None is the default."""
        self.files = files
        self._folder = files.models
        self._shipped = shipped or default_bundle()

    def all(self) -> list[KnownModel]:
        """The shipped model, then the others, newest first; damaged bundles are left out.

        Raises BundleError where the shipped one is damaged.
        """
        names = self._names()
        shipped = _known(read_bundle(self._shipped), names, is_shipped=True)
        own = [_known(bundle, names, is_shipped=False) for bundle in self._own_bundles()]
        others = [model for model in own if model.model_id != shipped.model_id]
        return [shipped, *sorted(others, key=lambda model: -model.since)]

    def find(self, model_id: str) -> ModelBundle:
        """Raises UnknownModelError."""
        for model in self.all():
            if model.model_id == model_id:
                return model.bundle
        raise UnknownModelError(model_id)

    def in_use(self, catalogue: Catalogue) -> ModelBundle:
        """The model of the library's codes; the shipped one where that is unknown or damaged."""
        model_id = catalogue.model_id
        if is_folder_name(model_id) and (self._folder / model_id).is_dir():
            try:
                return _read_own(self._folder / model_id)
            except (BundleError, LinkedEntryError):
                logger.warning("The model in use, %s, is damaged", model_id, exc_info=True)
        return read_bundle(self._shipped)

    def open(self, bundle: ModelBundle) -> Encoder:
        """Load one of these models: a foreign one in a process with limits. Raises BundleError."""
        if bundle.folder == self._shipped:
            from desktop_app.core.bundle.encoder import Encoder  # loads onnxruntime: slow

            return Encoder(bundle)
        from desktop_app.core.models.own_models import open_model  # and what limits processes

        return open_model(bundle)

    def add(self, folder: Path) -> ModelBundle:
        """Move a bundle's folder, which lies on the library's disk, among the models.

        Where an undamaged model of this id is there already, that one stays, and `folder` is
        deleted. Raises BundleError, LibraryUnwritableError.
        """
        model_id = read_bundle(folder).manifest.model_id
        target = self._folder / model_id
        with self._write_errors():
            make_folder(self._folder, create_private_folder)
            if _is_whole(target):
                delete_bundle(folder)
            else:
                _delete_model(target)
                flush_folder(folder)
                move_flushed(folder, target)
        logger.info("Added the model %s", model_id)
        return read_bundle(target)

    def rename(self, model_id: str, name: str) -> None:
        """An empty name removes the name. Raises UnknownModelError, LibraryUnwritableError."""
        self.find(model_id)
        names = {**self._names(), model_id: " ".join(name.split())[:MAX_NAME_CHARACTERS]}
        self._write_names({known: given for known, given in names.items() if given})

    def delete(self, model_id: str, catalogue: Catalogue) -> None:
        """Raises UnknownModelError, ModelInUseError, LibraryUnwritableError."""
        bundle = self.find(model_id)
        is_needed = model_id in (catalogue.model_id, catalogue.pending_model_id)
        if is_needed or bundle.folder == self._shipped:
            raise ModelInUseError(model_id)
        names = self._names()
        names.pop(model_id, None)
        with self._write_errors():
            _delete_model(bundle.folder)
        self._write_names(names)
        logger.info("Deleted the model %s", model_id)

    def _own_bundles(self) -> Iterator[ModelBundle]:
        for folder in own_subfolders(self._folder, "[!.]*"):
            try:
                bundle = _read_own(folder)
            except (BundleError, LinkedEntryError):
                continue
            if bundle.manifest.model_id == folder.name:
                yield bundle

    def _names(self) -> dict[str, str]:
        try:
            names = decode_json(read_json(self._folder / "names.json"), dict[str, Any])
        except FileNotFoundError:
            return {}
        except (OSError, ValueError) as error:
            logger.warning("The names of the models cannot be read: %s", error)
            return {}
        return {model_id: name for model_id, name in names.items() if isinstance(name, str)}

    def _write_names(self, names: dict[str, str]) -> None:
        path = self._folder / "names.json"
        with self._write_errors():
            _keep_damaged(path)
            atomic_write(path, encode_json(dict(sorted(names.items())), indent=2) + "\n")

    @contextmanager
    def _write_errors(self) -> Iterator[None]:
        check_own(self._folder)
        with write_errors(self.files.folder):
            yield


def _keep_damaged(path: Path) -> None:
    """Rename a file of names that cannot be decoded: its user may yet read it."""
    try:
        decode_json(read_json(path), dict[str, Any])
    except FileNotFoundError:
        pass
    except ValueError:
        path.replace(path.with_name("names.damaged.json"))


def encoder_in_use(files: LibraryFiles) -> Encoder:
    """Load the model that the library is searched with. Raises BundleError."""
    models = LibraryModels(files)
    with Catalogue(files) as catalogue:
        return models.open(models.in_use(catalogue))


def manifest_in_use(files: LibraryFiles) -> Manifest:
    """Return the manifest of the model that the library is searched with. Raises BundleError."""
    with Catalogue(files) as catalogue:
        return LibraryModels(files).in_use(catalogue).manifest


def _read_own(folder: Path) -> ModelBundle:
    """Read a bundle in the library's folder. Raises BundleError, LinkedEntryError."""
    check_own(folder)
    return read_bundle(folder)


def _known(bundle: ModelBundle, names: dict[str, str], *, is_shipped: bool) -> KnownModel:
    name = names.get(bundle.manifest.model_id, "")
    return KnownModel(bundle, name, _since(bundle), is_shipped)


def _delete_model(folder: Path) -> None:
    """Hide the folder first, so that a kill leaves no half of a model."""
    if folder.exists():
        hidden = Path(tempfile.mkdtemp(prefix=LEFTOVER, dir=folder.parent))
        move_flushed(folder, hidden / folder.name)
        delete_bundle(hidden)


def _is_whole(folder: Path) -> bool:
    try:
        _read_own(folder)
    except (BundleError, LinkedEntryError):
        return False
    return True


def _since(bundle: ModelBundle) -> float:
    try:
        return (bundle.folder / MANIFEST).stat().st_mtime
    except OSError:  # it was deleted just now
        return 0.0
