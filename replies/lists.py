"""`/mesure liste` and `/organisme liste`."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from plan.definition import PlanDefinition
from plan.measure import Measure
from plan.organisation import Organisation, OrganisationKind, organisation_code
from plan.state import State
from replies.layout import Reply, card
from replies.names import full_name
from replies.pages import page_buttons
from replies.states import SYMBOLS, WORDS, bar, tally, volets_tally
from replies.typography import NBSP, clip, count, full_day, listing, plain, quoted

PER_PAGE = 10


@dataclass(frozen=True, slots=True)
class Filter:
    """What a list was asked for; it travels in the page buttons."""

    state: State | None = None
    organisation: Organisation | None = None
    axis: int | None = None
    text: str = ""
    day: date | None = None

    def encoded(self) -> str:
        """The filter for a custom_id: « en_cours|MESS|2|portail|2010-03-31 »."""
        parts = (
            self.state.value if self.state else "",
            organisation_code(self.organisation.acronym) if self.organisation else "",
            str(self.axis or ""),
            self.text,
            self.day.isoformat() if self.day else "",
        )
        return "|".join(parts)


def measure_list(
    measures: Sequence[Measure],
    everyone: Sequence[Measure],
    asked: Filter,
    page: int,
    plan: PlanDefinition,
) -> Reply:
    """The measures that fit, `PER_PAGE` a page.

    Args:
        measures: all those that fit.
        everyone: where one MO is asked for, the measures that concern every MO.
    """
    pages = max(1, -(-len(measures) // PER_PAGE))
    page = min(max(page, 0), pages - 1)
    shown = measures[page * PER_PAGE : (page + 1) * PER_PAGE]
    blocks = [_list_heading(measures, asked, plan)]
    blocks.append("\n".join(measure_line(each) for each in shown))
    if everyone:
        numbers = listing([str(each.number) for each in everyone])
        blocks.append(f"Concernent tous les ministères et organismes{NBSP}: {numbers}.")
    return card(
        blocks,
        footer=f"page {page + 1} de {pages}" if pages > 1 else "",
        rows=[page_buttons("mesure.liste:", page, pages, f":{asked.encoded()}")],
    )


def measure_line(measure: Measure) -> str:
    """« ◐ **4.** Intervenir… · en cours de réalisation »; mixed volets are told."""
    state = WORDS[measure.state]
    if measure.is_mixed:
        state = f"{state} ({volets_tally(measure)})"
    title = plain(clip(measure.title, 140))
    return f"{SYMBOLS[measure.state]} **{measure.number}.** {title} · {state}"


def organisation_list(organisations: Sequence[Organisation], measures: Sequence[Measure]) -> Reply:
    """Every MO, by acronym, with the number of its measures; the two phrases last."""
    lines, phrases = [], []
    for each in sorted(organisations, key=lambda each: each.acronym):
        numbers = [m.number for m in measures if concerns(m, each)]
        total = count(len(numbers), "mesure")
        if each.kind is OrganisationKind.NAMED:
            lines.append(f"{full_name(each)} · {total}")
        else:
            told = listing([str(number) for number in numbers])
            phrases.append(f"{plain(each.name)}{NBSP}: {told}")
    heading = f"### {count(len(lines), 'ministère ou organisme', 'ministères et organismes')}"
    return card([heading, "\n".join(lines), "\n".join(phrases)])


def concerns(measure: Measure, organisation: Organisation) -> bool:
    """Tell whether one of its volets prints the organisation, by any of its names."""
    return any(each.acronym == organisation.acronym for each in measure.organisations)


def _list_heading(measures: Sequence[Measure], asked: Filter, plan: PlanDefinition) -> str:
    wanted = []
    if asked.state:
        wanted.append(f"{SYMBOLS[asked.state]} {WORDS[asked.state]}")
    if asked.organisation:
        wanted.append(plain(asked.organisation.acronym))
    if asked.axis:
        axis = next(each for each in plan.axes if each.number == asked.axis)
        wanted.append(f"axe {axis.number}, {plain(axis.short or axis.title)}")
    if asked.text:
        wanted.append(quoted(asked.text))
    if asked.day:
        wanted.append(f"au {full_day(asked.day)}")
    heading = f"### {count(len(measures), 'mesure') if measures else 'Aucune mesure'}"
    if wanted:
        heading += f" · {' · '.join(wanted)}"
    states = [each.state for each in measures]
    return f"{heading}\n{bar(states)} {tally(states)}" if measures else heading
