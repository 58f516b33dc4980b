"""The words that dates are made of, folded (no accent, lower case), and what they become.

The canonical form has one word for each notion: « prochaine » is `prochain`, « année » is `an`,
« heures » is `h`, « la » and « l' » are `le`, « du » is `de le`. The rules are written in it.
"""

# Fragments of regular expressions, to stand in a group.
MONTH = "janvier|fevrier|mars|avril|mai|juin|juillet|aout|septembre|octobre|novembre|decembre"
WEEKDAY = "lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche"
UNIT = "jour|journee|semaine|mois|an"

MONTHS = MONTH.split("|")
WEEKDAYS = WEEKDAY.split("|")

# « mar. » is left out: mardi or mars, it depends on what follows (`normalise`).
_SHORT = {
    "janvier": "jan janv",
    "fevrier": "fev fevr",
    "avril": "avr",
    "juillet": "juil juill",
    "octobre": "oct",
    "novembre": "nov",
    "decembre": "dec",
    "lundi": "lun",
    "mercredi": "mer merc",
    "jeudi": "jeu",
    "vendredi": "ven vend",
    "samedi": "sam",
    "dimanche": "dim",
}
_FORMS = {
    "an": "ans annee annees",
    "semaine": "semaines sem",
    "jour": "jours j",
    "journee": "journees",
    "h": "heure heures hre hres hrs",
    "minute": "minutes min mn",
    "trimestre": "trimestres trim",
    "ouvrable": "ouvrables ouvre ouvres",
    "prochain": "prochaine",
    "dernier": "derniere passe passee",
    "precedent": "precedente",
    "1er": "premier premiere",
    "2e": "deuxieme second seconde",
    "3e": "troisieme",
    "4e": "quatrieme",
    "5e": "cinquieme",
    "financier": "financiere",
    "fiscal": "fiscale",
    "civil": "civile",
    "demi": "demie",
    "quart": "quarts",
    "matin": "matinee",
    "soir": "soiree",
    "precis": "precise precises",
    "ce": "cet cette",
    "le": "la",
    "a le": "au",
    "de le": "du",
    "de les": "des",  # « dès » as well
    "jusqu'a le": "jusqu'au",
    "saint": "st ste sainte",
    "grace": "graces",
    "patriote": "patriotes",
    "mere": "meres",
    "pere": "peres",
    "roi": "rois",
}
CANONICAL = {
    form: word
    for table in (_SHORT, _FORMS)
    for word, forms in table.items()
    for form in forms.split()
}

# A word one keystroke away from exactly one of these is read as it. Short words are left alone.
MENDABLE = (
    *(month for month in MONTHS if len(month) > 3),
    *WEEKDAYS,
    *("demain", "semaine", "prochain", "dernier", "aujourdhui"),
)
# Plurals say « every »: not typing errors.
NOT_MENDED = frozenset(f"{weekday}s" for weekday in WEEKDAYS)

_NUMBERS = (
    "zero un une deux trois quatre cinq six sept huit neuf dix onze douze treize quatorze quinze"
    " seize vingt vingts trente quarante cinquante soixante cent cents mille et"
)
NUMBER_WORDS = frozenset(_NUMBERS.split())
