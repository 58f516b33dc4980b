"""English words and the French that stands for each; general and administrative words only.

Among the latter are those that name what public plans are about: a plan's own words come from it.
"""

ENGLISH_WORDS = {
    english: french
    for line in """
    aboriginal autochtones|about sur|abroad etranger|accepted acceptes|act loi|action action
    actions actions|added ajoute|address adresse|ads publicite|advertise publicite
    advertising publicite|after apres|agencies organismes|agency organisme|aging aines
    agreement entente|agreements ententes|agriculture agriculture|aim objectif|aimed vise
    aims objectif|all toutes|allocated alloue|already deja|also aussi|amount montant
    amounts montants|an un|and et|announce annonce|announced annonce|annual annuel|answered repondu
    any des|approved acceptes|april avril|are sont|artist artistes|artists artistes|arts arts
    as comme|assigned attribue|assistance aide|assistant adjoint|at a|august aout|author redaction
    authorised autorise|authorized autorise|autumn automne|axes axes|axis axe|be etre|been ete
    before avant|begin commence|begun commence|behind derriere|between entre|bigger plus gros
    biggest plus gros|bodies organismes|both deux|breakdown repartition|budget budget
    budgeted prevu|buildings batiments|business entreprise|businesses entreprises|buy acheter
    buying achat|by par|called appele|carried porte|carrier porteur|carries porte|chair preside
    chaired preside|chairs preside|challenges enjeux|cheaper moins cher|citizen citoyenne
    citizens citoyens|city ville|collective collectif|combined combine|committee comite
    communities communautes|community communautaires|companies entreprises|compare compare
    complete realisee|completed realisees|completion realisation|component volet|components volets
    concerned concernes|concerning concerne|conference forum|contact contact|contribute contribue
    contributed contribue|contributes contribue|contribution contribution
    contributions contributions|cooperatives cooperatives|coops cooperatives|coordinates coordonne
    coordinating coordination|coordinator coordonne|cost coute|costs coute|count nombre
    countries pays|country pays|covers couvre|create creer|created creation|creation creation
    creators createurs|cultural culture|culture culture|current actuel|currently actuellement
    data donnees|date date|day jour|deadline date limite|december decembre
    delegations representants|delivered remise|demand demande|demands demandes|department ministere
    departments ministeres|deposit depot|deputy sous|did a|difference difference|digital numeriques
    director directeur|disability handicap|divided repartition|do a|document document
    documents documents|does a|done realisees|drafted redige|due echeance|duration duree
    during pendant|each chaque|economy economie|eight huit|elderly aines|elders aines|eleven onze
    emerging releve|employees personnes|employment emploi|empty vacants|encouraged invite|end fin
    ending fin|ends fin|enterprise entreprise|enterprises entreprises|entire total
    entrepreneurs entrepreneurs|entrepreneurship entrepreneuriat|established creation|event forum
    every toutes|exclusion exclusion|expected prevu|expensive cher|fall automne|farming agricole
    february fevrier|federal federal|fifteen quinze|filed deposes|filled rempli|financed finance
    finances finance|finished realisees|firms entreprises|first premier|five cinq|food alimentaire
    for pour|foreign etrangers|forms formes|forum forum|founded creation|four quatre
    fourteen quatorze|framework cadre|friendship amitie|from de|fund fonds|funded finance
    funding financement|funds finance|gap ecart|gave donne|get recoit|gets recoit|give donne
    gives donne|go va|goal cible|goes va|government gouvernement|grant subvention|granted octroye
    grants subventions|groups groupes|handed remise|happened passe|happening passe|has a|have ont
    headed dirige|held tenue|help aide|higher plus|highest plus|housing immobilier|how comment
    if si|immigrant immigrantes|immigrants immigrantes|immigration immigration|in dans
    includes concerne|increase hausse|increased augmente|indigenous autochtones
    integration insertion|intended prevu|interdepartmental interministeriel
    interministerial interministeriel|international international|inuit inuites|invest investit
    invested investi|investment investissement|invests investit|invited invite|involve concernent
    involved concernes|involves concerne|is est|isbn isbn|island ile|issues enjeux|it il
    january janvier|job emploi|jobs emplois|joke blague|july juillet|june juin|kinds genres
    knowledge connaissances|known connu|korea coree|lacking manque|land terre|larger plus gros
    largest plus grand|last dernier|lasts dure|late retard|latest dernier|launch lancement
    launched lance|law loi|least moins|left reste|legal legal|legislation loi|leisure loisirs
    length duree|less moins|link lien|list liste|logistics logistique|lower moins|lowest moins
    mandate mandat|mandates mandats|march mars|market marche|may mai|mayor maire|measure mesure
    measures mesures|media medias|men hommes|mentioned nomme|metropolis metropole
    metropolitan metropole|minister ministre|ministries ministeres|ministry ministere
    missing manque|mission mission|money argent|month mois|months mois|more plus|most plus
    municipal municipal|municipalities municipalites|municipality municipalite|name nomme
    named nomme|native autochtones|network reseau|networks reseaux|never jamais
    newcomer immigrantes|newcomers immigrantes|newspapers journaux|next prochaine|nine neuf|no pas
    nonprofit obnl|nonprofits obnl|north nord|northern nord|not pas|november novembre
    now maintenant|npo obnl|npos obnl|number nombre|objective cible|october octobre|of de
    offices directions|old aines|on sur|one un|online en ligne|open ouvert|opened ouvert
    opening ouverture|or ou|organisation organisme|organization organisme|organizations organismes
    oversees coordonne|overview portrait|owe doivent|paid paye|part volet|partner partenaire
    partners partenaires|parts volets|pay paie|payer payeur|payers payeurs|paying paie
    payment paiement|payments paiements|pays paie|pending venir|people personnes|per par|percent %
    percentage %|persons personnes|picture portrait|pillar axe|pillars axes|place lieu|plan plan
    planned prevu|planning amenagement|poem poeme|population population|portal portail
    portrait portrait|poverty pauvrete|prepared prepare|presented presente|president president
    price cout|private prive|produced produit|profile portrait|progress avancement|project projet
    projects projets|prospective prospective|provincial provincial|published paru|purchase achat
    purchases achats|purchasing achat|purpose but|questionnaire questionnaire|raised hausse
    rate taux|ratio proportion|reached atteint|receive recoit|received recu|receives recoit
    recent recent|recipe recette|recreation loisirs|reform reforme|regarding sur|regional regionaux
    regions regions|relations relations|released paru|remain reste|remaining reste|replied repondu
    report rapport|requests demandes|research recherche|reserved reserve|responded repondu
    respondents repondants|response reponse|responses reponses|review revision|role role
    rolled lance|salary salaire|sales ventes|same meme|scheduled prevu|second deuxieme|section axe
    sections axes|sector secteur|sectors secteurs|seniors aines|sent envoye|september septembre
    served recu|service service|services services|seven sept|share part|shared partage|should doit
    sign signer|signature signature|signed signees|since depuis|six six|sixteen seize
    social sociale|specialised specialises|specialized specialises|spend depense|spending depenses
    spent depense|split repartition|sponsor finance|sponsored finance|sponsors finance
    spring printemps|staff personnel|stand etat|stands etat|start commence|started commence
    startup demarrage|startups demarrage|state etat|statistical statistique|statistics statistique
    step etape|steps etapes|still encore|strand volet|strategic strategiques|studies etudes
    study etude|submitted deposes|subsectors sous secteurs|subsidies subventions|subsidy subvention
    succession reprise|sum somme|summer ete|sums sommes|supervises coordonne|support soutien
    survey questionnaire|table table|tabled depose|tables tables|target cible|ten dix|term duree
    territories territoires|territory territoire|than que|that ce|the le|there il|these ces
    third troisieme|thirteen treize|this ce|those ces|three trois|to a|today aujourd hui
    together ensemble|toll sans|total total|tourism tourisme|training formation|transfer transfert
    turn tour|twelve douze|two deux|types types|until jusqu|unveiled devoile|update mise a jour
    updated mis a jour|urged invite|vacant vacants|value valeur|visited recu|visitors representants
    was etait|website portail|went va|were etaient|what quoi|where ou|which quelles|who qui
    whole total|why pourquoi|will sera|winter hiver|with avec|women femmes|work travaillent
    workers personnes|working travaillent|works travaille|worth vaut|written redaction
    wrote redaction|year annee|yearly annuel|years annees|yet encore|young jeunes|youth jeunes
    """.replace("\n", "|").split("|")
    if line.strip()
    for english, _, french in [line.strip().partition(" ")]
}
