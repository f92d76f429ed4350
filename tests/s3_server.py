"""A server of S3 on the loopback: moto's, which keeps its objects in the memory of this process."""

from __future__ import annotations

import itertools
import logging
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest

_HOST = "127.0.0.1"


class Bucket:
    """A bucket of its own for one test.

    Attributes:
        name: Of the bucket.
        address: Of it, s3://name.
        client: What boto3 gives to work with it.
    """

    def __init__(self, client: Any, name: str) -> None:
        self.client, self.name, self.address = client, name, f"s3://{name}"
        client.create_bucket(Bucket=name)

    def put(self, key: str, content: bytes) -> None:
        self.client.put_object(Bucket=self.name, Key=key, Body=content)

    def delete(self, key: str) -> None:
        self.client.delete_object(Bucket=self.name, Key=key)

    def put_folder(self, folder: Path, prefix: str) -> None:
        """Upload the files of a folder and those below it."""
        for path in sorted(folder.rglob("*")):
            if path.is_file():
                self.put(f"{prefix}/{path.relative_to(folder).as_posix()}", path.read_bytes())

    def mtime_ns(self, key: str) -> int:
        head = self.client.head_object(Bucket=self.name, Key=key)
        return int(head["LastModified"].timestamp()) * 10**9


class S3Server:
    """A running server.

    Attributes:
        environment: The variables by which programs find it, and their credentials.
    """

    def __init__(self) -> None:
        self._numbers = itertools.count()
        self._server: Any = None
        self._port = 0
        self.start()
        self.environment = {
            "AWS_ENDPOINT_URL": f"http://{_HOST}:{self._port}",
            "AWS_ACCESS_KEY_ID": "an-id",
            "AWS_SECRET_ACCESS_KEY": "a-secret",
            "AWS_DEFAULT_REGION": "us-east-1",
            "AWS_EC2_METADATA_DISABLED": "true",  # which would be asked on another machine
            "AWS_CONFIG_FILE": "/nowhere",
            "AWS_SHARED_CREDENTIALS_FILE": "/nowhere",
        }

    def start(self) -> None:
        """Start the server, again at the same port if it was stopped; it has kept its objects."""
        from moto.server import ThreadedMotoServer

        self._server = ThreadedMotoServer(_HOST, self._port, verbose=False)
        self._server.start()
        _, self._port = self._server.get_host_and_port()

    def stop(self) -> None:
        self._server.stop()

    def new_bucket(self) -> Bucket:
        import boto3

        client = boto3.client(
            "s3",
            endpoint_url=self.environment["AWS_ENDPOINT_URL"],
            aws_access_key_id="an-id",
            aws_secret_access_key="a-secret",
            region_name="us-east-1",
        )
        return Bucket(client, f"photos-{next(self._numbers)}")


@contextmanager
def no_credentials_are_good_enough() -> Iterator[None]:
    """Inside the block, the server refuses all requests."""
    from moto import settings

    before = settings.INITIAL_NO_AUTH_ACTION_COUNT
    settings.INITIAL_NO_AUTH_ACTION_COUNT = 0
    try:
        yield
    finally:
        settings.INITIAL_NO_AUTH_ACTION_COUNT = before


@contextmanager
def running_s3() -> Iterator[S3Server]:
    """Start a server, and end it with the block."""
    pytest.importorskip("moto.server")
    pytest.importorskip("s3fs")
    logging.getLogger("werkzeug").setLevel(logging.ERROR)
    server = S3Server()
    yield server
    server.stop()
