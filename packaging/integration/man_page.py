"""The man page of `lookalike`, made from its commands."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import UTC, datetime

from integration.command_tree import Command, Parameter

_FILES = {
    "~/.local/share/Lookalike/library": "Your own library: codes, thumbnails, models, backups.",
    "~/.config/Lookalike/settings.json": "Settings of the window.",
    "~/.cache/Lookalike/log/lookalike.log": "Warnings and errors; every step with --verbose.",
}
_STATUS = {
    "0": "Success.",
    "1": "An error, whose message is printed.",
    "2": "Wrong usage.",
}


def man_page(tree: Command, version: str, when: int) -> str:
    """Return the page in the language of man(7).

    `when` is the time that the page is dated by, in seconds since 1970.
    """
    date = datetime.fromtimestamp(when, UTC).date().isoformat()
    lines = [
        f'.TH LOOKALIKE 1 "{date}" "Lookalike {version}" "User Commands"',
        *(".SH NAME", r"lookalike \- find photos that look alike"),
        ".SH SYNOPSIS",
        r"\fBlookalike\fR [\fIPICTURE\fR|\fIFOLDER\fR]...",
        *(".br", r"\fBlookalike\fR \fICOMMAND\fR [\fIOPTION\fR]... [\fIARGUMENT\fR]..."),
        *(".SH DESCRIPTION", *_paragraphs(tree.help)),
        *(".SH OPTIONS", *_parameters(tree.options)),
        ".SH COMMANDS",
    ]
    for command in tree.all():
        if not command.commands:
            lines += _command(command)
    lines += [".SH EXIT STATUS", *_table(_STATUS), ".SH FILES", *_table(_FILES)]
    return "\n".join(lines) + "\n"


def _command(command: Command) -> Iterator[str]:
    arguments = [_usage(each) for each in command.arguments]
    required = [_usage(each) for each in command.options if each.is_required]
    yield f".SS {_escaped(' '.join([command.words, '[OPTION]...', *required, *arguments]))}"
    yield from _paragraphs(command.help)
    yield from _parameters([*command.arguments, *command.options])


def _usage(parameter: Parameter) -> str:
    words = " ".join([*parameter.words, parameter.value])
    return words if parameter.is_required else f"[{words}]"


def _parameters(parameters: Iterable[Parameter]) -> Iterator[str]:
    for each in parameters:
        names = ", ".join(rf"\fB{_escaped(word)}\fR" for word in each.words)
        value = rf"\fI{_escaped(each.value)}\fR" if each.value else ""
        yield from (".TP", f"{names} {value}".strip(), _line(each.help))


def _table(rows: dict[str, str]) -> Iterator[str]:
    for name, meaning in rows.items():
        yield from (".TP", rf"\fI{_escaped(name)}\fR", _line(meaning))


def _paragraphs(text: str) -> Iterator[str]:
    for number, paragraph in enumerate(part for part in text.split("\n\n") if part.strip()):
        yield from ([".PP"] if number else [])
        yield _line(paragraph)


def _line(text: str) -> str:
    """Return a text as one line. A control character at its beginning would be a command."""
    escaped = _escaped(" ".join(text.split()))
    return rf"\&{escaped}" if escaped.startswith((".", "'")) else escaped


def _escaped(text: str) -> str:
    return text.replace("\\", r"\e").replace("-", r"\-")
