"""What the tests of the calendar ask, and read on disk."""

from datetime import datetime

from sandbox.answer import Answer
from sandbox.reading import visible_text
from tests.support.asking import plain
from tests.support.database import query
from tests.support.house import TORONTO, House


async def add(house: House, title: str, when: str, **given: str) -> Answer:
    """Have the coordinator add a deadline."""
    path = "calendrier ajouter"
    answer = await house.coordinator.slash(path, titre=title, quand=when, **given)  # type: ignore[arg-type]
    assert answer.text.startswith("Échéance du"), answer
    return answer


async def modify(house: House, which: str, **given: object) -> Answer:
    """Have the coordinator change a deadline."""
    return await house.coordinator.slash("calendrier modifier", echeance=which, **given)  # type: ignore[arg-type]


def waiting(house: House) -> list[tuple[str, str, str]]:
    """The notices to come on disk: the deadline's day, the steps, the local time they go out."""
    rows = query(
        house.folder,
        "SELECT due_on, steps_json, send_at FROM occurrence WHERE status = 'waiting'"
        " ORDER BY send_at",
    )
    return [(str(due), str(steps), local(str(at))) for due, steps, at in rows]


def local(moment: str) -> str:
    """An ISO time in UTC as Toronto's wall clock shows it."""
    return datetime.fromisoformat(moment).astimezone(TORONTO).strftime("%Y-%m-%d %H:%M")


def posted(house: House, channel: str = "général") -> list[str]:
    """What the bot posted in a channel, oldest first, with ordinary spaces."""
    messages = house.chat.messages(channel)
    return [plain(visible_text(each.payload)) for each in messages if not each.ephemeral]
