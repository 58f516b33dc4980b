"""« FAA » for « Fonds d'aide aux aînés »: initials of three letters or more of a plan's names."""

from collections import Counter
from collections.abc import Iterable, Iterator
from functools import cached_property

from plan.text import words

_LINKS = frozenset(words("a au aux d dans de des du en et l la le les ou par pour sur un une"))
_LONGEST = 8
_SHORT = 3  # letters: so few stand for many phrases, and must be in capitals, or be frequent
_VOWELS = frozenset("aeiouy")
_OFTEN = 3  # names that hold the phrase


class NameInitials:
    """What initials stand for, by the names of a plan."""

    def __init__(self, names: Iterable[str]) -> None:
        self._names = names

    @cached_property
    def _known(self) -> list[tuple[str, list[str]]]:
        found = []
        for name in self._names:
            said = [word for word in words(name) if word not in _LINKS]
            found.append(("".join(word[0] for word in said), said))
        return found

    def phrase(self, initials: str, *, in_capitals: bool) -> tuple[str, ...]:
        """The words that initials stand for; none where two phrases are as likely.

        >>> names = ["Fonds d'aide aux aînés", "Le Fonds d'aide aux aînés, en région"]
        >>> NameInitials(names).phrase("faa", in_capitals=True)
        ('fonds', 'aide', 'aines')
        """
        if not _SHORT <= len(initials) <= _LONGEST or not initials.isalpha():
            return ()
        ordered = Counter(self._phrases(initials)).most_common(2)
        if not ordered:
            return ()
        phrase, times = ordered[0]
        is_no_word = in_capitals or not _VOWELS & set(initials)
        if len(initials) <= _SHORT and not is_no_word and times < _OFTEN:
            return ()
        is_alone = len(ordered) == 1 or times > 2 * ordered[1][1]
        return phrase if is_alone or len(initials) > _SHORT else ()

    def _phrases(self, initials: str) -> Iterator[tuple[str, ...]]:
        for letters, said in self._known:
            place = letters.find(initials)
            if place >= 0:
                yield tuple(said[place : place + len(initials)])
