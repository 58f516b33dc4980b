"""`/mesure historique`: every event, newest first, with old and new value."""

from tests.support.asking import plain
from tests.support.house import House


async def test_the_document_is_the_first_event(house: House) -> None:
    answer = await house.member.slash("mesure historique", mesure="4")
    assert not answer.ephemeral
    text = plain(answer.text)
    assert "Premier bilan" in text
    assert "mai 2011" in text
    assert "31 mars 2010" in text
    for volet in range(1, 5):
        assert f"volet {volet}, état : ◐ en cours de réalisation" in text


async def test_events_come_newest_first_with_old_and_new(house: House) -> None:
    await house.coordinator.slash("mesure modifier", mesure="6", etat="en_cours")
    house.clock.advance(hours=2)
    await house.coordinator.slash(
        "mesure modifier", mesure="6", etat="a_venir", motif="Annoncé trop tôt"
    )
    text = plain((await house.member.slash("mesure historique", mesure="6")).text)
    first = text.index("état : ◐ en cours de réalisation → ○ à venir")
    second = text.index("état : ○ à venir → ◐ en cours de réalisation")
    third = text.index("Premier bilan")
    assert first < text.index("Annoncé trop tôt") < second < third
    assert "23 novembre 2026 à 12 h" in text
    assert "Mathieu Gagnon" in text


async def test_a_remark_is_told_before_and_after(house: House) -> None:
    await house.coordinator.slash("mesure modifier", mesure="6", remarque="Une première version.")
    await house.coordinator.slash("mesure modifier", mesure="6", remarque="Une seconde version.")
    text = plain((await house.member.slash("mesure historique", mesure="6")).text)
    assert "« Une première version. » → « Une seconde version. »" in text


async def test_a_long_history_has_pages(house: House) -> None:
    for turn in range(12):
        await house.coordinator.slash("mesure modifier", mesure="6", remarque=f"Version {turn}.")
    answer = await house.member.slash("mesure historique", mesure="6")
    assert "Version 11." in answer.text
    assert "Premier bilan" not in answer.text
    older = await house.member.press(answer, "Suivante")
    assert older.message is answer.message
    assert "Premier bilan" in older.text
    assert "Version 0." in older.text


async def test_long_remarks_still_fit_in_an_answer(house: House) -> None:
    for turn in range(8):
        remark = (f"*{turn}_[" * 1500)[:4000]
        await house.coordinator.slash("mesure modifier", mesure="6", remarque=remark)
    answer = await house.member.slash("mesure historique", mesure="6")
    assert not answer.ephemeral
    assert "Historique de la mesure 6" in answer.text
    card = await house.member.slash("mesure voir", mesure="6")
    assert "Mesure 6" in card.text


async def test_the_card_opens_the_history_privately(house: House) -> None:
    card = await house.member.slash("mesure voir", mesure="4")
    pressed = await house.repondante.press(card, "Historique")
    assert pressed.ephemeral
    assert "Historique de la mesure 4" in pressed.text
    back = await house.repondante.press(pressed, "Voir la mesure")
    assert back.ephemeral
    assert "### Mesure 4" in back.text
