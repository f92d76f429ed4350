"""The model of a stranger's library is checked before a check or a repair runs it."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterator
from functools import partial
from typing import Any

import pytest
from onnx import helper

from desktop_app.core.base.errors import BundleError, BundleProblem
from desktop_app.core.bundle.model_bundle import HASHER
from desktop_app.core.care.checkup import check_library
from desktop_app.core.care.repair import _Repair
from desktop_app.core.catalogue.library_files import LibraryFiles
from tests.core import tiny_bundle
from tests.core.damage import run_sql
from tests.core.tiny_bundle import described, tiny_files, write_folder

STRANGER = "stranger-16"

pytestmark = pytest.mark.usefixtures("quick_trials")


def mend(files: LibraryFiles) -> Iterator[Any]:
    """What a repair does before it indexes, which checks the model again."""
    with files.writing():
        yield from _Repair(files).mend()


@pytest.mark.slow
@pytest.mark.parametrize("look_after", [partial(check_library, full=False), mend])
def test_a_forbidden_network_is_not_run(
    look_after: Callable[[LibraryFiles], Iterator[Any]], files: LibraryFiles
) -> None:
    network = tiny_bundle.hasher()
    network.graph.node.append(helper.make_node("NonZero", ["d"], ["places"]))
    content = {**tiny_files(), HASHER: network.SerializeToString()}
    write_folder(files.models / STRANGER, described(content, model_id=STRANGER))
    run_sql(files.catalogue, f"UPDATE meta SET value = '{STRANGER}' WHERE key = 'model_id'")
    with pytest.raises(BundleError) as caught:
        deque(look_after(files), maxlen=0)
    assert caught.value.problem is BundleProblem.FORBIDDEN_NETWORK
