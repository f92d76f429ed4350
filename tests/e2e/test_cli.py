"""The command line as a script sees it: real processes, JSON, exit codes."""

import json
import os
import platform
from collections.abc import Callable
from importlib import metadata
from pathlib import Path

import pytest
from PIL import Image

from desktop_app.core.catalogue.library_files import LibraryFiles
from tests.command_line import run_cli, run_json
from tests.conftest import save_photos

pytestmark = pytest.mark.e2e


def test_the_version_is_printed_with_those_of_the_libraries() -> None:
    first, *libraries = run_cli("--version").stdout.splitlines()
    assert first == f"lookalike {metadata.version('lookalike')}"
    assert f"Python {platform.python_version()}" in libraries
    assert f"onnxruntime {metadata.version('onnxruntime')}" in libraries


def test_a_verbose_command_logs_its_steps_and_leaves_its_output_as_it_is(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    monkeypatch.delenv("XDG_DATA_HOME", raising=False)
    words = ("model", "show", "--json")
    quiet, verbose = run_cli(*words), run_cli("--verbose", *words)
    assert "Running 'model'" in verbose.stderr
    assert (quiet.stderr, quiet.stdout) == ("", verbose.stdout)
    log = next(tmp_path.rglob("lookalike.log"))
    assert log.read_text("utf-8").count("Running 'model'") == 1


@pytest.fixture(scope="module")
def photos(
    tmp_path_factory: pytest.TempPathFactory, scene: Callable[[str, int], Image.Image]
) -> Path:
    """Nine photos and a broken file, for tests that only read them."""
    return with_broken_file(save_photos(tmp_path_factory.mktemp("read") / "photos", scene))


@pytest.fixture(scope="module")
def library(photos: Path) -> Path:
    """Index the photos once for the tests that only read the library."""
    return index_folder(photos)


@pytest.fixture
def own_library(photo_folder: Path) -> Path:
    """Index nine photos and a broken file for one test."""
    return index_folder(with_broken_file(photo_folder))


def with_broken_file(folder: Path) -> Path:
    (folder / "broken.jpg").write_bytes(b"\xff\xd8\xff broken")
    return folder


def index_folder(photos: Path) -> Path:
    library = photos.with_name("library")
    run_cli("index", photos, "--library", library)
    return library


def test_indexing_tells_what_it_did(tmp_path: Path, photo_folder: Path) -> None:
    summary = run_json("index", photo_folder, "--library", tmp_path / "library", "--threads", 1)
    assert summary["indexed"] == 9
    assert (summary["unchanged"], summary["failed"]) == (0, 0)
    assert summary["seconds"] > 0
    assert run_json("index", "--library", tmp_path / "library")["unchanged"] == 9


def test_a_search_gives_the_picture_itself_first(library: Path, photos: Path) -> None:
    picture = photos / "beach-1.jpg"
    answer = run_json("search", picture, "--library", library, "--top", 5)
    assert answer["query"] == str(picture)
    assert len(answer["matches"]) == 5
    first = answer["matches"][0]
    alone = {"stack_top": None, "on_top": None, "stack_photos": None}
    match = {"path": str(picture), "distance": 0, "score": 1.0, "related": True}
    assert first == match | {"identical": True} | alone
    assert not any(match["identical"] for match in answer["matches"][1:])
    scores = [match["score"] for match in answer["matches"]]
    assert scores == sorted(scores, reverse=True)


def test_several_pictures_make_one_query_or_one_each(library: Path, photos: Path) -> None:
    pair = [photos / "beach-0.jpg", photos / "flower-0.jpg"]
    together = run_json("search", *pair, "--library", library)
    assert together["query"] == [str(path) for path in pair]
    lines = run_cli("search", *pair, "--each", "--json", "--library", library).stdout
    each = [json.loads(line) for line in lines.splitlines()]
    assert [answer["query"] for answer in each] == [str(path) for path in pair]
    assert [answer["matches"][0]["path"] for answer in each] == [str(path) for path in pair]


def test_a_counter_example_pushes_its_like_away(library: Path, photos: Path) -> None:
    pair = [photos / "beach-0.jpg", photos / "flower-0.jpg"]
    plain = run_json("search", *pair, "--library", library)["matches"]
    without = run_json("search", *pair, "--not", photos / "flower-1.jpg", "--library", library)
    score = {match["path"]: match["score"] for match in plain}
    less = {match["path"]: match["score"] for match in without["matches"]}
    flower = str(photos / "flower-1.jpg")
    assert less[flower] < score[flower]


def test_a_bad_picture_among_many_stops_none_of_the_others(library: Path, photos: Path) -> None:
    done = run_cli(
        "search",
        photos / "broken.jpg",
        photos / "beach-0.jpg",
        "--each",
        "--json",
        "--library",
        library,
        fails=1,
    )
    first, second = (json.loads(line) for line in done.stdout.splitlines())
    assert first == {"query": str(photos / "broken.jpg"), "error": "undecodable"}
    assert second["matches"][0]["distance"] == 0
    assert "broken.jpg" in done.stderr


def test_status_and_failures_count_and_name(library: Path, photos: Path) -> None:
    status = run_json("status", "--library", library)
    assert (status["photos"], status["indexed"], status["failed"], status["offline"]) == (
        10,
        9,
        1,
        0,
    )
    assert status["model_id"] == run_json("model", "show")["model_id"]
    failure = run_json("failures", "--library", library)[0]
    assert failure["path"] == str(photos / "broken.jpg")
    assert failure["reason"] == "undecodable"


def test_people_get_sentences(library: Path, photos: Path) -> None:
    assert "broken.jpg is damaged" in run_cli("failures", "--library", library).stdout
    assert "9 indexed, 1 failed" in run_cli("status", "--library", library).stdout
    table = run_cli("search", photos / "beach-0.jpg", "--library", library).stdout
    assert str(photos / "beach-0.jpg") in table


def test_errors_are_one_sentence_and_status_1(library: Path, tmp_path: Path) -> None:
    missing = run_cli("search", tmp_path / "nothing.jpg", "--library", library, fails=1)
    assert missing.stderr.count("\n") == 1
    assert "nothing.jpg does not exist" in missing.stderr
    folder = run_cli("index", tmp_path / "nothing", "--library", library, fails=1)
    assert "is not a readable folder" in folder.stderr
    with LibraryFiles(library).writing():
        busy = run_cli("index", "--library", library, fails=1)
    assert "Another process" in busy.stderr


def test_wrong_usage_is_status_2() -> None:
    assert "serch" in run_cli("serch", fails=2).stderr
    run_cli("search", fails=2)


def test_names_that_are_not_utf8_survive_json(own_library: Path, photo_folder: Path) -> None:
    odd = os.path.join(os.fsencode(photo_folder), b"caf\xe9.jpg")  # noqa: PTH118
    with open(odd, "wb") as file:  # noqa: PTH123
        file.write((photo_folder / "beach-0.jpg").read_bytes())
    run_cli("index", "--library", own_library)
    answer = run_json("search", photo_folder / "beach-0.jpg", "--library", own_library, "--top", 2)
    assert os.fsdecode(odd) in {match["path"] for match in answer["matches"]}
    table = run_cli("search", photo_folder / "beach-0.jpg", "--library", own_library)
    assert table.returncode == 0


def test_the_model_tells_what_it_is() -> None:
    model = run_json("model", "show")
    assert {"model_id", "code_bits", "trained_on", "figures"} <= set(model)
    assert model["model_id"] in run_cli("model", "show").stdout


def test_roots_are_listed_with_state_and_counts(library: Path, photos: Path) -> None:
    assert run_json("roots", "--library", library) == [
        {
            "path": str(photos),
            "offline": False,
            "paused": False,
            "indexed": 9,
            "failed": 1,
            "waiting": 0,
        }
    ]
    table = run_cli("roots", "--library", library).stdout
    assert table == f"{photos}: 9 indexed, 1 failed\n"


def test_a_root_is_paused_and_resumed(own_library: Path, photo_folder: Path) -> None:
    run_cli("pause", photo_folder, "--library", own_library)
    done = run_cli("index", "--library", own_library)
    assert "is paused and was not scanned" in done.stderr
    assert "paused" in run_cli("roots", "--library", own_library).stdout
    run_cli("resume", photo_folder, "--library", own_library)
    assert run_json("index", "--library", own_library)["unchanged"] == 9


def test_a_root_is_moved_and_removed_with_sentences(
    own_library: Path, photo_folder: Path, tmp_path: Path
) -> None:
    moved, empty = tmp_path / "moved", tmp_path / "empty"
    empty.mkdir()
    photo_folder.rename(moved)
    refused = run_cli("relocate", photo_folder, empty, "--library", own_library, fails=1)
    assert "0 of 10 were found" in refused.stderr
    assert refused.stderr.count("\n") == 1
    output = run_cli("relocate", photo_folder, moved, "--library", own_library).stdout
    assert str(moved) in output
    assert run_json("index", "--library", own_library)["unchanged"] == 9
    unknown = run_cli("remove", photo_folder, "--library", own_library, fails=1)
    assert "is not a folder of the library" in unknown.stderr
    output = run_cli("remove", moved, "--library", own_library).stdout
    assert "(9 photos)" in output
    assert run_json("roots", "--library", own_library) == []
    assert "no folders yet" in run_cli("roots", "--library", own_library).stdout
    assert (moved / "beach-0.jpg").exists()


def test_what_failed_is_tried_again(own_library: Path, photo_folder: Path) -> None:
    broken = photo_folder / "broken.jpg"
    assert run_json("retry", "--library", own_library)["failed"] == 1
    broken.write_bytes((photo_folder / "beach-0.jpg").read_bytes())
    assert run_json("retry", broken, "--library", own_library)["indexed"] == 1
    refused = run_cli("retry", broken, "--library", own_library, fails=1)
    assert "is not among the failed photos" in refused.stderr


def test_patterns_exclude_photos_and_give_them_back(own_library: Path) -> None:
    place = ("--library", own_library)
    assert run_json("exclude", "list", *place) == {"patterns": [], "follow_links": False}
    assert "No files are excluded." in run_cli("exclude", "list", *place).stdout
    added = run_json("exclude", "add", "trip/", "beach-*", *place)
    assert added["patterns"] == ["trip/", "beach-*"]
    assert run_json("index", *place)["unchanged"] == 4
    status = run_json("status", *place)
    assert (status["indexed"], status["excluded"]) == (4, 5)
    assert "5 photos excluded" in run_cli("status", *place).stdout
    text = run_cli("exclude", "remove", "trip/", *place).stdout
    assert text == "beach-*\nRun 'lookalike index' to apply the change.\n"
    assert run_json("exclude", "remove", "beach-*", *place)["patterns"] == []
    again = run_json("index", *place)
    assert (again["indexed"], again["unchanged"], again["unreadable_files"]) == (0, 9, [])


def test_a_pattern_that_is_not_valid_or_not_known_is_refused(own_library: Path) -> None:
    place = ("--library", own_library)
    assert (
        "“[z-a]” is not a valid pattern"
        in run_cli("exclude", "add", "[z-a]", *place, fails=1).stderr
    )
    refused = run_cli("exclude", "remove", "*.tmp", *place, fails=1).stderr
    assert "*.tmp is not among the patterns" in refused


def test_links_out_of_the_folders_are_followed_on_request(
    photo_folder: Path, tmp_path: Path
) -> None:
    (photo_folder / "trip").rename(tmp_path / "elsewhere")
    (photo_folder / "trip").symlink_to(tmp_path / "elsewhere")
    place = ("--library", tmp_path / "library")
    assert run_json("index", photo_folder, *place)["indexed"] == 6
    assert run_json("index", "--follow-links", *place)["indexed"] == 3
    assert run_json("exclude", "list", *place)["follow_links"] is True
    assert run_json("index", *place)["unchanged"] == 9
    assert run_json("index", "--no-follow-links", *place)["unchanged"] == 6
