"""What bash, zsh and fish complete: run in these shells, where they are installed."""

from __future__ import annotations

import shlex
import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest
from integration.command_tree import Command, command_tree
from integration.completions import bash_completion, fish_completion, zsh_completion

# Completes words, of which the last one is under the cursor, and returns what the shell offers.
Complete = Callable[..., set[str]]


@pytest.fixture(scope="module")
def tree() -> Command:
    return command_tree()


@pytest.fixture(params=["bash", "zsh", "fish"])
def complete(request: pytest.FixtureRequest, tree: Command, tmp_path: Path) -> Complete:
    shell = request.param
    if shutil.which(shell) is None:
        pytest.skip(f"{shell} is not installed")
    return {"bash": _bash, "zsh": _zsh, "fish": _fish}[shell](tree, tmp_path)


def _run(folder: Path, *command: str) -> str:
    (folder / "photo.jpg").touch()
    done = subprocess.run(command, capture_output=True, text=True, check=True, cwd=folder)
    assert done.stderr == ""
    return done.stdout


def _bash(tree: Command, folder: Path) -> Complete:
    script = folder / "completion.bash"
    script.write_text(bash_completion(tree))

    def complete(*words: str) -> set[str]:
        code = (
            f"source {script}; COMP_WORDS=({shlex.join(words)}); COMP_CWORD={len(words) - 1};"
            ' _lookalike; printf "%s\\n" "${COMPREPLY[@]}"'
        )
        # Where nothing is offered, bash completes names of files.
        found = set(_run(folder, "bash", "--norc", "-c", code).split())
        return found or ({"photo.jpg"} if "-o default" in bash_completion(tree) else set())

    return complete


def _zsh(tree: Command, folder: Path) -> Complete:
    script = folder / "_lookalike"
    script.write_text(zsh_completion(tree).removesuffix('_lookalike "$@"\n'))
    stubs = (
        "compadd() { shift; print -l -- $* };"
        "_files() { print photo.jpg };"
        "_describe() { local from=$@[-1] each; for each in ${(P)from}; do"
        ' [[ $each == "${words[CURRENT]}"* ]] && print -r -- ${each%%:*}; done };'
    )

    def complete(*words: str) -> set[str]:
        typed = f"words=({shlex.join(words)}); CURRENT={len(words)}"
        code = f"{stubs} source {script}; {typed}; _lookalike"
        return set(_run(folder, "zsh", "-f", "-c", code).split())

    return complete


def _fish(tree: Command, folder: Path) -> Complete:
    script = folder / "lookalike.fish"
    script.write_text(fish_completion(tree))

    def complete(*words: str) -> set[str]:
        code = f"source {script}; complete --do-complete '{' '.join(words)}'"
        lines = _run(folder, "fish", "--no-config", "-c", code).splitlines()
        return {line.partition("\t")[0] for line in lines} - {"lookalike.fish"}

    return complete


@pytest.mark.slow
def test_every_command_and_group_is_offered(complete: Complete, tree: Command) -> None:
    for group in (each for each in tree.all() if each.commands):
        names = {each.path[-1] for each in group.commands}
        assert complete(*group.path, "") - {"photo.jpg"} == names


@pytest.mark.slow
def test_a_beginning_is_completed(complete: Complete) -> None:
    assert complete("lookalike", "dup") - {"photo.jpg"} == {"duplicates"}
    assert complete("lookalike", "--library", "index", "model", "b") - {"photo.jpg"} == {"build"}


@pytest.mark.slow
def test_every_option_of_a_command_is_offered(complete: Complete, tree: Command) -> None:
    for words in (("search",), ("model", "build"), ("library", "check")):
        [command] = [each for each in tree.all() if each.path[1:] == words]
        names = {word for option in command.options for word in option.words}
        assert complete(*command.path, "--") == names


@pytest.mark.slow
def test_an_option_of_few_values_offers_them(complete: Complete) -> None:
    offered = complete("lookalike", "model", "build", "--pool", "")
    assert "photo.jpg" not in offered
    assert len(offered) > 1


@pytest.mark.slow
def test_files_are_offered_where_pictures_or_paths_are_expected(complete: Complete) -> None:
    assert "photo.jpg" in complete("lookalike", "search", "ph")
    assert "photo.jpg" in complete("lookalike", "ph")
    assert "photo.jpg" in complete("lookalike", "model", "build", "--photos", "ph")
