"""Refusals of days that cannot be spoken of."""

from plan import errors
from replies.refusals.words import word
from replies.typography import day_text, full_day


@word.register
def _(error: errors.DateOutOfRangeError) -> str:
    if error.day > error.latest:
        return f"Le {full_day(error.day)} est à venir. Donnez aujourd'hui ou un jour passé."
    return (
        f"Le {full_day(error.day)} est avant le début du plan, le {day_text(error.earliest)}."
        " Donnez ce jour ou un autre depuis."
    )


@word.register
def _(error: errors.DateOrderError) -> str:
    return (
        f"Le {full_day(error.last)} est avant le {full_day(error.first)}. Donnez un dernier jour"
        " qui vient après le premier, ou le même. Rien n'a été changé."
    )


@word.register
def _(error: errors.NothingRecordedError) -> str:
    return (
        f"Rien n'est consigné au {full_day(error.day)}. Le premier état connu est celui du"
        f" {full_day(error.first)}."
    )
