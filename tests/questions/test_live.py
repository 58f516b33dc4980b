"""Questions read the live data: what was just recorded is answered at once."""

from sandbox.answer import Answer
from tests.questions.conftest import Ask, mention
from tests.support.asking import plain
from tests.support.house import House


async def change(house: House, command: str, **given: object) -> Answer:
    answer = await house.coordinator.slash(command, **given)  # type: ignore[arg-type]
    assert answer.failed is None
    return answer


async def test_a_state(house: House, ask: Ask) -> None:
    assert "en cours de réalisation" in await ask("où en est la mesure 7?")
    await change(house, "mesure modifier", mesure="7", etat="realisee", remarque="Tout est livré.")
    told = await ask("où en est la mesure 7?")
    assert "Mesure 7 (Transfert de connaissances) : réalisée, au 23 novembre 2026." in told
    assert "Tout est livré." in told
    assert "5 mesures réalisées au 23 novembre 2026 : 7, 11, 13, 17 et 20." in await ask(
        "combien de mesures sont réalisées?"
    )
    assert "Tout est livré." in await ask("la mesure 7 dit quoi?")


async def test_what_one_organisation_says_of_a_shared_measure(house: House, ask: Ask) -> None:
    said = {"remarque": "Le portrait est remis.", "organisme": "MDEIE"}
    await change(house, "mesure modifier", mesure="5", **said)
    told = await ask("où en est la mesure 5?")
    assert "101 entreprises" in told
    assert "MDEIE, au 23 novembre 2026 : Le portrait est remis." in told
    assert "Le portrait est remis." not in await ask("où en était la mesure 5 au 31 mars 2010?")


async def test_an_amount(house: House, ask: Ask) -> None:
    assert "Je ne trouve pas" in await ask("combien pour la mesure 8?")
    await change(
        house,
        "montant ajouter",
        mesure="8",
        valeur="45 000 $",
        pour="ateliers d'accueil",
        nature="prevu",
        payeur="MESS",
    )
    told = "45 000 $, prévus par le MESS : ateliers d'accueil (mesure 8)."
    for question in ("combien pour la mesure 8?", "combien pour les ateliers d'accueil?"):
        assert told in await ask(question)
    assert told in await ask("le 45 000 $, c'est pour quoi?")
    assert "45 000 $" in await ask("combien paie le MESS?")


async def test_an_indicator(house: House, ask: Ask) -> None:
    assert "13 sur 21" in await ask("combien d'ententes signées?")
    await change(
        house, "indicateur modifier", mesure="2", indicateur="ententes spécifiques", valeur="15"
    )
    assert "15 sur 21, au 23 novembre 2026" in await ask("combien d'ententes signées?")
    assert "6 de moins que 21" in await ask("combien en reste à signer?")


async def test_an_indicator_of_our_own(house: House, ask: Ask) -> None:
    await change(house, "indicateur ajouter", mesure="8", libelle="personnes formées", cible="200")
    told = await ask("combien de personnes formées?")
    assert "200" in told
    assert "220 000" not in told


async def test_those_who_answer_for_an_organisation(house: House, ask: Ask) -> None:
    assert "Personne n'est encore inscrit" in await ask("qui est le répondant du MDEIE?")
    nadia = house.repondante.user
    await change(house, "equipe ajouter", organisme="MDEIE", membre=nadia)
    for question in ("qui est le répondant du MDEIE?", "c'est qui qui répond pour le mdeie"):
        assert f"{nadia.name} répond pour le MDEIE." in await ask(question)
    assert "au nom de la SHQ" in await ask("qui est la répondante de la SHQ?")


async def test_a_deadline(house: House, ask: Ask) -> None:
    assert "Aucune échéance à venir" in await ask("quand est la prochaine échéance?")
    await change(house, "calendrier ajouter", titre="Bilan annuel", quand="31 mars 2027")
    for question in (
        "quand est la prochaine échéance?",
        "la date limite du bilan annuel?",
        "c'est quand le prochain bilan à rendre?",
    ):
        assert "31 mars 2027 (dans 128 jours) : Bilan annuel." in await ask(question)


async def test_who_has_answered_a_collecte(house: House, ask: Ask) -> None:
    closed = "Aucune collecte n'est ouverte : personne n'a de réponse à donner."
    assert closed in await ask("qui n'a pas encore répondu?")
    await change(house, "calendrier ajouter", titre="Bilan annuel", quand="31 mars 2027")
    told = await ask("qui n'a pas encore répondu?")
    assert closed in told
    assert "Bilan annuel, 31 mars 2027" in told
    await change(house, "collecte ouvrir", echeance="Bilan annuel")
    told = await ask("qui n'a pas encore répondu?")
    assert "0 MO sur 18 à jour" in told
    assert "Pas encore : la SHQ" in await ask("est-ce que la SHQ a répondu?")
    await change(house, "mesure confirmer", mesure="7", organisme="MDEIE")
    assert "le MDEIE a répondu pour 1 de ses 6 mesures; manquent 5, 6, 17, 19 et 22" in await ask(
        "est-ce que le MDEIE a répondu?"
    )


async def test_what_changed_and_who_changed_it(house: House, ask: Ask) -> None:
    untouched = "Rien n'a été consigné pour la mesure 7."
    assert untouched in await ask("qui a changé la mesure 7?")
    await change(house, "mesure modifier", mesure="7", etat="realisee")
    house.clock.advance(days=3)
    told = "23 novembre 2026 · mesure 7 : en cours de réalisation → réalisée (Mathieu Gagnon)"
    for question in (
        "qui a changé la mesure 7?",
        "quand la mesure 7 a-t-elle été modifiée?",
        "dernière mise à jour de la mesure 7?",
        "qu'est-ce qui a changé depuis le 1er novembre?",
        "y a-tu du nouveau cette semaine?",
    ):
        assert told in await ask(question)
    assert "Rien n'a été consigné depuis le 25 novembre 2026." in await ask(
        "qu'est-ce qui a changé depuis hier?"
    )
    assert "Rien n'a été consigné pour la mesure 8." in await ask("la 8 a-tu été modifiée?")


async def test_questions_without_an_answer_are_kept_without_their_author(house: House) -> None:
    await mention(house, "combien de girafes au ministère?")
    await house.member.slash("question", texte="quel est le salaire du coordonnateur?")
    await house.member.slash("question", texte="combien pour le Chantier?")
    kept = await house.coordinator.slash("journal questions")
    told = plain(kept.text)
    assert kept.ephemeral
    assert "2 questions sans réponse" in told
    assert "combien de girafes au ministère?" in told
    assert "quel est le salaire du coordonnateur?" in told
    assert "combien pour le Chantier?" not in told
    assert house.member.user.name not in told
    refused = await house.member.slash("journal questions")
    assert refused.ephemeral
    assert "girafes" not in refused.text


async def test_what_changed_names_each_change_and_tells_of_the_rest(house: House, ask: Ask) -> None:
    of = {"mesure": "6"}
    await change(house, "montant ajouter", **of, valeur="25 000 $", pour="salle", nature="prevu")
    await change(house, "indicateur ajouter", **of, libelle="rencontres", cible="9")
    told = await ask("qu'est-ce qui a changé depuis hier?")
    assert "mesure 6 : montant (Mathieu Gagnon)" in told
    assert "mesure 6 : repère (Mathieu Gagnon)" in told
    assert "autre" not in told
    for value in range(1, 8):
        await change(house, "indicateur modifier", **of, indicateur="rencontres", valeur=str(value))
    told = await ask("qu'est-ce qui a changé depuis hier?")
    assert "9 changements" in told
    assert "… et 1 autre; `/mesure historique` donne tout, une mesure à la fois." in told
