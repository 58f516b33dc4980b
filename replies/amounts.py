"""Amounts in words: value and rhythm, nature, and what contains what."""

from collections.abc import Iterator, Sequence

from plan.definition import PlanDefinition
from plan.money import Amount, Nature, Rhythm
from replies.names import the
from replies.typography import NBSP, agreed, listing, money, plain

NATURES = {
    Nature.ANNOUNCED: "Annoncé",
    Nature.PLANNED: "Prévu",
    Nature.GRANTED: "Octroyé",
    Nature.AUTHORISED: "Autorisé",
    Nature.SPENT: "Dépensé ou investi",
}


def value_text(amount: Amount) -> str:
    """« 650 000 $ par année, 5 ans (3,25 M$) », « 5,25 M$ sur 5 ans », « 65 225 $ »."""
    value = f"**{money(amount.value)}**"
    years = f"{amount.years} ans" if amount.years and amount.years > 1 else ""
    if amount.rhythm is Rhythm.PER_YEAR:
        value = f"**{money(amount.value)} par année**"
        return f"{value}, {years} ({money(amount.total)})" if years else value
    if amount.rhythm is Rhythm.OVER_PERIOD and years:
        return f"{value} sur {years}"
    if amount.rhythm is Rhythm.UNTOLD:
        return f"{value} (durée non dite)"
    return value


def amount_line(
    amount: Amount,
    plan: PlanDefinition,
    *,
    under: str = "",
    payers: bool = True,
    why: bool = True,
) -> str:
    """One amount: value, purpose, period, payers, and how it stands to the others.

    Args:
        under: key of the whole that the line stands under, which needs no words then.
        payers: False where they go without saying.
        why: also why it is left out of the sums, where it is.
    """
    paid = ""
    if payers and amount.payers:
        whom = listing([the(each, plan) for each in amount.payers])
        paid = f", {agreed(amount.value, 'payé')} par {whom}"
    parts = [f"{value_text(amount)}{paid} · {plain(amount.purpose)}"]
    if amount.period and amount.period not in amount.purpose:
        parts.append(plain(amount.period))
    parts.extend(_relations(amount, plan.amounts, under, why=why))
    return ", ".join(parts)


def amount_label(amount: Amount) -> str:
    """« 4 · 150 000 $ par année · ententes… », in plain text, for lists of choices."""
    per_year = " par année" if amount.rhythm is Rhythm.PER_YEAR else ""
    return f"{amount.measure or 'plan'} · {money(amount.value)}{per_year} · {amount.purpose}"


def amount_told(amount: Amount) -> str:
    """« mesure 4, prévu 150 000 $ par année, 5 ans (750 000 $) · ententes… », for a refusal."""
    place = f"mesure {amount.measure}" if amount.measure else "plan"
    return f"{place}, {amount_summary(amount)}"


def amount_summary(amount: Amount) -> str:
    """« prévu 650 000 $ par année, 5 ans (3,25 M$) · purpose, payeur : MESS », for the history."""
    paid = f", payeur{NBSP}: {plain(listing(amount.payers))}" if amount.payers else ""
    nature = NATURES[amount.nature].lower()
    return f"{nature} {value_text(amount)} · {plain(amount.purpose)}{paid}"


def amounts_block(
    amounts: Sequence[Amount], plan: PlanDefinition, *, notes: bool, payers: bool = True
) -> list[str]:
    """Amounts by nature, each part under its whole, one a line.

    Args:
        notes: also what the document does not say of them, on small lines.
    """
    return [
        line for nature in Nature for line in nature_lines(amounts, nature, plan, notes, payers)
    ]


def nature_lines(
    amounts: Sequence[Amount], nature: Nature, plan: PlanDefinition, notes: bool, payers: bool
) -> Iterator[str]:
    """The amounts of one nature. A part whose whole is of another nature stands on its own."""
    of_nature = [each for each in amounts if each.nature is nature]
    keys = {each.key for each in of_nature}
    for root in of_nature:
        if keys.isdisjoint(root.part_of):
            dont = ", dont" if any(root.key in each.part_of for each in of_nature) else ""
            line = amount_line(root, plan, payers=payers, why=notes)
            yield f"{NATURES[nature]}{NBSP}: {line}{dont}"
            yield from _parts(root, of_nature, plan, 0, notes)
            yield from _note(root, notes)


def _parts(
    whole: Amount, amounts: Sequence[Amount], plan: PlanDefinition, depth: int, notes: bool
) -> Iterator[str]:
    """The amounts inside another, in a list under it; payers that are the whole's are not told."""
    inside = [each for each in amounts if whole.key in each.part_of]
    for part in inside:
        differ = part.payers != whole.payers
        line = amount_line(part, plan, under=whole.key, payers=differ, why=notes)
        dont = ", dont" if any(part.key in each.part_of for each in amounts) else ""
        yield f"{'  ' * depth}- {line}{dont}"
        yield from _parts(part, amounts, plan, depth + 1, notes)
        yield from _note(part, notes)


def _note(amount: Amount, wanted: bool) -> Iterator[str]:
    if wanted and amount.note:
        yield f"-# {plain(amount.note)}"


def _agreed_nature(amount: Amount) -> str:
    """« prévus », « dépensés ou investis »."""
    words = NATURES[amount.nature].lower().split(" ou ")
    return " ou ".join(agreed(amount.value, word) for word in words)


def _relations(amount: Amount, others: Sequence[Amount], under: str, *, why: bool) -> list[str]:
    """« partie de 1 M$ », « somme aussi comptée dans la mesure 2 », « même argent que … »."""
    by_key = {each.key: each for each in others}
    told = []
    for whole in (by_key[key] for key in amount.part_of if key in by_key and key != under):
        if whole.measure == amount.measure:
            told.append(f"*partie de {money(whole.value)}*")
        else:
            place = f"la mesure {whole.measure} ({money(whole.value)})"
            told.append(f"*somme aussi comptée dans {place}*")
    same = by_key.get(amount.same_as)
    if same is not None:
        place = "" if same.measure == amount.measure else f", mesure {same.measure}"
        told.append(f"*même argent que {money(same.value)} ({_agreed_nature(same)}{place})*")
    if amount.outside:
        reason = f"{NBSP}: {plain(amount.outside)}" if why else ""
        told.append(f"*hors total{reason}*")
    return told
