"""`/montant voir`: sums by nature, what was left out and why, and the plan's reconciliation."""

from collections.abc import Sequence

from plan.definition import PlanDefinition
from plan.measure import Measure
from plan.money import Amount, Nature
from plan.organisation import Organisation
from plan.sums import Doubled, LeftOut, Reason, Sum
from plan.totals import Reconciliation
from replies.amounts import NATURES, amount_line, value_text
from replies.layout import Reply, button, card
from replies.sources import sources_text
from replies.typography import NBSP, listing, money, plain

_REASONS = {
    Reason.RHYTHM_UNTOLD: "durée non dite",
    Reason.YEARS_UNTOLD: "nombre d'années non dit",
}


def measure_amounts(measure: Measure, totals: dict[Nature, Sum], plan: PlanDefinition) -> Reply:
    """One measure's amounts, every printed sum on its line."""
    heading = f"### Argent de la mesure {measure.number} · {plain(measure.title)}"
    return card(
        [heading, *_nature_blocks(totals, plan, own_measure=True)]
        if totals
        else [heading, "Les documents n'en disent aucun montant."],
        footer=_footer(measure.amounts, plan),
        rows=[[button(f"Mesure {measure.number}", f"mesure.voir:{measure.number}")]],
    )


def organisation_amounts(
    organisation: Organisation, totals: dict[Nature, Sum], plan: PlanDefinition
) -> Reply:
    """What an MO pays, alone or with others."""
    heading = f"### Argent payé par {plain(organisation.acronym)}"
    told = [each for each in plan.amounts if organisation.acronym in each.payers]
    if not totals:
        return card([heading, "Les documents ne le disent payeur d'aucun montant."])
    return card([heading, *_nature_blocks(totals, plan)], footer=_footer(told, plan))


def plan_amounts(
    reconciliation: Reconciliation, totals: dict[Nature, Sum], plan: PlanDefinition
) -> Reply:
    """The amounts told against the total announced: said, not forced."""
    return card(
        [
            f"### Argent du plan\n{_verdict(reconciliation)}",
            _counted_lines(reconciliation.committed, "Engagé, chaque argent une fois"),
            _doubles(reconciliation.committed.doubled),
            _counted_lines(reconciliation.others, "Dépensé, sans engagement dit"),
            _by_nature(totals),
            _left_out([each for each in reconciliation.left_out if each.of is None]),
        ],
        footer=_footer(plan.amounts, plan),
    )


def _verdict(found: Reconciliation) -> str:
    committed = f"**{money(found.committed.cents)}**"
    text = f"Les montants que les documents disent font {committed}, sans double compte"
    if found.others.cents:
        text += f" ({money(found.everything)} avec ce qui n'est dit que dépensé)"
    if found.announced is None:
        return f"{text}. Aucun total n'est annoncé."
    announced = money(found.announced)
    if not found.gap:
        return f"{text}, comme le total annoncé."
    return (
        f"{text}. Le total annoncé est de **{announced}**{NBSP}: ils ne balancent pas, et les"
        f" documents n'expliquent pas l'écart de {money(abs(found.gap))}."
    )


def _counted_lines(found: Sum, title: str) -> str:
    if not found.counted:
        return ""
    lines = [f"**{title}{NBSP}: {money(found.cents)}**"]
    for each in found.counted:
        place = f"{each.amount.measure}" if each.amount.measure else "plan"
        lines.append(f"- **{place}** · {money(each.cents)} · {plain(each.amount.purpose)}")
    return "\n".join(lines)


def _doubles(doubled: Sequence[Doubled]) -> str:
    lines = []
    for each in doubled:
        measures = sorted({whole.measure for whole in each.wholes if whole.measure is not None})
        where = listing([str(number) for number in measures])
        lines.append(
            f"- moins {money(each.cents)} · {plain(each.amount.purpose)}, compté dans les mesures"
            f" {where}"
        )
    return "\n".join(lines)


def _by_nature(totals: dict[Nature, Sum]) -> str:
    told = [
        f"{NATURES[nature].lower()} {money(found.cents)}"
        for nature, found in totals.items()
        if found.counted
    ]
    return f"**Par nature, jamais additionnées**{NBSP}: {', '.join(told)}." if told else ""


def _nature_blocks(
    totals: dict[Nature, Sum], plan: PlanDefinition, *, own_measure: bool = False
) -> list[str]:
    blocks = []
    for nature, found in totals.items():
        lines = [f"**{NATURES[nature]}{NBSP}: {money(found.cents)}**"]
        if not found.counted:
            lines = [f"**{NATURES[nature]}**"]
        counted = {each.amount.key for each in found.counted}
        every = [each.amount for each in found.counted]
        every += [each.amount for each in found.left_out]
        for amount in every:
            place = "" if own_measure else f"mesure {amount.measure} · "
            mark = "" if amount.key in counted else "non compté · "
            lines.append(f"- {place}{mark}{amount_line(amount, plan.amounts)}")
        lines += [_doubles(found.doubled)] if found.doubled else []
        blocks.append("\n".join(lines))
    return blocks


def _left_out(left_out: Sequence[LeftOut]) -> str:
    lines = []
    for each in left_out:
        why = each.amount.outside or _REASONS.get(each.reason, "")
        purpose = plain(each.amount.purpose)
        told = f"{value_text(each.amount)} · {purpose}{NBSP}: {plain(why)}"
        lines.append(f"- **{each.amount.measure}** · {told}")
    return "\n".join(["**Laissé de côté**", *lines]) if lines else ""


def _footer(amounts: Sequence[Amount], plan: PlanDefinition) -> str:
    return sources_text([each.source for each in amounts], plan.documents)
