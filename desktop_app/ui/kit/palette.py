"""The colours of the light and the dark scheme, and all lengths."""

from __future__ import annotations

from dataclasses import dataclass, replace


@dataclass(frozen=True)
class Colours:
    """The colours of a scheme, as `#rrggbb`; the translucent `veil` as `#aarrggbb`.

    `text` and `secondary` have a contrast of at least 4.5:1 on `ground`, `panel` and `raised`.

    `selection` is the background of selected text, list and menu items, with `on_selection` as
    their text, and of selected photos, there with the opacity `selection_opacity`, from 0 to 1,
    and `text` on it. `accent` is for the focus, links, primary buttons and switches.
    """

    ground: str
    panel: str
    raised: str
    hover: str
    line: str
    text: str
    secondary: str
    accent: str
    accent_hover: str
    on_accent: str
    selection: str
    on_selection: str
    selection_opacity: float
    warning: str
    warning_ground: str
    veil: str
    bit: str


@dataclass(frozen=True)
class Metrics:
    """Lengths in device-independent pixels."""

    tight: int = 4
    space: int = 8
    wide: int = 16
    section: int = 24
    radius: int = 6
    text: int = 13
    secondary: int = 11
    heading: int = 18
    icon: int = 16
    large_icon: int = 64
    bar: int = 48
    worded_bar: int = 700
    strip: int = 36
    filter_bar: int = 40
    filter_panel: int = 752
    filter_list: int = 112
    filter_tree: int = 192
    slider: int = 104
    sidebar: int = 216
    query_panel: int = 296
    panel_content: int = 264
    query_picture: int = 264
    small_picture: int = 120
    chip_picture: int = 28
    chip_text: int = 140
    words_box: int = 280
    histogram: int = 64
    lens_picture: int = 82
    lens_pair: int = 128
    lens_tile: int = 60
    large_preview: int = 256
    left_out_picture: int = 128
    neighbour_tile: int = 80
    code_dialog: int = 768
    code_height: int = 760
    reading_width: int = 460
    details: int = 200
    export_panel: int = 280
    shortcuts: int = 560
    settings: int = 512
    rename_dialog: int = 620
    rename_list: int = 280
    newcomers_dialog: int = 780
    newcomers_height: int = 560
    model_dialog: int = 680
    model_height: int = 640
    curve: int = 96
    small_curve: int = 48
    vote_tile: int = 72
    vote_picture: int = 160
    preview: int = 84
    crash_dialog: int = 520
    closing_question: int = 600
    fold_below: int = 1040


LIGHT = Colours(
    ground="#fafafa",
    panel="#f1f1f1",
    raised="#ffffff",
    hover="#e3e3e3",
    line="#d4d4d4",
    text="#1c1c1c",
    secondary="#5c5c5c",
    accent="#1a62c4",
    accent_hover="#1453a8",
    on_accent="#ffffff",
    selection="#1a62c4",
    on_selection="#ffffff",
    selection_opacity=0.14,
    warning="#6f4300",
    warning_ground="#fbedd3",
    veil="#e6f1f1f1",
    bit="#8f8f8f",
)
DARK = Colours(
    ground="#1b1b1b",
    panel="#242424",
    raised="#303030",
    hover="#3a3a3a",
    line="#424242",
    text="#ebebeb",
    secondary="#adadad",
    accent="#6caaf5",
    accent_hover="#8abdf9",
    on_accent="#0c1a2b",
    selection="#6caaf5",
    on_selection="#0c1a2b",
    selection_opacity=0.14,
    warning="#f2c77c",
    warning_ground="#3a2f1b",
    veil="#e6242424",
    bit="#7a7a7a",
)
METRICS = Metrics()
_MOST_TEXT_SCALE = 2.0
_LINES = ("text", "secondary", "heading")
_BESIDE_TEXT = ("icon", "bar", "strip", "filter_bar", "sidebar")
_COLUMNS = (
    "worded_bar", "filter_panel", "query_panel", "panel_content", "reading_width",
    "export_panel", "shortcuts", "settings", "model_dialog", "crash_dialog", "closing_question",
    "lens_picture", "fold_below", "chip_text", "words_box",
)  # fmt: skip


def metrics_for(text_scale: float) -> Metrics:
    """Return the lengths for texts that are so many times as large as usual, up to twice.

    What stands beside one line of text grows by half of that. Columns grow by a quarter, and break
    their texts into more lines. Pictures do not grow.
    """
    lines = max(1.0, min(_MOST_TEXT_SCALE, text_scale))
    columns = 1 + (lines - 1) / 4
    larger = {name: round(getattr(METRICS, name) * lines) for name in _LINES}
    beside = {name: round(getattr(METRICS, name) * (1 + lines) / 2) for name in _BESIDE_TEXT}
    wider = {name: round(getattr(METRICS, name) * columns) for name in _COLUMNS}
    return replace(METRICS, **larger, **beside, **wider)


# Fallbacks after the system's own font for Chinese characters, whose shapes differ by language; the
# first installed one is used.
CHINESE_FONTS = (
    "PingFang SC",
    "Microsoft YaHei UI",
    "Noto Sans CJK SC",
    "Source Han Sans SC",
    "WenQuanYi Micro Hei",
)
JAPANESE_FONTS = (
    "Hiragino Sans",
    "Yu Gothic UI",
    "Noto Sans CJK JP",
    "Source Han Sans JP",
    "IPAexGothic",
)


@dataclass(frozen=True)
class Paper:
    """Colours and lengths of pages written to files; white in every theme.

    Attributes:
        text, gap: In pixels, beside pictures of THUMBNAIL_SIDE pixels.
        dots: The resolution of printed pages, in dots per inch.
        margin_mm, gap_mm, text_points: Of printed pages.
    """

    ground: str = "#ffffff"
    text_colour: str = "#1c1c1c"
    word_colour: str = "#5c5c5c"
    text: int = 15
    gap: int = 20
    dots: int = 300
    margin_mm: int = 12
    gap_mm: int = 4
    text_points: int = 7


PAPER = Paper()
