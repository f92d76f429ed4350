"""Which licences a package may contain, and what is done about the others."""

from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path, PurePath

import licences
import pillow_heif
import pytest
from building import heif_without_encoder
from licensing.installed import Component, Library, UnknownExtraError, required_components
from licensing.library_names import is_library, library_name
from licensing.licence_terms import Terms, terms_of
from PIL import Image

PROJECT = Path(__file__).resolve().parents[2]


def install(site: Path, name: str, about: str, *files: str) -> None:
    """Write the metadata of an installed package, and its other files."""
    info = site / f"{name}-1.0.dist-info"
    info.mkdir(parents=True)
    (info / "METADATA").write_text(f"Metadata-Version: 2.4\nName: {name}\nVersion: 1.0\n{about}")
    for file in files:
        (site / file).parent.mkdir(exist_ok=True)
        (site / file).write_text(f"The text of {file}")
    (info / "RECORD").write_text("".join(f"{file},,\n" for file in files))


@pytest.fixture
def site(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.syspath_prepend(str(tmp_path / "site"))
    return tmp_path / "site"


@pytest.mark.parametrize(
    ("expression", "terms"),
    [
        ("MIT", Terms.NOTICE),
        ("MIT AND LGPL-3.0-only", Terms.SOURCE),
        ("LGPL-3.0-only OR GPL-2.0-only", Terms.SOURCE),
        ("GPL-2.0-or-later", Terms.SEPARATE),
        ("Apache-2.0 WITH LLVM-exception", Terms.NOTICE),
        ("MIT OR Unheard-Of", Terms.NOTICE),
        ("MIT AND Unheard-Of", None),
        ("AGPL-3.0-only", None),
        ("All rights of mine (reserved", None),
        ("", None),
    ],
)
def test_of_alternatives_the_mildest_counts_and_of_all_together_the_strictest(
    expression: str, terms: Terms | None
) -> None:
    assert terms_of(expression) is terms


def test_a_package_with_an_unknown_licence_is_refused_by_a_sentence(site: Path) -> None:
    install(site, "program", "Requires-Dist: painter\nRequires-Dist: unnamed\n")
    install(site, "painter", "License-Expression: Unheard-Of-1.0\n")
    install(site, "unnamed", "Requires-Dist: modest\n")
    install(site, "modest", "Classifier: License :: OSI Approved :: MIT License\n")
    refused = "which is not known to be compatible with Apache-2.0."
    assert [*licences.unknown_licences(required_components(own="program"))] == [
        f"painter 1.0 has the licence 'Unheard-Of-1.0', {refused}",
        f"unnamed 1.0 has the licence 'none named', {refused}",
    ]


def test_a_library_inside_a_package_is_refused_if_its_licence_is_unknown(site: Path) -> None:
    install(site, "program", "Requires-Dist: reader\n")
    files = ("reader.libs/libzstd-40ad5e7e.so.1.5.7", "reader.libs/libmystery-154567c4.so")
    install(site, "reader", "License: MIT\n", *files)
    assert [*licences.unknown_licences(required_components(own="program"))] == [
        "reader 1.0 contains the library mystery, whose licence is not known here."
    ]


def test_a_package_without_the_text_of_its_licence_is_told_unless_the_text_is_here(
    site: Path,
) -> None:
    install(site, "program", "".join(f"Requires-Dist: {name}\n" for name in ("a", "b", "c")))
    install(site, "a", "License-Expression: MIT\n", "a/LICENSE")
    install(site, "b", "License-Expression: Apache-2.0\n")
    install(site, "c", "License-Expression: MIT\n")
    assert [*licences.missing_texts(required_components(own="program"))] == [
        "c 1.0 comes without the text of its licence."
    ]


@pytest.mark.parametrize(
    ("path", "expected"),
    [
        ("reader.libs/libzstd.so", True),
        ("reader/.dylibs/libzstd.dylib", True),
        ("libzstd.dll", True),
        ("PySide6/Qt/lib/libicuuc.so.73", True),
        ("PySide6/msvcp140.dll", True),
        ("PySide6/Qt6Core.dll", False),
        ("PySide6/plugins/platforms/qwindows.dll", False),
        ("reader/reader.dll", False),
        ("reader/_reader.abi3.so", False),
    ],
)
def test_a_library_is_found_where_wheels_have_it(path: str, *, expected: bool) -> None:
    assert is_library(PurePath(path)) is expected


def test_packages_of_an_extra_are_checked_where_it_is_given(site: Path) -> None:
    install(site, "program", 'Requires-Dist: big; extra == "train"\nProvides-Extra: train\n')
    install(site, "big", "License: MIT\n")
    assert required_components(own="program") == []
    assert [each.name for each in required_components(["train"], "program")] == ["big"]


def test_an_extra_that_the_installed_program_does_not_have_is_refused(site: Path) -> None:
    install(site, "program", "Provides-Extra: train\n")
    with pytest.raises(UnknownExtraError, match=r"has no extra 'trian', but train\. If it"):
        required_components(["trian"], "program")


def test_what_an_extra_of_a_package_requires_is_found_wherever_the_extra_is_named(
    site: Path,
) -> None:
    needs = "Requires-Dist: driver\nRequires-Dist: driver[binary]\nRequires-Dist: driver\n"
    install(site, "program", needs)
    install(site, "driver", 'Requires-Dist: client; extra == "binary"\nProvides-Extra: binary\n')
    install(site, "client", "License: MIT\n")
    assert [each.name for each in required_components(own="program")] == ["client", "driver"]


@pytest.mark.parametrize(
    ("file", "name"),
    [
        ("libopenblaso-r0-d77a1985.3.15.so", "openblaso-r0"),
        ("libgfortran-040039e1-0352e75f.so.5.0.0", "gfortran"),
        ("libwebp.bab959f1.so.7", "webp"),
        ("libheif.1.dylib", "heif"),
        ("x265.dll", "x265"),
        ("libx265-217-276e7d75772a32bd086b54d54e01fd11.dll", "x265"),
        ("msvcp140-a4c2229bdc2a2a630acdc095b4d86008.dll", "msvcp140"),
    ],
)
def test_a_library_is_known_by_its_name_on_every_system(file: str, name: str) -> None:
    assert library_name(file) == name


def test_the_texts_of_each_package_are_collected(site: Path, tmp_path: Path) -> None:
    install(site, "program", "Requires-Dist: reader\n")
    files = ("reader-1.0.dist-info/LICENSE", "reader/code.txt", "reader.libs/libx265.so")
    install(site, "reader", "License: MIT\n", *files, "reader.libs/libzstd.so")
    out = tmp_path / "texts"
    licences.write_texts(required_components(own="program"), out)
    texts = {path.name: path.read_text() for path in (out / "reader").iterdir()}
    assert texts == {
        "SUMMARY.txt": "reader 1.0: MIT\ncontains zstd: BSD-3-Clause OR GPL-2.0-only\n",
        "00-LICENSE": "The text of reader-1.0.dist-info/LICENSE",
    }
    assert (out / "LICENSE").read_bytes() == (PROJECT / "LICENSE").read_bytes()
    assert "LESSER GENERAL PUBLIC LICENSE" in (out / "LGPL-3.0.txt").read_text()


def test_the_summary_names_what_is_inside_with_its_copyright_and_text(tmp_path: Path) -> None:
    (tmp_path / "zlib.txt").write_text("The text of zlib")
    library = Library("zlib", "Zlib", "1.3", ("Copyright of two people",), (tmp_path / "zlib.txt",))
    package = Component("reader", "2.0", "MIT", (), (library,), ())
    licences.write_texts([package], tmp_path / "out")
    assert (tmp_path / "out" / "reader" / "zlib.txt").read_text() == "The text of zlib"
    assert (tmp_path / "out" / "reader" / "SUMMARY.txt").read_text() == (
        "reader 2.0: MIT\n"
        "contains zlib 1.3: Zlib\n"
        "    Copyright of two people\n"
        "    text: zlib.txt\n"
    )


def test_a_library_without_the_text_of_its_licence_is_told(tmp_path: Path) -> None:
    text = tmp_path / "LICENSE"
    known = Library("png", "libpng-2.0", texts=(text,))
    bare = (Library("gif", "MIT"), Library("gomp", "GPL-3.0-or-later WITH GCC-exception-3.1"))
    package = Component("reader", "2.0", "MIT", (text,), (known, *bare), ())
    [sentence] = licences.missing_texts([package])
    assert sentence.startswith("reader 2.0 contains gif, and no text of its licence is in")


@pytest.mark.slow
def test_everything_that_is_installed_has_a_known_licence(tmp_path: Path) -> None:
    command = [sys.executable, PROJECT / "packaging" / "licences.py", tmp_path / "texts"]
    done = subprocess.run([str(word) for word in command], capture_output=True, text=True)
    assert (done.returncode, done.stderr) == (0, "")
    assert "PySide6_Essentials" in done.stdout
    assert (tmp_path / "texts" / "numpy" / "SUMMARY.txt").is_file()


def test_a_library_under_the_gpl_is_found_in_a_frozen_build(tmp_path: Path) -> None:
    (tmp_path / "libs").mkdir()
    for name in (
        "libx265-4883ecb5.so.217",
        "libQt6Lottie.so.6",
        "QtLottie",
        "QtCore",
        "libheif.so",
    ):
        (tmp_path / "libs" / name).write_bytes(b"\x7fELF")
    found = [*licences.forbidden_files(tmp_path)]
    assert [sentence.partition(" is under ")[0] for sentence in found] == [
        str(tmp_path / "libs" / "QtLottie"),
        str(tmp_path / "libs" / "libQt6Lottie.so.6"),
        str(tmp_path / "libs" / "libx265-4883ecb5.so.217"),
    ]


@pytest.mark.slow
@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="other systems name it otherwise")
@pytest.mark.skipif(shutil.which("cc") is None, reason="there is no C compiler")
def test_heic_photos_are_read_without_the_encoder(tmp_path: Path) -> None:
    site = Path(pillow_heif.__file__).parents[1]
    for part in site.glob("*pillow_heif*"):
        if part.is_dir():
            shutil.copytree(part, tmp_path / "site" / part.name)
        else:
            shutil.copy(part, tmp_path / "site")
    pillow_heif.from_pillow(Image.new("RGB", (64, 48), "red")).save(tmp_path / "a.heic")
    folder = tmp_path / "site" / "pillow_heif.libs"
    if not heif_without_encoder.encoders(folder):
        pytest.skip("this pillow-heif has no encoder")
    [encoder] = heif_without_encoder.encoders(folder)
    heif_without_encoder.replace_encoder(encoder)
    assert heif_without_encoder.encoders(folder) == []
    assert [*licences.forbidden_files(tmp_path)] == []
    code = (
        f"import sys; sys.path.insert(0, {str(tmp_path / 'site')!r}); import pillow_heif;"
        f"print(pillow_heif.__file__, pillow_heif.open_heif({str(tmp_path / 'a.heic')!r}).size)"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout == f"{tmp_path}/site/pillow_heif/__init__.py (64, 48)\n"
