"""However fast work is asked for, it is done once for all who wait, and for each after it asked."""

import asyncio

import pytest

from reminders.turns import Turns


class Copying:
    """Copies what was written down, slowly."""

    def __init__(self) -> None:
        self.written: list[int] = []
        self.copies: list[list[int]] = []
        self.at_once = 0

    async def work(self) -> None:
        self.at_once += 1
        assert self.at_once == 1
        copy = list(self.written)
        await asyncio.sleep(0.02)
        self.copies.append(copy)
        self.at_once -= 1


async def test_those_who_wait_share_a_turn_and_none_is_lost() -> None:
    copying = Copying()
    turns = Turns(copying.work)

    async def write(number: int) -> None:
        await asyncio.sleep(number / 1_000)
        copying.written.append(number)
        await turns.take()
        assert number in copying.copies[-1]

    await asyncio.gather(*(write(number) for number in range(100)))
    assert copying.copies[-1] == list(range(100))
    assert len(copying.copies) <= 10, "two a turn's time, not one for each who asked"


async def test_what_goes_wrong_is_told_to_all_who_wait_and_the_next_turn_is_taken() -> None:
    tries = 0

    async def work() -> None:
        nonlocal tries
        tries += 1
        if tries == 1:
            raise OSError("once")

    turns = Turns(work)
    outcomes = await asyncio.gather(turns.take(), turns.take(), return_exceptions=True)
    assert [type(each) for each in outcomes] == [OSError, OSError]
    await turns.take()
    assert tries == 2


async def test_one_cut_short_leaves_the_next_its_turn() -> None:
    copying = Copying()
    turns = Turns(copying.work)
    cut = asyncio.create_task(turns.take())
    await asyncio.sleep(0.005)
    cut.cancel()
    with pytest.raises(asyncio.CancelledError):
        await cut
    copying.at_once = 0
    await turns.take()
    assert len(copying.copies) == 1
