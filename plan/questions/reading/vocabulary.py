"""General French: words of one family, and words that mean the same.

Everything here is of the language or of any administration; a plan's own words come from its facts.
"""

from functools import lru_cache

from plan.likeness import stem
from plan.questions.reading.word_families import FAMILIES, MEANINGS, NARROWER
from plan.questions.reading.word_lists import ASKING, SOFT
from plan.text import words

# « Le prochain bilan », « le deuxième »: what is found must say so itself.
TELLING_APART = frozenset(
    words("prochain prochaine prochains prochaines deuxieme second seconde troisieme futur future")
)
# Verbs that turn what is told into its contrary: a fact without them is no answer.
_REFUSING = words(
    """
    refuser refuse rejeter rejete abandonner abandonne annuler annule retirer retire suspendre
    suspendu perdre perdu couper coupe gaspiller gaspille vole voter vote echouer echoue manquer
    rate reporter reporte retarder retarde interrompu arrete quitter quitte decliner decline
    exclure exclu
    """
)


# Nouns that end so in the singular as well: « pays » has nothing of « payer ».
_ALWAYS_PLURAL = frozenset(words("pays corps choix voix repas"))


def root(word: str) -> str:
    """The stem of a folded word, without the « e » that a lost accent leaves (« signée »)."""
    if word in _ALWAYS_PLURAL:
        return word
    found = stem(word)
    bare = found.rstrip("e")
    return bare if len(bare) >= 3 else found


def _grouped(lines: str) -> dict[str, frozenset[str]]:
    found: dict[str, set[str]] = {}
    for line in lines.strip().splitlines():
        roots = {root(word) for word in line.split()}
        for each in roots:
            found.setdefault(each, set()).update(roots)
    return {each: frozenset(others) for each, others in found.items()}


_FAMILY = _grouped(FAMILIES)
_ALIKE = _grouped(MEANINGS)
_PARTICULAR = {
    root(general): frozenset(map(root, particular))
    for general, *particular in map(str.split, NARROWER.strip().splitlines())
}
SOFT_ROOTS = frozenset(map(root, SOFT))
REFUSING_ROOTS = frozenset(map(root, _REFUSING))
ASKING_ROOTS = frozenset(map(root, ASKING))


def is_asking(word: str) -> bool:
    """Tell whether a word only asks; a short stem is shared by too many words to tell."""
    found = root(word)
    return word in ASKING or (found in ASKING_ROOTS and len(found) > 3 and word not in SOFT)


@lru_cache(maxsize=8192)
def family(stemmed: str) -> frozenset[str]:
    """The roots of the same family, itself aside."""
    return _FAMILY.get(stemmed, frozenset()) - {stemmed}


@lru_cache(maxsize=8192)
def alike(stemmed: str) -> frozenset[str]:
    """The roots that mean nearly the same, itself and its family aside."""
    own = {stemmed} | family(stemmed)
    tables = (_ALIKE, _PARTICULAR)
    near = frozenset().union(*(t.get(each, frozenset()) for t in tables for each in own))
    return near.union(*map(family, near)) - own
