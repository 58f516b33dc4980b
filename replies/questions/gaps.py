"""What is missing of an answer, in French and in English."""

from plan.money import Nature
from plan.questions.answering.answer import Gap
from replies.typography import NBSP

NATURES = {
    Nature.SPENT: ("de ce qui a été dépensé", "of what was spent"),
    Nature.GRANTED: ("de ce qui a été octroyé", "of what was granted"),
    Nature.AUTHORISED: ("de ce qui a été autorisé", "of what was authorised"),
}
# Before the measures that it is said of, where some are.
SAID = {
    Gap.NO_AMOUNT: ("Les documents ne donnent aucun montant pour cela",
                    "The documents do not give any amount for that"),
    Gap.OTHER_AMOUNT: ("Les documents ne donnent pas ce montant-là",
                       "The documents do not give that very amount"),
    Gap.NO_PAYER: ("Les documents ne disent pas qui paie", "The documents do not say who pays"),
    Gap.NO_DATE: ("Les documents ne donnent pas cette date",
                  "The documents do not give that date"),
    Gap.NOT_LEFT: ("Les documents ne disent pas ce qu'il en reste",
                   "The documents do not say what is left of it"),
    Gap.NO_FIGURE: ("Les documents ne donnent pas ce chiffre",
                    "The documents do not give that figure"),
    Gap.NO_PERSON: ("Les documents ne nomment pas cette personne",
                    "The documents do not name that person"),
    Gap.NO_HOLDER: (
        f"Les documents ne disent pas qui occupe ce poste{NBSP}: ils donnent les ministères et"
        " organismes de chaque mesure",
        "The documents do not tell who holds that post: they give the ministries and bodies of each"
        " measure",
    ),
    Gap.NO_REASON: ("Les documents n'en disent pas la raison", "The documents do not say why"),
    Gap.OTHER_PERIOD: ("Les documents n'en disent rien pour cette période",
                       "The documents do not say anything of it for that period"),
    Gap.NO_DEADLINE: ("Aucune échéance à venir n'est fixée", "No deadline is set"),
    Gap.NO_QUESTION: (
        f"Je ne vois pas de question sur le plan. Par exemple{NBSP}: «{NBSP}où en est la mesure"
        f" 4?{NBSP}»",
        f"I see no question about the plan. For example: «{NBSP}où en est la mesure 4?{NBSP}»",
    ),
}  # fmt: skip
