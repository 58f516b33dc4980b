"""What the operator is told of the connection to Discord, in English, without a traceback."""

import errno
import logging
import socket

import aiohttp
import discord

_TOKEN_REFUSED = 4004  # the gateway's code


def connection_problem(error: Exception) -> str | None:
    """Why Discord, or the embedded chat, cannot be used; None where it is something else."""
    match error:
        case discord.LoginFailure():
            return "Discord refuses the token: set DISCORD_TOKEN to your application's bot token"
        case discord.ConnectionClosed() | discord.PrivilegedIntentsRequired():
            return f"Discord closed the connection for good: {_why_closed(error)}"
        case discord.DiscordServerError() | discord.GatewayNotFound():
            return f"Discord does not answer as it should: {error}"
        case discord.HTTPException() | discord.RateLimited():
            return f"Discord refuses what the bot asks: {getattr(error, 'text', '') or error}"
        case aiohttp.ClientError() | TimeoutError() | ConnectionError() | socket.gaierror():
            return f"Discord cannot be reached: {error}"
    return _machine_problem(error)


def _machine_problem(error: Exception) -> str | None:
    match error:
        case OSError(errno=errno.EADDRINUSE):
            return f"the embedded chat has {error.strerror}: set VIGIE_PORT to another"
        case OSError():
            return f"this machine refuses what the bot needs: {error}"
    return None


def _why_closed(error: discord.ConnectionClosed | discord.PrivilegedIntentsRequired) -> str:
    if isinstance(error, discord.PrivilegedIntentsRequired):
        return "it does not allow the intents asked, though none is privileged"
    return "the token is no longer good" if error.code == _TOKEN_REFUSED else f"code {error.code}"


def set_log(level: str) -> None:
    """Write the log on the error output; of the libraries, only what goes wrong."""
    logging.basicConfig(level=level, format="%(asctime)s %(levelname)s %(name)s: %(message)s")
    if level != "DEBUG":
        for name in ("discord", "apscheduler", "aiohttp"):
            logging.getLogger(name).setLevel(logging.WARNING)
        logging.getLogger("discord.client").addFilter(_told_plainly)


def _told_plainly(record: logging.LogRecord) -> bool:
    """Tell without its traceback a lost connection, which discord.py takes up again by itself."""
    if record.exc_info and record.getMessage().startswith("Attempting a reconnect"):
        error, again = record.exc_info[1], record.getMessage()
        why = f"{type(error).__name__} {str(error)[:200]}".strip()
        record.msg, record.args = f"connection lost: {why}. {again}", None
        record.exc_info, record.levelno, record.levelname = None, logging.WARNING, "WARNING"
    return True
