"""`/mesure modifier` with its options: one command is one change."""

import pytest

from tests.support.asking import SHARED, Options, is_private, plain, refused
from tests.support.database import nothing_changes, query
from tests.support.house import House
from tests.updates.people import answers_for

MODIFY = "mesure modifier"


async def test_a_change_is_told_before_and_after(house: House) -> None:
    answer = await house.coordinator.slash(MODIFY, mesure="6", etat="en_cours")
    assert is_private(answer)
    text = plain(answer.text)
    assert "Mesure 6" in text
    assert "○ à venir → ◐ en cours de réalisation" in text
    assert "lundi 23 novembre 2026" in text
    assert "Voir la mesure" in answer.buttons
    assert "◐ En cours" in (await house.member.slash("mesure voir", mesure="6")).text


async def test_it_is_recorded_as_one_change_of_its_author(house: House) -> None:
    await house.coordinator.slash(
        MODIFY, mesure="6", etat="en_cours", remarque="Lancé.", cause="ressources"
    )
    changes = query(
        house.folder, "SELECT id, author, author_id FROM change WHERE kind = 'modifier'"
    )
    assert changes == [(2, "Mathieu Gagnon", house.coordinator.user.id)]
    events = query(house.folder, "SELECT field, new, as_of FROM event WHERE change_id = 2")
    assert events == [
        ("etat", "en_cours", "2026-11-23"),
        ("remarque", "Lancé.", "2026-11-23"),
        ("cause", "ressources", "2026-11-23"),
    ]


async def test_a_date_given_is_the_date_recorded(house: House) -> None:
    answer = await house.coordinator.slash(
        MODIFY, mesure="6", etat="en_cours", au="vendredi 20 novembre"
    )
    assert "vendredi 20 novembre 2026" in answer.text
    then = await house.member.slash("mesure voir", mesure="6", au="2026-11-19")
    assert "○ À venir" in then.text


async def test_a_day_before_the_first_state_can_be_recorded(house: House) -> None:
    """From the plan's start on, even before the bilan's own date."""
    answer = await house.coordinator.slash(
        MODIFY, mesure="6", etat="a_venir", au="2 novembre 2008", motif="Au lancement"
    )
    assert is_private(answer)
    assert "dimanche 2 novembre 2008" in answer.text
    then = await house.member.slash("mesure voir", mesure="6", au="1er janvier 2009")
    assert "○ À venir" in then.text
    other = await house.member.slash("mesure voir", mesure="7", au="1er janvier 2009")
    assert "Rien n'est consigné" in other.text
    assert (await house.member.slash("mesure liste", au="1er janvier 2009")).failed is None


async def test_the_same_value_is_nothing_to_change(house: House) -> None:
    await house.coordinator.slash(MODIFY, mesure="6", etat="en_cours", remarque="Lancé.")
    with refused(house) as answers:
        same: list[Options] = [
            {"etat": "en_cours"},
            {"remarque": "  Lancé. "},
            {"cause": "aucune"},
            {"etat": "en_cours", "remarque": "Lancé."},
        ]
        for options in same:
            answers.append(await house.coordinator.slash(MODIFY, mesure="6", **options))
    told = [plain(answer.text) for answer in answers]
    dated = "Rien à changer : la mesure 6 dit déjà cela, au lundi 23 novembre 2026."
    assert told == [dated, dated, "Rien à changer : la mesure 6 dit déjà cela.", dated]


async def test_nothing_to_change_names_the_mo_it_was_asked_for(house: House) -> None:
    for organisme in ("ISQ", "MDEIE"):
        options: Options = {"mesure": "6", "etat": "en_cours", "organisme": organisme}
        await house.coordinator.slash(MODIFY, **options)
        with refused(house) as answers:
            answers.append(await house.coordinator.slash(MODIFY, **options))
        the = "l'ISQ" if organisme == "ISQ" else "le MDEIE"
        assert f"au lundi 23 novembre 2026, pour {the}." in plain(answers[0].text)


async def test_a_remark_can_be_taken_away(house: House) -> None:
    answer = await house.coordinator.slash(MODIFY, mesure="6", remarque=" ")
    assert "(vide)" in answer.text
    assert "dira comment dresser" not in (await house.member.slash("mesure voir", mesure="6")).text


async def test_a_cause_comes_and_goes(house: House) -> None:
    await house.coordinator.slash(MODIFY, mesure="6", cause="approbations")
    assert "approbations" in (await house.member.slash("mesure voir", mesure="6")).text
    await house.coordinator.slash(MODIFY, mesure="6", cause="aucune")
    assert "approbations" not in (await house.member.slash("mesure voir", mesure="6")).text


async def test_going_backwards_needs_a_reason(house: House) -> None:
    with refused(house) as answers:
        answers.append(await house.coordinator.slash(MODIFY, mesure="4", volet="2", etat="a_venir"))
        answers.append(
            await house.coordinator.slash(
                MODIFY, mesure="4", volet="2", etat="a_venir", motif="   "
            )
        )
    for answer in answers:
        assert "`motif`" in answer.text
    told = await house.coordinator.slash(
        MODIFY, mesure="4", volet="2", etat="a_venir", motif="Signée par erreur"
    )
    assert "Signée par erreur" in told.text


async def test_several_volets_need_one_to_be_named(house: House) -> None:
    with refused(house) as answers:
        answers.append(await house.coordinator.slash(MODIFY, mesure="4", etat="realisee"))
    text = plain(answers[0].text)
    assert "`volet`" in text
    for label in ("1. Enveloppe", "2. Ententes", "3. Services", "4. Projets"):
        assert f"- {label}" in text


async def test_a_change_goes_on_once_its_volet_is_picked(house: House) -> None:
    asked = await house.coordinator.slash(
        MODIFY, mesure="4", etat="realisee", au="20 novembre 2026", cause="ressources"
    )
    assert is_private(asked)
    told = plain((await house.coordinator.choose(asked, None, ["2"])).text)
    assert "volet 2, état : ◐ en cours de réalisation → ● réalisée" in told
    assert "volet 2, frein : aucun → ressources" in told
    assert "Au vendredi 20 novembre 2026" in told
    assert query(house.folder, "SELECT count(*) FROM draft") == [(0,)]


async def test_a_remark_goes_on_too_and_is_its_authors_alone(house: House) -> None:
    asked = await house.coordinator.slash(
        MODIFY, mesure="4", etat="a_venir", remarque="Rien encore.", motif="Par erreur"
    )
    await house.restart()
    control = next(each["custom_id"] for each in asked.selects)
    with refused(house) as answers:
        house.world.give_role(
            house.world.guild(), house.member.user, house.world.role("Coordination")
        )
        shown = await house.member.slash("mesure voir", mesure="4")
        answers.append(await house.member.choose(shown, control, ["2"], crafted=True))
        answers.append(await house.member.choose(shown, control + ":", ["2"], crafted=True))
    told = plain((await house.coordinator.choose(asked, None, ["2"])).text)
    assert "→ ○ à venir" in told
    assert "« Rien encore. »" in told
    assert "Motif : Par erreur" in told


async def test_a_repondant_of_one_volet_of_several_is_not_asked_which(house: House) -> None:
    nadia = await answers_for(house, "Nadia", "MDEIE")
    form = await nadia.slash(MODIFY, mesure="19")
    assert form.modal is not None
    assert "volet 2" in form.modal["title"]
    told = plain((await nadia.slash(MODIFY, mesure="19", etat="realisee")).text)
    assert "volet 2, état : ◐ en cours de réalisation → ● réalisée" in told
    named = await house.coordinator.slash(MODIFY, mesure="19", organisme="MDEIE", remarque="Fait.")
    assert "volet 2, remarque" in plain(named.text)


@pytest.mark.parametrize("typed", ["2", "volet 2", "deux", "2. Ententes", "ententes", "ENTENTES"])
async def test_a_volet_is_found_by_number_or_words(house: House, typed: str) -> None:
    answer = await house.coordinator.slash(MODIFY, mesure="4", volet=typed, etat="realisee")
    assert "volet 2, état" in answer.text
    card = plain((await house.member.slash("mesure voir", mesure="4")).text)
    assert "● Volet 2" in card
    assert "◐ En cours de réalisation (1 volet réalisé, 3 volets en cours)" in card


async def test_all_volets_done_make_the_measure_done(house: House) -> None:
    for volet in ("1", "2"):
        await house.coordinator.slash(MODIFY, mesure="2", volet=volet, etat="realisee")
    assert "● Réalisée" in (await house.member.slash("mesure voir", mesure="2")).text


@pytest.mark.parametrize(
    ("options", "told"),
    [
        ({"mesure": "99", "etat": "realisee"}, "Aucune mesure"),
        ({"mesure": "étude", "etat": "realisee"}, "convient à 2 mesures"),
        ({"mesure": "4", "volet": "9", "etat": "realisee"}, "1. Enveloppe"),
        ({"mesure": "4", "volet": "1" * 6000, "etat": "realisee"}, "1. Enveloppe"),
        ({"mesure": "4", "volet": "zz", "etat": "realisee"}, "1. Enveloppe"),
        ({"mesure": "6", "volet": "2", "etat": "realisee"}, "volet"),
        ({"mesure": "6", "etat": "realisee", "au": "demain"}, "à venir"),
        ({"mesure": "6", "etat": "realisee", "au": "24 novembre 2026"}, "à venir"),
        ({"mesure": "6", "etat": "realisee", "au": "1er novembre 2008"}, "avant le début"),
        ({"mesure": "6", "etat": "realisee", "au": "mardi 31 mars 2026 "}, None),
        ({"mesure": "6", "etat": "realisee", "au": "lundi 31 mars 2026"}, "est un mardi"),
        ({"mesure": "6", "etat": "realisee", "au": "01/02/2026"}, "1er février 2026"),
        ({"mesure": "6", "etat": "realisee", "au": "blabla"}, "Je ne comprends pas"),
        ({"mesure": "6", "etat": "realisee", "organisme": "zz"}, "Aucun organisme"),
        ({"mesure": "6", "etat": "realisee", "organisme": "MRI"}, "MRI"),
        ({"mesure": "6", "etat": "realisee", "motif": "a" * 501}, "limite"),
        ({"mesure": "6", "au": "demain"}, "à venir"),
        ({"mesure": "6", "organisme": "MRI"}, "MRI"),
    ],
)
async def test_bad_input_is_refused(house: House, options: Options, told: str | None) -> None:
    if told is None:  # the one that is right, so that the others are wrong for their own reason
        assert "→" in (await house.coordinator.slash(MODIFY, **options)).text
        return
    with refused(house) as answers:
        answers.append(await house.coordinator.slash(MODIFY, **options))
    assert told in plain(answers[0].text)


@SHARED
@pytest.mark.parametrize(
    "options",
    [{"etat": "fini"}, {"etat": "x" * 6000}, {"cause": "météo"}, {"cause": "x" * 6000}],
)
async def test_forged_choices_are_refused(standing: House, options: Options) -> None:
    with refused(standing) as answers:
        answers.append(
            await standing.coordinator.slash(MODIFY, crafted=True, mesure="6", **options)
        )
    assert "ne peut pas être" in answers[0].text


async def test_two_mos_that_differ_are_settled_with_a_reason(house: House) -> None:
    for organisme, etat in (("MESS", "en_cours"), ("MAMROT", "realisee")):
        await house.coordinator.slash(MODIFY, mesure="8", organisme=organisme, etat=etat)
    card = plain((await house.member.slash("mesure voir", mesure="8")).text)
    assert "◐ En cours" in card
    assert "MESS : ◐ en cours de réalisation" in card
    assert "MAMROT : ● réalisée" in card
    with refused(house) as answers:
        answers.append(await house.coordinator.slash(MODIFY, mesure="8", etat="realisee"))
    assert "`motif`" in answers[0].text
    await house.coordinator.slash(MODIFY, mesure="8", etat="realisee", motif="Vu en comité")
    assert "● Réalisée" in (await house.member.slash("mesure voir", mesure="8")).text


async def test_remarks_of_two_mos_stand_side_by_side(house: House) -> None:
    for organisme in ("MESS", "MAMROT"):
        remark = f"Ce que dit le {organisme}."
        await house.coordinator.slash(MODIFY, mesure="8", organisme=organisme, remarque=remark)
    card = plain((await house.member.slash("mesure voir", mesure="8")).text)
    assert "MESS : Ce que dit le MESS." in card
    assert "MAMROT : Ce que dit le MAMROT." in card


async def test_members_and_strangers_to_the_team_are_refused(house: House) -> None:
    with nothing_changes(house.folder):
        for person in (house.member, house.repondante):
            answer = await person.slash(MODIFY, mesure="7", etat="realisee")
            assert is_private(answer)
            assert "`/aide`" in answer.text
