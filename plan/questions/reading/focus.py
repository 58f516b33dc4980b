"""What of an answer a normalised sentence wants: the total, the target, an address, today…"""

from plan.questions.reading.asked import Focus
from plan.questions.reading.patterns import pattern_of

_WAYS = {
    Focus.TOTAL: r"""
        au total|total\w*|en tout|au complet|ensemble|tout (?:le )?plan
        additionn\w*|cumul\w*|combinee?s?
        sur (?:\d|trois|quatre|cinq) ans|toute la (?:periode|duree)
        (?:au bout|a la fin) (?:de|des) (?:\d|deux|trois|quatre|cinq) (?:ans|annees)
    """,
    Focus.PER_YEAR: r"""
        par (?:an|annee)s?|chaque annee|annuel\w*|annuite|a l annee|par exercice
        (?:pour|en|dans) (?:une|1) (?:seule )?annee
    """,
    Focus.NEGATED: r"""
        n (?:a|ont|est|sont|y|etait|etaient|avait) .*?pas(?! (?:l[ea]s? meme|pareil|egal|d accord))
        pas (?:encore |ete )*(?:signe|depose|repondu|recu|conclu|retenu|accepte|choisi|passe)\w*
        jamais
    """,
    Focus.EXCEPT: "sauf|a part|autres? que|excepte\\w*|hormis|exception|outre",
    Focus.LESS: r"""
        sans (?:les?|la|l|compter)|hors|hormis|moins (?:les?|la|l)|mise? (?:de cote|a part)
        (?:enlev|ote|retir|soustra|deduis|exclu|oubli)\w*
    """,
    Focus.ONLY: r"(?:juste|rien que) (?:du|de|le|la|l)|seulement|uniquement|seule?s?|exclusiv\w*",
    Focus.PERCENT: r"%|pourcent\w*|taux|proportion",
    Focus.REMAINING: r"reste\w*|manqu\w*|restant\w*",
    Focus.REACHED: r"atteint\w*|reel\w*|actuel\w*",
    Focus.MET: r"""
        ^(?!.*\b(?:<NOT_WHETHER>)\b).*?(?:<AIM_MET>)
    """,
    Focus.TARGET: r"cibles?|objectifs?|but|vise\w*|a atteindre",
    Focus.EMAIL: r"courriels?|e ?mails?|ecri\w*",
    Focus.PHONE: r"telephones?|cellulaire|cell|numero(?! (?:d )?isbn)",
    Focus.TOLL_FREE: "sans frais",
    Focus.ADDRESS: r"(?<!s )adresses?(?! courriel)|ou (?:est|se trouve|sont) .*?bureaux?",
    Focus.CARRIER: r"porteu\w*|porte\w*|qui (?:s occupe|pilote|mene|gere)",
    Focus.PARTNERS: r"partenaires?|collabor\w*|avec qui",
    Focus.ISSUES: r"enjeux?|problem\w*|defis?",
    Focus.MOST: r"plus(?! (?:petit|bas|faible|modeste|court)\w*)",
    Focus.LEAST: r"moins|plus (?:petit|bas|faible|modeste|court)\w*|moindre",
    Focus.DIFFERENCE: r"difference|ecart|combien (?:de )?(?:plus|moins)|de (?:plus|moins) que",
    Focus.NOW: r"""
        aujourd hui|actuel\w*|presentement|maintenant|en ce moment|a l heure actuelle|a date
    """,
    Focus.TO_DATE: r"""
        a date|deja|vraiment|reellement|jusqu (?:a )?(?:ici|maintenant|present|aujourd)
    """,
    Focus.WHY: "pourquoi|comment ca se fait|pour quelle raison",
    Focus.SEVERAL: "dates|quelles|quels|les|des",
    Focus.NAMES: r"""
        (?:c est|c) (?:laquelle|lequel)$|(?:c est|c|etaient|sont) lesquel\w*
        liste\w*|nomme\w*|enumer\w*|noms
        quel(?:le)?s (?:sont les|\w+ (?:ont|avaient))
    """,
    Focus.INCLUDES: r"inclu\w*|compren\w*|compris\w*|contien\w*|partie|compt\w*",
    Focus.BESIDE: r"s ajout\w*|en (?:plus|sus|dehors) (?:de|d|du|des)",
    Focus.ORIGIN: r"""
        vien\w*|provien\w*|puise\w*|tiree?s?|pris(?! part)|a meme|fai?on?t partie|sort\w*
        (?:de|dans) (?:quel|quelle) (?:fonds|enveloppe|budget|poche|programme|somme|montant)
    """,
    Focus.OTHER_PLAN: r"""
        (?:prochain|futur|ancien|precedent|autre|deuxieme|second|2e) plan
        plan (?:suivant|precedent|qui suit|d avant|d apres)
    """,
    Focus.DETAIL: r"""
        calcul\w*|detail\w*|repart\w*|ventil\w*|inclu\w*|compren\w*|compris|compos\w*|divis\w*
        contient|partag\w*|fois|multipl\w*|decompos\w*|decoup\w*|separ\w*|morceaux|tranches?
        va ou|vont ou
        (?:y a|ya|a t il) quoi|quoi (?:dans|dedans)|ou (?:va|vont|ira|iront)|distribu\w*|morcel\w*
    """,
    Focus.MONEY: "<MONEY>",
    Focus.COST: r"coute\w*",
    Focus.SPAN: r"""
        entre (?:quelles dates|quand et quand)|(?:de|depuis) quand (?:a|jusqu a) quand
        de quel\w* (?:annee|mois|date) (?:a|jusqu)|quelles annees
    """,
    Focus.PERSON: r"""
        ministre|presidente?|directeur|directrice|repondante?|maire(?:sse)?|auteure?|premierministre
    """,
    Focus.WHO_DID: r"quel\w* (?!<MEASURES>|<BODIES>|etudes?)\w+ (?:ont|sont|a|est)",
    Focus.END: r"""
        jusqu|fin|fini\w*|termin\w*|acheve\w*|limite|butoir|echean\w*|d ici|(?:avant|pour) quand
        quand .*?(?:doit|doivent|devra|devront|devait|devaient)
        derniere (?:date|journee|annee)|au plus tard|date ultime
    """,
}
_FOCUSES = [(focus, pattern_of(ways)) for focus, ways in _WAYS.items()]


def focus_of(normal: str) -> frozenset[Focus]:
    """What of the answer is wanted."""
    return frozenset(focus for focus, pattern in _FOCUSES if pattern.search(normal))
