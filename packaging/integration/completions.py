"""What shells complete after `lookalike`, made from its commands.

The scripts contain all words: completing starts no Python. Where a path is expected, or a picture
for the window, the shell completes names of files.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from string import Template

from integration.command_tree import Command, Parameter

_BASH = Template(r"""# Completion of lookalike for bash. Made from its commands.

_lookalike_words() {
    case $$1 in
$table
    esac
}

_lookalike_choices() {
    case $$1 in
$choices
    esac
}

_lookalike() {
    local commands= options= valued= path=lookalike option= word i
    _lookalike_words "$$path"
    for ((i = 1; i < COMP_CWORD; i++)); do
        word=$${COMP_WORDS[i]}
        if [[ $$option && $$word != "=" ]]; then
            option=
        elif [[ " $$valued " == *" $$word "* ]]; then
            option=$$word
        elif [[ " $$commands " == *" $$word "* ]]; then
            path+=" $$word"
            _lookalike_words "$$path"
        fi
    done
    word=$${COMP_WORDS[COMP_CWORD]}
    if [[ $$option ]]; then
        COMPREPLY=($$(compgen -W "$$(_lookalike_choices "$$path $$option")" -- "$${word#=}"))
    elif [[ $$word == -* ]]; then
        COMPREPLY=($$(compgen -W "$$options" -- "$$word"))
    else
        COMPREPLY=($$(compgen -W "$$commands" -- "$$word"))
    fi
}

complete -o bashdefault -o default -F _lookalike lookalike
""")

_ZSH = Template(r"""#compdef lookalike
# Completion of lookalike for zsh. Made from its commands.

_lookalike_words() {
    commands=() options=() valued=()
    case $$1 in
$table
    esac
}

_lookalike_choices() {
    case $$1 in
$choices
    esac
}

_lookalike() {
    local -a commands options valued
    local place=lookalike option= word
    integer i
    _lookalike_words "$$place"
    for ((i = 2; i < CURRENT; i++)); do
        word=$${words[i]}
        if [[ -n $$option ]]; then
            option=
        elif (( $${valued[(Ie)$$word]} )); then
            option=$$word
        elif (( $${commands[(I)$$word:*]} )); then
            place+=" $$word"
            _lookalike_words "$$place"
        fi
    done
    if [[ -n $$option ]]; then
        local -a choices=($$(_lookalike_choices "$$place $$option"))
        (( $$#choices )) && compadd -- $$choices || _files
    elif [[ $${words[CURRENT]} == -* ]]; then
        _describe -o option options
    else
        (( $$#commands )) && _describe -t commands command commands
        _files
    fi
}

_lookalike "$$@"
""")

_FISH = Template(r"""# Completion of lookalike for fish. Made from its commands.

function __lookalike_at --description 'Whether the words before the cursor are this command'
    set -l known $known
    set -l valued $valued
    set -l path lookalike
    set -l before
    for word in (commandline --tokenize --cut-at-cursor --current-process)[2..-1]
        if not contains -- "$$before" $$valued; and contains -- "$$path $$word" $$known
            set path "$$path $$word"
        end
        set before $$word
    end
    test "$$path" = "$$argv"
end

$lines
""")


def bash_completion(tree: Command) -> str:
    """Return a script for share/bash-completion/completions."""
    table = "".join(
        f"        {_quoted(each.words)})\n"
        f"            commands={_quoted(' '.join(below.path[-1] for below in each.commands))}\n"
        f"            options={_quoted(' '.join(_names(each.options)))}\n"
        f"            valued={_quoted(' '.join(_names(_valued(each))))} ;;\n"
        for each in tree.all()
    )
    return _BASH.substitute(table=table.rstrip("\n"), choices=_choices(tree))


def zsh_completion(tree: Command) -> str:
    """Return a script for share/zsh/site-functions."""
    table = "".join(
        f"        {_quoted(each.words)})\n"
        f"            commands=({_described(_summaries(each.commands))})\n"
        f"            options=({_described(_named(each.options))})\n"
        f"            valued=({' '.join(_names(_valued(each)))}) ;;\n"
        for each in tree.all()
    )
    return _ZSH.substitute(table=table.rstrip("\n"), choices=_choices(tree))


def fish_completion(tree: Command) -> str:
    """Return a script for share/fish/vendor_completions.d."""
    known = " ".join(_quoted(each.words) for each in tree.all())
    valued = sorted({name for each in tree.all() for name in _names(_valued(each))})
    lines = [line for each in tree.all() for line in _fish_lines(each)]
    return _FISH.substitute(known=known, valued=" ".join(valued), lines="\n".join(lines))


def _fish_lines(command: Command) -> Iterator[str]:
    here = f"complete --command lookalike --condition {_quoted(f'__lookalike_at {command.words}')}"
    has_paths = not command.commands and any(each.is_path for each in command.arguments)
    if not has_paths and len(command.path) > 1:  # the window takes pictures
        yield f"{here} --no-files"
    for below in command.commands:
        yield f"{here} --arguments {below.path[-1]} --description {_quoted(below.summary)}"
    for option in command.options:
        value = " --require-parameter --force-files" if option.is_path else ""
        value = " --exclusive" if option.value and not option.is_path else value
        value += f" --arguments {_quoted(' '.join(option.choices))}" if option.choices else ""
        for word in option.words:
            name = word.removeprefix("--")
            yield f"{here} --long-option {name}{value} --description {_quoted(option.help)}"


def _choices(tree: Command) -> str:
    """Return the cases that print the possible values of options."""
    cases = [
        f"        {_quoted(f'{each.words} {word}')}) echo {_quoted(' '.join(option.choices))} ;;"
        for each in tree.all()
        for option in each.options
        for word in option.words
        if option.choices
    ]
    return "\n".join(cases)


def _valued(command: Command) -> list[Parameter]:
    return [option for option in command.options if option.value]


def _names(options: Iterable[Parameter]) -> list[str]:
    return [word for option in options for word in option.words]


def _named(options: Iterable[Parameter]) -> Iterator[tuple[str, str]]:
    return ((word, option.help) for option in options for word in option.words)


def _summaries(commands: Iterable[Command]) -> Iterator[tuple[str, str]]:
    return ((each.path[-1], each.summary) for each in commands)


def _described(rows: Iterable[tuple[str, str]]) -> str:
    """Return words with descriptions as zsh's `_describe` takes them."""
    return " ".join(_quoted(f"{word}:{text}") for word, text in rows)


def _quoted(text: str) -> str:
    """Quote a text for a shell. Fish has other rules for `'`, so that it is replaced by `’`."""
    return "'" + text.replace("'", "’").replace("\\", "") + "'"
