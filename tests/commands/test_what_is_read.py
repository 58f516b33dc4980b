"""What is read: in the order one looks for it, in sound French, and nothing beside the point."""

import re

import pytest

from storage.shipped import shipped_plan
from tests.support.asking import SHARED, Options, is_private, plain
from tests.support.house import House
from tests.updates.people import answers_for

UNREAD: list[tuple[str, Options]] = [
    ("mesure voir", {"mesure": "4", "au": "hier matin"}),
    ("mesure voir", {"mesure": "4", "au": "demain"}),
    ("mesure liste", {"au": "mardi 31 mars 2027"}),
    ("question", {"texte": "a" * 2001}),
]


@SHARED
@pytest.mark.parametrize(("path", "options"), UNREAD)
async def test_who_only_asked_is_not_told_that_nothing_was_changed(
    standing: House, path: str, options: Options
) -> None:
    answer = await standing.member.slash(path, **options)
    assert is_private(answer)
    assert "changé" not in answer.text


@SHARED
async def test_who_answers_for_no_mo_is_told_so(standing: House) -> None:
    answers = [
        await standing.member.slash("mesure modifier", mesure="6"),
        await standing.member.slash("mesure modifier", mesure="6", etat="realisee"),
        await standing.member.slash("mesure confirmer", mesure="6"),
        await standing.member.slash("mesure annuler", mesure="6"),
        await standing.member.press(
            await standing.member.slash("mesure voir", mesure="6"), "Mettre à jour"
        ),
    ]
    for answer in answers:
        assert is_private(answer)
        assert "Vous ne répondez pour aucun ministère ou organisme" in answer.text


@SHARED
async def test_mos_come_in_the_order_of_their_acronyms(standing: House) -> None:
    text = plain((await standing.member.slash("organisme liste")).text)
    acronyms = re.findall(r"(?m)^([A-Z]+) \(", text)
    assert len(acronyms) == 18
    assert acronyms == sorted(acronyms)
    team = plain((await standing.coordinator.slash("equipe voir")).text)
    missing = re.search(r"encore pour : (.*) et (\w+)\.", team)
    assert missing is not None
    told = [*missing[1].split(", "), missing[2]]
    assert told == sorted(told)


@SHARED
async def test_a_title_is_not_cut_within_a_word(standing: House) -> None:
    text = (await standing.member.slash("mesure liste", organisme="MCCC")).text
    titles = [each.title for each in shipped_plan().measures]
    cut = re.findall(r"\*\*\d+\.\*\* (.*)…", text)
    assert len(cut) == 2
    for beginning in cut:
        whole = next(each for each in titles if each.startswith(beginning))
        assert whole[len(beginning)] in " ,"


@SHARED
async def test_the_plans_money_names_its_measures(standing: House) -> None:
    text = plain((await standing.member.slash("montant voir")).text)
    assert "\n- Mesure 1 · 3,25 M$ · mission du Chantier" in text
    assert "\n- Mesure 4 · 30 000 $ (durée non dite) · ajout" in text


@SHARED
async def test_hours_are_explained_only_where_some_are_told(standing: House) -> None:
    text = (await standing.member.slash("mesure historique", mesure="4")).text
    assert "heure de" not in text


@SHARED
async def test_no_unanswered_question_is_none(standing: House) -> None:
    text = (await standing.coordinator.slash("journal questions")).text
    assert "Aucune question sans réponse" in text


@SHARED
async def test_names_that_hold_an_and_are_told_apart(standing: House) -> None:
    text = plain((await standing.member.slash("organisme voir", organisme="MESS")).text)
    assert "Aussi appelé : Emploi et Solidarité sociale · ministère de l'Emploi" in text
    shq = plain((await standing.member.slash("organisme voir", organisme="SHQ")).text)
    assert "qu'il paie" not in shq


@SHARED
async def test_three_places_of_a_document_make_one_list(standing: House) -> None:
    text = plain((await standing.member.slash("question", texte="combien?")).text)
    assert not re.search(r"-# .* et .* et ", text)


async def test_a_role_that_answers_is_called_a_role(house: House) -> None:
    role = house.world.role("Répondants MDEIE")
    await house.coordinator.slash("equipe ajouter", organisme="MDEIE", role=role)
    text = plain((await house.member.slash("question", texte="qui répond pour le MDEIE?")).text)
    assert text.startswith("Le rôle Répondants MDEIE répond pour le MDEIE.")
    await answers_for(house, "Nadia", "MDEIE")
    text = plain((await house.member.slash("question", texte="qui répond pour le MDEIE?")).text)
    assert "le rôle Répondants MDEIE" in text.replace("Le", "le")
    assert "Nadia Tremblay" in text
    assert "répondent pour le MDEIE" in text


@SHARED
async def test_the_words_looked_for_are_told_as_they_were_typed(standing: House) -> None:
    asked = await standing.member.slash("question", texte="qui répond pour le MDEIE?")
    why = plain((await standing.member.press(asked, "Pourquoi cette réponse?")).text)
    assert "Mots cherchés : répond." in why


@SHARED
async def test_several_sums_of_one_value_are_called_so(standing: House) -> None:
    asked = "le 150 000 $, c'est pour quoi?"
    text = plain((await standing.member.slash("question", texte=asked)).text)
    assert text.startswith("Trois sommes de 150 000 $ :\n1. ")


async def test_nobody_is_late_for_a_collecte_that_is_not_open(house: House) -> None:
    await house.coordinator.slash("calendrier ajouter", titre="Bilan", quand="31 mars 2027")
    before = plain((await house.member.slash("collecte etat")).text)
    assert "18 MO auront à répondre (61 réponses)" in before
    assert "\nSAA : 14, 15 et 22 (3 mesures)\n" in before
    assert "0 MO" not in before
    assert "pas tout dit" not in before
    await house.coordinator.slash("collecte ouvrir", echeance="Bilan")
    after = plain((await house.member.slash("collecte etat")).text)
    assert "0 MO sur 18 à jour (0 réponse sur 61)" in after
    assert "\nSAA : 0 sur 3 mesures, manquent 14, 15 et 22\n" in after


async def test_a_long_remark_is_read_whole_on_the_card(house: House) -> None:
    remark = " ".join(f"Étape {step} franchie;" for step in range(1, 90))
    await house.coordinator.slash("mesure modifier", mesure="6", remarque=remark)
    assert remark in (await house.member.slash("mesure voir", mesure="6")).text


async def test_what_an_indicator_had_reached_keeps_its_name_once_it_is_gone(house: House) -> None:
    boss = house.coordinator
    await boss.slash("indicateur ajouter", mesure="6", libelle="rencontres", cible="4")
    await boss.slash("indicateur modifier", mesure="6", indicateur="rencontres", valeur="2")
    await boss.slash("indicateur retirer", mesure="6", indicateur="rencontres", motif="Doublon")
    for path in ("mesure historique", "journal voir"):
        text = plain((await boss.slash(path, mesure="6")).text)
        assert "- rencontres, valeur atteinte : aucune valeur → 2" in text, path


async def test_each_example_of_a_repondant_is_theirs_to_try(house: House) -> None:
    for name, organisation in (("Nadia", "MDEIE"), ("Omar Diallo", "SAJ"), ("Line Roy", "MAMROT")):
        person = await answers_for(house, name, organisation)
        text = (await person.slash("aide")).text.partition("**Mettre à jour**")[2]
        examples = re.findall(r"`/(\w+ \w+) (.*)`", text)
        assert len(examples) >= 3
        for path, typed in examples:
            given = dict(re.findall(r"(\w+):(.*?)(?= \w+:|$)", typed))
            states = {"en cours": "en_cours", "réalisée": "realisee"}
            given["etat"] = states.get(given.get("etat", ""), "")
            options = {key: value for key, value in given.items() if value}
            answer = await person.slash(path, **options)
            assert "ministère ou organisme" not in answer.text, (organisation, path, answer.text)
            assert "Aucun indicateur" not in answer.text, (organisation, answer.text)
