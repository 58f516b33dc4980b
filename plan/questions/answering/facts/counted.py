"""What is counted: whether a record tells the number of the very thing asked."""

import re
from functools import lru_cache

from plan.indicator import Indicator
from plan.questions.answering.facts.durations import UNITS
from plan.questions.finding.finder import Finder
from plan.questions.finding.record import EntrySection, Record
from plan.questions.reading.asked import Focus
from plan.questions.reading.money_words import typed_sums
from plan.questions.reading.normalise import normalise
from plan.questions.reading.vocabulary import alike, family, root
from plan.source import Fact
from plan.text import words

GENERAL_HEADS = frozenset(
    map(root, words("choses nombre pourcent pourcentage mois annees ans temps resultats affaires"))
)
_WORKS_FOR = re.compile(
    r"\b(?:travaill\w*|employ\w*|emplois?|oeuvr\w*|salaries?|personnes?) (?:pour|chez|au|du|a l)"
    r" (?P<where>.+)"
)
_ACCORDING = re.compile(r"\bselon [^,;]*")  # who tells it is not what is told
_WOMEN_OR_MEN = frozenset({"femmes", "hommes"})
_KEPT_TEXTS = 16_384  # worked out once, since most outlive a change of the plan
_TIMES = frozenset(map(root, UNITS))
_BEGINNING = 8  # words of a label that say what is counted
_COUNTED = ("chiffre", "autre")
_NUMBER_WORDS = frozenset(
    words(
        "deux trois quatre cinq six sept huit neuf dix douze vingt trente quarante cinquante cent"
    )
)


def may_be_asked(record: Record, finder: Finder) -> bool:
    """Tell whether it tells what is counted: a share, a number that was typed, of the MOs named."""
    if finder.asked.sums and not _holds_numbers(record, finder):
        return False
    if finder.wants(Focus.PERCENT) and not _is_share(record):
        return False
    if not _is_at_work_there(record, finder):
        return False
    return _counts(record, finder) and finder.concerns_bodies(record)


def _is_at_work_there(record: Record, finder: Finder) -> bool:
    """« Qui travaillent pour X »: those of X, and not those of whom X only tells."""
    said = _WORKS_FOR.search(finder.asked.normal)
    if said is None:
        return True
    where = set(map(root, said["where"].split()))
    asked = [term for term in finder.required if root(term.word) in where]
    own = _every_root(_ACCORDING.sub("", record.own))
    return all(any(each in own for each, _ in term.roots) for term in asked)


def _holds_numbers(record: Record, finder: Finder) -> bool:
    """« 125 000 ou 220 000 »: it tells one of the numbers typed as sums."""
    typed = {each.cents for each in finder.asked.sums}
    return bool(typed & {each.cents for each in typed_sums(normalise(record.own)[0])})


def _is_share(record: Record) -> bool:
    """Tell whether a record tells a share, or what one can be worked out of."""
    thing = record.thing
    return "%" in record.own or (isinstance(thing, Indicator) and remaining(thing))


def _counts(record: Record, finder: Finder) -> bool:
    """Tell whether a record speaks of the very thing counted: « combien de X » wants X.

    It stands at the beginning of what the record counts; elsewhere it is told along the way.
    """
    head = finder.asked.head
    wanted = root(head) if head else ""
    if not wanted or wanted in GENERAL_HEADS:
        return True
    if head in _WOMEN_OR_MEN and not set(finder.asked.words) >= _WOMEN_OR_MEN:
        return not set(words(record.own)) >= _WOMEN_OR_MEN  # both are counted together
    accepted = {wanted, *family(wanted)}
    if isinstance(record.thing, EntrySection):  # of an organisation: « ses employés » are its own
        return not _every_root(_counted_text(record)).isdisjoint(accepted)
    accepted |= alike(wanted)
    term = next((each for each in finder.terms if root(each.word) == wanted), None)
    if term:
        accepted |= {each for each, _ in term.roots}
    return not _every_root(_counted_text(record)).isdisjoint(accepted)


@lru_cache(maxsize=_KEPT_TEXTS)
def _every_root(text: str) -> frozenset[str]:
    return frozenset(map(root, words(text)))


def _counted_text(record: Record) -> str:
    thing = record.thing
    if isinstance(thing, Fact):  # « 16 mois pour signer 13 ententes »: the months are counted
        timed = not _TIMES.isdisjoint(_every_root(thing.value))
        return thing.value if timed else f"{thing.value} {_beginning(thing.label)}"
    if isinstance(thing, Indicator):
        return _beginning(thing.label)
    return _around_numbers(record.own)


@lru_cache(maxsize=_KEPT_TEXTS)
def _around_numbers(text: str) -> str:
    told = words(text)
    numbers = [place for place, word in enumerate(told) if tells_number(word)]
    return " ".join(word for place in numbers for word in told[place : place + 4])


def _beginning(label: str) -> str:
    return " ".join(re.split(r"[,;:(]", label)[0].split()[:_BEGINNING])


def is_figure(record: Record) -> bool:
    """Tell whether a fact tells a number."""
    thing = record.thing
    if not isinstance(thing, Fact) or thing.kind not in _COUNTED:
        return False
    return thing.kind == "chiffre" or tells_number(f"{thing.label} {thing.value}")


def has_number(record: Record) -> bool:
    """Tell whether an entry's item tells a number."""
    thing = record.thing
    return (
        isinstance(thing, EntrySection)
        and len(thing.section.items) == 1
        and any(tells_number(each) for each in thing.section.items)
    )


@lru_cache(maxsize=_KEPT_TEXTS)
def tells_number(text: str) -> bool:
    """Tell whether a text has a number, in digits or in words."""
    return bool(re.search(r"\d", text)) or bool(_NUMBER_WORDS & set(words(text)))


def remaining(indicator: Indicator) -> bool:
    """Tell whether what is left to reach can be told."""
    return indicator.reached is not None and (
        indicator.target is not None or indicator.out_of is not None
    )
