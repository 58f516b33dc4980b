"""What kinds of answer a normalised sentence may want, in the order they are to be tried.

Several may hold at once, and the first that the plan can answer decides. English has been put
into French before.
"""

from plan.questions.reading.asked import Kind
from plan.questions.reading.patterns import pattern_of

_WAYS = {
    Kind.UNANSWERED: r"""
        <WHICH> .*?(?:pas|jamais|encore|manque\w*) .*?(?:repondu|rempli\w*)(?! (?:a|au|aux|le)\b)
        <WHICH> .*?(?:pas|jamais|encore) .*?(?:confirme\w*|mis a jour)
        (?:qui|quels?|quelles?) .*?(?:doit|doivent|reste\w*|manque\w*) .*?repondre
        qui (?:a|ont) (?:deja )?(?:repondu|confirme)
        <BODIES> .*?(?:a|ont) (?:tu |deja |pas |bien )*repondu(?! (?:a|au|aux)\b)
        collecte
    """,
    Kind.CHANGES: r"""
        <SINCE> .*?depuis
        depuis .*?(?:change\w*|bouge\w*|evolue\w*|neuf|modifi\w*|mise?s? a jour)
        quoi de (?:neuf|nouveau)
        dernier\w* (?:changement|mise a jour|modification)\w*
        changements? recents?
        (?:qu est ce qui|quoi|c est quoi qui) (?:a|ont) (?:change|bouge)\w*
        qui (?:a|ont) (?:tu |ete )?(?:<EDITED>|fait (?:le|un|ce) changement)
        (?:a|ont|est|sont|ete) (?:tu |deja |pas |encore |ete )*<EDITED>
        du (?:nouveau|neuf)|(?:nouveau|neuf|nouveautes?|changements?) (?:cette semaine|ce mois)
    """,
    Kind.OVERLAP: r"""
        (?<!sans )compt\w* (?:deux|2|plus d une) fois
        en double|(?<!sans )double ?compt\w*|(?<!sans )doublons?|deux fois
        meme argent|deja compt\w*
        s ajout\w* (?:tu |elles? |ils? )?(?:a|au|aux)(?! (?:quoi|quel|combien|qui))
        (?:est|sont|tu|elles?|ils?|etai\w*|vien\w*) en (?:plus|sus|dehors) (?:de|d|du|des)(?! quo)
        (?:inclu\w*|comprise?s?|comptee?s?|contenu\w*) (?:\w+ )?(?:dans|avec|a meme)
    """,
    Kind.RECONCILIATION: r"""
        balanc\w*|concord\w*|concili\w*|reconcili\w*|ventil\w*|coincid\w*
        correspond\w* (?:au|a la|avec)
        (?:montants|sommes|chiffres) (?:imprime|detaille|ventile|inscrit|ecrit|publie)\w*
        total (?:annonce|du plan|officiel)\w* .*?(?:montants|sommes|detail|reste|mesures|morceaux)
        (?:somme|total) (?:de |des )?(?:tou\w+ |vos |les )+(?:montants|sommes|chiffres|mesures)
        les (?:montants|sommes|chiffres) (?:\w+ ){0,4}(?:totalis|additionn)\w*
        sans (?:double|doublons?|compter (?:deux|2) fois)
        depass\w* .*?(?:prevu|annonc|budget|reserve|enveloppe|autoris|vise)\w*
        (?:respect\w*|sous|au dela|au dessus) .*?(?:budget|prevu|enveloppe|reserve)
        (?:plus|moins|autant) (?:que|qu) (?:\S+ ){0,4}(?:prevu|annonc|reserve)\w*
        additionn\w* (?:tou\w+|les|l ensemble)
        somme (?:des|de toutes|de tous)
        (?:arrives?|donne|egale?|fait) (?:tu |t on |on |bien |vraiment )?<TO_THE> (?:total|\d\S*)
        (?:arrives?|donne|egale?|font|fait) (?:tu |t on |on )?<TO_THE> (?:budget|montant) annonce
        manque\w* .*?(?:arriver|atteindre|faire|rendre) .*?(?:total|annonc\w*|million\w*|\$)
        (?:ecart|difference) (?:entre|avec) .*?(?:annonc\w*|total)
    """,
    Kind.CONTACT: r"""
        courriels?|e ?mails?|telephones?|sans frais|(?<!s )adresses?|coordonnees|contact\w*
        (?:qu on|on|je|j|faut|qui) (?:appelle|appeler|contacte|ecri[st])
        (?:re)?joindre|appeler|cellulaire|cell|fax|telecopieur|personne ressource
        (?:ecrire|ecrit|parler|parle|adresser|appelle) (?:a qui|pour)
        a qui (?:\w+ ){0,3}(?:ecri|parl|demand|adress|envo)\w*
    """,
    Kind.COMPARISON: r"""
        (?:le|la|les) (?:plus|moins)
        plus (?:que|cher\w*|gros\w*|grand\w*|eleve\w*|longtemps|d argent)
        moins (?:que|cher\w*)
        autant (?:de|d|que|qu)
        (?:lequel|laquelle|lesquels|qui|quoi|quel\w*) .*?(?:plus|moins|mieux)
        (?:ou|entre) .*?(?:a|ont|est|sont|coute\w*|donne\w*|recoi\w*|vaut) (?:l\w+ )?(?:plus|moins)
        difference|ecart|compar\w*|versus|vs|plutot que
        plus (?:de|d) \w+ .*?(?:ou|que)
        (?:plus|moins) .*?que (?:celle|celui|la|le|l)
        plus (?:\w+ ){1,5}ou|plus (?:tot|tard|ancien\w*|recent\w*|vieux|vieille)
        (?:arrive|sorti|depose|paru|commence|lance|venu|fini|rendu|signe)\w* (?:en |dans )?premiere?
    """,
    Kind.PARTS: r"""
        (?:combien|nombre|quels?|quelles?|liste\w*)(?:(?! <MEASURES>) \w+){0,3} <PARTS>
        quel(?:le)? (?:axe|section)|<STRUCTURED> .*?plan|plan .*?<STRUCTURED>
        ^(?:les |des )?<PARTS> (?:de|du|d)|^(?:les |des )(?:\w+ )?<PARTS>$
        quoi (?:est |sont )?(?:les? |des? )?(?:\w+ )?<PARTS>
        (?:nomme\w*|enumere\w*|quoi les|donne\w* (?:moi )?les)(?:(?! <MEASURES>) \w+){0,3} <PARTS>
    """,
    Kind.COUNT: r"""
        <HOW_MANY>(?: \w+){0,2} <MEASURES>|<HOW_MANY> (?:de|d) (?:mesure|action)
        combien (?:(?:en )?sont|(?:il )?y en a|en reste|d entre elles)(?! .*<MONEY>)
        combien (?:des|parmi les|dans les) <MEASURES>(?! \w+ (?:coute|vaut))
        combien (?:en cours|a venir|de realisees|de terminees|realisees)
    """,
    Kind.STATE: r"""
        ou (?:ca |c |on )?(?:qu on )?en (?:est|sont|etait|etaient)
        en (?:est|sont|etait|etaient) (?:on )?ou
        ou (?:on en|c qu on|est ce qu on|qu on) (?:en )?est|est on .*?ou|s en vient
        (?:toujours|encore) pas \w+|ca (?:roule|marche|avance|traine|niaise|bouge)
        (?:(?<!de l )(?<!par l )(?<!que l )etat|l etat (?:de|des|du|d)|statut|avancement)s?
        progres|progression
        roule\w*|fonctionne\w*|marche (?:tu|encore)
        avance\w*|progresse\w*|se passe|quelle etape|quel stade|fini\w*|termine\w*
        rendue?s?(?! publi)
        est (?:ce )?(?:que )?(?:deja |tu |elle |il |t elle )?<DONE>
        <HAS> (?:tu |deja |bien |toute? |ete |pas )*<DONE>(?! quand)
        (?:a|ont) (?:tu |deja |bien |ete |pas )*<DONE>(?! (?:quand|l|le|la|les|une?|des|ce|cette)\b)
        (?:a|avait|aura) (?:on|tu) (?:deja |bien |pas )*<DONE>
        \w+(?:e|i|u|is|it|ee|ie|ue)s? ou (?:pas|non)$
        <DONE> ou (?:pas|non|<DONE>)
        <DONE>$
        ^(?:est|sont|a|ont) .*?<DONE>
        (?:encore|reste\w*|toujours) a (?:faire|venir|realiser|commencer|lancer)
        faire le point|situation (?:de|du|des)|des nouvelles (?:de|du|des|sur)
    """,
    Kind.LIST: r"""
        <NAME_THEM> (?:\w+ ){0,4}<MEASURES>
        ^<MEASURES>(?! \d)
        <MEASURES> (?:communes?|en commun)|^lesquel\w* (?:relev|concern|touch|impliqu)\w*
        (?:y a|existe) (?:tu |t il |bien )?(?:une?|des|d autres) <MEASURES>
        <MEASURES> (?:qui|dont)|lesquel\w* (?:qui )?(?:ne )?(?:sont|restent|est)
        (?:c est|c) (?:lesquel\w* .*?<DONE>|quoi (?:les|mes|nos|ses|leurs|vos) <MEASURES>)
        <MEASURES> (?:c est |c )?lesquel\w*|dans quel\w* <MEASURES>?
        (?:^|quel|c est quel|c est quoi le )numero de (?:la )?mesure
        (?:quel|c est quel|c est quoi le) numero(?! (?:d |de )?(?:tel|isbn))
        (?:quelle|quelles) (?:mesure|action)|(?:la )?(?:mesure|action) .*?laquelle$
    """,
    Kind.PAYER: r"""
        (?:qui|quels? (?:ministeres?|organismes?|mo|fonds)|de quel fonds) (?:\S+ )*?<PAYS>
        d ou (?:vient|viennent|provien\w*)
        (?:vien|provien)\w* (?:de|d) (?:qui|ou|quel\w*)
        (?:paye?e?|finance\w*) par (?:qui|quel\w*)
        payeurs?|bailleurs?|qui .*?(?:cheque|facture|addition|assume)
        qui (?:qui )?(?:a |ont )?(?:mis|met|mettent|<PAYS>)
    """,
    Kind.DEADLINE: r"""
        prochaines? (?:echeances?|dates? limites?|redditions?|rappels?|collectes?)
        (?:echeances?|redditions?) (?:a venir|prochaines?)
        echeancier|calendrier
    """,
    Kind.DURATION: r"""
        combien (?:de|d) (?:temps|annees|ans|mois|jours|semaines)
        duree|dure\w*|horizon|periode|pendant combien|en combien
        sur quelle (?:periode|duree)
    """,
    Kind.QUANTITY: r"""
        <HOW_MANY> (?:(?:il )?y a (?:tu |t il )?(?:de |d |des )|de |d |des )(?!<NO_THINGS>)[a-z]{2,}
        taux|pourcentage|ratio|proportion|quelle part
        cibles?|objectifs?|indicateurs?|reperes?|atteint\w*
        reste\w* a|reste t il|il reste|il en reste|il (?:en )?manque(?! quel)
        manque\w* (?:tu |il )?(?:d|de|des)
        %|chiffre|poids|pourcent
        combien (?!<NO_NOUNS>\b)[a-z]{3,}s|(?<!grand )(?<!bon )(?<!certain )nombre
        y en a (?:tu |t il )?(?:deja )?eu
        (?:sont|etaient|y sont|ils sont|elles sont) combien|resultats?
    """,
    Kind.DATE: r"""
        quand|(?<!\ba )dates?|datent|echean\w*|paru\w*|remonte\w*|d ici
        quelle (?:annee|saison|journee|heure|epoque|decennie)|quel (?:mois|jour|siecle)
        jusqu (?:a|en|ou|au) (?:quand|quelle|combien)|a quel moment|jusqu (?:a )?ou(?! en)
    """,
    Kind.AMOUNT: r"""
        combien|<MONEY>|\$
        total (?:annonce|prevu|reserve|octroye|verse|accorde|du plan)
    """,
    Kind.BODIES: r"""
        (?:quels?|quelles?|les|c est qui|qui sont|liste\w*|nomme\w*)(?: \w+){0,2} <BODIES>
        ministeres?|mo|responsables?
        qui <IS>(?:responsables?|concern\w*|impliqu\w*|en charge)
        qui <IS>(?:charge|pilot|participe|gere|mene|s occup|coordonn|porte|membre|siege)\w*
        (?:y a|c est|c) qui (?:a part|la dedans|la dessus|dans|sur|qui)
        qui (?:est|sont|sera|seront) (?:la dessus|la dedans|dessus|sur|dans|derriere|pogne|avec)
        qui (?:\w+ )?(?:embarque|participe|collabore|travaille|est implique)\w*
        qui (?:doit|doivent|devra\w*|va|vont) (?!etre|payer|financer|repondre)\w+
        qui (?:fait|font) partie|qui fait quoi|par qui
        relev\w* de|(?:concerne|implique)\w* qui
    """,
    Kind.DIRECTORY: r"""
        porteu\w*|porte\w*|partenaires?|enjeux?|mandats?|missions?|visions?|roles?|avec qui
        chiffres|contributions|exemples?
        (?:quoi|sont|nomme|enumere|liste) (?:moi )?(?:les|ses|leurs) <FEW>(?: \w+)? \w{3,}s d\w{0,2}
        (?:sous )?secteurs?|etapes?|types?|genres?|sortes?
    """,
    Kind.MEANING: r"""
        (?:veut|veulent) dire|signifie\w*|sigles?|acronymes?|definition|au long|nom complet
        c est quoi|qu est ce que?|c quoi|quoi ca|^qu est|c est qui
        consiste\w*|a quoi (?:sert|servent|ca sert)|resume\w*|decri\w*
        de quoi (?:parle|traite|s agit)
        (?:c est|est|c) quel <BODIES>$
        meme (?:ministere|chose|organisme|mo)|(?:ministeres|organismes) differents|pareil
    """,
    Kind.WHO: r"""
        ^(?:\w{1,5} ){0,2}qui|qui$
        (?:c|ce|est ce|a|de|d|par|pour|avec|chez) (?:est |etait )?qui
        (?:et|mais|ou|donc) qui
        quel (?:ministre|auteur)|nom d\w*
        quel(?:le)? (?:est|etait) (?:le|la|l) (?:ministre|president|direct|maire)\w*
    """,
}
_KINDS = [(kind, pattern_of(ways)) for kind, ways in _WAYS.items()]


def kinds_of(normal: str) -> list[Kind]:
    """Every kind that a way of asking in the sentence points to, likeliest first."""
    return [kind for kind, pattern in _KINDS if pattern.search(normal)]
