"""What a file is said to be, by its first bytes and its name."""

from pathlib import Path

import pytest

from desktop_app.core.base.errors import PhotoError, PhotoProblem
from desktop_app.core.photos.picture_formats import PictureFormat
from desktop_app.core.photos.recognition import recognise
from desktop_app.sentences.errors import error_message

MP4 = b"\0\0\0\x20ftypisom\0\0\2\0isomiso2avc1mp41"
HTML = b"<!DOCTYPE html>\n<html><head><title>404</title>"


def refused(name: str, head: bytes) -> PhotoError:
    with pytest.raises(PhotoError) as caught:
        recognise(head, Path(name))
    return caught.value


@pytest.mark.parametrize(
    ("name", "head"),
    [
        ("notes.txt", b""),
        ("desktop.ini", b""),
        (".lock", b""),
        ("writer.lock", b""),
        ("Icon\r", b""),
        ("video.mp4", b""),
        ("video.mp4", MP4),
        ("clip.MOV", b"\0\0\0\x14ftypqt  \0\0\0\0qt  \0\0\0\x08wide"),
        ("notes.txt", b"hello"),
        ("page.html", HTML),
        ("disk.img", bytes(64)),
        ("no suffix", b"?" * 64),
    ],
)
def test_what_is_no_picture_by_name_and_content_is_none(name: str, head: bytes) -> None:
    assert refused(name, head).problem is PhotoProblem.NOT_A_PICTURE


@pytest.mark.parametrize("name", ["IMG_0001.JPG", "a.heic", "a.dng", "a.tif", "a.psd"])
def test_an_empty_file_with_the_name_of_a_photo_is_told(name: str) -> None:
    assert refused(name, b"").problem is PhotoProblem.EMPTY_FILE


@pytest.mark.parametrize("name", ["IMG_0001.JPG", "a.png", "a.cr2", "a.HEIC"])
def test_a_photo_of_zeros_is_told(name: str) -> None:
    assert refused(name, bytes(64)).problem is PhotoProblem.ZEROS
    assert refused(name, bytes(3)).problem is PhotoProblem.ZEROS


@pytest.mark.parametrize(
    "page",
    [
        HTML,
        b"\r\n  <html lang=en>",
        b'<?xml version="1.0"?><Error><Code>AccessDenied</Code>',
        b"\xef\xbb\xbf<!doctype HTML>",
        "\ufeff<html><body>".encode("utf-16-le"),
        b"<head><title>302 Found",
    ],
)
def test_an_error_page_with_the_name_of_a_photo_is_told(page: bytes) -> None:
    assert refused("photo.jpg", page).problem is PhotoProblem.WEB_PAGE


@pytest.mark.parametrize("head", [b"version https://git-lfs.github.com/spec/v1", b'{"error": 404}'])
def test_other_content_with_the_name_of_a_photo_is_no_photo(head: bytes) -> None:
    assert refused("photo.png", head).problem is PhotoProblem.NO_PHOTO


@pytest.mark.parametrize(
    ("name", "head", "format_name"),
    [
        ("a.psd", b"8BPS\0\1" + bytes(58), "PSD"),
        ("a.jpg", b"8BPS\0\1" + bytes(58), "PSD"),
        ("saved", b"gimp xcf v011\0", "XCF"),
        ("a.svg", b'<?xml version="1.0"?><svg xmlns="', "SVG"),
        ("a.png", b'<svg xmlns="http://www.w3.org/2000/svg">', "SVG"),
        ("a.ico", b"\0\0\1\0\1\0" + bytes(58), "ICO"),
        ("a.tga", bytes(64), "TGA"),
        ("a.jpg", b"\0\0\0\x0cJXL \r\n\x87\n", "JPEG XL"),
        ("video.jpg", MP4, "MP4"),
        ("video.jpg", b"RIFF\0\0\0\0AVI LIST", "AVI"),
        ("scan.jpg", b"%PDF-1.7", "PDF"),
        ("new.jpg", b"\xff\x0a\xfa\x1f", "JPEG XL"),
        ("favicon.png", b"\0\0\1\0\1\0\x10\x10", "ICO"),
        ("letter.jpg", b"{\\rtf1\\ansi", "RTF"),
        ("all.jpg", b"PK\x03\x04", "ZIP"),
        ("a.nef", b"PK\x03\x04", "ZIP"),
    ],
)
def test_a_format_that_is_not_read_is_named(name: str, head: bytes, format_name: str) -> None:
    error = refused(name, head)
    assert (error.problem, error.detail) == (PhotoProblem.UNSUPPORTED_FORMAT, format_name)
    assert f"the format {format_name}, which Lookalike does not read" in error_message(error)


def test_a_photo_is_recognised_under_any_name() -> None:
    assert recognise(b"\xff\xd8\xff\xe0", Path("photo.txt")) is PictureFormat.JPEG
    assert recognise(b"\x89PNG\r\n\x1a\n", Path("video.mp4")) is PictureFormat.PNG
