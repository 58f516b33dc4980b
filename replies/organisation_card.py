"""`/organisme voir`: who an MO is, its measures by state, the money it pays."""

from collections.abc import Iterable, Mapping, Sequence

from plan.definition import PlanDefinition
from plan.measure import Measure
from plan.money import Amount, Nature, paid_by
from plan.organisation import Organisation, OrganisationKind, organisation_code
from plan.state import State
from plan.sums import Sum
from plan.team import Assignment
from replies.amounts import NATURES, value_text
from replies.components import button
from replies.layout import Reply, card
from replies.money_cards import totals_line
from replies.names import is_feminine, name_first
from replies.pages import page_buttons
from replies.states import SYMBOLS, bar, states_heading, tally, volets_tally
from replies.typography import NBSP, clip, count, listing, plain

PER_PAGE = 20  # measures
_TITLE = 120  # characters of a measure's title


def organisation_card(
    organisation: Organisation,
    measures: Sequence[Measure],
    everyone: Sequence[Measure],
    team: Sequence[Assignment],
    totals: Mapping[Nature, Sum],
    plan: PlanDefinition,
    page: int = 0,
) -> Reply:
    """One MO: names, who answers for it, measures by state, amounts it pays.

    Args:
        measures: those that print it.
        everyone: those that concern every MO.
        team: those who answer for it.
        totals: of what it pays alone.
    """
    pages = max(1, -(-len(measures) // PER_PAGE))
    page = min(max(page, 0), pages - 1)
    of_page = _by_state(measures)[page * PER_PAGE : (page + 1) * PER_PAGE]
    money = _money(organisation, totals, plan)
    numbers = listing([str(each.number) for each in everyone])
    named = organisation.kind is OrganisationKind.NAMED
    code = organisation_code(organisation.acronym)
    buttons = page_buttons("organisme.voir:", page, pages, f":{code}")
    if money:
        buttons.append(button("Ses montants", f"montant.organisme:{code}"))
    return card(
        [
            _heading(organisation, team),
            _tally(measures),
            *_groups(of_page),
            f"Concernent tous les ministères et organismes{NBSP}: {numbers}."
            if everyone and named
            else "",
            money,
        ],
        footer=f"page {page + 1} de {pages}" if pages > 1 else "",
        rows=[buttons],
    )


def _heading(organisation: Organisation, team: Sequence[Assignment]) -> str:
    lines = [f"### {name_first(organisation)}"]
    if organisation.aliases:
        aliases = plain(" · ".join(organisation.aliases))
        called = "Aussi appelée" if is_feminine(organisation.name) else "Aussi appelé"
        lines.append(f"{called}{NBSP}: {aliases}")
    if organisation.kind is OrganisationKind.NAMED:
        people = listing([plain(each.name) for each in team]) or "personne encore"
        lines.append(f"**Répondants**{NBSP}: {people}")
    return "\n".join(lines)


def _tally(measures: Sequence[Measure]) -> str:
    if not measures:
        return "Aucune mesure ne l'imprime."
    states = [each.state for each in measures]
    return f"**{count(len(measures), 'mesure')}** {bar(states)} {tally(states)}"


def _by_state(measures: Iterable[Measure]) -> list[Measure]:
    """Done first, as in the bar; then by number."""
    return sorted(measures, key=lambda each: (-each.state.rank, each.number))


def _groups(measures: Sequence[Measure]) -> list[str]:
    blocks = []
    for state in reversed(State):
        lines = [_line(each) for each in measures if each.state is state]
        if lines:
            blocks.append("\n".join([states_heading(state), *lines]))
    return blocks


def _line(measure: Measure) -> str:
    mixed = f" ({volets_tally(measure)})" if measure.is_mixed else ""
    title = plain(clip(measure.title, _TITLE))
    return f"{SYMBOLS[measure.state]} **{measure.number}.** {title}{mixed}"


def _money(organisation: Organisation, totals: Mapping[Nature, Sum], plan: PlanDefinition) -> str:
    """A line a measure; a part stands for itself only where its whole is another measure's."""
    alone, together = paid_by(organisation.acronym, plan.amounts)
    lines = [*_by_measure(alone), *(f"{each}, avec d'autres" for each in _by_measure(together))]
    if not lines:
        return ""
    pays = "elle paie, seule" if is_feminine(organisation.name) else "il paie, seul"
    heading = f"**Argent qu'{pays} ou avec d'autres**"
    return "\n".join(line for line in (heading, totals_line(totals), *lines) if line)


def _by_measure(amounts: Sequence[Amount]) -> list[str]:
    by_key = {each.key: each for each in amounts}
    told: dict[int, list[str]] = {}
    for each in amounts:
        wholes = [by_key[key] for key in each.part_of if key in by_key]
        if each.measure is not None and all(whole.measure != each.measure for whole in wholes):
            text = f"{NATURES[each.nature].lower()} {value_text(each)}"
            told.setdefault(each.measure, []).append(text)
    return [f"Mesure {number}{NBSP}: {'; '.join(texts)}" for number, texts in sorted(told.items())]
