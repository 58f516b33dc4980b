"""What a recorded text may hold: it ends in a public document, as plain text."""

import pytest

from tests.support.asking import SHARED, is_private, plain, refused
from tests.support.database import query
from tests.support.house import House

FORBIDDEN = {
    "mention": ["@everyone", "Bonjour @here", "<@123>", "<@!123>", "<@&123>", "<#123>"],
    "invisibles": ["\u202eabc", "abc\u200f", "a\u200bb", "\u2066x\u2069", "\ufeffa", "x\U000e0041"],
    "lien vers un message": [
        "voir https://discord.com/channels/1/2/3",
        "<https://ptb.discord.com/channels/1/2/3>",
    ],
    "contrôle": ["a\x00b", "a\x1b[31mb", "a\u2028b", "\x9b"],
    "mise en forme": [
        "**gras**",
        "__souligné__",
        "~~barré~~",
        "||caché||",
        "*italique*",
        "_italique_",
        "un mot *en italique* ici",
        "`code`",
        "```\ncode\n```",
        "[ici](http://exemple.ca)",
        "[ici](<http://exemple.ca>)",
        "# Titre",
        "Texte\n## Titre",
        "> citation",
        "-# petit",
        "<:lys:123456789012345678>",
        "<a:lys:123456789012345678>",
        "<t:1790000000:R>",
        "</mesure voir:123456789012345678>",
        "<id:customize>",
    ],
}
PLAIN = [
    "4 * 5 = 20",
    "m2_x et n_2",
    "Coût: 3 $ * 2 (estimé*)",
    "- un point\n- un autre point",
    "1. premier\n2. second",
    "Prix < 3 > 2",
    "voir http://exemple.ca/a_b_c?d=*",
    "C'est l’« essentiel », à 100 %",
    "courriel@exemple.ca",
    "#1 au palmarès",
    "œuvre – naïve – ÉTÉ 🙂",
    "a\tb",
    "~ 3 km | 4 km",
]


@SHARED
@pytest.mark.parametrize(
    ("why", "remark"), [(why, each) for why, many in FORBIDDEN.items() for each in many]
)
async def test_what_would_not_read_the_same_is_refused(
    standing: House, why: str, remark: str
) -> None:
    with refused(standing) as answers:
        answers.append(
            await standing.coordinator.slash("mesure modifier", mesure="6", remarque=remark)
        )
        answers.append(
            await standing.coordinator.slash(
                "mesure modifier", mesure="6", etat="realisee", motif=remark
            )
        )
        answers.append(
            await standing.coordinator.slash("calendrier ajouter", titre=remark, quand="31 mars")
        )
    for answer in answers:
        assert why in plain(answer.text)


@SHARED
@pytest.mark.parametrize(
    ("remark", "passage"),
    [
        ("Un mot **en gras** ici", "**en gras**"),
        ("Un mot *en italique* ici", "*en italique*"),
        ("Texte\n## Un titre\nSuite", "## Un titre"),
        ("Voir [ici](http://exemple.ca), merci", "[ici](http://exemple.ca)"),
        ("Bonjour @here et merci", "@here"),
        ("un mot ca\u200bché là", "ca▯ché"),
        ("Un **gras jamais fermé", "**gras jamais fermé"),
    ],
)
async def test_the_passage_refused_is_quoted(standing: House, remark: str, passage: str) -> None:
    with refused(standing) as answers:
        answers.append(
            await standing.coordinator.slash("mesure modifier", mesure="6", remarque=remark)
        )
    shown = answers[0].text.replace("\\", "").replace("\u200b", "").replace("\u00a0", " ")
    assert f"« {passage} »" in shown


@pytest.mark.parametrize("remark", PLAIN)
async def test_plain_text_is_kept_letter_for_letter(house: House, remark: str) -> None:
    answer = await house.coordinator.slash("mesure modifier", mesure="6", remarque=remark)
    assert is_private(answer)
    assert query(house.folder, "SELECT new FROM event WHERE change_id = 2") == [(remark,)]


@pytest.mark.parametrize("remark", PLAIN)
async def test_plain_text_cannot_act_on_the_card(house: House, remark: str) -> None:
    await house.coordinator.slash("mesure modifier", mesure="6", remarque=remark)
    card = await house.member.slash("mesure voir", mesure="6")
    assert not card.notified
    assert remark.split("\n", maxsplit=1)[0].strip("- ") in card.text.replace("\\", "").replace(
        "\u200b", ""
    )


async def test_4000_characters_are_kept_and_4001_refused(house: House) -> None:
    longest = "é" * 4000
    answer = await house.coordinator.slash("mesure modifier", mesure="6", remarque=longest)
    assert is_private(answer)
    assert query(house.folder, "SELECT new FROM event WHERE change_id = 2") == [(longest,)]
    with refused(house) as answers:
        for length in (4001, 6000):
            answers.append(
                await house.coordinator.slash("mesure modifier", mesure="6", remarque="e" * length)
            )
    assert "4 001 caractères" in plain(answers[0].text)
    assert "4 000" in plain(answers[0].text)
    assert "6 000 caractères" in plain(answers[1].text)


async def test_two_spellings_of_one_text_are_the_same(house: House) -> None:
    """« é » in one character or two: composed, so that nothing seems changed that is not."""
    await house.coordinator.slash("mesure modifier", mesure="6", remarque="e\u0301te\u0301")
    assert query(house.folder, "SELECT new FROM event WHERE change_id = 2") == [("été",)]
    answer = await house.coordinator.slash("mesure modifier", mesure="6", remarque="été")
    assert "Rien à changer" in answer.text


async def test_line_ends_are_plain(house: House) -> None:
    await house.coordinator.slash("mesure modifier", mesure="6", remarque="un\r\ndeux \rtrois")
    assert query(house.folder, "SELECT new FROM event WHERE change_id = 2") == [
        ("un\ndeux\ntrois",)
    ]
