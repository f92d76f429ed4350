"""An address is kept as a path, and holds no secret."""

from __future__ import annotations

from pathlib import Path

import pytest

from desktop_app.core.archive_storage.addresses import (
    checked_address,
    is_address_path,
    shown_path,
    without_secrets,
)
from desktop_app.core.archive_storage.errors import AddressError, AddressProblem
from desktop_app.sentences.errors import error_message


@pytest.mark.parametrize("text", ["s3://bucket", "s3://bucket/a b/é", "sftp://me@host:22/a@b"])
def test_an_address_is_shown_as_it_was_typed(text: str) -> None:
    path = checked_address(text)
    assert is_address_path(path)
    assert shown_path(path) == text
    assert shown_path(path / "trip" / "a.jpg") == f"{text}/trip/a.jpg"


def test_a_slash_at_the_end_and_the_case_of_the_scheme_do_not_matter() -> None:
    assert checked_address("S3://Bucket/photos/") == checked_address("s3://Bucket/photos")


def test_a_folder_is_no_address(tmp_path: Path) -> None:
    assert not is_address_path(tmp_path)
    assert shown_path(tmp_path) == str(tmp_path)


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        ("s3://key:secret@bucket/photos", AddressProblem.PASSWORD),
        ("sftp://me:se@cret@host/photos", AddressProblem.PASSWORD),
        ("s3://key:sec/ret/secret@bucket", AddressProblem.PASSWORD),
        ("ftp://host/photos", AddressProblem.UNKNOWN_SCHEME),
        ("https://host/photos?X-Amz-Signature=secret", AddressProblem.UNKNOWN_SCHEME),
        ("s3://bucket/../other", AddressProblem.NOT_PLAIN),
        ("s3://bucket//photos", AddressProblem.NOT_PLAIN),
        ("s3://", AddressProblem.NOT_PLAIN),
        ("s3://bucket/a::file://b", AddressProblem.NOT_PLAIN),
        ("s3://bucket/photos?versionId=secret", AddressProblem.NOT_PLAIN),
    ],
)
def test_an_address_that_is_refused_is_named_without_its_secret(
    text: str, problem: AddressProblem
) -> None:
    with pytest.raises(AddressError) as caught:
        checked_address(text)
    assert caught.value.problem is problem
    message = error_message(caught.value)
    assert text.split("://", maxsplit=1)[0] + "://" in message
    assert "secret" not in message
    assert "cret" not in message


def test_secrets_are_left_out_of_what_a_storage_answers() -> None:
    answer = 'no route to "https://id:se@cret@host/b/k?X-Amz-Signature=secret" after 5 tries'
    assert without_secrets(answer) == 'no route to "https://host/b/k after 5 tries'
    assert without_secrets("is it there? no") == "is it there? no"
