"""Every command, menu and control, tried by every kind of person, on their own MO and another's.

The lists come from what is registered: what is added without an entry in a table fails here.
"""

from collections.abc import AsyncIterator, Iterator

import pytest
import pytest_asyncio
from discord import app_commands

from commands.registry import CONTROLS as REGISTERED_CONTROLS
from commands.registry import commands
from sandbox.answer import Answer
from sandbox.message import Message
from sandbox.refusals import Refused
from tests.permissions import command_table
from tests.permissions.command_table import COMMANDS
from tests.permissions.control_table import CONTROLS
from tests.permissions.controls import press
from tests.permissions.rights import Right, Scene, may
from tests.permissions.stage import MAMROT, MDEIE, TEAM, Kind, Stage, open_stage

REFUSALS = (
    "réservée à la coordination",
    "n'est pas de celles de votre ministère",
    "Vous ne répondez pas pour",
    "Vous ne répondez pour aucun ministère",
    "Vous ne répondez plus pour",
    "celui de quelqu'un d'autre",
    "ne mène plus à rien",  # somebody else's draft
)
MENU = "Verser au dossier"
SHARED = pytest.mark.asyncio(loop_scope="module")
REGISTERED = {
    f"{group.name} {each.name}" if isinstance(group, app_commands.Group) else group.name
    for group in commands()
    for each in (group.commands if isinstance(group, app_commands.Group) else [group])
}

TOLD_COMMANDS = sorted(REGISTERED & COMMANDS.keys())
TOLD_CONTROLS = sorted(REGISTERED_CONTROLS.keys() & CONTROLS.keys())


@pytest_asyncio.fixture(scope="module", loop_scope="module")
async def stage(tmp_path_factory: pytest.TempPathFactory) -> AsyncIterator[Stage]:
    async with open_stage(tmp_path_factory.mktemp("matrix")) as opened:
        yield opened


def scenes(stage: Stage, right: Right) -> Iterator[Scene]:
    """Every kind of person; where the MO matters, on their own and on another's."""
    for kind in Kind:
        for mo in (MDEIE, MAMROT) if right is Right.OWN_MO else (MDEIE,):
            yield Scene(stage, kind, mo)


def is_refusal(answer: Answer) -> bool:
    return any(words in answer.text.replace("\u00a0", " ") for words in REFUSALS)


async def run(scene: Scene, path: str, options: command_table.Options) -> Answer:
    if path == MENU:
        message = options["message"]
        assert isinstance(message, Message)
        return await scene.person.menu(MENU, message)
    return await command_table.act(scene, path, options)


def check_refused(scene: Scene, answer: Answer) -> None:
    who = (scene.kind, scene.mo.acronym, answer)
    assert is_refusal(answer), who
    assert answer.ephemeral, who
    assert not answer.notified, who
    assert answer.modal is None, who
    assert not answer.files, who


def check_allowed(scene: Scene, answer: Answer, *, public: bool) -> None:
    who = (scene.kind, scene.mo.acronym, answer)
    assert answer.failed is None, who
    assert not is_refusal(answer), who
    assert "Référence" not in answer.text, who
    if answer.message is not None:
        assert answer.ephemeral is not public, who


def test_every_command_is_in_the_table() -> None:
    assert REGISTERED - COMMANDS.keys() == set()


def test_every_control_is_in_the_table() -> None:
    assert REGISTERED_CONTROLS.keys() - CONTROLS.keys() == set()


@SHARED
@pytest.mark.parametrize("path", TOLD_COMMANDS)
async def test_a_command_answers_those_who_may_and_refuses_the_others(
    stage: Stage, path: str
) -> None:
    entry = COMMANDS[path]
    for scene in scenes(stage, entry.right):
        options = await entry.prepare(scene)
        before = await stage.settled()
        answer = await run(scene, path, options)
        if may(entry.right, scene.kind, scene.mo):
            check_allowed(scene, answer, public=entry.public)
            if entry.writes:
                assert stage.version() != before, (scene.kind, answer)
        else:
            check_refused(scene, answer)
            assert stage.version() == before, (scene.kind, answer)


@SHARED
@pytest.mark.parametrize("name", TOLD_CONTROLS)
async def test_a_control_answers_those_who_may_and_refuses_the_others(
    stage: Stage, name: str
) -> None:
    entry = CONTROLS[name]
    for scene in scenes(stage, entry.right):
        made = await entry.prepare(scene)
        before = await stage.settled()
        rows = stage.rows() if entry.keeps_drafts else {}
        answer = await press(scene, made)
        if may(entry.right, scene.kind, scene.mo):
            turned = answer.message is not None and answer.message is made.message
            check_allowed(scene, answer, public=turned and not answer.ephemeral)
            if entry.writes:
                assert stage.version() != before, (scene.kind, answer)
        else:
            check_refused(scene, answer)
            if entry.keeps_drafts:
                kept = stage.rows()
                keeps = kept.pop("draft") != rows.pop("draft")
                assert keeps == ("Reprendre" in answer.buttons), (scene.kind, answer)
                assert keeps == may(Right.ANY_MO, scene.kind, scene.mo), (scene.kind, answer)
                assert kept == rows, (scene.kind, answer)
            else:
                assert stage.version() == before, (scene.kind, answer)


@SHARED
@pytest.mark.parametrize("path", [path for path in TOLD_COMMANDS if path != MENU])
async def test_a_command_in_another_server_leaves_the_committee_alone(
    stage: Stage, path: str
) -> None:
    """Who runs another server names this one's things, by what they are called and by their ids."""
    scene = Scene(stage, Kind.MANAGER, MDEIE)
    options = await COMMANDS[path].prepare(scene)
    await stage.settled()
    rows = stage.rows()
    answer = await stage.elsewhere.slash(
        path,
        channel=stage.other_channel,
        crafted=True,
        **options,  # type: ignore[arg-type]
    )
    assert answer.failed is None
    assert "Référence" not in answer.text
    assert stage.rows() == rows
    check_nothing_private(stage, answer)


@SHARED
@pytest.mark.parametrize("name", TOLD_CONTROLS)
async def test_a_control_in_another_server_leaves_the_committee_alone(
    stage: Stage, name: str
) -> None:
    made = await CONTROLS[name].prepare(Scene(stage, Kind.MANAGER, MDEIE))
    await stage.settled()
    rows = stage.rows()
    outside = stage.elsewhere
    if made.form is not None:
        made.form.interaction.channel = stage.other_channel
        answer = await outside.fill(made.form, crafted=True)
    else:
        assert made.message is not None
        shown = await outside.slash("mesure voir", channel=stage.other_channel, mesure="1")
        assert shown.message is not None
        if made.values is None:
            answer = await outside.press(shown, made.custom_id, crafted=True)
        else:
            answer = await outside.choose(shown, made.custom_id, made.values, crafted=True)
    assert answer.failed is None
    assert "Référence" not in answer.text
    assert stage.rows() == rows
    check_nothing_private(stage, answer)


def check_nothing_private(stage: Stage, answer: Answer) -> None:
    said = f"{answer.text} {answer.modal} {answer.files}"
    for kind in TEAM:
        user = stage.people[kind].user
        assert user.name not in said
        assert str(user.id) not in said


@SHARED
@pytest.mark.parametrize("path", TOLD_COMMANDS)
async def test_no_command_is_offered_in_direct_messages(stage: Stage, path: str) -> None:
    scene = Scene(stage, Kind.MANAGER, MDEIE)
    options = await COMMANDS[path].prepare(scene)
    dm = stage.house.world.dm(scene.person.user)
    if path == MENU:
        tried = scene.person.menu(MENU, await scene.person.say(dm, "Bonjour"))
    else:
        tried = scene.person.slash(path, channel=dm, crafted=True, **options)  # type: ignore[arg-type]
    with pytest.raises(Refused):
        await tried


@SHARED
@pytest.mark.parametrize("name", TOLD_CONTROLS)
async def test_a_control_pressed_in_direct_messages_changes_nothing(
    stage: Stage, name: str
) -> None:
    made = await CONTROLS[name].prepare(Scene(stage, Kind.MANAGER, MDEIE))
    scene = Scene(stage, Kind.NEWCOMER, MDEIE)
    if made.form is not None:
        made.form.interaction.channel = stage.house.world.dm(scene.person.user)
    before = await stage.settled()
    answer = await press(scene, made, stage.house.world.dm(scene.person.user))
    assert answer.failed is None
    assert answer.ephemeral or answer.message is made.message
    assert "Référence" not in answer.text
    assert stage.version() == before
    check_nothing_private(stage, answer)


@SHARED
@pytest.mark.parametrize("path", [path for path in TOLD_COMMANDS if path != MENU])
async def test_what_is_proposed_while_typing_is_the_same_for_all(stage: Stage, path: str) -> None:
    """Autocompletion tells nothing that is not public, and names no one of the team."""
    group, _, name = path.partition(" ")
    command = stage.house.client.tree.get_command(group)
    if isinstance(command, app_commands.Group):
        command = command.get_command(name)
    assert isinstance(command, app_commands.Command)
    for parameter in command.parameters:
        if not parameter.autocomplete:
            continue
        given = {"mesure": "7"} if parameter.name != "mesure" else {}
        known = {each.name for each in command.parameters}
        proposed = [
            await stage.people[kind].complete(
                path,
                channel=stage.channel,
                focused=parameter.name,
                **{key: value for key, value in given.items() if key in known},
            )
            for kind in (Kind.NEWCOMER, Kind.BY_NAME, Kind.MANAGER)
        ]
        assert proposed[0] == proposed[1] == proposed[2], parameter.name
        for person in stage.people.values():
            assert person.user.name not in str(proposed), parameter.name


@SHARED
async def test_the_table_has_people_on_both_sides_of_every_right(stage: Stage) -> None:
    """Else a right that lets everybody pass, or nobody, would be seen by no test."""
    for right in (Right.OWN_MO, Right.ANY_MO, Right.COORDINATOR):
        found = {may(right, kind, mo) for kind in Kind for mo in (MDEIE, MAMROT)}
        assert found == {True, False}, right
    assert stage.digests.keys() >= {"MDEIE", "MAMROT"}
