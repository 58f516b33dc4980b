"""A small plan, and what its history says of it by a second, deliberately simple reckoning.

The model keeps every saying in one list and looks through the whole of it for each answer. It
shares no code with the one it is held against.
"""

from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal

from plan.definition import Axis, MeasureDefinition, PlanDefinition, VoletDefinition
from plan.indicator import Indicator
from plan.money import Amount, Nature
from plan.organisation import Organisation, PrintedOrganisation
from plan.source import Source
from plan.state import State

HERE = Source(document="bilan", section="Actions détaillées", measure=1)
START, FIRST, TODAY = date(2008, 11, 2), date(2010, 3, 31), date(2026, 11, 23)
MOS = ("MDEIE", "MESS", "MAMROT")
PRINTED = {1: ("MDEIE", "MESS", "MAMROT"), 2: ("MESS",)}  # by volet


def small_plan() -> PlanDefinition:
    """One measure with two volets (three MOs, then one), one amount and one indicator."""
    volets = tuple(
        VoletDefinition(
            position=position,
            label=f"Volet {position}",
            remark="Du document." if position == 1 else "",
            printed=", ".join(printed),
            organisations=tuple(PrintedOrganisation(each, each) for each in printed),
            state=State.UNDER_WAY,
            source=HERE,
        )
        for position, printed in PRINTED.items()
    )
    return PlanDefinition(
        key="petit",
        title="Petit plan",
        coordinator="MAMROT",
        starts_on=START,
        first_state_on=FIRST,
        axes=(Axis(1, "Axe"),),
        measures=(MeasureDefinition(1, "Mesure", 1, volets),),
        organisations=tuple(Organisation(each, f"Ministère {each}") for each in MOS),
        amounts=(Amount("a0", 1, 100_00, Nature.PLANNED, "au départ", HERE, FIRST),),
        indicators=(Indicator("i0", 1, "ententes", HERE, reached=Decimal(13), reached_on=FIRST),),
    )


@dataclass
class Saying:
    """One thing said: about what (a volet's field, an indicator, an amount), for which MO."""

    about: tuple[str, object]
    mo: str | None
    value: object
    day: date
    order: int
    change: int

    @property
    def place(self) -> tuple[date, int]:
        """The latest day decides, ties by the order of recording."""
        return (self.day, self.order)


@dataclass
class Model:
    """Everything said, and which changes are taken back at this moment."""

    sayings: list[Saying] = field(default_factory=list)
    taken_back: set[int] = field(default_factory=set)

    def say(
        self, change: int, day: date, about: tuple[str, object], mo: str | None, value: object
    ) -> None:
        self.sayings.append(Saying(about, mo, value, day, len(self.sayings), change))

    def about(self, about: tuple[str, object], day: date | None) -> list[Saying]:
        """What counts at a day about something, the one that decides last."""
        found = [
            each
            for each in self.sayings
            if each.about == about
            and each.change not in self.taken_back
            and (day is None or each.day <= day)
        ]
        return sorted(found, key=lambda each: each.place)

    def states(self, volet: int, day: date | None) -> set[tuple[str | None, State]]:
        """Who tells which state: several only where MOs differ since the whole was last told."""
        said = self.about(("etat", volet), day)
        whole = [each for each in said if each.mo is None]
        since = [e for e in said if e.mo and (not whole or e.place > whole[-1].place)]
        own = {e.mo: e for e in since}
        if not own:
            return {(None, e.value) for e in whole[-1:]}  # type: ignore[misc]
        if len({e.value for e in own.values()}) > 1:
            return {(mo, e.value) for mo, e in own.items()}  # type: ignore[misc]
        last = max(own.values(), key=lambda each: (each.day, each.change))
        return {(last.mo, last.value)}  # type: ignore[arg-type]

    def state(self, volet: int, day: date | None) -> State | None:
        """The volet's own: the one told, or under way where those told differ."""
        told = {value for _, value in self.states(volet, day)}
        if not told:
            return None
        return told.pop() if len(told) == 1 else State.UNDER_WAY

    def remarks(self, volet: int, day: date | None) -> dict[str | None, str]:
        """The remark of each MO and of the whole; the only MO of a volet speaks for the whole."""
        found: dict[str | None, str] = {}
        for each in self.about(("remarque", volet), day):
            found[None if len(PRINTED[volet]) == 1 else each.mo] = str(each.value)
        return {mo: text for mo, text in found.items() if text}

    def cause(self, volet: int, day: date | None) -> object:
        """The last one told, whoever told it: at most one."""
        said = self.about(("cause", volet), day)
        return said[-1].value if said else None

    def confirmed(self, volet: int, day: date | None) -> set[tuple[str | None, date]]:
        """The last day each MO said that nothing changed."""
        last = {each.mo: each.day for each in self.about(("confirme", volet), day)}
        return set(last.items())

    def reached(self, key: str, day: date | None) -> tuple[object, date] | None:
        said = self.about(("atteint", key), day)
        return (said[-1].value, said[-1].day) if said else None

    def amounts(self, day: date | None) -> dict[str, object]:
        """What each amount is; one taken out is not there."""
        keys = {str(each.about[1]) for each in self.sayings if each.about[0] == "montant"}
        last = {key: self.about(("montant", key), day)[-1:] for key in keys}
        return {key: said[0].value for key, said in last.items() if said and said[0].value}
