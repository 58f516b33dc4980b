"""Finding a measure or an organisation by what a person typed."""

import re
from collections.abc import Callable, Iterable, Sequence
from functools import lru_cache
from typing import TypeVar

from rapidfuzz import fuzz, process
from snowballstemmer import stemmer

from plan.definition import Axis, MeasureDefinition, PlanDefinition
from plan.errors import AmbiguousError, NotFoundError
from plan.organisation import Organisation
from plan.text import fold, number_in_words, words

_Thing = TypeVar("_Thing")
_STOP = frozenset(
    [
        "a",
        "au",
        "aux",
        "avec",
        "ce",
        "ces",
        "cet",
        "cette",
        "d",
        "de",
        "des",
        "du",
        "elle",
        "en",
        "est",
        "et",
        "il",
        "ils",
        "j",
        "je",
        "l",
        "la",
        "le",
        "les",
        "leur",
        "leurs",
        "m",
        "mesure",
        "mesures",
        "n",
        "no",
        "on",
        "ou",
        "par",
        "pas",
        "pour",
        "qu",
        "que",
        "qui",
        "s",
        "sa",
        "se",
        "ses",
        "son",
        "sont",
        "sur",
        "t",
        "un",
        "une",
        "vers",
    ]
)
_TYPO = 82  # rapidfuzz ratio above which a word is taken for a misspelling of a known one
_STEMMER = stemmer("french")


@lru_cache(maxsize=16_384)
def stem(word: str) -> str:
    """The stem of a folded French word."""
    return str(_STEMMER.stemWord(word))


def keywords(text: str) -> list[str]:
    """The stems of the words that carry meaning."""
    return [stem(word) for word in words(text) if word not in _STOP]


def measure_label(number: int, title: str) -> str:
    """« 4. Intervenir… »: what autocomplete shows and a refusal lists."""
    return f"{number}. {title}"


def find_measure(typed: str, plan: PlanDefinition) -> MeasureDefinition:
    """The one measure that `typed` names: its number, or words that fit only one.

    The title decides; the rest of a measure is looked at only where no title fits.

    Raises:
        NotFoundError: none fits; the nearest titles are told.
        AmbiguousError: several fit; all are told.
    """
    number = _typed_number(typed)
    if number is not None:
        for measure in plan.measures:
            if measure.number == number:
                return measure
        raise NotFoundError("mesure", typed)
    for text_of in (_title_text, _whole_text):
        fitting = _fitting(typed, plan.measures, text_of)
        if len(fitting) == 1:
            return fitting[0]
        if fitting:
            labels = [measure_label(each.number, each.title) for each in fitting]
            raise AmbiguousError("mesure", typed, labels)
    near = ranked_measures(typed, plan)[:3] if keywords(typed) else []
    raise NotFoundError("mesure", typed, [measure_label(each.number, each.title) for each in near])


def ranked_measures(typed: str, plan: PlanDefinition) -> list[MeasureDefinition]:
    """The measures most like what is typed so far, most likely first; all where it is empty."""
    typed = typed.strip()
    if not typed:
        return list(plan.measures)
    number = _typed_number(typed)
    if number is not None:
        digits = str(number)
        starting = [each for each in plan.measures if str(each.number).startswith(digits)]
        return sorted(starting, key=lambda each: each.number != number)
    texts = [(_title_text(each), _whole_text(each)) for each in plan.measures]
    likes = _likes(typed, (whole for _, whole in texts))
    scored = [
        (max(_likeness(likes, title), 0.9 * _likeness(likes, whole)), each)
        for (title, whole), each in zip(texts, plan.measures, strict=True)
    ]
    kept = [pair for pair in scored if pair[0] >= 60]
    return [each for _, each in sorted(kept, key=lambda pair: (-pair[0], pair[1].number))]


def find_axis(typed: str, plan: PlanDefinition) -> Axis:
    """The one axis that `typed` names: its number, or words of its name.

    Raises:
        NotFoundError, AmbiguousError: as `find_measure`.
    """
    number = number_in_words(re.sub(r"^(?:l'|l )?axe", "", fold(typed)))
    for axis in plan.axes:
        if axis.number == number:
            return axis
    fitting = _fitting(typed, plan.axes, lambda axis: f"{axis.short} {axis.title}")
    if len(fitting) == 1:
        return fitting[0]
    labels = [axis_label(axis) for axis in fitting or plan.axes]
    if fitting:
        raise AmbiguousError("axe", typed, labels)
    raise NotFoundError("axe", typed, labels)


def axis_label(axis: Axis) -> str:
    """« 1. Mise en réseau »."""
    return f"{axis.number}. {axis.short or axis.title}"


def find_organisation(typed: str, organisations: Sequence[Organisation]) -> Organisation:
    """The one organisation that `typed` names: acronym, alias, full name, or words of it.

    Raises:
        NotFoundError, AmbiguousError: as `find_measure`.
    """
    wanted = fold(typed)
    for each in organisations:
        if wanted in (fold(name) for name in (each.acronym, each.name, *each.aliases)):
            return each
    fitting = _fitting(typed, organisations, _organisation_text)
    if len(fitting) == 1:
        return fitting[0]
    if fitting:
        raise AmbiguousError("organisme", typed, [organisation_label(each) for each in fitting])
    near = ranked_organisations(typed, organisations)[:3] if wanted else []
    raise NotFoundError("organisme", typed, [organisation_label(each) for each in near])


def organisation_label(organisation: Organisation) -> str:
    """« MAMROT, ministère… », or the name alone where it has no acronym of its own."""
    if organisation.acronym == organisation.name:
        return organisation.name
    return f"{organisation.acronym}, {organisation.name}"


def ranked_organisations(typed: str, organisations: Sequence[Organisation]) -> list[Organisation]:
    """The organisations most like what is typed so far, most likely first."""
    query = fold(typed)
    if not query:
        return list(organisations)
    likes = _likes(typed, map(_organisation_text, organisations))
    scored = []
    for each in organisations:
        starts = any(fold(name).startswith(query) for name in (each.acronym, *each.aliases))
        scored.append((101 if starts else _likeness(likes, _organisation_text(each)), each))
    kept = [pair for pair in scored if pair[0] >= 60]
    return [each for _, each in sorted(kept, key=lambda pair: (-pair[0], pair[1].acronym))]


def holds_words(typed: str, text: str) -> bool:
    """Tell whether a text holds every word typed, a misspelt one counting for its like."""
    return _holds_all(_wanted(typed), _stems_in(text))


@lru_cache(maxsize=64)
def _wanted(typed: str) -> Sequence[str]:
    """What is looked for in one text after another."""
    return keywords(typed) or words(typed)


def _typed_number(typed: str) -> int | None:
    """« 4 », « m4 », « mesure quatre », « la 4 », « n° 4 », or a label chosen from the list."""
    if typed.isdecimal() and len(typed) <= 4:  # what a choice of the list sends
        return int(typed)
    text = fold(typed)
    label = re.match(r"(\d{1,4})\s*[.·:)-]\s", text)
    if label:
        return int(label[1])
    bare = re.sub(r"^(?:la |le )?(?:mesure|mes|m|no|n°|nº|numero|#)?[\s.°#]*", "", text)
    bare = re.sub(r"^(?:no|n°|nº|numero|#)[\s.]*", "", bare)
    return number_in_words(bare) if bare else None


def _title_text(measure: MeasureDefinition) -> str:
    return f"{measure.title} {measure.short}"


def _whole_text(measure: MeasureDefinition) -> str:
    volets = " ".join(f"{each.label} {each.remark} {each.printed}" for each in measure.volets)
    return f"{_title_text(measure)} {volets}"


def _organisation_text(organisation: Organisation) -> str:
    return " ".join((organisation.acronym, organisation.name, *organisation.aliases))


def _fitting(
    typed: str, things: Iterable[_Thing], text_of: Callable[[_Thing], str]
) -> list[_Thing]:
    """The things whose text holds every word typed, a misspelt word counting for its like."""
    wanted = keywords(typed)
    if not wanted:
        return []
    return [each for each in things if _holds_all(wanted, _stems_in(text_of(each)))]


def _holds_all(wanted: Sequence[str], held: frozenset[str]) -> bool:
    def holds(word: str) -> bool:
        if word in held:
            return True
        if len(word) < 4 or word.isdigit():
            return False
        return process.extractOne(word, held, scorer=fuzz.ratio, score_cutoff=_TYPO) is not None

    return all(holds(word) for word in wanted)


@lru_cache(maxsize=4096)
def _words_in(text: str) -> frozenset[str]:
    """The words of a plan's text, which is searched at every key pressed."""
    return frozenset(words(text))


@lru_cache(maxsize=4096)
def _stems_in(text: str) -> frozenset[str]:
    """The stems of a plan's text."""
    return frozenset(keywords(text))


def _likes(typed: str, texts: Iterable[str]) -> list[dict[str, float]]:
    """For each word typed so far, the words of the texts that it may be, with their likeness."""
    known = frozenset().union(*map(_words_in, texts))
    asked = words(typed)
    return [_like(word, known) for word in asked if word not in _STOP] or [
        _like(word, known) for word in asked
    ]


def _like(typed: str, known: Iterable[str]) -> dict[str, float]:
    """The words that begin with what is typed (100), or resemble it (60 to 100)."""
    starting = {word: 100.0 for word in known if word.startswith(typed)}
    if len(typed) < 3:
        return starting
    beginnings = {word: word[: len(typed) + 2] for word in known}
    near = process.extract(typed, beginnings, scorer=fuzz.ratio, score_cutoff=60, limit=None)
    return {**{word: score for _, score, word in near}, **starting}


def _likeness(likes: Sequence[dict[str, float]], text: str) -> float:
    """0 to 100: how well each word typed so far starts or resembles a word of the text."""
    if not likes:
        return 0.0
    held = _words_in(text)
    best = (max((like[word] for word in like if word in held), default=0.0) for like in likes)
    return sum(best) / len(likes)
