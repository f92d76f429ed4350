"""What `pip install .` gives: a command that works from an empty directory."""

import json
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

from desktop_app.core.base.languages import ENGLISH, LANGUAGES

pytestmark = [pytest.mark.e2e, pytest.mark.slow]

_PROJECT = Path(__file__).resolve().parents[2]


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("wheel")
    command = [
        sys.executable,
        "-m",
        "build",
        "--wheel",
        "--no-isolation",
        "--outdir",
        folder,
        _PROJECT,
    ]
    subprocess.run([str(word) for word in command], check=True, capture_output=True)
    return next(folder.glob("*.whl"))


def test_a_wheel_holds_the_model_the_icons_and_the_translations(wheel: Path) -> None:
    names = zipfile.ZipFile(wheel).namelist()
    languages = [f"translations/lookalike_{code}.qm" for code in LANGUAGES if code != ENGLISH]
    for wanted in ("model/model.json", "model/encoder.onnx", "icons/", *languages):
        assert any(name.startswith(f"desktop_app/resources/{wanted}") for name in names), wanted
    assert not any(name.startswith(("tests/", "resources/")) for name in names)


def test_a_wheel_holds_the_package_lookalike_once(wheel: Path) -> None:
    names = zipfile.ZipFile(wheel).namelist()
    assert {"lookalike/__init__.py", "lookalike/py.typed", "desktop_app/py.typed"} <= set(names)
    assert not any("import-name" in name for name in names)


def test_a_wheel_says_its_licence_and_contains_the_text(wheel: Path) -> None:
    files = zipfile.ZipFile(wheel)
    [about] = [name for name in files.namelist() if name.endswith(".dist-info/METADATA")]
    assert "\nLicense-Expression: Apache-2.0\n" in files.read(about).decode()
    text = files.read(about.replace("METADATA", "licenses/LICENSE"))
    assert text == (_PROJECT / "LICENSE").read_bytes()


def test_a_wheel_works_from_an_empty_directory(
    wheel: Path, tmp_path: Path, photo_folder: Path
) -> None:
    """Installed without its requirements: those of this environment serve."""
    site, empty = tmp_path / "site", tmp_path / "empty"
    empty.mkdir()
    install = [
        sys.executable,
        "-m",
        "pip",
        "install",
        "--quiet",
        "--no-deps",
        "--target",
        site,
        wheel,
    ]
    subprocess.run([str(word) for word in install], check=True, capture_output=True)
    code = (
        f"import sys; sys.path.insert(0, {str(site)!r});"
        " from desktop_app.__main__ import main; import lookalike;"
        f" assert lookalike.__file__.startswith({str(site)!r}); sys.exit(main())"
    )

    def run(*words: object) -> str:
        command = [sys.executable, "-P", "-c", code, *map(str, words)]
        done = subprocess.run(command, cwd=empty, capture_output=True, text=True)
        assert done.returncode == 0, done.stderr
        return done.stdout

    summary = json.loads(run("index", photo_folder, "--library", tmp_path / "library", "--json"))
    assert summary["indexed"] == 9
    assert json.loads(run("model", "show", "--json"))["model_id"]
