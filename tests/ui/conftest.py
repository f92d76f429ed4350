"""Real windows on real libraries; only what the desktop would do is recorded instead of done."""

from __future__ import annotations

import gc
import shutil
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

import pytest
from PIL import Image
from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from desktop_app.core.base.paths import resources
from desktop_app.core.bundle.encoder import Encoder
from desktop_app.core.catalogue.library_files import LibraryFiles
from desktop_app.core.catalogue.root_edits import relocate_root
from desktop_app.core.catalogue.settings import Settings
from desktop_app.core.indexing.indexer import index
from desktop_app.core.search.photo_search import PhotoSearch
from desktop_app.ui.kit.language import Language
from desktop_app.ui.kit.theme import Theme
from desktop_app.ui.outliers.outliers_view import OutliersView
from desktop_app.ui.shell.app import Places, build_window
from desktop_app.ui.shell.main_window import MainWindow
from desktop_app.ui.system.desktop import Desktop
from tests.fork_server import shared_server
from tests.made_once import made_once
from tests.shared_networks import shared_session
from tests.slow_disk import SLOW_DISK
from tests.ui.announced import Announced
from tests.ui.looks import look_name, looks, theme_of
from tests.ui.running_program import RunningProgram
from tests.ui.varied_library import VariedLibrary, build, copy_varied

Program = Callable[..., list[str]]
OpenModel = Callable[..., MainWindow]
KINDS = ("beach", "night_city", "flower", "portrait", "boat", "car")
WAIT_MS = 180_000  # a machine may have other work
MANY = 40  # of `many_photos`


@dataclass(frozen=True)
class IndexedLibrary:
    """Photos and the library that knows them."""

    photos: Path
    library: Path

    def picture(self, kind: str, variation: int) -> Path:
        return self.photos / f"{kind}-{variation}.jpg"


def copy_with_photos(indexed: IndexedLibrary, base: Path) -> IndexedLibrary:
    """Copy photos and library into a folder, for a test that may change them."""
    photos = Path(shutil.copytree(indexed.photos, base / "photos"))
    files = LibraryFiles(Path(shutil.copytree(indexed.library, base / "library")))
    for _ in relocate_root(files, indexed.photos, photos):
        pass
    return IndexedLibrary(photos, files.folder)


@dataclass
class FakeDesk:
    """What the user would choose, and what was opened and shown."""

    picture: Path | None = None
    folder: Path | None = None
    target: Path | None = None
    model: Path | None = None
    can_open: bool = True
    opened: list[Path] = field(default_factory=list)
    opened_with: list[Path] = field(default_factory=list)
    shown: list[Path] = field(default_factory=list)
    titles: list[str] = field(default_factory=list)
    starts: list[Path | None] = field(default_factory=list)
    libraries: list[Path] = field(default_factory=list)

    def desktop(self) -> Desktop:
        return Desktop(
            self._open,
            self._show,
            self._choose_picture,
            self._choose_folder,
            self._choose_target,
            self._open_with,
            self._choose_model,
            self._open_library,
        )

    def _open(self, path: Path) -> bool:
        self.opened.append(path)
        return self.can_open

    def _show(self, path: Path, *others: Path) -> bool:
        self.shown += [path, *others]
        return True

    def _choose_picture(self, _: QWidget) -> Path | None:
        return self.picture

    def _choose_target(self, _: QWidget, title: str, name: str) -> Path | None:
        self.titles.append(f"{title}: {name}")
        return self.target

    def _open_with(self, _: QWidget, path: Path) -> bool | None:
        self.opened_with.append(path)
        return self.can_open

    def _choose_model(self, _: QWidget) -> Path | None:
        return self.model

    def _open_library(self, folder: Path) -> bool:
        self.libraries.append(folder)
        return self.can_open

    def _choose_folder(self, window: QWidget, title: str, start: Path | None = None) -> Path | None:
        del window
        self.titles.append(title)
        self.starts.append(start)
        return self.folder


def outliers_of(window: MainWindow) -> OutliersView:
    """The view of unusual photos."""
    photos = window.views["outliers"].photos
    assert isinstance(photos, OutliersView)
    return photos


@pytest.fixture(scope="session", autouse=True)
def older_objects() -> None:
    """What the tests before have imported is not gone through again after each test (`tidy`)."""
    gc.collect()
    gc.freeze()


@pytest.fixture(autouse=True)
def tidy(qapp: QApplication) -> Iterator[None]:
    """What a test leaves is destroyed here: a thread of the next test that happened to collect it
    could not stop its timers. So is what lies in the clipboard: without a window system it would
    outlive Python, whose objects it holds, and end the process with a crash.
    """
    yield
    qapp.clipboard().clear()
    qapp.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    gc.collect()


@pytest.fixture(scope="session", autouse=True)
def forked_program() -> Iterator[Program]:
    """The command that starts jobs, faster than the real one."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("desktop_app.core.bundle.networks.new_session", shared_session)
        patch.setattr(PhotoSearch, "warm_up", lambda _: None)  # shared networks are warm
        yield shared_server().program


@pytest.fixture(scope="session", autouse=True)
def lasting_messages() -> Iterator[None]:
    """A test may look at a message later than a user does."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("desktop_app.ui.kit.message_bar.READING_MS", WAIT_MS)
        yield


@pytest.fixture(scope="session")
def theme(qapp: QApplication) -> Theme:
    return Theme(qapp, resources() / "icons", "light")


@pytest.fixture
def large_texts(qapp: QApplication, theme: Theme) -> Iterator[Theme]:
    """For texts twice as large as usual; they are as usual afterwards."""
    yield Theme(qapp, resources() / "icons", "light", 2)
    theme.choose("dark")
    theme.choose("light")


@pytest.fixture(scope="session", autouse=True)
def language(qapp: QApplication) -> Language:
    return Language(qapp, resources() / "translations", "en")


@pytest.fixture(autouse=True)
def english_afterwards(language: Language) -> Iterator[None]:
    """A test may choose a language. English is chosen again once its windows, which would follow,
    are closed: what is set up first ends last.
    """
    yield
    language.choose("en")


@pytest.fixture(params=looks(), ids=look_name)
def look(
    request: pytest.FixtureRequest, qapp: QApplication, theme: Theme, language: Language
) -> Iterator[Theme]:
    """The theme of each look; texts are as large as usual afterwards."""
    with theme_of(request.param, qapp, language) as made:
        yield made
    theme.choose("dark")
    theme.choose("light")


@pytest.fixture
def announced(monkeypatch: pytest.MonkeyPatch) -> Announced:
    """What is announced from now on."""
    return Announced.instead_of_screen_reader(monkeypatch)


@pytest.fixture(scope="session")
def shared_library(
    tmp_path_factory: pytest.TempPathFactory,
    encoder: Encoder,
    scene: Callable[[str, int], Image.Image],
) -> Iterator[IndexedLibrary]:
    """36 photos, indexed once for all tests, which only read it."""
    base = tmp_path_factory.mktemp("shared")
    (photos := base / "photos").mkdir()
    for kind in KINDS:
        for variation in range(6):
            scene(kind, variation).save(photos / f"{kind}-{variation}.jpg", quality=92)
    for _ in index(LibraryFiles(base / "library"), encoder, [photos]):
        pass
    names = sorted(path.name for path in photos.iterdir())
    yield IndexedLibrary(photos, base / "library")
    assert sorted(path.name for path in photos.iterdir()) == names, "a test changed these photos"


@pytest.fixture(scope="session")
def eight_photos(
    tmp_path_factory: pytest.TempPathFactory, shared_library: IndexedLibrary, encoder: Encoder
) -> IndexedLibrary:
    """Indexed once, and copied for each test that may change them."""
    base = tmp_path_factory.mktemp("eight")
    (photos := base / "photos").mkdir()
    for kind in KINDS[:4]:
        for variation in range(2):
            shutil.copy2(shared_library.picture(kind, variation), photos)
    for _ in index(LibraryFiles(base / "library"), encoder, [photos]):
        pass
    return IndexedLibrary(photos, base / "library")


@pytest.fixture
def own_library(tmp_path: Path, eight_photos: IndexedLibrary) -> IndexedLibrary:
    """Eight photos in a library that the test may change."""
    return copy_with_photos(eight_photos, tmp_path)


@pytest.fixture(scope="session")
def shared_varied(
    tmp_path_factory: pytest.TempPathFactory,
    scene: Callable[[str, int], Image.Image],
    encoder: Encoder,
) -> VariedLibrary:
    """Indexed once, and copied for each test."""
    return build(tmp_path_factory.mktemp("varied"), scene, encoder)


@pytest.fixture
def varied(shared_varied: VariedLibrary, tmp_path: Path) -> VariedLibrary:
    return copy_varied(shared_varied, tmp_path)


@pytest.fixture
def desk() -> FakeDesk:
    return FakeDesk()


@pytest.fixture
def open_window(
    qapp: QApplication,
    qtbot: QtBot,
    theme: Theme,
    language: Language,
    desk: FakeDesk,
    tmp_path: Path,
    forked_program: Program,
) -> Iterator[Callable[..., MainWindow]]:
    windows: list[MainWindow] = []

    def opened(
        library: Path,
        trainer: list[str] | None = None,
        program: list[str] | None = None,
        own_theme: Theme | None = None,
    ) -> MainWindow:
        places = Places(
            library, tmp_path / "settings.json", tmp_path / "samples", tmp_path / "logs"
        )
        settings = Settings(
            theme="light", language=language.spoken, watch_folders=False, tips=False
        )
        own_program = program or forked_program()
        window = build_window(
            own_theme or theme, language, places, settings, desk.desktop(), own_program, trainer
        )
        windows.append(window)
        window.show()
        qtbot.waitExposed(window)
        return window

    yield opened
    for window in windows:
        window.close_at_once()
        window.deleteLater()
    # Before a theme or a language is chosen again, which all widgets would follow.
    qapp.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)


@pytest.fixture
def open_model(
    qtbot: QtBot,
    theme: Theme,
    language: Language,
    desk: FakeDesk,
    tmp_path: Path,
    shared_library: IndexedLibrary,
    forked_program: Program,
) -> OpenModel:
    """A window with the model in this folder, on a library that this model has indexed."""

    def opened(model: Path, library: Path | None = None) -> MainWindow:
        places = Places(
            library or shared_library.library,
            tmp_path / "settings.json",
            tmp_path / "samples",
            tmp_path / "logs",
            model,
        )
        settings = Settings(theme="light", language="en", watch_folders=False)
        window = build_window(theme, language, places, settings, desk.desktop(), forked_program())
        qtbot.addWidget(window)
        window.resize(1300, 900)
        window.show()
        return window

    return opened


@pytest.fixture
def window(open_window: Callable[[Path], MainWindow], shared_library: IndexedLibrary) -> MainWindow:
    """On the shared library."""
    return open_window(shared_library.library)


@pytest.fixture
def trash(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Where the system puts what is trashed, as freedesktop.org wants it."""
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "data"))
    (tmp_path / "data").mkdir()
    return tmp_path / "data" / "Trash"


@pytest.fixture
def own_window(
    qtbot: QtBot,
    open_window: Callable[[Path], MainWindow],
    own_library: IndexedLibrary,
    trash: Path,
) -> MainWindow:
    """On eight photos that the test may change, all of which are shown; with a trash of its own."""
    window = open_window(own_library.library)
    window.resize(1300, 800)
    qtbot.waitUntil(lambda: window.browse.count == 8, timeout=WAIT_MS)
    qtbot.waitUntil(lambda: window.browse.model.known_photo(7) is not None, timeout=WAIT_MS)
    qtbot.waitUntil(lambda: window.library.indexed is not None, timeout=WAIT_MS)
    return window


@pytest.fixture
def program(tmp_path: Path, own_library: IndexedLibrary) -> Iterator[RunningProgram]:
    """Started as a user does, in a home of its own."""
    running = RunningProgram(tmp_path / "home", own_library.library)
    yield running
    running.close()


@pytest.fixture(scope="session")
def noise(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Photos that keep two cores busy for seconds; only to be read."""

    def draw(folder: Path) -> None:
        for number in range(4 * MANY):
            picture = Image.effect_noise((320, 240), 20 + number % 60).convert("RGB")
            picture.save(folder / f"{number:03}.jpg")

    return made_once(tmp_path_factory, "noise", draw)


@pytest.fixture
def many_photos(noise: Path, tmp_path: Path) -> Path:
    """A folder on a slow disk, which takes a few seconds to index."""
    folder = tmp_path / SLOW_DISK / "many"
    folder.mkdir(parents=True)
    for number in range(MANY):
        shutil.copy2(noise / f"{number:03}.jpg", folder)
    return folder
