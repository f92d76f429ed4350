"""Library folders from a stranger: opened, browsed, searched, indexed, changed."""

from __future__ import annotations

import functools
import os
import shutil
import sys
from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from random import Random

import numpy as np
import typer.main

from desktop_app.cli import app as command_line
from desktop_app.core.base.paths import default_bundle
from desktop_app.core.bundle.encoder import Encoder
from desktop_app.core.bundle.model_bundle import read_bundle
from desktop_app.core.care.back_up import back_up
from desktop_app.core.catalogue.browse import Browse, BrowseQuery, SortKey
from desktop_app.core.catalogue.catalogue import Catalogue
from desktop_app.core.catalogue.facets import count_facets
from desktop_app.core.catalogue.library_files import LibraryFiles
from desktop_app.core.catalogue.root_edits import remove_root
from desktop_app.core.catalogue.saved_searches import load_searches, save_searches
from desktop_app.core.duplicates.finder import find_duplicates
from desktop_app.core.files.moved_files import follow_moves
from desktop_app.core.files.photo_moves import move_files
from desktop_app.core.indexing.indexer import index
from desktop_app.core.jobs.requests import TrainRequest
from desktop_app.core.models.library_models import LibraryModels, encoder_in_use
from desktop_app.core.models.model_exchange import clear_leftovers
from desktop_app.core.models.model_use import use_model
from desktop_app.core.models.retraining import Retraining
from desktop_app.core.photos.thumbnails import Thumbnails
from desktop_app.core.reading.bounded_reader import BoundedReader
from desktop_app.core.search.code_index import Query
from desktop_app.core.search.photo_search import PhotoSearch
from desktop_app.ui.kit.picture_data import read_jpeg
from tests.core.tiny_bundle import MODEL_ID, tiny_files, write_folder
from tests.crash.drawn_photos import draw_photos
from tests.crash.library_state import contents_below
from tests.crash.scenario import refill
from tests.fuzz.guard import Guard
from tests.fuzz.json_mutations import mutated_json
from tests.fuzz.mutations import mutated
from tests.fuzz.sqlite_mutations import mutate_database
from tests.fuzz.texts import example_searches, example_training
from tests.fuzz.told import told

_PHOTOS = 12
_DATABASES = ("catalogue.sqlite",) * 4 + ("thumbnails.sqlite", "duplicates.sqlite")


class LibrariesTarget:
    """One library, broken anew each time; what lies outside of it must stay as it is."""

    def __init__(self, folder: Path, seed: int) -> None:
        self._seed = seed
        self._folder = folder
        self._files = LibraryFiles(folder / "library")
        draw_photos(folder / "drawn", _PHOTOS)
        refill(folder / "drawn", folder / "photos")
        self._build(LibraryFiles(folder / "sound"))
        self._make_outside()
        self._encoder = Encoder(read_bundle(default_bundle()))
        self._reader = BoundedReader()
        # Typer builds the commands anew each time, which takes longer than most of them.
        typer.main.get_command = functools.cache(typer.main.get_command)

    def close(self) -> None:
        self._reader.close()

    def attempt(self, number: int, guard: Guard) -> str:
        """Break the library, and do with it what users do."""
        random = Random(f"{self._seed}-{number}")
        refill(self._folder / "sound", self._files.folder)
        if random.random() < 0.5:
            shutil.rmtree(self._files.backups)
        for _ in range(random.choice((1, 1, 2, 3))):
            self._break(random)
        acts = [
            self._status,
            self._browse,
            random.choice(self._acts()),
            random.choice(self._acts()),
        ]
        with guard.watching():
            problems = [told(act) for act in acts]
        self._check_outside()
        return " ".join(sorted({*filter(None, problems)})) or "fine"

    def _acts(self) -> list[Callable[[], object]]:
        usual = [self._search, self._models, self._window, self._move, self._remove, self._train]
        care = [self._check, self._back_up, self._restore]
        slow = [
            self._search_picture,
            self._duplicates,
            self._index,
            self._use_other_model,
            self._repair,
        ]
        return [*usual * 4, *care * 3, *slow]

    def _build(self, files: LibraryFiles) -> None:
        for _ in index(files, Encoder(read_bundle(default_bundle())), [self._folder / "photos"], 1):
            pass
        for _ in find_duplicates(files, similar_distance=256):  # so that there are some pairs
            pass
        write_folder(files.models / MODEL_ID, tiny_files())
        (files.models / "names.json").write_text(f'{{"{MODEL_ID}": "Tiny"}}')
        files.suggestion.write_text('{"model_id": "default", "photos": 5}')
        save_searches(files.searches, example_searches())
        files.retraining.mkdir()
        (files.retraining / "request.json").write_text(example_training())
        for _ in back_up(files):
            pass

    def _make_outside(self) -> None:
        """Files of the user, which nothing in a library may lead to."""
        self._outside = self._folder / "outside"
        (self._outside / "album").mkdir(parents=True)
        for name in ("notes.txt", "request.json", "album/one.txt", "album/model.json"):
            (self._outside / name).write_text(f"{name} of the user")
        shutil.copyfile(self._folder / "sound" / "catalogue.sqlite", self._outside / "other.sqlite")
        self._outside_contents = contents_below(self._outside)

    def _check_outside(self) -> None:
        found = contents_below(self._outside)
        if found != self._outside_contents:
            changed = {*found.items()} ^ {*self._outside_contents.items()}
            shutil.rmtree(self._outside)
            self._make_outside()
            raise AssertionError(f"changed outside: {sorted(name for name, _ in changed)}")

    def _break(self, random: Random) -> None:
        paths = sorted(path for path in self._files.folder.rglob("*") if path.is_file())
        if random.random() < 0.6:
            name = random.choice(
                ("catalogue.sqlite",) * 4 + ("thumbnails.sqlite", "duplicates.sqlite")
            )
            path = self._files.folder / name
            if all(_is_small(each) for each in path.parent.glob(f"{name}*")) and path.exists():
                mutate_database(path, random)
            return
        if random.random() < 0.4:
            texts = [path for path in paths if path.suffix == ".json" and _is_small(path)]
            path, other = random.choice(texts), random.choice(texts)
            path.write_bytes(mutated_json(path.read_bytes(), other.read_bytes(), random))
            return
        path = random.choice([*paths, *(self._files.folder / name for name in _ADDED)])
        _replace(path, self._outside, random)

    def _status(self) -> None:
        for words in (["status"], ["roots"], ["failures", "--ignored"], ["model", "list"]):
            self._run(*words, "--json")

    def _check(self) -> None:
        self._run("library", "check", "--full")

    def _back_up(self) -> None:
        self._run("library", "backup")
        self._run("library", "backups", "--json")

    def _restore(self) -> None:
        self._run("library", "restore")

    def _repair(self) -> None:
        self._run("library", "repair", "--threads", "1")

    def _search_picture(self) -> None:
        self._run("search", str(self._folder / "drawn" / "000.jpg"), "--json")

    def _duplicates(self) -> None:
        self._run("duplicates", "--level", "all", "--json")

    def _run(self, *words: str) -> None:
        """A command, as from a terminal. Raises what would print a traceback."""
        sys.argv = ["lookalike", *words, "--library", str(self._files.folder)]
        status = command_line.run()
        assert status in (0, 1), f"exit status {status}"

    def _browse(self) -> None:
        with Catalogue(self._files) as catalogue:
            browse = Browse(catalogue)
            browse.refresh()
            for sort in SortKey:
                listing = browse.listing(BrowseQuery(sort=sort))
            count_facets(catalogue, browse)
            rows = catalogue.photos(listing.ids[:50].tolist())
            with closing(Thumbnails(self._files.thumbnails)) as thumbnails:
                for row in rows:
                    read_jpeg(thumbnails.get(row.content_hash))

    def _search(self) -> None:
        with Catalogue(self._files) as catalogue:
            searcher = PhotoSearch(catalogue, self._encoder, self._reader)
            searcher.refresh()
            bits = self._encoder.bundle.manifest.code_bits
            searcher.search(Query(np.linspace(-1, 1, bits, dtype=np.float32)), 20)

    def _models(self) -> None:
        models = LibraryModels(self._files)
        clear_leftovers(self._files)
        for model in models.all():
            assert model.model_id
        with Catalogue(self._files) as catalogue:
            models.in_use(catalogue)

    def _window(self) -> None:
        load_searches(self._files.searches)
        assert Retraining(self._files).state
        self._files.size_bytes()

    def _move(self) -> None:
        """Move photos as the window does, and tell the library."""
        with Catalogue(self._files) as catalogue:
            ids = Browse(catalogue).listing(BrowseQuery()).ids
            paths = [row.path for row in catalogue.photos(ids[:3].tolist())]
        target = self._folder / "target"
        target.mkdir(exist_ok=True)
        steps = list(move_files(paths, target))
        self._put_photos_back(target)
        strays = [path for path in paths if not path.is_relative_to(self._folder / "photos")]
        assert not strays, f"moves {strays}, outside of the library's folders"
        assert len(steps) == len(paths)
        for _ in follow_moves(self._files, paths, [target / path.name for path in paths]):
            pass

    def _put_photos_back(self, target: Path) -> None:
        shutil.rmtree(target)
        refill(self._folder / "drawn", self._folder / "photos")

    def _remove(self) -> None:
        with Catalogue(self._files) as catalogue:
            roots = catalogue.roots()
        for root in roots[:1]:
            for _ in remove_root(self._files, root.path):
                pass

    def _train(self) -> None:
        """What happens before a training begins: the files of an older one are deleted."""
        retraining = Retraining(self._files)
        with retraining.running(TrainRequest(self._files.folder, [], 64, None, previews=False)):
            pass
        retraining.discard()

    def _index(self) -> None:
        for _ in index(self._files, encoder_in_use(self._files), [], 1):
            pass

    def _use_other_model(self) -> None:
        for _ in use_model(LibraryModels(self._files), MODEL_ID):
            pass


# What libraries may hold, too; what is not there may be a link, or a folder.
_ADDED = (
    *("catalogue.sqlite-wal", "catalogue.sqlite-journal", "reading.bin", "import.lock"),
    *("retraining", "models", "models/.passing-1", "retraining/stop", "retraining/running.lock"),
    *("retraining/progress.json", "retraining/previews-1.png", "thumbnails.sqlite-wal"),
)


def _is_small(path: Path) -> bool:
    """Whether this is a file that was not replaced by a large one, or by what cannot be read."""
    return path.is_file() and not path.is_symlink() and path.stat().st_size < 10_000_000


def _replace(path: Path, outside: Path, random: Random) -> None:
    """Put something else in the place of a file of the library."""
    if not path.parent.is_dir():
        return
    content = path.read_bytes() if _is_small(path) else b""
    if path.is_dir() and not path.is_symlink():
        shutil.rmtree(path)
    path.unlink(missing_ok=True)
    match random.randrange(9):
        case 0 | 1:
            names = ("notes.txt", "request.json", "other.sqlite", "none.txt")
            path.symlink_to(outside / random.choice(names))
        case 2 | 3:
            path.symlink_to(outside / random.choice(("album", "", "none")))
        case 4:
            path.mkdir()
            (path / "file").write_bytes(content)
        case 5:
            os.mkfifo(path)
        case 6:
            path.touch()
            os.truncate(path, random.choice((0, 1, 2**20, 3 * 2**30)))
        case 7:
            path.symlink_to(random.choice((path.name, "/dev/zero", "/proc/self/mem", "/dev/stdin")))
        case _:
            path.write_bytes(mutated(content or b"x", content, random))
