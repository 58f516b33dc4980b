"""What came back from the bot, as the person who asked sees it."""

from __future__ import annotations

from dataclasses import dataclass

from sandbox import reading
from sandbox.interactions import Callback, Interaction
from sandbox.message import NOBODY, Message, Notified
from sandbox.payload import Payload
from sandbox.waiting import wait_until
from sandbox.world import World

TIMED_OUT = "L'application n'a pas répondu à temps."
_DEFERRED, _DEFERRED_UPDATE = 5, 6


@dataclass(frozen=True)
class Choice:
    """One proposal of an autocompletion."""

    name: str
    value: str | int | float


class Answer:
    """The bot's answer to one act. It stays alive: edits show in it.

    `message` is the answer, or the message that the press changed; `modal` the form that opened
    (Discord's `custom_id`, `title`, `components`); `failed` why nothing came, else None.
    """

    def __init__(self, world: World, interaction: Interaction, callback: Callback) -> None:
        self._world = world
        self.interaction = interaction
        self.kind = callback.kind
        self.message: Message | None = callback.message
        self.modal: Payload | None = callback.modal
        self.choices = [Choice(c["name"], c["value"]) for c in callback.choices or []]
        self.failed: str | None = TIMED_OUT if callback.kind == 0 else None
        self._first_payload = callback.message.payload if callback.message else None

    @property
    def ephemeral(self) -> bool:
        """Whether the person alone sees it."""
        return self.message is not None and self.message.ephemeral

    @property
    def deferred(self) -> bool:
        """Whether the bot first said that it is thinking."""
        return self.kind in (_DEFERRED, _DEFERRED_UPDATE)

    @property
    def text(self) -> str:
        """All visible text in reading order, as it is now; labels of buttons are in `buttons`."""
        return reading.visible_text(self._payload) if self.message else ""

    @property
    def buttons(self) -> list[str]:
        """The labels of the buttons."""
        return reading.buttons(self._payload) if self.message else []

    @property
    def selects(self) -> list[Payload]:
        """The select menus, as Discord's components."""
        return reading.selects(self._payload) if self.message else []

    @property
    def files(self) -> dict[str, bytes]:
        """The files that can be seen, by name."""
        return files_of(self._world, self.message) if self.message else {}

    @property
    def notified(self) -> Notified:
        """Whom the answer really notified."""
        return self.message.notified if self.message else NOBODY

    @property
    def followups(self) -> list[Message]:
        """The messages that came after it, of the same interaction."""
        stored = self._world.messages.get(self.interaction.channel.id, {}).values()
        own = [m for m in stored if m.interaction_id == self.interaction.id]
        return [m for m in own if m is not self.message]

    @property
    def fields(self) -> dict[str, Payload]:
        """The form's fields, by their label."""
        return dict(reading.modal_fields(self.modal or {}))

    async def filled(self, timeout: float = 5.0) -> Answer:  # noqa: ASYNC109
        """Waits until a deferred answer has come; gives itself. TimeoutError after `timeout` s."""

        def look() -> Answer | None:
            return None if self._still_waiting() else self

        return await wait_until(self._world, look, timeout, "the deferred answer")

    async def followup(self, number: int = 0, timeout: float = 5.0) -> Message:  # noqa: ASYNC109
        """The follow-up of this number, waited for. TimeoutError after `timeout` s."""

        def look() -> Message | None:
            return self.followups[number] if len(self.followups) > number else None

        return await wait_until(self._world, look, timeout, f"follow-up {number}")

    def _still_waiting(self) -> bool:
        if self.message is None:
            return False
        if self.kind == _DEFERRED:
            return self.message.loading and not self.message.deleted
        unchanged = self.message.payload is self._first_payload and not self.message.deleted
        return self.kind == _DEFERRED_UPDATE and unchanged and not self.followups

    @property
    def _payload(self) -> Payload:
        assert self.message is not None
        return self.message.payload

    def __repr__(self) -> str:
        shown = self.failed or self.text or (self.modal or {}).get("title") or self.choices
        return f"<Answer {'privé ' if self.ephemeral else ''}{shown!r} {self.buttons}>"


def files_of(world: World, message: Message) -> dict[str, bytes]:
    """A message's visible files, by name."""
    found = {}
    for attachment in reading.shown_attachments(message.payload):
        stored = world.files.at(attachment["url"])
        if stored is not None:
            found[attachment["filename"]] = stored.data
    return found
