"""Stopping the program: what is in hand ends, within seconds."""

import asyncio
import signal
from collections.abc import AsyncIterator
from pathlib import Path

import pytest
import pytest_asyncio

from sandbox.demo import committee_world
from sandbox.server import Chat
from tests.support.database import query
from tests.support.programs import Program, connected_program, program


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGINT], ids=["SIGTERM", "Ctrl-C"])
async def test_it_stops_with_code_0(tmp_path: Path, number: int) -> None:
    async with program(data=tmp_path) as running:
        await running.line("http://127.0.0.1:")
        assert await running.stop(number) == 0
        assert "Traceback" not in running.output
        assert "Unclosed" not in running.output


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGINT], ids=["SIGTERM", "Ctrl-C"])
async def test_told_to_stop_while_it_starts_it_stops_with_code_0(
    tmp_path: Path, number: int
) -> None:
    async with program(data=tmp_path) as running:
        async with asyncio.timeout(20):
            while not any(tmp_path.iterdir()):  # noqa: ASYNC110, ASYNC240
                await asyncio.sleep(0.001)
        assert await running.stop(number) == 0
        assert "Traceback" not in running.output


async def test_a_rehearsal_under_way_does_not_hold_up_the_stop(tmp_path: Path) -> None:
    async with (
        Chat(committee_world(), port=0) as chat,
        connected_program(chat, data=tmp_path) as running,
    ):
        await running.line("ready")
        mathieu = chat.person("Mathieu")
        await mathieu.slash("calendrier ajouter", titre="Bilan", quand="dans 60 jours")
        chat.faults.slow("POST /channels/{channel_id}/messages", 4, times=99)
        begun = await mathieu.slash("rappel repeter", echeance="Bilan")
        assert "Répétition" in (await begun.filled()).text
        assert await running.stop() == 0
        assert not running.output.partition("ready")[2].partition("\n")[2], "it ends in silence"


@pytest_asyncio.fixture
async def busy(tmp_path: Path) -> AsyncIterator[Program]:
    """A program whose post in hand Discord takes a minute to answer."""
    async with Chat(committee_world(), port=0) as chat:
        async with connected_program(chat, data=tmp_path) as running:
            await running.line("ready")
            await chat.person("Mathieu").slash(
                "calendrier ajouter", titre="Dépôt", quand="dans 60 jours", genre="rappel"
            )
            assert await running.stop() == 0
        chat.faults.slow("POST /channels/{channel_id}/messages", 60, times=99)
        later, claimed = 60 * 86_400, "SELECT 1 FROM delivery WHERE status = 'claimed'"
        async with connected_program(chat, data=tmp_path, ahead=later) as running:
            await running.line("ready")
            async with asyncio.timeout(20):
                while not query(tmp_path, claimed):  # noqa: ASYNC110
                    await asyncio.sleep(0.01)
            yield running


async def test_a_post_that_discord_does_not_answer_holds_up_the_stop_for_seconds_only(
    busy: Program,
) -> None:
    async with asyncio.timeout(15):
        assert await busy.stop() == 0
    assert "the next start" in busy.output
    assert "Traceback" not in busy.output


async def test_told_twice_it_stops_at_once(busy: Program) -> None:
    busy.process.send_signal(signal.SIGINT)
    await asyncio.sleep(0.5)
    async with asyncio.timeout(3.5):
        assert await busy.stop(signal.SIGINT) == 0
    assert "at once" in busy.output
    assert "Traceback" not in busy.output
