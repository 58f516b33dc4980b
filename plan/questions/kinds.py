"""What kinds of answer a normalised sentence may want, in the order they are to be tried.

Each line is a way of asking; several may hold at once, and the first that the plan can answer
decides. English has been put into French before.
"""

import re
from collections.abc import Sequence

from plan.questions.asked import Focus, Kind

# « les actions des pôles » are no measures; « les actions du plan », « les actions à venir » are
_MEASURES = r"(?:mesures|actions(?! (?:des|du(?! plan)|de la|de l(?! axe))\b))"
_DONE = (
    r"(?:realisee?s?|completee?s?|terminee?s?|finie?s?|acheve\w*|boucle\w*|commence\w*|debute\w*"
    r"|entame\w*|demarre\w*|lancee?s?|en cours|a venir|en marche|fait\b|faite\b|cree\w*)"
)
_MONEY = (
    r"(?:coute?(?:r|nt|s)?|couts?|prix|budgets?|montants?|(?<!nous )(?<!en )sommes?(?! nous)|argent|dollars?|(?:de|des|les) sous"
    r"|cher|vaut|valent|financement|enveloppe|subventions?|aide financiere|million\w*|investi\w*"
    r"|depens\w*|debours\w*|octroy\w*|octroi|verse\w*|alloue\w*|accorde\w*|credits?|rapporte)"
)
_PAYS = (
    r"(?:pai(?:e|ent|es)|paye\w*|financ(?:e|ent|es|er|ee?s?)|verse\w*|subventionne\w*"
    r"|debours\w*|fourni\w*|accorde\w*|octroy\w*|donne\w*)"
)
_CUES: Sequence[tuple[Kind, str]] = (
    (Kind.UNANSWERED,
     r"\b(?:qui|lesquels|quels?|quelles?|liste)\b.*\b(?:pas|jamais|encore|manque\w*|doi(?:t|vent)|reste\w*)\b"
     r".*\b(?:repondu|repondre|rempli\w*|confirme\w*|rendu compte|mis a jour)\b"
     r"|\bqui (?:a|ont) (?:deja )?(?:repondu|confirme)\b|\bcollecte\b"),
    (Kind.CHANGES,
     r"\b(?:change\w*|bouge\w*|evolue\w*|nouveau\w*|nouvelles?|neuf|modifi\w*|mis(?:e|es)? a jour)\b.*\bdepuis\b"
     r"|\bdepuis\b.*\b(?:change\w*|bouge\w*|evolue\w*|neuf|modifi\w*|mis(?:e|es)? a jour)\b"
     r"|\bquoi de (?:neuf|nouveau)\b|\bdernier\w* (?:changement|mise a jour|modification)\w*"
     r"|\bchangements? recents?\b|\b(?:qu est ce qui|quoi|c est quoi qui) (?:a|ont) (?:change|bouge)\w*"),
    (Kind.OVERLAP,
     r"\bcompt\w* (?:deux|2|plus d une) fois\b|\ben double\b|\bdouble ?compt\w*\b|\bdoublons?\b"
     r"|\bdeux fois\b|\bmeme argent\b|\bdeja compt\w*\b"
     r"|\b(?:inclu\w*|comprise?s?|comptee?s?|contenu\w*) (?:dans|avec|a meme)\b"),
    (Kind.RECONCILIATION,
     r"\bbalanc\w*|\bconcord\w*|\bconcili\w*|\breconcili\w*|\bventil\w*|\bcorrespond\w* (?:au|a la|avec)\b"
     r"|\badditionn\w* (?:tou\w+|les|l ensemble)\b|\bsomme (?:des|de toutes|de tous)\b|\bcoincid\w*"
     r"|\b(?:arrive|arrives|donne|egale?|fait) (?:tu |t on |on |bien |vraiment )?(?:a|au|aux|le|les|l) (?:total|\d)"
     r"|\bmanque\w*\b.*\b(?:arriver|atteindre le|faire le|rendre)\b|\becart (?:entre|avec)\b.*\b(?:annonc\w*|total)\b|\bdifference (?:entre|avec)\b.*\bannonc\w*"),
    (Kind.CONTACT,
     r"\bcourriels?\b|\be ?mails?\b|\btelephones?\b|\bsans frais\b|\badresses?\b|\bcoordonnees\b|\bcontact\w*"
     r"|\b(?:re)?joindre\b|\b(?:ecrire|ecrit|parler|parle|adresser|appeler|appelle) (?:a qui|pour)\b"
     r"|\ba qui (?:\w+ ){0,3}(?:ecri\w*|parl\w*|demand\w*|adress\w*|envo\w*)|\bappeler\b|\bcellulaire\b|\bcell\b"
     r"|\bqui appel\w*|\bpersonne ressource\b|\bnumero de tel\w*|\bwhatsapp\b|\bfax\b|\btelecopieur\b"),
    (Kind.COMPARISON,
     r"\b(?:le|la|les) (?:plus|moins)\b|\bplus (?:que|cher\w*|gros\w*|grand\w*|eleve\w*|longtemps|d argent)\b"
     r"|\bmoins (?:que|cher\w*)\b|\b(?:lequel|laquelle|lesquels|qui|quel\w*)\b.*\b(?:plus|moins|mieux)\b"
     r"|\bdifference\b|\becart\b|\bcompar\w*|\bversus\b|\bvs\b|\bplus (?:de|d) \w+.*\b(?:ou|que)\b"
     r"|\b(?:plus|moins) .*\bque (?:celle|celui|la|le|l)\b|\bplutot que\b"),
    (Kind.PARTS,
     r"\b(?:combien|nombre|quels?|quelles?|liste\w*|nomme\w*|enumere\w*|c est quoi les|quoi les|donne\w* (?:moi )?les)\b"
     rf"(?:(?! {_MEASURES}) \w+){{0,3}} (?:axes|sections|volets|secteurs|ministeres|organismes|mo)\b"),
    (Kind.COUNT, rf"\b(?:combien|nombre|quantite)\b(?: \w+){{0,2}} {_MEASURES}\b"),
    (Kind.COUNT,
     r"\bcombien (?:sont|en sont|il y en a|y en a|en reste|d entre elles|en|a venir|de realisees"
     r"|de terminees|realisees)\b(?!.*\b(?:cout|vaut|argent|dollar))|\bcombien dans l axe\b"),
    (Kind.STATE,
     rf"\bou (?:ca )?en (?:est|sont)\b|\ben est ou\b|\best ou rendu\w*|\brendu\w* (?:ou|a quoi|la)\b|\bou c est rendu\b"
     rf"|\bc est rendu ou\b|\b(?:quel|quelle|dans quel|leur|son|l) (?:est |sont )?(?:l |le |leur )?(?:etat|statut|avancement)\b"
     rf"|\b(?:etat|statut|avancement|progres|progression)s?\b|\bou on en est\b|\bon en est ou\b|\best on\b.*\bou\b|\bou est rendu\w*"
     rf"|\bavance\w*\b|\bprogresse\w*\b|\best (?:ce )?(?:que )?(?:deja |tu |elle |il |t elle )?{_DONE}"
     rf"|\b(?:est|sont|a|ont|ete|deja|tu|c est|encore|elle|elles) (?:tu |deja |bien |toute? |ete |pas )*{_DONE}(?! quand)"
     rf"|\b{_DONE}(?: ou (?:pas|non|{_DONE}))\b|\b(?:c est|c) (?:tu )?(?:fait|fini|faite|finie)\b"
     rf"|\b{_DONE}$|^(?:est|sont|a|ont)\b.*\b{_DONE}\b|\brendue?s?\b(?! publi)|\bse passe\b|\bquelle etape\b"
     rf"|\bfini\w*\b|\btermine\w*\b|\ben cours ou\b|\ba venir ou\b|\brealisee? ou\b|\bs en vient\b"),
    (Kind.LIST,
     rf"\b(?:quelles?|lesquelles|liste\w*|nomme\w*|enumere\w*|donne\w*|montre\w*|voir|toutes|les|c est quoi les|sont) (?:\w+ ){{0,4}}{_MEASURES}\b"
     rf"|^{_MEASURES}\b(?! \d)|\b(?:quelle|quelles) (?:mesure|action)\b|\bdans quelles? mesures?\b"),
    (Kind.PAYER,
     rf"\b(?:qui|quel (?:ministere|organisme|mo|fonds)|quels (?:ministeres|organismes|mo)|d ou vient|vient (?:d ou|de (?:ou|quel\w*))|de quel fonds|quel fonds)\b.*{_PAYS}"
     rf"|\bd ou (?:vient|viennent|provien\w*)\b|\b(?:vien\w*|provien\w*) (?:de|d) (?:qui|ou|quel\w*)\b|\bpaye?e? par qui\b|\bfinance\w* par (?:qui|quel\w*)\b"
     rf"|\bpayeurs?\b|\bbailleurs?\b|\bqui (?:qui )?(?:a |ont )?(?:mis|met|mettent|donne\w*|{_PAYS[3:-1]})\b"),
    (Kind.DURATION,
     r"\bcombien (?:de|d) (?:temps|annees|ans|mois|jours|semaines)\b|\bentre quelles dates\b|\bde quand a quand\b|\bduree\b|\bdure\w*\b|\bsur combien de (?:temps|ans|annees)\b"
     r"|\bpendant combien\b|\bhorizon\b|\bperiode\b|\ben combien\b|\bsur quelle (?:periode|duree)\b"),
    (Kind.QUANTITY,
     r"\b(?:combien|nombre|quantite) (?:de |d |des )(?!argent|sous|dollars?|millions?|fonds|investissements?|aide financiere|soutien financier|temps|annees|ans|mois|jours|\$|financement)[a-z]{2,}"
     r"|\b(?:taux|pourcentage|proportion|quelle part|cible|objectif|atteint\w*|reste\w* a|reste t il|il reste|il en reste)\b|%"
     r"|\bchiffre d?\b|\bcombien (?!(?:dans|les|des|ses|mes|sans|plus|moins|vous|nous|ils|elles|depuis|apres|fois)\b)[a-z]{3,}s\b"
     r"|\bpoids\b|\bpourcent\b|\bil (?:en )?manque\b"
     r"|\bcombien (?:d entre \w+ )?(?:en )?(?:ont|avaient|se sont|n ont|n avaient)\b(?! (?:coute|recu d|ete verse))"),
    (Kind.DATE,
     r"\bquand\b|(?<!\ba )\bdates?\b|\bdatent?\b|\bdepuis quand\b|\bquelle (?:annee|saison|journee)\b|\bquel (?:mois|jour)\b|\bechean\w*"
     r"|\bdate limite\b|\bjusqu (?:a|en|ou) (?:quand|quelle)\b|\bd ici\b|\ben quelle annee\b|\bparu\w*\b|\ba quel moment\b"
     r"|\bquelle heure\b|\bremonte\w*\b|\bvers quelle date\b"),
    (Kind.AMOUNT, rf"\bcombien\b|\b{_MONEY}\b|[$]|\btotal (?:annonce|prevu|du plan)\b"),
    (Kind.BODIES,
     r"\b(?:quels?|quelles?|les|c est qui|qui sont|liste\w*|nomme\w*)(?: \w+){0,2} (?:ministeres?|organismes?|mo|instances?|secretariats?)\b"
     r"|\bministeres?\b|\bmo\b|\bqui (?:est|sont|sera|c est)?(?: qui)?(?: les?)? ?(?:responsables?|concern\w*|impliqu\w*|en charge|charge\w*|pilot\w*|"
     r"participe\w*|gere\w*|mene\w*|s occup\w*|coordonn\w*|porte\w*|membre\w*|siege\w*|fait partie|font partie)"
     r"|\bresponsables?\b|\brelev\w* de\b|\bpar qui\b|\bconcerne\w* qui\b|\bimplique\w* qui\b|\bqui qui s occupe\b|\bqui s occupe\b|\bqui fait quoi\b"),
    (Kind.DIRECTORY,
     r"\bporteu\w*|\bporte par\b|\bporte\w*\b|\bpartenaires?\b|\benjeux?\b|\bmandats?\b|\bmissions?\b|\bvisions?\b|\bsecteurs?\b"
     r"|\broles?\b|\betapes?\b|\bsous secteurs?\b|\btypes?\b|\bgenres?\b|\bsortes?\b|\bavec qui\b"),
    (Kind.MEANING,
     r"\bveut dire\b|\bveulent dire\b|\bsignifie\w*\b|\bsigles?\b|\bacronymes?\b|\bdefinition\b|\bau long\b|\bc est (?:quoi|koi)\b"
     r"|\bqu est ce que?\b|\bc quoi\b|\bc est qui\b|\bquoi ca\b|\bnom complet\b|\bmeme ministere\b|\bmeme (?:chose|organisme|mo)\b|^qu est\b"),
    (Kind.WHO, r"\bqui\b|\bquel (?:ministre|auteur)\b|\bnom d\w*\b"),
)  # fmt: skip
_KINDS = [(kind, re.compile(pattern)) for kind, pattern in _CUES]
_FOCUS: Sequence[tuple[Focus, re.Pattern[str]]] = [
    (focus, re.compile(pattern))
    for focus, pattern in (
        (Focus.TOTAL, r"\bau total\b|\btotal\w*\b|\ben tout\b|\bau complet\b|\bsur (?:cinq|5|trois|3|\d) ans\b|\bensemble\b"
                      r"|\btout (?:le )?plan\b|\btoute la (?:periode|duree)\b|\badditionn\w*|\btotalis\w*|\bcumul\w*"),
        (Focus.PER_YEAR, r"\bpar (?:an|annee)s?\b|\bchaque annee\b|\bannuel\w*|\bannuite\b|\ba l annee\b|\bpar exercice\b"),
        (Focus.NEGATED, r"\bn (?:a|ont|est|sont|y|etait|etaient|avait)\b.*\bpas\b|\bpas (?:encore )?(?:signe|depose|repondu|recu|conclu)\w*"),
        (Focus.EXCEPT, r"\bsauf\b|\ba part\b|\bautres? que\b|\bexcepte\w*|\bhormis\b|\bexception\b|\boutre\b"),
        (Focus.ONLY, r"\bseulement\b|\buniquement\b|\bque (?:le|la|l)\b.*\bseule?\b|\bseule?s?\b|\bexclusiv\w*"),
        (Focus.PERCENT, r"%|\bpourcent\w*|\btaux\b|\bproportion\b"),
        (Focus.REMAINING, r"\breste\w*\b|\bmanque\w*\b|\brestant\w*"),
        (Focus.REACHED, r"\batteint\w*|\breel\w*|\bactuel\w*"),
        (Focus.TARGET, r"\bcibles?\b|\bobjectifs?\b|\bbut\b|\bvise\w*\b|\ba atteindre\b|\bviser\b"),
        (Focus.EMAIL, r"\bcourriels?\b|\be ?mails?\b|\becri\w*"),
        (Focus.PHONE, r"\btelephones?\b|\bappel\w*|\bcellulaire\b|\bcell\b|\bnumero\b(?! (?:d )?isbn)"),
        (Focus.TOLL_FREE, r"\bsans frais\b"),
        (Focus.ADDRESS, r"\badresses?\b(?! courriel)|\bou (?:est|se trouve|sont)\b.*\bbureau\w*"),
        (Focus.CARRIER, r"\bporteu\w*|\bporte\w*\b|\bqui (?:s occupe|pilote|mene|gere)\b"),
        (Focus.PARTNERS, r"\bpartenaires?\b|\bcollabor\w*|\bavec qui\b"),
        (Focus.ISSUES, r"\benjeux?\b|\bproblem\w*|\bdefis?\b"),
        (Focus.MOST, r"\bplus\b"),
        (Focus.LEAST, r"\bmoins\b"),
        (Focus.DIFFERENCE, r"\bdifference\b|\becart\b|\bcombien (?:de )?(?:plus|moins)\b|\bde (?:plus|moins) que\b"),
        (Focus.NOW, r"\baujourd hui\b|\bactuel\w*|\bpresentement\b|\bmaintenant\b|\ben ce moment\b|\ba l heure actuelle\b|\ba date\b"),
        (Focus.TO_DATE, r"\ba date\b|\bjusqu (?:a )?(?:ici|maintenant|present|aujourd)\b|\bdeja\b|\bvraiment\b|\breellement\b"),
        (Focus.YES_NO, r"\best ce\b|\b(?:est|sont|a|ont|va|fait|y a|ca \w+|\w+) tu\b|^(?:est|sont)\b|\bou (?:pas|non)\b|\b(?:a|est) t (?:il|elle)\b"),
        (Focus.WHY, r"\bpourquoi\b|\bcomment ca se fait\b|\bpour quelle raison\b"),
        (Focus.SEVERAL, r"\bdates\b|\bles (?:deux|trois|2|3)\b|\bquelles\b|\bquels\b|\bles\b|\bdes\b"),
        (Focus.INCLUDES, r"\binclu\w*|\bcomprend\w*|\bcompris\w*|\bcontien\w*|\bpartie\b|\bcompt\w*"),
        (Focus.DETAIL, r"\bcalcul\w*|\bdetail\w*|\brepart\w*|\bventil\w*|\binclu\w*|\bcomprend\w*|\bcompos\w*|\bdivis\w*|\bcontient\b|\bpartag\w*|\bfois\b|\bmultipl\w*"),
        (Focus.START, r"\bdepuis\b|\bdebut\w*|\bcommenc\w*|\ba partir\b"),
        (Focus.END, r"\bjusqu\b|\bfin\b|\btermin\w*|\blimite\b|\bechean\w*|\bd ici\b|\bavant quand\b"),
    )
]  # fmt: skip


def kinds_of(normal: str) -> tuple[Kind, ...]:
    """Every kind that a way of asking in the sentence points to, likeliest first."""
    found = [kind for kind, pattern in _KINDS if pattern.search(normal)]
    return tuple(dict.fromkeys(found))


def focus_of(normal: str) -> frozenset[Focus]:
    """What of the answer is wanted."""
    return frozenset(focus for focus, pattern in _FOCUS if pattern.search(normal))
