"""`/montant voir`: sums by nature, what was left out and why, and the plan's reconciliation."""

from collections.abc import Mapping, Sequence

from plan.definition import PlanDefinition
from plan.measure import Measure
from plan.money import Amount, Nature
from plan.organisation import Organisation
from plan.sums import Doubled, LeftOut, Reason, Sum
from plan.totals import Reconciliation
from replies.amounts import NATURES, amount_line, amounts_block, nature_lines, value_text
from replies.components import button
from replies.layout import Reply, card
from replies.names import the
from replies.sources import sources_text
from replies.typography import NBSP, agreed, listing, money, plain

_REASONS = {
    Reason.RHYTHM_UNTOLD: "durée non dite",
    Reason.YEARS_UNTOLD: "nombre d'années non dit",
}


def measure_amounts(measure: Measure, totals: dict[Nature, Sum], plan: PlanDefinition) -> Reply:
    """One measure's amounts, every printed sum on its line."""
    heading = f"### Argent de la mesure {measure.number} · {plain(measure.title)}"
    if not totals:
        return card([heading, "Les documents n'en disent aucun montant."])
    return card(
        [
            heading,
            totals_line(totals),
            *_by_line(measure.amounts, totals, plan),
            _unexplained(totals),
        ],
        footer=_footer(measure.amounts, plan),
        rows=[[button(f"Mesure {measure.number}", f"mesure.voir:{measure.number}")]],
    )


def organisation_amounts(
    organisation: Organisation,
    alone: Sequence[Amount],
    together: Sequence[Amount],
    totals: dict[Nature, Sum],
    plan: PlanDefinition,
    only: int | None = None,
) -> Reply:
    """What an MO pays, measure by measure, or in measure `only` alone.

    Args:
        alone: what it pays alone; `totals` are of these.
        together: what it pays with others, its share untold.
    """
    where = f", mesure {only}" if only else ""
    heading = f"### Argent payé par {the(organisation.acronym, plan)}{where}"
    if not alone and not together:
        nothing = "Aucun montant connu n'est payé par cet organisme"
        return card([heading, f"{nothing} pour cette mesure." if only else f"{nothing}."])
    blocks = []
    for number in sorted({each.measure for each in alone if each.measure is not None}):
        of_measure = [each for each in alone if each.measure == number]
        lines = amounts_block(of_measure, plan, notes=False, payers=False)
        blocks.append("\n".join([f"**Mesure {number}**", *lines]))
    if together:
        lines = [f"- Mesure {each.measure} · {amount_line(each, plan)}" for each in together]
        blocks.append("\n".join(["**Avec d'autres, sans que sa part soit dite**", *lines]))
    doubled = [each for found in totals.values() for each in found.doubled]
    return card(
        [heading, totals_line(totals), _doubles(doubled), *blocks, _unexplained(totals)],
        footer=_footer([*alone, *together], plan),
    )


def plan_amounts(
    reconciliation: Reconciliation, totals: dict[Nature, Sum], plan: PlanDefinition
) -> Reply:
    """The amounts told against the total announced: said, not forced."""
    return card(
        [
            f"### Argent du plan\n{_verdict(reconciliation)}",
            _counted_lines(reconciliation.committed, "Engagé, chaque somme une seule fois"),
            _counted_lines(reconciliation.others, "Dépensé, sans engagement dit"),
            totals_line(totals),
            _left_out([each for each in reconciliation.left_out if each.of is None]),
        ],
        footer=_footer(plan.amounts, plan),
    )


def _verdict(found: Reconciliation) -> str:
    committed = f"**{money(found.committed.cents)}**"
    text = f"Les montants donnés par les documents font {committed}, sans double compte"
    since = _recorded_since(found)
    if since:
        text = (
            f"Les montants connus font {committed}, sans double compte, dont {money(since)}"
            f" {agreed(since, 'consigné')} depuis les documents"
        )
    if found.others.cents:
        text += f" ({money(found.everything)} avec ce qui n'est dit que dépensé)"
    if found.announced is None:
        return f"{text}. Aucun total n'est annoncé."
    announced = money(found.announced)
    if not found.gap:
        return f"{text}, comme le total annoncé."
    return (
        f"{text}. Le total annoncé est de **{announced}**{NBSP}: les deux ne concordent pas, et"
        f" rien n'explique l'écart de {money(abs(found.gap))}."
    )


def _recorded_since(found: Reconciliation) -> int:
    """What of the commitments no document tells, in cents: coordinators added it in chat."""
    return sum(each.cents for each in found.committed.counted if not each.amount.source.document)


def _counted_lines(found: Sum, title: str) -> str:
    if not found.counted:
        return ""
    lines = [f"**{title}{NBSP}: {money(found.cents)}**"]
    for each in found.counted:
        place = f"Mesure {each.amount.measure}" if each.amount.measure else "Plan"
        lines.append(f"- {place} · **{money(each.cents)}** · {plain(each.amount.purpose)}")
    return "\n".join(line for line in (*lines, _doubles(found.doubled)) if line)


def _doubles(doubled: Sequence[Doubled]) -> str:
    lines = []
    for each in doubled:
        measures = sorted({whole.measure for whole in each.wholes if whole.measure is not None})
        where = listing([str(number) for number in measures])
        lines.append(
            f"- Moins **{money(each.cents)}** · {plain(each.amount.purpose)},"
            f" somme comptée deux fois (mesures {where})"
        )
    return "\n".join(lines)


def totals_line(totals: Mapping[Nature, Sum]) -> str:
    """« Sans double compte, chaque nature à part : prévu 5 M$, dépensé ou investi 699 559 $. »"""
    told = [
        f"{NATURES[nature].lower()} **{money(found.cents)}**"
        for nature, found in totals.items()
        if found.counted
    ]
    if not told:
        return ""
    apart = ", chaque nature à part" if len(told) > 1 else ""
    return f"Sans double compte{apart}{NBSP}: {', '.join(told)}."


def _by_line(
    amounts: Sequence[Amount], totals: dict[Nature, Sum], plan: PlanDefinition
) -> list[str]:
    return [
        "\n".join(nature_lines(amounts, nature, plan, notes=True, payers=True)) for nature in totals
    ]


def _unexplained(totals: Mapping[Nature, Sum]) -> str:
    """What the sums leave out, and why, where its own line does not say so."""
    left_out = [each for found in totals.values() for each in found.left_out]
    return _left_out([each for each in left_out if each.of is None and not each.amount.outside])


def _left_out(left_out: Sequence[LeftOut]) -> str:
    lines = []
    for each in left_out:
        why = each.amount.outside or _REASONS.get(each.reason, "")
        purpose = plain(each.amount.purpose)
        told = f"{value_text(each.amount)} · {purpose}{NBSP}: {plain(why)}"
        lines.append(f"- Mesure {each.amount.measure} · {told}")
    return "\n".join(["**Laissé de côté**", *lines]) if lines else ""


def _footer(amounts: Sequence[Amount], plan: PlanDefinition) -> str:
    return sources_text([each.source for each in amounts], plan.documents)
