"""Make the moving picture of the README from the pictures of `make screenshots`.

    python packaging/animated_walk.py [FILE]

Writes docs/walk.webp: the views that a newcomer sees first, each with a sentence.
"""

from __future__ import annotations

import sys
from dataclasses import dataclass
from pathlib import Path

from PIL import Image, ImageDraw, ImageFont

_DOCS = Path(__file__).parents[1] / "docs"
_WIDTH, _CAPTION_HEIGHT, _FONT_SIZE = 960, 44, 20
_GROUND, _INK = (32, 32, 32), (240, 240, 240)
_SHOWN_MS, _FADE_MS, _FADE_STEPS = 2600, 80, 3
_QUALITY = 70


@dataclass(frozen=True)
class Stop:
    """A picture of the documentation, and what it shows."""

    picture: str
    sentence: str


WALK = (
    Stop("guide-photos.png", "Add your folders: photos appear while they are read."),
    Stop("screenshot.png", "Drop any picture: the most similar photos come first."),
    Stop("guide-examples.png", "More like this, less like that: add examples with + and -."),
    Stop("guide-code.png", "See what the search sees: the bits of a photo's code."),
    Stop("guide-duplicates.png", "Find copies, even edited ones, and the one to keep."),
    Stop("guide-slider.png", "Compare them before anything goes to the trash."),
    Stop("guide-learning.png", "Let the model learn from your own photos, without labels."),
    Stop("guide-compare.png", "Use the new model only if it is better, and go back at any time."),
)


def frames() -> list[tuple[Image.Image, int]]:
    """Return the frames of the walk and how long each is shown, in milliseconds."""
    shown = [_frame(stop) for stop in WALK]
    sequence = []
    for before, after in zip(shown, [*shown[1:], shown[0]], strict=True):
        sequence.append((before, _SHOWN_MS))
        fades = [step / _FADE_STEPS for step in range(1, _FADE_STEPS)]
        sequence += [(Image.blend(before, after, fade), _FADE_MS) for fade in fades]
    return sequence


def _frame(stop: Stop) -> Image.Image:
    with Image.open(_DOCS / stop.picture) as picture:
        height = round(picture.height * _WIDTH / picture.width)
        view = picture.convert("RGB").resize((_WIDTH, height), Image.Resampling.LANCZOS)
    frame = Image.new("RGB", (_WIDTH, height + _CAPTION_HEIGHT), _GROUND)
    frame.paste(view)
    ImageDraw.Draw(frame).text(
        (_WIDTH / 2, height + _CAPTION_HEIGHT / 2),
        stop.sentence,
        _INK,
        ImageFont.load_default(_FONT_SIZE),
        anchor="mm",
    )
    return frame


def main() -> None:
    target = Path(sys.argv[1]) if len(sys.argv) > 1 else _DOCS / "walk.webp"
    (first, _), *others = sequence = frames()
    first.save(
        target,
        save_all=True,
        append_images=[frame for frame, _ in others],
        duration=[shown for _, shown in sequence],
        loop=0,
        quality=_QUALITY,
        method=6,
    )


if __name__ == "__main__":
    main()
