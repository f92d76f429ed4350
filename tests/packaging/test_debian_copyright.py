"""How licences are read in what Debian says about a package."""

from __future__ import annotations

import pytest
from licensing.debian_copyright import licence_of, machine_readable_licence, recognised_licences

FORM = """\
Format: https://www.debian.org/doc/packaging-manuals/copyright-format/1.0/

Files: *
Copyright: Somebody
License: {most}

Files: libuuid/* other/*
Copyright: Somebody else
License: BSD-3-clause

Files: debian/*
License: GPL-3+

License: Own
 Permission is hereby granted, free of charge, to any person
 obtaining a copy of this software.
"""
BSD = """
Redistribution and use in source and binary forms, with or without
modification, are permitted.
"""


@pytest.mark.parametrize(
    ("most", "licence"),
    [
        ("Expat", "MIT"),
        ("Expat or LGPL-2+", "MIT OR LGPL-2.0-or-later"),
        ("PD and public-domain and Zlib", "LicenseRef-Public-Domain AND Zlib"),
        ("GPL-2 or GPL-3, and Zlib", "(GPL-2.0-only OR GPL-3.0-only) AND (Zlib)"),
        (
            "BSD-3-clause-Cambridge with BINARY LIBRARY-LIKE PACKAGES exception or Expat",
            "BSD-3-Clause OR MIT",
        ),
        ("MIT/X Consortium License", "MIT"),
        ("Own and Zlib", "MIT AND Zlib"),
        ("Unheard-Of", "Unheard-Of"),
    ],
)
def test_the_licence_of_most_files_is_told_in_words_of_spdx(most: str, licence: str) -> None:
    assert machine_readable_licence(FORM.format(most=most)) == licence


def test_a_library_has_the_licence_of_its_own_folder_in_the_source() -> None:
    text = FORM.format(most="GPL-2+")
    assert licence_of("uuid", text) == "BSD-3-Clause"
    assert licence_of("blkid", text) == "GPL-2.0-or-later"


def test_what_debian_says_too_coarsely_is_not_taken() -> None:
    assert licence_of("com_err", FORM.format(most="GPL-2")) == ""


@pytest.mark.parametrize(
    ("words", "licence"),
    [
        ("Permission is hereby granted, free of\n charge, to any person obtaining a copy", "MIT"),
        (
            "Permission to use, copy, modify, distribute, and sell this software",
            "HPND-sell-variant",
        ),
        (BSD, "BSD-2-Clause"),
        (f"{BSD} The names may not be used to endorse or promote products.", "BSD-3-Clause"),
        (f"{BSD} Altered source versions must be plainly marked.", "bzip2-1.0.6"),
        (
            f"{BSD} Permission is hereby granted, free of charge, to any person obtaining a copy",
            "BSD-2-Clause AND MIT",
        ),
        (
            "the GNU General Public License with the GCC Runtime Library Exception",
            "GPL-3.0-or-later WITH GCC-exception-3.1",
        ),
        ("All rights reserved.", ""),
    ],
)
def test_prose_is_known_by_the_sentences_of_licences(words: str, licence: str) -> None:
    assert recognised_licences(words) == licence


@pytest.mark.parametrize("words", ["the GNU General Public License", "GNU Lesser GPL", "GNU GPL"])
def test_prose_that_speaks_of_the_gpl_is_left_to_a_reader(words: str) -> None:
    assert recognised_licences(f"{BSD} Some files are under {words}.") == ""
