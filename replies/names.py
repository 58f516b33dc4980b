"""Ministries and organismes with the article that French wants: « le MAMROT », « de l'ISQ »."""

from functools import lru_cache

from plan.definition import PlanDefinition
from plan.organisation import Organisation, OrganisationKind
from plan.text import fold, words
from replies.typography import capital, plain

_FEMININE = frozenset(
    (
        *("agence", "alliance", "assemblee", "association", "autorite", "bibliotheque", "caisse"),
        *("chambre", "coalition", "commission", "confederation", "conference", "cooperative"),
        *("corporation", "cour", "delegation", "direction", "ecole", "federation", "fiducie"),
        *("fondation", "ligue", "mission", "municipalite", "regie", "societe", "surete", "table"),
        *("universite", "ville"),
    )
)
_VOWELS = "AEIOUYÉÈÊ"


def the(acronym: str, plan: PlanDefinition | None) -> str:
    """« le MAMROT », « la SHQ », « l'ISQ »."""
    return _article(acronym, plan, "le ", "la ", "l'")


def of_the(acronym: str, plan: PlanDefinition) -> str:
    """« du MAMROT », « de la SHQ », « de l'ISQ »."""
    return _article(acronym, plan, "du ", "de la ", "de l'")


def of_person(name: str) -> str:
    """« de Camille Roy », « d'Omar Diallo »; a name as it is shown."""
    return f"d'{name}" if fold(name)[:1] in "aeiouy" else f"de {name}"


def full_name(organisation: Organisation) -> str:
    """« MAMROT (ministère des Affaires municipales…) », or the phrase that stands for no MO."""
    if organisation.kind is not OrganisationKind.NAMED or (
        organisation.acronym == organisation.name
    ):
        return plain(organisation.name)
    return f"**{plain(organisation.acronym)}** ({plain(organisation.name)})"


def name_first(organisation: Organisation) -> str:
    """« Ministère des Affaires municipales… (MAMROT) », for a heading."""
    name = capital(plain(organisation.name))
    if organisation.kind is not OrganisationKind.NAMED or (
        organisation.acronym == organisation.name
    ):
        return name
    return f"{name} ({plain(organisation.acronym)})"


def _article(
    acronym: str, plan: PlanDefinition | None, masculine: str, feminine: str, elided: str
) -> str:
    if acronym[:1].upper() in _VOWELS:
        return f"{elided}{plain(acronym)}"
    known = plan.organisations if plan else ()
    name = next((each.name for each in known if each.acronym == acronym), "")
    return f"{feminine if is_feminine(name) else masculine}{plain(acronym)}"


@lru_cache(maxsize=256)
def is_feminine(name: str) -> bool:
    """Tell whether a full name takes « la »: its first word decides."""
    return next(iter(words(name)), "") in _FEMININE
