"""Questions through the front door: the command, a mention, a reply, the buttons."""

import pytest

from sandbox import composing
from sandbox.message import Message
from sandbox.reading import buttons, visible_text
from sandbox.waiting import wait_until
from tests.questions.conftest import mention
from tests.support.asking import SHARED, plain
from tests.support.house import House

pytestmark = SHARED


def read(message: Message) -> str:
    return plain(visible_text(message.payload))


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


async def test_a_question_that_is_deleted_meanwhile_is_answered_all_the_same(
    standing: House,
) -> None:
    world, chat = standing.world, standing.chat
    before = len(chat.messages("général"))
    asked = await standing.member.say("général", f"{world.bot.mention} où en est la mesure 9?")
    composing.delete(world, asked)
    await wait_until(
        world, lambda: len(chat.messages("général")) > before or None, 3.0, "the answer"
    )
    assert "Mesure 9" in read(chat.messages("général")[-1])


async def test_an_answer_that_cannot_be_posted_is_told_in_a_line(
    standing: House, caplog: pytest.LogCaptureFixture
) -> None:
    standing.chat.faults.drop("POST /channels/{channel_id}/messages")
    mentioned = standing.world.bot.mention
    await standing.member.say("général", f"{mentioned} où en est la mesure 8?")
    await mention(standing, "où en est la mesure 9?")
    assert "no answer could be posted" in caplog.text
    ours = [each for each in caplog.records if each.name != "aiohttp.server"]  # the fault itself
    assert not any(each.exc_info for each in ours)


async def test_a_reply_keeps_the_topic(standing: House) -> None:
    first = await mention(standing, "combien pour la mesure 1?")
    second = await mention(standing, "pis la 3?", reply_to=first)
    assert "100 000 $" in read(second)
    third = await mention(standing, "et la mesure 7?", reply_to=second)
    assert "500 000 $" in read(third)


async def test_a_topic_lasts_over_many_turns(standing: House) -> None:
    turns = [
        ("combien pour la mesure 14?", "300 000 $"),
        ("qui paie?", "Le MAMROT, 200 000 $ et le SAA, 100 000 $"),
        ("et le SAA?", "100 000 $"),
        ("où c'est rendu?", "Mesure 14 (Formation avec le RCAAQ) : en cours de réalisation"),
        ("c'est qui les ministères?", "Mesure 14 (Formation avec le RCAAQ), 2 MO"),
        ("depuis quand?", "Novembre 2008"),
        ("pis la 12?", "Mars 2010"),
    ]
    answer = None
    for text, told in turns[:-1]:
        answer = await mention(standing, text, reply_to=answer)
        assert told in read(answer), text
    answer = await mention(standing, turns[-1][0], reply_to=answer)
    assert "Mesure 14" not in read(answer)


async def test_another_time_is_asked_of_the_same_amount(standing: House) -> None:
    first = await mention(standing, "combien coûte la mesure 4?")
    second = await mention(standing, "et en 2009-2010?", reply_to=first)
    assert "699 559 $" in read(second)


async def test_thanks_are_no_question_again(standing: House) -> None:
    answer = await mention(standing, "combien pour la mesure 1?")
    thanks = await mention(standing, "merci!", reply_to=answer)
    assert "650 000 $" not in read(thanks)
    assert "Je ne vois pas de question" in read(thanks)


async def test_why_this_answer_is_told_to_the_one_who_asks(standing: House) -> None:
    answer = await standing.member.slash("question", texte="combien pour le RCAAQ?")
    why = await standing.member.press(answer, "Pourquoi cette réponse?")
    assert why.ephemeral
    told = plain(why.text)
    assert "« combien pour le RCAAQ? »" in told
    assert "on demande un montant" in told
    assert "rcaaq" in told
    assert "mesure 14" in told
