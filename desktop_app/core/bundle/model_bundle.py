"""A model bundle: a folder with everything that is needed to turn photos into codes.

    encoder.onnx    pixels uint8 [N, S, S, 3] -> descriptor int8 [N, D], logits float32 [N, K]
    hasher.onnx     descriptor int8 [N, D] -> logits float32 [N, K]
    generator.onnx  codes float32 [N, K] of -1 and +1, and 0 for bits that are left out ->
                    pictures uint8 [N, G, G, 3]                                        (optional)
    memory.npy      descriptors int8 [M, D] of photos from elsewhere (model_memory.py) (optional)
    model.json      the manifest below

The encoder rounds its descriptor to int8 before it computes logits, so that codes from stored
descriptors equal those of indexing.
"""

from __future__ import annotations

import hashlib
import json
import re
import tempfile
from contextlib import suppress
from dataclasses import asdict, dataclass, field, fields
from functools import lru_cache
from pathlib import Path
from secrets import token_hex
from typing import Any

from desktop_app.core.base.atomic_write import (
    flush_folder,
    make_folder,
    move_flushed,
    write_flushed,
)
from desktop_app.core.base.errors import BundleError, BundleProblem
from desktop_app.core.base.json_codec import parse_json
from desktop_app.core.base.regular_file import delete_own_files, own_subfolders

FORMAT_VERSION = 1
MANIFEST = "model.json"
ENCODER = "encoder.onnx"
HASHER = "hasher.onnx"
GENERATOR = "generator.onnx"
MEMORY = "memory.npy"

# All files that a bundle can have, and the maximum size of each.
MAX_FILE_BYTES = {
    MANIFEST: 2**20,
    ENCODER: 200 * 2**20,
    HASHER: 64 * 2**20,
    GENERATOR: 200 * 2**20,
    MEMORY: 64 * 2**20,
    "MODEL_CARD.md": 2**20,
}
_LIMITS = {
    "format_version": (1, FORMAT_VERSION),
    "code_bits": (16, 256),
    "descriptor_size": (8, 4096),
    "image_size": (32, 1024),
    "preview_size": (4, 1024),
    "same_distance": (0, 256),
    "similar_distance": (0, 256),
}
_MAX_FIGURE = 1e12
_MAX_FIGURES = 200
_MAX_NAME_CHARACTERS = 100
_MAX_TEXT_CHARACTERS = 1000

# A model's id has to be a valid folder name on every system, beside names.json.
_FOLDER_NAME = re.compile(r"[A-Za-z0-9]([A-Za-z0-9._-]*[A-Za-z0-9_-])?")
_GRAPH = re.compile(r"([0-9a-f]{64})?")
_RESERVED = frozenset(
    [
        "con",
        "prn",
        "aux",
        "nul",
        "names",
        *(f"{port}{n}" for port in ("com", "lpt") for n in range(10)),
    ]
)


@dataclass(frozen=True)
class Manifest:
    """The content of model.json. Distances are Hamming distances, in bits.

    Attributes:
        format_version: Of the bundle.
        model_id: Identifies the codes; a valid folder name.
        descriptor_id: Identifies the descriptors: models that share it can exchange them.
        code_bits: K.
        descriptor_size: D.
        image_size: S, the side of the encoder's input in pixels.
        preview_size: G, the side of the generator's pictures in pixels; None without a generator.
        files: SHA-256 of the other files by name, in hexadecimal digits.
        trained_on: One line for users.
        figures: What was measured of the model, by name.
        same_distance: Photos within this distance are probably the same photo.
        similar_distance: Photos within this distance are probably similar.
        random_pairs_within: Element d is the share of random pairs of photos within distance d,
            for d = 0..K.
        copies_within: The same of photos and edited copies of them; may be empty.
        neighbours_within: The same of photos and their nearest by descriptor; may be empty.
        descriptor_graph: Hash of the network that computes the descriptors (descriptor_graph.py);
            empty in bundles of earlier versions. Encoder fills it in.
    """

    format_version: int
    model_id: str
    descriptor_id: str
    code_bits: int
    descriptor_size: int
    image_size: int
    preview_size: int | None
    files: dict[str, str]
    trained_on: str
    figures: dict[str, float]
    same_distance: int
    similar_distance: int
    random_pairs_within: list[float]
    copies_within: list[float] = field(default_factory=list)
    neighbours_within: list[float] = field(default_factory=list)
    descriptor_graph: str = ""

    def shares_descriptors(self, other: Manifest) -> bool:
        """Whether another model can use this one's descriptors.

        Where a graph is not known, the names decide.
        """
        graphs = {self.descriptor_graph, other.descriptor_graph} - {""}
        return self.descriptor_id == other.descriptor_id and len(graphs) <= 1


@dataclass(frozen=True)
class ModelBundle:
    """A bundle on disk whose manifest and files were checked."""

    folder: Path
    manifest: Manifest

    @property
    def encoder(self) -> Path:
        return self.folder / ENCODER

    @property
    def hasher(self) -> Path:
        return self.folder / HASHER

    @property
    def generator(self) -> Path | None:
        return self._optional(GENERATOR)

    @property
    def memory(self) -> Path | None:
        return self._optional(MEMORY)

    def _optional(self, name: str) -> Path | None:
        return self.folder / name if name in self.manifest.files else None


def read_bundle(folder: Path) -> ModelBundle:
    """Read a bundle and check all but its networks, as Encoder does. Raises BundleError."""
    manifest = _read_manifest(folder)
    for name, digest in manifest.files.items():
        _check_file(folder, name, digest)
    return ModelBundle(folder, manifest)


def write_bundle(folder: Path, manifest: Manifest, files: dict[str, bytes]) -> ModelBundle:
    """Write a bundle to a temporary folder, flush it to disk, and rename it to `folder`.

    An older bundle is replaced. `files` are contents by name; their hashes replace those of the
    manifest. Raises OSError.
    """
    make_folder(folder.parent)
    temporary = folder.with_name(f".{folder.name}-{token_hex(4)}")
    temporary.mkdir()
    try:
        _write_files(temporary, manifest, files)
        _replace_folder(temporary, folder)
    except BaseException:
        delete_bundle(temporary)
        raise
    return read_bundle(folder)


def delete_bundle(folder: Path) -> None:
    """Delete the files of a bundle in a folder and in those inside it, and the empty folders.

    Anything else that is there stays, and what links lead to.
    """
    for inner in (*own_subfolders(folder), folder):
        with suppress(OSError):
            delete_own_files(inner, MAX_FILE_BYTES)


def _write_files(folder: Path, manifest: Manifest, files: dict[str, bytes]) -> None:
    digests = {name: hashlib.sha256(data).hexdigest() for name, data in files.items()}
    for name, data in files.items():
        write_flushed(folder / name, data)
    text = json.dumps({**asdict(manifest), "files": digests}, indent=2, sort_keys=True) + "\n"
    write_flushed(folder / MANIFEST, text.encode())
    flush_folder(folder)


def _read_manifest(folder: Path) -> Manifest:
    try:
        with (folder / MANIFEST).open("rb") as file:
            data = file.read(MAX_FILE_BYTES[MANIFEST] + 1)
        if len(data) > MAX_FILE_BYTES[MANIFEST]:
            raise BundleError(folder, BundleProblem.TOO_LARGE, MANIFEST)
        values = parse_json(data.decode("utf-8"), parse_constant=_refuse_constant)
    except FileNotFoundError:
        raise BundleError(folder, BundleProblem.MISSING_FILE, MANIFEST) from None
    except (OSError, ValueError) as error:
        raise BundleError(folder, BundleProblem.BAD_MANIFEST, str(error)) from error
    manifest = _manifest_from(folder, values)
    problem = _manifest_problem(manifest)
    if problem:
        raise BundleError(folder, BundleProblem.BAD_MANIFEST, problem[:_MAX_TEXT_CHARACTERS])
    return manifest


def _refuse_constant(name: str) -> float:
    raise ValueError(f"{name} is not a number")


def _manifest_from(folder: Path, values: Any) -> Manifest:
    if not isinstance(values, dict):
        raise BundleError(folder, BundleProblem.BAD_MANIFEST, "not a JSON object")
    version = values.get("format_version")
    if isinstance(version, int) and version > FORMAT_VERSION:
        raise BundleError(folder, BundleProblem.NEWER_FORMAT, str(version))
    known = {item.name for item in fields(Manifest)}
    try:
        return Manifest(**{name: value for name, value in values.items() if name in known})
    except TypeError as error:
        raise BundleError(folder, BundleProblem.BAD_MANIFEST, str(error)) from error


def is_folder_name(name: str) -> bool:
    """Whether the text is a valid folder name on every system, and not a path."""
    is_valid = len(name) <= _MAX_NAME_CHARACTERS and _FOLDER_NAME.fullmatch(name) is not None
    return is_valid and name.partition(".")[0].lower() not in _RESERVED


def _manifest_problem(manifest: Manifest) -> str:
    """A description of the first invalid value; empty if all are valid."""
    return (
        _size_problem(manifest)
        or _text_problem(manifest)
        or _figures_problem(manifest.figures)
        or _files_problem(manifest)
        or _calibration_problem(manifest)
    )


def _size_problem(manifest: Manifest) -> str:
    for name, (low, high) in _LIMITS.items():
        value = getattr(manifest, name)
        is_missing = name == "preview_size" and value is None
        if not is_missing and (type(value) is not int or not low <= value <= high):
            return f"{name} must not be {value!r}"
    if manifest.code_bits % 8:
        return f"code_bits must not be {manifest.code_bits!r}"
    if not manifest.same_distance <= manifest.similar_distance <= manifest.code_bits:
        return "same_distance, similar_distance and code_bits must be ascending"
    return ""


def _text_problem(manifest: Manifest) -> str:
    for name in ("model_id", "descriptor_id"):
        value = getattr(manifest, name)
        if not isinstance(value, str) or not is_folder_name(value):
            return f"{name} is not a valid name"
    if not _is_line(manifest.trained_on, _MAX_TEXT_CHARACTERS):
        return "trained_on is not a single line of text"
    graph = manifest.descriptor_graph
    if not isinstance(graph, str) or not _GRAPH.fullmatch(graph):
        return "descriptor_graph is not a hash"
    return ""


def _figures_problem(figures: object) -> str:
    if not isinstance(figures, dict) or len(figures) > _MAX_FIGURES:
        return "figures must be an object with few entries"
    for name, value in figures.items():
        is_named = _is_line(name, _MAX_NAME_CHARACTERS)
        if not is_named or not _is_between(value, -_MAX_FIGURE, _MAX_FIGURE):
            return f"the figure {name!r} is not a number"
    return ""


def _files_problem(manifest: Manifest) -> str:
    files = manifest.files
    if not isinstance(files, dict) or not {ENCODER, HASHER} <= set(files):
        return "files does not list the encoder and the hasher"
    if not set(files) <= set(MAX_FILE_BYTES) - {MANIFEST}:
        return "files lists a file that is not part of a bundle"
    if (GENERATOR in files) != (manifest.preview_size is not None):
        return "preview_size is given without a generator, or the reverse"
    return ""


def _calibration_problem(manifest: Manifest) -> str:
    for name in ("random_pairs_within", "copies_within", "neighbours_within"):
        shares = getattr(manifest, name)
        is_optional = name != "random_pairs_within"
        if is_optional and shares == []:
            continue
        if not _is_distribution(shares, manifest.code_bits + 1):
            return f"{name} is not a cumulative distribution"
    return ""


def _is_distribution(shares: Any, length: int) -> bool:
    """Whether these are ascending numbers in [0, 1] that end with 1."""
    if not isinstance(shares, list) or len(shares) != length:
        return False
    if not all(_is_between(share, 0, 1) for share in shares):
        return False
    return shares == sorted(shares) and shares[-1] == 1


def _is_between(value: Any, low: float, high: float) -> bool:
    """Whether the value is a number in the range, and no bool or NaN."""
    return type(value) in (int, float) and low <= value <= high


def _is_line(value: Any, max_characters: int) -> bool:
    """Whether the value is a non-empty text that is safe for a terminal."""
    return isinstance(value, str) and 0 < len(value) <= max_characters and value.isprintable()


def _check_file(folder: Path, name: str, digest: str) -> None:
    path = folder / name
    try:
        state = path.stat()
        if state.st_size > MAX_FILE_BYTES[name]:
            raise BundleError(folder, BundleProblem.TOO_LARGE, name)
        version = (state.st_ino, state.st_size, state.st_mtime_ns, state.st_ctime_ns)
        found = _digest_of(path, version)
    except OSError as error:
        raise BundleError(folder, BundleProblem.MISSING_FILE, name) from error
    if found != digest:
        raise BundleError(folder, BundleProblem.HASH_MISMATCH, name)


@lru_cache(maxsize=256)
def _digest_of(path: Path, version: tuple[int, ...]) -> str:  # noqa: ARG001 -- a key
    """Cached: the window reads its bundle several times, and hashing 17 MB takes 0.1 s."""
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def _replace_folder(source: Path, target: Path) -> None:
    """Rename `source` to `target`; an older `target` is deleted only afterwards."""
    if not target.exists():
        move_flushed(source, target)
        return
    trash = Path(tempfile.mkdtemp(prefix=f".{target.name}-old-", dir=target.parent))
    target.rename(trash / target.name)
    move_flushed(source, target)
    delete_bundle(trash)
