"""What a command or a control asks of a person, and whether a kind of people has it."""

from dataclasses import dataclass
from enum import StrEnum

from sandbox.answer import Answer
from sandbox.person import Person
from tests.permissions.stage import COORDINATORS, MAMROT, MDEIE, Kind, Ministry, Stage


class Right(StrEnum):
    """What is asked; ANY_MO is for the menu, whose form asks which measure."""

    EVERYONE = "everyone"
    OWN_MO = "who answers for an MO of the measure, and coordinators"
    ANY_MO = "who answers for any MO, and coordinators"
    COORDINATOR = "coordinators"
    RECIPIENT = "the one whom a direct message was sent to: nobody in the server"


def may(right: Right, kind: Kind, mo: Ministry) -> bool:
    """Whether people of a kind have a right, about a measure of an MO."""
    if right is Right.RECIPIENT:
        return False
    if right is Right.EVERYONE or kind in COORDINATORS:
        return True
    if right is Right.OWN_MO:
        return kind in mo.people
    return right is Right.ANY_MO and kind in MDEIE.people | MAMROT.people


@dataclass(frozen=True)
class Scene:
    """One try: who, about which MO's measure."""

    stage: Stage
    kind: Kind
    mo: Ministry

    @property
    def person(self) -> Person:
        return self.stage.people[self.kind]

    @property
    def author(self) -> Person:
        """Who prepares what the person tries on: themselves where they may, else a coordinator."""
        return self.person if may(Right.OWN_MO, self.kind, self.mo) else self.stage.coordinator

    async def changed(self) -> Answer:
        """A change of the MO's measure, by the author."""
        answer = await self.author.slash(
            "mesure modifier",
            channel=self.stage.channel,
            mesure=self.mo.measure,
            remarque=self.stage.text(),
        )
        assert "Annuler" in answer.buttons, answer
        return answer
