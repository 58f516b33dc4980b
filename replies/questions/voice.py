"""What every wording of an answer needs: the plan, the day, the language."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from zoneinfo import ZoneInfo

from babel.dates import format_date

from plan.definition import PlanDefinition
from plan.measure import Measure
from plan.questions.reading.asked import Focus
from plan.state import State
from replies.states import WORDS
from replies.typography import NBSP, clip, day_text, listing, partial_date, plain

_STATES = {State.TO_COME: "to come", State.UNDER_WAY: "under way", State.DONE: "completed"}


@dataclass(frozen=True, slots=True)
class Voice:
    """How an answer is worded. In English the bot's own words are, the facts stay as they are.

    `focus` is what was wanted of the answer; `brief`: it is one of several.
    """

    plan: PlanDefinition
    today: date
    zone: ZoneInfo
    english: bool = False
    focus: frozenset[Focus] = frozenset()
    brief: bool = False

    def say(self, french: str, english: str) -> str:
        """One of the two, as the question was."""
        return english if self.english else french

    def yes(self, said: bool) -> str:
        """« Oui » or « Non »."""
        return self.say("Oui", "Yes") if said else self.say("Non", "No")

    @property
    def colon(self) -> str:
        """« : », with the space that French wants before it."""
        return ":" if self.english else f"{NBSP}:"

    def state(self, state: State) -> str:
        """« en cours de réalisation »; in English both, since the state is a term of the plan."""
        return f"{_STATES[state]} ({WORDS[state]})" if self.english else WORDS[state]

    def day(self, day: date) -> str:
        """« 31 mars 2010 », « March 31, 2010 »."""
        return format_date(day, "MMMM d, yyyy", locale="en") if self.english else day_text(day)

    def partial(self, text: str) -> str:
        """A date as a document gives it; in English where it is a month or a day."""
        parts = text.split("-")
        if not self.english or not all(part.isdigit() for part in parts) or len(parts) == 1:
            return partial_date(text)
        if len(parts) == 3:
            return self.day(date.fromisoformat(text))
        month = date(int(parts[0]), int(parts[1]), 1)
        return format_date(month, "MMMM yyyy", locale="en")

    def measure(self, number: int | None) -> str:
        """« mesure 4 »; the plan where it is none."""
        if number is None:
            return self.say("le plan", "the plan")
        return f"{self.say('mesure', 'measure')}{NBSP}{number}"

    def measures(self, numbers: Sequence[int]) -> str:
        """« mesure 4 », « mesures 4 et 16 »."""
        if len(numbers) == 1:
            return self.measure(numbers[0])
        told = listing([str(each) for each in numbers], self.say("et", "and"))
        return f"{self.say('mesures', 'measures')} {told}"


def short_title(measure: Measure, limit: int = 90) -> str:
    """A measure's name of a few words, else its title cut short."""
    return plain(clip(measure.definition.short or measure.title, limit))
