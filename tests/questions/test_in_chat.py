"""Questions through the front door: the command, a mention, a reply, the buttons."""

from sandbox.message import Message
from sandbox.reading import buttons, visible_text
from sandbox.waiting import wait_until
from tests.support.asking import SHARED, plain
from tests.support.house import House

pytestmark = SHARED


async def mention(house: House, text: str, reply_to: Message | None = None) -> Message:
    """What the bot answers to a message that mentions it."""
    bot = house.world.bot
    said = await house.member.say(None, f"{bot.mention} {text}", reply_to=reply_to)

    def answered() -> Message | None:
        found = house.world.messages[said.channel_id].values()
        return next(
            (
                each
                for each in found
                if each.author_id == bot.id
                and each.payload.get("message_reference", {}).get("message_id") == str(said.id)
            ),
            None,
        )

    return await wait_until(house.world, answered, 5.0, "the answer to a mention")


async def test_a_command_answers_for_all_to_see(standing: House) -> None:
    answer = await standing.member.slash("question", texte="qui paie le portail?")
    assert not answer.ephemeral
    assert "10 000 $" in plain(answer.text)
    assert answer.buttons[0] == "Pourquoi cette réponse?"


async def test_a_mention_is_answered_beside_the_message(standing: House) -> None:
    answer = await mention(standing, "où en est la mesure 4?")
    assert "en cours de réalisation" in visible_text(answer.payload)
    assert not answer.notified.users
    assert "Pourquoi cette réponse?" in buttons(answer.payload)


async def test_a_reply_keeps_the_topic(standing: House) -> None:
    first = await mention(standing, "combien pour la mesure 1?")
    second = await mention(standing, "pis la 3?", reply_to=first)
    assert "100 000 $" in plain(visible_text(second.payload))
    third = await mention(standing, "et la mesure 7?", reply_to=second)
    assert "500 000 $" in plain(visible_text(third.payload))
