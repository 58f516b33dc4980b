"""What is no question, or more than one: a calm answer, and nobody is notified."""

import pytest

from sandbox.reading import visible_text
from tests.questions.conftest import Ask, asker, mention
from tests.support.asking import SHARED, plain, refused
from tests.support.house import House

pytestmark = SHARED
NOT_FOUND = "Je ne trouve pas."


@pytest.fixture
def ask(standing: House) -> Ask:
    return asker(standing)


async def test_nothing_is_refused_to_its_author(standing: House) -> None:
    with refused(standing) as answers:
        for text in (" ", "\n\t", "\u00a0"):
            answers.append(await standing.member.slash("question", texte=text, crafted=True))
        answers.append(await standing.member.slash("question", texte="x" * 2_001, crafted=True))


@pytest.mark.parametrize(
    "text",
    [
        "x" * 2_000,
        "é" * 1_999 + "?",
        "mot " * 500,
        "😀😀😀",
        "🤷‍♀️🇨🇦",
        "?",
        '"',
        "(((",
        "NEAR(portail 2)",
        'portail" OR "1"="1',
        "AND AND OR NOT",
        "'; DROP TABLE change; --",
        "SELECT * FROM measure WHERE 1=1",
        "¿Dónde está la medida 4?",
        "¿Cuánto cuesta el portal?",
        "第四项措施的状态如何？",
        "Was kostet das Ganze?",
        "t'es un crisse d'épais",
        "va chier maudit bot",
        "null",
        "\u200f\u200e\u202e",
    ],
)
async def test_what_asks_nothing_of_the_plan(standing: House, text: str) -> None:
    answer = await standing.member.slash("question", texte=text, crafted=True)
    assert answer.failed is None
    assert not answer.ephemeral
    assert not answer.notified
    assert NOT_FOUND in plain(answer.text) or "I cannot find that." in plain(answer.text)
    assert len(answer.text) <= 1_500


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("portail*", "Mesure 11 · Assurer la concertation"),
        ("\u202eoù en est la mesure 4?\u202c", "Mesure 4 (Métropole) : en cours de réalisation"),
        ("mesure\u200f 4, état?", "Mesure 4 (Métropole) : en cours de réalisation"),
        ("OÙ EN EST LA MESURE 4???!!!", "Mesure 4 (Métropole) : en cours de réalisation"),
        ("état de la mesure 4 " * 90, "Mesure 4 (Métropole) : en cours de réalisation"),
        ("4", "Mesure 4 · Intervenir de manière particulière"),
        ("42", "Le plan n'a pas de mesure 42 : elles vont de 1 à 22."),
        ("mesure 0", "Le plan n'a pas de mesure 0"),
        ("axe 99", "Le plan n'a pas d'axe 99 : ils vont de 1 à 5."),
    ],
)
async def test_what_is_only_oddly_written(ask: Ask, text: str, told: str) -> None:
    assert told in await ask(text)


async def test_of_ten_questions_the_first_are_answered(ask: Ask) -> None:
    answer = await ask(" ".join(f"où en est la mesure {number}?" for number in range(1, 11)))
    for number in (1, 2, 3):
        assert f"Mesure {number} (" in answer
    assert "Mesure 4 (" not in answer
    assert "Le reste, une question à la fois." in answer
    assert len(answer) <= 1_500


async def test_mentions_notify_nobody(standing: House) -> None:
    """In a question of a command (`ask` holds it), and in a message to the bot."""
    role = standing.world.role("Répondants MDEIE")
    nadia = standing.repondante.user
    ask = asker(standing)
    for named in ("@everyone", "@here", f"<@{nadia.id}>", f"<@&{role.id}>"):
        assert "10 000 $" in await ask(f"{named} qui paie le portail?")
        answer = await mention(standing, f"{named} qui paie le portail? {named}")
        assert "10 000 $" in plain(visible_text(answer.payload))
        assert not answer.notified
        assert nadia.name not in visible_text(answer.payload)
