"""A frozen build installs its training component by the real pip, from a folder with one wheel."""

from __future__ import annotations

import shutil
import sys
from importlib.util import find_spec
from pathlib import Path

import pytest

from desktop_app.core.base.paths import components
from desktop_app.core.base.process_lock import process_lock
from desktop_app.core.jobs.progress import Uninstalled
from desktop_app.core.models import training_component
from desktop_app.core.models.component_errors import (
    ComponentInUseError,
    ComponentNotRemovedError,
    ComponentOfPipError,
    InstallFailedError,
)
from desktop_app.core.models.component_folder import (
    add_component_to_path,
    component_folder,
    component_in_use,
    packages_inside,
    site_folders,
)
from desktop_app.core.models.training_component import (
    MODULES,
    can_install,
    download_training,
    install_training,
    is_removable,
    missing_modules,
    removable_bytes,
    remove_training,
)
from desktop_app.sentences.errors import error_message
from tests.core.models.tiny_wheel import write_tiny_wheel


@pytest.fixture
def shelf(tmp_path: Path) -> Path:
    """A folder with a tiny package, which stands for all that training needs."""
    folder = tmp_path / "shelf"
    write_tiny_wheel(folder)
    return folder


@pytest.fixture(autouse=True)
def _frozen(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "frozen", True, raising=False)
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "data"))
    monkeypatch.setattr(training_component, "requirements", lambda: ["tiny-lesson"])
    program = [sys.executable, "-P", "-c", "print('training starts')"]
    monkeypatch.setattr(training_component, "training_program", lambda: program)


@pytest.mark.slow
def test_it_goes_into_a_folder_of_its_own_until_it_is_removed(
    shelf: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert can_install()
    assert missing_modules() == [*MODULES]
    list(install_training(shelf))
    assert missing_modules() == []
    [site] = site_folders(component_folder())
    assert (Path(site) / "tiny_lesson.py").is_file()
    assert find_spec("tiny_lesson") is None
    monkeypatch.setattr(sys, "path", [*sys.path])
    add_component_to_path()
    assert sys.path[-1] == site
    assert find_spec("tiny_lesson") is not None
    size = removable_bytes()
    assert size > len("TAUGHT = True\n")
    assert [*remove_training()] == [Uninstalled(size)]
    assert not is_removable()
    assert missing_modules() == [*MODULES]
    assert not component_folder().exists()


@pytest.mark.slow
def test_an_interrupted_installation_does_not_count_and_can_be_repeated(shelf: Path) -> None:
    steps = install_training(shelf)
    next(steps)
    steps.close()
    assert missing_modules() == [*MODULES]
    list(install_training(shelf))
    assert missing_modules() == []


@pytest.mark.slow
def test_a_component_that_does_not_start_is_told_and_does_not_count(
    shelf: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    code = (
        "import sys; sys.stderr.write('ImportError: GLIBC is too old\\n[42] Failed'); sys.exit(1)"
    )
    monkeypatch.setattr(
        training_component, "training_program", lambda: [sys.executable, "-c", code]
    )
    with pytest.raises(InstallFailedError, match="ImportError: GLIBC is too old"):
        list(install_training(shelf))
    assert missing_modules() == [*MODULES]


@pytest.mark.slow
def test_a_component_for_another_build_is_not_used_and_makes_room(shelf: Path) -> None:
    other = components() / "training-0123456789ab"
    other.mkdir(parents=True)
    (other / "complete").touch()
    assert missing_modules() == [*MODULES]
    list(install_training(shelf))
    assert not other.exists()
    assert missing_modules() == []


def test_the_packages_of_the_build_stay_as_they_are() -> None:
    assert any(each.startswith("numpy==") for each in packages_inside())
    with pytest.raises(InstallFailedError):
        list(install_training(Path("/nowhere")))
    constraints = component_folder() / "constraints.txt"
    assert constraints.read_text().splitlines() == packages_inside()


def test_two_installations_do_not_meet(shelf: Path) -> None:
    components().mkdir(parents=True)
    with (
        process_lock(components() / "lock"),
        pytest.raises(InstallFailedError, match="another installation is running"),
    ):
        list(install_training(shelf))


@pytest.mark.slow
def test_its_files_are_downloaded_for_a_computer_without_a_network(
    shelf: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PIP_NO_INDEX", "1")
    monkeypatch.setenv("PIP_FIND_LINKS", str(shelf))
    list(download_training(tmp_path / "stick"))
    assert [path.name for path in (tmp_path / "stick").iterdir()] == [
        path.name for path in shelf.iterdir()
    ]
    monkeypatch.delenv("PIP_FIND_LINKS")
    list(install_training(tmp_path / "stick"))
    assert missing_modules() == []


def left_behind() -> Path:
    """The unfinished component of another build."""
    other = components() / "training-0123456789ab"
    other.mkdir(parents=True)
    (other / "torch.so").write_bytes(bytes(1000))
    return other


def test_a_component_of_another_version_can_be_removed_too() -> None:
    assert not is_removable()
    assert [*remove_training()] == [Uninstalled(0)]
    other = left_behind()
    assert missing_modules() == [*MODULES]
    assert is_removable()
    assert removable_bytes() == 1000
    assert [*remove_training()] == [Uninstalled(1000)]
    assert not other.exists()


def test_no_component_is_removed_while_a_training_uses_it() -> None:
    other = left_behind()
    with component_in_use(), component_in_use():
        with pytest.raises(ComponentInUseError) as caught:
            next(remove_training())
        assert "while a training or its installation runs" in error_message(caught.value)
        assert other.exists()
    next(remove_training())
    with component_in_use():  # also where there is none
        pass


def test_no_component_is_removed_while_one_is_installed() -> None:
    other = left_behind()
    with process_lock(components() / "lock"), pytest.raises(ComponentInUseError):
        next(remove_training())
    assert other.exists()


def test_a_component_that_cannot_be_deleted_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    left_behind()
    monkeypatch.setattr(shutil, "rmtree", lambda _, **__: None)
    with pytest.raises(ComponentNotRemovedError) as caught:
        next(remove_training())
    assert f"in {components()} cannot be deleted" in error_message(caught.value)


def test_what_pip_has_installed_is_not_removed(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "frozen", False)
    with pytest.raises(ComponentOfPipError) as caught:
        next(remove_training())
    assert error_message(caught.value).endswith("run: pip uninstall torch torchvision")
