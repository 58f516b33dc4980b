"""An answer as it is posted: lines, source, buttons."""

from collections.abc import Sequence
from datetime import date
from zoneinfo import ZoneInfo

from discord import ui

from plan.definition import PlanDefinition
from plan.measure import Measure
from plan.questions.answer import (
    AddedTold,
    AmountTold,
    AnnouncedTold,
    Answer,
    BodiesTold,
    ChangesTold,
    ComparedTold,
    ContactTold,
    CoordinatorTold,
    DayTold,
    DifferingTold,
    EntryTold,
    FactTold,
    IndicatorTold,
    ListTold,
    MeasuresTold,
    MeasureTold,
    NameTold,
    OverlapTold,
    PayersTold,
    RankedTold,
    ReconciliationTold,
    SpanTold,
    StateTold,
    TallyTold,
    Told,
    TotalsTold,
    YearsTold,
)
from plan.questions.asked import Focus
from plan.questions.english import Language
from replies.layout import Reply, button, card
from replies.questions import changes, directory, figures, money, states
from replies.questions.explanation import explanation_lines
from replies.questions.origins import sources_of
from replies.questions.refusals import refusal_lines
from replies.questions.voice import Voice
from replies.sources import sources_text
from replies.typography import clip, count

MOST = 1_500  # characters of an answer, source included
_FOOTER = 260
WHY = "question.pourquoi"


def question_reply(
    answer: Answer, plan: PlanDefinition, today: date, zone: ZoneInfo, token: str | None
) -> Reply:
    """The public answer.

    Args:
        token: what « Pourquoi cette réponse? » finds the question by; None where it could not be
            kept.
    """
    voice = _voice(answer, plan, today)
    lines = _lines(answer, voice, zone)
    footer = clip(sources_text(sources_of(answer), plan.documents), _FOOTER)
    text = _fit(lines, MOST - len(footer) - 8)
    row: list[ui.Item[ui.LayoutView]] = []
    if token is not None:
        why = voice.say("Pourquoi cette réponse?", "Why this answer?")
        row.append(button(why, f"{WHY}:{token}"))
    row += [
        button(f"{voice.say('Mesure', 'Measure')} {number}", f"mesure.voir:{number}")
        for number in _measures_to_open(answer)
    ]
    return card([text], footer=footer, rows=[row])


def explanation_reply(answer: Answer, plan: PlanDefinition, today: date) -> Reply:
    """What was understood, and the facts that were weighed: for the one who asked."""
    voice = _voice(answer, plan, today)
    return card([_fit(explanation_lines(answer, voice), 3_000)], private=True)


def _voice(answer: Answer, plan: PlanDefinition, today: date) -> Voice:
    english = answer.asked.language is Language.ENGLISH
    return Voice(plan, today, english, asks_now=Focus.NOW in answer.asked.focus)


def _lines(answer: Answer, voice: Voice, zone: ZoneInfo) -> list[str]:
    if answer.missing is not None:
        return refusal_lines(answer, voice)
    groups = [_told_lines(each, answer, voice, zone) for each in answer.told]
    if not answer.readings:
        return [line for group in groups for line in group]
    heading = count(
        len(groups), voice.say("lecture possible", "reading"),
        voice.say("lectures possibles", "possible readings"),
    )  # fmt: skip
    lines = [f"{heading}{voice.colon}"]
    for rank, group in enumerate(groups, 1):
        lines.append(f"{rank}. {group[0]}")
        lines += group[1:2] if len(groups) < 4 else []
    lines.append(voice.say("Laquelle voulez-vous? Précisez.", "Which one do you mean?"))
    return lines


def _told_lines(told: Told, answer: Answer, voice: Voice, zone: ZoneInfo) -> list[str]:
    focus = answer.asked.focus
    match told:
        case StateTold():
            return states.state_lines(told, voice, brief=len(answer.told) > 1)
        case TallyTold():
            return states.tally_lines(told, voice)
        case MeasuresTold():
            return states.measures_lines(told, voice)
        case BodiesTold():
            return states.bodies_lines(told, voice)
        case MeasureTold():
            return states.measure_lines(told, voice)
        case AmountTold():
            return money.amount_lines(told, voice, focus)
        case PayersTold():
            return money.payers_lines(told, voice)
        case TotalsTold():
            return money.totals_lines(told, voice)
        case AddedTold():
            return money.added_lines(told, voice)
        case AnnouncedTold():
            return money.announced_lines(told, voice)
        case ReconciliationTold():
            return money.reconciliation_lines(told, voice)
        case DifferingTold():
            return money.differing_lines(told, voice)
        case OverlapTold():
            return money.overlap_lines(told, voice)
        case ComparedTold():
            return money.compared_lines(told, voice)
        case RankedTold():
            return money.ranked_lines(told, voice)
        case SpanTold():
            return money.span_lines(told, voice)
        case IndicatorTold():
            return figures.indicator_lines(told, voice)
        case FactTold():
            return figures.fact_lines(told, voice, brief=answer.readings)
        case DayTold():
            return figures.day_lines(told, voice)
        case YearsTold():
            return figures.years_lines(told, voice)
        case ContactTold():
            return directory.contact_lines(told, voice)
        case EntryTold():
            return directory.entry_lines(told, voice)
        case NameTold():
            return directory.name_lines(told, voice)
        case CoordinatorTold():
            return directory.coordinator_lines(told, voice)
        case ListTold():
            return directory.list_lines(told, voice)
        case ChangesTold():
            return changes.changes_lines(told, voice, zone)


def _measures_to_open(answer: Answer) -> Sequence[int]:
    """The measures whose cards are worth a button: those told, else those near."""
    numbers: list[int] = []
    for each in answer.told:
        measure = getattr(each, "measure", None)
        if isinstance(measure, Measure):
            numbers.append(measure.number)
        for thing in ("amount", "indicator", "fact", "larger"):
            number = getattr(getattr(each, thing, None), "measure", None)
            if number is not None:
                numbers.append(number)
    numbers += [each.number for each in answer.near if isinstance(each, Measure)]
    return list(dict.fromkeys(numbers))[:3]


def _fit(lines: Sequence[str], room: int) -> str:
    """The lines that fit in a number of characters; the cut shows."""
    kept: list[str] = []
    left = room
    for line in lines:
        if len(line) + 1 > left - 2:
            if not kept:
                return clip(line, room)
            kept.append("…")
            break
        kept.append(line)
        left -= len(line) + 1
    return "\n".join(kept)
