"""How the pixels of a TIFF file are stored, by its tags."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from numbers import Real
from typing import Any

from PIL.ExifTags import Base as Tag

from desktop_app.core.tiff.value_range import SaidRange

MIN_IS_WHITE, MIN_IS_BLACK, RGB, PALETTE, CMYK, YCBCR = 0, 1, 2, 3, 5, 6
CIELAB, ICCLAB = 8, 9
_COLOURS = {
    MIN_IS_WHITE: 1,
    MIN_IS_BLACK: 1,
    RGB: 3,
    PALETTE: 1,
    CMYK: 4,
    YCBCR: 3,
    CIELAB: 3,
    ICCLAB: 3,
}
_UNCOMPRESSED, _OLD_JPEG = 1, 6
_JPEG2000 = frozenset({33003, 33004, 33005, 34712})
_JPEG2000_COPIES = 5
_JPEGS = frozenset({6, 7, 33007, 34892})
# None, three faxes, LZW, JPEG, Deflate (two numbers), PackBits.
_PILLOW_COMPRESSIONS = frozenset({1, 2, 3, 4, 5, 6, 7, 8, 32773, 32946})
_PILLOW_PHOTOMETRICS = frozenset({0, 1, 2, 3, 5, 6, 8})
_FEW_BITS = frozenset({1, 2, 4})
_ASSOCIATED, _UNASSOCIATED = 1, 2
_COREL_ALPHA = 999
_MAX_SAMPLES = 2**16
_MAX_BITS = 128  # of a complex number of two floats of 64 bits
_UNSIGNED = 1
_KINDS = {_UNSIGNED: "u", 2: "i", 3: "f", 4: "u"}  # 4: undefined


@dataclass(frozen=True)
class TiffLayout:
    """What the tags say of the pixels of the first picture.

    Attributes:
        width: In pixels, as stored.
        height: In pixels, as stored.
        photometric: What the samples mean: one of the constants above, or another number.
        compression: Its number.
        bits: Of each sample of a pixel.
        sample_formats: 1 unsigned, 2 signed, 3 floating point; empty where the file states none.
        extra_samples: What the samples beyond the colours mean: 1 alpha that the colours are
            multiplied by, 2 alpha that they are not multiplied by, 0 anything.
        is_planar: Whether each sample has a plane of its own.
        segment: Width and height of a tile or strip.
        stored_bytes: Of the largest tile or strip in the file.
        said_range: What the file states about its values.
    """

    width: int
    height: int
    photometric: int
    compression: int
    bits: tuple[int, ...]
    sample_formats: frozenset[int]
    extra_samples: tuple[int, ...]
    is_planar: bool
    segment: tuple[int, int]
    stored_bytes: int
    said_range: SaidRange

    @property
    def colours(self) -> int:
        """The number of samples that are colours. Raises NotImplementedError for rare kinds."""
        if self.photometric not in _COLOURS or len(self.bits) < _COLOURS[self.photometric]:
            raise NotImplementedError(f"photometric interpretation {self.photometric}")
        # Programs of microscopes store colours as grey with two samples of no meaning.
        is_untold_rgb = self.photometric == MIN_IS_BLACK and self.extra_samples == (0, 0)
        return 3 if is_untold_rgb else _COLOURS[self.photometric]

    @property
    def alpha(self) -> int | None:
        """The index of the sample that is alpha; None if no sample is."""
        if not self.extra_samples:
            return self.colours if len(self.bits) == self.colours + 1 else None
        first = len(self.bits) - len(self.extra_samples)
        alphas = {_ASSOCIATED, _UNASSOCIATED, _COREL_ALPHA}
        return next((first + at for at, it in enumerate(self.extra_samples) if it in alphas), None)

    @property
    def kind(self) -> str:
        """As numpy's dtype.kind: 'u', 'i' or 'f'. Raises NotImplementedError for other numbers.

        Colours of 32 bits are integers in some files and floats in others: they must state it.
        """
        is_untold = not self.sample_formats and self.photometric == RGB and self.bits[0] == 32
        stated = self.sample_formats or {_UNSIGNED}
        if is_untold or len(stated) != 1 or not stated <= _KINDS.keys():
            raise NotImplementedError("sample format")
        return _KINDS[next(iter(stated))]

    @property
    def is_associated(self) -> bool:
        return _ASSOCIATED in self.extra_samples

    @property
    def is_converted(self) -> bool:
        """Whether decompressing gives RGB for YCbCr."""
        return self.photometric == YCBCR and self.compression in _JPEGS

    @property
    def is_raw_ycbcr(self) -> bool:
        """Whether it is of the kind that only libtiff's own conversion to RGB reads rightly."""
        return self.photometric == YCBCR and self.compression == _UNCOMPRESSED

    @property
    def is_read_by_pillow(self) -> bool:
        """Whether Pillow reads every value rightly: 8 bits or less, no alpha."""
        return (
            self.compression in _PILLOW_COMPRESSIONS
            and self.photometric in _PILLOW_PHOTOMETRICS
            and self.sample_formats <= {_UNSIGNED}
            and len(self.bits) == self.colours
            and (set(self.bits) == {8} or self._has_few_bits)
        )

    @property
    def is_streamable(self) -> bool:
        """Whether it can be read strip by strip or tile by tile, in little memory."""
        return self.photometric != YCBCR or self.compression in _JPEGS - {_OLD_JPEG}

    @property
    def segment_bytes(self) -> int:
        """The bytes of a tile or strip that is decoded at once, at least one for each sample."""
        if self._is_in_rows:
            return 0
        samples = 1 if self.is_planar else len(self.bits)
        return self.segment[0] * self.segment[1] * samples * max(1, max(self.bits) // 8)

    @property
    def decoding_bytes(self) -> int:
        """An estimate of the bytes that decoding a tile or strip takes, with what it is read to."""
        copies = _JPEG2000_COPIES if self.compression in _JPEG2000 else 2
        return self.segment_bytes * copies + min(self.stored_bytes, self.segment_bytes * 2)

    @property
    def _is_in_rows(self) -> bool:
        """Whether it is stored in one piece as it is, of which any row can be read."""
        is_whole = self.segment == (self.width, self.height)
        return self.compression == _UNCOMPRESSED and is_whole and min(self.bits) >= 8

    @property
    def _has_few_bits(self) -> bool:
        return len(self.bits) == 1 and self.bits[0] in _FEW_BITS and self.photometric != YCBCR


def tiff_layout(tags: Mapping[int, Any]) -> TiffLayout:
    """Read the layout from Pillow's tags. Raises ValueError where they are broken."""
    width, height = int(_tag(tags, Tag.ImageWidth)), int(_tag(tags, Tag.ImageLength))
    return TiffLayout(
        width=width,
        height=height,
        photometric=int(_tag(tags, Tag.PhotometricInterpretation, 0)),
        compression=int(_tag(tags, Tag.Compression, 1)),
        bits=_bits(tags),
        sample_formats=frozenset(_all(tags, Tag.SampleFormat, ())),
        extra_samples=_all(tags, Tag.ExtraSamples, ()),
        is_planar=_tag(tags, Tag.PlanarConfiguration, 1) == 2,
        segment=_segment(tags, width, height),
        stored_bytes=_stored_bytes(tags),
        said_range=SaidRange(
            _said(tags, Tag.SMinSampleValue, Tag.MinSampleValue, min),
            _said(tags, Tag.SMaxSampleValue, Tag.MaxSampleValue, max),
        ),
    )


def _bits(tags: Mapping[int, Any]) -> tuple[int, ...]:
    """The bits of each sample; a single number stands for all samples."""
    bits = _all(tags, Tag.BitsPerSample, (1,))
    if not bits or not all(0 < each <= _MAX_BITS for each in bits):
        raise ValueError("bits per sample")
    samples = _sample_count(tags, len(bits))
    return bits[:samples] if len(bits) >= samples else (bits[0],) * samples


def _sample_count(tags: Mapping[int, Any], default: int) -> int:
    is_colour_jpeg = _tag(tags, Tag.Compression, 1) in _JPEGS and _tag(
        tags, Tag.PhotometricInterpretation, 0
    ) in {RGB, YCBCR}
    samples = int(_tag(tags, Tag.SamplesPerPixel, 3 if is_colour_jpeg else default))
    if not 0 < samples <= _MAX_SAMPLES:
        raise ValueError("samples per pixel")
    return samples


def _segment(tags: Mapping[int, Any], width: int, height: int) -> tuple[int, int]:
    tile = _tag(tags, Tag.TileWidth, 0), _tag(tags, Tag.TileLength, 0)
    return tile if all(tile) else (width, min(height, int(_tag(tags, Tag.RowsPerStrip, height))))


def _stored_bytes(tags: Mapping[int, Any]) -> int:
    counts = _all(tags, Tag.StripByteCounts, ()) or _all(tags, Tag.TileByteCounts, ())
    return max(counts, default=0)


def _said(
    tags: Mapping[int, Any], tag: Tag, unsigned_tag: Tag, choose: Callable[[tuple[Any, ...]], Any]
) -> float | None:
    try:
        values = _all(tags, tag, ()) or _all(tags, unsigned_tag, ())
        return float(choose(values)) if values else None
    except ValueError:  # a picture can be shown without it
        return None


def _tag(tags: Mapping[int, Any], tag: Tag, default: float | None = None) -> Any:
    values = _all(tags, tag, ())
    if not values and default is None:
        raise ValueError(f"tag {tag} is missing")
    return values[0] if values else default


def _all(tags: Mapping[int, Any], tag: Tag, default: tuple[Any, ...]) -> tuple[Any, ...]:
    """The numbers of a tag, of any number of bits. Raises ValueError where it has text."""
    value = tags.get(tag, default)
    values = tuple(value) if isinstance(value, tuple | bytes) else (value,)
    if not all(isinstance(each, Real) for each in values):
        raise ValueError(f"tag {tag} is no number")
    return values
