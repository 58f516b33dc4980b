"""Amounts in words: value and rhythm, nature, and what contains what."""

from collections.abc import Sequence

from plan.money import Amount, Nature, Rhythm
from replies.typography import count, listing, money, plain

_INDENT = "\u2003"  # an em space: chat drops ordinary ones
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


def amount_line(amount: Amount, others: Sequence[Amount]) -> str:
    """One amount: value, purpose, payers, and how it stands to the others.

    Args:
        others: every amount of the plan, to name the measures of those it is part of.
    """
    parts = [f"{value_text(amount)} · {plain(amount.purpose)}"]
    if amount.payers:
        parts.append(f"payé par {listing([plain(each) for each in amount.payers])}")
    if amount.period:
        parts.append(plain(amount.period))
    parts.extend(relations(amount, others))
    if amount.note:
        parts.append(plain(amount.note))
    return ", ".join(parts)


def relations(amount: Amount, others: Sequence[Amount]) -> list[str]:
    """« compris dans 1 M$ », « aussi compté dans la mesure 2 », « même argent que … »."""
    by_key = {each.key: each for each in others}
    told = []
    for key in amount.part_of:
        whole = by_key.get(key)
        if whole is None:
            continue
        if whole.measure == amount.measure:
            told.append(f"*partie de {money(whole.value)}*")
        else:
            told.append(f"*partie aussi de {money(whole.value)} de la mesure {whole.measure}*")
    same = by_key.get(amount.same_as)
    if same is not None:
        nature = NATURES[same.nature].lower()
        place = "" if same.measure == amount.measure else f", mesure {same.measure}"
        told.append(f"*même argent que {money(same.value)} ({nature}{place})*")
    if amount.outside:
        told.append(f"*hors total : {plain(amount.outside)}*".replace(" :", "\u00a0:"))
    return told


def amounts_block(amounts: Sequence[Amount], others: Sequence[Amount]) -> str:
    """The amounts of one measure by nature, each part under its whole."""
    lines = []
    for nature in Nature:
        of_nature = [each for each in amounts if each.nature is nature]
        keys = {each.key for each in of_nature}
        roots = [each for each in of_nature if not keys.intersection(each.part_of)]
        for root in roots:
            lines.append(f"{NATURES[nature]}\u00a0: {amount_line(root, others)}")
            lines.extend(_parts(root, of_nature, others, depth=1))
    return "\n".join(lines)


def _parts(
    whole: Amount, amounts: Sequence[Amount], others: Sequence[Amount], depth: int
) -> list[str]:
    """The amounts inside another, indented; the one of two wholes stands under its measure's."""
    inside = [each for each in amounts if whole.key in each.part_of]
    lines = []
    for rank, part in enumerate(inside):
        branch = "└" if rank == len(inside) - 1 else "├"
        lines.append(f"{_INDENT * depth}{branch} {amount_line(part, others)}")
        lines.extend(_parts(part, amounts, others, depth + 1))
    return lines


def amounts_counted(quantity: int) -> str:
    """« 3 montants »."""
    return count(quantity, "montant")
