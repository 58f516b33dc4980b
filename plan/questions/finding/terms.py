"""What to look for: the words of a question, which of them must be found, which only may."""

import re
from collections.abc import Sequence
from dataclasses import replace

from plan.questions.finding.index import Index
from plan.questions.finding.lexicon import Term
from plan.questions.reading.asked import Asked, Kind
from plan.questions.reading.filters import named_natures
from plan.questions.reading.focus import focus_of
from plan.questions.reading.understand import acronyms_in
from plan.questions.reading.vocabulary import (
    REFUSING_ROOTS,
    SOFT_ROOTS,
    TELLING_APART,
    is_asking,
    root,
)
from plan.questions.reading.word_lists import STOP
from plan.text import number_in_words

_NO_OBJECT = r"(?! (?:le|la|les|l|un|une|ce|cet|cette|mon|ton|son|on|il|elle)\b)"  # after a verb
OF_THE_PLAN = 1.2  # weight under which a word is one of the plan as a whole
_TELLS_MUCH = 2  # weight from which a word of asking may say the subject

Terms = list[Term]


def terms_of(asked: Asked, index: Index) -> tuple[Term, ...]:
    """What to look for. Words of asking count only where they are found."""
    terms = [_term(word, asked, index) for word in _words(asked, index)]
    terms = _lightly(_leniently(_with_a_subject(terms, asked), asked), asked)
    return tuple(each for each in terms if each.is_known or each.required)


def numbers_of(asked: Asked) -> frozenset[str]:
    """« Les 23 entreprises »: the numbers that what is found must hold as well."""
    return frozenset(word for word in asked.words if word.isdigit() and int(word) > 1)


def _with_a_subject(terms: Terms, asked: Asked) -> Terms:
    """Words that say little by themselves say the subject where no other does."""
    if not _has_subject(terms):
        terms = [
            replace(each, required=True)
            if each.is_known and not is_asking(each.word) and not _is_number(each)
            else each
            for each in terms
        ]
    by_number = asked.kinds[:1] in ((), (Kind.QUANTITY,)) and not asked.measures
    if by_number and not _has_subject(terms):
        numbers = numbers_of(asked)
        terms = [replace(each, required=each.word in numbers) for each in terms]
    if asked.kinds[:1] == (Kind.QUANTITY,) and not _has_subject(terms):
        terms = [replace(e, required=e.required or e.word == asked.head) for e in terms]
    if asked.kinds[:1] == (Kind.QUANTITY,) and not asked.head and _say_little(terms):
        return [
            replace(each, required=True)
            if each.weight > _TELLS_MUCH and not _is_number(each)
            else each
            for each in terms
        ]
    return terms


def _words(asked: Asked, index: Index) -> tuple[str, ...]:
    """The words asked, initials put in full where the plan does not hold them as they are."""
    knows, initials = index.lexicon.knows, index.initials
    capitals = acronyms_in(asked.text)
    parts = (
        () if knows(word) else initials.phrase(word, in_capitals=word in capitals)
        for word in asked.words
    )
    full = [part or (word,) for part, word in zip(parts, asked.words, strict=True)]
    return tuple(
        dict.fromkeys(word for part in full for word in part if part == (word,) or word not in STOP)
    )


def _term(word: str, asked: Asked, index: Index) -> Term:
    counts = _is_quantity(word) and not (word.isdigit() and not asked.kinds)
    quiet = counts or root(word) in SOFT_ROOTS
    quiet = quiet or (is_asking(word) and not _tells_which(word, asked))
    quiet = quiet or _is_plural_verb(word, asked.normal)
    term = index.lexicon.term(word, required=not quiet)
    acronym = (word.upper(), 1.0)
    if word in acronyms_in(asked.text) and acronym in term.roots:
        term = replace(term, roots=(acronym,))  # « PAGES » is no « page »
    if word in STOP and not term.is_known:  # in capitals, yet no acronym of the plan: « PAS »
        return replace(term, required=False)
    return replace(term, is_name=True) if word in TELLING_APART else term


def _is_plural_verb(word: str, normal: str) -> bool:
    """« Les ministères composent le comité »: between a plural and an article."""
    if not word.endswith("ent") or word.endswith("ment"):
        return False
    return re.search(rf"\w{{3,}}s {word} (?:le|la|les|l|une?|des|leurs?)\b", normal) is not None


def _tells_which(word: str, asked: Asked) -> bool:
    """« Combien de personnes formées »: the word after the one counted says which are."""
    says_how = focus_of(word) or named_natures(word)  # « prévues »
    if asked.kinds[:1] != (Kind.QUANTITY,) or not asked.head or says_how:
        return False
    return re.search(rf"\b{asked.head} {word}\b{_NO_OBJECT}", asked.normal) is not None


def _leniently(terms: Terms, asked: Asked) -> Terms:
    """A measure has one state and its own MOs, whatever else is said of it."""
    lenient = asked.kinds[:1] in ((Kind.STATE,), (Kind.BODIES,))
    if not lenient or not any(each.required and each.is_known for each in terms):
        return terms
    return [each if each.is_known else replace(each, weight=0.3 * each.weight) for each in terms]


def _lightly(terms: Terms, asked: Asked) -> Terms:
    """An unknown verb or adverb costs nothing beside what names a subject.

    It is what is asked where one asks who did it or when, or where it refuses what it tells.
    """
    if asked.kinds[:1] in ((Kind.WHO,), (Kind.DATE,)):
        return terms
    of_plan = asked.kinds[:1] == (Kind.RECONCILIATION,) and asked.says("plan")
    known = any(each.required and each.is_known for each in terms)
    if not (asked.measures or of_plan or known):
        return terms
    light = {each for each in asked.light if root(each) not in REFUSING_ROOTS}
    return [
        replace(each, required=False) if each.word in light and not each.is_known else each
        for each in terms
    ]


def _has_subject(terms: Sequence[Term]) -> bool:
    return any(each.required for each in terms)


def _say_little(terms: Sequence[Term]) -> bool:
    """Tell whether the words that say the subject are all words of the whole plan."""
    return _has_subject(terms) and all(e.weight < OF_THE_PLAN for e in terms if e.required)


def _is_quantity(word: str) -> bool:
    """Tell whether a word is a number; « deuxième » rather tells one thing from another."""
    return number_in_words(word) is not None and not word.endswith("ieme")


def _is_number(term: Term) -> bool:
    return number_in_words(term.word) is not None
