"""`/equipe`: who answers for which MO, who replaces them, who is away."""

from collections.abc import Sequence

import discord
from discord import app_commands

from commands import options, proposals
from commands.absences import set_absence
from commands.answers import replace, send
from commands.context import Context, Interaction, context_of
from commands.controls import Handler, number_in
from plan.action import ActionKind
from plan.errors import DateOrderError, NotAllowedError
from plan.find import find_organisation
from plan.option_errors import BotNamedError, OneOfError, OwnSubstituteError
from plan.organisation import Organisation, OrganisationKind
from plan.team import Assignment
from replies import team as replies


class TeamCommands(app_commands.Group):
    """The group; coordinators alone."""

    def __init__(self) -> None:
        super().__init__(name="equipe", description="Qui répond pour quel ministère ou organisme")

    @app_commands.command(name="ajouter", description="Dire qui répond pour un organisme")
    @app_commands.describe(
        organisme="Le ministère ou organisme",
        membre="La personne qui en répond",
        role="Ou le rôle dont les membres en répondent",
        remplacant="Qui en répond à sa place, au besoin",
    )
    @app_commands.autocomplete(organisme=proposals.organisations)
    async def add(
        self,
        interaction: Interaction,
        organisme: str,
        membre: discord.User | None = None,
        role: discord.Role | None = None,
        remplacant: discord.User | None = None,
    ) -> None:
        """Make a member, or a role, answer for an MO."""
        context = _coordinating(interaction)
        organisation = _named(context, organisme)
        who = _one_of(membre, role)
        _require_people(membre, remplacant)
        if membre is not None and membre == remplacant:
            raise OwnSubstituteError(membre.display_name)
        assignment = Assignment(
            id=0,
            organisation=organisation.acronym,
            member_id=membre.id if membre else None,
            role_id=role.id if role else None,
            name=_name(who),
            substitute_id=remplacant.id if remplacant else None,
            substitute_name=remplacant.display_name if remplacant else "",
        )
        team = context.committee.team
        before = team.find(organisation.acronym, assignment.member_id, assignment.role_id)
        with interaction.client.services.storage.writing():
            assignment = team.assign(assignment)
            _note(context, ActionKind.ASSIGNED, assignment)
        if before is not None:
            await send(interaction, replies.substitute_changed(assignment, before, context.plan))
            return
        silent = role is not None and options.is_silent(interaction, role)
        await send(interaction, replies.assigned(assignment, context.plan, silent=silent))

    @app_commands.command(name="retirer", description="Retirer une affectation")
    @app_commands.describe(
        organisme="Le ministère ou organisme", membre="La personne", role="Ou le rôle"
    )
    @app_commands.autocomplete(organisme=proposals.organisations)
    async def remove(
        self,
        interaction: Interaction,
        organisme: str,
        membre: discord.User | None = None,
        role: discord.Role | None = None,
    ) -> None:
        """Take an assignment, or a substitute, away; what the person recorded stays."""
        context = _coordinating(interaction)
        organisation = _named(context, organisme)
        _one_of(membre, role)
        team = context.committee.team
        if membre and team.find(organisation.acronym, membre.id, None) is None:
            replaced = _end_substitution(interaction, context, organisation, membre)
            if replaced:
                await send(interaction, replies.substitute_removed(replaced, context.plan))
                return
        with interaction.client.services.storage.writing():
            removed = team.remove(
                organisation.acronym, membre.id if membre else None, role.id if role else None
            )
            _note(context, ActionKind.UNASSIGNED, removed)
        await send(interaction, replies.removed(removed, context.plan))

    @app_commands.command(name="absence", description="Noter une absence : le remplaçant est avisé")
    @app_commands.describe(
        membre="Qui s'absente", du="Premier jour d'absence", au="Dernier jour d'absence"
    )
    async def absence(
        self, interaction: Interaction, membre: discord.User, du: str, au: str
    ) -> None:
        """Write down the days on which a member is away."""
        context = _coordinating(interaction)
        _require_people(membre)
        first = options.read_when(context, du, "future").day
        last = options.read_when(context, au, "future").day
        if last < first:
            raise DateOrderError(first, last)
        await send(interaction, set_absence(interaction, context, membre, first, last))

    @app_commands.command(name="voir", description="Qui répond pour quoi")
    @app_commands.describe(organisme="Seulement ce ministère ou organisme")
    @app_commands.autocomplete(organisme=proposals.organisations)
    async def view(self, interaction: Interaction, organisme: str | None = None) -> None:
        """Answer privately with the team, by MO, and with the MOs that nobody answers for."""
        context = _coordinating(interaction)
        only = _named(context, organisme).acronym if organisme else None
        team = context.committee.team
        reply = replies.team_card(
            team.assignments(), team.absences(context.today), context.plan, only
        )
        await send(interaction, reply)

    @app_commands.command(name="oublier", description="Effacer le nom d'un membre partout")
    @app_commands.describe(membre="Qui demande à être oublié")
    async def forget(self, interaction: Interaction, membre: discord.User) -> None:
        """Ask to confirm: a name that is gone does not come back."""
        _coordinating(interaction)
        await send(interaction, replies.confirm_forgetting(membre.id))


async def forget_confirmed(interaction: Interaction, arguments: Sequence[str]) -> None:
    """« Confirmer »: the member's name is taken out; the facts recorded stay."""
    context = _coordinating(interaction)
    forgotten = context.committee.forget(number_in(arguments, 0), context.person, context.now)
    await replace(interaction, replies.forgotten(forgotten))


async def kept_pressed(interaction: Interaction, arguments: Sequence[str]) -> None:
    """« Garder »: nothing is taken out."""
    _coordinating(interaction)
    await replace(interaction, replies.remembered(number_in(arguments, 0)))


CONTROLS: dict[str, Handler] = {
    "equipe.oublier": forget_confirmed,
    "equipe.garder": kept_pressed,
}


def _coordinating(interaction: Interaction) -> Context:
    context = context_of(interaction)
    context.require_coordinator()
    return context


def _named(context: Context, typed: str) -> Organisation:
    """An MO that somebody can answer for: the two phrases that stand for none are not.

    Raises:
        NotAllowedError: it is one of them.
    """
    organisation = find_organisation(typed, context.plan.organisations)
    if organisation.kind is not OrganisationKind.NAMED:
        raise NotAllowedError("no_organisation", organisation.name)
    return organisation


def _one_of(member: discord.User | None, role: discord.Role | None) -> discord.User | discord.Role:
    """The member or the role given; never @everyone, who would all answer for the MO.

    Raises:
        OneOfError: both, or neither.
        EveryoneRoleError: the role of everyone.
    """
    who = member or role
    if who is None or (member and role):
        raise OneOfError(("membre", "role"))
    if role is not None:
        options.require_some(role, "role")
    return who


def _require_people(*members: discord.User | None) -> None:
    """Let people pass.

    Raises:
        BotNamedError: one is a bot.
    """
    for each in members:
        if each is not None and each.bot:
            raise BotNamedError(each.display_name)


def _end_substitution(
    interaction: Interaction, context: Context, organisation: Organisation, member: discord.User
) -> list[Assignment]:
    """The assignments that a member was the substitute of, in the MO, and is no more."""
    with interaction.client.services.storage.writing():
        replaced = context.committee.team.end_substitution(organisation.acronym, member.id)
        if replaced:
            name = replaced[0].substitute_name
            gone = Assignment(0, organisation.acronym, member.id, None, name)
            _note(context, ActionKind.UNASSIGNED, gone)
    return replaced


def _name(who: discord.User | discord.Role) -> str:
    return who.name if isinstance(who, discord.Role) else who.display_name


def _note(context: Context, kind: ActionKind, assignment: Assignment) -> None:
    context.note(
        kind,
        organisation=assignment.organisation,
        name=assignment.name,
        member_id=str(assignment.member_id or ""),
        substitute=assignment.substitute_name,
        substitute_id=str(assignment.substitute_id or ""),
    )
