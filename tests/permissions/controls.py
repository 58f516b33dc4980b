"""An entry of the table of controls: whose right it is, and what is pressed to try it.

A press is forged: its custom_id is sent whatever stands on the message.
"""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass

from sandbox.answer import Answer
from sandbox.message import Message
from sandbox.places import Channel
from tests.permissions.rights import Right, Scene
from tests.support.database import query

Values = list[str]


@dataclass(frozen=True)
class Press:
    """A button (without values), a select, or a form that was opened (`form`)."""

    message: Message | None
    custom_id: str = ""
    values: Values | None = None
    form: Answer | None = None


Prepare = Callable[[Scene], Awaitable[Press]]


@dataclass(frozen=True)
class Entry:
    """`writes`: records at once; `keeps_drafts`: a refusal with « Reprendre » does too."""

    right: Right
    prepare: Prepare
    writes: bool = False
    keeps_drafts: bool = False


CONTROLS: dict[str, Entry] = {}


def control(
    name: str, right: Right, *, writes: bool = False, keeps_drafts: bool = False
) -> Callable[[Prepare], Prepare]:
    """Write an entry down."""

    def put(prepare: Prepare) -> Prepare:
        CONTROLS[name] = Entry(right, prepare, writes, keeps_drafts)
        return prepare

    return put


def opens(name: str, custom_id: str = "", values: Values | None = None) -> None:
    """An entry for what opens something that everybody may read."""

    async def prepare(scene: Scene) -> Press:
        return Press(await any_message(scene), custom_id or name, values)

    CONTROLS[name] = Entry(Right.EVERYONE, prepare)


async def press(scene: Scene, made: Press, channel: Channel | None = None) -> Answer:
    """What the person of the scene does with it; `channel` is where, the message's own if None."""
    person = scene.person
    if made.form is not None:
        return await person.fill(made.form, crafted=True)
    assert made.message is not None
    if made.values is None:
        return await person.press(made.message, made.custom_id, crafted=True, channel=channel)
    return await person.choose(
        made.message, made.custom_id, made.values, crafted=True, channel=channel
    )


async def any_message(scene: Scene) -> Message:
    """A public message of the bot that everybody sees."""
    stage = scene.stage
    known = [each for each in stage.house.chat.messages(stage.channel) if not each.ephemeral]
    if known and known[0].author_id == stage.house.world.bot.id:
        return known[0]
    answer = await stage.coordinator.slash("mesure voir", channel=stage.channel, mesure="1")
    assert answer.message is not None
    return answer.message


def last_id(scene: Scene, table: str) -> int:
    """The id of the last row of a table."""
    found = query(scene.stage.house.folder, f"SELECT max(id) FROM {table}")[0][0]
    assert isinstance(found, int)
    return found
