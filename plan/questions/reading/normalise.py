"""A typed sentence made regular: no accent, no text-message spelling, English words in French."""

import re
from functools import lru_cache

from rapidfuzz.distance import OSA

from plan.questions.reading.english import Language, into_french, language_of
from plan.questions.reading.sounds import as_written
from plan.questions.reading.word_lists import ASKING, SOFT, STOP
from plan.text import fold

_MENTION = re.compile(r"@(?:everyone|here)\b|<[@#][!&]?\d+>|<a?:\w+:\d+>|https?://\S+")
# What Québec French writes in a text message, whole words only.
_SHORT = {
    "cb": "combien", "cmb": "combien", "cbien": "combien", "kombien": "combien",
    "koi": "quoi", "kwa": "quoi", "kossa": "quoi", "cossa": "quoi", "kosse": "quoi",
    "ki": "qui", "kan": "quand", "kand": "quand", "qd": "quand",
    "kel": "quel", "kelle": "quelle", "kels": "quels", "kelles": "quelles",
    "pr": "pour", "ds": "dans", "ac": "avec", "av": "avec", "tt": "tout", "tts": "tous",
    "pis": "et", "pi": "et", "ya": "il y a", "yen": "il y en",
    "nb": "nombre", "nbre": "nombre", "qt": "quantite", "auj": "aujourd hui", "ajd": "aujourd hui",
    "mtl": "montreal", "qc": "quebec", "min": "ministere", "gouv": "gouvernement",
    "pib": "produit interieur brut", "asso": "association", "orga": "organisme",
    "orgs": "organismes", "info": "information", "state": "etat", "status": "statut",
    "tel": "telephone", "dif": "difference", "diff": "difference",
    "num": "numero", "coop": "cooperative",
    "coops": "cooperatives", "addr": "adresse", "mesur": "mesure",
    "piasses": "dollars", "piastres": "dollars", "piasse": "dollars", "cash": "argent",
    "fric": "argent",
    "bidous": "argent", "pognon": "argent", "cennes": "argent",
    "lignes": "volets", "rangees": "volets",
    "boites": "entreprises", "pme": "entreprises", "bosse": "travaille", "bossent": "travaillent",
    "sondage": "questionnaire", "gars": "hommes", "job": "emploi", "jobs": "emplois",
    "dispo": "disponible", "ref": "reference", "dep": "depuis", "boss": "patron", "bedon": "ou",
    "dir": "direction", "resp": "responsable", "coord": "coordonnees", "doc": "document",
    "docs": "documents", "prog": "programme", "sub": "subvention", "subs": "subventions",
    "fed": "federal", "dev": "developpement", "rep": "reponse", "ex": "exemple",
    "keske": "qu est ce que", "kess": "qu est ce", "keskon": "qu est ce qu on", "cki": "c est qui",
    "ct": "c etait", "cetait": "c etait", "jveux": "je veux", "jpeux": "je peux",
    "g": "j ai", "svp": "", "stp": "", "plz": "", "pls": "", "plait": "", "genre": "", "faque": "",
    "coudonc": "", "bonjour": "", "salut": "", "allo": "", "merci": "", "hello": "", "hey": "",
}  # fmt: skip
_SAID_WITH_ARTICLE = frozenset(
    ("axe", "action", "aide", "entente", "argent", "autre", "economie", "entreprise", "emploi")
)
_SHORTEST = 6  # letters of a word that may be a typo of one of asking
_REWRITES = [
    (re.compile(pattern), text)
    for pattern, text in (
        (r"\bs'il (?:vous|te) plait\b", " "),
        (r"\b(?:kessé|kesse|qu'ossé|qu'osse)\b", "qu est ce"),
        # the Québec particle: « c'est-tu », « y a-tu », « ça balance-tu »
        (r"(?<!il )\by (?=a\b|en\b)|(?<!il )\by'(?=a\b|en\b)", "il y "),
        (r"(?<=\w)-(?:tu|t-il|t-elle|t-on)\b", " tu"),
        (r"(?<=\w)-(?=(?:il|elle|ils|elles|on|ce|moi|nous|vous|je)\b)", " "),
        # « c koi », « c tu fait », « c pour qui »: the letter stands for « c'est »
        (r"\b[cs] (?=koi|quoi|ki\b|qui\b|tu\b|fini|fait|quand|ou\b|pour|combien|rendu|le\b|la\b)",
         "c est "),
        (r"(?<=\d)(?= ?(?:er|e|eme|ieme|re|nd)\b) ?(?:er|e|eme|ieme|re|nd)\b", "e"),
        (r"\bj(?=[bcdfgklmnpqrstvz][a-z]{2,})", "je "),  # « jveux », « jsuis »
        (r"\bcest\b", "c est"),
        (r"\bque?q(?:ue)? ?chose\b|\bqqchose\b", "quelque chose"),
        (r"\bversus\b", "vs"),
        (r"(?<!ou )\b(?:non|hein|pas vrai)\W*$", " "),  # « c'est le MSSS, non? »
        (r"\bje suis (?:une? |la |le )?\w+(?= (?:a|au|aux|de|du|des|pour)\b)", " "),
        (r"(\bcombien\b.*?)\b(?:refus|rejet|ecart)ee?s?\b", r"\1 pas acceptes "),
        (r"\bvu?e?s? le jour\b", "cree"),
        (r"\b(?:la )?(mesure|action) combien\b", r"quelle \1"),
        (r"\ben chantier\b", "en cours"),
        (r"n't\b", " not"),
        (r"\ben date du (?=\d|premier)", "au "),
        (r"\b(?:est|sont)(?:[- ](?:il|elle)s?)? parties? prenantes?\b", "participe"),
        (r"\bresponsabilites? (?:de|a) (?=qui\b)", "responsable "),
        (r"\ba qui (?:\w+ )?la responsabilite\b", "qui est responsable"),
        (r"\b(?:employes?|agents?|travailleurs?|personnel) "
         r"(?:de l'etat|du gouvernement|publics?|gouvernementaux)\b", "fonction publique"),
        (r"\b(?:en )?sommes?(?:-| )nous\b(?: rendus?| arrives?)?", "en est on"),
        (r"\b(?:= ?|egale? )(?:a )?(?=combien|quoi|\?)", " "),
        (r"\bchiffres? d'affaires?\b", "chiffre affaires"),
        (r"\bquand meme\b", " "),
        (r"\bdavantage\b", "plus"),
        (r"(?<=\bplus )grande?s?\b", "gros"),
        (r"\ba l'(?:endroit|egard|intention) (?=d)|\b(?:en (?:faveur|vertu)|dans le cadre) (?=d)"
         r"|\bau (?:profit|benefice|chapitre|titre|compte) (?=d)", "pour "),
        (r"\bengagements? financiers?\b", "montant"),
        (r"\ba (?:la )?hauteur de\b", "de"),
        (r"\bmultipli\w+ par\b", "fois"),
        (r"\bpr(?:en|i)\w*(?: tu)?(?: \w{2,5})? (?:en|a (?:sa|leur)) charge\b", "paie"),
        (r"\b(?:se|s'est|s'etait) chiffr\w+", "coute"),
        (r"\bbailleu(?:rs?|resses?) de fonds\b", "payeur"),
        (r"\bsign\w+ (?:les?|un|des) cheques?\b", "paye"),
        (r"\bligne sans frais\b", "sans frais"),
        (r"\b(?:titre|intitule|libelle)(?: \w+)? de (?=(?:la |l')?(?:mesure |action |m ?)?\d)", ""),
        (r"\b(?:no|n°|nos|#)\.? ?(?:de |d')?(?=tel)", "numero de "),
        (r"\bs'arret\w+", "finit"),
        (r"\bau long\b", " signifie "),
        (r"\bmerci d'avance\b", " "),
        (r"\brendue?s? publi(?:cs?|ques?)\b", "devoile"),
        (r"\btravaill\w* sur (?!quel)", "s occupe de "),
        (r"\bpremiere? ministre\b", "premierministre"),  # no minister of a plan
    )
]  # fmt: skip


_ASKING = ("combien", "montant", "financement", "subvention")


def _typo(word: str) -> str:
    """« combein », « conbien »: a word of asking one letter off, else the word as it is."""
    if len(word) < _SHORTEST or word in STOP or word in ASKING:
        return word
    return next((each for each in _ASKING if OSA.distance(word, each, score_cutoff=1) == 1), word)


def normalise(text: str) -> tuple[str, Language]:
    """The sentence in folded French words, digits, « $ » and « % », one space apart.

    >>> normalise("C-tu fait, la m4? cb de $$")[0]
    'c tu fait la m4 combien de $ $'
    """
    folded = fold(_MENTION.sub(" ", text))
    for pattern, replacement in _REWRITES:
        folded = pattern.sub(replacement, folded)
    folded = re.sub(r"\b(\d{1,2}) ?[+] ?(?=\d{1,2}\b(?! ?[$\d]))", r"\1 additionne a ", folded)
    folded = re.sub(r"(?<=[\d$k])\s?[+]\s?(?=(?:l[ea]s? )?\d)", " plus ", folded)
    folded = re.sub(r" ?[+] ?(?=[a-z])", " additionne a ", folded)
    folded = re.sub(r"\s[+&]\s", " et ", folded)
    folded = re.sub(r"\((?:mesure|m|no)? ?(\d{1,2})\)|#(\d{1,2})\b", r" mesure \1\2 ", folded)
    folded = re.sub(r"(?<=[\d$ ])[x×*](?=[\d ])", " fois ", folded)
    plain = " ".join(re.findall(r"\d+(?:[.,]\d+)*|[a-z]+(?:\d+)?|[$%]", folded))
    language = language_of(plain)
    if language is Language.ENGLISH:
        plain = into_french(plain)
    words = (
        _SHORT.get(word) if word in _SHORT else _typo(_apart(as_written(word)))
        for word in plain.split()
    )
    return " ".join(" ".join(filter(None, words)).split()), language


@lru_cache(maxsize=4096)
def _apart(word: str) -> str:
    """« letat » → « l etat »: a lost apostrophe, before a word that questions are made of."""
    article, rest = word[:1], word[1:]
    lost = article in "ldjnmstcq" and rest[:1] in "aeiouh" and len(rest) > 3
    known = rest in ASKING or rest in _SAID_WITH_ARTICLE
    itself = word in ASKING or word in STOP or word in SOFT
    return f"{article} {rest}" if lost and known and not itself else word
