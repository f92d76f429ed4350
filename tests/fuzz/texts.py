"""Settings and other JSON files of the user; messages of jobs, workers and other windows."""

from __future__ import annotations

import json
from pathlib import Path
from random import Random

import msgspec

from desktop_app.core.base.region import Region
from desktop_app.core.catalogue.library_files import LibraryFiles
from desktop_app.core.catalogue.saved_searches import (
    SavedExample,
    SavedSearch,
    SavedSearches,
    load_searches,
    save_searches,
)
from desktop_app.core.catalogue.settings import Settings, load_settings, save_settings
from desktop_app.core.catalogue.window_state import (
    WindowState,
    load_window_state,
    save_window_state,
)
from desktop_app.core.jobs.job_output import JobOutput
from desktop_app.core.jobs.messages import JobEvent, JobMessage, encode_event
from desktop_app.core.jobs.progress import (
    Indexing,
    IndexSummary,
    Retrained,
    TrainingProgress,
    TrainingStage,
)
from desktop_app.core.jobs.requests import IndexRequest, TrainRequest, encode_request, read_request
from desktop_app.core.models.drift import RetrainingSuggestions
from desktop_app.core.models.library_models import LibraryModels
from desktop_app.core.models.retraining import Retraining
from desktop_app.core.reading.messages import (
    Failed,
    IndexPhoto,
    from_parent,
    from_worker,
)
from desktop_app.job import REQUESTS
from desktop_app.ui.system.single_instance import InstanceMessage, decode_message, encode_message
from tests.fuzz.guard import Guard
from tests.fuzz.json_mutations import mutated_json
from tests.fuzz.mutations import mutated
from tests.fuzz.told import told

_SEARCHES = SavedSearches(
    saved=(
        SavedSearch("Beach", (SavedExample(Path("/photos/a.jpg"), 3), SavedExample(Path("/b")))),
        SavedSearch("Part", (SavedExample(Path("/c"), region=Region(0.1, 0.1, 0.5, 0.5)),)),
    ),
    recent=(SavedSearch("", (SavedExample(Path("/d"), None),)),),
)
_PROGRESS = TrainingProgress(TrainingStage.CODES, 3, 100, 12.5, {"similarity": 0.25}, 0.5)
_RETRAINED = Retrained("library-64-0123abcd", 240, 12.5, [1, 2, 3])
_TRAINING = TrainRequest(Path("/library"), [1, 2], 64, minutes=None, previews=False)


def example_searches() -> SavedSearches:
    return _SEARCHES


def example_training() -> str:
    """The request of a training."""
    return encode_request(_TRAINING)


class SettingsTarget:
    """JSON files of the user and of a library, each opened as the window opens it."""

    def __init__(self, folder: Path, seed: int) -> None:
        self._seed = seed
        self._folder = folder / "library"
        self._files = LibraryFiles(self._folder)
        for place in (self._files.models, self._files.retraining):
            place.mkdir(parents=True)
        save_settings(self._folder / "settings.json", Settings())
        save_window_state(self._folder / "window.json", WindowState("00ff", True, ("code",), "x"))
        save_searches(self._files.searches, _SEARCHES)
        self._files.suggestion.write_text('{"model_id": "default-256-0123abcd", "photos": 12}')
        (self._files.models / "names.json").write_text('{"tiny-16-0123abcd": "Mine"}')
        retraining = self._files.retraining
        (retraining / "request.json").write_text(encode_request(_TRAINING))
        for name, message, value in (
            ("progress.json", JobMessage.PROGRESS, _PROGRESS),
            ("result.json", JobMessage.FINISHED, _RETRAINED),
        ):
            (retraining / name).write_text(encode_event(JobEvent.of_value(message, value)))
        self._contents = {path: path.read_bytes() for path in self._folder.rglob("*.json")}

    def attempt(self, number: int, guard: Guard) -> str:
        """Break one of the files, and open them all."""
        random = Random(f"{self._seed}-{number}")
        paths = sorted(self._contents)
        path, other = random.choice(paths), random.choice(paths)
        content = mutated_json(self._contents[path], self._contents[other], random)
        path.write_bytes(content)
        try:
            with guard.watching():
                return self._open_all()
        finally:
            path.write_bytes(self._contents[path])

    def _open_all(self) -> str:
        library = self._files
        problems = [
            told(lambda: self._settings_again(load_settings(self._folder / "settings.json"))),
            told(lambda: save_searches(library.searches, load_searches(library.searches))),
            told(lambda: load_window_state(self._folder / "window.json")),
            told(lambda: RetrainingSuggestions(library).may_be_due("default-256-0123abcd", 9)),
            told(lambda: LibraryModels(library).all()),
            told(lambda: Retraining(library).state),
        ]
        save_searches(library.searches, _SEARCHES)
        return " ".join(filter(None, problems)) or "fine"

    def _settings_again(self, settings: Settings) -> None:
        save_settings(self._folder / "again.json", settings)
        assert load_settings(self._folder / "again.json") == settings


class MessagesTarget:
    """Lines and frames, each read by the function that receives them."""

    def __init__(self, folder: Path, seed: int) -> None:
        self._folder = folder
        self._seed = seed
        self._lines = _lines()

    def attempt(self, number: int, guard: Guard) -> str:
        """Break one message, and read it in every way."""
        random = Random(f"{self._seed}-{number}")
        if random.random() < 0.2:
            return _read_frame(_broken_frame(random))
        kind = random.choice(sorted(self._lines))
        other = random.choice(sorted(self._lines))
        line = mutated_json(self._lines[kind], self._lines[other], random)
        with guard.watching():
            answers = (_read_instance(line), _read_events(line, random), _read_request(line))
        return " ".join(answers)


def _lines() -> dict[str, bytes]:
    index = IndexRequest(Path("/library"), [Path("/photos")], threads=2)
    summary = IndexSummary(9, 1, 0, 0, 0, [Path("/away")], [], 1.5)
    failed = {"event": "failed", "kind": "LibraryBusyError", "data": {"library": "/library"}}
    return {
        "instance": encode_message(InstanceMessage((Path("/a.jpg"),), "token")).strip(),
        "index": encode_request(index).encode(),
        "training": encode_request(_TRAINING).encode(),
        "progress": _event(JobMessage.PROGRESS, Indexing(3, 9, 1)),
        "training progress": _event(JobMessage.PROGRESS, _PROGRESS),
        "finished": _event(JobMessage.FINISHED, summary),
        "failed": json.dumps(failed).encode(),
    }


def _event(message: JobMessage, value: object) -> bytes:
    return encode_event(JobEvent.of_value(message, value)).encode()


def _read_instance(line: bytes) -> str:
    return "refused" if decode_message(line) is None else "message"


def _read_events(line: bytes, random: Random) -> str:
    """As the window reads a job, whose lines may be torn."""
    output = JobOutput()
    cut = random.randint(0, len(line))
    values = [*output.feed(line[:cut]), *output.feed(line[cut:] + b"\n")]
    return f"{len(values)} values, {type(output.outcome(1)).__name__}"


def _read_request(line: bytes) -> str:
    """As a job reads its request; a ValueError ends it with a `failed` event."""
    try:
        return type(read_request(line.decode("utf-8", "replace"), REQUESTS)).__name__
    except ValueError:
        return "no request"
    except OSError:  # after an '@'
        return "no file"


def _broken_frame(random: Random) -> bytes:
    encode = msgspec.msgpack.Encoder().encode
    frames = [
        encode(message)
        for message in (IndexPhoto(b"/a.jpg", 260), Failed("truncated", "cut"))  # type: ignore[arg-type]
    ]
    return mutated(random.choice(frames), random.choice(frames), random)


def _read_frame(content: bytes) -> str:
    """As a worker and its parent read each other."""
    for decoder in (from_parent, from_worker):
        try:
            decoder.decode(content)
        except msgspec.MsgspecError:
            continue
        except UnicodeDecodeError:
            continue
        return "frame"
    return "no frame"
