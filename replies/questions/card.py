"""Answers as they are posted: lines, source, buttons."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date
from zoneinfo import ZoneInfo

from plan.definition import PlanDefinition
from plan.measure import Measure
from plan.questions.answering.answer import Answer
from plan.questions.reading.asked import Kind
from plan.questions.reading.english import Language
from replies.components import Component, button
from replies.layout import Reply, card
from replies.questions import (
    changes,
    committee,
    comparisons,
    directory,
    figures,
    lists,
    money,
    states,
    totals,
)
from replies.questions.explanation import explanation_lines
from replies.questions.lines import told_lines
from replies.questions.refusals import refusal_lines
from replies.questions.voice import Voice
from replies.sources import sources_text
from replies.typography import capital, clip, count, in_words
from replies.typography import money as money_text

MOST = 1_500  # characters of an answer, source included
WHY = "question.pourquoi"
WORDINGS = (changes, committee, comparisons, directory, figures, lists, money, states, totals)
"""Imported for what they register in `told_lines`."""
_FOOTER = 260
_MOST_BUTTONS = 3


def question_reply(
    answers: Sequence[Answer],
    plan: PlanDefinition,
    today: date,
    zone: ZoneInfo,
    token: str | None,
    left: int = 0,
) -> Reply:
    """The public answer, or the answers to the questions of one message.

    Args:
        token: what « Pourquoi cette réponse? » finds the question by; None where it could not be
            kept.
        left: how many further questions of the message were not answered.
    """
    voices = [_voice(each, plan, today, zone) for each in answers]
    sources = [place for each in answers for told in each.told for place in told.sources]
    footer = clip(sources_text(sources, plan.documents), _FOOTER)
    lines = _all_lines(answers, voices)
    if left:
        lines.append(voices[0].say("Le reste, une question à la fois.", "The rest, one at a time."))
    text = _fit(lines, MOST - len(footer) - 8)
    return card([text], footer=footer, rows=[list(_buttons(answers, voices[0], token))])


def _all_lines(answers: Sequence[Answer], voices: Sequence[Voice]) -> list[str]:
    """The lines of each answer; in brief where there are several."""
    several = len(answers) > 1
    said = [replace(each, brief=True) if several else each for each in voices]
    pairs = zip(answers, said, strict=True)
    return [line for answer, voice in pairs for line in _lines(answer, voice)]


def explanation_reply(
    answers: Sequence[Answer], plan: PlanDefinition, today: date, zone: ZoneInfo
) -> Reply:
    """What was understood, and the facts that were weighed: for the one who asked."""
    lines = [
        line
        for each in answers
        for line in explanation_lines(each, _voice(each, plan, today, zone))
    ]
    return card([_fit(lines, 3_000)], private=True)


def _voice(answer: Answer, plan: PlanDefinition, today: date, zone: ZoneInfo) -> Voice:
    english = answer.asked.language is Language.ENGLISH
    brief = answer.readings or len(answer.told) > 1
    return Voice(plan, today, zone, english, answer.asked.focus, brief)


def _lines(answer: Answer, voice: Voice) -> list[str]:
    if answer.missing is not None:
        return refusal_lines(answer, voice)
    groups = [told_lines(each, voice) for each in answer.told]
    if not answer.readings:
        return [line for group in groups for line in group]
    lines = [f"{_heading(answer, len(groups), voice)}{voice.colon}"]
    for rank, group in enumerate(groups, 1):
        lines.append(f"{rank}. {group[0]}")
        lines += group[1:2] if len(groups) < 4 else []
    lines.append(voice.say("Laquelle voulez-vous? Précisez.", "Which one do you mean?"))
    return lines


def _heading(answer: Answer, readings: int, voice: Voice) -> str:
    """« Trois sommes de 150 000 $ » where that was asked; else « 3 lectures possibles »."""
    sums = answer.asked.sums
    if answer.kind is Kind.SUM and len(sums) == 1 and not voice.english:
        return f"{capital(in_words(readings))} sommes de {money_text(sums[0].cents)}"
    return count(
        readings,
        voice.say("lecture possible", "reading"),
        voice.say("lectures possibles", "possible readings"),
    )


def _buttons(answers: Sequence[Answer], voice: Voice, token: str | None) -> Iterator[Component]:
    if token is not None and not all(each.asks_nothing for each in answers):
        label = voice.say("Pourquoi cette réponse?", "Why this answer?")
        yield button(label, f"{WHY}:{token}")
    numbers = [number for each in answers for number in _measures_to_open(each)]
    for number in list(dict.fromkeys(numbers))[:_MOST_BUTTONS]:
        yield button(f"{voice.say('Mesure', 'Measure')} {number}", f"mesure.voir:{number}")


def _measures_to_open(answer: Answer) -> Iterator[int]:
    """The measures whose cards are worth a button: those told, else those near."""
    yield from (number for told in answer.told for number in told.opens)
    yield from (each.number for each in answer.near if isinstance(each, Measure))


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
