"""Files and folders that are not models, and the problem that each is refused for."""

from __future__ import annotations

import os
import shutil
import struct
import warnings
import zipfile
from collections.abc import Callable
from pathlib import Path

from desktop_app.core.base.errors import BundleProblem as Why
from desktop_app.core.bundle.model_bundle import ENCODER, HASHER, MANIFEST, MAX_FILE_BYTES
from tests.core.tiny_bundle import CARD, Files, described, tiny_files, write_folder, write_zip

Maker = Callable[[Path], Path]


def zipped(files: Files) -> Maker:
    return lambda folder: write_zip(folder / "given", files)


def raw(content: bytes) -> Maker:
    def make(folder: Path) -> Path:
        (folder / "given").write_bytes(content)
        return folder / "given"

    return make


def changed(change: Callable[[bytes], bytes]) -> Maker:
    """The archive of a valid model, with changed bytes."""

    def make(folder: Path) -> Path:
        path = write_zip(folder / "given", tiny_files())
        path.write_bytes(change(path.read_bytes()))
        return path

    return make


def entries(change: Callable[[zipfile.ZipInfo], None]) -> Maker:
    return lambda folder: write_zip(folder / "given", tiny_files(), change)


def in_folder(change: Callable[[Path], object]) -> Maker:
    """The folder of a valid bundle, changed."""

    def make(folder: Path) -> Path:
        path = write_folder(folder / "given", tiny_files())
        change(path)
        return path

    return make


def few_files() -> Files:
    """A valid bundle of as few files as possible."""
    whole = tiny_files()
    return described({name: whole[name] for name in (ENCODER, HASHER)})


def outside(folder: Path) -> Path:
    return write_zip(folder / "given", {**few_files(), "../../evil": b"evil"})


def absolute(folder: Path) -> Path:
    return write_zip(folder / "given", {**few_files(), str(folder / "evil"): b"evil"})


def twice(folder: Path) -> Path:
    path = write_zip(folder / "given", few_files())
    with warnings.catch_warnings(), zipfile.ZipFile(path, "a") as archive:
        warnings.simplefilter("ignore")
        archive.writestr(HASHER, b"another")
    return path


def symbolic_link(entry: zipfile.ZipInfo) -> None:
    entry.create_system = 3
    if entry.filename == ENCODER:
        entry.external_attr = 0o120777 << 16


def many_entries(folder: Path) -> Path:
    return write_zip(folder / "given", {f"{number}": b"" for number in range(5000)})


def bomb(folder: Path) -> Path:
    """A zip bomb with correct sizes."""
    with zipfile.ZipFile(folder / "given", "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in {**tiny_files(), CARD: bytes(64 * 2**20)}.items():
            archive.writestr(name, content)
    return folder / "given"


def lying_bomb(folder: Path) -> Path:
    """A zip bomb whose headers claim a hundred bytes."""
    path = bomb(folder)
    actual, claimed = struct.pack("<I", 64 * 2**20), struct.pack("<I", 100)
    content = path.read_bytes()
    assert content.count(actual) == 2
    path.write_bytes(content.replace(actual, claimed))
    return path


def sparse(folder: Path) -> Path:
    """An archive behind a gap of zeros that takes no space on the disk."""
    path = write_zip(folder / "given", tiny_files())
    os.truncate(path, sum(MAX_FILE_BYTES.values()) + 2**21)
    return path


def claims(size: int) -> Maker:
    """The headers of the card claim another size than its content has."""

    def make(folder: Path) -> Path:
        content = tiny_files()
        content[CARD] = bytes(12_345)
        path = folder / "given"
        with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
            for name, data in described(content).items():
                archive.writestr(name, data)
        actual, claimed = struct.pack("<I", 12_345), struct.pack("<I", size)
        archived = path.read_bytes()
        assert archived.count(actual) == 2
        path.write_bytes(archived.replace(actual, claimed))
        return path

    return make


def lying_count(content: bytes) -> bytes:
    """The end record claims thousands of files."""
    return content[:-14] + struct.pack("<HH", 5000, 5000) + content[-10:]


def lying_directory(content: bytes) -> bytes:
    """The end record claims a directory of gigabytes."""
    return content[:-10] + struct.pack("<I", 2**32 - 2) + content[-6:]


def large_zip(content: bytes) -> bytes:
    """Insert the locator of a ZIP64 end record."""
    return content[:-22] + struct.pack("<4sIQI", b"PK\6\7", 0, 0, 1) + content[-22:]


def encrypted(content: bytes) -> bytes:
    """Set the encryption flag in the directory, whose entries begin with PK 1 2."""
    place = content.index(b"PK\1\2") + 8
    return content[:place] + b"\1" + content[place + 1 :]


def with_comment(folder: Path) -> Path:
    path = write_zip(folder / "given", tiny_files())
    with zipfile.ZipFile(path, "a") as archive:
        archive.comment = b"PK\5\6" + bytes(18)
    return path


def flipped(content: bytes) -> bytes:
    place = content.index(b"# A tiny model")
    return content[:place] + b"!" + content[place + 1 :]


def bzipped(entry: zipfile.ZipInfo) -> None:
    entry.compress_type = zipfile.ZIP_BZIP2


def renamed(old: bytes, new: bytes) -> Maker:
    assert len(old) == len(new)
    return changed(lambda content: content.replace(old, new))


def linked(folder: Path) -> None:
    (folder / ENCODER).rename(folder.parent / "elsewhere")
    (folder / ENCODER).symlink_to(folder.parent / "elsewhere")


def piped(folder: Path) -> None:
    (folder / MANIFEST).unlink()
    os.mkfifo(folder / MANIFEST)


def pipe(folder: Path) -> Path:
    os.mkfifo(folder / "given")
    return folder / "given"


def emptied(folder: Path) -> None:
    shutil.rmtree(folder)
    folder.mkdir()


def folder_for_a_file(folder: Path) -> None:
    (folder / HASHER).unlink()
    (folder / HASHER).mkdir()


FILES: dict[str, tuple[Maker, Why]] = {
    "an empty file": (raw(b""), Why.NOT_A_MODEL_FILE),
    "a text": (raw(b"hello, I am a model" * 10), Why.NOT_A_MODEL_FILE),
    "a photo": (raw(b"\xff\xd8\xff\xe0" + bytes(5000)), Why.NOT_A_MODEL_FILE),
    "an empty zip": (zipped({}), Why.MISSING_FILE),
    "half a file": (changed(lambda it: it[: len(it) // 2]), Why.NOT_A_MODEL_FILE),
    "all but the last byte": (changed(lambda it: it[:-1]), Why.NOT_A_MODEL_FILE),
    "all but the first half": (changed(lambda it: it[len(it) // 2 :]), Why.NOT_A_MODEL_FILE),
    "a program before the archive": (
        changed(lambda it: b"#!/bin/sh\n" + it),
        Why.NOT_A_MODEL_FILE,
    ),
    "bytes after the archive": (changed(lambda it: it + b"evil"), Why.NOT_A_MODEL_FILE),
    "an end record within the comment": (with_comment, Why.NOT_A_MODEL_FILE),
    "a flipped byte": (changed(flipped), Why.NOT_A_MODEL_FILE),
    "a path above": (outside, Why.UNEXPECTED_FILE),
    "an absolute path": (absolute, Why.UNEXPECTED_FILE),
    "a path of another system": (
        renamed(b"MODEL_CARD.md", b"..\\..\\evil.md"),
        Why.UNEXPECTED_FILE,
    ),
    "a name cut by a zero": (renamed(b"MODEL_CARD.md", b"model.json\0md"), Why.UNEXPECTED_FILE),
    "files in a folder": (
        zipped({f"tiny/{name}": content for name, content in list(tiny_files().items())[:5]}),
        Why.UNEXPECTED_FILE,
    ),
    "a folder": (renamed(b"MODEL_CARD.md", b"MODEL_CARDmd/"), Why.UNEXPECTED_FILE),
    "a file twice": (twice, Why.UNEXPECTED_FILE),
    "a model.json twice": (renamed(b"hasher.onnx", b"model.json\0"), Why.UNEXPECTED_FILE),
    "a symbolic link": (entries(symbolic_link), Why.UNEXPECTED_FILE),
    "a program": (
        zipped({MANIFEST: b"{}", "evil.py": b"open('evil', 'w')"}),
        Why.UNEXPECTED_FILE,
    ),
    "thousands of files": (many_entries, Why.UNEXPECTED_FILE),
    "an encrypted file": (changed(encrypted), Why.NOT_A_MODEL_FILE),
    "another compression": (entries(bzipped), Why.NOT_A_MODEL_FILE),
    "a bomb": (bomb, Why.TOO_LARGE),
    "a bomb that lies": (lying_bomb, Why.NOT_A_MODEL_FILE),
    "a file larger than all a model may have": (sparse, Why.TOO_LARGE),
    "a file that claims to be too large": (claims(2**31), Why.TOO_LARGE),
    "a file that is shorter than it claims": (claims(12_346), Why.NOT_A_MODEL_FILE),
    "a count that lies": (changed(lying_count), Why.UNEXPECTED_FILE),
    "a directory that lies": (changed(lying_directory), Why.UNEXPECTED_FILE),
    "a 64-bit zip": (changed(large_zip), Why.UNEXPECTED_FILE),
    "a link out of a folder": (in_folder(linked), Why.UNEXPECTED_FILE),
    "a pipe in a folder": (in_folder(piped), Why.UNEXPECTED_FILE),
    "a folder in a folder": (in_folder(folder_for_a_file), Why.UNEXPECTED_FILE),
    "an empty folder": (in_folder(emptied), Why.MISSING_FILE),
    "a pipe": (pipe, Why.UNREADABLE),
}
