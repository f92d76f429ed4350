"""What desktops and shells are given: valid files that name every picture type and command."""

from __future__ import annotations

import configparser
import re
import shlex
import shutil
import subprocess
import sys
import types
import xml.etree.ElementTree as ET
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import desktop_files
import pytest
from integration import icons
from integration.command_tree import command_tree
from PySide6.QtGui import QImage

from desktop_app.arguments import window_request
from desktop_app.core.base import paths
from desktop_app.core.base.languages import ENGLISH, LANGUAGES
from desktop_app.core.base.log_file import LOG_FILE_NAME
from desktop_app.core.photos.picture_formats import has_photo_suffix, has_raw_suffix

PICTURES = ("/a b/one.jpg", "/tmp/%20.png")


@pytest.fixture(scope="module")
def texts() -> Mapping[str, str]:
    return desktop_files.texts()


@pytest.fixture(scope="module")
def share(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The install tree, as the command writes it."""
    out = tmp_path_factory.mktemp("tree")
    command = [sys.executable, str(Path(desktop_files.__file__)), str(out)]
    subprocess.run(command, check=True)
    return out / "share"


def validate(*command: object) -> str:
    """Run a validator, and return what it says; skip the test where it is not installed."""
    words = [str(word) for word in command]
    if shutil.which(words[0]) is None:
        pytest.skip(f"{words[0]} is not installed")
    done = subprocess.run(words, capture_output=True, text=True)
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout + done.stderr


def entry_of(text: str) -> configparser.ConfigParser:
    parser = configparser.ConfigParser(interpolation=None)
    parser.optionxform = str  # type: ignore[assignment, method-assign]
    parser.read_string(text)
    return parser


@pytest.mark.slow
def test_the_desktop_entry_is_valid(share: Path) -> None:
    entry = share / "applications" / "lookalike.desktop"
    assert validate("desktop-file-validate", "--warn-kde", entry) == ""


@pytest.mark.slow
def test_the_page_of_software_centres_is_valid(share: Path) -> None:
    [page] = (share / "metainfo").iterdir()
    said = validate("appstreamcli", "validate", "--no-net", page)
    assert not re.findall(r"^[EW]: .*", said, re.MULTILINE)
    root = ET.parse(page).getroot()
    assert root.findtext("id") == page.name.removesuffix(".metainfo.xml")
    entry = root.findtext("launchable") or ""
    assert (share / "applications" / entry).is_file()


@pytest.mark.slow
def test_the_manual_is_valid(share: Path) -> None:
    assert validate("mandoc", "-T", "lint", "-W", "warning", share / "man/man1/lookalike.1") == ""


@pytest.mark.slow
def test_the_tree_has_the_icon_in_all_sizes_and_as_svg(share: Path) -> None:
    hicolor = share / "icons" / "hicolor"
    for size in icons.SIZES:
        picture = QImage(str(hicolor / f"{size}x{size}" / "apps" / "lookalike.png"))
        assert (picture.width(), picture.height()) == (size, size)
        assert picture.pixelColor(0, 0).alpha() == 0
        assert picture.pixelColor(size // 2, size // 2).alpha() == 255
    assert (hicolor / "scalable/apps/lookalike.svg").read_bytes() == icons.SVG.read_bytes()


@pytest.mark.slow
def test_a_desktop_offers_the_program_for_all_pictures_that_it_reads(
    texts: Mapping[str, str],
) -> None:
    table = Path("/usr/share/mime/packages/freedesktop.org.xml")
    if not table.is_file():
        pytest.skip("the table of file types (shared-mime-info) is not installed")
    kinds = ET.parse(table).iterfind("{*}mime-type")
    rows = [(each.get("pattern", ""), kind.get("type", "")) for kind in kinds for each in kind]
    of_suffix = [(Path(f"a{pattern[1:]}"), kind) for pattern, kind in rows if pattern[:2] == "*."]
    read = {kind for name, kind in of_suffix if has_photo_suffix(name) or has_raw_suffix(name)}
    offered = entry_of(texts["applications/lookalike.desktop"])["Desktop Entry"]["MimeType"]
    assert {kind for kind in read if kind.startswith("image/")} <= set(offered.split(";"))
    assert len(read) > 25


@pytest.mark.parametrize(
    ("path", "group"),
    [
        ("applications/lookalike.desktop", "Desktop Entry"),
        ("kio/servicemenus/lookalike-find.desktop", "Desktop Action findPhotosLikeThis"),
        ("nemo/actions/lookalike-find.nemo_action", "Nemo Action"),
    ],
)
def test_the_command_of_each_entry_searches_for_all_selected_pictures(
    texts: Mapping[str, str], path: str, group: str
) -> None:
    program, *words = shlex.split(entry_of(texts[path])[group]["Exec"])
    assert program == "lookalike"
    given = [each for word in words for each in (PICTURES if word == "%F" else (word,))]
    request = window_request(given, lambda: ())
    assert request is not None
    assert request.pictures == tuple(Path(picture) for picture in PICTURES)


def test_file_managers_offer_the_search_for_the_same_types(texts: Mapping[str, str]) -> None:
    offered = entry_of(texts["applications/lookalike.desktop"])["Desktop Entry"]["MimeType"]
    menu = entry_of(texts["kio/servicemenus/lookalike-find.desktop"])["Desktop Entry"]
    action = entry_of(texts["nemo/actions/lookalike-find.nemo_action"])["Nemo Action"]
    assert menu["MimeType"] == action["Mimetypes"] == offered
    assert not [path for path, text in texts.items() if re.search("@[A-Z_]+@", text)]


@pytest.mark.parametrize("language", [code for code in LANGUAGES if code != ENGLISH])
def test_desktops_are_given_every_text_in_every_language(
    texts: Mapping[str, str], language: str
) -> None:
    entries = (
        ("applications/lookalike.desktop", ("GenericName", "Comment", "Keywords")),
        ("kio/servicemenus/lookalike-find.desktop", ("Name",)),
        ("nemo/actions/lookalike-find.nemo_action", ("Name", "Comment")),
    )
    for path, keys in entries:
        for key in keys:
            assert f"\n{key}[{language}]=" in texts[path], (path, key)
    assert f'"{language}": "' in texts["nautilus-python/extensions/lookalike_find.py"]
    [page] = (text for path, text in texts.items() if path.startswith("metainfo/"))
    for place in ("summary", "description/p", "description/ul/li"):
        found = ET.fromstring(page).findall(place)
        languages = [each.get("{http://www.w3.org/XML/1998/namespace}lang") for each in found]
        assert languages.count(language) == languages.count(None) > 0, place


class PickedFile:
    """A file that is selected in GNOME Files; `path` is None on a server."""

    def __init__(self, path: str | None, kind: str) -> None:
        self.path, self.kind = path, kind

    def get_location(self) -> PickedFile:
        return self

    def get_path(self) -> str | None:
        return self.path

    def get_mime_type(self) -> str:
        return self.kind


class MenuItem:
    """An entry of the menu of GNOME Files."""

    def __init__(self, **texts: str) -> None:
        self.label = texts["label"]

    def connect(self, _signal: str, activate: Any) -> None:
        self.activate = activate


@pytest.fixture
def extension(texts: Mapping[str, str], monkeypatch: pytest.MonkeyPatch) -> Any:
    """The extension for GNOME Files, in the language `zh_CN`, with a stand-in for its library."""
    repository: Any = types.ModuleType("gi.repository")
    repository.GLib = types.SimpleNamespace(get_language_names=lambda: ["zh_CN.UTF-8", "zh_CN"])
    repository.GObject = types.SimpleNamespace(GObject=type("GObject", (), {}))
    provider = type("MenuProvider", (), {})
    repository.Nautilus = types.SimpleNamespace(MenuItem=MenuItem, MenuProvider=provider)
    monkeypatch.setitem(sys.modules, "gi", types.ModuleType("gi"))
    monkeypatch.setitem(sys.modules, "gi.repository", repository)
    module: dict[str, Any] = {"__name__": "lookalike_find"}
    exec(texts["nautilus-python/extensions/lookalike_find.py"], module)
    return module


def test_gnome_files_searches_for_the_selected_pictures(
    extension: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    started: list[list[str]] = []
    monkeypatch.setattr(subprocess, "Popen", started.append)
    chosen = [PickedFile(path, "image/jpeg") for path in PICTURES]
    [item] = extension["FindPhotosLikeThis"]().get_file_items(chosen)
    item.activate(item)
    assert item.label == "查找相似照片"
    assert started == [["lookalike", "--", *PICTURES]]


@pytest.mark.parametrize(
    "other", [PickedFile("/notes.txt", "text/plain"), PickedFile(None, "image/png")]
)
def test_gnome_files_offers_nothing_where_a_selected_file_is_no_picture_here(
    extension: Any, other: PickedFile
) -> None:
    chosen = [PickedFile("/a.jpg", "image/jpeg"), other]
    assert extension["FindPhotosLikeThis"]().get_file_items("window", chosen) == []
    assert extension["FindPhotosLikeThis"]().get_file_items([]) == []


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="manuals are read on Linux")
def test_the_manual_names_the_files_where_the_program_keeps_them(
    texts: Mapping[str, str], monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("XDG_DATA_HOME", "XDG_CONFIG_HOME", "XDG_CACHE_HOME", "XDG_STATE_HOME"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("HOME", "/home/me")
    named = re.findall(r"^\\fI(~.*)\\fR$", texts["man/man1/lookalike.1"], re.MULTILINE)
    assert {name.replace("~", "/home/me") for name in named} == {
        str(paths.default_library()),
        str(paths.settings_file()),
        str(paths.log_folder() / LOG_FILE_NAME),
    }


def test_the_manual_names_every_command_and_every_option(texts: Mapping[str, str]) -> None:
    page = texts["man/man1/lookalike.1"].replace(r"\-", "-").partition(".SH EXIT STATUS")[0]
    parts = [part.partition(" [") for part in page.split("\n.SS ")[1:]]
    sections = {name: rest for name, _, rest in parts}
    commands = [each for each in command_tree().all() if not each.commands]
    assert set(sections) == {each.words for each in commands}
    assert len(commands) > 20
    for each in commands:
        for option in each.options:
            for word in option.words:
                assert rf"\fB{word}\fR" in sections[each.words]
