"""What a frozen build contains, and a package that unpacks itself."""

from __future__ import annotations

import ctypes
import shutil
import subprocess
import sys
from pathlib import Path

import numpy as np
import pytest
from building.frozen_parts import (
    EXCLUDED_MODULES,
    is_wanted,
    needed,
    of_whole_packages,
    reached,
    standard_library,
    unneeded_libraries,
)
from building.release import ROOT
from building.self_extracting import write_self_extracting
from building.shared_blas import share_blas

SITE = Path(np.__file__).parents[1]


@pytest.mark.parametrize(
    ("name", "wanted"),
    [
        ("PySide6/Qt/plugins/platforms/libqxcb.so", True),
        ("PySide6/Qt/plugins/platforms/libqoffscreen.so", True),
        ("PySide6/Qt/plugins/platforms/libqwayland.so", True),
        ("PySide6/Qt/plugins/platforms/libqvnc.so", False),
        ("PySide6/Qt/plugins/platformthemes/libqgtk3.so", False),
        ("PySide6\\plugins\\platforms\\qwindows.dll", True),
        ("PySide6\\plugins\\platforms\\qminimal.dll", False),
        ("PySide6\\plugins\\platforminputcontexts\\qtvirtualkeyboardplugin.dll", False),
        ("PySide6/Qt/plugins/platforms/libqcocoa.dylib", True),
        ("PySide6/Qt/plugins/imageformats/libqmacheif.dylib", False),
        ("PySide6/Qt/translations/qtbase_zh_CN.qm", True),
        ("PySide6/Qt/translations/qtbase_zh_TW.qm", False),
        ("PySide6/Qt/translations/qt_help_zh_CN.qm", False),
        ("desktop_app/resources/translations/lookalike_zh_CN.qm", True),
        ("libdbus-1.so.3", False),
        ("PySide6\\opengl32sw.dll", False),
    ],
)
def test_of_qt_a_frozen_build_takes_what_the_window_loads(name: str, *, wanted: bool) -> None:
    assert is_wanted(name) is wanted


def test_what_torch_may_import_is_frozen_although_the_program_does_not_import_it() -> None:
    assert {"pdb", "pickletools", "timeit", "unittest"} <= {*standard_library()}
    assert not {*standard_library()} & {"readline", "test", "tkinter"}
    assert of_whole_packages("numpy.f2py")
    assert of_whole_packages("pip._internal.commands.install")
    assert not of_whole_packages("numpy.linalg.tests.test_linalg")
    assert not of_whole_packages("numpy.distutils.core")


def test_neither_torch_nor_the_readline_under_the_gpl_is_frozen() -> None:
    assert {"torch", "torchvision", "readline"} <= {*EXCLUDED_MODULES}


def test_a_library_that_only_an_unneeded_one_is_linked_to_is_not_needed() -> None:
    links = {"module.so": ["liba.so"], "liba.so": ["libb.so"], "libc.so": ["libd.so", "libb.so"]}
    assert reached(["module.so"], links) == {"module.so", "liba.so", "libb.so"}


@pytest.mark.skipif(not (shutil.which("cc") and shutil.which("readelf")), reason="needs a compiler")
def test_libraries_that_nothing_is_linked_to_are_found(tmp_path: Path) -> None:
    (tmp_path / "empty.c").write_text("int lookalike;")

    def compiled(name: str, *linked: str) -> None:
        paths = [str(tmp_path / each) for each in (name, "empty.c", *linked)]
        soname = f"-Wl,-soname,{name}"
        options = ["-shared", "-Wl,--no-as-needed", soname]
        subprocess.run(["cc", *options, "-o", *paths], check=True)

    compiled("libused.so.1")
    compiled("libunused.so.1")
    compiled("module.abi3.so", "libused.so.1")
    assert needed(tmp_path / "module.abi3.so")[0] == "libused.so.1"
    assert unneeded_libraries(tmp_path) == [tmp_path / "libunused.so.1"]


@pytest.mark.skipif(not shutil.which("cc"), reason="needs a compiler")
@pytest.mark.skipif(not list(SITE.glob("faiss_cpu.libs/libopenblas*")), reason="other wheels")
def test_the_blas_that_faiss_gets_multiplies_matrices_with_that_of_numpy(tmp_path: Path) -> None:
    [theirs] = SITE.glob("faiss_cpu.libs/libopenblas*.so*")
    for folder in ("faiss_cpu.libs", "numpy.libs"):
        (tmp_path / folder).mkdir()
    for path in SITE.glob("numpy.libs/*"):
        (tmp_path / "numpy.libs" / path.name).write_bytes(path.read_bytes())
    shared = tmp_path / "faiss_cpu.libs" / theirs.name
    shared.write_bytes(b"the whole OpenBLAS")
    share_blas(tmp_path)

    left, right = np.arange(6, dtype="f4").reshape(2, 3), np.arange(12, dtype="f4").reshape(3, 4)
    product = np.empty((2, 4), "f4")
    sizes = [ctypes.byref(ctypes.c_int(each)) for each in (4, 2, 3)]  # by columns, as in Fortran
    one, zero = (ctypes.byref(ctypes.c_float(each)) for each in (1, 0))
    by_rows = [ctypes.byref(ctypes.c_int(each)) for each in (4, 3, 4)]
    matrices = [each.ctypes.data_as(ctypes.c_void_p) for each in (right, left, product)]
    ctypes.CDLL(str(shared)).sgemm_(
        b"N", b"N", *sizes, one, matrices[0], by_rows[0], matrices[1], by_rows[1],
        zero, matrices[2], by_rows[2],
    )  # fmt: skip
    assert product.tolist() == (left @ right).tolist()


@pytest.mark.skipif(not shutil.which("xz"), reason="needs xz")
def test_a_package_that_unpacks_itself_installs_links_and_removes_only_its_own(
    tmp_path: Path,
) -> None:
    tree, prefix = tmp_path / "tree", tmp_path / "of the user"
    (tree / "lib" / "lookalike").mkdir(parents=True)
    (tree / "bin").mkdir()
    program = tree / "lib" / "lookalike" / "lookalike"
    program.write_text("#!/bin/sh\necho found\n")
    program.chmod(0o755)
    (tree / "bin" / "lookalike").symlink_to("../lib/lookalike/lookalike")
    package = write_self_extracting(tree, tmp_path / "lookalike.run", 0)
    assert package.read_bytes() == write_self_extracting(tree, tmp_path / "b.run", 0).read_bytes()

    subprocess.run([package, "--prefix", prefix], check=True, stdout=subprocess.DEVNULL)
    (prefix / "bin" / "other").write_text("of the user")
    started = subprocess.run([prefix / "bin" / "lookalike"], capture_output=True, check=True)
    assert started.stdout == b"found\n"

    subprocess.run([package, "--prefix", prefix, "--remove"], check=True, stdout=subprocess.DEVNULL)
    left = [path.relative_to(prefix).as_posix() for path in prefix.rglob("*")]
    assert sorted(left) == ["bin", "bin/other"]


@pytest.mark.parametrize(
    ("words", "output"),
    [(["-P", "-m", "pip", "--version"], "pip "), (["--version"], "lookalike ")],
)
def test_a_frozen_build_starts_pip_as_python_does_and_else_the_program(
    words: list[str], output: str
) -> None:
    program = [sys.executable, str(ROOT / "packaging" / "building" / "frozen_main.py")]
    done = subprocess.run([*program, *words], capture_output=True, text=True, check=True)
    assert done.stdout.startswith(output)
