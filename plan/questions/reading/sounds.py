"""Words of asking written as they sound, with the « k » that French hardly uses: « kontact »."""

import re
from functools import lru_cache

from plan.questions.reading.word_lists import ASKING, STOP
from plan.text import words

_SHORTEST = 4  # letters: « kebec » is long enough to tell, « kr » is not
_SAME = [
    (re.compile(written), sound)
    for written, sound in (
        (r"qu|ck|ch(?=r)|k|c(?![eihy])", "k"),
        (r"ph", "f"),
        (r"(.)\1", r"\1"),
        (r"(?<=.)[eao][mn]t?$", "an"),
        (r"eau|au", "o"),
        (r"(?<=...)(?:es|[estx])$", ""),
    )
]
# Those that tell the kind of answer come before others that sound alike.
_FIRST = words("combien comment contact coordonnees courriel quelle quelques quebec")


def _sound(word: str) -> str:
    for written, sound in _SAME:
        word = written.sub(sound, word)
    return word


_BY_SOUND = {
    _sound(each): each for each in (*sorted(ASKING | STOP), *_FIRST) if len(each) >= _SHORTEST
}


@lru_cache(maxsize=4096)
def as_written(word: str) -> str:
    """The word of asking that one with a « k » sounds like, else the word as it is."""
    if "k" not in word or len(word) < _SHORTEST or word in STOP:
        return word
    return _BY_SOUND.get(_sound(word), word)
