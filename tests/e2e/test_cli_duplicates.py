"""`lookalike duplicates` as a script sees it."""

import csv
import io
import json
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from PIL import Image, ImageFilter, ImageOps

from desktop_app.core.files.sidecars import write_sidecar
from desktop_app.core.xmp.annotations import Annotations
from desktop_app.core.xmp.packet import annotations_of
from tests.command_line import run_cli, run_json
from tests.conftest import save_photos
from tests.loop_disk import format_disk, mounted

pytestmark = pytest.mark.e2e


@pytest.fixture(scope="module")
def folder(
    tmp_path_factory: pytest.TempPathFactory, scene: Callable[[str, int], Image.Image]
) -> Path:
    """Nine photos, a small copy of one of them, and an identical file of another."""
    photos = save_photos(tmp_path_factory.mktemp("duplicates") / "photos", scene)
    scene("beach", 0).resize((120, 80)).save(photos / "small.jpg")
    shutil.copy(photos / "flower-0.jpg", photos / "=copy.jpg")
    run_cli("index", photos, "--library", photos.with_name("library"))
    return photos


@pytest.fixture(scope="module")
def library(folder: Path) -> Path:
    return folder.with_name("library")


def test_groups_are_listed_with_the_photo_to_keep(folder: Path, library: Path) -> None:
    groups = run_json("duplicates", "--library", library)["groups"]

    assert {group["level"]: group["keep"] for group in groups} == {
        "identical": str(folder / "=copy.jpg"),
        "same_photo": str(folder / "beach-0.jpg"),
    }
    (group,) = [group for group in groups if group["level"] == "same_photo"]
    assert group["reason"] == "more_pixels"
    assert group["spare_bytes"] == (folder / "small.jpg").stat().st_size
    assert [photo["path"] for photo in group["photos"]] == [
        str(folder / name) for name in ("beach-0.jpg", "small.jpg")
    ]
    assert group["photos"][1]["turn"] == "none"


def test_levels_and_rules_are_chosen_by_words(folder: Path, library: Path) -> None:
    words = ("duplicates", "--library", library, "--level", "same-photo", "--keep", "older")

    (group,) = run_json(*words)["groups"]

    assert (group["level"], group["reason"]) == ("same_photo", None)


def test_the_sharpest_photo_is_kept_on_request(
    library: Path, tmp_path: Path, scene: Callable[[str, int], Image.Image]
) -> None:
    folder = tmp_path / "more"
    folder.mkdir()
    scene("car", 1).filter(ImageFilter.GaussianBlur(2)).save(folder / "a.jpg")
    scene("car", 1).save(folder / "b.jpg")
    own = shutil.copytree(library, tmp_path / "library")
    run_cli("index", folder, "--library", own)
    words = ("duplicates", "--library", own, "--level", "same-photo", "--keep", "sharper")

    groups = {group["keep"]: group["reason"] for group in run_json(*words)["groups"]}

    assert groups[str(folder / "b.jpg")] == "sharper"


def test_a_photo_in_a_protected_folder_is_kept(
    folder: Path, library: Path, tmp_path: Path, scene: Callable[[str, int], Image.Image]
) -> None:
    reference = tmp_path / "reference"
    reference.mkdir()
    scene("beach", 0).resize((60, 40)).save(reference / "tiny.png")
    own = shutil.copytree(library, tmp_path / "library")
    run_cli("index", reference, "--library", own)

    words = ("duplicates", "--library", own, "--level", "same-photo", "--protect", reference)
    (group,) = run_json(*words)["groups"]

    assert group["keep"] == str(reference / "tiny.png")


def test_the_rules_of_the_library_apply_unless_others_are_chosen(
    folder: Path, library: Path, tmp_path: Path
) -> None:
    own = shutil.copytree(library, tmp_path / "library")
    rules = {"order": ["shorter_path"], "preferred": [], "protected": [str(folder)]}
    (own / "keep-rules.json").write_text(json.dumps(rules))
    words = ("duplicates", "--library", own, "--level", "same-photo")

    assert run_json(*words)["groups"][0]["reason"] is None
    assert run_json(*words, "--keep", "more-pixels")["groups"][0]["reason"] == "more_pixels"
    refused = run_json(*words, "--trash")["refused"]
    assert [one["reason"] for one in refused] == ["protected"]


def test_text_for_people_names_levels_and_reasons(folder: Path, library: Path) -> None:
    lines = run_cli("duplicates", "--library", library).stdout.splitlines()

    assert "Same photo (keep: more pixels)" in lines
    assert f"  keep  {folder / 'beach-0.jpg'}  (240 x 160, " in "\n".join(lines)
    assert lines[-1].startswith("2 groups; all but the kept photos take ")


def test_the_table_for_spreadsheets_has_a_line_for_each_file(folder: Path, library: Path) -> None:
    table = list(
        csv.reader(io.StringIO(run_cli("duplicates", "--library", library, "--csv").stdout))
    )

    assert table[0] == [
        *("group", "level", "keep", "path", "width", "height", "size_bytes", "format", "stack_top")
    ]
    assert len(table) == 5
    assert {row[2] for row in table[1:]} == {"0", "1"}


@pytest.mark.parametrize(
    ("option", "word"), [("--level", "same"), ("--keep", "best"), ("--keep", "raw,x")]
)
def test_an_unknown_word_is_wrong_usage(library: Path, option: str, word: str) -> None:
    failed = run_cli("duplicates", "--library", library, option, word, fails=2)

    assert option in failed.stderr


def test_a_folder_is_compared_with_the_library(
    folder: Path, library: Path, tmp_path: Path, scene: Callable[[str, int], Image.Image]
) -> None:
    card = tmp_path / "card"
    card.mkdir()
    scene("car", 0).save(card / "new.jpg")
    ImageOps.mirror(scene("beach", 1)).save(card / "known.png")
    (card / "notes.txt").write_text("no photo")

    words = ("duplicates", "--against", card, "--library", library)
    lines = [json.loads(line) for line in run_cli(*words, "--json").stdout.splitlines()]
    last = run_cli(*words).stdout.splitlines()[-1]

    assert [(Path(line["path"]).name, line["standing"]) for line in lines] == [
        ("known.png", "known"),
        ("new.jpg", "new"),
    ]
    assert lines[0]["known"] == str(folder / "beach-1.jpg")
    assert last == "2 photos: 1 new, 1 known, 0 better, 0 unreadable."


@pytest.fixture
def own(
    tmp_path: Path, scene: Callable[[str, int], Image.Image], monkeypatch: pytest.MonkeyPatch
) -> Path:
    """A folder that is indexed for one test, with a trash of its own."""
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "data"))
    photos = save_photos(tmp_path / "photos", scene)
    scene("beach", 0).resize((120, 80)).save(photos / "small.jpg")
    shutil.copy(photos / "flower-0.jpg", photos / "trip" / "copy.jpg")
    run_cli("index", photos, "--library", tmp_path / "library")
    return photos


def test_copies_go_to_the_trash_only_without_a_dry_run(own: Path, tmp_path: Path) -> None:
    words = ("duplicates", "--trash", "--library", tmp_path / "library")
    copies = {str(own / "small.jpg"), str(own / "trip" / "copy.jpg")}

    dry = run_json(*words)
    assert {each["path"] for each in dry["discarded"]} == copies
    assert all(Path(path).exists() for path in copies)

    done = run_json(*words, "--no-dry-run")
    assert done == dry
    trash = tmp_path / "data" / "Trash" / "files"
    assert {path.name for path in trash.iterdir()} == {"small.jpg", "copy.jpg"}
    assert not any(Path(path).exists() for path in copies)
    assert run_json(*words)["discarded"] == []
    status = run_json("status", "--library", tmp_path / "library")
    assert status["indexed"] == 9


def test_what_is_in_the_trash_is_neither_found_again_nor_known(
    own: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The trash of a home folder lies in the folder that is indexed."""
    monkeypatch.setenv("XDG_DATA_HOME", str(own / ".local" / "share"))
    library = ("--library", tmp_path / "library")
    trash = own / ".local" / "share" / "Trash" / "files"
    run_cli("duplicates", "--trash", "--no-dry-run", *library)
    assert {path.name for path in trash.iterdir()} == {"small.jpg", "copy.jpg"}

    run_cli("index", own, *library)

    assert run_json("status", *library)["indexed"] == 9
    assert run_json("duplicates", *library)["groups"] == []
    assert "Trash" not in run_cli("duplicates", "--level", "all", *library).stdout
    (own / "beach-0.jpg").unlink()
    run_cli("index", own, *library)
    checked = run_cli("duplicates", "--against", trash, "--json", *library).stdout.splitlines()
    standings = {Path(line["path"]).name: line["standing"] for line in map(json.loads, checked)}
    assert standings == {"small.jpg": "new", "copy.jpg": "known"}


def test_a_file_that_was_changed_since_goes_only_if_it_is_still_the_same_photo(
    own: Path, tmp_path: Path
) -> None:
    run_cli("duplicates", "--library", tmp_path / "library")
    small, copy = own / "small.jpg", own / "trip" / "copy.jpg"
    small.write_bytes(small.read_bytes() + b" ")
    shutil.copy(own / "beach-1.jpg", copy)
    words = ("duplicates", "--trash", "--library", tmp_path / "library", "--protect", own / "none")

    told = [each for each in run_json(*words)["discarded"] if each["changed"]]
    assert {each["path"] for each in told} == {str(small), str(copy)}
    done = run_json(*words, "--no-dry-run")

    assert [each["path"] for each in done["discarded"]] == [str(small)]
    assert done["refused"] == [{"path": str(copy), "reason": "changed"}]
    assert copy.exists()


def test_ratings_and_keywords_of_what_goes_are_merged_on_request(own: Path, tmp_path: Path) -> None:
    write_sidecar(own / "small.jpg", Annotations(4, ("sea",)))
    (own / "trip" / "copy.jpg.xmp").write_text("broken")
    words = ("duplicates", "--trash", "--merge", "--library", tmp_path / "library")
    run_cli(*words)
    assert not (own / "beach-0.jpg.xmp").exists()

    done = run_cli(*words, "--no-dry-run")

    noted = annotations_of((own / "beach-0.jpg.xmp").read_bytes())
    assert noted == Annotations(4, ("sea",))
    assert not (own / "small.jpg").exists()
    trash = tmp_path / "data" / "Trash" / "files"
    assert {path.name for path in trash.iterdir()} == {"small.jpg", "small.jpg.xmp"}
    assert (own / "trip" / "copy.jpg").exists()
    assert (own / "flower-0.jpg").exists()
    assert "stays: its rating and keywords cannot be merged (" in done.stderr
    run_cli("duplicates", "--merge", "--library", tmp_path / "library", fails=2)


def test_people_are_told_what_would_go_and_how(own: Path, tmp_path: Path) -> None:
    words = ("duplicates", "--trash", "--library", tmp_path / "library", "--protect", own / "trip")

    lines = run_cli(*words).stdout.splitlines()

    assert f"{own / 'small.jpg'}  (stays: {own / 'beach-0.jpg'})" in lines
    assert f"{own / 'flower-0.jpg'}  (stays: {own / 'trip' / 'copy.jpg'})" in lines
    assert lines[-1].endswith("would be moved to the trash. Add --no-dry-run to do it.")


def test_identical_files_are_linked_on_request(own: Path, tmp_path: Path) -> None:
    words = ("duplicates", "--link", "--library", tmp_path / "library")
    kept, copy = own / "flower-0.jpg", own / "trip" / "copy.jpg"

    dry = run_cli(*words).stdout.splitlines()
    assert dry[-1].endswith("would be replaced by hard links. Add --no-dry-run to do it.")
    assert kept.stat().st_ino != copy.stat().st_ino

    done = run_cli(*words, "--no-dry-run").stdout.splitlines()
    assert done[-1].endswith(" replaced by hard links.")
    assert kept.stat().st_ino == copy.stat().st_ino
    assert run_json(*words)["discarded"] == []


@pytest.mark.parametrize("option", ["--link", "--reflink"])
@pytest.mark.parametrize("words", [["--trash"], ["--level", "same-photo"], ["--merge"]])
def test_what_is_not_identical_is_not_linked(
    own: Path, tmp_path: Path, option: str, words: list[str]
) -> None:
    run_cli("duplicates", option, *words, "--library", tmp_path / "library", fails=2)


@pytest.mark.parametrize(
    ("command", "can_share"), [(("mkfs.btrfs", "-q"), True), (("mkfs.ext4", "-q", "-F"), False)]
)
def test_identical_files_share_their_space_where_the_disk_can(
    own: Path, tmp_path: Path, command: tuple[str, ...], *, can_share: bool
) -> None:
    format_disk(tmp_path / "image", 400 * 2**20, command)
    with mounted(tmp_path / "image", tmp_path / "disk") as disk:
        photos = shutil.copytree(own, disk / "photos")
        run_cli("index", photos, "--library", disk / "library")
        words = ("duplicates", "--reflink", "--library", disk / "library")
        kept, copy = photos / "flower-0.jpg", photos / "trip" / "copy.jpg"
        inode = copy.stat().st_ino

        assert "would share their space" in run_cli(*words).stdout
        done = run_cli(*words, "--no-dry-run")

        assert (copy.stat().st_ino != inode) is can_share
        assert not kept.samefile(copy)
        assert kept.read_bytes() == copy.read_bytes()
        assert ("share their space now" in done.stdout.splitlines()[-1]) or not can_share
        refusal = "its disk cannot share the space of files; Btrfs, XFS and APFS can; --link makes"
        assert (refusal in done.stderr) is not can_share


def test_groups_become_stacks_only_without_a_dry_run_and_are_decided_then(own: Path) -> None:
    words = ("duplicates", "--library", own.with_name("library"), "--stack")

    planned = run_json(*words)["stacks"]
    assert sorted((stack["top"], stack["photos"][1:]) for stack in planned) == [
        (str(own / "beach-0.jpg"), [str(own / "small.jpg")]),
        (str(own / "flower-0.jpg"), [str(own / "trip" / "copy.jpg")]),
    ]
    assert run_json(*words) == {"stacks": planned}
    assert run_json(*words, "--no-dry-run") == {"stacks": planned}

    assert run_json(*words) == {"stacks": []}
    assert run_json(*words[:-1], "--trash")["discarded"] == []
    groups = run_json(*words[:-1])["groups"]
    assert [group["stacked"] for group in groups] == [True, True]
    tops = {photo["path"]: photo["stack_top"] for group in groups for photo in group["photos"]}
    assert tops[str(own / "small.jpg")] == str(own / "beach-0.jpg")
    assert "(a stack)" in run_cli(*words[:-1]).stdout
    assert len(list(own.rglob("*.jpg"))) == 11


def test_a_new_copy_makes_a_stacked_group_undecided_again(own: Path) -> None:
    words = ("duplicates", "--library", own.with_name("library"), "--stack", "--no-dry-run")
    run_cli(*words)
    shutil.copy(own / "beach-0.jpg", own / "new.jpg")
    run_cli("index", "--library", own.with_name("library"))

    (stack,) = run_json(*words)["stacks"]

    assert {Path(path).name for path in stack["photos"]} == {"beach-0.jpg", "small.jpg", "new.jpg"}


def test_people_are_told_what_would_be_stacked(own: Path) -> None:
    words = ("duplicates", "--library", own.with_name("library"), "--stack")

    lines = run_cli(*words).stdout.splitlines()

    assert f"  top   {own / 'beach-0.jpg'}" in lines
    assert lines[-1] == "4 photos in 2 stacks. Add --no-dry-run to do it."
    assert run_cli(*words, "--no-dry-run").stdout.splitlines()[-1] == "4 photos in 2 stacks now."
    assert "--trash" in run_cli(*words, "--trash", fails=2).stderr


def test_a_search_lists_one_photo_of_each_stack_unless_all_are_wanted(own: Path) -> None:
    """As many as were asked for: further photos take the places of those that are left out."""
    at = ("--library", own.with_name("library"))
    words = ("search", own / "small.jpg", *at, "--top", 4)
    before = [match["path"] for match in run_json(*words)["matches"]]
    assert {str(own / "small.jpg"), str(own / "beach-0.jpg")} <= set(before)
    run_cli("duplicates", *at, "--stack", "--no-dry-run")

    folded = run_json(*words)["matches"]
    first = folded[0]
    assert (first["path"], first["stack_top"]) == (before[0], str(own / "beach-0.jpg"))
    assert (first["on_top"], first["stack_photos"]) == (before[0] == str(own / "beach-0.jpg"), 2)
    stacks = [match["stack_top"] or match["path"] for match in folded]
    assert len(set(stacks)) == len(folded) == 4
    assert f"{before[0]}  (identical)  (stack of 2)" in run_cli(*words).stdout

    assert [match["path"] for match in run_json(*words, "--no-fold-stacks")["matches"]] == before
    table = run_cli("duplicates", *at, "--csv").stdout
    assert str(own / "beach-0.jpg") in {row[8] for row in csv.reader(io.StringIO(table))}
