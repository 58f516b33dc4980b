"""What the tests of the collecte start from, and how they read what was posted."""

import asyncio
import csv
import io
from collections.abc import Callable
from typing import Any

from sandbox import permissions
from sandbox.answer import Answer
from sandbox.message import Message
from sandbox.reading import visible_text
from tests.support.asking import Options, plain
from tests.support.house import House

CHANNEL = "suivi-du-plan"
POST = "POST /channels/{channel_id}/messages"
HISTORY = "GET /channels/{channel_id}/messages"


async def set_deadline(house: House, titre: str = "Bilan", **options: Any) -> Answer:
    """A yearly report of the MDEIE and the SAA on 31 March, but for what `options` say."""
    given: Options = {
        "quand": "31 mars",
        "repetition": "annuelle",
        "salon": CHANNEL,
        "organismes": "MDEIE, SAA",
        **options,
    }
    asked = {name: value for name, value in given.items() if value is not None}
    answer = await house.coordinator.slash("calendrier ajouter", titre=titre, **asked)
    assert answer.failed is None
    return answer


async def set_team(house: House) -> None:
    """Nadia answers for the MDEIE, Camille stands in for her; nobody answers for the SAA."""
    await house.coordinator.slash(
        "equipe ajouter", organisme="MDEIE", membre="Nadia Tremblay", remplacant="Camille Roy"
    )


def posted(house: House, containing: str = "", channel: str = CHANNEL) -> list[Message]:
    """The posts of a channel that everyone sees and that hold a text, oldest first."""
    return [
        each
        for each in house.chat.messages(channel)
        if each.viewer_id is None and containing in read(each)
    ]


def read(message: Message) -> str:
    """What a message says, with ordinary spaces and no formatting."""
    return plain(visible_text(message.payload))


async def at(house: House, *moment: int) -> list[Message]:
    """Let the reminders run at a moment; gives what they posted in the channel."""
    house.clock.set(*moment)
    return await run(house)


async def run(house: House) -> list[Message]:
    """Let the reminders run now; gives what they posted in the channel."""
    before = {each.id for each in posted(house)}
    await house.wake()
    return [each for each in posted(house) if each.id not in before]


def notified(message: Message, house: House) -> set[str]:
    """First names of the members a post notified, and names of the roles."""
    guild = next(iter(house.world.guilds.values()))
    users = {house.world.users[each].name.split()[0] for each in message.notified.users}
    return users | {guild.roles[each].name for each in message.notified.roles}


async def ledger(house: House) -> list[dict[str, str]]:
    """The ledger's lines, as its file tells them."""
    answer = await house.coordinator.slash("rappel preuve", fichier=True)
    (data,) = answer.files.values()
    return list(csv.DictReader(io.StringIO(data.decode("utf-8-sig")), delimiter=";"))


async def outcomes(house: House, step: str) -> dict[str, str]:
    """What became of a step's posts, by recipient."""
    lines = await ledger(house)
    return {each["destinataire"]: each["issue"] for each in lines if each["etape"] == step}


async def confirm_all(house: House, message: Message, who: str = "Nadia") -> Answer:
    """Press « Rien de changé », pick all (the first choice, even where it is alone), confirm."""
    person = house.chat.person(who)
    asked = await person.press(message, "Rien de changé")
    picked = await person.choose(asked, None, [asked.selects[0]["options"][0]["value"]])
    return await person.press(picked, "Confirmer")


def forbid(house: House, what: int = permissions.SEND_MESSAGES) -> None:
    """Take a permission from the bot in the channel."""
    house.world.set_overwrite(CHANNEL, house.world.bot, deny=what)


def allow(house: House, what: int = permissions.SEND_MESSAGES) -> None:
    """Give it back."""
    house.world.set_overwrite(CHANNEL, house.world.bot, allow=what)


async def wait_for(true: Callable[[], object]) -> None:
    """Let the bot go on until it is so."""
    async with asyncio.timeout(5):
        while not true():  # noqa: ASYNC110
            await asyncio.sleep(0.01)
