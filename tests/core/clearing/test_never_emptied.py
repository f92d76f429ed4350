"""Whatever is marked at whatever levels, by whatever rules: each group keeps a file."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from itertools import combinations
from pathlib import Path
from random import Random

import pytest
from PIL import Image, ImageOps

from desktop_app.core.bundle.encoder import Encoder
from desktop_app.core.catalogue.catalogue import Catalogue, PhotoRow
from desktop_app.core.catalogue.library_files import LibraryFiles
from desktop_app.core.clearing.discards import Discards, check_discards
from desktop_app.core.clearing.ranked_groups import RankedGroup, library_ranked, ranked
from desktop_app.core.clearing.suggestions import KeepRule, KeepRules
from desktop_app.core.duplicates.finder import find_duplicates
from desktop_app.core.duplicates.groups import DuplicateGroup, Member
from desktop_app.core.duplicates.levels import Level
from desktop_app.core.indexing.indexer import index

Scene = Callable[[str, int], Image.Image]
_LIBRARIES = 400


@pytest.fixture
def catalogue(tmp_path: Path, encoder: Encoder, scene: Scene) -> Iterator[Catalogue]:
    """Of two beaches and a car: copies of all kinds, in two folders."""
    folder = tmp_path / "photos"
    (folder / "safe").mkdir(parents=True)
    for kind, number in (("beach", 0), ("beach", 1), ("car", 0)):
        picture = scene(kind, number)
        name = f"{kind}-{number}"
        picture.save(folder / f"{name}.png")
        picture.save(folder / f"{name}.jpg")
        picture.save(folder / f"{name}-edit.webp")
        ImageOps.mirror(picture).save(folder / f"mirrored-{name}.jpg")
        picture.crop((10, 10, 200, 140)).save(folder / "safe" / f"cropped-{name}.jpg")
        picture.save(folder / "safe" / f"{name}.tif")
        shutil.copy2(folder / f"{name}.jpg", folder / "safe" / f"copy-{name}.jpg")
    files = LibraryFiles(tmp_path / "library")
    for _ in index(files, encoder, [folder]):
        pass
    for _ in find_duplicates(files, similar_distance=60):
        pass
    with Catalogue(files) as opened:
        yield opened


def check_that_none_is_emptied(groups: list[RankedGroup], found: Discards) -> None:
    going = {discard.photo.id for discard in found.allowed}
    for one in groups:
        there = {photo.id for photo in one.files if photo.path.exists()}
        if one.group.level in (Level.IDENTICAL, Level.SAME_PIXELS):
            there |= _files_of_larger_groups(one, groups)
        assert not there or there - going, one.group
    for discard in found.allowed:
        assert discard.kept.id not in going
        assert discard.kept.path.exists()
        assert discard.kept.path != discard.photo.path
        assert any({discard.photo, discard.kept} <= set(one.files) for one in groups)


def _files_of_larger_groups(part: RankedGroup, groups: list[RankedGroup]) -> set[int]:
    """A better version suffices for all identical files of another one."""
    files = set(part.files)
    return {
        photo.id
        for one in groups
        if one.group.level is Level.SAME_PHOTO and files <= set(one.files)
        for photo in one.files
        if photo.path.exists()
    }


def test_of_real_groups_none_is_emptied_by_any_rule_or_level(
    catalogue: Catalogue, tmp_path: Path
) -> None:
    levels_seen = set()
    for rule in KeepRule:
        for safe in ((), (tmp_path / "photos" / "safe",)):
            rules = KeepRules((rule,), preferred=safe, protected=safe)
            by_level = library_ranked(catalogue, rules)
            groups = [one for found in by_level.values() for one in found]
            for count in (1, 2, len(Level)):
                for levels in combinations(Level, count):
                    chosen = [one for level in levels for one in by_level[level]]
                    levels_seen |= {one.group.level for one in chosen}
                    all_files = {photo.id for one in chosen for photo in one.files}
                    spare = {
                        photo.id for one in chosen for member in one.spare for photo in member.files
                    }
                    for marked in (all_files, spare):
                        found = check_discards(catalogue, groups, marked, rules)
                        check_that_none_is_emptied(groups, found)
    assert {Level.IDENTICAL, Level.SAME_PIXELS, Level.SAME_PHOTO, Level.VERSIONS} <= levels_seen


def test_of_drawn_groups_none_is_emptied_even_if_files_are_gone_or_changed(
    catalogue: Catalogue,
) -> None:
    chance = Random(0)
    photos = catalogue.photos([number for (number,) in catalogue.rows("SELECT id FROM photos")])
    for number in range(_LIBRARIES):
        if number % 40 == 20:
            chance.choice(photos).path.unlink(missing_ok=True)
            chance.choice([photo.path for photo in photos if photo.path.exists()]).touch()
        groups = _drawn(chance, photos)
        marked = {photo.id for photo in photos if chance.random() < chance.choice((0.3, 0.7, 1))}
        order = tuple(chance.sample(list(KeepRule), 3))
        protected = tuple(chance.sample([photo.path for photo in photos], 2))
        rules = KeepRules(order, protected=protected)
        listed = [one for found in ranked(groups, rules).values() for one in found]
        found = check_discards(catalogue, listed, marked, rules)
        check_that_none_is_emptied(listed, found)
        assert not any(rules.protects(discard.photo) for discard in found.allowed)


def _drawn(chance: Random, photos: list[PhotoRow]) -> list[DuplicateGroup]:
    """Draw groups; a photo is in one of a level at most."""
    groups = []
    for level in Level:
        free = chance.sample(photos, len(photos))
        while len(free) > 3 and chance.random() < 0.8:
            size = chance.randint(2, 4)
            members, free = free[:size], free[size:]
            groups.append(DuplicateGroup(level, tuple(map(Member, members))))
    return groups
