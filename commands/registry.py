"""Every command there is, and every control: what is not listed here does not exist."""

from typing import Any

from discord import app_commands

from commands import (
    absences,
    amounts,
    calendar,
    collecte,
    directory,
    dossier,
    form,
    indicators,
    journal,
    listing,
    measures,
    notice_answers,
    notice_wishes,
    organisations,
    plan,
    question,
    reminder,
    settings,
    team,
    updates,
    volets,
)
from commands.controls import Handler
from commands.help import help_command

Registered = app_commands.Group | app_commands.Command[Any, ..., Any] | app_commands.ContextMenu
CONTROLS: dict[str, Handler] = {
    **measures.CONTROLS,
    **updates.CONTROLS,
    **form.CONTROLS,
    **volets.CONTROLS,
    **dossier.CONTROLS,
    **listing.CONTROLS,
    **organisations.CONTROLS,
    **directory.CONTROLS,
    **amounts.CONTROLS,
    **calendar.CONTROLS,
    **reminder.CONTROLS,
    **notice_answers.CONTROLS,
    **notice_wishes.CONTROLS,
    **settings.CONTROLS,
    **team.CONTROLS,
    **absences.CONTROLS,
    **journal.CONTROLS,
    **question.CONTROLS,
}


def commands() -> list[Registered]:
    """The commands and groups, made anew for one client."""
    return [
        plan.PlanCommands(),
        measures.MeasureCommands(),
        organisations.OrganisationCommands(),
        directory.DirectoryCommands(),
        amounts.AmountCommands(),
        indicators.IndicatorCommands(),
        calendar.CalendarCommands(),
        reminder.ReminderCommands(),
        collecte.CollecteCommands(),
        team.TeamCommands(),
        journal.JournalCommands(),
        settings.SettingsCommands(),
        question.question_command,
        help_command,
        dossier.file_message,
    ]
