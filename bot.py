"""The front door: settings → storage → reminders → commands → client, and the command line."""

import argparse
import asyncio
import contextlib
import gc
import logging
import os
import signal
import sys
from collections.abc import AsyncIterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

if TYPE_CHECKING:
    from commands.client import Vigie
    from reminders.service import ReminderService
    from sandbox.world import World
    from storage.committee import Storage

HERE = Path(__file__).resolve().parent
_TOKEN_REFUSED = 4004  # the gateway's code
LOG_LEVELS = ("DEBUG", "INFO", "WARNING", "ERROR")
log = logging.getLogger("vigie")


class SystemClock:
    """The machine's clock."""

    def now(self) -> datetime:
        """The current time, aware, in UTC."""
        return datetime.now(UTC)


@dataclass(frozen=True, slots=True)
class Configuration:
    """What the environment says. `token` None means the embedded chat."""

    token: str | None
    data: Path
    port: int
    zone: ZoneInfo
    log_level: str


class ConfigurationError(Exception):
    """The environment is wrong; the message tells everything that is, on one line."""


def read_configuration(environment: Mapping[str, str]) -> Configuration:
    """Check every variable, and tell all that is wrong at once. A blank one counts as not set.

    Raises:
        ConfigurationError: something is.
    """

    def value(name: str, default: str) -> str:
        return environment.get(name, "").strip() or default

    wrong = []
    token = value("DISCORD_TOKEN", "")
    port, zone, level = 0, ZoneInfo("UTC"), value("VIGIE_LOG", "INFO").upper()
    try:
        port = int(value("VIGIE_PORT", "8080"))
        if not 0 <= port <= 65535:
            raise ValueError
    except ValueError:
        wrong.append("VIGIE_PORT must be a port number from 0 to 65535")
    try:
        zone = ZoneInfo(value("VIGIE_TZ", "America/Toronto"))
    except (KeyError, ValueError, OSError):
        wrong.append("VIGIE_TZ must be a time zone such as America/Toronto")
    if level not in LOG_LEVELS:
        wrong.append(f"VIGIE_LOG must be one of {', '.join(LOG_LEVELS)}")
    if not (token.isascii() and token.isprintable() and " " not in token):
        wrong.append("DISCORD_TOKEN must be the token alone, as Discord gives it")
    if wrong:
        raise ConfigurationError("; ".join(wrong))
    return Configuration(
        token=token or None,
        data=HERE / value("VIGIE_DATA", "data"),
        port=port,
        zone=zone,
        log_level=level,
    )


def run(configuration: Configuration) -> int:
    """Run the bot until it is told to stop. Returns the process's exit code."""
    signal.signal(signal.SIGTERM, signal.default_int_handler)  # until the event loop takes over
    try:
        return _run(configuration)
    except KeyboardInterrupt:
        return 0


def _run(configuration: Configuration) -> int:
    from storage.committee import Storage
    from storage.database import DataFolderError

    try:
        storage = Storage.open(configuration.data)
    except DataFolderError as error:
        return fail(str(error))
    try:
        return asyncio.run(_serve(configuration, storage))
    finally:
        storage.close()


async def _serve(configuration: Configuration, storage: "Storage") -> int:
    from commands.client import Vigie
    from commands.context import Services
    from reminders.service import ReminderService
    from storage.shipped import shipped_plan

    clock = SystemClock()
    reminders = ReminderService(storage, configuration.zone, clock.now)
    client = Vigie(Services(storage, reminders, clock, configuration.zone, shipped_plan))
    stopping = _stop_on_signal(client, reminders)
    try:
        async with _chat(configuration, storage) as token, client:
            warming = asyncio.create_task(_warm_up(client))
            try:
                await client.start(token)
            finally:
                warming.cancel()
    except Exception as error:
        if stopping:  # told to stop before it was connected: what it was doing was cut short
            return 0
        problem = _connection_problem(error)
        if problem is None:
            raise
        return fail(problem)
    return 0


def _connection_problem(error: Exception) -> str | None:
    """Why Discord cannot be used, for the operator; None where it is something else."""
    import aiohttp
    import discord

    match error:
        case discord.LoginFailure():
            return "Discord refuses the token: set DISCORD_TOKEN to your application's bot token"
        case discord.ConnectionClosed(code=code):
            told = "the token is no longer good" if code == _TOKEN_REFUSED else f"code {code}"
            return f"Discord closed the connection for good: {told}"
        case discord.Forbidden():
            return f"Discord refuses what the bot asks: {error.text or 'missing access'}"
        case discord.DiscordServerError() | discord.GatewayNotFound():
            return f"Discord does not answer as it should: {error}"
        case aiohttp.ClientError() | OSError() | TimeoutError():
            return f"Discord cannot be reached: {error}"
    return None


async def _warm_up(client: "Vigie") -> None:
    """Once ready, pay in a thread for what the first answers and dates would wait for.

    What is loaded by then stays: frozen, it is left out of the collector's rounds, each of which
    would stop the event loop for 30 ms.
    """
    from reminders import dates
    from replies import typography

    await client.wait_until_ready()
    sys.setswitchinterval(0.0005)  # seconds: a thread at work hands over to the loop this soon
    gc.freeze()
    await asyncio.to_thread(typography.warm_up)
    await asyncio.to_thread(dates.warm_up)
    await asyncio.to_thread(import_module, "commands.asking")
    gc.freeze()


@contextlib.asynccontextmanager
async def _chat(configuration: Configuration, storage: "Storage") -> AsyncIterator[str]:
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
            committee.change_settings(coordination_role=roles[COORDINATION])
        if RESPONDENTS in roles:
            committee.team.assign(
                Assignment(0, RESPONDENTS_OF, None, roles[RESPONDENTS], RESPONDENTS)
            )


def _stop_on_signal(client: "Vigie", reminders: "ReminderService") -> list[asyncio.Task[None]]:
    """On Ctrl-C or SIGTERM: finish the work in hand, then close.

    Returns what is empty until then.
    """

    async def stop() -> None:
        await reminders.stop()
        await client.finish()
        await client.close()

    def stop_once() -> None:
        if not stopping:
            stopping.append(loop.create_task(stop()))

    stopping: list[asyncio.Task[None]] = []
    loop = asyncio.get_running_loop()
    for number in (signal.SIGINT, signal.SIGTERM):
        with contextlib.suppress(NotImplementedError):  # Windows: Ctrl-C ends the run another way
            loop.add_signal_handler(number, stop_once)
    return stopping


def import_plan(configuration: Configuration, file: Path, server: int | None) -> int:
    """Put the plan of a bilan document in force: all of it, or nothing where it is malformed."""
    from plan.consistency import counts
    from storage.bilan_document import BilanMalformed, read_bilan_file
    from storage.committee import UNSEEN, Storage
    from storage.database import DataFolderError

    try:
        plan = read_bilan_file(file, fallback=datetime.now(configuration.zone).date())
    except BilanMalformed as error:
        for problem in error.problems:
            print(f"{file.name}: {problem}", file=sys.stderr)
        return fail(f"{file.name} is not a bilan that can be read; nothing was imported")
    except OSError as error:
        return fail(f"cannot read {file}: {error.strerror}")
    try:
        storage = Storage.open(configuration.data)
    except DataFolderError as error:
        return fail(str(error))
    try:
        known = storage.committee_ids()
        if server is None and len(known) > 1:
            ids = ", ".join(str(each) for each in known)
            return fail(f"several servers are known ({ids}): say which with --server")
        target = server or next(iter(known), UNSEEN)
        storage.import_plan(target, plan, SystemClock().now())
    finally:
        storage.close()
    print(f"{plan.title}: {counts(plan)}")
    print("in force for " + (f"server {target}" if target else "the servers seen from now on"))
    return 0


def back_up(configuration: Configuration, file: Path) -> int:
    """Copy the database to a file; the bot may be running."""
    from storage.backup import back_up as copy
    from storage.database import DataFolderError

    try:
        copy(configuration.data, file)
    except DataFolderError as error:
        return fail(str(error))
    print(f"backed up to {file}")
    return 0


def restore(configuration: Configuration, file: Path) -> int:
    """Put a copy in the place of the database; the bot must be stopped."""
    from storage.backup import restore as put_back
    from storage.database import DataFolderError

    try:
        kept = put_back(configuration.data, file)
    except DataFolderError as error:
        return fail(str(error))
    print(f"restored from {file}" + (f"; what was there is in {kept}" if kept else ""))
    return 0


def check_plan() -> int:
    """Print the counts of the plan that ships; fail where something in it does not agree."""
    from storage.shipped import check

    lines, problems = check()
    for line in (*lines, *problems):
        print(line)
    return 1 if problems else 0


def _environment() -> dict[str, str]:
    """The variables of `.env` beside this file, under those of the process."""
    from dotenv import dotenv_values

    file = {key: value for key, value in dotenv_values(HERE / ".env").items() if value is not None}
    return {**file, **os.environ}


def _set_log(level: str) -> None:
    """Write the log on the error output; of the libraries, only what goes wrong."""
    logging.basicConfig(level=level, format="%(asctime)s %(levelname)s %(name)s: %(message)s")
    if level != "DEBUG":
        for name in ("discord", "apscheduler", "aiohttp"):
            logging.getLogger(name).setLevel(logging.WARNING)
        logging.getLogger("discord.client").addFilter(_plainly)


def _plainly(record: logging.LogRecord) -> bool:
    """Tell a lost connection, which discord.py takes up again by itself, without its traceback."""
    if record.exc_info and record.getMessage().startswith("Attempting a reconnect"):
        record.msg = f"connection lost: {record.exc_info[1]!r}. {record.msg}"
        record.exc_info, record.levelno, record.levelname = None, logging.WARNING, "WARNING"
    return True


def fail(message: str) -> int:
    """Say on one line why the program cannot go on, and return its exit code."""
    print(f"vigie: {' '.join(message.split())}", file=sys.stderr)
    return 1


def main(arguments: Sequence[str] | None = None) -> int:
    """The command line. Without a command, the bot runs."""
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
    commands.add_parser("check-plan", help="check the plan that ships, and print its counts")
    chosen = parser.parse_args(arguments)
    if chosen.command == "check-plan":
        return check_plan()
    try:
        configuration = read_configuration(_environment())
    except ConfigurationError as error:
        return fail(str(error))
    _set_log(configuration.log_level)
    if chosen.command == "import":
        return import_plan(configuration, chosen.file, chosen.server)
    if chosen.command == "backup":
        return back_up(configuration, chosen.file)
    if chosen.command == "restore":
        return restore(configuration, chosen.file)
    return run(configuration)


if __name__ == "__main__":
    sys.exit(main())
