"""Refusals of options: what cannot be read, what is missing, what does not go together."""

from collections.abc import Sequence

from plan import option_errors as errors
from plan.money import Amount
from plan.option_errors import Form
from replies.amounts import amount_told
from replies.refusals.words import bullets, word
from replies.typography import NBSP, count, full_day, listing, number, plain, quoted

_EXAMPLES = {
    Form.SUM: (f"650{NBSP}000{NBSP}$", f"5,25{NBSP}M$", f"100{NBSP}675,50{NBSP}$"),
    Form.VALUE: ("15", f"4,5{NBSP}%", f"1{NBSP}234"),
    Form.HOUR: (f"9{NBSP}h", f"8{NBSP}h{NBSP}30", "13:00"),
    Form.LADDER: ("mo 14, remplaçants 3, coordination 1", "remplaçants 7", "coordination J-2"),
    Form.NOTICES: ("30, 14, 7, 3, 1, 0", "7, 1", "0"),
}


@word.register
def _(error: errors.BadOptionError) -> str:
    text = f"L'option `{error.option}` ne peut pas être {quoted(error.typed)}."
    return f"{text} Elle peut être{NBSP}:\n{bullets(error.allowed)}" if error.allowed else text


@word.register
def _(error: errors.UnreadableError) -> str:
    examples = listing([quoted(each) for each in _EXAMPLES[error.form]], "ou")
    typed = f"ne peut pas être {quoted(error.typed)}" if error.typed.strip() else "est vide"
    return f"L'option `{error.option}` {typed}. Par exemple{NBSP}: {examples}."


@word.register
def _(error: errors.OtherUnitError) -> str:
    unit = f"en{NBSP}%" if error.unit else f"sans{NBSP}%"
    return (
        f"L'option `valeur` ne peut pas être {quoted(error.typed)}{NBSP}: cet indicateur se compte"
        f" {unit}."
    )


@word.register
def _(error: errors.NothingGivenError) -> str:
    options = listing([f"`{each}`" for each in error.options], "ou")
    return f"Rien à changer{NBSP}: donnez au moins une option, {options}."


@word.register
def _(error: errors.OneOfError) -> str:
    return f"Donnez {listing([f'`{each}`' for each in error.options], 'ou')}, et un seul."


@word.register
def _(error: errors.EveryoneRoleError) -> str:
    return (
        f"L'option `{error.option}` ne peut pas être @\u200beveryone{NBSP}: choisissez un rôle que"
        " seuls certains membres ont. Rien n'a été changé."
    )


@word.register
def _(error: errors.BotNamedError) -> str:
    return f"{plain(error.name)} est un robot{NBSP}: choisissez une personne. Rien n'a été changé."


@word.register
def _(error: errors.OwnSubstituteError) -> str:
    return (
        f"{plain(error.name)} ne peut pas se remplacer{NBSP}: choisissez quelqu'un d'autre. Rien"
        " n'a été changé."
    )


@word.register
def _(error: errors.YearsOutOfRangeError) -> str:
    return f"L'option `annees` va de 1 à {error.most}, et {number(error.years)} n'y est pas."


@word.register
def _(error: errors.YearsWithoutRhythmError) -> str:
    return (
        f"Une somme qui vient une fois n'a pas {count(error.years, 'année')}. Dites le rythme avec"
        " l'option `rythme`, «\u00a0par année\u00a0» ou «\u00a0sur une période\u00a0»."
    )


@word.register
def _(error: errors.AmountNotFoundError) -> str:
    return (
        f"Aucun montant ne correspond à {quoted(error.typed)}. Donnez la somme ou des mots de ce"
        " qu'elle paie, ou choisissez dans la liste."
    )


@word.register
def _(error: errors.AmbiguousAmountError) -> str:
    return (
        f"{quoted(error.typed)} convient à {count(len(error.candidates), 'montant')}. Précisez"
        f" lequel, ou choisissez-le dans la liste{NBSP}:\n{_amounts(error.candidates)}"
    )


@word.register
def _(error: errors.DuplicateAmountError) -> str:
    return (
        f"Ce montant est déjà là{NBSP}: {amount_told(error.amount)}. Rien n'a été ajouté."
        f" Pour le corriger{NBSP}: `/montant modifier`. S'il en est un autre, dites-le dans `pour`."
    )


@word.register
def _(error: errors.AmountUnchangedError) -> str:
    return f"Rien à changer{NBSP}: le montant est déjà celui-là, {amount_told(error.amount)}."


@word.register
def _(error: errors.AmountLeanedOnError) -> str:
    return (
        f"D'autres montants dépendent de celui-là ({amount_told(error.amount)}). Retirez-les"
        f" d'abord{NBSP}:\n{_amounts(error.leaning)}"
    )


@word.register
def _(error: errors.IndicatorUnchangedError) -> str:
    found = error.indicator
    value = number(found.reached, found.unit) if found.reached is not None else ""
    day = f" au {full_day(found.reached_on)}" if found.reached_on else ""
    return f"Rien à changer{NBSP}: {quoted(found.label)} est déjà à {value}{day}."


@word.register
def _(error: errors.DuplicateIndicatorError) -> str:
    return (
        f"La mesure {error.indicator.measure} a déjà l'indicateur {quoted(error.indicator.label)}."
        " `/indicateur modifier` en consigne la valeur."
    )


def _amounts(amounts: Sequence[Amount]) -> str:
    return "\n".join(f"- {amount_told(each)}" for each in amounts[:22])
