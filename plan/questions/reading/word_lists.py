"""Words of general French that say nothing, or little, of a question's subject."""

from plan.text import words

# They say nothing of the subject, and are never looked for.
STOP = frozenset(
    words(
        """
        a aborde abordent about across action actions actuellement affaire afin ai aie aimerais
        aimerions ainsi ait alors also an and ans any apres as at au aucun aucune aujourd aussi
        autre autres aux avait avant avec avez avoir avons ayant bah bcp be beaucoup been ben
        besoin between bien bon bonsoir bout bref by c ca ca-la can car cas cas-ci cause ce ceci
        cela celle celles celui ces cet cette ceux cherche chercher chez chose choses ci comme
        comment concernant cordialement correct could d dans de deja demande demander depuis
        derriere des desormais did dire dis dit dites do does donc donne donner dont dossier
        dossiers du e eh elle elles en encore enfin ensuite entre envers environ es est et etaient
        etait ete etes etre eu eue euh eux ever exactement existe explique expliquer faire fais
        fait fait-il faite faites faits fallait faudrait faut finalement fois font for from fut
        genre get give got gros grosse grosso had has have hein here honnetement how hui hum i ici
        if il ils in is it its j je jour jusqu jusque just juste justement know l la laisse le les
        leur leurs lien lors lorsque lui m ma madame madames maintenant mais me meme memes
        mentionne mentionnent mes messieurs mesure mesures moi moment mon monsieur montre my n ne
        ni niveau nos notamment notre nous nulle o of off oh ok on ont or ou oui out outre over
        par parait parce pareil parle parlent parler part-la partout pas pendant per
        personnellement peu peut peuvent peux plan please plutot point portent possible pour
        pourrais pourrait pourriez pouvez pres presentement propos pu puis puisque q qu quand
        quant que quel quelconque quelle quelles quelqu quelque quelques quels question questions
        qui quoi rapide rapidement rappeler rappelle really regarder relatif relative relevant
        relevent relever reponse s sa sache sais sait sans savoir se selon semble sera serait ses
        seulement shall should si simplement so sois soit some sommes son sont sous still stp suis
        sujet sur surtout svp t ta te tel tell telle tes than that the then there these they this
        those to toi ton too total toujours tous tout toute toutes traite traitent tres trouve
        trouver truc tu un under une up urgent va vas vers veuillez veut veux visent vite voici
        voila voir vont vos votre voudrais voudrait voulais vouloir vous vraiment vu was we were
        what when where which who why will with within would y you your
        """
    )
)
# Words of asking: what they ask is read from them; they are looked for only as a bonus.
ASKING = frozenset(
    words(
        """
        accorde accorder achevee acronyme additionne additionner adresse ajoute ajoutee ajouter
        aller alloue an annee annees annonce annoncee annoncer annonces annuel annuelle
        annuellement ans appartient appeler approximativement argent atteindre atteint atteinte
        aura auront avance avancement axe axes balance bouclee budget budgete budgetee budgets but
        calcul cellulaire chaque charge cher chiffre cible cibles combien commence commencee
        commencer compare comparer complete completee compose comprend comprennent compte comptee
        comptees comptes concerne concernees concernent concernes concorde consacre contact
        contacter contacts contiennent contient contribue contribuent contribuer contribution
        coordonne coordonnees courriel courriels cours cout coute coutent couter coutera couteront
        couts couvert couverte couvrant couvre couvrent date datent dates debut debute debuter
        definition depense depenser depenses detail details devait difference document documents
        doit doivent dollar dollars donnent double dure duree ecart echeance ecrire eleve elevent
        eleves email enjeu enjeux ensemble enumere enumerer enveloppe etale etape etat etend
        existent fin finance financement financent financer finances fini finie finis finit fixe
        fixee fois frais genres gere gouvernement gouvernemental gouvernementale gouvernementaux
        horizon implique impliquee impliquent impliques incluait incluent inclure inclus inclut
        incombe incombent indicateur indicateurs investi investir investit ira joindre laquelle
        lequel lesquelles lesquels lieu limite liste lister mail manquait manque manquent membre
        membres mene met mettent mille milliard million millions ministere ministeres mis moins
        mois montant montants multiplie nom nombre nomme nommer noms numero objectif objectifs
        obtient occupe octroi octroie octroient octroye octroyes officiellement organisme
        organismes paie paient part partage partagee partager partenaire partenaires participe
        participent parts passe paye payee payer payeur periode pilote pilotent plus poids porte
        portee portees portent porter portes porteur porteurs porteuse pourcent pourcentage
        pourquoi prevoient prevoit prevu prevue prevues prevus prix prochain prochaine produire
        produit produits progresse provenant provient quantite quebec quebecois realise realisee
        realisees realises recevoir recoit recoivent recu rejoindre rendu rendue rendus repartit
        repartition repere reperes represente reserve responsable responsables reste restent
        secteur secteurs section sections sert servent servie servies siege sigle signifie somme
        sommes sorte sortes source statue statut strategique strategiques subvention subventions
        telephone temps termine terminee totale totales totalise totalisent totaux touche touchent
        type types valent vaut venir ventile verse versee viennent vient vise visee visees viser
        vises volet volets vrai
        """
    )
)
# Many sentences of any plan share them: they count where found, and cost nothing elsewhere.
SOFT = frozenset(
    words(
        """
        actuel actuelle aide apporter assurer autour bilan dernier derniere developpement
        developper different differents financier financiere general generale gens grand grande
        implantation information initial initiaux investissement mettre mise monde national
        nationale nouveau nouvelle officiel officielle participation participer partie personne
        personnes place premier premiere principal principale principaux prochain prochaine projet
        projets public publique realisation realiser region regions renseignement serieusement
        soutenir soutien travail travaux
        """
    )
)
