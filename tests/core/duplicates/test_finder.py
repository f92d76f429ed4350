"""Copies in a real library are found, remembered by content, and joined by new photos."""

import os
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from PIL import Image, ImageOps

from desktop_app.core.bundle.encoder import Encoder
from desktop_app.core.catalogue.catalogue import Catalogue
from desktop_app.core.catalogue.library_files import LibraryFiles
from desktop_app.core.catalogue.root_edits import remove_root
from desktop_app.core.duplicates.finder import find_duplicates
from desktop_app.core.duplicates.groups import DuplicateGroup
from desktop_app.core.duplicates.levels import Level
from desktop_app.core.duplicates.library_groups import library_groups
from desktop_app.core.duplicates.not_duplicates import content_pairs, tell_apart
from desktop_app.core.jobs.duplicate_events import DuplicatesFound, FindingDuplicates, FindingStage
from desktop_app.core.same_photo.turns import Turn
from tests.core.indexing.catalogue_rows import Index

SIMILAR_DISTANCE = 53

Scene = Callable[[str, int], Image.Image]


@pytest.fixture
def folder(photo_folder: Path, scene: Scene) -> Path:
    """Nine photos, and copies of three of them: smaller, mirrored, and cropped."""
    copies = photo_folder / "copies"
    copies.mkdir()
    scene("beach", 0).resize((120, 80)).save(copies / "small.jpg")
    ImageOps.mirror(scene("flower", 0)).save(copies / "mirrored.png")
    scene("night_city", 1).crop((30, 10, 210, 130)).save(copies / "cropped.jpg")
    return photo_folder


EXPECTED = [
    {"beach-0.jpg", "small.jpg"},
    {"flower-0.jpg", "mirrored.png"},
    {"night_city-1.jpg", "cropped.jpg"},
]


def find(files: LibraryFiles) -> DuplicatesFound:
    *_, found = find_duplicates(files, SIMILAR_DISTANCE)
    assert isinstance(found, DuplicatesFound)
    return found


def groups_of(files: LibraryFiles, level: Level = Level.SAME_PHOTO) -> list[DuplicateGroup]:
    with Catalogue(files) as catalogue:
        return [group for group in library_groups(catalogue) if group.level is level]


def names(groups: list[DuplicateGroup]) -> list[set[str]]:
    found = [{member.photo.path.name for member in group.members} for group in groups]
    return sorted(found, key=sorted)


def expected(sets: list[set[str]] | None = None) -> list[set[str]]:
    return sorted(EXPECTED if sets is None else sets, key=sorted)


def test_edited_copies_are_found(files: LibraryFiles, folder: Path, run: Index) -> None:
    run(folder)

    found = find(files)

    assert names(groups_of(files)) == expected()
    assert (found.photos, found.found) == (12, 3)


def test_the_groups_say_how_a_copy_was_made(files: LibraryFiles, folder: Path, run: Index) -> None:
    run(folder)
    find(files)

    members = [member for group in groups_of(files) for member in group.members]
    verdicts = {m.photo.path.name: m.verdict for m in members if m.verdict}

    turns = {name: verdict.turn for name, verdict in verdicts.items()}
    assert turns.get("mirrored.png", turns.get("flower-0.jpg")) is Turn.MIRRORED
    assert verdicts["cropped.jpg"].is_part
    assert not verdicts["small.jpg"].is_part


def test_photos_in_a_frame_or_a_window_are_found(
    files: LibraryFiles, folder: Path, run: Index, scene: Scene
) -> None:
    framed = ImageOps.expand(ImageOps.expand(scene("flower", 1), 20, "ivory"), 12, "brown")
    framed.save(folder / "framed.jpg")
    window = Image.new("RGB", (420, 300), (40, 40, 44))
    window.paste(scene("beach", 1), (150, 90))
    window.save(folder / "window.png")
    run(folder)

    find(files)

    inside = [{"flower-1.jpg", "framed.jpg"}, {"beach-1.jpg", "window.png"}]
    assert names(groups_of(files)) == expected([*EXPECTED, *inside])


def test_what_was_compared_is_not_compared_again(
    files: LibraryFiles, folder: Path, run: Index
) -> None:
    run(folder)
    find(files)

    assert find(files).compared == 0
    assert names(groups_of(files)) == expected()


def test_a_new_photo_is_compared_with_all_that_are_known(
    files: LibraryFiles, folder: Path, run: Index, scene: Scene
) -> None:
    run(folder)
    all_at_first = find(files).compared
    scene("beach", 1).resize((100, 66)).save(folder / "new.jpg")
    run()

    found = find(files)

    assert 0 < found.compared < all_at_first
    assert names(groups_of(files)) == expected([*EXPECTED, {"beach-1.jpg", "new.jpg"}])


def test_a_search_that_was_cancelled_is_completed_by_the_next(
    files: LibraryFiles, folder: Path, run: Index
) -> None:
    run(folder)
    steps = find_duplicates(files, SIMILAR_DISTANCE)
    assert isinstance(next(steps), FindingDuplicates)
    steps.close()

    find(files)

    assert names(groups_of(files)) == expected()


def test_a_lost_or_damaged_cache_is_made_again(
    files: LibraryFiles, folder: Path, run: Index
) -> None:
    run(folder)
    find(files)
    files.duplicates.write_bytes(b"no database" * 1000)

    assert groups_of(files) == []
    find(files)

    assert names(groups_of(files)) == expected()


def test_fingerprints_of_an_earlier_version_are_made_from_the_thumbnails(
    files: LibraryFiles, folder: Path, run: Index, encoder: Encoder
) -> None:
    run(folder)
    with Catalogue(files) as catalogue:
        kept = catalogue.rows("SELECT id, fingerprints FROM photos ORDER BY id")
        catalogue.connection.execute("UPDATE photos SET fingerprints = NULL")

    find(files)

    with Catalogue(files) as catalogue:
        made = catalogue.rows("SELECT id, fingerprints FROM photos ORDER BY id")
    changed = [
        (int.from_bytes(old[1][:8]) ^ int.from_bytes(new[1][:8])).bit_count()
        for old, new in zip(kept, made, strict=True)
    ]
    assert max(changed) <= 4  # a thumbnail is a JPEG
    assert names(groups_of(files)) == expected()


def test_while_another_process_writes_the_library_copies_are_found(
    files: LibraryFiles, folder: Path, run: Index
) -> None:
    run(folder)
    with Catalogue(files) as catalogue:
        catalogue.connection.execute("UPDATE photos SET fingerprints = NULL")

    with files.writing():
        find(files)

    assert names(groups_of(files)) == expected()


def test_photos_without_a_thumbnail_are_left_out_until_they_have_one(
    files: LibraryFiles, folder: Path, run: Index
) -> None:
    run(folder)
    files.thumbnails.rename(folder.with_name("kept"))
    for path in files.folder.glob("thumbnails.sqlite-*"):
        path.rename(folder.with_name(f"kept{path.name.removeprefix('thumbnails.sqlite')}"))

    assert find(files).found == 0
    for path in folder.parent.glob("kept*"):
        path.rename(files.folder / path.name.replace("kept", "thumbnails.sqlite"))
    find(files)

    assert names(groups_of(files)) == expected()


def test_not_duplicates_are_remembered_when_photos_are_renamed_and_indexed_again(
    files: LibraryFiles, folder: Path, run: Index
) -> None:
    run(folder)
    find(files)
    group = next(group for group in groups_of(files) if "small.jpg" in names([group])[0])
    pairs = content_pairs(member.photo.content_hash for member in group.members)
    list(tell_apart(files, pairs))

    (folder / "copies" / "small.jpg").rename(folder / "renamed.jpg")
    run()
    files.duplicates.unlink()
    find(files)

    assert names(groups_of(files)) == expected(EXPECTED[1:])
    list(tell_apart(files, pairs, are_duplicates=True))
    assert {"beach-0.jpg", "renamed.jpg"} in names(groups_of(files))


def test_photos_of_the_same_pixels_are_told_from_other_copies(
    files: LibraryFiles, photo_folder: Path, run: Index, scene: Scene
) -> None:
    original = photo_folder / "beach-0.jpg"
    with Image.open(original) as image:
        image.save(photo_folder / "lossless.png")
        image.convert("RGB").point(lambda value: min(value + 1, 255)).save(photo_folder / "b.png")
    content = original.read_bytes()
    comment = b"\xff\xfe\x00\x07note!"
    (photo_folder / "with-comment.jpg").write_bytes(content[:2] + comment + content[2:])
    run(photo_folder)

    find(files)

    same = {"beach-0.jpg", "lossless.png", "with-comment.jpg"}
    assert names(groups_of(files, Level.SAME_PIXELS)) == [same]
    assert names(groups_of(files, Level.SAME_PHOTO)) == [{*same, "b.png"}]


def test_pixels_that_cannot_be_read_now_are_compared_by_the_next_search(
    files: LibraryFiles, photo_folder: Path, run: Index
) -> None:
    with Image.open(photo_folder / "beach-0.jpg") as image:
        image.save(photo_folder / "lossless.png")
    run(photo_folder)
    (photo_folder / "lossless.png").rename(photo_folder / "hidden")
    find(files)
    (photo_folder / "hidden").rename(photo_folder / "lossless.png")
    assert names(groups_of(files)) == [{"beach-0.jpg", "lossless.png"}]

    find(files)

    assert names(groups_of(files, Level.SAME_PIXELS)) == [{"beach-0.jpg", "lossless.png"}]


def test_identical_files_are_a_group_without_a_search(
    files: LibraryFiles, photo_folder: Path, run: Index
) -> None:
    shutil.copy(photo_folder / "beach-0.jpg", photo_folder / "copy.jpg")
    run(photo_folder)

    assert names(groups_of(files, Level.IDENTICAL)) == [{"beach-0.jpg", "copy.jpg"}]


def test_links_to_one_file_are_no_copies(
    files: LibraryFiles, photo_folder: Path, run: Index
) -> None:
    os.link(photo_folder / "beach-0.jpg", photo_folder / "hard.jpg")
    (photo_folder / "soft.jpg").symlink_to(photo_folder / "beach-1.jpg")
    run(photo_folder)

    assert groups_of(files, Level.IDENTICAL) == []


def test_files_that_are_gone_are_in_no_group(
    files: LibraryFiles, photo_folder: Path, run: Index
) -> None:
    shutil.copy(photo_folder / "beach-0.jpg", photo_folder / "copy.jpg")
    run(photo_folder)
    (photo_folder / "copy.jpg").unlink()

    assert groups_of(files, Level.IDENTICAL) == []


def test_a_folder_that_is_removed_leaves_nothing_of_its_pairs(
    files: LibraryFiles, folder: Path, run: Index
) -> None:
    run(folder)
    find(files)

    list(remove_root(files, folder))

    assert not files.duplicates.exists()
    assert groups_of(files) == []


def test_progress_is_reported_within_a_block_of_photos(
    files: LibraryFiles, folder: Path, run: Index, monkeypatch: pytest.MonkeyPatch
) -> None:
    run(folder)
    monkeypatch.setattr("desktop_app.core.duplicates.finder._PAIRS_A_STEP", 2)
    events = [
        e for e in find_duplicates(files, SIMILAR_DISTANCE) if isinstance(e, FindingDuplicates)
    ]

    done = [event.done for event in events if event.stage is FindingStage.NEIGHBOURS]

    assert len(set(done)) > 3
    assert max(done) < 12
