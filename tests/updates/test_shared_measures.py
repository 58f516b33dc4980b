"""In a shared measure each MO speaks for itself, and who said what stays visible."""

from tests.support.asking import plain, refused
from tests.support.database import query
from tests.support.house import House
from tests.updates.people import answers_for, card

MODIFY = "mesure modifier"


async def test_two_states_are_both_shown_until_a_coordinator_settles_them(house: House) -> None:
    """Measure 15 is of the MAMROT and another MO; both speak, and differ."""
    nadia = await answers_for(house, "Nadia", "MDEIE")
    omar = await answers_for(house, "Omar Diallo", "MESS")
    await nadia.slash(MODIFY, mesure="6", etat="realisee")
    assert "États différents" not in await card(house, "6")
    await omar.slash(MODIFY, mesure="6", etat="en_cours", motif="Il reste à publier")
    shown = await card(house, "6")
    assert "◐ En cours de réalisation" in shown
    assert "MDEIE : ● réalisée" in shown
    assert "MESS : ◐ en cours de réalisation" in shown
    with refused(house) as answers:
        answers.append(await house.coordinator.slash(MODIFY, mesure="6", etat="realisee"))
    assert "vous les départagez" in answers[0].text
    settled = await house.coordinator.slash(
        MODIFY, mesure="6", etat="realisee", motif="Convenu le 20 novembre"
    )
    assert "Convenu le 20 novembre" in settled.text
    shown = await card(house, "6")
    assert "● Réalisée" in shown
    assert "États différents" not in shown
    history = plain((await house.member.slash("mesure historique", mesure="6")).text)
    for told in ("pour le MDEIE", "pour le MESS", "Convenu le 20 novembre", "Omar Diallo"):
        assert told in history


async def test_an_mo_that_speaks_after_the_settlement_is_heard_again(house: House) -> None:
    nadia = await answers_for(house, "Nadia", "MDEIE")
    omar = await answers_for(house, "Omar Diallo", "MESS")
    await nadia.slash(MODIFY, mesure="6", etat="realisee")
    await omar.slash(MODIFY, mesure="6", etat="en_cours", motif="Reste à publier")
    await house.coordinator.slash(MODIFY, mesure="6", etat="en_cours", motif="Réglé")
    await nadia.slash(MODIFY, mesure="6", etat="realisee")
    shown = await card(house, "6")
    assert "● Réalisée" in shown
    assert "États différents" not in shown


async def test_a_measure_whose_mos_differ_counts_as_under_way(house: House) -> None:
    nadia = await answers_for(house, "Nadia", "MDEIE")
    omar = await answers_for(house, "Omar Diallo", "MESS")
    await nadia.slash(MODIFY, mesure="6", etat="realisee")
    await omar.slash(MODIFY, mesure="6", etat="a_venir", motif="Rien ne commence")
    listed = await house.member.slash("mesure liste", etat="en_cours", texte="portrait statistique")
    assert "6." in listed.text
    for state in ("realisee", "a_venir"):
        other = await house.member.slash("mesure liste", etat=state, texte="portrait statistique")
        assert "6." not in other.text


async def test_an_mo_goes_back_from_what_it_told_itself(house: House) -> None:
    nadia = await answers_for(house, "Nadia", "MDEIE")
    omar = await answers_for(house, "Omar Diallo", "MESS")
    await nadia.slash(MODIFY, mesure="6", etat="realisee")
    await omar.slash(MODIFY, mesure="6", etat="en_cours", motif="Pas pour nous")
    with refused(house) as answers:
        answers.append(await nadia.slash(MODIFY, mesure="6", etat="en_cours"))
    assert "reculerait" in answers[0].text
    told = await nadia.slash(MODIFY, mesure="6", etat="en_cours", motif="Trop tôt")
    assert "● réalisée → ◐ en cours de réalisation" in told.text


async def test_each_mo_keeps_its_own_remark(house: House) -> None:
    nadia = await answers_for(house, "Nadia", "MDEIE")
    omar = await answers_for(house, "Omar Diallo", "MESS")
    first = await nadia.slash(MODIFY, mesure="6", remarque="Vu du MDEIE.")
    assert "remarque : « Vu du MDEIE. »" in plain(first.text)
    assert "→" not in first.text
    await omar.slash(MODIFY, mesure="6", remarque="Vu du MESS.")
    second = await nadia.slash(MODIFY, mesure="6", remarque="Revu du MDEIE.")
    assert "« Vu du MDEIE. » → « Revu du MDEIE. »" in plain(second.text)
    shown = await card(house, "6")
    assert "MDEIE : Revu du MDEIE." in shown
    assert "MESS : Vu du MESS." in shown
    assert "Ensemble : Le groupe de travail dira" in shown
    raw = (await house.member.slash("mesure voir", mesure="6")).text
    assert "**Ensemble**\u00a0: Le groupe" in raw, "the names stand out"


async def test_what_the_only_mo_says_takes_the_place_of_the_documents_remark(house: House) -> None:
    nadia = await answers_for(house, "Nadia", "MDEIE")
    told = await nadia.slash(MODIFY, mesure="7", remarque="Onze projets déposés.")
    assert "→ « Onze projets déposés. »" in plain(told.text)
    shown = await card(house, "7")
    assert "Onze projets déposés." in shown
    assert "aucune entreprise collective n'avait déposé" not in shown
    then = await card(house, "7", au="31 mars 2010")
    assert "aucune entreprise collective n'avait déposé" in then


async def test_an_mo_cannot_take_the_remark_of_all_away(house: House) -> None:
    nadia = await answers_for(house, "Nadia", "MDEIE")
    with refused(house) as answers:
        answers.append(await nadia.slash(MODIFY, mesure="6", remarque=" ", crafted=True))
    assert "Rien à changer" in answers[0].text
    await nadia.slash(MODIFY, mesure="6", remarque="La nôtre.")
    await nadia.slash(MODIFY, mesure="6", remarque=" ", crafted=True)
    shown = await card(house, "6")
    assert "La nôtre." not in shown
    assert "Le groupe de travail dira" in shown


async def test_a_form_for_two_mos_leaves_the_remark_it_did_not_show_alone(house: House) -> None:
    """The form asks for the MO and shows the remark of all: left so, it says nothing for the MO."""
    omar = await answers_for(house, "Omar Diallo", "MDEIE", "MESS")
    await omar.slash(MODIFY, mesure="6", organisme="MESS", remarque="Celle du MESS.")
    form = await omar.slash(MODIFY, mesure="6")
    assert [each["value"] for each in form.fields["Au nom de"]["options"]] == ["MDEIE", "MESS"]
    assert form.fields["Remarque"]["value"].startswith("Le groupe de travail dira")
    await omar.fill(form, {"Au nom de": ["MESS"], "État": ["en_cours"]})
    fields = query(house.folder, "SELECT field, organisation FROM event WHERE change_id = 3")
    assert fields == [("etat", "MESS")]
    assert "MESS : Celle du MESS." in await card(house, "6")


async def test_an_mos_form_opens_with_its_own_words(house: House) -> None:
    nadia = await answers_for(house, "Nadia", "MDEIE")
    await house.coordinator.slash(MODIFY, mesure="6", remarque="Celle de tous.")
    assert (await nadia.slash(MODIFY, mesure="6")).fields["Remarque"]["value"] == "Celle de tous."
    await nadia.slash(MODIFY, mesure="6", remarque="La nôtre.", etat="en_cours")
    form = await nadia.slash(MODIFY, mesure="6")
    assert "MDEIE" in (form.modal or {})["title"]
    assert form.fields["Remarque"]["value"] == "La nôtre."
    untouched = await nadia.fill(form)
    assert "Rien à changer" in untouched.text


async def test_one_coded_cause_holds_a_measure_back(house: House) -> None:
    nadia = await answers_for(house, "Nadia", "MDEIE")
    omar = await answers_for(house, "Omar Diallo", "MESS")
    await nadia.slash(MODIFY, mesure="6", cause="financement")
    await omar.slash(MODIFY, mesure="6", cause="approbations")
    shown = await card(house, "6")
    assert "Frein : approbations" in shown
    assert "financement" not in shown
    cleared = await nadia.slash(MODIFY, mesure="6", cause="aucune")
    assert "frein : approbations → aucun" in plain(cleared.text)
    assert "Frein" not in await card(house, "6")
