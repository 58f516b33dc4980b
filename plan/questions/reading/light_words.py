"""Words that stand where no noun can: verbs, adverbs, and adjectives before their noun.

« Longueuil a embarqué », « le fameux 17 », « décortique-moi le million »: a plan need not hold
them to answer. A noun, a name or a year that nothing holds still tells of another subject.
"""

import re
from dataclasses import dataclass

from plan.text import fold, words

_PRONOUNS = frozenset(
    words("je j tu il elle on ils elles nous vous ca qui y se s ne n me m te lui")
)
_AUXILIARIES = frozenset(
    words(
        """
        a ont avait avaient aura auront aurait ait eu est sont etait etaient sera seront serait ete
        fut furent as ai avons avez etes sommes suis ayant etant soit
        """
    )
)
_ARTICLES = frozenset(words("le la les l"))
# What may stand between a subject or an auxiliary and its verb.
_BETWEEN = _ARTICLES | frozenset(
    words(
        "pas plus deja bien ete t jamais toujours tout tous toutes juste aussi encore vraiment en"
    )
)
_BEFORE_INFINITIVE = frozenset(
    words(
        "a pour de d sans faut peut peux doit doivent devait va vont veut veux faire fait y en pas"
    )
)
_DETERMINERS = _ARTICLES | frozenset(
    words(
        """
        un une des du au aux ce cet cette ces mon ma mes ton ta tes son sa ses notre nos votre vos
        leur leurs quel quelle quels quelles chaque
        """
    )
)
_BEFORE_NOUN = _DETERMINERS | frozenset(words("de d en par sans"))
_WHENCE = frozenset(words("de d du des par"))
_SHORT = 3  # letters of words that end in « s » and are no noun in the plural: « les », « pas »
_AFTER_IMPERATIVE = frozenset(words("moi nous le la les l un une donc"))
_CONJUGATED = re.compile(r"\w{2,}(?:erait|eraient|aient|irait|ez|emment|amment)")
_ADVERB = re.compile(r"\w{3,}ment")
_INFINITIVE = re.compile(r"\w{2,}(?:(?<!i)er|ir|[cdtuv]re)")
_PARTICIPLE = re.compile(r"\w{2,}(?:ee?s?|i[est]?|ies|ite?s?|(?<!a)ue?s?|erte?s?|aint)")
_PRESENT = re.compile(r"\w{2,}(?:e|ent|[td]|ra|ront|aient|ait)")
_HOW_MUCH = frozenset(words("combien quoi quand quel quelle quels quelles"))
_NAME = re.compile(r"(?<=[\w,;:'’)] )[A-ZÀ-Ý][\w-]+|(?<=['’])[A-ZÀ-Ý][\w-]+")
_PLACE = re.compile(r"\bà (?:l['’]|la )?(\w+)", re.IGNORECASE)


def light_words(text: str, normal: str) -> frozenset[str]:
    """The words of a sentence that stand where a noun cannot.

    Args:
        text: as typed; its capitals and accents tell names, and « à » from « a ».
        normal: the same, made regular.

    >>> sorted(light_words("le fameux 17 se divise comment?", "le fameux 17 se divise comment"))
    ['divise', 'fameux']
    """
    names = [] if text.isupper() else _NAME.findall(text)
    nouns = frozenset(map(fold, [*names, *_PLACE.findall(text)]))
    sentence = _Sentence(normal.split(), nouns, is_accented=not text.isascii())
    return frozenset(
        word for at, word in enumerate(sentence.said) if word.isalpha() and sentence.is_light(at)
    )


@dataclass(frozen=True, slots=True)
class _Sentence:
    """Its words, those known for nouns, and whether it was typed with accents."""

    said: list[str]
    nouns: frozenset[str]
    is_accented: bool

    def at(self, place: int) -> str:
        return self.said[place] if 0 <= place < len(self.said) else ""

    def is_light(self, place: int) -> bool:
        word, before = self.said[place], self.at(place - 1)
        if _CONJUGATED.fullmatch(word) or self._is_infinitive(place):
            return True
        if word in self.nouns:
            return False
        if before in ("mesure", "mesures") and self.at(place - 2) in ("quelle", "quelles"):
            return True
        if not before:
            return self.at(place + 1) in _AFTER_IMPERATIVE
        if before in _DETERMINERS and not self._is_pronoun(place - 1):
            return self.at(place + 1).isdigit() or word.endswith(("eux", "euse", "euses"))
        is_adverb = _ADVERB.fullmatch(word) and before not in _BEFORE_NOUN
        is_verb = self._is_verb(place) or self._says_whence(place)
        return bool(is_adverb) or is_verb or self._takes_how_much(place)

    def _is_infinitive(self, place: int) -> bool:
        if not _INFINITIVE.fullmatch(self.said[place]):
            return False
        at = place - 1
        while self.at(at) in _ARTICLES:  # « pour la décrire », but « la terre »
            at -= 1
        if self.at(at) in _BEFORE_INFINITIVE | _PRONOUNS and at >= place - 2:
            return True
        return at == place - 1 and self.said[place].endswith("er") and self._ends_plural(at)

    def _ends_plural(self, place: int) -> bool:
        """« Les représentants rencontrer »: a noun in the plural, after which no noun can stand."""
        word = self.at(place)
        return len(word) > _SHORT and word.endswith("s") and word not in _BEFORE_NOUN

    def _says_whence(self, place: int) -> bool:
        """« Les projets issus d'entreprises »: a participle after its noun, before « de »."""
        same = self._ends_plural(place - 1) and self.said[place].endswith("s")
        is_participle = _PARTICIPLE.fullmatch(self.said[place].removesuffix("s")) is not None
        return same and is_participle and self.at(place + 1) in _WHENCE

    def _is_pronoun(self, place: int) -> bool:
        """« On le voit »: the pronoun, not the article."""
        return self.at(place) in _ARTICLES and self.at(place - 1) in _PRONOUNS - {"tu"}

    def _takes_how_much(self, place: int) -> bool:
        """« Le fonds dispose de combien »: a verb between its subject and what is asked."""
        asked = self.at(place + 1) in _HOW_MUCH or (
            self.at(place + 1) in {"de", "a", "avec", "sur", "pour"}
            and self.at(place + 2) in _HOW_MUCH
        )
        has_subject = self.at(place - 1) not in _BEFORE_NOUN and self.at(place - 2) in _DETERMINERS
        return asked and has_subject and _PRESENT.fullmatch(self.said[place]) is not None

    def _is_verb(self, place: int) -> bool:
        """A pronoun or an auxiliary stands before, adverbs and pronouns between them aside."""
        at = place - 1
        while at > 0 and self.said[at] in _BETWEEN:
            at -= 1
        before = self.at(at)
        if before in _PRONOUNS:
            return True
        if before == "a" and not self.is_accented and self.at(at - 1) not in _PRONOUNS:
            return False  # « à » as well
        return before in _AUXILIARIES and _PARTICIPLE.fullmatch(self.said[place]) is not None
