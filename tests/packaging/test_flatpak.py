"""What the Flatpak is made of, and what it may do."""

from __future__ import annotations

import configparser
import json
import subprocess
import sys
from pathlib import Path

import desktop_files
import flatpak
import pytest
from integration.metainfo import application_id


@pytest.fixture
def out(tmp_path: Path) -> Path:
    (tmp_path / "tree" / "bin").mkdir(parents=True)
    return tmp_path


@pytest.mark.slow
def test_the_manifest_is_written_and_without_the_builder_a_sentence_says_what_is_missing(
    out: Path,
) -> None:
    command = [sys.executable, flatpak.__file__, str(out)]
    done = subprocess.run(command, capture_output=True, text=True, env={"PATH": str(out)})
    assert done.returncode == 1
    assert "flatpak-builder is not installed" in done.stderr
    written = json.loads((out / f"{application_id()}.json").read_text("utf-8"))
    assert written == flatpak.manifest(out / "tree")


def test_its_id_is_that_of_the_page_and_its_program_and_files_are_in_the_tree(out: Path) -> None:
    manifest = flatpak.manifest(out / "tree")
    texts = desktop_files.texts()
    assert f"metainfo/{manifest['id']}.metainfo.xml" in texts
    entry = configparser.ConfigParser(interpolation=None)
    entry.read_string(texts[f"applications/{manifest['rename-desktop-file']}"])
    assert entry["Desktop Entry"]["Icon"] == manifest["rename-icon"]
    assert entry["Desktop Entry"]["Exec"].split()[0] == manifest["command"]
    [module] = manifest["modules"]
    assert module["sources"] == [{"type": "dir", "path": str(out / "tree")}]


def test_it_reads_photos_everywhere_but_changes_none_and_has_no_network(out: Path) -> None:
    permissions = flatpak.manifest(out / "tree")["finish-args"]
    files = [each for each in permissions if each.startswith("--filesystem=")]
    assert files == ["--filesystem=host:ro"]
    assert "--share=network" not in permissions
    assert not [each for each in permissions if "-name=" in each or "--device=" in each]


def test_the_file_that_users_install_is_made_of_what_was_built(
    out: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    ran: list[list[str]] = []
    monkeypatch.setattr(subprocess, "run", lambda command, **_: ran.append(command))
    target = flatpak.build(out / "manifest.json", out)
    [builder, bundle] = ran
    repository = str(out / "flatpak" / "repository")
    assert builder[-1] == str(out / "manifest.json")
    assert f"--repo={repository}" in builder
    built = flatpak.manifest(out / "tree")
    assert bundle[-4:] == [repository, str(target), built["id"], built["default-branch"]]
