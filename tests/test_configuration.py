"""The variables, the data folder and the libraries: what is wrong is told in a line or two."""

import os
import sqlite3
import sys
from contextlib import closing
from pathlib import Path

import pytest

from sandbox.demo import committee_world
from sandbox.server import Chat
from storage.committees import Storage
from storage.database import FILE_NAME
from tests.support.programs import assert_fatal, connected_program, program


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


async def test_the_database_can_be_read_while_it_runs(tmp_path: Path) -> None:
    async with (
        Chat(committee_world(), port=0) as chat,
        connected_program(chat, data=tmp_path) as running,
    ):
        await running.line("ready")
        with closing(sqlite3.connect(tmp_path / FILE_NAME)) as connection:
            assert connection.execute("SELECT count(*) FROM measure").fetchone() == (22,)
        assert await running.stop() == 0
