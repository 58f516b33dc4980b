"""A person in a test: does what someone in front of Discord does, and sees what comes back."""

from __future__ import annotations

import asyncio
from collections.abc import Mapping, Sequence

from sandbox import components as c
from sandbox import options as opts
from sandbox import permissions
from sandbox.acting import Acting
from sandbox.answer import Answer, Choice
from sandbox.choosing import chosen_values
from sandbox.components import received, walk
from sandbox.files import Upload
from sandbox.forms import Typed, submission
from sandbox.interactions import Callback, Interaction
from sandbox.interactions import answer as settle
from sandbox.limits.commands import MESSAGE_MENU, USER_MENU
from sandbox.message import Message
from sandbox.options import Given
from sandbox.payload import Payload
from sandbox.people import User
from sandbox.places import TEXT, Channel
from sandbox.refusals import Refused

PATIENCE = 10.0
"""Real seconds after which a person gives up, where the chat's own clock stands still."""

Where = Channel | int | str | None
Target = Answer | Message


class Person:
    """Someone who uses the chat. Acts wait for the bot's first answer, or for its 3 s to pass.

    Where no channel is named, it is the first one in which the person may write. What Discord
    or its client would not allow raises `Refused`; with `crafted=True` the client's checks (not
    the server's) are passed over, as a forged request would.
    """

    def __init__(self, acting: Acting, user: User) -> None:
        self._acting = acting
        self._world = acting.world
        self.user = user

    @property
    def mention(self) -> str:
        """What a message writes to name this person."""
        return self.user.mention

    async def slash(
        self, path: str, *, channel: Where = None, crafted: bool = False, **given: Given
    ) -> Answer:
        """Types a slash command: `await nadia.slash("mesure voir", mesure="4")`."""
        where = self._where(channel)
        command, steps = opts.find_command(self._world, path, where.guild_id)
        filled = opts.fill(self._world, command, steps, given, crafted=crafted)
        sent = self._acting.command(self.user, where, command, filled.options, filled.files)
        return await self._answer(sent)

    async def complete(
        self, path: str, *, focused: str, value: str = "", channel: Where = None, **given: Given
    ) -> list[Choice]:
        """Types in an option; gives what the bot proposes. TimeoutError where it says nothing."""
        where = self._where(channel)
        command, steps = opts.find_command(self._world, path, where.guild_id)
        typed = {**given, focused: value}
        filled = opts.fill(self._world, command, steps, typed, focused=focused)
        sent = self._acting.autocomplete(self.user, where, command, filled.options)
        answer = await self._answer(sent)
        if answer.failed:
            raise TimeoutError(answer.failed)
        return answer.choices

    async def menu(self, name: str, target: Target | User, *, channel: Where = None) -> Answer:
        """Picks a command in the menu of a message (or of a user)."""
        aim = target if isinstance(target, User) else _message(target)
        where = self._where(channel if isinstance(aim, User) else aim.channel_id)
        kind = USER_MENU if isinstance(aim, User) else MESSAGE_MENU
        command = opts.command_named(self._world, name, kind, where.guild_id)
        return await self._answer(self._acting.menu(self.user, where, command, aim))

    async def press(
        self, target: Target, button: str, *, crafted: bool = False, channel: Where = None
    ) -> Answer:
        """Presses a button by its label or `custom_id`.

        With `crafted`, any `custom_id`, from any channel (`channel`) the person sees.
        """
        message = _message(target)
        custom_id = button if crafted else _button(message, button)["custom_id"]
        return await self._press(message, custom_id, c.BUTTON, None, channel)

    async def choose(
        self,
        target: Target,
        which: str | None,
        values: str | Sequence[str],
        *,
        crafted: bool = False,
        channel: Where = None,
    ) -> Answer:
        """Changes a select, found by `custom_id` or placeholder (None: the only one).

        `values` are an option's labels or values, or names of people, roles, channels. With
        `crafted` they are sent as they are, and the select need not exist.
        """
        message = _message(target)
        given = [values] if isinstance(values, str) else list(values)
        select = _select(message, which, crafted=crafted)
        wanted = chosen_values(self._world, select, given, crafted=crafted)
        return await self._press(message, select["custom_id"], select["type"], wanted, channel)

    async def fill(
        self, answer: Answer, typed: Mapping[str, Typed] | None = None, *, crafted: bool = False
    ) -> Answer:
        """Fills in and sends the form of an answer; fields by label or `custom_id`.

        What is not given keeps the form's own value. A form can be sent twice.
        """
        if answer.modal is None:
            raise Refused(f"aucun formulaire ici : {answer!r}")
        modal = answer.modal | {"components": received(answer.modal["components"], [])}
        components, files = submission(self._world, modal, typed or {}, crafted=crafted)
        opener = answer.interaction
        sent = self._acting.submit_modal(self.user, opener, modal["custom_id"], components, files)
        return await self._answer(sent)

    async def say(
        self,
        channel: Where,
        content: str,
        *,
        reply_to: Target | None = None,
        files: Sequence[Upload] = (),
    ) -> Message:
        """Writes a message."""
        replied = None if reply_to is None else _message(reply_to)
        return self._acting.say(self.user, self._where(channel), content, replied, files)

    async def _press(
        self,
        message: Message,
        custom_id: str,
        kind: int,
        values: list[str] | None,
        channel: Where,
    ) -> Answer:
        if message.deleted:
            raise Refused("ce message a été supprimé")
        where = self._where(message.channel_id if channel is None else channel)
        sent = self._acting.component(self.user, where, message, custom_id, kind, values)
        return await self._answer(sent)

    async def _answer(self, interaction: Interaction) -> Answer:
        try:
            async with asyncio.timeout(PATIENCE):
                callback = await asyncio.shield(interaction.callback)
        except TimeoutError:
            settle(interaction, callback := Callback(0))
        return Answer(self._world, interaction, callback)

    def _where(self, channel: Where) -> Channel:
        if channel is not None:
            return self._world.channel(channel)
        for candidate in self._world.channels.values():
            writable = self._world.can(self.user, candidate, permissions.SEND_MESSAGES)
            if candidate.kind == TEXT and writable:
                return candidate
        raise Refused(f"{self.user.name} ne peut écrire nulle part")


def _message(target: Target) -> Message:
    message = target.message if isinstance(target, Answer) else target
    if message is None:
        raise Refused(f"aucun message ici : {target!r}")
    return message


def _button(message: Message, wanted: str) -> Payload:
    buttons = [b for b in walk(message.components) if b["type"] == c.BUTTON]
    found = [b for b in buttons if wanted in (b.get("custom_id"), b.get("label"))]
    if len(found) != 1:
        labels = [b.get("label") for b in buttons]
        raise Refused(f"{len(found)} boutons « {wanted} » ; il y a {labels}")
    if found[0].get("disabled"):
        raise Refused(f"« {wanted} » est désactivé")
    if not found[0].get("custom_id"):
        raise Refused(f"« {wanted} » est un lien")
    return found[0]


def _select(message: Message, which: str | None, *, crafted: bool) -> Payload:
    selects = [s for s in walk(message.components) if s["type"] in c.SELECTS]
    found = [s for s in selects if which in (None, s["custom_id"], s.get("placeholder"))]
    if len(found) == 1 and (crafted or not found[0].get("disabled")):
        return found[0]
    if crafted and which is not None:
        return {"type": c.STRING_SELECT, "custom_id": which, "options": []}
    raise Refused(f"{len(found)} listes « {which} » ; il y a {[s['custom_id'] for s in selects]}")
