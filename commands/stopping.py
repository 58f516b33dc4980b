"""Stopping when told to: politely at first, and at once where it is told again."""

import asyncio
import logging
import signal

from commands.client import Vigie
from reminders.service import ReminderService

log = logging.getLogger(__name__)
_SIGNALS = (signal.SIGINT, signal.SIGTERM)


def stop_on_signal(client: Vigie, reminders: ReminderService) -> list[asyncio.Task[None]]:
    """On Ctrl-C or SIGTERM: finish the work in hand, then close; on a second one, close at once.

    Call it from the task that serves. Returns what is empty until the first one.
    """
    loop, serving = asyncio.get_running_loop(), asyncio.current_task()
    stopping: list[asyncio.Task[None]] = []

    def told() -> None:
        if not stopping:
            stopping.append(loop.create_task(_stop(client, reminders)))
            return
        log.warning("told twice to stop: stopping at once")
        for number in _SIGNALS:  # a third one ends the process
            signal.signal(number, signal.SIG_DFL)
        for task in filter(None, (*stopping, serving)):
            task.cancel()

    for number in _SIGNALS:
        try:
            loop.add_signal_handler(number, told)
        except NotImplementedError:  # Windows
            signal.signal(number, lambda *_: loop.call_soon_threadsafe(told))
    return stopping


async def _stop(client: Vigie, reminders: ReminderService) -> None:
    try:
        await reminders.stop()
        await client.finish()
    except Exception:
        log.exception("what was in hand could not be finished")
    finally:
        await client.close()
