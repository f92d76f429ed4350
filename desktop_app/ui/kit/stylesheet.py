"""The palette as a Qt stylesheet. Selectors use class, object name and the property `kind`."""

from __future__ import annotations

from string import Template

from desktop_app.ui.kit.palette import Colours, Metrics

_RULES = Template("""
QMainWindow, #centre, #viewer { background: $ground; }
#viewerSide { background: $panel; }
#sidebar, #queryPanel, #bar, #filterBar, #selectionBar, #strip, #details { background: $panel; }
QScrollArea, QScrollArea > QWidget > QWidget { background: transparent; border: none; }

QLabel { color: $text; background: transparent; }
QLabel[kind="secondary"] { color: $secondary; font-size: ${small}px; }
QLabel[kind="quiet"] { color: $secondary; }
QLabel[kind="warning"] { color: $warning; }
QLabel[kind="strong"] { font-weight: 600; }
QLabel[kind="heading"] { font-size: ${heading}px; font-weight: 600; }

QPushButton {
    color: $text; background: $raised; border: 1px solid $line; border-radius: ${radius}px;
    padding: 6px 12px; min-height: 18px;
}
QPushButton:hover { background: $hover; }
QPushButton:focus { border-color: $accent; }
QPushButton:disabled { color: $secondary; background: transparent; }
QPushButton[kind="primary"] {
    color: $on_accent; background: $accent; border: 1px solid $accent; font-weight: 600;
    padding: 8px 16px;
}
QPushButton[kind="primary"]:hover { background: $accent_hover; border-color: $accent_hover; }
QPushButton[kind="primary"]:disabled {
    color: $secondary; background: $hover; border-color: $line;
}
QPushButton[kind="primary"]:focus { border: 2px solid $text; padding: 7px 15px; }
QPushButton[kind="link"] {
    color: $accent; background: transparent; border: 1px solid transparent; padding: 6px 8px;
}
QPushButton[kind="link"]:hover { text-decoration: underline; }
QPushButton[kind="link"]:disabled { color: $secondary; text-decoration: none; }
QPushButton[kind="link"]:focus { border-color: $accent; }

QPushButton[kind="icon"], QPushButton[kind="labelled"], QPushButton[kind="line"] {
    background: transparent; border: 1px solid transparent; min-height: 16px;
}
QPushButton[kind="icon"] { padding: 6px; }
QPushButton[kind="icon"]:checked, QPushButton[kind="labelled"]:checked {
    background: $hover; border-color: $line;
}
QPushButton[kind="labelled"] { padding: 6px 10px; }
QPushButton[kind="line"] { padding: 4px 8px; text-align: left; }
QPushButton[kind="icon"]:hover, QPushButton[kind="labelled"]:hover, QPushButton[kind="line"]:hover {
    background: $hover;
}
QPushButton[kind="icon"]:focus, QPushButton[kind="labelled"]:focus, QPushButton[kind="line"]:focus {
    border-color: $accent;
}

QPushButton[kind="view"] {
    background: transparent; border: 1px solid transparent; padding: 6px 8px; text-align: left;
    min-height: 18px;
}
QPushButton[kind="view"]:hover { background: $hover; }
QPushButton[kind="view"]:checked { background: $hover; font-weight: 600; }
QPushButton[kind="view"]:focus { border-color: $accent; }
QPushButton[kind="fold"] {
    background: transparent; border: 1px solid transparent; padding: 4px 0; text-align: left;
    font-weight: 600; min-height: 20px;
}
QPushButton[kind="fold"]:hover { background: $hover; }
QPushButton[kind="fold"]:focus { border-color: $accent; }
QPushButton[kind="chip"] {
    background: $raised; border: 1px solid $line; border-radius: 11px; padding: 2px 8px;
    min-height: 16px; font-size: ${small}px;
}
QPushButton[kind="chip"]:hover { background: $hover; }
QPushButton[kind="chip"]:focus { border-color: $accent; }
QPushButton[kind="toggle"] { padding: 3px 8px; min-height: 18px; }
QPushButton[kind="toggle"]:checked {
    color: $on_accent; background: $accent; border-color: $accent;
}
QPushButton[kind="toggle"]:checked:focus { border: 2px solid $text; padding: 2px 7px; }

#largePreview { background: $raised; border: 1px solid $line; }
#filterPanel, #exportPanel {
    background: $panel; border: 1px solid $line; border-radius: ${radius}px;
}
#filterPanel QTreeView, #filterPanel QListView {
    color: $text; background: $ground; border: 1px solid $line; border-radius: ${radius}px;
    padding: 2px;
}
#filterPanel QTreeView:focus, #filterPanel QListView:focus, QComboBox:focus {
    border-color: $accent;
}
#filterPanel QTreeView::item, #filterPanel QListView::item { padding: 2px ${tight}px; }
#filterPanel QTreeView::item:selected {
    color: $on_selection; background: $selection;
}
QComboBox {
    color: $text; background: $raised; border: 1px solid $line; border-radius: ${radius}px;
    padding: 3px ${space}px; min-height: 20px;
}
QComboBox:hover { background: $hover; }
QComboBox::drop-down { border: none; width: 24px; }
QComboBox QAbstractItemView {
    color: $text; background: $raised; border: 1px solid $line;
    selection-color: $on_selection; selection-background-color: $selection;
}

QSlider::groove:horizontal { background: $line; height: 4px; border-radius: 2px; }
QSlider::$filled:horizontal { background: $secondary; height: 4px; border-radius: 2px; }
QSlider::handle:horizontal {
    background: $raised; border: 1px solid $secondary; width: 12px; height: 12px;
    margin: -5px 0; border-radius: 7px;
}
QSlider::handle:horizontal:hover { border: 1px solid $accent; }
QSlider::handle:horizontal:focus { background: $accent; border: 1px solid $accent; }

QProgressBar { background: $line; border: none; border-radius: 2px; max-height: 4px; }
QProgressBar::chunk { background: $accent; border-radius: 2px; }

#message {
    background: $warning_ground; border-radius: ${radius}px;
    margin: ${space}px ${space}px 0 ${space}px;
}
#message QLabel { color: $warning; }
#message[tone="quiet"] { background: $hover; }
#message[tone="quiet"] QLabel { color: $text; }
#message[tone="quiet"] QPushButton[kind="link"] { color: $text; font-weight: 600; }
#hoverButtons { background: $veil; border-radius: ${radius}px; }
#hoverButtons QPushButton { padding: 4px; min-height: 0; }
#dropHint {
    background: $veil; border: 2px dashed $accent; border-radius: ${radius}px;
    color: $text; font-size: ${heading}px; font-weight: 600;
}
#modelRow, #voteRow { background: $ground; border-radius: ${radius}px; }
#voteRow:hover { background: $hover; }
QLineEdit {
    color: $text; background: $raised; border: 1px solid $line; border-radius: ${radius}px;
    padding: 3px ${space}px;
    selection-color: $on_selection; selection-background-color: $selection;
}
QLineEdit:focus { border-color: $accent; }
#scrollBubble {
    color: $text; background: $raised; border: 1px solid $line; border-radius: ${radius}px;
    padding: ${tight}px ${space}px; font-weight: 600;
}
#rootRow { border: 1px solid transparent; border-radius: ${radius}px; }
#rootRow:hover, #rootRow[chosen="true"] { background: $hover; }
#rootRow:focus { border-color: $accent; }
QPushButton[kind="arrow"] {
    background: transparent; border: none; border-radius: ${tight}px; padding: 2px;
    min-height: 16px;
}
QPushButton[kind="arrow"]:hover { background: $line; }
QListView#folders { background: transparent; }

QListView, QPlainTextEdit { background: $ground; border: none; border-radius: ${radius}px; }
QPlainTextEdit#patterns {
    color: $text; background: $raised; border: 1px solid $line; padding: ${tight}px;
    selection-color: $on_selection; selection-background-color: $selection;
}
QPlainTextEdit#patterns:focus { border-color: $accent; }
QListView#searches { background: transparent; }
QListView#searches::item {
    color: $text; background: transparent; padding: 5px ${space}px; border-radius: ${radius}px;
}
QListView#searches::item:hover { background: $hover; }
QListView#searches::item:focus { color: $on_selection; background: $selection; }
QListView#searches QLineEdit {
    color: $text; background: $raised; border: none; padding: 0;
    selection-color: $on_selection; selection-background-color: $selection;
}
QTextBrowser#guide {
    background: $ground; border: 1px solid $line; border-radius: ${radius}px;
}
QTextBrowser#guide:focus { border-color: $accent; }
QTreeView#names {
    color: $text; background: $ground; border: 1px solid $line; border-radius: ${radius}px;
}
QTreeView#names:focus { border-color: $accent; }
QTreeView#names::item { padding: 3px 5px; }  /* Qt adds 3 px: as far as the header */
QTreeView#names::item:selected { color: $on_selection; background: $selection; }
QHeaderView { background: $panel; border: none; }
QHeaderView::section {
    color: $secondary; background: $panel; border: none; padding: 4px ${space}px;
    font-size: ${small}px;
}
QListView#rules { border: 1px solid $line; padding: 2px; }
QListView#rules:focus { border-color: $accent; }
QListView#rules::item { padding: 2px ${tight}px; border-radius: ${tight}px; }
QListView#rules::item:selected { color: $text; background: $hover; }
QListView#failures { padding: ${tight}px ${space}px; border: 1px solid transparent; }
QListView#failures:focus, QScrollArea:focus { border: 1px solid $accent; }
QListView#failures::item { padding: 3px 0; border-radius: ${radius}px; }
QListView#failures::item:selected { color: $on_selection; background: $selection; }
QAbstractItemView { background: $ground; border: none; outline: none; }

QMenuBar { color: $text; background: $panel; border: none; padding: 2px ${tight}px; }
QMenuBar::item { padding: 4px ${space}px; border-radius: ${tight}px; background: transparent; }
QMenuBar::item:selected { background: $hover; }
QMenu {
    color: $text; background: $raised; border: 1px solid $line; border-radius: ${radius}px;
    padding: ${tight}px;
}
QMenu::item { padding: $menu_item; border-radius: ${tight}px; }
QMenu::item:selected { color: $on_selection; background: $selection; }
QMenu::item:disabled { color: $secondary; }
QMenu::separator { height: 1px; background: $line; margin: ${tight}px ${space}px; }
QToolTip {
    color: $text; background: $raised; border: 1px solid $line; padding: 4px 6px;
}

QScrollBar:vertical { background: transparent; width: 12px; margin: 0; }
QScrollBar::handle:vertical {
    background: $line; border-radius: 4px; min-height: 40px; margin: 2px;
}
QScrollBar:horizontal { background: transparent; height: 12px; margin: 0; }
QScrollBar::handle:horizontal {
    background: $line; border-radius: 4px; min-width: 40px; margin: 2px;
}
QScrollBar::handle:hover { background: $secondary; }
QScrollBar::add-line, QScrollBar::sub-line { width: 0; height: 0; }
QScrollBar::add-page, QScrollBar::sub-page { background: transparent; }
QAbstractScrollArea::corner { background: transparent; border: none; }
""")


def stylesheet(colours: Colours, metrics: Metrics, *, is_mirrored: bool = False) -> str:
    """`is_mirrored`: for a layout from right to left; most of it Qt mirrors by itself."""
    return _RULES.substitute(
        vars(colours),
        tight=metrics.tight,
        space=metrics.space,
        radius=metrics.radius,
        small=metrics.secondary,
        heading=metrics.heading,
        menu_item="6px 12px 6px 24px" if is_mirrored else "6px 24px 6px 12px",
        filled="add-page" if is_mirrored else "sub-page",  # the side of the lower values
    )
