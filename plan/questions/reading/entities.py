"""What a normalised sentence names: measures, axes, volets, MOs, states, natures of money."""

import re
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass

from plan.definition import PlanDefinition
from plan.money import Nature
from plan.organisation import Organisation, OrganisationKind
from plan.questions.reading.vocabulary import root
from plan.state import State
from plan.text import number_in_words, words

_UNIT = (
    r"zero|une?|deux|trois|quatre|cinq|six|sept|huit|neuf|dix|onze|douze|treize|quatorze|quinze"
    r"|seize|vingt|trente|quarante|cinquante|soixante|premiere?|deuxieme|troisieme|quatrieme"
    r"|cinquieme|sixieme"
)
_NUMBER = rf"(?:\d{{1,4}}|(?:{_UNIT})(?:(?: et)? (?:{_UNIT})){{0,2}})"
_ORDINALS = {"deuxieme": 2, "troisieme": 3, "quatrieme": 4, "cinquieme": 5, "sixieme": 6}
_MEASURE = re.compile(
    rf"\b(?:mesures?|mes|actions?|numero|no|m)\b ?(?:numero|no|n)? ?(?P<first>{_NUMBER})\b"
    rf"(?! ?(?:[$%]|ans?\b|annees?\b|projets?\b|millions?\b|mille\b|e\b|ministeres?\b|mois\b))"
    rf"(?P<more>(?:(?:,| et| ou| avec| versus| vs| la| celle| de|,)* (?:la )?(?:mesure )?\d{{1,3}}\b)*)"
    rf"(?: a (?P<last>\d{{1,3}}))?"
    r"|\bm(?P<glued>\d{1,3})\b"
)
# « la 5 », « la 19 ou la 20 », « celle de la 20 »: a number after an article, and no unit after it
_BARE = re.compile(
    rf"\b(?:la|celle) (?P<number>\d{{1,3}}|{_UNIT.replace('une?|', '')})\b"
    r"(?! ?(?:[$%]|[a-z]))|\b(?:la) (?P<listed>\d{1,3})\b(?= (?:ou|et|vs|versus|c|est|elle|coute|avec|puis|a|au|dans|svp)\b)"
)
_AXIS = re.compile(
    rf"\b(?:axes?|sections?) (?:numero |no )?(?P<number>{_NUMBER})\b"
    rf"|\b(?:(?P<ordinal>\d) ?e?|(?P<spoken>premier|premiere|deuxieme|troisieme|quatrieme|cinquieme))"
    r" (?:axe|section)\b"
)
_VOLET = re.compile(
    rf"\b(?:volets?|rangees?) (?P<number>{_NUMBER})\b"
    r"|\b(?:(?P<ordinal>\d) ?e?|(?P<spoken>premier|premiere|deuxieme|troisieme|quatrieme)) volet\b"
)
_LINKS = frozenset(words("de d du des la le l les et a au aux en pour sur"))
_BODY = frozenset(
    words(
        "ministere ministeres secretariat institut societe centre conseil agence commission "
        "office regie direction bureau"
    )
)
_STATES = (
    (re.compile(r"\ba venir\b|\bpas (?:encore )?(?:ete )?(?:commence|debute|entame|demarre|lance)\w*"
                r"|\breste\w* a (?:faire|lancer|commencer)\b"), {State.TO_COME}),
    (re.compile(r"\bpas (?:encore )?(?:ete )?(?:realise|complete|termine|fini|acheve|faite?)\w*"),
     {State.TO_COME, State.UNDER_WAY}),
    (re.compile(r"\ben cours\b|\ben marche\b|\ben train\b|\ben realisation\b"), {State.UNDER_WAY}),
    (re.compile(r"(?<!pas )(?<!encore )\b(?:realisee?s?|completee?s?|terminee?s?|finie?s?|achevee?s?"
                r"|bouclee?s?|accomplie?s?)\b|\b(?:sont|est|ete|deja) (?:deja )?faite?s?\b"), {State.DONE}),
)  # fmt: skip
_NATURES = (
    (re.compile(r"\bdepens\w*|\bdebours\w*|\bcoute\b.*\breellement\b"), Nature.SPENT),
    (re.compile(r"\bautoris\w*"), Nature.AUTHORISED),
    (re.compile(r"\bprevu\w*|\breserv\w*|\bplanifi\w*"), Nature.PLANNED),
    (re.compile(r"\boctroy\w*|\baccord(?:e|es|ee|ees|er)\b"), Nature.GRANTED),
    (re.compile(r"\bannonc\w*"), Nature.ANNOUNCED),
)
_EVERYONE = re.compile(
    r"\btous les (?:ministeres|organismes|mo)\b|\btoute? l appareil\b"
    r"|\bministeres et organismes du gouvernement\b"
)


@dataclass(frozen=True, slots=True)
class Span:
    """A place in the sentence that names something."""

    start: int
    end: int


@dataclass(frozen=True, slots=True)
class NamedNumber(Span):
    """A measure, an axis or a volet named by its number."""

    number: int


@dataclass(frozen=True, slots=True)
class NamedBody(Span):
    """An MO. `plainly`: by its acronym, its full name or « ministère de… », nothing else meant."""

    organisation: Organisation
    plainly: bool


def named_measures(normal: str, known: Collection[int]) -> Iterator[NamedNumber]:
    """« mesure 4 », « m4 », « mesures 7 et 8 », « mesure sept »; « la 19 » where it is one."""
    taken: list[Span] = []
    for match in _MEASURE.finditer(normal):
        for number in _numbers(match):
            found = NamedNumber(match.start(), match.end(), number)
            taken.append(found)
            yield found
    for match in _BARE.finditer(normal):
        number_text = match["number"] or match["listed"]
        free = all(match.end() <= each.start or match.start() >= each.end for each in taken)
        number = _whole(number_text)
        if free and number in known:
            yield NamedNumber(match.start(), match.end(), number)


def _numbers(match: re.Match[str]) -> Iterator[int]:
    if match["glued"]:
        yield int(match["glued"])
        return
    first = _whole(match["first"])
    if first is None:
        return
    yield first
    for each in re.findall(r"\d+", match["more"] or ""):
        yield int(each)
    if match["last"]:
        yield from range(first + 1, min(int(match["last"]), first + 30) + 1)


def named_axes(normal: str) -> Iterator[NamedNumber]:
    """« axe 2 », « axe deux », « 2e axe », « premier axe »."""
    return _ranked(_AXIS, normal)


def named_volets(normal: str) -> Iterator[NamedNumber]:
    """« volet 2 », « 2e volet », « deuxième volet »."""
    return _ranked(_VOLET, normal)


def _ranked(pattern: re.Pattern[str], normal: str) -> Iterator[NamedNumber]:
    for match in pattern.finditer(normal):
        number = _whole(match["number"] or match["ordinal"] or match["spoken"])
        if number is not None:
            yield NamedNumber(match.start(), match.end(), number)


def _whole(text: str) -> int | None:
    return _ORDINALS.get(text) or number_in_words(text)


def named_states(normal: str) -> frozenset[State]:
    """The states that a filter asks for; « pas réalisées » asks for the two others."""
    found: set[State] = set()
    for pattern, states in _STATES:
        if pattern.search(normal):
            if len(states) == 2:  # a negation decides alone
                return frozenset(states)
            found |= states
    return frozenset(found)


def named_natures(normal: str) -> frozenset[Nature]:
    """What the money asked about has become."""
    return frozenset(nature for pattern, nature in _NATURES if pattern.search(normal))


def names_everyone(normal: str) -> bool:
    """Tell whether it speaks of every ministry at once."""
    return _EVERYONE.search(normal) is not None


class Bodies:
    """The MOs of a plan, found by any of their names in a sentence."""

    def __init__(self, plan: PlanDefinition) -> None:
        self._named = [each for each in plan.organisations if each.kind is OrganisationKind.NAMED]
        self._names: dict[tuple[str, ...], Organisation] = {}
        self._plain: set[tuple[str, ...]] = set()
        for each in self._named:
            for name in (*each.aliases, each.name, each.acronym):
                content = tuple(word for word in words(name) if word not in _LINKS)
                if not content:
                    continue
                self._names.setdefault(content, each)
                if name.isupper() or content[0] in _BODY or name in (each.acronym, each.name):
                    self._plain.add(content)
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
                plainly = name in self._plain
                return length, NamedBody(window[0][1], window[-1][2], organisation, plainly)
        return self._described(content, place)

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
                body = NamedBody(content[first][1], content[last][2], fitting[0], plainly=True)
                return max(1, last - place + 1), body
        return 1, None
