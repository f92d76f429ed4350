"""Read licences in the files that Debian has about each package (/usr/share/doc/*/copyright).

Files in the form for programs name the licence of each file of the source. In the others, the
sentences by which licences begin are looked for. What neither tells is left to a table.
"""

from __future__ import annotations

import fnmatch
import re

from licensing.licence_terms import TERMS

# Where the source of a library lies, if most of its package has another licence.
_SOURCES = {"keyutils": "keyutils.c", "uuid": "libuuid/src/uuid.h"}

# Debian names the GPL for all of e2fsprogs, but lib/et has terms of its own (version 1.47.0).
NOT_TOLD = ("com_err",)

# What these files write in place of an SPDX expression.
_SPDX_NAMES = {
    "BSD-2-clause": "BSD-2-Clause",
    "BSD-3-clause": "BSD-3-Clause",
    "BSD-3-clause-Cambridge with BINARY LIBRARY-LIKE PACKAGES exception": "BSD-3-Clause",
    "BSD-4-clause": "BSD-4-Clause",
    "Expat": "MIT",
    "GPL-2": "GPL-2.0-only",
    "GPL-2+": "GPL-2.0-or-later",
    "GPL-3": "GPL-3.0-only",
    "GPL-3+": "GPL-3.0-or-later",
    "Iconv-PD": "LicenseRef-Public-Domain",
    "Janik-permissive": "LicenseRef-Janik-permissive",
    "LGPL-2+": "LGPL-2.0-or-later",
    "LGPL-2.1": "LGPL-2.1-only",
    "LGPL-2.1+": "LGPL-2.1-or-later",
    "LGPL-3": "LGPL-3.0-only",
    "LGPL-3+": "LGPL-3.0-or-later",
    "MIT/X": "MIT",
    "MIT/X Consortium License": "MIT",
    "MIT/X11": "MIT",
    "Mingw-PD": "LicenseRef-Public-Domain",
    "Old-GLib-Tests-permissive": "LicenseRef-Old-GLib-Tests-permissive",
    "OpenLDAP-2.8": "OLDAP-2.8",
    "PD": "LicenseRef-Public-Domain",
    "libpng": "libpng-2.0",
    "public-domain": "LicenseRef-Public-Domain",
}

_EXCEPTION = "gcc runtime library exception"
_SENTENCES = {
    "HPND": "permission to use, copy, modify, and distribute this software",
    "HPND-sell-variant": "permission to use, copy, modify, distribute, and sell this software",
    "MIT": "permission is hereby granted, free of charge, to any person obtaining a copy",
    "OLDAP-2.8": "the openldap public license version 2.8",
}
_BSD = "redistribution and use in source and binary forms, with or without modification"
_BSD_VARIANTS = {
    "bzip2-1.0.6": "altered source versions must be plainly marked",
    "BSD-4-Clause": "all advertising materials mentioning features",
    "BSD-3-Clause": "to endorse or promote products",
}
_GPL = re.compile(r"\b(general public license|gnu (l|lesser |library )?gpl)\b")
_PARAGRAPHS = re.compile(r"\n[ \t]*\n")
_FIELD = re.compile(r"^([\w-]+):[ ]*", re.MULTILINE)


def licence_of(library: str, text: str) -> str:
    """Return the licence of a library by what Debian says about its package.

    Args:
        library: Its name, without `lib` and suffix.
        text: What Debian says.

    Returns:
        An SPDX expression, or else the words of Debian; empty if the text does not tell.
    """
    if library in NOT_TOLD:
        return ""
    if text.startswith("Format:"):
        return machine_readable_licence(text, _SOURCES.get(library, ""))
    return recognised_licences(text)


def machine_readable_licence(text: str, source: str = "") -> str:
    """Return the licence of a source file, or by default of most, in the words of SPDX if possible.

    Empty if the text is not in the form of Debian for programs.
    """
    if not text.startswith("Format:"):
        return ""
    paragraphs = [_fields(paragraph) for paragraph in _PARAGRAPHS.split(text)]
    bodies: dict[str, str] = {}
    found = ""
    for fields in paragraphs:
        name, _, body = fields.get("License", "").partition("\n")
        if body.strip():
            bodies.setdefault(name.strip(), body)
        if any(_covers(pattern, source) for pattern in fields.get("Files", "").split()):
            found = name.strip()  # the last one counts
    spelt = _SPDX.sub(lambda matched: _spdx_name(matched[0], bodies), _spelt(found))
    if " OR " in spelt or "(" in spelt:
        return spelt
    return " AND ".join(dict.fromkeys(spelt.split(" AND ")))  # two names may mean the same


def recognised_licences(text: str) -> str:
    """Return all licences by whose sentences a text says what is permitted, joined by AND.

    Of the BSD licences, only the one that asks for most. Empty if none is found, or if the text
    speaks of the GPL or LGPL: which files have these, only a reader can tell.
    """
    words = " ".join(line.lstrip(" .") for line in text.casefold().splitlines())
    words = re.sub(r"\s+", " ", words)
    if _EXCEPTION in words:
        return "GPL-3.0-or-later WITH GCC-exception-3.1"
    if _GPL.search(words):
        return ""
    found = [licence for licence, sentence in _SENTENCES.items() if sentence in words]
    if _BSD in words:
        variants = (name for name, sentence in _BSD_VARIANTS.items() if sentence in words)
        found.append(next(variants, "BSD-2-Clause"))
    return " AND ".join(sorted(found))


# A name of Debian, with its exception; also what joins two.
_SPDX = re.compile(r"[^\s()]+(?: with .+? exception| Consortium License)?")


def _spdx_name(name: str, bodies: dict[str, str]) -> str:
    """Return what SPDX calls a licence: by its name, or else by its text."""
    if name in {"AND", "OR"} or name in TERMS:
        return name
    return _SPDX_NAMES.get(name) or recognised_licences(bodies.get(name, "")) or name


def _spelt(words: str) -> str:
    """Return an expression of Debian with the operators of SPDX: a comma binds least."""
    parts = re.split(r", and ", words)
    spelt = [re.sub(r"\b(and|or)\b", lambda matched: matched[0].upper(), part) for part in parts]
    return " AND ".join(f"({part})" for part in spelt) if len(spelt) > 1 else spelt[0]


def _covers(pattern: str, source: str) -> bool:
    return pattern == "*" or (source != "" and fnmatch.fnmatchcase(source, pattern))


def _fields(paragraph: str) -> dict[str, str]:
    """Return the fields of a paragraph; later lines begin with a blank, and belong to it."""
    words = _FIELD.split(paragraph)[1:]
    return dict(zip(words[::2], words[1::2], strict=True))
