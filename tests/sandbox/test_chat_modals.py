"""Forms: opened, filled in, refused."""

from __future__ import annotations

from typing import Any

import discord
import pytest
from discord import ui

from sandbox.refusals import Refused
from sandbox.server import Chat
from tests.support.bare_client import BareClient, refusal
from tests.support.openapi import check_requests

OPTIONS = [
    discord.SelectOption(label="À venir", value="a_venir"),
    discord.SelectOption(label="En cours", value="en_cours", default=True),
]


class Everything(ui.Modal, title="Tout"):
    note: ui.TextDisplay[ui.LayoutView] = ui.TextDisplay("À remplir")
    remark = ui.Label[ui.Modal](
        text="Remarque", component=ui.TextInput(default="inchangée", max_length=20)
    )
    state = ui.Label[ui.Modal](text="État", component=ui.Select(options=OPTIONS))
    who = ui.Label[ui.Modal](text="Qui", component=ui.UserSelect(required=False))
    file = ui.Label[ui.Modal](text="Fichier", component=ui.FileUpload(required=False))

    async def on_submit(self, interaction: discord.Interaction) -> None:
        parts = [x.component for x in (self.remark, self.state, self.who, self.file)]
        assert isinstance(parts[0], ui.TextInput)
        assert isinstance(parts[1], ui.Select)
        assert isinstance(parts[2], ui.UserSelect)
        assert isinstance(parts[3], ui.FileUpload)
        names = [user.display_name for user in parts[2].values]
        data = [(await file.read()).decode() for file in parts[3].values]
        said = f"{parts[0].value} {parts[1].values} {names} {data}"
        await interaction.response.send_message(said, ephemeral=True)


class Ticks(ui.Modal, title="Cases"):
    cause = ui.Label[ui.Modal](
        text="Cause",
        component=ui.RadioGroup(
            options=[
                discord.RadioGroupOption(label="Aucune", value="aucune"),
                discord.RadioGroupOption(label="Financement", value="financement"),
            ]
        ),
    )
    several = ui.Label[ui.Modal](
        text="Volets",
        component=ui.CheckboxGroup(
            options=[discord.CheckboxGroupOption(label=f"Volet {n}", value=f"{n}") for n in (1, 2)],
            min_values=1,
            max_values=2,
        ),
    )
    sure = ui.Label[ui.Modal](text="Sûr", component=ui.Checkbox())

    async def on_submit(self, interaction: discord.Interaction) -> None:
        cause, several, sure = self.cause.component, self.several.component, self.sure.component
        assert isinstance(cause, ui.RadioGroup)
        assert isinstance(several, ui.CheckboxGroup)
        assert isinstance(sure, ui.Checkbox)
        await interaction.response.send_message(f"{cause.value} {several.values} {sure.value}")


def _opens(bot: BareClient, modal: type[ui.Modal]) -> None:
    @bot.tree.command(name="changer", description="Changer")
    async def change(interaction: discord.Interaction) -> None:
        await interaction.response.send_modal(modal())


async def test_a_form_is_filled_in_by_labels(chat: Chat, bot: BareClient) -> None:
    _opens(bot, Everything)
    await bot.tree.sync()
    nadia = chat.person("Nadia")
    form = await nadia.slash("changer")
    assert form.modal is not None
    assert form.modal["title"] == "Tout"
    assert form.fields["Remarque"]["value"] == "inchangée"
    typed: dict[str, Any] = {"Qui": ["Camille"], "Fichier": ("a.csv", b"1;2"), "État": "À venir"}
    answer = await nadia.fill(form, typed)
    assert answer.text == "inchangée ['a_venir'] ['Camille Roy'] ['1;2']"
    assert answer.ephemeral
    assert not check_requests(chat.recorded)


async def test_ticks_and_radio_buttons(chat: Chat, bot: BareClient) -> None:
    _opens(bot, Ticks)
    await bot.tree.sync()
    nadia = chat.person("Nadia")
    form = await nadia.slash("changer")
    with pytest.raises(Refused):
        await nadia.fill(form, {"Volets": ["Volet 1"]})
    typed: dict[str, Any] = {"Cause": "Financement", "Volets": ["Volet 1", "Volet 2"], "Sûr": True}
    answer = await nadia.fill(form, typed)
    assert answer.text == "financement ['1', '2'] True"
    assert not check_requests(chat.recorded)


async def test_what_the_client_would_not_send_is_refused(chat: Chat, bot: BareClient) -> None:
    _opens(bot, Everything)
    await bot.tree.sync()
    nadia = chat.person("Nadia")
    form = await nadia.slash("changer")
    wrongs = [("Remarque", "x" * 21), ("Remarque", ""), ("État", "Jamais"), ("Rien", "x")]
    for field, value in wrongs:
        with pytest.raises(Refused):
            await nadia.fill(form, {field: value})
    crafted = await nadia.fill(form, {"Remarque": "x" * 21}, crafted=True)
    assert crafted.text.startswith("x" * 21)


async def test_a_form_sent_twice_reaches_the_bot_twice(chat: Chat, bot: BareClient) -> None:
    sent: list[str] = []

    @bot.event
    async def on_interaction(interaction: discord.Interaction) -> None:
        if interaction.type is discord.InteractionType.modal_submit:
            sent.append(str(interaction.id))
            if not interaction.response.is_done() and len(sent) > 1:
                await interaction.response.send_message("déjà envoyé", ephemeral=True)

    _opens(bot, Everything)
    await bot.tree.sync()
    nadia = chat.person("Nadia")
    form = await nadia.slash("changer")
    await nadia.fill(form)
    again = await nadia.fill(form)
    assert again.text == "déjà envoyé"
    assert len(set(sent)) == 2


async def test_a_form_from_a_button_may_change_its_message(chat: Chat, bot: BareClient) -> None:
    class Rename(ui.Modal, title="Renommer"):
        name = ui.TextInput[ui.Modal](label="Nom")

        async def on_submit(self, interaction: discord.Interaction) -> None:
            await interaction.response.edit_message(content=self.name.value)

    class Card(ui.View):
        @ui.button(label="Renommer", custom_id="r")
        async def rename(self, interaction: discord.Interaction, _: ui.Button[Card]) -> None:
            await interaction.response.send_modal(Rename())

    @bot.tree.command(name="carte", description="Carte")
    async def card(interaction: discord.Interaction) -> None:
        await interaction.response.send_message("avant", view=Card())

    await bot.tree.sync()
    nadia = chat.person("Nadia")
    answer = await nadia.slash("carte")
    form = await nadia.press(answer, "Renommer")
    changed = await nadia.fill(form, {"Nom": "après"})
    assert changed.message is answer.message
    assert answer.text == "après"


def _input(**more: Any) -> dict[str, Any]:
    return {"type": 4, "custom_id": "t", "style": 1} | more


def _label(component: dict[str, Any], **more: Any) -> dict[str, Any]:
    return {"type": 18, "label": "Champ", "component": component} | more


BAD_MODALS: list[dict[str, Any]] = [
    {"title": "x" * 46},
    {"title": ""},
    {"custom_id": "x" * 101},
    {"components": []},
    {"components": [_label(_input(custom_id=str(n))) for n in range(6)]},
    {"components": [_label(_input(), label="x" * 46)]},
    {"components": [_label(_input(), description="x" * 101)]},
    {"components": [_label(_input(value="x" * 4001))]},
    {"components": [_label(_input(placeholder="x" * 101))]},
    {"components": [_label(_input(max_length=4001))]},
    {"components": [_label(_input(min_length=5, max_length=4))]},
    {"components": [_label(_input(value="abc", max_length=2))]},
    {"components": [_label(_input()), _label(_input())]},
    {"components": [{"type": 1, "components": [_input()]}]},
    {"components": [_input()]},
    {"components": [_label({"type": 2, "style": 1, "label": "x", "custom_id": "b"})]},
    {"components": [_label({"type": 3, "custom_id": "s", "options": []})]},
    {"components": [_label({"type": 21, "custom_id": "r", "options": []})]},
]


async def test_bad_forms_are_refused(chat: Chat, bot: BareClient) -> None:
    passed: list[dict[str, Any]] = []

    @bot.tree.command(name="changer", description="Changer")
    async def change(interaction: discord.Interaction) -> None:
        good = {"custom_id": "m", "title": "Titre", "components": [_label(_input())]}
        path = f"/interactions/{interaction.id}/{interaction.token}/callback"
        for wrong in BAD_MODALS:
            refused = await refusal(bot, "POST", path, {"type": 9, "data": good | wrong})
            if refused.code != 50035:
                passed.append(wrong)
        await bot.http.request(discord.http.Route("POST", path), json={"type": 9, "data": good})

    await bot.tree.sync()
    answer = await chat.person("Nadia").slash("changer")
    assert answer.modal is not None, "the good one is what opens"
    assert not passed
