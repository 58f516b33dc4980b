"""What every test of the bot starts from."""

import os
import shutil
from collections.abc import AsyncIterator
from pathlib import Path

import hypothesis
import pytest
import pytest_asyncio

from tests.support.house import House, open_house
from tests.support.openapi import check_requests, description_path
from tests.support.programs import ROOT

# How long one example takes says nothing on a machine that other programs share.
hypothesis.settings.register_profile("house", deadline=None)
hypothesis.settings.load_profile("house")


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """Say what was not held, where Discord's description of its API is not there."""
    if not description_path().is_file():
        told = "requests were not held against Discord's own description: no discord/openapi.json"
        terminalreporter.write_line(told)


@pytest_asyncio.fixture
async def house(tmp_path: Path) -> AsyncIterator[House]:
    """A running bot; afterwards, every request it made is held against Discord's description."""
    async with open_house(tmp_path / "data") as running:
        yield running
        described = description_path().is_file()
        problems = check_requests(running.chat.recorded) if described else []
    assert problems == []


@pytest.fixture(scope="session")
def shared() -> Path:
    """The folder of source documents; checks that need it are skipped without it."""
    default = Path(__file__).resolve().parents[2] / "shared"
    folder = Path(os.environ.get("VIGIE_SHARED", default))
    if not folder.is_dir():
        pytest.skip("the folder of source documents is not beside the project")
    return folder


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
