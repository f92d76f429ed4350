"""Let the photo that stays inherit the rating and the keywords of the one that goes."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from desktop_app.core.base.errors import PhotoError
from desktop_app.core.files.sidecars import WrittenSidecar, sidecar_of, with_sidecar, write_sidecar
from desktop_app.core.reading.bounded_reader import BoundedReader
from desktop_app.core.xmp.annotations import Annotations


class NotInheritedError(Exception):
    """A sidecar cannot be read or written.

    Attributes:
        sidecar: The file.
        reason: What the system says.
    """

    def __init__(self, sidecar: Path, reason: str) -> None:
        super().__init__(sidecar, reason)
        self.sidecar = sidecar
        self.reason = reason


class Inheritance:
    """Reads what is noted of photos, and writes it to sidecars. For one thread."""

    def __init__(self) -> None:
        self._reader = BoundedReader()

    def close(self) -> None:
        self._reader.close()

    def hand_over(self, photo: Path, kept: Path) -> WrittenSidecar | None:
        """Write to the sidecar of `kept` what is noted of `photo` only: stars and keywords.

        The higher rating counts; a photo that was rejected takes no star from another one. The
        photos themselves are not written. None: there is nothing to be inherited.

        Raises NotInheritedError.
        """
        given, own = self._noted(photo), self._noted(kept)
        wanted = Annotations(max(own.rating, given.rating) if given.rating > 0 else own.rating)
        wanted = wanted.and_keywords(own.keywords).and_keywords(given.keywords)
        if wanted == own:
            return None
        with _sidecar_errors(kept):
            return write_sidecar(kept, wanted)

    def _noted(self, photo: Path) -> Annotations:
        try:
            own = self._reader.metadata(photo).annotations
        except PhotoError as error:
            raise NotInheritedError(photo, str(error.problem)) from error
        with _sidecar_errors(photo):
            return with_sidecar(photo, own)


@contextmanager
def _sidecar_errors(photo: Path) -> Iterator[None]:
    try:
        yield
    except OSError as error:
        raise NotInheritedError(sidecar_of(photo), error.strerror or str(error)) from error
    except ValueError as error:
        raise NotInheritedError(sidecar_of(photo), str(error)) from error
