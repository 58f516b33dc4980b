"""Headings printed in capitals → sentence case, with the accents and capitals of the document.

How a word is written is what the document's own sentences show: « Québec » has a capital there
in mid-sentence, « MAMROT » is in capitals, « économie » has neither.
"""

import re
from collections import Counter, defaultdict
from collections.abc import Iterable

from plan.text import fold

_WORD = re.compile(r"[^\W\d_]+")


def is_capitals(text: str) -> bool:
    """Tell whether a text has letters, all of them capitals."""
    letters = [char for char in text if char.isalpha()]
    return bool(letters) and all(char.isupper() for char in letters)


class SentenceCase:
    """Rewrites capitals, knowing the sentences of one document."""

    def __init__(self, sentences: Iterable[str]) -> None:
        self._forms: defaultdict[str, Counter[str]] = defaultdict(Counter)
        for sentence in sentences:
            if is_capitals(sentence):
                continue
            for found in _WORD.finditer(sentence):
                if re.search(r"[\w,]['’ \u00a0]$", sentence[: found.start()][-2:]):
                    self._forms[fold(found[0])][found[0]] += 1

    def __call__(self, text: str) -> str:
        """The text in sentence case; as it is where it was not all in capitals."""
        if not is_capitals(text):
            return text
        written = _WORD.sub(lambda found: self._written(found[0]), text)
        return written[:1].upper() + written[1:]

    def _written(self, word: str) -> str:
        forms = self._forms.get(fold(word), Counter())
        exact = [form for form in forms if form.lower() == word.lower()] or list(forms)
        lower = [form for form in exact if form.islower()]
        return max(lower or exact, key=lambda form: forms[form], default=word.lower())
