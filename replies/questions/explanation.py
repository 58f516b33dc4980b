"""« Pourquoi cette réponse? »: what was understood, and the facts that were weighed."""

import re

from plan.questions.answering.answer import Answer
from plan.questions.finding.index import Match
from plan.questions.reading.asked import Asked, Kind
from plan.text import fold
from replies.questions.voice import Voice
from replies.states import WORDS
from replies.typography import NBSP, clip, listing, money, number, plain, quoted

_KINDS = {
    Kind.STATE: "l'état d'une mesure",
    Kind.LIST: "les mesures qui répondent à un filtre",
    Kind.COUNT: "le nombre de mesures qui répondent à un filtre",
    Kind.PARTS: "une partie du plan",
    Kind.BODIES: "les ministères et organismes d'une mesure",
    Kind.AMOUNT: "un montant",
    Kind.PAYER: "qui paie",
    Kind.SUM: "à quoi sert une somme",
    Kind.OVERLAP: "si un argent est compté ailleurs",
    Kind.RECONCILIATION: "si les montants s'accordent",
    Kind.COMPARISON: "une comparaison",
    Kind.DATE: "une date",
    Kind.DURATION: "une durée",
    Kind.QUANTITY: "un nombre",
    Kind.CONTACT: "qui joindre",
    Kind.DIRECTORY: "le répertoire",
    Kind.MEANING: "ce que désigne un nom",
    Kind.WHO: "une personne",
    Kind.RESPONDENTS: "qui répond pour un MO",
    Kind.CHANGES: "ce qui a changé",
    Kind.UNANSWERED: "qui n'a pas répondu",
    Kind.DEADLINE: "une échéance",
    Kind.ANYTHING: "un fait du plan",
}


def explanation_lines(answer: Answer, voice: Voice) -> list[str]:
    """What was read in the question, then each fact with the words it shares with it."""
    asked = answer.asked
    lines = [
        f"### {voice.say('Pourquoi cette réponse?', 'Why this answer?')}",
        f"**Question**{NBSP}: {quoted(asked.text)}",
        f"**Compris**{NBSP}: on demande {_KINDS[answer.kind]}.",
    ]
    named = _named(asked)
    if named:
        lines.append(f"**Reconnu**{NBSP}: {' · '.join(named)}.")
    if asked.words:
        words = listing([plain(each) for each in _typed(asked)])
        lines.append(f"**Mots cherchés**{NBSP}: {plain(clip(words, 300))}.")
    if answer.matches:
        lines.append("**Faits pesés**, le plus proche d'abord")
        lines += [_fact(each) for each in answer.matches[:6]]
    if answer.missing is not None:
        lines.append(
            "Aucun fait du plan ne couvre assez les mots de la question"
            f"{NBSP}: une réponse voisine serait inventée."
        )
    return lines


def _typed(asked: Asked) -> list[str]:
    """The words looked for as the person typed them; a corrected one as it was understood."""
    typed = {fold(each): each for each in re.findall(r"\w+", asked.text)}
    return [typed.get(each, each) for each in asked.words]


def _named(asked: Asked) -> list[str]:
    told = [f"mesure {each}" for each in (*asked.measures, *asked.unknown_measures)]
    told += [f"axe {each}" for each in (*asked.axes, *asked.unknown_axes)]
    told += [plain(each.acronym) for each in asked.bodies]
    told += [WORDS[each] for each in sorted(asked.states, key=lambda state: state.rank)]
    told += [money(each.cents) for each in asked.sums]
    if asked.volet:
        told.append(f"volet {asked.volet}")
    return told


def _fact(match: Match) -> str:
    share = number(round(match.coverage * 100), "%")
    found = listing(sorted(plain(each) for each in match.found))
    place = f"mesure {match.record.measure}, " if match.record.measure else ""
    text = plain(clip(" ".join(match.record.own.split()), 140))
    return f"- {place}{match.record.shelf}{NBSP}: {text}\n-# {share} des mots{NBSP}: {found}"
