"""What the first answers and dates would wait for, paid for before anybody asks."""

import asyncio
import gc
import sys
from importlib import import_module

from commands.context import ServiceClient
from reminders import dates
from replies import typography


async def warm_up(client: ServiceClient) -> None:
    """Once the client is ready, load in a thread what is heavy.

    What is loaded by then stays: frozen, it is left out of the collector's rounds, each of which
    would stop the event loop for 30 ms.
    """
    await client.wait_until_ready()
    sys.setswitchinterval(0.0005)  # seconds: a thread at work hands over to the loop this soon
    gc.freeze()
    await asyncio.to_thread(typography.warm_up)
    await asyncio.to_thread(dates.warm_up)
    await asyncio.to_thread(import_module, "commands.asking")
    gc.freeze()
