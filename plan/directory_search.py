"""Finding an entry of the directory by what a person typed."""

from collections.abc import Callable

from rapidfuzz import fuzz, process

from plan.directory import Directory, DirectoryEntry
from plan.errors import AmbiguousError, NotFoundError
from plan.likeness import keywords, stem
from plan.text import fold, words

_TYPO = 80  # rapidfuzz ratio from which a word is taken for a misspelling of a known one
_LIKE = 75  # mean likeness under which an entry is not proposed
_MOST_WORDS, _LONGEST_WORD = 12, 40  # of what is typed, that is looked at
_SECTOR = "secteur stratégique"
_SMALL_TALK = frozenset(  # words of a request that are seldom what it is about
    words("fiche contact contacter joindre coordonnées courriel téléphone adresse porte porteur")
)

TextOf = Callable[[DirectoryEntry], str]


def find_entry(typed: str, directory: Directory) -> DirectoryEntry:
    """The one entry that `typed` names: its key, a whole name of it, or words that fit only one.

    The names decide; then who carries it and whom to ask; the rest only where none of these fits.
    Typos are looked at where nothing holds the words as they are.

    Raises:
        NotFoundError: none fits; the nearest names are told.
        AmbiguousError: several fit; all are told.
    """
    wanted = _meaningful(typed)
    for each in directory:
        if fold(typed) == each.key:
            return each
    for holds in (_holds, _nearly_holds) if wanted else ():
        for fits in (_called(holds), *(_telling(holds, text) for text in _TEXTS)):
            fitting = [each for each in directory if fits(wanted, each)]
            if len(fitting) == 1:
                return fitting[0]
            if fitting:
                raise AmbiguousError("fiche", typed, [each.name for each in fitting])
    near = ranked_entries(typed, directory)[:3] if wanted else []
    raise NotFoundError("fiche", typed, [each.name for each in near])


def ranked_entries(typed: str, directory: Directory) -> list[DirectoryEntry]:
    """The entries most like what is typed so far, most likely first; all where it is empty."""
    wanted = [word[:_LONGEST_WORD] for word in words(typed)[:_MOST_WORDS]]
    if not wanted:
        return list(directory)
    scored = [(_score(fold(typed), wanted, each), each) for each in directory]
    kept = [pair for pair in scored if pair[0] >= _LIKE]
    return [each for _, each in sorted(kept, key=lambda pair: -pair[0])]


def _names_text(entry: DirectoryEntry) -> str:
    return " ".join((*_names(entry), _SECTOR if entry.carrier else ""))


def _people_text(entry: DirectoryEntry) -> str:
    told = [_names_text(entry), entry.carrier]
    if contact := entry.contact:
        phones = (contact.phone, contact.toll_free)
        told += [contact.name, contact.email, contact.address, *phones]
        told += ["".join(words(phone)) for phone in phones]
    return " ".join(told)


def _whole_text(entry: DirectoryEntry) -> str:
    sections = (*entry.sections, *entry.partner_groups)
    listed = [text for each in sections for text in (each.title, each.intro, *each.items)]
    return " ".join((_people_text(entry), entry.summary, *entry.issues, *entry.partners, *listed))


_TEXTS: tuple[TextOf, ...] = (_names_text, _people_text, _whole_text)

Holds = Callable[[list[str], str], bool]
Fits = Callable[[list[str], DirectoryEntry], bool]


def _called(holds: Holds) -> Fits:
    """Whether the words are one of its names whole."""
    return lambda wanted, entry: any(
        holds(wanted, name) and holds(_meaningful(name), " ".join(wanted)) for name in _names(entry)
    )


def _telling(holds: Holds, text_of: TextOf) -> Fits:
    """Whether one of its texts holds all the words."""
    return lambda wanted, entry: holds(wanted, text_of(entry))


def _names(entry: DirectoryEntry) -> tuple[str, ...]:
    return (entry.name, *entry.aliases)


def _meaningful(text: str) -> list[str]:
    """The folded words of a text that say what it is about."""
    found = [word[:_LONGEST_WORD] for word in words(text) if keywords(word)]
    return [word for word in found if word not in _SMALL_TALK] or found


def _holds(wanted: list[str], text: str) -> bool:
    return {stem(word) for word in wanted} <= set(keywords(text))


def _nearly_holds(wanted: list[str], text: str) -> bool:
    stems, known = set(keywords(text)), words(text)

    def holds(word: str) -> bool:
        if stem(word) in stems:
            return True
        if len(word) < 4 or word.isdigit():
            return False
        return process.extractOne(word, known, scorer=fuzz.ratio, score_cutoff=_TYPO) is not None

    return all(holds(word) for word in wanted)


def _score(query: str, wanted: list[str], entry: DirectoryEntry) -> float:
    """How likely it is meant: a name begins so, else its names, its people, the rest hold it."""
    if fold(entry.name).startswith(query):
        return 102
    if any(fold(name).startswith(query) for name in entry.aliases):
        return 101
    weights = zip((1.0, 0.95, 0.9), _TEXTS, strict=True)
    return max(weight * _likeness(wanted, words(text_of(entry))) for weight, text_of in weights)


def _likeness(wanted: list[str], known: list[str]) -> float:
    """0 to 100: how well each word typed so far begins, or nearly, one of the words known."""

    def best(word: str) -> float:
        if any(each.startswith(word) for each in known):
            return 100
        if len(word) < 4:
            return 0
        beginnings = [each[: len(word) + 1] for each in known]
        found = process.extractOne(word, beginnings, scorer=fuzz.ratio, score_cutoff=_LIKE)
        return found[1] if found else 0

    return sum(best(word) for word in wanted) / len(wanted)
