"""Who may press what changes a measure: buttons, forms, and « Verser au dossier »."""

from sandbox.answer import Answer
from tests.permissions.controls import Press, any_message, control, last_id
from tests.permissions.rights import Right, Scene


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
