"""`/journal voir`: who did what, with filters and pages."""

from plan.action import ActionKind
from replies.journal import _ACTIONS
from sandbox.answer import Answer
from tests.support.asking import is_private, plain, refused
from tests.support.house import House
from tests.updates.people import answers_for

SHOW = "journal voir"


async def history(house: House) -> None:
    """Three days of work by two people."""
    nadia = await answers_for(house, "Nadia", "MDEIE")
    house.clock.advance(minutes=1)
    await nadia.slash("mesure modifier", mesure="7", etat="realisee")
    house.clock.advance(days=1)
    await house.coordinator.slash("mesure modifier", mesure="4", volet="2", remarque="Quatre.")
    house.clock.advance(minutes=1)
    await house.coordinator.slash("reglages modifier", heure="8 h 30")
    house.clock.advance(days=1)
    await nadia.slash("mesure confirmer", mesure="7")
    house.clock.advance(minutes=1)
    await house.coordinator.slash("calendrier ajouter", titre="Dépôt", quand="31 mars 2027")


async def show(house: House, **options: object) -> Answer:
    answer = await house.coordinator.slash(SHOW, **options)  # type: ignore[arg-type]
    assert is_private(answer), answer
    return answer


async def test_everything_is_told_newest_first(house: House) -> None:
    await history(house)
    text = plain((await show(house)).text)
    places = [
        text.index(told)
        for told in (
            "a fixé l'échéance Dépôt (31 mars 2027)",
            "Nadia Tremblay a confirmé, pour le MDEIE, mesure 7",
            "Mathieu Gagnon a changé les réglages : avis à 8 h 30",
            "Mathieu Gagnon a consigné, mesure 4",
            "Nadia Tremblay a consigné, pour le MDEIE, mesure 7",
            "Mathieu Gagnon a chargé Nadia Tremblay de répondre pour le MDEIE",
            "plan chargé",
        )
    ]
    assert places == sorted(places)
    assert "25 novembre 2026 à 10 h 03" in text
    assert "volet 2, remarque" in text
    assert "◐ en cours de réalisation → ● réalisée" in text
    assert "7 inscriptions" in text


async def test_what_was_put_again_is_told_as_such(house: House) -> None:
    nadia = await answers_for(house, "Nadia", "MDEIE")
    await nadia.slash("mesure modifier", mesure="7", etat="realisee")
    undone = await house.coordinator.slash("mesure annuler", mesure="7")
    await house.coordinator.press(undone, "Rétablir")
    history = await nadia.slash("mesure historique", mesure="7")
    dates = [line for line in plain(history.text).split("\n") if "pour le MDEIE" in line]
    ends = [line.rpartition(" · ")[2] for line in dates]
    assert ends[:2] == ["rétablissement", "annulation"]
    assert ends[2].startswith("au ")
    text = plain((await show(house, membre=house.coordinator.user)).text)
    again = text.index("Mathieu Gagnon a rétabli, pour le MDEIE, mesure 7")
    assert again < text.index("Mathieu Gagnon a annulé, pour le MDEIE, mesure 7")


async def test_by_measure(house: House) -> None:
    await history(house)
    text = plain((await show(house, mesure="4")).text)
    assert "mesure 4" in text.split("\n")[0]
    assert "Quatre." in text
    assert "mesure 7" not in text
    assert "Dépôt" not in text


async def test_by_member(house: House) -> None:
    await history(house)
    text = plain((await show(house, membre=house.repondante.user)).text)
    assert "2 inscriptions" in text
    assert house.repondante.mention in text.split("\n")[0]
    assert "a consigné" in text
    assert "a confirmé" in text
    assert "Mathieu" not in text


async def test_since_a_day_in_the_committees_zone(house: House) -> None:
    house.clock.set(2026, 11, 22, 23, 30)  # the 23rd in UTC
    await house.coordinator.slash("mesure modifier", mesure="6", remarque="Dimanche soir.")
    house.clock.set(2026, 11, 23, 0, 30)
    await house.coordinator.slash("mesure modifier", mesure="6", remarque="Lundi tôt.")
    for since in ("23 novembre 2026", "aujourd'hui", "lundi 23 novembre"):
        text = plain((await show(house, depuis=since)).text)
        assert "« Lundi tôt. »" in text, since
        assert "22 novembre 2026 à 23 h 30" not in text, since
        assert "depuis le lundi 23 novembre 2026" in text.split("\n")[0], since
    both = plain((await show(house, depuis="22 novembre")).text)
    assert "22 novembre 2026 à 23 h 30" in both


async def test_filters_meet(house: House) -> None:
    await history(house)
    nadia = house.repondante.user
    text = plain((await show(house, mesure="7", membre=nadia, depuis="25 novembre")).text)
    assert "1 inscription ·" in text
    assert "a confirmé" in text


async def test_nothing_that_fits_is_an_answer(house: House) -> None:
    answer = await show(house, membre=house.member.user)
    assert "0 inscription" in plain(answer.text)
    assert "Rien de tel n'a été inscrit." in plain(answer.text)
    assert "heure de Toronto" not in answer.text


async def test_pages_keep_the_filter(house: House) -> None:
    for turn in range(20):
        await house.coordinator.slash("mesure modifier", mesure="6", remarque=f"Version {turn}.")
        await house.coordinator.slash("mesure modifier", mesure="5", remarque=f"Autre {turn}.")
    answer = await show(house, mesure="6")
    seen = answer.text
    while "Suivante" in answer.buttons and "page 3 de 3" not in answer.text:
        turned = await house.coordinator.press(answer, "Suivante")
        assert turned.message is answer.message
        seen += turned.text
    for turn in range(20):
        assert f"Version {turn}." in seen
    assert "Autre" not in seen
    back = await house.coordinator.press(answer, "Précédente")
    assert "page 2 de 3" in back.text


async def test_a_page_asked_for_on_a_public_card_stays_private(house: House) -> None:
    card = await house.member.slash("mesure voir", mesure="4")
    text = card.text
    answer = await house.coordinator.press(card, "journal.voir:0:||", crafted=True)
    assert is_private(answer)
    assert card.text == text


async def test_forged_pages_are_refused(house: House) -> None:
    card = await house.member.slash("mesure voir", mesure="4")
    with refused(house) as answers:
        for rest in ("", "0", "x:||", "0:|", "0:a|b|c", "0:||2026-13-45", "0:4|1|2|3"):
            answers.append(
                await house.coordinator.press(card, f"journal.voir:{rest}", crafted=True)
            )


async def test_bad_filters_are_refused(house: House) -> None:
    with refused(house) as answers:
        answers.append(await house.coordinator.slash(SHOW, mesure="99"))
        answers.append(await house.coordinator.slash(SHOW, depuis="bientôt"))
        for person in (house.member, house.repondante):
            answers.append(await person.slash(SHOW))


async def test_settings_are_told_with_what_was_set(house: House) -> None:
    role, channel = house.world.role("Répondants MDEIE"), house.world.channel("suivi-du-plan")
    await house.coordinator.slash(
        "reglages modifier", role_coordination=role, salon=channel, heure="8 h 30"
    )
    text = plain((await show(house)).text)
    assert "réglages : coordination Répondants MDEIE, salon suivi-du-plan et avis à 8 h 30" in text


async def test_long_remarks_still_fit_in_a_page(house: House) -> None:
    for turn in range(8):
        await house.coordinator.slash(
            "mesure modifier",
            mesure="6",
            remarque=(f"*{turn}_[" * 1500)[:4000],
            etat=("en_cours", "realisee")[turn % 2],
            motif="m" * 500,
        )
    answer = await show(house)
    assert "9 inscriptions" in plain(answer.text)


def test_every_kind_of_action_is_worded() -> None:
    assert set(ActionKind) == set(_ACTIONS)
