"""What a scan looks at, and in which order."""

import os
import socket
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from desktop_app.core.catalogue.exclusions import Exclusions
from desktop_app.core.catalogue.library_files import LibraryFiles
from desktop_app.core.indexing.folder_walk import Folder, FolderWalk, Skip, walk
from desktop_app.core.indexing.scan_rules import ScanRules


def put(*paths: Path) -> None:
    for path in paths:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(b"\xff\xd8\xff")


def listed(folders: Iterator[Folder]) -> list[str]:
    """The files that were listed, relative to the root."""
    return [
        f"{folder.relative}/{file.name}".lstrip("/")
        for folder in folders
        for file in folder.files or []
    ]


def seen(
    root: Path, exclusions: Exclusions | None = None, library: Path | None = None
) -> list[str]:
    files = LibraryFiles(library) if library else None
    return listed(FolderWalk(root, ScanRules(exclusions, [root], files)).folders())


FOLLOWING = Exclusions(follow_links=True)


@pytest.fixture
def root(tmp_path: Path) -> Path:
    (tmp_path / "root").mkdir()
    return tmp_path / "root"


def test_folders_are_listed_depth_first_by_name(root: Path) -> None:
    put(root / "b.jpg", root / "b" / "1.jpg", root / "a" / "2.jpg", root / "a" / "c" / "3.jpg")
    assert listed(walk(root)) == ["b.jpg", "a/2.jpg", "a/c/3.jpg", "b/1.jpg"]


def test_a_link_beside_its_target_shows_nothing_twice(root: Path) -> None:
    put(root / "trip" / "a.jpg")
    (root / "all").symlink_to(root / "trip", target_is_directory=True)
    (root / "best.jpg").symlink_to(root / "trip" / "a.jpg")
    (root / "relative.jpg").symlink_to("trip/a.jpg")
    for exclusions in (None, FOLLOWING):
        assert seen(root, exclusions) == ["trip/a.jpg"]


def test_folders_that_link_to_each_other_are_listed_once(root: Path, tmp_path: Path) -> None:
    """Outside of the root, too, where they are reached by a link only."""
    outside = tmp_path / "outside"
    for place in (root, outside):
        for one in "abcdefghij":
            put(place / one / f"{one}.jpg")
            for other in "abcdefghij":
                (place / one / f"to-{other}").symlink_to(place / other)
    (root / "out").symlink_to(outside)
    (root / "out-too").symlink_to(outside)
    found = list(FolderWalk(root, ScanRules(FOLLOWING, [root])).folders())
    assert len(found) == 1 + 10 + 1 + 10
    assert len(listed(iter(found))) == 20


def test_links_that_leave_the_root_are_followed_only_on_request(root: Path, tmp_path: Path) -> None:
    put(root / "a.jpg", tmp_path / "outside" / "b.jpg", tmp_path / "c.jpg")
    (root / "folder").symlink_to(tmp_path / "outside")
    (root / "c.jpg").symlink_to(tmp_path / "c.jpg")
    (root / "b.jpg").symlink_to(tmp_path / "outside" / "b.jpg")
    assert seen(root) == ["a.jpg"]
    assert seen(root, FOLLOWING) == ["a.jpg", "b.jpg", "c.jpg"]
    (root / "b.jpg").unlink()
    assert seen(root, FOLLOWING) == ["a.jpg", "c.jpg", "folder/b.jpg"]


def test_a_link_to_what_holds_the_root_finds_only_the_rest(root: Path, tmp_path: Path) -> None:
    put(root / "a.jpg", tmp_path / "beside" / "b.jpg")
    (root / "up").symlink_to(tmp_path)
    assert seen(root, FOLLOWING) == ["a.jpg", "up/beside/b.jpg"]


def test_a_link_into_another_root_is_not_followed(root: Path, tmp_path: Path) -> None:
    put(tmp_path / "other" / "in" / "b.jpg")
    (root / "link").symlink_to(tmp_path / "other" / "in")
    rules = ScanRules(FOLLOWING, [root, tmp_path / "other"])
    assert listed(FolderWalk(root, rules).folders()) == []


def test_links_into_a_hidden_folder_show_what_is_there_once(root: Path) -> None:
    """As git-annex keeps photos."""
    put(root / ".git" / "annex" / "x.jpg", root / ".git" / "annex" / "y" / "z.jpg")
    (root / "one.jpg").symlink_to(".git/annex/x.jpg")
    (root / "two.jpg").symlink_to(".git/annex/x.jpg")
    (root / "folder").symlink_to(".git/annex/y")
    assert seen(root) == ["one.jpg", "folder/z.jpg"]


def test_links_into_the_trash_are_not_followed(root: Path) -> None:
    put(root / ".Trash-1000" / "files" / "x.jpg", root / "@eaDir" / "y.jpg")
    (root / "x.jpg").symlink_to(".Trash-1000/files/x.jpg")
    (root / "y.jpg").symlink_to("@eaDir/y.jpg")
    assert seen(root, FOLLOWING) == []


def test_a_part_of_a_root_leaves_links_undecided(root: Path, tmp_path: Path) -> None:
    put(tmp_path / "outside" / "b.jpg", root / "in" / "a.jpg")
    (root / "in" / "out").symlink_to(tmp_path / "outside")
    (part,) = FolderWalk(root, ScanRules(FOLLOWING, [root])).folders("in")
    assert part.skipped == {"out": Skip.UNKNOWN}
    assert [file.name for file in part.files or []] == ["a.jpg"]


def test_links_that_loop_or_lead_nowhere_are_nothing(root: Path, tmp_path: Path) -> None:
    put(root / "a.jpg")
    (root / "self").symlink_to(root / "self")
    (root / "one").symlink_to(root / "two")
    (root / "two").symlink_to(root / "one")
    (root / "gone.jpg").symlink_to(tmp_path / "gone.jpg")
    for exclusions in (None, FOLLOWING):
        folders = list(FolderWalk(root, ScanRules(exclusions, [root])).folders())
        assert listed(iter(folders)) == ["a.jpg"]
        assert Skip.UNREADABLE not in folders[0].skipped.values()


@pytest.mark.skipif(sys.platform != "linux", reason="the special files of Linux")
def test_special_files_are_not_listed(root: Path) -> None:
    put(root / "a.jpg")
    os.mkfifo(root / "pipe.jpg")
    (root / "zero.jpg").symlink_to("/dev/zero")
    (root / "status.jpg").symlink_to("/proc/self/status")
    (root / "proc").symlink_to("/proc")
    (root / "sys").symlink_to("/sys")
    with socket.socket(socket.AF_UNIX) as listener:
        listener.bind(str(root / "s.jpg"))
        assert seen(root, FOLLOWING) == ["a.jpg"]
    assert listed(walk(Path("/proc"))) == []


LEFT_OUT = [
    "@eaDir",
    "#recycle",
    "@Recycle",
    "$RECYCLE.BIN",
    "$Recycle.Bin",
    "System Volume Information",
    ".Trash-1000",
    ".Trashes",
    ".thumbnails",
    "Lightroom Catalog Previews.lrdata",
    "Smart Previews.lrdata",
    "Lightroom Previews",
    "Photos Library.photoslibrary/resources",
    "My.photoslibrary/Thumbnails",
    "iPhoto Library.photolibrary/Data",
    "CaptureOne/Cache",
    "__MACOSX",
    ".fseventsd",
    ".AppleDouble",
]


@pytest.mark.parametrize("name", LEFT_OUT)
def test_what_programs_keep_for_themselves_is_left_out(root: Path, name: str) -> None:
    put(root / name / "0" / "a.jpg", root / "trip" / name / "b.jpg", root / "trip" / "c.jpg")
    assert seen(root) == ["trip/c.jpg"]


@pytest.mark.parametrize(
    "name",
    ["Photos Library.photoslibrary/originals/0", "Old.photoslibrary/Masters", "resources",
     "Thumbnails", "Cache", "Mobile Downloads.lrdata", "eaDir", "recycle", "Data"],
)  # fmt: skip
def test_originals_and_folders_of_common_names_are_kept(root: Path, name: str) -> None:
    put(root / name / "a.jpg")
    assert seen(root) == [f"{name}/a.jpg"]


def test_a_root_that_is_such_a_folder_itself_is_listed(tmp_path: Path) -> None:
    put(tmp_path / "#recycle" / "a.jpg")
    assert seen(tmp_path / "#recycle") == ["a.jpg"]


def test_the_librarys_own_folder_is_left_out(root: Path) -> None:
    put(root / "a.jpg", root / "library" / "retraining" / "grid.png", root / "library" / "b.jpg")
    assert seen(root, library=root / "library") == ["a.jpg"]


def test_a_library_beside_the_photos_leaves_out_its_own_folders(root: Path) -> None:
    put(root / "a.jpg", root / "retraining" / "grid.png", root / "trip" / "b.jpg")
    assert seen(root, library=root) == ["a.jpg", "trip/b.jpg"]


def test_patterns_are_those_of_gitignore(root: Path) -> None:
    put(*(root / name for name in ("a.jpg", "a.tmp.jpg", "Drafts/b.jpg", "x/Drafts/c.jpg",
                                   "x/d.jpg", "top/e.jpg", "x/top/f.jpg", "x/keep.tmp.jpg",
                                   "@eaDir/g.jpg")))  # fmt: skip
    patterns = ("# a comment", "", "*.tmp.jpg", "!keep.tmp.jpg", "Drafts/", "/top", "!@eaDir/")
    assert seen(root, Exclusions(patterns)) == [
        "a.jpg", "@eaDir/g.jpg", "x/d.jpg", "x/keep.tmp.jpg", "x/top/f.jpg",
    ]  # fmt: skip


def test_times_beyond_the_catalogue_are_limited(root: Path) -> None:
    put(root / "a.jpg", root / "b.jpg")
    os.utime(root / "a.jpg", ns=(0, 13_569_465_600 * 10**9))
    os.utime(root / "b.jpg", ns=(0, -11_644_473_600 * 10**9))
    (folder,) = walk(root)
    assert all(-(2**63) <= file.mtime_ns < 2**63 for file in folder.files or [])


@pytest.fixture
def deep(root: Path) -> Iterator[Path]:
    """A root with folders nested 2,000 deep: the last third is beyond the longest path."""
    here = os.open(root, os.O_RDONLY)
    for _ in range(2000):
        os.mkdir("in", dir_fd=here)
        inside = os.open("in", os.O_RDONLY, dir_fd=here)
        os.close(here)
        here = inside
    os.close(os.open("deep.jpg", os.O_CREAT | os.O_WRONLY, dir_fd=here))
    os.close(here)
    yield root
    # shutil.rmtree fails with RecursionError.
    subprocess.run(["rm", "-rf", str(root / "in")], check=True)


@pytest.mark.slow
@pytest.mark.skipif(sys.platform == "win32", reason="made by the calls of POSIX")
def test_folders_are_listed_as_deep_as_paths_reach(deep: Path) -> None:
    put(deep / "a.jpg", deep / "z" / "b.jpg", deep / "/".join(["in"] * 1300) / "c.jpg")
    folders = list(walk(deep))
    names = [name.rpartition("/")[2] for name in listed(iter(folders))]
    assert names == ["a.jpg", "c.jpg", "b.jpg"]
    (closed,) = [folder for folder in folders if folder.files is None]
    assert len(os.fsencode(closed.path)) > os.pathconf(deep, "PC_PATH_MAX") - len("/in/")
