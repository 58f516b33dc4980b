"""MOs that a document prints by long names: Discord's ids and choices hold 100 characters."""

from dataclasses import replace

import pytest

from plan.organisation import Organisation, PrintedOrganisation, organisation_code
from storage.shipped import shipped_plan
from tests.commands.test_measure_list import numbers
from tests.support.asking import Options, plain
from tests.support.house import House
from tests.updates.people import answers_for

LONG = "Ministère de l'Économie, de l'Innovation et de l'Énergie: " + "et du commerce | " * 6
SAME_START = f"{LONG}, région"
TEXT = "entrepreneuriat collectif des jeunes et des femmes"  # 50 characters: the most a filter has


@pytest.fixture
async def plan(house: House) -> None:
    """The shipped plan, where two MOs have long names alone; one of them is in every measure."""
    shipped = shipped_plan()
    names = {"MDEIE": LONG, "MESS": SAME_START}
    measures = tuple(
        replace(
            measure,
            title=f"{measure.title} {TEXT}",
            volets=tuple(
                replace(
                    volet,
                    organisations=(
                        PrintedOrganisation(LONG, LONG),
                        *(
                            PrintedOrganisation(names.get(each.acronym, each.acronym), each.printed)
                            for each in volet.organisations
                            if each.acronym != "MDEIE"
                        ),
                    ),
                )
                for volet in measure.volets
            ),
        )
        for measure in shipped.measures
    )
    organisations = tuple(
        Organisation(names[each.acronym], names[each.acronym]) if each.acronym in names else each
        for each in shipped.organisations
    )
    plan = replace(
        shipped, measures=measures, organisations=organisations, coordinator=LONG,
        amounts=(), indicators=(), facts=(), announced_total=None, announced_source=None,
    )  # fmt: skip
    committee = house.storage.committee(house.world.guild().id)
    committee.plans.replace(plan, "imported", house.clock.now())
    await answers_for(house, "Nadia", *map(organisation_code, names.values()))


@pytest.mark.usefixtures("plan")
async def test_a_filter_of_a_long_name_travels_in_the_buttons(house: House) -> None:
    code = organisation_code(SAME_START)
    found = await house.member.complete("mesure liste", focused="organisme", value="commerce")
    assert {each.value for each in found} == {organisation_code(LONG), code}
    card = await house.member.slash("organisme voir", organisme=code)
    assert plain(SAME_START) in plain(card.text)
    options: Options = {"organisme": organisation_code(LONG), "texte": TEXT, "au": "hier"}
    listed = await house.member.slash("mesure liste", **options)
    assert len(numbers(listed)) == 10
    assert numbers(await house.member.press(listed, "Suivante"))


@pytest.mark.usefixtures("plan")
async def test_who_answers_for_two_long_names_picks_one(house: House) -> None:
    form = await house.repondante.slash("mesure modifier", mesure="6")
    picked = form.fields["Au nom de"]["options"][1]["value"]
    told = await house.repondante.fill(form, {"Au nom de": [picked], "État": ["en_cours"]})
    assert "Mesure 6" in plain(told.text)
    last = house.storage.committee(house.world.guild().id).changes_of(6)[-1]
    assert last.organisation == SAME_START


@pytest.mark.usefixtures("plan")
async def test_a_change_goes_on_for_a_long_name_once_its_volet_is_picked(house: House) -> None:
    options: Options = {"mesure": "22", "organisme": organisation_code(LONG), "remarque": "Un pas."}
    asked = await house.repondante.slash("mesure modifier", **options)
    told = await house.repondante.choose(asked, None, "2")
    assert "Un pas." in told.text
    last = house.storage.committee(house.world.guild().id).changes_of(22)[-1]
    assert (last.organisation, last.events[0].volet) == (LONG, 2)
