"""The front door: settings → storage → reminders → commands → client, and the command line."""

import argparse
import asyncio
import contextlib
import logging
import signal
import sys
from collections.abc import AsyncIterator, Sequence
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from commands.client import Vigie
    from commands.configuration import Configuration
    from sandbox.world import World
    from storage.committees import Storage

log = logging.getLogger("vigie")
HERE = Path(__file__).resolve().parent


class SystemClock:
    """The machine's clock."""

    def now(self) -> datetime:
        """The current time, aware, in UTC."""
        return datetime.now(UTC)


def run(configuration: "Configuration") -> int:
    """Run the bot until it is told to stop. Returns the process's exit code.

    A signal that comes while it starts is noted, not raised: an import would swallow it.
    """
    told_to_stop: list[int] = []
    for number in (signal.SIGINT, signal.SIGTERM):  # until the event loop takes over
        signal.signal(number, lambda number, _frame: told_to_stop.append(number))
    from commands.connection import set_log
    from storage.committees import Storage

    set_log(configuration.log_level)
    storage = Storage.open(configuration.data)
    try:
        return asyncio.run(_serve(configuration, storage, told_to_stop))
    finally:
        storage.close()


async def _serve(
    configuration: "Configuration", storage: "Storage", told_to_stop: Sequence[int]
) -> int:
    from commands.client import Vigie
    from commands.context import Services
    from commands.stopping import stop_on_signal
    from reminders.service import ReminderService
    from storage.shipped import shipped_plan

    clock = SystemClock()
    reminders = ReminderService(storage, configuration.zone, clock.now)
    client = Vigie(Services(storage, reminders, clock, configuration.zone, shipped_plan))
    stopping = stop_on_signal(client, reminders)
    if told_to_stop:
        return 0
    try:
        async with _chat(configuration, storage) as token, client:
            await _stay_connected(client, token)
    except asyncio.CancelledError:
        if not stopping:
            raise
    except Exception as error:
        return _ended_by(error, was_stopping=bool(stopping))
    return 0


async def _stay_connected(client: "Vigie", token: str) -> None:
    from commands.warming import warm_up

    warming = asyncio.create_task(warm_up(client))
    try:
        await client.start(token)
    finally:
        warming.cancel()


def _ended_by(error: Exception, *, was_stopping: bool) -> int:
    """The exit code where the connection ended by an error; one that nobody foresaw is raised."""
    from commands.connection import connection_problem

    if was_stopping:  # told to stop before it was connected: what it was doing was cut short
        log.warning("the stop cut short what was under way: %s: %s", type(error).__name__, error)
        return 0
    problem = connection_problem(error)
    if problem is None:
        raise error
    return fail(problem)


@contextlib.asynccontextmanager
async def _chat(configuration: "Configuration", storage: "Storage") -> AsyncIterator[str]:
    """Give the token to connect with: Discord's, or that of the embedded chat, started here."""
    if configuration.token is not None:
        yield configuration.token
        return
    import discord
    from yarl import URL

    from sandbox.demo import committee_world
    from sandbox.server import Chat

    kept = configuration.data / "clavardage.json"
    async with Chat(committee_world(), port=configuration.port, state_path=kept) as chat:
        _introduce(chat.world, storage)
        discord.http.Route.BASE = chat.api_url
        discord.gateway.DiscordWebSocket.DEFAULT_GATEWAY = URL(chat.gateway_url)
        print(f"Vigie: ouvrez {chat.base_url} dans un navigateur (Ctrl-C pour arrêter)", flush=True)
        yield chat.token


def _introduce(world: "World", storage: "Storage") -> None:
    """At the first start, let the people of the embedded chat have the rights their roles tell."""
    from dataclasses import replace

    from plan.team import Assignment
    from sandbox.demo import COORDINATION, RESPONDENTS, RESPONDENTS_OF
    from storage.shipped import shipped_plan

    for guild in world.guilds.values():
        if guild.id in storage.committee_ids():
            continue
        roles = {role.name: role.id for role in guild.roles.values()}
        now = SystemClock().now()
        committee = storage.welcome(guild.id, guild.name, shipped_plan, now)
        if COORDINATION in roles:
            committee.change_settings(
                replace(committee.settings(), coordination_role=roles[COORDINATION])
            )
        if RESPONDENTS in roles:
            committee.team.assign(
                Assignment(0, RESPONDENTS_OF, None, roles[RESPONDENTS], RESPONDENTS)
            )


def import_plan(configuration: "Configuration", file: Path, server: int | None) -> int:
    """Put the plan of a bilan document in force: all of it, or nothing where it is malformed."""
    from plan.consistency import counts
    from storage.bilan_import import ImportRefusedError, import_bilan

    now = SystemClock().now()
    today = now.astimezone(configuration.zone).date()
    try:
        plan, target = import_bilan(configuration.data, file, server, today, now)
    except ImportRefusedError as error:
        for problem in error.problems:
            print(problem, file=sys.stderr)
        return fail(str(error))
    print(f"{plan.title}: {counts(plan)}")
    print("in force for " + (f"server {target}" if target else "the servers seen from now on"))
    return 0


def back_up(configuration: "Configuration", file: Path) -> int:
    """Copy the database to a file; the bot may be running."""
    from storage.backup import back_up as copy

    copy(configuration.data, file)
    print(f"backed up to {file}")
    return 0


def restore(configuration: "Configuration", file: Path) -> int:
    """Put a copy in the place of the database; the bot must be stopped."""
    from storage.backup import restore as put_back

    kept = put_back(configuration.data, file, datetime.now(UTC))
    print(f"restored from {file}" + (f"; what was there is in {kept}" if kept else ""))
    return 0


def forget_server(configuration: "Configuration", server: int) -> int:
    """Erase all of a server that the bot was removed from; the bot must be stopped."""
    from storage.erasure import ErasureRefusedError, erase_server

    try:
        name = erase_server(configuration.data, server)
    except ErasureRefusedError as error:
        return fail(f"{error}; nothing was erased")
    print(f"server {server} ({name}) is erased; copies by backup and restore keep what they hold")
    return 0


def check() -> int:
    """Print the counts of the plan that ships; fail where something in it does not agree."""
    from storage.shipped import check as check_shipped

    lines, problems = check_shipped()
    for line in (*lines, *problems):
        print(line)
    return 1 if problems else 0


def fail(message: str) -> int:
    """Say on one line why the program cannot go on, and return its exit code."""
    print(f"vigie: {' '.join(message.split())}", file=sys.stderr)
    return 1


def _command_line() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="bot.py",
        description="Vigie: runs on Discord where DISCORD_TOKEN is set, else on an embedded chat.",
    )
    commands = parser.add_subparsers(dest="command", metavar="COMMAND")
    commands.add_parser("run", help="run the bot (what happens without a command)")
    importing = commands.add_parser("import", help="put the plan of a bilan document in force")
    importing.add_argument("file", type=Path, help="the document, in UTF-8 or Windows-1252")
    importing.add_argument("--server", type=int, help="id of the Discord server it is for")
    backing = commands.add_parser("backup", help="copy the database, also while the bot runs")
    backing.add_argument("file", type=Path, help="a file that is not there yet")
    restoring = commands.add_parser("restore", help="put a copy back, while the bot is stopped")
    restoring.add_argument("file", type=Path, help="a file made by backup")
    forgetting = commands.add_parser(
        "forget-server", help="erase all of a server that the bot was removed from"
    )
    forgetting.add_argument("server", type=int, help="id of the Discord server")
    commands.add_parser("check", help="check the plan that ships, and print its counts")
    return parser


def main(arguments: Sequence[str] | None = None) -> int:
    """The command line. Without a command, the bot runs."""
    chosen = _command_line().parse_args(arguments)
    try:
        return _do(chosen)
    except ModuleNotFoundError as error:
        if error.name is None or (HERE / error.name.partition(".")[0]).exists():
            raise
        return fail(f"the module {error.name} is missing: use `make run`, or the .venv it makes")


def _do(chosen: argparse.Namespace) -> int:
    if chosen.command == "check":
        return check()
    from commands.configuration import ConfigurationError, read_configuration
    from storage.database import DataFolderError, refuses_writing

    try:
        return _do_on_data(read_configuration(HERE), chosen)
    except (ConfigurationError, DataFolderError) as error:
        return fail(str(error))
    except Exception as error:
        if not refuses_writing(error):
            raise
        return fail(f"cannot write in the database: {error}; it is as it was")


def _do_on_data(configuration: "Configuration", chosen: argparse.Namespace) -> int:
    match chosen.command:
        case "import":
            return import_plan(configuration, chosen.file, chosen.server)
        case "backup":
            return back_up(configuration, chosen.file)
        case "restore":
            return restore(configuration, chosen.file)
        case "forget-server":
            return forget_server(configuration, chosen.server)
    return run(configuration)


if __name__ == "__main__":
    sys.exit(main())
