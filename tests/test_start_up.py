"""Starting the program: what is wrong is told in a line or two, and nothing ever in a traceback."""

import asyncio
import os
import shutil
import signal
import socket
import sqlite3
import sys
from collections.abc import AsyncIterator
from contextlib import closing
from pathlib import Path

import aiohttp
import pytest
import pytest_asyncio

from sandbox.demo import committee_world
from sandbox.server import Chat
from storage.committees import Storage
from storage.database import FILE_NAME
from tests.support.database import query
from tests.support.programs import ROOT, Program, connected_program, program


async def assert_fatal(running: Program, *told: str) -> None:
    """It ends at once, with a code, and three lines at most, in all."""
    code = await running.end()
    assert code not in (0, None)
    lines = [line for line in running.lines if line.strip()]
    assert 1 <= len(lines) <= 3, running.output
    assert "Traceback" not in running.output
    for text in told:
        assert text in running.output


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


async def test_a_token_that_is_reset_while_it_runs_is_told(tmp_path: Path) -> None:
    async with (
        Chat(committee_world(), port=0) as chat,
        connected_program(chat, data=tmp_path) as running,
    ):
        await running.line("ready")
        running.lines.clear()
        for connection in tuple(chat.gateway.connections):
            await connection.close(4004)
        await assert_fatal(running, "Discord closed the connection", "token")


async def test_intents_that_discord_does_not_allow_are_told(tmp_path: Path) -> None:
    async with (
        Chat(committee_world(), port=0) as chat,
        connected_program(chat, data=tmp_path) as running,
    ):
        await running.line("ready")
        running.lines.clear()
        for connection in tuple(chat.gateway.connections):
            await connection.close(4014)
        await assert_fatal(running, "Discord closed the connection", "intents")


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


async def test_everything_wrong_in_the_configuration_is_told_at_once(tmp_path: Path) -> None:
    wrong = {"VIGIE_PORT": "abc", "VIGIE_TZ": "Mars/Olympus", "VIGIE_LOG": "loud"}
    async with program(data=tmp_path / "data", variables=wrong) as running:
        await assert_fatal(running, *wrong)
    assert not (tmp_path / "data").exists(), "nothing is made before all is right"


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("VIGIE_PORT", "70000"),
        ("VIGIE_PORT", "-1"),
        ("VIGIE_TZ", "../../etc/passwd"),
        ("VIGIE_TZ", "Amérique/Montréal"),
        ("DISCORD_TOKEN", "Bot a.b.c"),
        ("DISCORD_TOKEN", "a.b.\nc"),
        ("DISCORD_TOKEN", "jeton-à-mettre-ici"),
    ],
)
async def test_each_variable_is_checked(tmp_path: Path, name: str, value: str) -> None:
    async with program(data=tmp_path, variables={name: value}) as running:
        await assert_fatal(running, name)


async def test_a_python_without_the_libraries_is_told_what_to_use(tmp_path: Path) -> None:
    async with program(data=tmp_path / "data", flags=["-S"]) as running:
        await assert_fatal(running, "make run")
    assert not (tmp_path / "data").exists()


async def test_a_blank_variable_counts_as_not_set(tmp_path: Path) -> None:
    blank = {"DISCORD_TOKEN": "  ", "VIGIE_TZ": "", "VIGIE_LOG": ""}
    async with program(data=tmp_path, variables=blank) as running:
        await running.line("http://127.0.0.1:")
        assert await running.stop() == 0


async def test_a_data_folder_held_by_another_instance_is_told(tmp_path: Path) -> None:
    with closing(Storage.open(tmp_path)):
        async with program(data=tmp_path) as running:
            await assert_fatal(running, "another Vigie", str(tmp_path))
    async with program(data=tmp_path) as running:
        await running.line("http://127.0.0.1:")
        assert await running.stop() == 0


@pytest.mark.skipif(sys.platform != "linux", reason="root's powers are dropped as Linux does")
async def test_a_data_folder_that_is_read_only_is_told(tmp_path: Path) -> None:
    data = tmp_path / "data"
    data.mkdir(mode=0o555)
    async with program(data=data, powerless=True) as running:
        await assert_fatal(running, str(data))


@pytest.mark.skipif(sys.platform != "linux", reason="root's powers are dropped as Linux does")
async def test_a_database_that_is_read_only_is_told(tmp_path: Path) -> None:
    with closing(Storage.open(tmp_path)):
        pass
    for path, mode in ((tmp_path / FILE_NAME, 0o444), (tmp_path, 0o555)):
        os.chmod(path, mode)  # noqa: PTH101 - pathlib's own is refused in async functions
    async with program(data=tmp_path, powerless=True) as running:
        await assert_fatal(running, str(tmp_path))


async def test_a_data_folder_that_is_a_file_is_told(tmp_path: Path) -> None:
    (tmp_path / "data").write_text("not a folder")
    async with program(data=tmp_path / "data") as running:
        await assert_fatal(running, str(tmp_path / "data"))


async def test_a_database_that_is_none_is_told_and_left_alone(tmp_path: Path) -> None:
    (tmp_path / FILE_NAME).write_text("not a database" * 100)
    async with program(data=tmp_path) as running:
        await assert_fatal(running, FILE_NAME)
    assert (tmp_path / FILE_NAME).read_text() == "not a database" * 100


async def test_a_chat_that_was_badly_kept_does_not_stop_the_start(tmp_path: Path) -> None:
    (tmp_path / "clavardage.json").write_text("{ this is not")
    async with program(data=tmp_path) as running:
        await running.line("http://127.0.0.1:")
        assert await running.stop() == 0
        assert "Traceback" not in running.output


@pytest.fixture
def copy_of_the_program(tmp_path: Path) -> Path:
    """The program in another folder, where a `.env` may be put beside it."""
    here = tmp_path / "program"
    here.mkdir()
    shutil.copy(ROOT / "bot.py", here)
    for room in ("plan", "storage", "replies", "reports", "reminders", "commands", "sandbox"):
        if (ROOT / room).is_dir():
            shutil.copytree(ROOT / room, here / room, ignore=shutil.ignore_patterns("__pycache__"))
    return here


async def test_the_env_file_beside_the_program_is_read(
    copy_of_the_program: Path, tmp_path: Path
) -> None:
    (copy_of_the_program / ".env").write_text('VIGIE_TZ="Mars"\nVIGIE_LOG=INFO\n')
    data = tmp_path / "data"
    async with program(root=copy_of_the_program, data=data) as running:
        await assert_fatal(running, "VIGIE_TZ")
    async with program(
        root=copy_of_the_program, data=data, variables={"VIGIE_TZ": "UTC"}
    ) as running:
        await running.line("http://127.0.0.1:")
        assert await running.stop() == 0, "the environment comes before the file"


async def test_what_could_not_be_loaded_ahead_is_told(
    copy_of_the_program: Path, tmp_path: Path
) -> None:
    (copy_of_the_program / "commands" / "asking.py").write_text('raise OSError("broken")\n')
    async with program(root=copy_of_the_program, data=tmp_path / "data") as running:
        await running.line("commands.asking could not be loaded")
        await running.line("OSError: broken")
        assert await running.stop() == 0


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


async def test_the_database_can_be_read_while_it_runs(tmp_path: Path) -> None:
    async with (
        Chat(committee_world(), port=0) as chat,
        connected_program(chat, data=tmp_path) as running,
    ):
        await running.line("ready")
        with closing(sqlite3.connect(tmp_path / FILE_NAME)) as connection:
            assert connection.execute("SELECT count(*) FROM measure").fetchone() == (22,)
        assert await running.stop() == 0
