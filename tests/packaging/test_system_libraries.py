"""The libraries of the system in a frozen build: what dpkg says about them."""

from __future__ import annotations

import json
import shutil
import stat
from pathlib import Path
from typing import Any

import pytest
from licensing import system_libraries
from licensing.installed import Component
from licensing.system_libraries import system_packages, write_system_texts
from sbom import bill_of_frozen

# As the real one: two packages for two processors, and one that is the target of a diversion.
DPKG_QUERY = """\
#!/bin/sh
if [ "$1" = --search ]; then
    echo "diversion by other from: {system}/libuuid.so.1"
    echo "libuuid1:i386: {system}/i386/libuuid.so.1"
    echo "libuuid1:amd64: {system}/libuuid.so.1"
    echo "libtiny1:amd64: {system}/libtiny.so.1"
else
    case "$3" in
        libuuid1*) printf 'libuuid1\\n2.38-1\\namd64' ;;
        libtiny1*) printf 'libtiny1\\n1.0-2\\namd64' ;;
    esac
fi
"""
COPYRIGHT = """\
Format: https://www.debian.org/doc/packaging-manuals/copyright-format/1.0/

Files: *
Copyright: Somebody
License: Expat or LGPL-2+
 On Debian systems, see /usr/share/common-licenses/LGPL-2.

Files: debian/*
License: GPL-3+
"""
UUID = """\
Format: https://www.debian.org/doc/packaging-manuals/copyright-format/1.0/

Files: *
License: GPL-2+

Files: libuuid/*
License: BSD-3-clause
"""


@pytest.fixture
def system(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A system with two libraries, and what dpkg and Debian's documentation say about them."""
    folder = tmp_path / "system"
    (folder / "i386").mkdir(parents=True)
    (folder / "libuuid.so.1").write_bytes(b"uuid")
    (folder / "i386" / "libuuid.so.1").write_bytes(b"for others")
    (folder / "libtiny.so.1").write_bytes(b"tiny, upgraded since")
    (folder / "doc" / "libuuid1").mkdir(parents=True)
    (folder / "doc" / "libuuid1" / "copyright").write_text(UUID)
    (folder / "doc" / "libtiny1").mkdir(parents=True)
    (folder / "doc" / "libtiny1" / "copyright").write_text(COPYRIGHT)
    (folder / "common").mkdir()
    (folder / "common" / "LGPL-2").write_text("GNU LIBRARY GENERAL PUBLIC LICENSE")
    monkeypatch.setattr(system_libraries, "DOCUMENTATION", folder / "doc")
    monkeypatch.setattr(system_libraries, "COMMON_LICENCES", folder / "common")
    tools = tmp_path / "tools"
    tools.mkdir()
    write_tool(tools / "dpkg-query", DPKG_QUERY.format(system=folder))
    write_tool(tools / "dpkg", "#!/bin/sh\necho amd64\n")
    monkeypatch.setenv("PATH", str(tools))
    return folder


def write_tool(path: Path, script: str) -> None:
    path.write_text(script)
    path.chmod(path.stat().st_mode | stat.S_IXUSR)


@pytest.fixture
def frozen(tmp_path: Path) -> Path:
    """A frozen build with three libraries of the system, Python, and one of a package."""
    inside = tmp_path / "frozen" / "_internal"
    (inside / "numpy.libs").mkdir(parents=True)
    (inside / "libuuid.so.1").write_bytes(b"uuid")
    (inside / "libtiny.so.1").write_bytes(b"tiny")
    (inside / "libpython3.11.so.1.0").touch()
    (inside / "numpy.libs" / "libblas.so").touch()
    (inside / "libblas.so").symlink_to("numpy.libs/libblas.so")
    return inside.parent


@pytest.mark.usefixtures("system")
def test_a_library_is_named_by_its_package_with_the_version_if_the_bytes_are_the_same(
    frozen: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    tiny, uuid = system_packages(frozen)
    assert (uuid.name, uuid.version, uuid.files) == ("libuuid1", "2.38-1", ("libuuid.so.1",))
    assert uuid.licence == "BSD-3-Clause"
    assert (tiny.name, tiny.version, tiny.architecture) == ("libtiny1", "", "amd64")
    assert tiny.licence == "MIT OR LGPL-2.0-or-later"
    assert capsys.readouterr().err == ""


@pytest.mark.usefixtures("system")
def test_a_library_that_no_package_has_is_told(
    frozen: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (frozen / "_internal" / "libown.so.3").touch()
    assert len(system_packages(frozen)) == 2
    told = "libown.so.3 is not in the bill of materials: no package has it.\n"
    assert capsys.readouterr().err == told


@pytest.mark.parametrize("has_libraries", [True, False])
def test_without_dpkg_a_sentence_is_all_that_is_said(
    frozen: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    *,
    has_libraries: bool,
) -> None:
    monkeypatch.setenv("PATH", "")
    if not has_libraries:
        shutil.rmtree(frozen / "_internal")
    assert system_packages(frozen) == []
    told = "There is no dpkg here, so the bill of materials lacks the libraries of this system.\n"
    assert capsys.readouterr().err == (told if has_libraries else "")


@pytest.mark.usefixtures("system")
def test_the_texts_are_those_of_debian_with_the_licences_they_refer_to(
    frozen: Path, tmp_path: Path
) -> None:
    write_system_texts(system_packages(frozen), tmp_path / "texts")
    texts = {path.name: path.read_text() for path in (tmp_path / "texts").iterdir()}
    assert texts == {
        "libtiny1.txt": COPYRIGHT,
        "libuuid1.txt": UUID,
        "LGPL-2.txt": "GNU LIBRARY GENERAL PUBLIC LICENSE",
    }


@pytest.mark.usefixtures("system")
def test_the_bill_of_a_frozen_build_names_python_and_the_packages_of_the_system(
    frozen: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1772323200")
    monkeypatch.setattr(
        "platform.freedesktop_os_release", lambda: {"ID": "debian", "VERSION_ID": "12"}
    )
    reader = Component("reader", "2.0", "MIT", (), (), ())
    bill = json.loads(bill_of_frozen([reader], ["reader"], system_packages(frozen)))
    found: dict[str, Any] = {entry["name"]: entry for entry in bill["components"]}
    assert set(found) == {"reader", "Python", "libuuid1", "libtiny1"}
    assert found["libuuid1"]["purl"] == "pkg:deb/debian/libuuid1@2.38-1?arch=amd64&distro=debian-12"
    assert "version" not in found["libtiny1"]
    assert [file["name"] for file in found["libtiny1"]["components"]] == ["libtiny.so.1"]
    needs = {each["ref"]: each.get("dependsOn", []) for each in bill["dependencies"]}
    assert {"python", "deb/libuuid1"} <= set(needs["lookalike"])
