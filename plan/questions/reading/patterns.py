"""Ways of asking, one a line, made into patterns.

A line is a regular expression over the words of a normalised sentence, and holds whole words:
« cout\\w* » finds « coute », and « cout » does not. `<MONEY>` and the like stand for `FRAGMENTS`.
"""

import re

FRAGMENTS = {
    # what asks for something else than a yes or a no, or speaks of what is yet to be
    "NOT_WHETHER": (
        r"combien|quel\w*|quoi|quand|qui|comment|reste\w*|manqu\w*|sera|seront|vont?|a atteindre"
    ),
    "AIM_MET": (
        r"(?:cible|objectif|but)s? .*?(?:atteint\w*|depass\w*|rencontre\w*|rempli\w*|respecte\w*)"
        r"|(?:atteint\w*|atteindre|depass\w*|rencontre\w*|rempli\w*|respecte\w*)"
        r" .*?(?:cible|objectif|but)s?"
    ),
    # « les actions des pôles » are no measures; those « du plan », or « à venir », are
    "MEASURES": r"(?:mesures|actions(?! (?:des|du(?! plan)|de la|de l(?! axe))\b))",
    "DONE": (
        r"(?:realisee?s?|completee?s?|terminee?s?|finie?s?|acheve\w*|boucle\w*|commence\w*"
        r"|debute\w*|entame\w*|amorce\w*|demarre\w*|lancee?s?|en cours|a venir|en marche|faite?"
        r"|reglee?s?"
        r"|cree\w*"
        r"|forme\w*|constituee?s?|(?:mise? )?(?:sur pied|en place))"
    ),
    # « livrée? », « signées? »: what says of a thing, as well as DONE, that it was seen to
    "SEEN_TO": (
        r"(?:livre|remis|recu|depose|signe|conclu|envoye|publie|paru|sorti|ouvert|adopte|accepte"
        r"|tenu|organise|prepare|redige|etabli|implante|offert|produit|elabore|mene|effectue|execute"
        r"|approuve|abouti|transmis|diffuse|mis a jour|instaure|installe|fonde|nomme|choisi)e?s?"
    ),
    "MONEY": (
        r"(?:coute?(?:r|nt|s)?|couts?|prix|budgets?|montants?|(?<!nous )(?<!en )sommes?(?! nous)"
        r"|argent|dollars?|(?:de|des|les) sous(?! (?:secteur|ministr|comite|titr))|chere?s?"
        r"|vaut|valent"
        r"|financement|enveloppe"
        r"|subventions?|(?:aide|appui|soutien) (?:financiere?|gouvernemental\w*)"
        r"|couteu\w+|million\w*|investi\w*|depens\w*|debours\w*|octroy\w*"
        r"|octroi|verse\w*|alloue\w*|accorde\w*|credits?|rapporte|facture|fric|bidous?|tarif"
        r"|mise de fonds|debourse\w*|gros sous|defray\w*)"
    ),
    "PAYS": (
        r"(?:pai(?:e|ent|es)|paye\w*|financ(?:e|ent|es|er|ee?s?)|verse\w*|subventionne\w*"
        r"|debours\w*|fourni\w*|accorde\w*|octroy\w*|donne\w*|contribue\w*)"
    ),
    "BODIES": r"(?:ministeres?|organismes?|mo|instances?|secretariats?)",
    "SINCE": (
        r"(?:change\w*|bouge\w*|evolue\w*|nouveau\w*|nouvelles?|neuf|modifi\w*|mise?s? a jour)"
    ),
    "EDITED": r"(?:modifie\w*|change(?:e?s?|r)|mis(?:e|es)? a jour|corrige\w*|bouge\w*)",
    "WHICH": r"(?:qui|lesquels|quels?|quelles?|liste)",
    "NO_THINGS": (
        r"(?:(?:sa|son|ses|leurs?|notre|nos|ma|mon|mes)\b"
        r"|poches?|argent|sous|dollars?|millions?|fonds|investissements?|aide financiere"
        r"|soutien financier|temps|annees|ans|mois|jours|\$|financement)"
    ),
    "TIMES": r"(?:temps|annees|ans|mois|jours|semaines)",
    "NO_NOUNS": (
        r"(?:dans|dedans|dessus|dessous|les|des|ses|mes|sans|plus|moins|vous|nous|ils|elles|depuis|apres|fois)"
    ),
    "THINGS_DONE": r"[a-z]{2,}s (?:depos|accept|sign|conclu|refus|servi|form)\w*s",
    "NAME_THEM": (
        r"(?:quelles?|lesquelles|liste\w*|nomme\w*|enumere\w*|donne\w*|montre\w*|voir|toutes|les"
        r"|sont)"
    ),
    "COST": (
        r"(?:ete )?(?:coute|recu d|verse|investi|depens|octroy|accord|donn|pay|reserv|allou|mis)\w*"
    ),
    "NO_RECIPIENTS": (
        r"(?:mesures?|actions?|ministeres?|organismes?|mo|axes?|montants?|sommes?|budgets?|projet)\b"
    ),
    "RECEIVED": r"(?:recu|obtenu|touche|beneficie)",
    "HAS": r"(?:est|sont|ete|deja|tu|encore|elles?)",
    "IS": r"(?:est |sont |sera )?(?:qui )?(?:les? )?",
    "TO_THE": r"(?:aux?|a|les?|l)",
    "PARTS": r"(?:axes|sections|volets|secteurs|ministeres|organismes|mo)",
    "STRUCTURED": r"(?:structure[es]?|organise|divise|bati|compose|decoupe|subdivise|separe)",
    "FEW": r"(?:deux|trois|quatre|cinq|six|sept|huit|neuf|dix|\d{1,2})",
    "HOW_MANY": r"(?:combien|nombre|quantite)",
}


def pattern_of(lines: str) -> re.Pattern[str]:
    """One pattern of several ways of asking."""
    for name, fragment in FRAGMENTS.items():
        lines = lines.replace(f"<{name}>", fragment)
    ways = [line.strip() for line in lines.strip().splitlines()]
    return re.compile(rf"(?<!\w)(?:{'|'.join(ways)})(?!\w)")
