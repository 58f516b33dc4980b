"""`/plan voir`: the whole plan at a glance."""

from collections.abc import Sequence
from datetime import date

from plan.collecte import Account
from plan.deadline import Deadline
from plan.definition import PlanDefinition
from plan.measure import Measure
from plan.state import State
from replies.components import button
from replies.layout import Reply, card
from replies.sources import source_text
from replies.states import COLOURS, SYMBOLS, bar, tally, volets_tally
from replies.typography import NBSP, count, day_text, days_away, full_moment, money, plain


def plan_card(
    plan: PlanDefinition,
    measures: Sequence[Measure],
    next_deadline: tuple[Deadline, date] | None,
    collecte: tuple[Deadline, Sequence[Account]] | None,
    origin: str,
    today: date,
) -> Reply:
    """Title, horizon, measures by state, announced total, next deadline, who has answered.

    Args:
        next_deadline: the first to come with the day it falls on.
        collecte: the deadline of the one that is open, and where each MO stands in it.
        origin: « shipped » or « imported ».
    """
    blocks = [
        f"### {plain(plan.title)}\n{_horizon(plan)}",
        _states(measures),
        _axes(plan, measures),
        _money(plan),
        _deadline(next_deadline, today),
        _collecte(collecte),
    ]
    return card(
        blocks,
        colour=COLOURS[State.UNDER_WAY],
        footer=_footer(plan, measures, origin),
        rows=[
            [
                button("Mesures", "mesure.liste:0:||||"),
                button("Argent", "montant.plan"),
                button("Échéances", "calendrier.voir"),
                button("Organismes", "organisme.liste"),
            ]
        ],
    )


def _horizon(plan: PlanDefinition) -> str:
    length = f"Horizon de {plan.years} ans, depuis" if plan.years else "Depuis"
    start = day_text(plan.starts_on)
    return f"{length} le {start} · coordination{NBSP}: {plain(plan.coordinator)}"


def _states(measures: Sequence[Measure]) -> str:
    """The count, a bar, the states; measures whose volets differ are told with them."""
    states = [each.state for each in measures]
    begun = sum(state is not State.TO_COME for state in states)
    lines = [
        f"**{count(len(measures), 'mesure')}**",
        bar(states),
        f"{tally(states)} ({begun} des {len(states)} réalisées ou en cours)",
    ]
    mixed = [each for each in measures if each.is_mixed]
    lines += [f"-# Mesure {each.number}{NBSP}: {volets_tally(each)}." for each in mixed[:5]]
    return "\n".join(lines)


def _axes(plan: PlanDefinition, measures: Sequence[Measure]) -> str:
    lines = []
    for axis in plan.axes:
        of_axis = [each for each in measures if each.axis.number == axis.number]
        if of_axis:
            symbols = "".join(SYMBOLS[each.state] for each in of_axis)
            first, last = of_axis[0].number, of_axis[-1].number
            span = f"{first} à {last}" if last > first else f"{first}"
            name = plain(axis.short or axis.title)
            lines.append(f"{symbols} **Axe {axis.number}** · {name} ({span})")
    return "\n".join(lines)


def _money(plan: PlanDefinition) -> str:
    if plan.announced_total is None:
        return ""
    over = f" sur {plan.years} ans" if plan.years else ""
    return f"**{money(plan.announced_total)}** annoncés{over}"


def _deadline(coming: tuple[Deadline, date] | None, today: date) -> str:
    if coming is None:
        return (
            f"Aucune échéance à venir. La coordination en ajoute une{NBSP}: `/calendrier ajouter`."
        )
    deadline, day = coming
    return (
        f"Prochaine échéance{NBSP}: **{plain(deadline.title)}**,"
        f" {full_moment(day, deadline.at)}, {days_away(day, today)}"
    )


def _collecte(collecte: tuple[Deadline, Sequence[Account]] | None) -> str:
    """« Collecte ouverte, Bilan annuel : 3 MO sur 9 à jour », while one is."""
    if collecte is None or not collecte[1]:
        return ""
    deadline, accounts = collecte
    done = sum(each.is_settled for each in accounts)
    return (
        f"Collecte ouverte, **{plain(deadline.title)}**{NBSP}: {done} MO sur {len(accounts)} à jour"
    )


def _footer(plan: PlanDefinition, measures: Sequence[Measure], origin: str) -> str:
    updates = [each.last_change for each in measures if each.last_change]
    told = f"états au {day_text(plan.first_state_on)}"
    if updates:
        told += f", {count(len(updates), 'mesure')} mise{'s' if len(updates) > 1 else ''} à jour"
        told += " depuis"
    else:
        told += ", aucune mise à jour depuis"
    parts = [told]
    if plan.announced_source:
        parts.insert(0, source_text(plan.announced_source, plan.documents))
    if origin == "shipped":
        parts.append("plan livré avec Vigie, à remplacer par le vôtre")
    return " · ".join(parts)
