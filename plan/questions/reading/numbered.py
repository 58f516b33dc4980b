"""What a normalised sentence names by a number: measures, axes, volets."""

import re
from collections.abc import Collection, Iterator
from dataclasses import dataclass

from plan.text import number_in_words

_UNIT = (
    r"zero|une?|deux|trois|quatre|cinq|six|sept|huit|neuf|dix|onze|douze|treize|quatorze|quinze"
    r"|seize|vingt|trente|quarante|cinquante|soixante|premiere?|deuxieme|troisieme|quatrieme"
    r"|cinquieme|sixieme"
)
SPOKEN = (
    rf"(?:(?:vingt|trente|quarante|cinquante|soixante)(?: et)? (?:{_UNIT})|dix (?:sept|huit|neuf)"
    rf"|{_UNIT})"
)
_AFTER = r"(?:ca|c|est|elles?|sont|ou|et|svp|avec|coutent|en|rendues?)\b"  # no unit, no thing
_NUMBER = rf"(?:\d{{1,4}}|{SPOKEN})"
_ORDINALS = {"deuxieme": 2, "troisieme": 3, "quatrieme": 4, "cinquieme": 5, "sixieme": 6}
_UNITS = r"(?:[$%]|(?:ans?|annees?|mois|millions?|mille|e)\b)"
_RANKED = re.compile(
    r"\b(?P<rank>\d{1,2} ?e|premiere|(?:(?:vingt et|vingt|dix) )?[a-z]+ieme) (?:mesure|action)\b"
)
_MEASURE = re.compile(
    rf"\b(?:mesures?|mes|actions?|numero|no|m)\b ?(?:numero|no|n)? ?(?P<first>{_NUMBER})\b"
    rf"(?! ?{_UNITS})(?P<more>(?:(?:,| et| ou| avec| versus| vs| la| celle| de)*"
    rf" (?:la )?(?:mesure )?(?:\d{{1,3}}|(?!une?\b){SPOKEN}(?! (?!{_AFTER})[a-z]))\b)*)"
    rf"(?: a (?P<last>\d{{1,3}}))?"
    r"|\bm(?P<glued>\d{1,3})\b|^(?P<alone>\d{1,3})$"
)
# « la 5 », « la 19 ou la 20 », « celle de la 20 »: a number after an article, and no unit after it
_BARE = re.compile(
    rf"\b(?:la|celle) (?P<number>\d{{1,3}}|{_UNIT.replace('une?|', '')})\b"
    r"(?! ?(?:[$%]|[a-z]))"
    rf"|\bla (?P<listed>\d{{1,3}}|(?!une?\b|premiere|\w+ieme){SPOKEN})\b"
    r"(?= (?:ou|et|vs|versus|c|ca|se|est|sont|etait|etaient|sera|ont|elles?|coute|valent|avec|puis"
    r"|j|je|on|a|au|dans|svp|en|avance|reste|laquelle|lequel|combien|qui|ensemble|plus|total"
    r"|additionnees?|combinees?|cumulees?|reunies?)\b)"
    rf"|^(?:et |pour |alors )?(?:(?P<sole>\d{{1,2}}|{_NUMBER}))(?= (?:c|ca|est|elle) )"
    r"|\bentre (?P<low>\d{1,2}) et (?P<high>\d{1,2})\b"
    r"(?! ?(?:[$%]|k\b|m\b|ans\b|mois|million|mille))"
    r"|\b[a-z]+s (?P<this>\d{1,2}) additionne a (?P<that>\d{1,2})$"
    r"|\bles (?P<one>\d{1,2}) (?:et|ou|vs) (?:la )?(?P<two>\d{1,2})\b"
    r"(?= (?:laquelle|lequel|lesquel\w*|c|ca|qui|quel\w*|sont|ont|coutent|combien)\b|$)"
    r"|\b(?:les|des) (?:deux )?[a-z]+s (?P<pair>\d{1,3}) (?:et|ou|vs|versus) (?P<other>\d{1,3})\b"
    r"(?! [a-z$%])"
)
# « l'état: 10, 12 et 15 »: several numbers that end the sentence
_ENUMERATED = re.compile(
    r"(?<=[a-z] )\d{1,2}(?: \d{1,2})*(?: (?:et|ou|ainsi que) \d{1,2})$"
    r"|^(?:les |la )?\d{1,2}(?: \d{1,2})*(?: (?:et|ou|plus|additionne a) (?:la )?\d{1,2})"
    r"(?= (?:ensemble|au total|en tout|combine|cumule|combien|ca|c|cout|montant|somme"
    r"|lequel|laquelle)|$)"
)
_AXIS = re.compile(
    rf"\b(?:axes?|sections?) (?:numero |no )?(?P<number>{_NUMBER})\b"
    r"|\b(?:(?P<ordinal>\d) ?e?|(?P<spoken>premiere?|deuxieme|troisieme|quatrieme|cinquieme))"
    r" (?:axe|section)\b"
)
# « axe 2 ou 3 », « l'axe 2 et le 3 »; « le deuxième ou le troisième », of a sentence about axes
_OTHER_AXIS = re.compile(
    rf"(?<=\d )(?:ou|et|vs|versus|que|avec) (?:l axe |celui |le |la )?(?P<number>{_NUMBER})\b"
    r"(?! ?(?:\$|[a-z]{3,}s\b))(?P<ordinal>)(?P<spoken>)"
)
_RANKED_AXIS = re.compile(
    r"\b(?:le|la|du) (?:(?P<ordinal>\d) ?e|(?P<spoken>premiere?|deuxieme|troisieme|quatrieme"
    r"|cinquieme))\b(?! (?:axe|section|mesure|action|volet|plus|moins))(?P<number>)"
)
_VOLET = re.compile(
    rf"\b(?:volets?|rangees?) (?P<number>{_NUMBER})\b"
    r"|\b(?:(?P<ordinal>\d) ?e?|(?P<spoken>premiere?|deuxieme|troisieme|quatrieme)) volet\b"
)


_LENGTH = re.compile(
    r"\b(?:(?:sur|pour|pendant|en|durant|over) )?(?:les )?"
    r"(?P<years>\d{1,2}|un|deux|trois|quatre|cinq|six|sept|huit|neuf|dix) (?:ans|annees)\b"
)


@dataclass(frozen=True, slots=True)
class Span:
    """A place in the sentence that names something."""

    start: int
    end: int


@dataclass(frozen=True, slots=True)
class NamedNumber(Span):
    """A measure, an axis or a volet named by its number; a length in years."""

    number: int


def named_measures(normal: str, known: Collection[int]) -> Iterator[NamedNumber]:
    """« mesure 4 », « m4 », « mesures 7 et 8 », « mesure sept »; « la 19 » where it is one."""
    taken: list[NamedNumber] = []
    for match in _MEASURE.finditer(normal):
        for number in _numbers(match):
            found = NamedNumber(match.start(), match.end(), number)
            taken.append(found)
            yield found
    if not taken:
        taken = [*_ranked_measures(normal), *_enumerated(normal, known)]
        yield from taken
    for match in _BARE.finditer(normal):
        free = all(match.end() <= each.start or match.start() >= each.end for each in taken)
        for text in filter(None, match.groups()):
            bare = _whole(text)
            if free and bare is not None and bare in known:
                yield NamedNumber(match.start(), match.end(), bare)


def _ranked_measures(normal: str) -> list[NamedNumber]:
    ranks = ((match, _rank(match["rank"])) for match in _RANKED.finditer(normal))
    return [NamedNumber(*match.span(), rank) for match, rank in ranks if rank is not None][:1]


def _enumerated(normal: str, known: Collection[int]) -> list[NamedNumber]:
    listed = _ENUMERATED.search(normal)
    numbers = map(int, re.findall(r"\d+", listed.group())) if listed else ()
    return [NamedNumber(*listed.span(), each) for each in numbers if listed and each in known]


def _rank(said: str) -> int | None:
    """« dix-septieme » → 17, « 20 e » → 20."""
    stem = said.removesuffix("ieme").removesuffix("e").strip()
    stem = {"neuv": "neuf", "cinqu": "cinq", "premier": "un"}.get(stem, stem)
    return next((n for each in (stem, f"{stem}e") if (n := number_in_words(each))), None)


def _numbers(match: re.Match[str]) -> Iterator[int]:
    if glued := match["glued"] or match["alone"]:
        yield int(glued)
        return
    first = _whole(match["first"])
    if first is None:
        return
    yield first
    for each in re.findall(rf"\d+|{SPOKEN}", match["more"] or ""):
        if (number := _whole(each)) is not None:
            yield number
    if match["last"]:
        yield from range(first + 1, min(int(match["last"]), first + 30) + 1)


def named_axes(normal: str) -> Iterator[NamedNumber]:
    """« axe 2 », « axes 2 et 3 », « 2e axe », « quel axe, le premier ou le deuxième? »."""
    found = list(_ranked(_AXIS, normal))
    others = [*(_ranked(_OTHER_AXIS, normal) if found else ())]
    if re.search(r"\b(?:axe|section)s?\b", normal):
        others += _ranked(_RANKED_AXIS, normal)
    taken = {each.end for each in found}
    yield from found
    yield from (each for each in others if each.end not in taken)


def named_volets(normal: str) -> Iterator[NamedNumber]:
    """« volet 2 », « 2e volet », « deuxième volet »."""
    return _ranked(_VOLET, normal)


def named_lengths(normal: str) -> Iterator[NamedNumber]:
    """« sur trois ans »."""
    for match in _LENGTH.finditer(normal):
        if years := number_in_words(match["years"]):
            yield NamedNumber(*match.span(), years)


def _ranked(pattern: re.Pattern[str], normal: str) -> Iterator[NamedNumber]:
    for match in pattern.finditer(normal):
        number = _whole(match["number"] or match["ordinal"] or match["spoken"])
        if number is not None:
            yield NamedNumber(match.start(), match.end(), number)


def _whole(text: str) -> int | None:
    return _ORDINALS.get(text) or number_in_words(text)
