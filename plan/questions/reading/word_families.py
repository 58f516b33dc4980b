"""Families of general French words, and words that mean nearly the same, a line each."""

# Words of one family that their endings keep apart; each line one family.
FAMILIES = """
depot deposer depose deposee deposes
soumettre soumis soumise soumission soumissions
ouverture ouvrir ouvert ouverte ouvre
concevoir conception concu concue
signature signer signe signee signataire signataires
conclure conclu conclue conclusion
publicite publicitaire publicitaires pub pubs
jeune jeunes jeunesse
immigrant immigrants immigrante immigration immigre immigres arrivant arrivants
fonctionnaire fonctionnaires fonction
aine aines ainee ainees
handicap handicape handicapees
tourisme touristique touristiques
creer creation cree creee
lancer lancement lance
devoiler devoilement devoile
annoncer annonce annonces
agricole agricoles agriculture agriculteurs
achat acheter achats
reponse repondre repondu reponses
renvoi renvoyer renvoye
communautaire communautaires
formation formations former
art arts artiste artistes artistique artistiques
culture culturel culturelle culturelles
region regional regionale regionaux regionales
rediger redaction redige
presider preside presidee presidente president
metropole metropolitain metropolitaine
envoi envoyer envoye envoyee
paraitre parution paru
publier publication publie
demarrage demarrer
viser vise visee cible
durer duree dure
partenaire partenaires partenariat
collaborateur collaborateurs collaborer collabore collaboration
participer participe participation
inuit inuits inuite inuites inuk
municipalite municipalites municipal municipales
recevoir recu recoit recus
accepter acceptes accepte acceptees acceptation
invitation inviter invite invites
transmettre transmis transmise transmission
recherche recherches
numerique numeriques
reprise reprendre repreneuriat
remise remettre remis
financer financement finance
sensibiliser sensibilisation
"""
# Words that mean nearly the same in a question; each line one meaning.
MEANINGS = """
depot deposer depose soumettre soumis soumission
depot depose remise remettre remis transmettre transmis transmise livrer livre
signature signer signe conclure conclu conclue conclusion
personne personnes gens monde individus
travailleur travailleurs employes employees travail travailler oeuvrer
immigrant immigration communautes
autochtone autochtones amerindien amerindiens
aine aines vieux vieillesse agees age
handicap incapacite
dechet dechets residuelles ordures recyclage recycler
creer creation fonder fondation instaurer constituer naitre place pied
lancer lance lancement place pied
devoilement devoiler annoncer annonce lancer lancement
lancement ligne ouverture
site web portail internet enligne page
agricole ferme fermes
logement logements immobilier habitation
reprise releve
achat approvisionnement approvisionner
entente ententes accord accords
region territoire
formation cours
ecrire ecrit ecrite redaction auteur auteurs
repondre repondu renvoyer renvoye retourne retourner rempli remplir
envoi transmettre transmis transmise expedier expedie expediee
paraitre parution publier publication publie sortir sorti sortie
demarrage commencer commence debut debuter debute
but objectif cible vise visee
part pourcentage proportion quote taux
duree temps
adresse adresses coordonnees
bureau bureaux direction
bilan rapport
mandat mandats role roles
enjeu enjeux probleme problematique defi defis
partenaire collaborateur
porteur porteuse porter porte
municipalite ville villes
recevoir accueillir accueilli beneficier beneficie profiter profite
delegation delegations representant representants visiteur visiteurs
demande demandes projet projets soumission soumissions candidature candidatures dossier dossiers
recevoir depose
demande demandes depose deposes recu recus
accepte approuve approuves retenu retenus retenue retenues choisi choisis selectionne passe
hausse augmentation augmenter monter
envergure portee
tenir tenue tenu lieu derouler
organiser organise preparer prepare
invitation appel appeler
ajout ajoute ajoutes supplement supplementaire rallonge rajoute
servir recevoir
emploi emplois travailler travail travaillent
domestique domicile
artistique createurs creatif creative creatifs
media medias journaux journal presse radio radios television
prospectif prospective avenir futur
international internationales etranger etrangers
forum congres colloque sommet
formation apprentissage perfectionnement
pauvrete precarite demunis defavorises exclusion
depliant brochure feuillet tract
aines seniors retraites
alimentation alimentaire aliments nourriture
numerique numeriques informatique technologie technologies
tourisme touristique voyage vacances
culturelles ethniques ethnique
autochtone autochtones peuples nations
reforme revision refonte
cadre guide balises
loi legislation
salaries employes travailleurs effectifs
logement residence
sensibiliser sensibilisation conscientiser informer
statistique statistiques donnees
forme formes sorte genre genres type types
"""

# What a general word may mean in particular, the general word first; never the other way.
NARROWER = """
autochtone inuit
"""
