"""The notice about what a package contains under the LGPL, MPL or CDDL: source, and replacing.

These licences ask for more than their text: users must learn where the source is, and be able to
put their own build in the place of ours.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from licensing.installed import Component
from licensing.licence_terms import Terms, terms_of
from licensing.system_libraries import SystemPackage

_QT = "https://download.qt.io/official_releases"
# Where the source is, as the packages themselves say; of other packages, it is on PyPI.
_SOURCES = {
    "LibRaw": "https://www.libraw.org/download",
    "PySide6_Essentials": f"{_QT}/QtForPython/pyside6/ (all versions: https://code.qt.io)",
    "Qt": f"{_QT}/qt/ (all versions: https://code.qt.io)",
    "de265": "https://github.com/strukturag/libde265/releases",
    "heif": "https://github.com/strukturag/libheif/releases",
    "quadmath": "https://gcc.gnu.org/git/?p=gcc.git;a=tree;f=libquadmath",
    "shiboken6": f"{_QT}/QtForPython/shiboken6/ (all versions: https://code.qt.io)",
}

_WITHIN = {"PySide6_Essentials": "Qt"}

_HEAD = """\
What Lookalike contains under the LGPL, the MPL or the CDDL

Lookalike itself is under the Apache License 2.0 (LICENSE). It uses Qt and PySide6 under the GNU
Lesser General Public License 3: Copyright (C) The Qt Company Ltd. and other contributors. They,
and all that is listed below, come with no warranty. The texts of the licences are in this folder
and in those of the packages: LGPL-3.0.txt, with the GPL-3.0.txt to which it refers, LGPL-2.1.txt,
and, for libraries of the system, the folder `system`.

You may change these libraries, and use Lookalike with your own builds of them. They lie as files
of their own in the folder of the program (`_internal`; on macOS Contents/Frameworks), which loads
them when it starts and compares no sums of them. Replace a file by your own build of the same
version and name; Qt and PySide6 are in `PySide6` and `shiboken6`. On macOS, sign the program again
afterwards: codesign --force --deep --sign - Lookalike.app. Nothing in the licence of Lookalike
forbids this, or reverse engineering in order to debug such changes.

Where the source is:

"""


def source_notice(components: Sequence[Component], system: Sequence[SystemPackage]) -> str:
    """Return the text of the notice for a package that has these components."""
    lines = [*_of_components(components), *_of_system(system)]
    return _HEAD + "\n".join(lines) + "\n"


def _of_components(components: Sequence[Component]) -> Iterator[str]:
    for each in components:
        address = _SOURCES.get(each.name, f"https://pypi.org/project/{each.name}/#files")
        title = f"{each.name} {each.version}"
        if terms_of(each.licence) is Terms.SOURCE:
            yield f"{title}: {each.licence}\n    {address}"
        for library in each.libraries:
            if terms_of(library.licence) is Terms.SOURCE:
                within = f"with the source of {_WITHIN.get(each.name, each.name)}"
                yield f"{library.title} in {title}: {library.licence}"
                yield f"    {_SOURCES.get(library.name, within)}"


def _of_system(system: Sequence[SystemPackage]) -> Iterator[str]:
    for each in system:
        if terms_of(each.licence) is Terms.SOURCE:
            version = f"={each.version}" if each.version else ""
            yield f"{', '.join(each.files)} of Debian: {each.licence}"
            yield f"    apt-get source {each.name}{version}, https://snapshot.debian.org"
