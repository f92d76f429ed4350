"""The models of one library: the one that came with the program, and those in its own folder.

models/<model_id>/     a bundle (model_bundle.py)
       names.json      what the user calls them, by id
"""

from __future__ import annotations

import json
import shutil
import tempfile
from dataclasses import dataclass
from pathlib import Path

from desktop_app.core.base.atomic_write import atomic_write
from desktop_app.core.base.errors import (
    BundleError,
    LibraryUnwritableError,
    ModelInUseError,
    UnknownModelError,
)
from desktop_app.core.bundle.model_bundle import MANIFEST, ModelBundle, is_folder_name, read_bundle
from desktop_app.core.catalogue.catalogue import Catalogue
from desktop_app.core.catalogue.library_files import LibraryFiles

LONGEST_NAME = 80
# What a folder in models/ is called that is on its way in or out (model_exchange.py).
LEFTOVER = ".passing-"


@dataclass(frozen=True)
class KnownModel:
    """A model that can be used. `name`: the user's word for it, or empty; `since`: when it came, in
    seconds of the epoch; `is_shipped`: it came with the program.
    """

    bundle: ModelBundle
    name: str
    since: float
    is_shipped: bool

    @property
    def model_id(self) -> str:
        return self.bundle.manifest.model_id


class Models:
    """Reads and changes the list. A model's folder is never changed once it is there."""

    def __init__(self, files: LibraryFiles, shipped: Path) -> None:
        """`shipped`: folder of the bundle that came with the program."""
        self.files = files
        self._folder = files.models
        self._shipped = shipped

    def all(self) -> list[KnownModel]:
        """The shipped one, then the newest first. Bundles that are damaged are left out. Raises
        BundleError where the shipped one is.
        """
        names = self._names()
        own = [
            KnownModel(
                bundle, names.get(bundle.manifest.model_id, ""), _since(bundle), is_shipped=False
            )
            for bundle in self._own()
        ]
        shipped = read_bundle(self._shipped)
        name = names.get(shipped.manifest.model_id, "")
        first = KnownModel(shipped, name, _since(shipped), is_shipped=True)
        rest = [model for model in own if model.model_id != first.model_id]
        return [first, *sorted(rest, key=lambda model: -model.since)]

    def find(self, model_id: str) -> ModelBundle:
        """Raises UnknownModelError."""
        for model in self.all():
            if model.model_id == model_id:
                return model.bundle
        raise UnknownModelError(model_id)

    def in_use(self, catalogue: Catalogue) -> ModelBundle:
        """The model of the library's codes; the shipped one where that is not known (any more)."""
        model_id = catalogue.model_id
        if is_folder_name(model_id) and (self._folder / model_id).is_dir():
            try:
                return read_bundle(self._folder / model_id)
            except BundleError:
                return read_bundle(self._shipped)
        return read_bundle(self._shipped)

    def add(self, folder: Path) -> ModelBundle:
        """Take a bundle in: the folder, which lies on the library's disk, moves. One that is there
        already stays, if it is whole. Raises BundleError, LibraryUnwritableError.
        """
        model_id = read_bundle(folder).manifest.model_id
        target = self._folder / model_id
        try:
            self._folder.mkdir(parents=True, exist_ok=True)
            if _is_whole(target):
                shutil.rmtree(folder)
            else:
                self._discard(target)
                folder.rename(target)
        except OSError as error:
            detail = error.strerror or str(error)
            raise LibraryUnwritableError(self.files.folder, detail) from error
        return read_bundle(target)

    def rename(self, model_id: str, name: str) -> None:
        """An empty name: none. Raises UnknownModelError, LibraryUnwritableError."""
        self.find(model_id)
        names = {**self._names(), model_id: " ".join(name.split())[:LONGEST_NAME]}
        self._write_names({known: word for known, word in names.items() if word})

    def delete(self, model_id: str, catalogue: Catalogue) -> None:
        """Raises UnknownModelError, ModelInUseError, LibraryUnwritableError."""
        bundle = self.find(model_id)
        if bundle.folder == self._shipped or model_id in (
            catalogue.model_id,
            catalogue.wanted_model,
        ):
            raise ModelInUseError(model_id)
        names = self._names()
        names.pop(model_id, None)
        try:
            self._discard(bundle.folder)
        except OSError as error:
            detail = error.strerror or str(error)
            raise LibraryUnwritableError(self.files.folder, detail) from error
        self._write_names(names)

    def _discard(self, folder: Path) -> None:
        """Gone at once, and whole: what a kill leaves is hidden, and no half of a model."""
        if folder.exists():
            hidden = Path(tempfile.mkdtemp(prefix=LEFTOVER, dir=self._folder))
            folder.rename(hidden / folder.name)
            shutil.rmtree(hidden, ignore_errors=True)

    def _own(self) -> list[ModelBundle]:
        folders = sorted(self._folder.iterdir()) if self._folder.is_dir() else []
        bundles = []
        for folder in folders:
            if not folder.is_dir() or folder.name.startswith("."):
                continue
            try:
                bundle = read_bundle(folder)
            except BundleError:
                continue
            if bundle.manifest.model_id == folder.name:
                bundles.append(bundle)
        return bundles

    def _names(self) -> dict[str, str]:
        try:
            values = json.loads((self._folder / "names.json").read_text("utf-8"))
        except (OSError, ValueError):
            return {}
        if not isinstance(values, dict):
            return {}
        return {known: name for known, name in values.items() if isinstance(name, str)}

    def _write_names(self, names: dict[str, str]) -> None:
        try:
            text = json.dumps(names, indent=2, sort_keys=True) + "\n"
            atomic_write(self._folder / "names.json", text)
        except OSError as error:
            detail = error.strerror or str(error)
            raise LibraryUnwritableError(self.files.folder, detail) from error


def _is_whole(folder: Path) -> bool:
    try:
        read_bundle(folder)
    except BundleError:
        return False
    return True


def _since(bundle: ModelBundle) -> float:
    try:
        return (bundle.folder / MANIFEST).stat().st_mtime
    except OSError:  # it has just gone
        return 0.0
