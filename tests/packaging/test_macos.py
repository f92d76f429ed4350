"""What Lookalike.app says of itself, how it is signed, and the disk image."""

from __future__ import annotations

import plistlib
import subprocess
import sys
from pathlib import Path

import macos
import pytest
from building.release import version
from integration import icons
from integration.metainfo import application_id
from integration.picture_types import SUFFIXES
from PIL import Image


@pytest.fixture
def ran(monkeypatch: pytest.MonkeyPatch) -> list[list[str]]:
    """The commands that were started; none really runs."""
    commands: list[list[str]] = []
    monkeypatch.setattr(subprocess, "run", lambda command, **_: commands.append(command))
    return commands


def test_the_bundle_has_the_version_and_the_id_of_the_project(tmp_path: Path) -> None:
    options = macos.bundle_options(tmp_path)
    assert options["version"] == options["info_plist"]["CFBundleVersion"] == version()
    assert options["bundle_identifier"] == application_id()
    plistlib.dumps(options["info_plist"])  # nothing that a property list cannot hold


def test_its_icon_is_drawn_in_the_largest_size(tmp_path: Path) -> None:
    with Image.open(macos.bundle_options(tmp_path)["icon"]) as icon:
        assert icon.format == "ICNS"
        assert icon.size == (1024, 1024) == (icons.MACOS_SIZES[-1],) * 2


def test_all_pictures_offer_the_program_and_none_is_opened_by_it_unasked() -> None:
    [pictures] = macos.info()["CFBundleDocumentTypes"]
    assert [f".{each}" for each in pictures["CFBundleTypeExtensions"]] == [*SUFFIXES]
    assert pictures["LSHandlerRank"] == "Alternate"


def test_with_an_identity_it_gets_the_hardened_runtime_and_one_exception(
    ran: list[list[str]],
) -> None:
    macos.sign(Path("Lookalike.app"), "Developer ID Application: Somebody")
    command = ran[0]
    assert command[command.index("--options") + 1] == "runtime"
    entitlements = plistlib.loads(Path(command[command.index("--entitlements") + 1]).read_bytes())
    assert entitlements == {"com.apple.security.cs.allow-unsigned-executable-memory": True}


def test_without_an_identity_nobody_has_signed_it(ran: list[list[str]]) -> None:
    macos.sign(Path("Lookalike.app"), "-")
    assert "runtime" not in ran[0]
    assert ran[1][:2] == ["codesign", "--verify"]


@pytest.mark.skipif(sys.platform == "win32", reason="makes links")
def test_the_disk_image_has_the_program_and_a_link_to_the_applications(
    tmp_path: Path, ran: list[list[str]]
) -> None:
    app = tmp_path / "Lookalike.app"
    (app / "Contents").mkdir(parents=True)
    (app / "Contents" / "Info.plist").write_text("<plist/>")
    target = macos.disk_image(app, tmp_path)
    stage = tmp_path / "image"
    assert (stage / "Lookalike.app" / "Contents" / "Info.plist").is_file()
    assert (stage / "Applications").readlink() == Path("/Applications")
    assert version() in target.name
    [command] = ran
    assert command[:2] == ["hdiutil", "create"]
    assert command[command.index("-srcfolder") + 1] == str(stage)
    assert command[-1] == str(target)


@pytest.mark.slow
@pytest.mark.skipif(sys.platform == "darwin", reason="other systems are told")
def test_other_systems_are_told_what_they_cannot_do(tmp_path: Path) -> None:
    command = [sys.executable, macos.__file__, str(tmp_path)]
    done = subprocess.run(command, capture_output=True, text=True)
    assert (done.returncode, done.stderr) == (1, "Lookalike.app can be built on macOS only.\n")
