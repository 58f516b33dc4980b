"""The MOs that a normalised sentence names, by any of their names."""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from rapidfuzz.distance import DamerauLevenshtein

from plan.definition import PlanDefinition
from plan.organisation import Organisation, OrganisationKind
from plan.questions.reading.numbered import Span
from plan.questions.reading.vocabulary import is_asking, root
from plan.questions.reading.word_lists import SOFT, STOP
from plan.text import words

_COMMON = STOP | SOFT
_LINKS = frozenset(words("de d du des la le l les et a au aux en pour sur"))
_BODY = frozenset(
    words(
        "ministere ministeres secretariat institut societe centre conseil agence commission "
        "office regie direction bureau"
    )
)


@dataclass(frozen=True, slots=True)
class NamedBody(Span):
    """An MO that nothing else can be meant by: its acronym, its full name, « ministère de… »."""

    organisation: Organisation


class Bodies:
    """The MOs of a plan, found by any of their names in a sentence."""

    def __init__(self, plan: PlanDefinition, knows: Callable[[str], bool]) -> None:
        """Args: knows: tells whether a word is one of the plan's."""
        self._knows = knows
        self._named = [each for each in plan.organisations if each.kind is OrganisationKind.NAMED]
        self._names: dict[tuple[str, ...], Organisation] = {}
        for each in self._named:
            for name in (*each.aliases, each.name, each.acronym):
                content = tuple(word for word in words(name) if word not in _LINKS)
                own = name.isupper() or name in (each.acronym, each.name)
                if content and (own or content[0] in _BODY):
                    self._names.setdefault(content, each)
        self._longest = max(map(len, self._names), default=0)
        self._roots = [(each, frozenset(map(root, words(each.name)))) for each in self._named]

    def named(self, normal: str) -> list[NamedBody]:
        """The MOs of a normalised sentence, the longest name at each place."""
        content = [
            (match.group(), match.start(), match.end())
            for match in re.finditer(r"\S+", normal)
            if match.group() not in _LINKS
        ]
        found: list[NamedBody] = []
        place = 0
        while place < len(content):
            length, body = self._at(content, place)
            if body:
                found.append(body)
            place += length
        return found

    def _at(
        self, content: Sequence[tuple[str, int, int]], place: int
    ) -> tuple[int, NamedBody | None]:
        for length in range(min(self._longest, len(content) - place), 0, -1):
            window = content[place : place + length]
            name = tuple(word for word, _, _ in window)
            if organisation := self._names.get(name):
                return length, NamedBody(window[0][1], window[-1][2], organisation)
        if misspelt := self._misspelt(content[place]):
            return 1, misspelt
        return self._described(content, place)

    def _misspelt(self, said: tuple[str, int, int]) -> NamedBody | None:
        """« miic » for the MICC: an acronym of four letters or more with one letter wrong."""
        word, start, end = said
        if not 4 <= len(word) <= 7 or word in _COMMON or is_asking(word) or self._knows(word):
            return None
        near = {
            each.acronym: each
            for each in self._named
            if len(each.acronym) >= 4
            and each.acronym.isupper()
            and each.acronym[0] == word[0].upper()
            and DamerauLevenshtein.distance(each.acronym, word.upper()) == 1
        }
        found = next(iter(near.values()), None)
        return NamedBody(start, end, found) if found and len(near) == 1 else None

    def _described(
        self, content: Sequence[tuple[str, int, int]], place: int
    ) -> tuple[int, NamedBody | None]:
        """« ministère de la culture », or in English order « immigration ministère »."""
        if content[place][0] not in _BODY:
            return 1, None
        kind = root(content[place][0].removesuffix("s"))
        for other in (place + 1, place - 1):
            if not 0 <= other < len(content):
                continue
            wanted = root(content[other][0])
            fitting = [each for each, held in self._roots if kind in held and wanted in held]
            if len(fitting) == 1:
                first, last = min(place, other), max(place, other)
                body = NamedBody(content[first][1], content[last][2], fitting[0])
                return max(1, last - place + 1), body
        return 1, None
