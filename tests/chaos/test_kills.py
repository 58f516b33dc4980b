"""A short campaign; `make chaos` runs a long one."""

from pathlib import Path

from tests.chaos.kills import campaign


async def test_three_kills_lose_nothing_and_post_nothing_twice(tmp_path: Path) -> None:
    outcome = await campaign(tmp_path, kills=3, seed=3)
    assert sum(outcome.kills[moment] for moment in ("claimed", "posted", "random")) == 3
    assert outcome.notices == 5
    assert outcome.lost == []
    assert outcome.twice == []
