"""`/montant ajouter`, `modifier`, `retirer`: sums as the plan's totals see them."""

import pytest

from sandbox.answer import Answer
from tests.support.asking import Options, is_private, plain, refused
from tests.support.database import query
from tests.support.house import House
from tests.updates.people import card

ADD, MODIFY, REMOVE = "montant ajouter", "montant modifier", "montant retirer"


async def add(house: House, **options: object) -> Answer:
    """An amount of measure 6, planned, unless told otherwise."""
    given = {"mesure": "6", "valeur": "1 000 $", "pour": "un essai", "nature": "prevu", **options}
    return await house.coordinator.slash(ADD, **given)  # type: ignore[arg-type]


async def money(house: House, **options: str) -> str:
    return plain((await house.member.slash("montant voir", **options)).text)  # type: ignore[arg-type]


async def test_a_new_amount_is_in_the_totals_at_once(house: House) -> None:
    assert "17,2 M$" in await money(house)
    told = await add(house, valeur="300 000 $", pour="portrait statistique", payeur="ISQ")
    assert is_private(told)
    assert "montant : aucun → prévu 300 000 $ · portrait statistique" in plain(told.text)
    plan = await money(house)
    assert "font 17,5 M$, sans double compte, dont 300 000 $ consignés depuis" in plan
    assert "donnés par les documents" not in plan
    assert "prévu 13,8 M$" in plan
    assert "6 · 300 000 $ · portrait statistique" in plan
    of_measure = await money(house, mesure="6")
    assert "Prévu : 300 000 $, payés par l'ISQ · portrait statistique" in of_measure
    assert "300 000 $" in await money(house, organisme="ISQ")
    assert "300 000 $" in await card(house, "6")
    assert "300 000 $" not in await card(house, "6", au="22 novembre 2026")


@pytest.mark.parametrize(
    ("typed", "cents"),
    [
        ("650 000 $", 65_000_000),
        ("650000", 65_000_000),
        ("650\u202f000\u00a0$", 65_000_000),
        ("5,25 M$", 525_000_000),
        ("5.25M$", 525_000_000),
        ("1,5 million de dollars", 150_000_000),
        ("2 millions", 200_000_000),
        ("100 675,50 $", 10_067_550),
        ("100675,5", 10_067_550),
        ("12 k$", 1_200_000),
        ("30 mille dollars", 3_000_000),
        ("0,01 $", 1),
        ("1 G$", 100_000_000_000),
    ],
)
async def test_sums_are_read_as_french_writes_them(house: House, typed: str, cents: int) -> None:
    told = await add(house, valeur=typed)
    assert "Annuler" in told.buttons, told
    [(new,)] = query(house.folder, "SELECT new FROM event WHERE field = 'montant'")
    assert f'"value":{cents}' in str(new)


async def test_what_is_no_sum_or_could_be_two_is_refused(house: House) -> None:
    typed = (
        "beaucoup", "", "0 $", "-5 $", "650,000 $", "650.000 $", "1,005", "5 $ ou 6 $", "1e6",
        "9" * 40, "0,001 $", "10 000 milliards", "²", "1 2 3", "trente",
    )  # fmt: skip
    with refused(house) as answers:
        for each in typed:
            answers.append(await add(house, valeur=each, crafted=True))
    for answer, each in zip(answers, typed, strict=True):
        told = "ne peut pas être" if each else "est vide"
        assert f"`valeur` {told}" in answer.text, each
        assert "650 000 $" in plain(answer.text), each


async def test_a_change_of_payer_alone_is_told(house: House) -> None:
    await add(house, pour="réunions", payeur="ISQ")
    changed = await house.coordinator.slash(
        MODIFY, montant="réunions", motif="erreur", payeur="MESS"
    )
    told = "prévu 1 000 $ · réunions, payeur : "
    assert f"montant : {told}ISQ → {told}MESS" in plain(changed.text)


async def test_rhythms_are_counted_over_their_years(house: House) -> None:
    yearly = await add(house, valeur="1 000 $", rythme="par_annee", annees=5, pour="chaque année")
    assert "1 000 $ par année, 5 ans (5 000 $)" in plain(yearly.text)
    over = await add(house, valeur="6 000 $", rythme="sur_periode", annees=3, pour="en trois ans")
    assert "6 000 $ sur 3 ans" in plain(over.text)
    await add(house, valeur="10 $", rythme="par_annee", pour="sans années", payeur="MESS")
    shown = await money(house, mesure="6")
    assert "prévu 11 000 $" in shown
    whole = await money(house)
    assert "sans années : nombre d'années non dit" in whole
    for options in ({"mesure": "6"}, {"organisme": "MESS"}):
        shown = await money(house, **options)
        assert "sans années : nombre d'années non dit" in shown.partition("Laissé de côté")[2]


async def test_rhythm_and_years_must_agree(house: House) -> None:
    tried: list[Options] = [
        {"annees": 3},
        {"annees": 3, "rythme": "une_fois"},
        {"annees": 0, "rythme": "par_annee"},
        {"annees": -2, "rythme": "par_annee"},
        {"annees": 51, "rythme": "par_annee"},
        {"rythme": "parfois"},
        {"nature": "espere"},
        {"volet": "9"},
        {"payeur": "ZZZ"},
        {"partie_de": "zzz"},
        {"mesure": "99"},
        {"pour": " "},
        {"pour": "**gras**"},
        {"pour": "x" * 201},
    ]
    with refused(house) as answers:
        for options in tried:
            answers.append(await add(house, crafted=True, **options))


async def test_the_same_amount_twice_is_refused_and_named(house: House) -> None:
    await add(house, valeur="25 000 $", pour="réunions", payeur="MESS")
    with refused(house) as answers:
        same: list[Options] = [
            {"payeur": "MESS"},
            {"pour": "  RÉUNIONS ", "payeur": "MESS"},
            {"valeur": "25 000,00 $"},
        ]
        for options in same:
            answers.append(
                await add(house, **{"valeur": "25 000 $", "pour": "réunions", **options})
            )
    for answer in answers:
        assert "déjà là : mesure 6, prévu 25 000 $ · réunions" in plain(answer.text)
    others: list[Options] = [
        {"payeur": "MICC"},
        {"nature": "octroye"},
        {"rythme": "par_annee", "annees": 3},
        {"volet": "1"},
        {"mesure": "7"},
        {"pour": "réunions de mai"},
    ]
    for options in others:
        told = await add(house, **{"valeur": "25 000 $", "pour": "réunions", **options})
        assert "Annuler" in told.buttons, options


async def test_amounts_to_choose_from_are_told_with_their_measure_and_sum(house: House) -> None:
    with refused(house) as answers:
        for typed in ("150 000 $", "ententes"):
            options: Options = {"montant": typed, "motif": "Essai"}
            answers.append(await house.coordinator.slash(REMOVE, **options))
        answers.append(await house.coordinator.slash(REMOVE, montant="zzz", motif="Essai"))
    assert "convient à 3 montants" in plain(answers[0].text)
    for line in ("- mesure 4, prévu 150 000 $ par année, 5 ans (750 000 $) · ententes avec les",):
        assert line in plain(answers[0].text)
        assert line in plain(answers[1].text)
    assert "- mesure 2, prévu 5,25 M$ sur 5 ans" in plain(answers[1].text)
    assert "Aucun montant ne correspond à « zzz »" in plain(answers[2].text)
    assert "mesure 1" not in answers[2].text  # none is near it


async def test_two_amounts_added_at_the_same_instant_are_two(house: House) -> None:
    """Even undone and added again, none takes the place of another."""
    first = await add(house, pour="un essai", valeur="1 $")
    await house.coordinator.press(first, "Annuler")
    await add(house, pour="un essai", valeur="20 $")
    await add(house, pour="un essai", valeur="300 $")
    keys = query(house.folder, "SELECT DISTINCT subject FROM event WHERE field = 'montant'")
    assert len(keys) == 3
    assert "prévu 320 $" in await money(house, mesure="6")


async def test_a_correction_needs_a_reason_and_shows_both(house: House) -> None:
    await add(house, pour="un essai")
    with refused(house) as answers:
        for motif in (" ", "\u00a0", "**gras**", "x" * 501):
            answers.append(
                await house.coordinator.slash(
                    MODIFY, montant="un essai", motif=motif, valeur="2 000 $", crafted=True
                )
            )
    assert "Le motif est vide" in answers[0].text
    told = await house.coordinator.slash(
        MODIFY, montant="un essai", motif="Faute de frappe", valeur="2 000 $", nature="octroye"
    )
    text = plain(told.text)
    assert "prévu 1 000 $ · un essai → octroyé 2 000 $ · un essai" in text
    assert "Motif : Faute de frappe" in text
    assert "octroyé 2 000 $" in await money(house, mesure="6")
    await house.coordinator.press(told, "Annuler")
    assert "prévu 1 000 $" in await money(house, mesure="6")


async def test_a_yearly_amount_becomes_one_that_comes_once(house: House) -> None:
    told = await house.coordinator.slash(
        MODIFY, montant="m3-fonds", motif="Versé en une fois", rythme="une_fois", valeur="500 000 $"
    )
    assert "100 000 $ par année, 5 ans (500 000 $)" in plain(told.text)
    shown = await money(house, mesure="3")
    assert "Prévu : 500 000 $, payés par le MAMROT ·" in shown
    assert "par année" not in shown


async def test_a_correction_of_the_document_leaves_the_past_as_it_was(house: House) -> None:
    await house.coordinator.slash(MODIFY, montant="m3-fonds", motif="Corrigé", valeur="90 000 $")
    assert "90 000 $ par année" in await card(house, "3")
    then = await card(house, "3", au="31 mars 2010")
    assert "100 000 $ par année" in then
    assert "90 000 $" not in then


@pytest.mark.parametrize("typed", ["m3-fonds", "100 000 $", "projets d'envergure nationale"])
async def test_an_amount_is_found_by_its_key_its_value_or_words(house: House, typed: str) -> None:
    told = await house.coordinator.slash(MODIFY, montant=typed, motif="Précisé", annees=4)
    if typed == "100 000 $":  # two sums of that value: the refusal lists them
        assert "Précisez lequel" in told.text
        assert "part du SAA" in told.text
    else:
        assert "Mesure 3" in plain(told.text)


async def test_what_is_not_changed_is_nothing_to_change(house: House) -> None:
    options: Options = {"montant": "m3-fonds", "motif": "Pour voir"}
    with refused(house) as answers:
        answers.append(await house.coordinator.slash(MODIFY, **options))
        answers.append(await house.coordinator.slash(MODIFY, valeur="100 000 $", **options))
    for answer in answers:
        assert "Rien à changer" in answer.text
        assert "mesure 3, prévu 100 000 $ par année" in plain(answer.text)


async def test_an_amount_taken_out_leaves_the_totals_and_comes_back(house: House) -> None:
    gone = await house.coordinator.slash(REMOVE, montant="m14-modele", motif="Compté ailleurs")
    assert "→ aucun" in gone.text
    assert "28 000 $" not in await money(house)
    assert "28 000 $" in await card(house, "14", au="31 mars 2010")
    await house.coordinator.press(gone, "Annuler")
    assert "28 000 $" in await money(house)


async def test_an_amount_with_parts_is_not_taken_out_from_under_them(house: House) -> None:
    with refused(house) as answers:
        answers.append(await house.coordinator.slash(REMOVE, montant="m14-rcaaq", motif="Retiré"))
    assert "part du SAA" in answers[0].text


async def test_a_whole_that_was_undone_leaves_its_part_counted_alone(house: House) -> None:
    """The part was added in another measure, which does not stand in the way of the undoing."""
    whole = await add(house, mesure="5", valeur="10 000 $", pour="le grand tout")
    await add(house, mesure="10", valeur="1 000 $", pour="sa partie", partie_de="le grand tout")
    undone = await house.coordinator.press(whole, "Annuler")
    assert "17 201 000 $" in await money(house)
    assert "Prévu : 1 000 $ · sa partie" in await card(house, "10")
    await house.coordinator.press(undone, "Rétablir")
    assert "17,21 M$" in await money(house)


async def test_money_is_the_coordinators(house: House) -> None:
    with refused(house) as answers:
        for person in (house.member, house.repondante):
            answers.append(
                await person.slash(ADD, mesure="7", valeur="1 $", pour="un essai", nature="prevu")
            )
            answers.append(await person.slash(MODIFY, montant="m3-fonds", motif="x", annees=2))
            answers.append(await person.slash(REMOVE, montant="m3-fonds", motif="x"))
    for answer in answers:
        assert "réservée à la coordination" in answer.text
