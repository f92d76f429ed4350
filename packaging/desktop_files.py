"""Write everything by which desktops and shells know Lookalike into an install tree.

    python packaging/desktop_files.py OUT

OUT/share gets the desktop entry, the AppStream page, icons, the man page, completions for bash, zsh
and fish, and 'Find photos like this' for the file managers Dolphin, Files (Nautilus) and Nemo.
Copied to /usr or ~/.local, they need the command `lookalike` on the PATH.
"""

from __future__ import annotations

import shutil
import sys
from collections.abc import Mapping
from pathlib import Path

from building.release import commit_time, version
from integration import TEMPLATES
from integration.command_tree import command_tree
from integration.completions import bash_completion, fish_completion, zsh_completion
from integration.icons import write_icons
from integration.man_page import man_page
from integration.metainfo import application_id, metainfo
from integration.picture_types import MIME_TYPES


def main() -> None:
    if len(sys.argv) != 2:
        sys.exit(__doc__)
    share = Path(sys.argv[1]) / "share"
    for name, text in texts().items():
        path = share / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, "utf-8")
    icons = share / "icons" / "hicolor"
    shutil.rmtree(icons, ignore_errors=True)
    write_icons(icons)


def texts() -> Mapping[str, str]:
    """Return the content of every text file by its path in `share`."""
    tree = command_tree()
    return {
        "applications/lookalike.desktop": _filled("lookalike.desktop"),
        f"metainfo/{application_id()}.metainfo.xml": metainfo(),
        "man/man1/lookalike.1": man_page(tree, version(), commit_time()),
        "bash-completion/completions/lookalike": bash_completion(tree),
        "zsh/site-functions/_lookalike": zsh_completion(tree),
        "fish/vendor_completions.d/lookalike.fish": fish_completion(tree),
        "kio/servicemenus/lookalike-find.desktop": _filled("kde-service-menu.desktop"),
        "nemo/actions/lookalike-find.nemo_action": _filled("nemo.nemo_action"),
        "nautilus-python/extensions/lookalike_find.py": _filled("nautilus.py"),
    }


def _filled(template: str) -> str:
    text = (TEMPLATES / template).read_text("utf-8")
    return text.replace("@MIME_TYPES@", "".join(f"{each};" for each in MIME_TYPES))


if __name__ == "__main__":
    main()
