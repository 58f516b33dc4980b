"""English words and the French that stands for each; general and administrative words only.

Among the latter are those that name what public plans are about: a plan's own words come from it.
"""

ENGLISH_WORDS = {
    english: french
    for line in """
    aboriginal autochtones|about sur|abroad etranger|accepted acceptes|accomplish realise
    accomplished realise|according selon|achieve atteint|achieved atteint|across dans|act loi
    action action|actions actions|actually vraiment|add ajoute|added ajoute|adding ajoute
    address adresse|adds ajoute|ads publicite|advertise publicite|advertisement publicite
    advertising publicite|advisory consultatif|affect concerne|afford paye|after apres|again encore
    against contre|agencies organismes|agency organisme|aging aines|agreed convenu
    agreement entente|agreements ententes|agriculture agriculture|ahead|aim objectif|aimed vise
    aiming vise|aims objectif|all toutes|allocate alloue|allocated alloue|allocates alloue
    allocation allocation|almost presque|already deja|also aussi|although bien que|among parmi
    amongst parmi|amount montant|amounts montants|an un|and et|announce annonce|announced annonce
    annual annuel|another autre|answer reponse|answered repondu|any des|anyone quelqu un
    anything quelque chose|approved acceptes|approximately environ|april avril|are sont
    area territoire|areas territoires|arent sont pas|around autour|artist artistes|artists artistes
    arts arts|as comme|aside cote|ask demande|assigned attribue|assistance aide|assistant adjoint
    at a|attended assiste|august aout|author redaction|authorised autorise|authorized autorise
    autumn automne|average moyenne|award octroye|awarded octroye|awards octroye
    awareness sensibilisation|away|axes axes|axis axe|back|be etre|because car|been ete
    before avant|begin commence|begins commence|begun commence|behind derriere|belong appartient
    belongs appartient|benchmark repere|besides sauf|between entre|beyond au dela|bigger plus gros
    biggest plus gros|bill facture|board conseil|bodies organismes|both deux|branch direction
    breakdown repartition|brochure depliant|bring donne|brings donne|budget budget
    budgeted prevu|buildings batiments
    business entreprise|businesses entreprises|buy acheter|buying achat|by par|called appele
    came venu|carried porte|carrier porteur|carries porte|center centre|centers centres
    centre centre|centres centres|chair preside|chaired preside|chairs preside|challenges enjeux
    charity organisme|cheaper moins cher|cheapest moins cher|cheque cheque|citizen citoyenne
    citizens citoyens|city ville|civic citoyenne|closed terminee|collective collectif|combat lutte
    combined combine|come vient|comes vient|coming venant|commit engage|commitment engagement
    committed engage|committee comite|communities communautes|community communautaires
    companies entreprises|company entreprise|compare compare|compared compare
    comparison comparaison|complete realisee|completed realisees|completion realisation
    component volet|components volets|concerned concernes|concerning concerne|conference forum
    conferences conferences|contact contact|content contenus|contents contenus|contribute contribue
    contributed contribue|contributes contribue|contribution contribution
    contributions contributions|cooperatives cooperatives|coops cooperatives|coordinates coordonne
    coordinating coordination|coordinator coordonne|cost coute|costlier plus cher
    costliest plus cher|costly cher|costs coute|council conseil|count nombre|countries pays
    country pays|cover couvre|covered couvert|covers couvre|create creer|created creation
    creation creation|creators createurs|cultural culture|culture culture|curious curieux
    current actuel|currently actuellement|data donnees|date date|day jour|deadline date limite
    december decembre|dedicated consacre|delegation representants|delegations representants
    deliver livre|delivered remise|demand demande|demands demandes|department ministere
    departments ministeres|deposit depot|deputy sous|describe decris|detail detail|details details
    did a|didnt pas|difference difference|digital numeriques|director directeur|disability handicap
    disburse debourse|disbursed debourse|displayed affiche|divided repartition|do a
    document document|documents documents|does a|doesnt pas|dollar dollar|dollars dollars
    domain domaine|done realisees|dont pas|down bas|drafted redige|due echeance|duration duree
    during pendant|each chaque|earlier plus tot|early debut|earmarked reserve|economy economie
    eight huit|eighteen dix huit|elderly aines|elders aines|elected elus|eleven onze
    emerging releve|employees personnes|employment emploi|empty vacants|encouraged invite|end fin
    ending fin|ends fin|enterprise entreprise|enterprises entreprises|entire total
    entrepreneurs entrepreneurs|entrepreneurship entrepreneuriat|envelope enveloppe
    established creation|even meme|event forum|every toutes|everyone tous|everything tout
    exactly exactement|exceed depasse|exceeded depasse|exceeds depasse|except sauf|excluding sans
    exclusion exclusion|expected prevu|expenditure depense|expenditures depenses|expense depense
    expenses depenses|expensive cher|expert specialise|expire fin|expires fin|explain explique
    fall automne|farming agricole|february fevrier|federal federal|fee frais|fees frais|fewer moins
    fewest moins|field domaine|fifteen quinze|fifty cinquante|fight lutte|fighting lutte
    figure chiffre|figures chiffres|filed deposes|filled rempli|finalized terminee|financed finance
    finances finance|find trouve|finish termine|finished realisees|firm entreprise
    firms entreprises|first premier|five cinq|folks personnes|food alimentaire|for pour
    foreign etrangers|forms formes|forum forum|founded creation|four quatre|fourteen quatorze
    framework cadre|friendship amitie|from de|full complet|fund fonds|funded finance
    funding financement|funds finance|gap ecart|gave donne|get recoit|gets recoit|give donne
    gives donne|go va|goal cible|goals cibles|goes va|gonna va|gotta doit|government gouvernement
    grant subvention|granted octroye|grants subventions|greater grand|greatest plus grand
    groups groupes|guide guide|guys personnes|half moitie|handed remise|happened passe
    happening passe|has a|hasnt a pas|have ont|havent ont pas|headed dirige|held tenue|hello
    help aide|heritage patrimoine|hey|hi|higher plus|highest plus|hit atteint|housing immobilier
    how comment|hows comment|hundred cent|if si|im je|immigrant immigrantes|immigrants immigrantes
    immigration immigration|in dans|include inclut|included inclus|includes concerne
    including inclut|increase hausse|increased augmente|indicator indicateur|indicators indicateurs
    indigenous autochtones|industry secteur|inside dans|integration insertion|intend prevoit
    intended prevu|intends vise|interdepartmental interministeriel
    interministerial interministeriel|international international|into dans|inuit inuites
    invest investit|invested investi|investment investissement|invests investit|invited invite
    involve concernent|involved concernes|involves concerne|is est|isbn isbn|island ile
    isnt est pas|issue enjeu|issues enjeux|it il|ive je|january janvier|job emploi|jobs emplois
    join membre|joined membre|joke blague|july juillet|june juin|just juste|keep garde|kept garde
    kids jeunes|kinds genres|know sait|knowledge connaissances|known connu|korea coree
    lacking manque|land terre|larger plus gros|largest plus gros|last dernier|lasts dure
    late retard|later plus tard|latest dernier|launch lancement|launched lance|law loi
    leaflet depliant|least moins|left reste|legal legal|legislation loi|leisure loisirs
    length duree|less moins|like aime|link lien|list liste|listed indique|lists liste|local local
    logistics logistique|longer plus long|longest plus long|look regarde|looking cherche
    lower moins|lowest moins|manage gere|managed gere|manages gere|mandate mandat|mandates mandats
    march mars|market marche|matter sujet|may mai|mayor maire|measure mesure|measures mesures
    mechanism mecanisme|mechanisms mecanismes|media medias|meeting reunion|meetings reunions
    member membre|members membres|men hommes|mention mentionne|mentioned nomme|mentions mentionne
    metric indicateur|metropolis metropole|metropolitan metropole|mid milieu|mile kilometre
    milestone repere|milestones reperes|minister ministre|ministries ministeres|ministry ministere
    minus moins|missing manque|mission mission|money argent|monitoring suivi|month mois|months mois
    more plus|most plus|moving avance|municipal municipal|municipalities municipalites
    municipality municipalite|name nomme|named nomme|national national|native autochtones|near pres
    nearly presque|need besoin|needs besoin|network reseau|networks reseaux|never jamais
    newcomer immigrantes|newcomers immigrantes|newspapers journaux|next prochaine|nine neuf
    nineteen dix neuf|no pas|nonprofit obnl|nonprofits obnl|north nord|northern nord|not pas
    nothing rien|november novembre|now maintenant|npo obnl|npos obnl|number nombre|objective cible
    objectives objectifs|october octobre|of de|off de|office bureau|offices directions
    officials elus|ok|okay|old aines|on sur|once une fois|one un|ongoing en cours|online en ligne
    only seulement|onto sur|open ouvert|opened ouvert|opening ouverture|or ou
    organisation organisme|organization organisme|organizations organismes|orientation orientation
    other autre|others autres|out de|outcome resultat|outcomes resultats|outside hors|over sur
    overlap double|oversees coordonne|overview portrait|owe doivent|page page|pages pages|paid paye
    pamphlet depliant|paper document|part volet|participate participe|participated participe
    participates participe|participating participe|partner partenaire|partners partenaires
    parts volets|pay paie|payer payeur|payers payeurs|paying paie|payment paiement
    payments paiements|pays paie|pending venir|people personnes|per par|percent %|percentage %
    persons personnes|picture portrait|pillar axe|pillars axes|place lieu|plan plan|planned prevu
    planning amenagement|please|pledge annonce|pledged annonce|poem poeme|poor pauvrete
    population population|portal portail|portion part|portrait portrait|poverty pauvrete
    prepared prepare|presented presente|president president|price cout|prices prix|pricey cher
    priciest plus cher|print imprime|printed imprimes|private prive|privately prive
    problem probleme|produced produit|profile portrait|progress avancement|project projet
    projects projets|promise promis|promised promis|proposed propose|prospective prospective
    provide fournit|provided fourni|provides fournit|province province|provincial provincial
    publish publie|published paru|publishes publie|purchase achat|purchases achats|purchasing achat
    purpose but|purposes buts|put mis|puts met|quarter quart|question question
    questionnaire questionnaire|questionnaires questionnaires|quick rapide|raised hausse|rate taux
    ratio proportion|reached atteint|really vraiment|receive recoit|received recu|receives recoit
    recent recent|recipe recette|recommended recommande|recreation loisirs|reference reference
    reform reforme|regarding sur|regional regionaux|regions regions|relations relations
    release paru|released paru|remain reste|remainder reste|remaining reste|replied repondu
    reply reponse|report rapport|requests demandes|research recherche|reserved reserve
    respond repond|responded repondu|respondent repondant|respondents repondants|response reponse
    responses reponses|result resultat|results resultats|retail commerce|returned retourne
    review revision|richest plus grand|role role|rolled lance|roughly environ|roundtable table
    running en cours|rural rural|said dit|salary salaire|sales ventes|same meme|say dit|says dit
    scheduled prevu|second deuxieme|section axe|sections axes|sector secteur|sectors secteurs
    see voir|seniors aines|sent envoye|september septembre|served recu|service service
    services services|set mis|seven sept|seventeen dix sept|share part|shared partage
    shorter plus court|shortest plus court|should doit|show montre|shown montre|sign signer
    signature signature|signed signees|since depuis|single seule|site site|six six|sixteen seize
    smaller plus petit|smallest plus petit|so alors|social sociale|someone quelqu un
    something quelque chose|sooner plus tot|source source|sources sources|specialised specialises
    specialized specialises|specific specifiques|spend depense|spending depenses|spends consacre
    spent depense|split repartition|sponsor finance|sponsored finance|sponsors finance
    spring printemps|staff personnel|stalled venir|stand etat|stands etat|start commence
    started commence|startup demarrage|startups demarrage|state etat|stated dit
    statistic statistique|statistical statistique|statistics statistique|stats statistiques
    steering orientation|step etape|steps etapes|still encore|strand volet|strategic strategiques
    stream volet|streams volets|struggle lutte|stuck bloque|studies etudes|study etude
    subject sujet|submitted deposes|subsectors sous secteurs|subsidies subventions
    subsidy subvention|succession reprise|sum somme|summarize resume|summary resume|summer ete
    sums sommes|supervises coordonne|support soutien|survey questionnaire|table table|tabled depose
    tables tables|target cible|targeted vise|targets cibles|teens jeunes|tell dit|ten dix
    term duree|territories territoires|territory territoire|than que|thank|thanks|that ce|the le
    theme theme|then puis|there il|these ces|third troisieme|thirteen treize|thirty trente|this ce
    those ces|though bien que|thousand mille|three trois|through par|throughout pendant|to a
    today aujourd hui|together ensemble|toll sans|too aussi|topic sujet|total total
    tourism tourisme|toward vers|towards vers|town ville|trade commerce|training formation
    transfer transfert|turn tour|twelve douze|twenty vingt|twice deux fois|two deux|types types
    under sous|underway en cours|university universite|unless sauf|until jusqu|unveiled devoile|up
    update mise a jour|updated mis a jour|upon sur|urban urbain|urged invite|use utilise
    used utilise|uses utilise|vacant vacants|value valeur|versus vs|visited recu
    visitors representants|wait attends|wanna veut|want veut|wants veut|was etait|website portail
    well|went va|were etaient|what quoi|whatever quoi|whats c est quoi|where ou|wheres ou
    whether si|which quelles|whichever lequel|while pendant|who qui|whole total|whom qui
    whos c est qui|whose dont|why pourquoi|will sera|winter hiver|with avec|within dans
    without sans|women femmes|wonder demande|wondering demande|work travaillent|worker travailleur
    workers personnes|workforce travailleurs|working travaillent|works travaille|worth vaut
    wrapped terminee|written redaction|wrote redaction|year annee|yearly annuel|years annees
    yet encore|young jeunes|youngsters jeunes|youth jeunes
    """.replace("\n", "|").split("|")
    if line.strip()
    for english, _, french in [line.strip().partition(" ")]
}
