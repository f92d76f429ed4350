"""The types of pictures that systems offer Lookalike for: one table for Linux, Windows and macOS.

Linux knows a picture by its MIME type, Windows and macOS by the suffix of its name.
"""

from __future__ import annotations

# Each line: a MIME type, and the suffixes of its files. A RAW format without a type of its own in
# shared-mime-info is under the type that KDE gives to all of them.
_TABLE = """
image/apng .apng
image/avif .avif .avifs
image/bmp .bmp .dib
image/gif .gif
image/heic .heic .heics
image/heif .heif .heifs .hif
image/jp2 .jp2
image/jpeg .jpg .jpeg .jpe .jfif .jif .mpo
image/jpm .jpm
image/jpx .jpf .jpx
image/png .png
image/tiff .tif .tiff
image/webp .webp
image/x-adobe-dng .dng
image/x-canon-cr2 .cr2
image/x-canon-cr3 .cr3
image/x-canon-crw .crw
image/x-fuji-raf .raf
image/x-jp2-codestream .j2c .j2k .jpc
image/x-kde-raw .3fr .erf .fff .iiq .mef .mos .rwl
image/x-kodak-dcr .dcr
image/x-kodak-kdc .kdc
image/x-minolta-mrw .mrw
image/x-nikon-nef .nef
image/x-nikon-nrw .nrw
image/x-olympus-orf .orf
image/x-panasonic-rw .raw
image/x-panasonic-rw2 .rw2
image/x-pentax-pef .pef
image/x-samsung-srw .srw
image/x-sigma-x3f .x3f
image/x-sony-arw .arw
image/x-sony-sr2 .sr2
image/x-sony-srf .srf
"""

_ROWS = [line.split() for line in _TABLE.split("\n") if line]
MIME_TYPES = tuple(row[0] for row in _ROWS)
SUFFIXES = tuple(suffix for row in _ROWS for suffix in row[1:])
