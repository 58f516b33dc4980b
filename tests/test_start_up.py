"""Starting the program: what is wrong is told in a line or two, and nothing ever in a traceback."""

import asyncio
import socket
from contextlib import closing
from pathlib import Path

import aiohttp
import pytest

from sandbox.demo import committee_world
from sandbox.server import Chat
from storage.database import FILE_NAME
from tests.support.programs import assert_fatal, connected_program, program


async def test_it_starts_and_says_where_its_page_is(tmp_path: Path) -> None:
    async with program(data=tmp_path / "data") as running:
        line = await running.line("http://127.0.0.1:")
        address = next(word for word in line.split() if word.startswith("http"))
        async with aiohttp.ClientSession() as session, session.get(address) as page:
            assert page.status == 200
            assert "<html" in await page.text()
        assert (tmp_path / "data" / FILE_NAME).is_file()
        assert await running.stop() == 0
        assert "Traceback" not in running.output


async def test_a_port_that_is_taken_gives_way_to_the_next_and_it_is_said(tmp_path: Path) -> None:
    with closing(socket.create_server(("127.0.0.1", 0))) as taken:
        port = taken.getsockname()[1]
        async with program(data=tmp_path, variables={"VIGIE_PORT": str(port)}) as running:
            line = await running.line("http://127.0.0.1:")
            address = next(word for word in line.split() if word.startswith("http"))
            assert int(address.rstrip("/").rpartition(":")[2]) > port
            assert str(port) in running.output
            assert await running.stop() == 0


async def test_a_chat_without_a_free_port_is_told(tmp_path: Path) -> None:
    with closing(socket.create_server(("127.0.0.1", 65535))):
        async with program(data=tmp_path, variables={"VIGIE_PORT": "65535"}) as running:
            await assert_fatal(running, "no free port", "VIGIE_PORT")
    assert "Discord" not in running.output


async def test_what_the_machine_refuses_is_not_taken_for_the_network(tmp_path: Path) -> None:
    (tmp_path / "clavardage.json").symlink_to("x" * 300)
    async with program(data=tmp_path) as running:
        await assert_fatal(running, "this machine", "clavardage.json")
    assert "Discord" not in running.output


async def test_a_wrong_token_is_told(tmp_path: Path) -> None:
    async with (
        Chat(committee_world(), port=0) as chat,
        connected_program(chat, data=tmp_path, token="not.the.token") as running,
    ):
        await assert_fatal(running, "token", "DISCORD_TOKEN")
        assert "not.the.token" not in running.output


@pytest.mark.parametrize(("code", "told"), [(4004, "token"), (4014, "intents")])
async def test_a_connection_that_discord_closes_for_good_is_told(
    tmp_path: Path, code: int, told: str
) -> None:
    async with (
        Chat(committee_world(), port=0) as chat,
        connected_program(chat, data=tmp_path) as running,
    ):
        await running.line("ready")
        running.lines.clear()
        for connection in tuple(chat.gateway.connections):
            await connection.close(code)
        await assert_fatal(running, "Discord closed the connection", told)


async def test_a_lost_connection_is_told_in_a_line_and_taken_up_again(tmp_path: Path) -> None:
    async with (
        Chat(committee_world(), port=0) as chat,
        connected_program(chat, data=tmp_path) as running,
    ):
        await running.line("ready")
        await chat.stop()
        told = await running.line("Attempting a reconnect")
        assert "WARNING" in told
        assert "connection lost: " in told
        assert len(told) < 400, told
        await chat.start()
        async with asyncio.timeout(20):
            while not chat.bot_online:  # noqa: ASYNC110
                await asyncio.sleep(0.05)
        assert await running.stop() == 0
        assert "Traceback" not in running.output


async def test_no_network_is_told(tmp_path: Path) -> None:
    async with connected_program(None, data=tmp_path) as running:
        await assert_fatal(running, "cannot be reached")


async def test_a_discord_that_is_broken_is_told(tmp_path: Path) -> None:
    async with Chat(committee_world(), port=0) as chat:
        chat.faults.fail("GET /users/@me", times=99, status=503)
        async with connected_program(chat, data=tmp_path) as running:
            await assert_fatal(running, "Discord")


async def test_commands_that_discord_refuses_are_told(tmp_path: Path) -> None:
    async with Chat(committee_world(), port=0) as chat:
        chat.faults.fail("PUT /applications/{application_id}/commands", status=400)
        async with connected_program(chat, data=tmp_path) as running:
            await assert_fatal(running, "Discord refuses")


async def test_commands_that_discord_does_not_list_are_registered_anew(tmp_path: Path) -> None:
    async with Chat(committee_world(), port=0) as chat:
        chat.faults.fail("GET /applications/{application_id}/commands", status=404)
        async with connected_program(chat, data=tmp_path) as running:
            await running.line("commands registered")
            await running.line("ready")
            assert await running.stop() == 0


async def test_what_could_not_be_loaded_ahead_is_told(
    copy_of_the_program: Path, tmp_path: Path
) -> None:
    (copy_of_the_program / "commands" / "asking.py").write_text('raise OSError("broken")\n')
    async with program(root=copy_of_the_program, data=tmp_path / "data") as running:
        await running.line("commands.asking could not be loaded")
        await running.line("OSError: broken")
        assert await running.stop() == 0
