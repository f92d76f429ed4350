"""Find the network of an image encoder among the files that its owner publishes.

That of timm is exported by the training component.
"""

from __future__ import annotations

import re
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from desktop_app.core.base.given_paths import resolved
from desktop_app.core.building.errors import BuildError, BuildProblem
from desktop_app.core.jobs.child_job import training_program
from desktop_app.core.models.training_component import missing_modules

# Where folders from Hugging Face have them, the image encoder of a pair before the whole.
_NAMES = ("vision_model", "image_encoder", "visual", "model", "encoder")
_PLACES = tuple(folder / f"{name}.onnx" for name in _NAMES for folder in (Path("onnx"), Path()))
# A name of timm, and what it saves in a folder.
_TIMM_NAME = re.compile(r"[a-z0-9_]+(\.[a-z0-9_]+)?")
_TIMM_FILES = ("config.json", "model.safetensors")


@contextmanager
def opened_encoder(given: Path) -> Iterator[tuple[Path, str]]:
    """Yield the ONNX file of an encoder, and its name.

    Args:
        given: An ONNX file, a folder with one, a folder that timm has saved, or a name of timm
            whose weights are on this machine.

    Raises:
        BuildError.
    """
    if not _is_of_timm(given):
        network = network_of(resolved(given))
        yield network, name_of(network)
        return
    if missing := missing_modules():
        raise BuildError(given, BuildProblem.NEEDS_TRAINING, ", ".join(missing))
    with tempfile.TemporaryDirectory(prefix="lookalike-build-") as folder:
        _export(given, Path(folder))
        try:
            yield network_of(Path(folder)), resolved(given).name
        except BuildError as error:
            raise BuildError(given, error.problem, error.detail) from error


def _is_of_timm(given: Path) -> bool:
    if given.is_dir():
        has_network = any(given.glob("*.onnx")) or any(given.glob("onnx/*.onnx"))
        return not has_network and all((given / name).is_file() for name in _TIMM_FILES)
    is_name = len(given.parts) == 1 and _TIMM_NAME.fullmatch(given.name) is not None
    return is_name and given.suffix != ".onnx" and not given.exists()


def _export(given: Path, folder: Path) -> None:
    encoder = str(resolved(given)) if given.is_dir() else given.name
    done = subprocess.run(  # noqa: S603 -- our own program
        [*training_program(), "export-encoder", encoder, str(folder)],
        stdin=subprocess.DEVNULL,
        capture_output=True,
        encoding="utf-8",
        errors="replace",
        check=False,
    )
    if done.returncode != 0:
        detail = (done.stderr.strip() or "it crashed").splitlines()[-1]
        raise BuildError(given, BuildProblem.NOT_EXPORTED, detail)


def network_of(given: Path) -> Path:
    """Return the ONNX file that is given, or that is in a folder. Raises BuildError."""
    if not given.is_dir():
        return given
    for place in _PLACES:
        if (given / place).is_file():
            return given / place
    networks = sorted(given.glob("*.onnx"))
    if len(networks) == 1:
        return networks[0]
    raise BuildError(given, BuildProblem.NO_NETWORK, ", ".join(path.name for path in networks))


def name_of(network: Path) -> str:
    """Return the name of a network: that of its folder, if the file is called as many others."""
    folder = network.parent.parent if network.parent.name == "onnx" else network.parent
    return folder.name if network.stem in _NAMES else network.stem
