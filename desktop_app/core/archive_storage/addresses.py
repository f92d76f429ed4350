"""Addresses of photos on other machines, such as s3://bucket/photos.

An address is kept as the path that pathlib makes of it, `s3:/bucket/photos`: folders of archives
are absolute, so it is never taken for one, and what lies below it is found as in a folder.
"""

from __future__ import annotations

import re
from pathlib import Path

from desktop_app.core.archive_storage.errors import AddressError, AddressProblem

# What fsspec reads, and what pip adds for it.
PACKAGES = {
    "s3": "lookalike[cluster-s3]",
    "gs": "gcsfs",
    "abfs": "adlfs",
    "sftp": "paramiko",
    "memory": "fsspec",  # of this process only
}
_ADDRESS = re.compile(r"([a-z][a-z0-9+.-]+):[/\\]", re.IGNORECASE)
_PASSWORD = re.compile(r"//[^/@\s]*:(?!\d+/)\S*@")  # it may hold '/' and '@'; a port is none
_SIGNATURE = re.compile(r"\?\S*")


def checked_address(text: str) -> Path:
    """Return the path that stands for an address that somebody has typed.

    Raises AddressError where it is no address of a kind that can be read, or holds a secret.
    """
    address, (scheme, _, rest) = address_path(text), text.partition("://")
    if _PASSWORD.search(text):
        raise AddressError(address, AddressProblem.PASSWORD)
    if scheme.lower() not in PACKAGES:
        raise AddressError(address, AddressProblem.UNKNOWN_SCHEME)
    names = rest.rstrip("/").split("/")
    if {"", ".", ".."} & {*names} or re.search(r"::|[?#\0]", rest):
        raise AddressError(address, AddressProblem.NOT_PLAIN)
    return address


def address_path(text: str) -> Path:
    """Return the path that stands for any address, without what may be secret in it."""
    scheme, _, rest = text.partition("://")
    return Path(f"{scheme.lower()}:/{without_secrets('//' + rest)[2:]}")


def is_address_path(path: Path) -> bool:
    """Whether a path stands for an address, also one that cannot be read."""
    return bool(_scheme_of(path))


def shown_path(path: Path) -> str:
    """Return a path as people write it: the address that it stands for, if it does."""
    return address_of(path) if is_address_path(path) else str(path)


def address_of(path: Path) -> str:
    """Return the address that a path stands for."""
    return path.as_posix().replace(":/", "://", 1)


def package_for(path: Path) -> str:
    """Return what pip adds to read an address. Raises AddressError where nothing reads it."""
    package = PACKAGES.get(_scheme_of(path))
    if package is None:
        raise AddressError(path, AddressProblem.UNKNOWN_SCHEME)
    return package


def without_secrets(text: str) -> str:
    """Leave passwords and signatures of addresses out of a text."""
    return _SIGNATURE.sub("", _PASSWORD.sub("//", text)) if "//" in text else text


def _scheme_of(path: Path) -> str:
    found = _ADDRESS.match(str(path))
    return found[1] if found else ""
