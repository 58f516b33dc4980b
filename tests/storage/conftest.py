"""What the tests of the storage alone start from."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from storage.committees import Storage
from storage.shipped import shipped_plan
from tests.support.house import START


@pytest.fixture
def storage(tmp_path: Path) -> Iterator[Storage]:
    """A data folder with one committee, 1, and the plan that ships."""
    opened = Storage.open(tmp_path)
    opened.welcome(1, "Un", shipped_plan, START)
    yield opened
    opened.close()
