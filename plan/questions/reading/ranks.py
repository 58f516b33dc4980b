"""« La deuxième plus chère », « les trois qui ont le plus »: the places of a ranking asked for."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from plan.questions.reading.numbered import Span
from plan.text import number_in_words

_MOST = r"(?:(?:la|le|les|avec le|avec les|ayant le|qui (?:\w+ ){1,2}le) )(?:plus|moins)\b"
_FEW = r"\d{1,2}|deux|trois|quatre|cinq|six|sept|huit|neuf|dix"
_ORDINALS = {
    "deuxieme": 2, "second": 2, "seconde": 2, "troisieme": 3, "quatrieme": 4, "cinquieme": 5,
}  # fmt: skip
_PLACE = rf"(?:{'|'.join(_ORDINALS)}|\d ?e)"
_RANK = re.compile(
    rf"\b(?P<place>{_PLACE})(?= (?:(?:\w+ ){{0,2}}{_MOST}|(?:plus|moins) [a-z]+))"
    rf"|\b(?:arrive|vient) (?:en |au )?(?P<comes>{_PLACE})\b"
    rf"|\btop (?P<top>{_FEW})\b"
    rf"|\b(?P<first>{_FEW})(?: premiere?s)?"
    rf"(?= [a-z]+ (?:qui (?:\w+ )?)?{_MOST}| (?:plus|moins) [a-z]+s\b)"
)


@dataclass(frozen=True, slots=True)
class Ranks(Span):
    """The places asked for, from the first to the last; « deuxième » is from 2 to 2."""

    first: int
    last: int


def named_ranks(normal: str) -> Iterator[Ranks]:
    """The places of a ranking that a normalised sentence asks for."""
    for match in _RANK.finditer(normal):
        if said := match["place"] or match["comes"]:
            place = _ORDINALS.get(said) or number_in_words(said.rstrip("e ")) or 1
            yield Ranks(*match.span(), place, place)
        elif last := number_in_words(match["top"] or match["first"]):
            yield Ranks(*match.span(), 1, last)
