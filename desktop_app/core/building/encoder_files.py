"""Find the network of an image encoder among the files that its owner publishes."""

from __future__ import annotations

from pathlib import Path

from desktop_app.core.building.errors import BuildError, BuildProblem

# Where folders from Hugging Face have them, the image encoder of a pair before the whole.
_NAMES = ("vision_model", "image_encoder", "visual", "model", "encoder")
_PLACES = tuple(folder / f"{name}.onnx" for name in _NAMES for folder in (Path("onnx"), Path()))


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
