"""Who may press each button, change each select, send each form: one entry for every control.

A press is forged: its custom_id is sent whatever stands on the message.
"""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass

from sandbox.answer import Answer
from sandbox.message import Message
from sandbox.places import Channel
from tests.permissions.rights import Right, Scene
from tests.support.database import query

Values = list[str]


@dataclass(frozen=True)
class Press:
    """A button (without values), a select, or a form that was opened (`form`)."""

    message: Message | None
    custom_id: str = ""
    values: Values | None = None
    form: Answer | None = None


Prepare = Callable[[Scene], Awaitable[Press]]


@dataclass(frozen=True)
class Entry:
    """`writes`: records at once; `keeps_drafts`: a refusal with « Reprendre » does too."""

    right: Right
    prepare: Prepare
    writes: bool = False
    keeps_drafts: bool = False


CONTROLS: dict[str, Entry] = {}


def control(
    name: str, right: Right, *, writes: bool = False, keeps_drafts: bool = False
) -> Callable[[Prepare], Prepare]:
    """Write an entry down."""

    def put(prepare: Prepare) -> Prepare:
        CONTROLS[name] = Entry(right, prepare, writes, keeps_drafts)
        return prepare

    return put


def opens(name: str, custom_id: str = "", values: Values | None = None) -> None:
    """An entry for what opens something that everybody may read."""

    async def prepare(scene: Scene) -> Press:
        return Press(await any_message(scene), custom_id or name, values)

    CONTROLS[name] = Entry(Right.EVERYONE, prepare)


async def press(scene: Scene, made: Press, channel: Channel | None = None) -> Answer:
    """What the person of the scene does with it; `channel` is where, the message's own if None."""
    person = scene.person
    if made.form is not None:
        return await person.fill(made.form, crafted=True)
    assert made.message is not None
    if made.values is None:
        return await person.press(made.message, made.custom_id, crafted=True, channel=channel)
    return await person.choose(
        made.message, made.custom_id, made.values, crafted=True, channel=channel
    )


async def any_message(scene: Scene) -> Message:
    """A public message of the bot that everybody sees."""
    stage = scene.stage
    known = [each for each in stage.house.chat.messages(stage.channel) if not each.ephemeral]
    if known and known[0].author_id == stage.house.world.bot.id:
        return known[0]
    answer = await stage.coordinator.slash("mesure voir", channel=stage.channel, mesure="1")
    assert answer.message is not None
    return answer.message


def last_id(scene: Scene, table: str) -> int:
    """The id of the last row of a table."""
    found = query(scene.stage.house.folder, f"SELECT max(id) FROM {table}")[0][0]
    assert isinstance(found, int)
    return found


opens("mesure.voir", "mesure.voir:7")
opens("mesure.faits", "mesure.faits:7")
opens("mesure.historique", "mesure.historique:7:0")
opens("mesure.liste", "mesure.liste:0:||||")
opens("organisme.liste")
opens("organisme.voir", "organisme.voir:0:MDEIE")
opens("repertoire.choisir", "repertoire.choisir", ["chantier"])
opens("montant.plan")
opens("montant.organisme", "montant.organisme:MDEIE")
opens("calendrier.voir")
opens("calendrier.avis")
opens("avis.laisser")
opens("question.pourquoi", "question.pourquoi:où en est la mesure 4")


@control("mesure.annuler", Right.OWN_MO, writes=True)
async def _undo(scene: Scene) -> Press:
    await scene.changed()
    return Press(
        await any_message(scene), f"mesure.annuler:{scene.mo.measure}:{last_id(scene, 'change')}"
    )


@control("mesure.retablir", Right.OWN_MO, writes=True)
async def _redo(scene: Scene) -> Press:
    await scene.author.press(await scene.changed(), "Annuler")
    return Press(
        await any_message(scene), f"mesure.retablir:{scene.mo.measure}:{last_id(scene, 'change')}"
    )


@control("mesure.modifier", Right.OWN_MO)
async def _open(scene: Scene) -> Press:
    return Press(await any_message(scene), f"mesure.modifier:{scene.mo.measure}")


@control("mesure.volet", Right.OWN_MO)
async def _volet(scene: Scene) -> Press:
    return Press(await any_message(scene), f"mesure.volet:{scene.mo.measure}", ["1"])


@control("mesure.suite", Right.OWN_MO, writes=True)
async def _goes_on(scene: Scene) -> Press:
    """A change typed without its volet: here the one that takes a cause away."""
    measure = scene.mo.measure
    await scene.stage.coordinate("mesure modifier", mesure=measure, cause="ressources")
    return Press(await any_message(scene), f"mesure.suite:{measure}::aucune:::", ["1"])


async def opened(scene: Scene) -> Answer:
    """The form of the MO's measure, as it opens for its author."""
    form = await scene.author.slash(
        "mesure modifier", channel=scene.stage.channel, mesure=scene.mo.measure
    )
    assert form.modal is not None, form
    for field in (f for _, f in form.fields.items() if f["custom_id"] == "remarque"):
        field["value"] = scene.stage.text("Une remarque de formulaire")
    return form


@control("mesure.form", Right.OWN_MO, writes=True)
async def _form(scene: Scene) -> Press:
    return Press(None, form=await opened(scene))


@control("mesure.reprendre", Right.OWN_MO)
async def _resume(scene: Scene) -> Press:
    """A draft is its author's alone."""
    form = await opened(scene)
    refused = await scene.author.fill(form, {"Remarque": "**gras**"})
    assert "Reprendre" in refused.buttons, refused
    return Press(await any_message(scene), f"mesure.reprendre:{last_id(scene, 'draft')}")


async def filed(scene: Scene) -> Answer:
    """« Verser au dossier », open for its author."""
    message = await scene.stage.coordinator.say(scene.stage.channel, scene.stage.text("Message"))
    form = await scene.author.menu("Verser au dossier", message)
    assert form.modal is not None, form
    return form


@control("dossier.form", Right.OWN_MO, writes=True, keeps_drafts=True)
async def _dossier(scene: Scene) -> Press:
    form = await filed(scene)
    for option in form.fields["Mesure"]["options"]:
        option["default"] = option["value"] == scene.mo.measure
    return Press(None, form=form)


async def _unfiled(scene: Scene) -> int:
    """The draft of a message filed by its author, refused for want of a text."""
    refused = await scene.author.fill(
        await filed(scene), {"Mesure": [scene.mo.measure], "Remarque": "**gras**"}
    )
    assert "Reprendre" in refused.buttons, refused
    return last_id(scene, "draft")


@control("dossier.reprendre", Right.OWN_MO)
async def _dossier_resumed(scene: Scene) -> Press:
    return Press(await any_message(scene), f"dossier.reprendre:{await _unfiled(scene)}")


@control("dossier.remplacer", Right.OWN_MO, writes=True)
async def _dossier_replaced(scene: Scene) -> Press:
    asked = await scene.author.fill(
        await filed(scene), {"Mesure": [scene.mo.measure], "Remarque en vigueur": ["remplacer"]}
    )
    assert "Confirmer" in asked.buttons, asked
    seen = last_id(scene, "change")
    return Press(await any_message(scene), f"dossier.remplacer:{last_id(scene, 'draft')}:{seen}")


@control("dossier.volet", Right.OWN_MO)
async def _dossier_volet(scene: Scene) -> Press:
    return Press(await any_message(scene), f"dossier.volet:{await _unfiled(scene)}", ["1"])


async def _deadline(scene: Scene) -> int:
    stage = scene.stage
    await stage.coordinate("calendrier ajouter", titre=stage.text("Pour"), quand=stage.future())
    return last_id(scene, "deadline")


@control("calendrier.retirer", Right.COORDINATOR)
async def _withdraw(scene: Scene) -> Press:
    return Press(await any_message(scene), f"calendrier.retirer:{await _deadline(scene)}")


async def _asked(scene: Scene) -> Message:
    """A private question of the coordinator's, whose place the answer takes."""
    title = scene.stage.text("À retirer")
    stage = scene.stage
    await stage.coordinate("calendrier ajouter", titre=title, quand=stage.future())
    answer = await stage.coordinate("calendrier retirer", echeance=title)
    assert answer.message is not None
    return answer.message


@control("calendrier.confirmer", Right.COORDINATOR, writes=True)
async def _confirmed(scene: Scene) -> Press:
    return Press(await any_message(scene), f"calendrier.confirmer:{await _deadline(scene)}")


@control("equipe.oublier", Right.COORDINATOR, writes=True)
async def _forgotten(scene: Scene) -> Press:
    return Press(await any_message(scene), f"equipe.oublier:{scene.stage.newcomer().id}")


@control("equipe.presence", Right.COORDINATOR, writes=True)
async def _back(scene: Scene) -> Press:
    newcomer = scene.stage.newcomer()
    await scene.stage.coordinate("equipe absence", membre=newcomer, du="demain", au="demain")
    return Press(await any_message(scene), f"equipe.presence:{last_id(scene, 'absence')}")


@control("equipe.garder", Right.COORDINATOR)
async def _remembered(scene: Scene) -> Press:
    return Press(await any_message(scene), f"equipe.garder:{scene.stage.newcomer().id}")


@control("calendrier.garder", Right.EVERYONE)
async def _kept(scene: Scene) -> Press:
    return Press(await any_message(scene), f"calendrier.garder:{await _deadline(scene)}")


@control("reglages.role", Right.COORDINATOR, writes=True)
async def _no_role(scene: Scene) -> Press:
    """Set anew for each, and so for whoever comes after: who holds it coordinates."""
    role = scene.stage.house.world.role("Secrétariat du plan")
    await scene.stage.coordinate("reglages modifier", role_coordination=role)
    return Press(await any_message(scene), f"reglages.role:{role.id}")


@control("reglages.salon", Right.COORDINATOR, writes=True)
async def _no_channel(scene: Scene) -> Press:
    channel = scene.stage.channel
    await scene.stage.coordinate("reglages modifier", salon=channel)
    return Press(await any_message(scene), f"reglages.salon:{channel.id}")


@control("question.liste", Right.COORDINATOR)
async def _unanswered(scene: Scene) -> Press:
    return Press(await any_message(scene), "question.liste:0")


@control("journal.voir", Right.COORDINATOR)
async def _journal(scene: Scene) -> Press:
    return Press(await any_message(scene), "journal.voir:0:||")


@control("rappel.apercu", Right.COORDINATOR)
async def _preview(scene: Scene) -> Press:
    return Press(await any_message(scene), f"rappel.apercu:{await _deadline(scene)}:0")


@control("avis.suivante", Right.EVERYONE)
async def _next(scene: Scene) -> Press:
    """The next measure that one's own MO owes; to whoever owes none, that there is none."""
    return Press(await any_message(scene), "avis.suivante:1")


def notice(name: str, right: Right, suffix: str = "", values: Values | None = None) -> None:
    """An entry for a button of an MO's digest, whose custom_id holds its token."""

    async def prepare(scene: Scene) -> Press:
        token = query(
            scene.stage.house.folder,
            "SELECT token FROM delivery WHERE message_id = ?",
            scene.stage.digests[scene.mo.acronym].id,
        )[0][0]
        return Press(await any_message(scene), f"{name}:{token}{suffix}", values)

    CONTROLS[name] = Entry(right, prepare)


notice("avis.etat", Right.EVERYONE)
notice("avis.jour", Right.OWN_MO)
notice("avis.rien", Right.OWN_MO)
notice("avis.rien1", Right.OWN_MO, values=["tout"])
notice("avis.rien2", Right.OWN_MO, suffix=":tout")
notice("avis.pasnous", Right.OWN_MO)
notice("avis.pasnous1", Right.OWN_MO, values=["19"])
notice("avis.rappeler", Right.OWN_MO)
notice("avis.rappeler1", Right.OWN_MO, suffix=":2026-11-25")
notice("avis.prive", Right.OWN_MO, suffix=":1")
notice("avis.salon", Right.RECIPIENT)
