"""The environment's variables, checked before anything is opened."""

import os
from dataclasses import dataclass
from pathlib import Path
from zoneinfo import ZoneInfo

from dotenv import dotenv_values

_LOG_LEVELS = ("DEBUG", "INFO", "WARNING", "ERROR")


@dataclass(frozen=True, slots=True)
class Configuration:
    """What the environment says.

    `token`: None means the embedded chat. `data`: the folder of the database. `port`: of the
    embedded chat's page, 0 for any. `zone`: the committee's.
    """

    token: str | None
    data: Path
    port: int
    zone: ZoneInfo
    log_level: str


class ConfigurationError(Exception):
    """The environment is wrong; the message tells everything that is, on one line."""


def read_configuration(home: Path) -> Configuration:
    """Read the environment, over what `.env` in `home` says, and tell all that is wrong at once.

    A blank variable counts as not set.

    Raises:
        ConfigurationError: something is.
    """

    environment = {**dotenv_values(home / ".env"), **os.environ}

    def value(name: str, default: str) -> str:
        return (environment.get(name) or "").strip() or default

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
    if level not in _LOG_LEVELS:
        wrong.append(f"VIGIE_LOG must be one of {', '.join(_LOG_LEVELS)}")
    if not (token.isascii() and token.isprintable() and " " not in token):
        wrong.append("DISCORD_TOKEN must be the token alone, as Discord gives it")
    if wrong:
        raise ConfigurationError("; ".join(wrong))
    return Configuration(
        token=token or None,
        data=home / value("VIGIE_DATA", "data"),
        port=port,
        zone=zone,
        log_level=level,
    )
