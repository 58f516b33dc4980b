"""`/montant`: the plan's money."""

from collections.abc import Sequence

from discord import app_commands

from commands import options, proposals
from commands.answers import privately, send
from commands.context import Context, Interaction, context_of
from commands.controls import Handler
from commands.recording import recorded
from plan.amount_changes import AmountRequest, addition, correction, new_amount, removal
from plan.changes import find_volet
from plan.errors import NotAllowedError
from plan.find import find_measure, find_organisation
from plan.find_records import find_amount
from plan.history import Change
from plan.money import Amount, Nature, Rhythm, paid_by
from plan.numbers import read_sum
from plan.text import new_key
from plan.totals import reconciliation, totals_by_nature
from replies.amounts import NATURES
from replies.layout import Reply
from replies.money_cards import measure_amounts, organisation_amounts, plan_amounts

_NATURES = [
    app_commands.Choice(name=NATURES[nature].lower(), value=nature.value) for nature in Nature
]
_RHYTHMS = [
    app_commands.Choice(name="une fois", value=Rhythm.ONCE.value),
    app_commands.Choice(name="par année", value=Rhythm.PER_YEAR.value),
    app_commands.Choice(name="sur une période", value=Rhythm.OVER_PERIOD.value),
]


class AmountCommands(app_commands.Group):
    """The group."""

    def __init__(self) -> None:
        super().__init__(
            name="montant", description="L'argent du plan, par nature, compté une fois"
        )

    @app_commands.command(
        name="voir", description="Les montants d'une mesure, d'un organisme, du plan"
    )
    @app_commands.describe(
        mesure="Ceux d'une mesure", organisme="Ceux que paie un ministère ou organisme"
    )
    @app_commands.autocomplete(mesure=proposals.measures, organisme=proposals.organisations)
    async def view(
        self, interaction: Interaction, mesure: str | None = None, organisme: str | None = None
    ) -> None:
        """Answer with the amounts asked for; with none, the plan's reconciliation."""
        context = context_of(interaction)
        number = find_measure(mesure, context.plan).number if mesure else None
        if organisme:
            reply = _of_organisation(context, organisme, number)
        elif number:
            reply = _of_measure(context, number)
        else:
            reply = _of_plan(context)
        await send(interaction, reply)

    @app_commands.command(name="ajouter", description="Ajouter un montant")
    @app_commands.describe(
        mesure="Son numéro ou des mots de son titre",
        valeur="La somme : « 650 000 $ », « 5,25 M$ »",
        pour="Ce qu'elle paie",
        nature="Ce qu'elle est devenue",
        volet="Lequel, si la mesure en a plusieurs",
        rythme="Une fois (au départ), par année, ou sur une période",
        annees="Combien d'années",
        payeur="Les sigles de qui paie",
        partie_de="Le montant dont elle est une partie",
    )
    @app_commands.choices(nature=_NATURES, rythme=_RHYTHMS)
    @app_commands.autocomplete(
        mesure=proposals.measures,
        volet=proposals.volets,
        payeur=proposals.organisations,
        partie_de=proposals.amounts,
    )
    async def add(
        self,
        interaction: Interaction,
        mesure: str,
        valeur: str,
        pour: str,
        nature: str,
        volet: str | None = None,
        rythme: str | None = None,
        annees: int | None = None,
        payeur: str | None = None,
        partie_de: str | None = None,
    ) -> None:
        """Record a new amount; what it is part of is not counted twice."""
        context = context_of(interaction)
        context.require_coordinator()
        measure = options.measure_option(context, mesure)
        whole = find_amount(partie_de, context.plan.amounts) if partie_de else None
        amount = new_amount(
            measure.number,
            _request(context, valeur, pour, nature, rythme, annees, payeur),
            key=new_key(f"m{measure.number}-", context.now, context.committee.changes()[-1].id),
            as_of=context.today,
            volet=find_volet(measure, volet).position if volet else None,
            part_of=(whole.key,) if whole else (),
        )
        change = addition(amount, context.plan.amounts, context.person, context.now)
        await send(interaction, recorded(context, measure, change))

    @app_commands.command(name="modifier", description="Corriger un montant")
    @app_commands.describe(
        montant="Lequel : choisissez dans la liste",
        motif="Pourquoi",
        valeur="La somme : « 650 000 $ », « 5,25 M$ »",
        pour="Ce qu'elle paie",
        nature="Ce qu'elle est devenue",
        rythme="Une fois, par année, ou sur une période",
        annees="Combien d'années",
        payeur="Les sigles de qui paie",
    )
    @app_commands.choices(nature=_NATURES, rythme=_RHYTHMS)
    @app_commands.autocomplete(montant=proposals.amounts, payeur=proposals.organisations)
    async def modify(
        self,
        interaction: Interaction,
        montant: str,
        motif: str,
        valeur: str | None = None,
        pour: str | None = None,
        nature: str | None = None,
        rythme: str | None = None,
        annees: int | None = None,
        payeur: str | None = None,
    ) -> None:
        """Correct an amount, with a reason; the history keeps both."""
        context = context_of(interaction)
        context.require_coordinator()
        amount = find_amount(montant, context.plan.amounts)
        request = _request(context, valeur, pour, nature, rythme, annees, payeur)
        change = correction(
            amount, request, motif, context.plan.amounts, context.person, context.now
        )
        await send(interaction, _recorded(context, amount, change))

    @app_commands.command(name="retirer", description="Retirer un montant")
    @app_commands.describe(montant="Lequel : choisissez dans la liste", motif="Pourquoi")
    @app_commands.autocomplete(montant=proposals.amounts)
    async def remove(self, interaction: Interaction, montant: str, motif: str) -> None:
        """Take an amount out, with a reason; the history keeps it."""
        context = context_of(interaction)
        context.require_coordinator()
        amount = find_amount(montant, context.plan.amounts)
        change = removal(amount, context.plan.amounts, motif, context.person, context.now)
        await send(interaction, _recorded(context, amount, change))


async def plan_pressed(interaction: Interaction, _arguments: Sequence[str]) -> None:
    """« Argent » on the plan's card."""
    await send(interaction, privately(_of_plan(context_of(interaction))))


async def organisation_pressed(interaction: Interaction, arguments: Sequence[str]) -> None:
    """« Ses montants » on an MO's card."""
    context = context_of(interaction)
    await send(interaction, privately(_of_organisation(context, ":".join(arguments))))


CONTROLS: dict[str, Handler] = {
    "montant.plan": plan_pressed,
    "montant.organisme": organisation_pressed,
}


def _request(
    context: Context,
    value: str | None,
    purpose: str | None,
    nature: str | None,
    rhythm: str | None,
    years: int | None,
    payers: str | None,
) -> AmountRequest:
    """What is asked of an amount, as typed.

    Raises:
        DomainError: an option cannot be read.
    """
    return AmountRequest(
        value=None if value is None else read_sum(value),
        purpose=purpose,
        nature=options.coded("nature", nature, Nature),
        rhythm=options.coded("rythme", rhythm, Rhythm),
        years=years,
        payers=options.organisations_in(context, payers) if payers else None,
    )


def _recorded(context: Context, amount: Amount, change: Change) -> Reply:
    if amount.measure is None:
        raise NotAllowedError("plan_amount")
    measure = context.committee.measure(amount.measure)
    return recorded(context, measure, change)


def _of_measure(context: Context, number: int) -> Reply:
    measure = context.committee.measure(number)
    totals = totals_by_nature(context.plan.amounts, _keys(measure.amounts))
    return measure_amounts(measure, totals, context.plan)


def _of_organisation(context: Context, typed: str, number: int | None = None) -> Reply:
    """What an MO pays, in one measure where `number` is given."""
    found = find_organisation(typed, context.plan.organisations)
    amounts = [each for each in context.plan.amounts if number in (None, each.measure)]
    alone, together = paid_by(found.acronym, amounts)
    totals = totals_by_nature(context.plan.amounts, _keys(alone))
    return organisation_amounts(found, alone, together, totals, context.plan, number)


def _of_plan(context: Context) -> Reply:
    amounts = context.plan.amounts
    found = reconciliation(amounts, context.plan.announced_total)
    return plan_amounts(found, totals_by_nature(amounts), context.plan)


def _keys(amounts: Sequence[Amount]) -> set[str]:
    return {each.key for each in amounts}
