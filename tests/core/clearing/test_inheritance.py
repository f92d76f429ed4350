"""The photo that stays inherits stars and keywords, in a sidecar; no photo is written."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest
from PIL import Image

from desktop_app.core.clearing.inheritance import Inheritance, NotInheritedError
from desktop_app.core.files.sidecars import WrittenSidecar, write_sidecar
from desktop_app.core.xmp.annotations import Annotations
from desktop_app.core.xmp.edits import with_annotations
from desktop_app.core.xmp.packet import annotations_of

Save = Callable[..., Path]


@pytest.fixture
def save(tmp_path: Path, scene: Callable[[str, int], Image.Image]) -> Save:
    """Save a photo with a rating and keywords in XMP."""

    def saved(name: str, rating: int = 0, *keywords: str) -> Path:
        path = tmp_path / name
        xmp = with_annotations(None, Annotations(rating, keywords))
        small = scene("beach", 0).resize((60, 40))
        small.save(path, **({"tiffinfo": {700: xmp}} if path.suffix == ".tif" else {"xmp": xmp}))
        return path

    return saved


def handed_over(photo: Path, kept: Path) -> WrittenSidecar | None:
    contents = [path.read_bytes() for path in (photo, kept)]
    with closing(Inheritance()) as inheritance:
        written = inheritance.hand_over(photo, kept)
    assert [path.read_bytes() for path in (photo, kept)] == contents
    return written


def noted(written: WrittenSidecar | None) -> Annotations:
    assert written is not None
    return annotations_of(written.path.read_bytes())


@pytest.mark.parametrize("suffix", ["jpg", "webp", "tif"])
def test_the_highest_rating_and_all_keywords_are_inherited(save: Save, suffix: str) -> None:
    photo = save(f"copy.{suffix}", 4, "sea", "sun")
    kept = save(f"kept.{suffix}", 2, "beach", "sea")
    written = handed_over(photo, kept)
    assert written is not None
    assert written.path == kept.with_name(f"kept.{suffix}.xmp")
    assert noted(written) == Annotations(4, ("beach", "sea", "sun"))


def test_nothing_is_written_where_nothing_is_to_be_inherited(save: Save, tmp_path: Path) -> None:
    kept = save("kept.jpg", 4, "sea", "sun")
    for rating in (0, 3, 4, -1):
        assert handed_over(save("copy.jpg", rating, "sun"), kept) is None
    assert sorted(path.name for path in tmp_path.iterdir()) == ["copy.jpg", "kept.jpg"]


def test_a_photo_that_was_rejected_takes_no_star(save: Save) -> None:
    assert handed_over(save("copy.jpg", -1), save("kept.jpg", 0)) is None
    assert handed_over(save("copy.jpg", 0), save("kept.jpg", -1)) is None
    assert noted(handed_over(save("copy.jpg", 2), save("kept.jpg", -1))).rating == 2


def test_sidecars_are_read_and_the_rating_of_a_photos_own_one_counts(save: Save) -> None:
    photo, kept = save("copy.jpg", 5), save("kept.jpg", 5, "sea")
    write_sidecar(photo, Annotations(3, ("sun",)))
    write_sidecar(kept, Annotations(2))
    assert noted(handed_over(photo, kept)) == Annotations(3, ("sea", "sun"))


def test_ratings_and_keywords_of_exif_and_iptc_are_read(
    save: Save, tmp_path: Path, scene: Callable[[str, int], Image.Image]
) -> None:
    exif = Image.Exif()
    exif[0x4746] = 3  # Rating
    exif[0x9C9E] = "sea;Ölgemälde\0".encode("utf-16-le")  # XPKeywords
    scene("beach", 0).save(tmp_path / "copy.jpg", exif=exif)
    records = b"".join(
        b"\x1c\x02\x19" + len(word).to_bytes(2, "big") + word for word in (b"sun", b"caf\xe9")
    )
    block = b"8BIM\x04\x04\0\0" + len(records).to_bytes(4, "big") + records
    block = b"Photoshop 3.0\0" + block + b"\0" * (len(records) % 2)
    jpeg = (tmp_path / "copy.jpg").read_bytes()
    segment = b"\xff\xed" + (len(block) + 2).to_bytes(2, "big") + block
    (tmp_path / "copy.jpg").write_bytes(jpeg[:2] + segment + jpeg[2:])
    found = noted(handed_over(tmp_path / "copy.jpg", save("kept.jpg")))
    assert found == Annotations(3, ("sea", "Ölgemälde", "sun", "café"))


def test_a_sidecar_that_is_not_understood_is_left_alone(save: Save) -> None:
    photo, kept = save("copy.jpg", 4), save("kept.jpg")
    sidecar = kept.with_name("kept.jpg.xmp")
    sidecar.write_text("mine")
    with closing(Inheritance()) as inheritance, pytest.raises(NotInheritedError) as failure:
        inheritance.hand_over(photo, kept)
    assert failure.value.sidecar == sidecar
    assert sidecar.read_text() == "mine"
