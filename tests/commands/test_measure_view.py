from tests.support.house import House


async def test_a_measure_is_told_whole(house: House) -> None:
    answer = await house.member.slash("mesure voir", mesure="4")
    assert not answer.ephemeral
    for told in ("Mesure 4", "En cours de réalisation", "MAMROT", "1\u00a0M$", "699\u00a0559\u00a0$"):
        assert told in answer.text


async def test_a_number_in_words_is_understood(house: House) -> None:
    answer = await house.member.slash("mesure voir", mesure="mesure quatre")
    assert "Mesure 4 ·" in answer.text
