"""What the first answers and dates would wait for, paid for before anybody asks."""

import asyncio
import gc
import logging
import sys
from collections.abc import Callable
from functools import partial
from importlib import import_module

from commands.context import ServiceClient
from reminders import dates
from replies import typography

log = logging.getLogger(__name__)
_HEAVY: dict[str, Callable[[], object]] = {
    "replies.typography": typography.warm_up,
    "reminders.dates": dates.warm_up,
    "commands.asking": partial(import_module, "commands.asking"),
}


async def warm_up(client: ServiceClient) -> None:
    """Once the client is ready, load in a thread what is heavy.

    What is loaded by then stays: frozen, it is left out of the collector's rounds, each of which
    would stop the event loop for 30 ms.
    """
    await client.wait_until_ready()
    sys.setswitchinterval(0.0005)  # seconds: a thread at work hands over to the loop this soon
    gc.freeze()
    for what, load in _HEAVY.items():
        try:
            await asyncio.to_thread(load)
        except Exception:
            log.exception("%s could not be loaded ahead of the first who needs it", what)
    gc.freeze()
