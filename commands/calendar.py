"""`/calendrier`: the deadlines, and the notices that announce them."""

import asyncio
from collections.abc import Sequence
from dataclasses import replace as with_changes

from discord import app_commands

from commands import deadline_options as typed_as
from commands import deadline_writing as writing
from commands import options, proposals
from commands.answers import privately, replace, send
from commands.context import Context, Interaction, context_of
from commands.controls import Handler, number_in, show_page
from plan.deadline import DEFAULT_NOTICES, MAX_TITLE, Deadline, DeadlineKind, Repetition
from plan.errors import NotFoundError, StaleControlError
from plan.text import one_line
from replies import deadlines as replies
from replies.layout import Reply


class CalendarCommands(app_commands.Group):
    """The group."""

    def __init__(self) -> None:
        super().__init__(name="calendrier", description="Les échéances du plan et leurs avis")

    @app_commands.command(name="voir", description="Les échéances à venir")
    @app_commands.describe(fichier="Aussi en fichier .ics, pour Outlook ou Google Agenda")
    async def view(self, interaction: Interaction, fichier: bool = False) -> None:
        """Answer with the deadlines to come; privately, with a file, where one is asked for."""
        context = context_of(interaction)
        if not fichier:
            await send(interaction, _calendar(context))
            return
        due = context.coming
        data = await asyncio.to_thread(_file, context, [deadline for deadline, _ in due])
        await send(interaction, replies.calendar(due, context.today, file=data))

    @app_commands.command(name="ajouter", description="Fixer une échéance et ses avis")
    @app_commands.describe(
        titre="Ce qui est attendu",
        quand="La date : « 31 mars », « dans deux semaines », « 2027-03-31 »",
        genre="Une reddition de comptes (au départ), ou un simple rappel",
        repetition="Si elle revient",
        preavis="Les jours d'avance des avis : « 30, 14, 7, 3, 1, 0 »",
        salon="Où les avis paraissent",
        organismes="Les sigles de ceux qu'elle concerne; aucun : tous",
    )
    @app_commands.choices(genre=typed_as.KINDS, repetition=typed_as.REPETITIONS)
    async def add(
        self,
        interaction: Interaction,
        titre: str,
        quand: str,
        genre: str | None = None,
        repetition: str | None = None,
        preavis: str | None = None,
        salon: typed_as.Channel | None = None,
        organismes: str | None = None,
    ) -> None:
        """Store a deadline with its notices, and tell both as understood."""
        context = context_of(interaction)
        context.require_coordinator()
        day, at = typed_as.moment(context, quand)
        draft = Deadline(
            id=0,
            title=one_line(titre, "titre", MAX_TITLE),
            first_on=day,
            at=at,
            kind=options.coded("genre", genre, DeadlineKind) or DeadlineKind.REPORTING,
            repetition=options.coded("repetition", repetition, Repetition) or Repetition.NONE,
            notices=typed_as.notices(preavis) if preavis is not None else DEFAULT_NOTICES,
            channel_id=await typed_as.channel(interaction, context, salon),
            organisations=options.organisations_in(context, organismes),
            created_by=context.person.id,
            created_by_name=context.person.name,
            created_at=context.now,
        )
        typed = preavis is not None
        await send(interaction, writing.add(interaction, context, draft, typed=typed))

    @app_commands.command(name="modifier", description="Changer une échéance et ses avis")
    @app_commands.describe(
        echeance="Laquelle",
        titre="Ce qui est attendu",
        quand="La nouvelle date, avec l'heure s'il y en a une",
        genre="Une reddition de comptes, ou un simple rappel",
        repetition="Si elle revient",
        preavis="Les jours d'avance des avis : « 30, 14, 7, 3, 1, 0 »",
        salon="Où les avis paraissent",
        organismes="Les sigles de ceux qu'elle concerne; « tous » : tous",
    )
    @app_commands.autocomplete(echeance=proposals.deadlines)
    @app_commands.choices(genre=typed_as.KINDS, repetition=typed_as.REPETITIONS)
    async def modify(
        self,
        interaction: Interaction,
        echeance: str,
        titre: str | None = None,
        quand: str | None = None,
        genre: str | None = None,
        repetition: str | None = None,
        preavis: str | None = None,
        salon: typed_as.Channel | None = None,
        organismes: str | None = None,
    ) -> None:
        """Change what is given, and tell it before and after, with the notices as they are now."""
        context = context_of(interaction)
        context.require_coordinator()
        now = typed_as.find_deadline(context, echeance)
        day, at = (now.first_on, now.at) if quand is None else typed_as.moment(context, quand)
        where = now.channel_id
        if salon is not None:
            where = await typed_as.channel(interaction, context, salon)
        after = with_changes(
            now,
            title=now.title if titre is None else one_line(titre, "titre", MAX_TITLE),
            first_on=day,
            at=at,
            kind=options.coded("genre", genre, DeadlineKind) or now.kind,
            repetition=options.coded("repetition", repetition, Repetition) or now.repetition,
            notices=now.notices if preavis is None else typed_as.notices(preavis),
            channel_id=where,
            organisations=now.organisations
            if organismes is None
            else options.organisations_in(context, organismes),
        )
        typed = preavis is not None
        await send(interaction, writing.change(interaction, context, now, after, typed=typed))

    @app_commands.command(name="retirer", description="Retirer une échéance")
    @app_commands.describe(echeance="Laquelle")
    @app_commands.autocomplete(echeance=proposals.deadlines)
    async def withdraw(self, interaction: Interaction, echeance: str) -> None:
        """Ask to confirm."""
        context = context_of(interaction)
        context.require_coordinator()
        deadline = typed_as.find_deadline(context, echeance)
        due = deadline.next_due(context.today)
        await send(interaction, replies.confirm_withdrawal(deadline, due))


async def view_pressed(interaction: Interaction, _arguments: Sequence[str]) -> None:
    """« Voir le calendrier » under a notice, whose id says nothing of a page."""
    await send(interaction, privately(_calendar(context_of(interaction))))


async def page_pressed(interaction: Interaction, arguments: Sequence[str]) -> None:
    """« Échéances », « Voir le calendrier », « Précédente », « Suivante »."""
    page = number_in(arguments, 0) if any(arguments) else 0
    await show_page(interaction, _calendar(context_of(interaction), page))


async def withdraw_pressed(interaction: Interaction, arguments: Sequence[str]) -> None:
    """« Retirer » on the answer to an addition."""
    context = context_of(interaction)
    context.require_coordinator()
    deadline = _deadline_in(context, arguments)
    await send(interaction, replies.confirm_withdrawal(deadline, deadline.next_due(context.today)))


async def confirm_pressed(interaction: Interaction, arguments: Sequence[str]) -> None:
    """« Confirmer »: it is withdrawn, and the question makes place for the answer."""
    context = context_of(interaction)
    context.require_coordinator()
    deadline = _deadline_in(context, arguments)
    await replace(interaction, writing.withdraw(interaction, context, deadline))


async def keep_pressed(interaction: Interaction, arguments: Sequence[str]) -> None:
    """« Garder »."""
    context = context_of(interaction)
    await replace(interaction, replies.kept(_deadline_in(context, arguments)))


CONTROLS: dict[str, Handler] = {
    "calendrier.voir": page_pressed,
    "calendrier.avis": view_pressed,
    "calendrier.retirer": withdraw_pressed,
    "calendrier.confirmer": confirm_pressed,
    "calendrier.garder": keep_pressed,
}


def _calendar(context: Context, page: int = 0) -> Reply:
    return replies.calendar(context.coming, context.today, page)


def _file(context: Context, deadlines: Sequence[Deadline]) -> bytes:
    """The deadlines as a calendar file; its library takes 150 ms the first time."""
    from reports.calendar_file import Entry, calendar_file

    entries = [Entry(each, replies.description(each)) for each in deadlines]
    origin = str(context.committee.id)
    return calendar_file(entries, replies.CALENDAR_NAME, origin, context.zone, context.now)


def _deadline_in(context: Context, arguments: Sequence[str]) -> Deadline:
    try:
        return context.committee.deadlines.get(number_in(arguments, 0))
    except NotFoundError:
        raise StaleControlError from None
