"""Who receives and who gives, where a question says so: « combien X a donné pour Y »."""

import re

from plan.questions.answering.money.links import amount_of
from plan.questions.finding.choice import fits
from plan.questions.finding.finder import Finder
from plan.questions.finding.index import Match
from plan.questions.finding.text_words import roots_of
from plan.questions.reading.vocabulary import root

_RECEIVES = re.compile(
    r"(?P<who>(?:\S+ ){1,4})(?:a |ont |va |vont )?(?:recu|recoi\w*|obtenu|touche"
    r"|(?<=a )eu|(?<=nt )eu|beneficie\w*)\b"
)
_GIVES_FOR = re.compile(
    r"\b(?:donn|vers|pay|octroy|accord|mis|met|fourni)\w* .*?\b(?:pour|au|aux|a) (?P<what>.+)"
)
_GIVER = re.compile(
    r"\bcombien (?:est ce )?(?:que |qu )?(?P<who>(?:(?!est\b|ete\b|recoi|on\b)\S+ ){1,5}?)"
    r"(?:a |ont |va )?(?:verse|donne|paie|paye|octroie|octroye|contribue)(?:nt)?(?: elle| il)?\b"
)

Matches = list[Match]


def received_as_asked(matches: Matches, finder: Finder) -> Matches:
    """« X a reçu… »: of the amounts that fit, those that X receives."""
    said = _RECEIVES.search(finder.asked.normal)
    if said is None:
        return []
    wanted = {root(word) for word in said["who"].split()}
    asked = [term for term in finder.required if root(term.word) in wanted]
    names = {each for term in asked for each, _ in term.roots}
    return [
        each
        for each in matches
        if fits(each) and (amount := amount_of(each.record)) and names & roots_of(amount.recipient)
    ]


def not_given_by_recipients(matches: Matches, finder: Finder) -> Matches:
    """« Combien X a versé »: what X receives is no answer."""
    said = _GIVER.search(finder.asked.normal)
    if said is None:
        return matches
    words = {root(word) for word in said["who"].split()}
    terms = [term for term in finder.required if root(term.word) in words]
    givers = {each for term in terms for each, worth in term.roots if worth >= 1}
    return [
        each
        for each in matches
        if not ((amount := amount_of(each.record)) and givers & roots_of(amount.recipient))
    ]


def is_given_so(match: Match, finder: Finder) -> bool:
    """Leave out what is only said, along the way, to have gone to what was asked."""
    said = _GIVES_FOR.search(finder.asked.normal)
    if said is None:
        return True
    wanted = {root(word) for word in said["what"].split()}
    asked = {t.word for t in finder.required if root(t.word) in wanted}
    giver = {t.word for t in finder.required} - asked
    return not asked or not giver or bool(asked & match.near_found)
