"""General French: words of one family, and words that mean the same.

Everything here is of the language or of any administration; a plan's own words come from its facts.
"""

from functools import lru_cache

from plan.likeness import stem
from plan.questions.reading.word_lists import ASKING, SOFT
from plan.text import words

# Words of one family that their endings keep apart; each line one family.
_FAMILIES = """
depot deposer depose deposee deposes
soumettre soumis soumise soumission soumissions
ouverture ouvrir ouvert ouverte ouvre
concevoir conception concu concue
signature signer signe signee signataire signataires
conclure conclu conclue conclusion
publicite publicitaire publicitaires pub pubs
jeune jeunes jeunesse
immigrant immigrants immigrante immigration immigre immigres
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
_MEANINGS = """
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
demande demandes projet projets candidature candidatures dossier dossiers
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
forme formes sorte genre genres type types
"""

# What a general word may mean in particular, the general word first; never the other way.
_NARROWER = """
autochtone inuit
"""


# « Le prochain bilan », « le deuxième »: what is found must say so itself.
TELLING_APART = frozenset(
    words("prochain prochaine prochains prochaines deuxieme second seconde troisieme futur future")
)
# Verbs that turn what is told into its contrary: a fact without them is no answer.
_REFUSING = words(
    """
    refuser refuse rejeter rejete abandonner abandonne annuler annule retirer retire suspendre
    suspendu perdre perdu couper coupe gaspiller gaspille vole voter vote echouer echoue manquer
    rate reporter reporte retarder retarde interrompu arrete quitter quitte decliner decline
    exclure exclu
    """
)


# Nouns that end so in the singular as well: « pays » has nothing of « payer ».
_ALWAYS_PLURAL = frozenset(words("pays corps choix voix repas"))


def root(word: str) -> str:
    """The stem of a folded word, without the « e » that a lost accent leaves (« signée »)."""
    if word in _ALWAYS_PLURAL:
        return word
    found = stem(word)
    bare = found.rstrip("e")
    return bare if len(bare) >= 3 else found


def _grouped(lines: str) -> dict[str, frozenset[str]]:
    found: dict[str, set[str]] = {}
    for line in lines.strip().splitlines():
        roots = {root(word) for word in line.split()}
        for each in roots:
            found.setdefault(each, set()).update(roots)
    return {each: frozenset(others) for each, others in found.items()}


_FAMILY = _grouped(_FAMILIES)
_ALIKE = _grouped(_MEANINGS)
_PARTICULAR = {
    root(general): frozenset(map(root, particular))
    for general, *particular in map(str.split, _NARROWER.strip().splitlines())
}
SOFT_ROOTS = frozenset(map(root, SOFT))
REFUSING_ROOTS = frozenset(map(root, _REFUSING))
ASKING_ROOTS = frozenset(map(root, ASKING))


def is_asking(word: str) -> bool:
    """Tell whether a word only asks; a short stem is shared by too many words to tell."""
    found = root(word)
    return word in ASKING or (found in ASKING_ROOTS and len(found) > 3 and word not in SOFT)


@lru_cache(maxsize=8192)
def family(stemmed: str) -> frozenset[str]:
    """The roots of the same family, itself aside."""
    return _FAMILY.get(stemmed, frozenset()) - {stemmed}


@lru_cache(maxsize=8192)
def alike(stemmed: str) -> frozenset[str]:
    """The roots that mean nearly the same, itself and its family aside."""
    own = {stemmed} | family(stemmed)
    tables = (_ALIKE, _PARTICULAR)
    near = frozenset().union(*(t.get(each, frozenset()) for t in tables for each in own))
    return near.union(*map(family, near)) - own
