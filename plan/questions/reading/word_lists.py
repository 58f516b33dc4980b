"""Words of general French that say nothing, or little, of a question's subject."""

from plan.text import words

# They say nothing of the subject, and are never looked for.
STOP = frozenset(
    words(
        """
        a aborde abordent about across action actions actuellement affaire afin ai aidez aie
        ailleurs aime aimerais aimerions aimes aimez ainsi ait alentours allaient allait allez
        allons alors also an and ans any apparemment appris apres arrive arrivee arrivent arriver
        article as at au aucun aucune aujourd auquel aurai auraient aurait aussi aussitot autant
        autre autres aux auxquelles auxquels avait avance avant avec avez avoir avons ayant bah bcp
        be beau beaucoup been bel belle ben besoin between bien bin bon bonsoir bout bref by c ca
        can car cas cause ce ceci cela celle celles celui cense censee censes certain certaine
        certaines certains ces cet cette ceux chacun chacune cherche chercher chercheuse chez chose
        choses ci clarifier clarifiez comme comment commenter commun communes communs concernant
        confirmer confirmes confirmez cordialement correct coucou coudon could croire crois croyais
        croyez curieuse curieux curiosite d dans davantage de dedans dehors deja demandais demandait
        demande demander depuis derriere des desormais desquelles desquels dessous dessus devant
        devoir devra devraient devrait devront did dira dirais dire diriez dis disait disent dit
        dites divers diverses do does donc donne donner dont dorenavant dossier dossiers du duquel e
        eclairer effectivement eh elle elles en encore enfin ensuite entendre entends entendu entre
        envers environ environs es est et etaient etais etait etc ete etes etions etre etudiant
        etudiante eu eue euh eux ever evidemment exact exactement existe explique expliquer facon
        faire fais faisait fait faite faites faits fallait faudrait faut faux fera feraient feront
        finalement fois font for forcement fournir fournissez franchement from fus fut genre get
        give got gros grosse grosses grosso had has have hein here heureusement hi honnetement hors
        how hui hum i ici idee if il ils in indique indiquer indiquez interesse interessee is it its
        j jadis je jour journaliste journee jusqu jusque just juste justement kekun know l la laisse
        le les leur leurs lien lire lis loin lol lors lorsque lu lui m ma madame madames maintenant
        mais malgre maniere mdr me meilleur meilleure meilleurs meme memes mentionne mentionnent mes
        messieurs mesure mesures mieux moi moindre moment mon monsieur montre my n ne neanmoins ni
        niveau nombreuses nombreux normalement nos notamment notre nous nulle o of off oh ok on ont
        or ou ouais ouf oui ouin oups out outre over par parait paraitrait parce pareil parle
        parlent parler parmi part partout pas pendant pensais pense pensent penses pensez
        patron patronne per
        personnellement petit petite petites petits peu peut peuvent peux plan please plusieurs
        plutot point portent possible pour pourra pourrais pourrait pourriez pourront pouvait pouvez
        precisement preciser precisez prend prendre prennent pres presentement prit probablement
        propos proprement pu puis puisque q qqch qqn qque qqun qu quand quant quasi quasiment que
        quel quelconque quelle quelles quelqu quelque quelques quelquun quels question questions qui
        quiconque quoi raison rapide rapidement rappeler rappelez rappelle re really redire redis
        reellement regarder relatif relative relevant relevent relever reponse reportage rien s sa
        sachant sache sais sait salutations sans saurait sauriez savent savez saviez savoir se selon
        semble semblerait sera serai seraient serait serez seront ses seul seule seulement seules
        seuls shall should si simple simplement so soient sois soit some sommes son sont sous
        souvent specifiquement still stp suis suit sujet suppose supposement supposer sur surtout
        svp t ta tandis tant tantot te tel tell telle tellement tes than that the then there these
        they this those thx tiennent tient to toi ton too top total toujours tous tout toute
        toutefois toutes traite traitent tres trompe tromper trouve trouver truc tsais tse tu un
        under une up urgent va valider validez vas venait venue verifie verifier verifiez vers
        veuillez veut veux via visent vite voici voila voir voire volontiers vont vos votre voudrais
        voudrait voulais voulait vouloir vous vraie vraiment vraisemblablement vs vu vue vus was we
        were what when where which who why will with within would y yep yes yo you your
        """
    )
)
# Words of asking: what they ask is read from them; they are looked for only as a bonus.
ASKING = frozenset(
    words(
        """
        absorbe absorbee accompli accomplie accorde accorder achevee achevees achever acronyme
        addition additionne additionnees additionner additionnes adresse adresser affaire affaires
        affecte affectee affectees affectes ajoute ajoutee ajouter aller allocation allocations
        alloue amene amenee amener amorce amorcee ampleur annee annees annonce annoncee annoncer
        annonces annuel
        annuelle annuellement apparaissent apparait apparaitre appartient apparu apparue apparues
        appeler appelez appelle appellent appelles apport approximativement appui appuis argent
        assume assumee assumees assumes atteindre atteint atteinte attribue attribuee attribuees
        attribues aura auront avancee avancees avancement axe axes balance beneficiaire
        beneficiaires beneficie beneficient beneficier bouclee bouge bouges budget budgete budgetee
        budgets but butoir calcul calendrier cellulaire change changee changement changements
        changer changes chapeaute chapeautee chaque charge cheque cheques cher chiffre chiffrer
        cible cibles civique cofinance cofinancee cofinancent combien combine combinee combinees
        combines commence commencee commencer compare comparer complete completee completees compose
        comprend comprennent compris comprise compte comptee comptees comptes concerne concernees
        concernent concernes concorde confondu confondue confondues confondus consacre consenti
        consentie consenties consentis consiste constitue constituee contact contacte contacter
        contactez contacts contiennent contient contribuable contribuables contribue contribuent
        contribuer contribution coordonne coordonnees correspond correspondent corrige courriel
        courriels cours cout coute coutent couter coutera couteront couteuse couteuses couteux couts
        couvert couverte couvrant couvre couvrent cumul cumulatif cumule datant date datent dates
        debloque debloquee debloquees debloques debourse debourser debourses debut debute debuter
        decennie decrire decris decrivez dedie dediee dediees dedies definir definis definition
        delai depart depasse depassement depassent depasser depense depenser depenses destine
        destinee
        destines detail detaillees detailles details devait devenir devolu devolue devolus
        difference disponible disponibles dispose disposent document documents doit doivent dollar
        dollars donnee donnees donnent donnera double doublon doublons droit dure duree ecart
        echeance echoit ecrire ecris ecrivez egale egalent egaler eleve elevent eleverait eleves
        email enclenche enjeu enjeux ensemble entame entamee enumere enumerer enveloppe epoque
        estimation estime estimee etale etape etat etend evolue evoluer excede excedent exceder
        exemple
        exemples exercice exercices existent facture fax figure figurent fin finance financees
        financement financent financer financerait finances fini finie finies finira finirait
        finiront finis finit fixe fixee fonctionne fonctionnement fonctionnent forme formee
        forment constituent regroupe regroupent contenir comporte comportent
        responsabilite responsabilites fourchette fourni fournissent fournit frais genres gere
        global globale gouvernement
        gouvernemental gouvernementale gouvernementaux hauteur horizon implique impliquee impliquent
        impliques imprime imprimee imprimees imprimes incluait incluent inclure inclus inclut
        incombe incombent indicateur indicateurs injecte injectee injectees injecter injectes
        inscrits interviennent intervient investi investir investit ira joindrais joindre joins
        laquelle lequel lesquelles lesquels lieu limite liste lister mail majorite manquait manque
        manquent marche marchent membre membres mene menee met mettent mille milliard million
        millions ministere ministeres mis mo mobilise mobilisee mobilisees modification
        modifications modifie modifiee modifiees modifier moins mois moitie montant montants morceau
        morceaux multiplie neuf nom nombre nomme nommer noms nouveaute nouveautes numero numeros
        objectif objectifs obtenu obtenue obtenus obtient occupe octroi octroie octroient octroye
        octroyee octroyees octroyes oeuvre oeuvrent officiellement organisme organismes paie paient
        paiera paieront parle parlent partage partagee partagent partager partenaire partenaires
        participe participent parts passe paye payee payees payer payes payeur periode pilote
        pilotee pilotent pilotes plus poche poches poids porte portee portees porter portes porteur
        porteurs porteuse portion portions postal postale postuler pourcent pourcentage pourquoi
        prevoient prevoit prevu prevue prevues prevus prix prochainement produire produit produits
        progresse progresser progression promis promise promises provenant provient province
        provinciale puise puiser quantite quebec quebecois quote raconte rapporte rapporter rallonge
        rallonges ratio
        realisation realise realisee realisees realises recevoir recoit recoivent recu recue recues
        regle reglee rejoindre rejoins remarque remarques remonte remontent rendre rendu rendue
        rendus repartit repartition repere reperes represente reserve responsable responsables reste
        restent resume resumer resumez retrouve retrouvent reviennent revient roule roulent saison
        secteur secteurs section sections semaine sert servent servie servies siege sigle signifie
        situation somme sorte sortes sortir source statue statut statuts strategique strategiques
        subvention subventionne subventionnees subventionner subventionnes subventions supervise
        supporte supportee tableau tableaux taux telecopieur telephone temps termine terminee
        terminees texto tiers totale totales totalise totalisent totaux touchant touche touchent
        transfere transferee transferes travaille travaillent travailler tresor type types ultime
        valent valeur valeurs vaut venir ventile verse versee versees versent verser verses viennent
        vient visant vise visee visees viser vises voit volet volets vrai
        """
    )
)
# Many sentences of any plan share them: they count where found, and cost nothing elsewhere.
SOFT = frozenset(
    words(
        """
        actuel actuelle aide apporter assurer autour bilan dernier derniere developpement developper
        different differents financier financiere general generale gens global globale globalement
        grand grande implantation information initial initiaux investissement mettre mise monde
        national nationale nouveau nouvelle officiel officielle participation participer partie
        personne personnes place premier premiere principal principale principaux programme projet
        projets public publique realiser region regions renseignement serieusement soutenir soutenu
        soutenue soutenues soutenus soutien soutiennent soutient travail travaux
        """
    )
)
