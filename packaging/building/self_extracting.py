"""A file that unpacks itself: a shell script, and a compressed archive behind it."""

from __future__ import annotations

import tarfile
from pathlib import Path

_SCRIPT = """\
#!/bin/sh
# Lookalike for Linux: unpacks itself. Options:
#   --prefix FOLDER   install there (default: ~/.local, or /usr/local for root)
#   --remove          remove what was installed there
#   --list            list the files
set -eu
prefix=${HOME}/.local
[ "$(id -u)" = 0 ] && prefix=/usr/local
action=install
while [ $# -gt 0 ]; do
    case "$1" in
        --prefix) prefix=$2; shift ;;
        --remove) action=remove ;;
        --list) action=list ;;
        *) sed -n '2,5s/^# //p' "$0"; exit 2 ;;
    esac
    shift
done
command -v xz > /dev/null || {
    echo "Lookalike needs the command xz to unpack itself." >&2
    exit 1
}
content() { tail -n +@LINES@ "$0"; }
case $action in
    list) content | tar -tJf - ;;
    remove)
        content | tar -tJf - | sort -r | while IFS= read -r path; do
            if [ -L "$prefix/$path" ] || [ -f "$prefix/$path" ]; then rm -f "$prefix/$path"
            elif [ -d "$prefix/$path" ]; then rmdir "$prefix/$path" 2> /dev/null || true
            fi
        done
        echo "Lookalike is removed from $prefix." ;;
    install)
        mkdir -p "$prefix"
        content | tar -xJf - -C "$prefix" --no-same-owner
        echo "Lookalike is installed. Start it with $prefix/bin/lookalike" ;;
esac
exit 0
"""


def write_self_extracting(tree: Path, target: Path, seconds: int) -> Path:
    """Pack an install tree; its files get the time `seconds` since 1970. Return the target."""
    lines = _SCRIPT.count("\n") + 1
    with target.open("wb") as file:
        file.write(_SCRIPT.replace("@LINES@", str(lines)).encode())
        with tarfile.open(fileobj=file, mode="w:xz", preset=6) as archive:
            for path in sorted(tree.iterdir()):
                archive.add(path, path.name, filter=lambda each: _plain(each, seconds))
    target.chmod(0o755)
    return target


def _plain(entry: tarfile.TarInfo, seconds: int) -> tarfile.TarInfo:
    """Forget whose file it was, and when it was written."""
    entry.uid = entry.gid = 0
    entry.uname = entry.gname = ""
    entry.mtime = seconds
    return entry
