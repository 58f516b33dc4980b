"""A few edits around kill -9; `make chaos` makes hundreds (see `tests.chaos.updates`)."""

from pathlib import Path

from tests.chaos.updates import run


async def test_every_answered_edit_outlives_the_kill_and_none_is_there_by_halves(
    tmp_path: Path,
) -> None:
    assert await run(5, 3, tmp_path) == []
