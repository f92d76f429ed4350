"""The commands of `lookalike` as plain values, from which man page and completions are written."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from enum import Enum
from pathlib import Path
from typing import Any, get_args

import typer

from desktop_app.cli.app import app

_KINDS: dict[object, str] = {int: "NUMBER", float: "NUMBER", datetime: "DATE", Path: "PATH"}


@dataclass(frozen=True)
class Parameter:
    """An argument or an option of a command.

    Attributes:
        words: The names of an option; empty for an argument.
        value: What stands for the value, such as `PATH`; empty for a switch.
        choices: All possible values, if there are few.
        is_path: Whether the value is a file or a folder.
        is_required: Whether it must be given.
    """

    words: tuple[str, ...]
    value: str
    help: str
    choices: tuple[str, ...] = ()
    is_path: bool = False
    is_required: bool = False


@dataclass(frozen=True)
class Command:
    """A command, or a group of commands. `path` are its words, from `lookalike` on."""

    path: tuple[str, ...]
    help: str
    arguments: tuple[Parameter, ...]
    options: tuple[Parameter, ...]
    commands: tuple[Command, ...] = ()

    @property
    def words(self) -> str:
        return " ".join(self.path)

    @property
    def summary(self) -> str:
        """The first sentence of the help."""
        return re.split(r"(?<=\.)\s", f"{self.help} ", maxsplit=1)[0].strip()

    def all(self) -> Iterator[Command]:
        """Yield this command and all below it, in the order of the help pages."""
        yield self
        for command in self.commands:
            yield from command.all()


def command_tree() -> Command:
    """Return `lookalike` with all its commands."""
    return _command(typer.main.get_command(app), ("lookalike",))


def _command(command: Any, path: tuple[str, ...]) -> Command:
    shown = [each for each in command.params if not getattr(each, "hidden", False)]
    below = getattr(command, "commands", {})
    help_option = Parameter(("--help",), "", "Show the help and exit.")
    return Command(
        path=path,
        help=" ".join(line.strip() or "\n\n" for line in (command.help or "").splitlines()).strip(),
        arguments=tuple(_argument(each) for each in shown if not each.opts[0].startswith("-")),
        options=(*(_option(each) for each in shown if each.opts[0].startswith("-")), help_option),
        commands=tuple(_command(each, (*path, name)) for name, each in below.items()),
    )


def _argument(parameter: Any) -> Parameter:
    many = "..." if parameter.nargs == -1 else ""
    kind = _kind(parameter)
    return Parameter(
        words=(),
        value=parameter.metavar or f"{_singular(parameter.name, many).upper()}{many}",
        help=parameter.help or "",
        choices=_choices(kind),
        is_path=_is_path(parameter, kind),
        is_required=parameter.required,
    )


def _option(parameter: Any) -> Parameter:
    kind = _kind(parameter)
    choices = _choices(kind)
    named = "PATH" if _is_path(parameter, kind) else _KINDS.get(kind, "TEXT")
    value = "" if parameter.is_flag else parameter.metavar or named
    return Parameter(
        words=(*parameter.opts, *parameter.secondary_opts),
        value="|".join(choices) or value,
        help=parameter.help or "",
        choices=choices,
        is_path=_is_path(parameter, kind),
        is_required=parameter.required,
    )


def _kind(parameter: Any) -> object:
    """Return the type of one value."""
    kind = parameter.type_descriptor.annotation
    return next(iter(get_args(kind)), kind)


def _choices(kind: object) -> tuple[str, ...]:
    if isinstance(kind, type) and issubclass(kind, Enum):
        return tuple(str(each.value) for each in kind)
    return ()


def _is_path(parameter: Any, kind: object) -> bool:
    """Whether the value is a path. Pictures are words for typer: one can be `-`."""
    return kind is Path or parameter.name in {"pictures", "unwanted"}


def _singular(name: str, many: str) -> str:
    """`PICTURE...` stands for several pictures."""
    return name.removesuffix("s") if many else name
