"""What was recorded since a day, in lines."""

from plan.history import Change, EventField
from plan.questions.answering.told.measures import ChangesTold
from plan.state import State
from replies.questions.lines import told_lines
from replies.questions.voice import Voice
from replies.typography import NBSP, clip, count, plain


@told_lines.register
def changes_lines(told: ChangesTold, voice: Voice) -> list[str]:
    """« **2 changements** depuis le 1er octobre 2026 : », then each, newest first."""
    since = f" {voice.say('depuis le', 'since')} {voice.day(told.since)}" if told.since else ""
    about = ""
    if told.measures:
        the = "la " if len(told.measures) == 1 else "les "
        about = f" {voice.say(f'pour {the}', 'for ')}{voice.measures(told.measures)}"
    if not told.changes:
        first = voice.day(told.first)
        documents = voice.say(
            f"Les états sont ceux des documents, au {first}.",
            f"The states are the documents', as of {first}.",
        )
        nothing = voice.say("Rien n'a été consigné", "Nothing was recorded")
        return [f"**{nothing}{since}{about}.** {documents}"]
    total = count(told.total, voice.say("changement", "change"))
    lines = [f"**{total}**{since}{about}{voice.colon}"]
    lines += [_line(each, voice) for each in told.changes]
    left = told.total - len(told.changes)
    if left > 0:
        others = voice.say(f"… et {count(left, 'autre')}", f"… and {left} more")
        where = voice.say("donne tout, une mesure à la fois", "tells all, a measure at a time")
        lines.append(f"{others}; `/mesure historique` {where}.")
    return lines


def _line(change: Change, voice: Voice) -> str:
    day = voice.day(change.recorded_at.astimezone(voice.zone).date())
    numbers = sorted({event.measure for event in change.events})
    states = [
        f"{voice.state(State(event.old))} → {voice.state(State(event.new))}"
        for event in change.events
        if event.field is EventField.STATE and event.old and event.new
    ]
    what = ", ".join(dict.fromkeys(states)) or _fields(change, voice)
    who = plain(clip(change.author, 60))
    return f"- {day}{NBSP}· {voice.measures(numbers)}{voice.colon} {what} ({who})"


def _fields(change: Change, voice: Voice) -> str:
    names = {
        EventField.STATE: ("état", "state"),
        EventField.REMARK: ("remarque", "remark"),
        EventField.CAUSE: ("frein", "obstacle"),
        EventField.CONFIRMED: ("rien de changé", "nothing changed"),
        EventField.REACHED: ("valeur atteinte", "value reached"),
        EventField.INDICATOR: ("repère", "indicator"),
        EventField.AMOUNT: ("montant", "amount"),
    }
    told = [voice.say(*names[event.field]) for event in change.events]
    return ", ".join(dict.fromkeys(told))
