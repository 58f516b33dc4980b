"""Who may press the buttons of a notice: those who answer for its MO, and coordinators."""

from replies.notice_answers import ALL
from tests.permissions.controls import CONTROLS, Entry, Press, Values, any_message
from tests.permissions.rights import Right, Scene
from tests.support.database import query

_OWED = {"MDEIE": "17", "MAMROT": "1"}  # a measure of each that no other entry changes


def notice(
    name: str, right: Right, suffix: str = "", values: Values | None = None, *, writes: bool = False
) -> None:
    """An entry for a button of an MO's digest, whose custom_id holds its token.

    Args:
        suffix, values: « {measure} » stands for a measure that the MO owes an answer for.
    """

    async def prepare(scene: Scene) -> Press:
        measure, digest = await _owed(scene), scene.stage.digests[scene.mo.acronym].id
        sql = "SELECT token FROM delivery WHERE message_id = ?"
        token = query(scene.stage.house.folder, sql, digest)[0][0]
        told = values and [each.format(measure=measure) for each in values]
        custom_id = f"{name}:{token}{suffix.format(measure=measure)}"
        return Press(await any_message(scene), custom_id, told)

    CONTROLS[name] = Entry(right, prepare, writes)


async def _owed(scene: Scene) -> str:
    """A measure that the MO owes an answer for: the one that was given is taken back."""
    stage, measure = scene.stage, _OWED[scene.mo.acronym]
    await stage.coordinator.slash("mesure annuler", channel=stage.channel, mesure=measure)
    return measure


notice("avis.etat", Right.EVERYONE)
notice("avis.jour", Right.OWN_MO)
notice("avis.rien", Right.OWN_MO)
notice("avis.rien1", Right.OWN_MO, values=[ALL])
notice("avis.rien2", Right.OWN_MO, suffix=":{measure}", writes=True)
notice("avis.pasnous", Right.OWN_MO)
notice("avis.pasnous1", Right.OWN_MO, values=["{measure}"], writes=True)
notice("avis.rappeler", Right.OWN_MO)
notice("avis.rappeler1", Right.OWN_MO, suffix=":2026-11-25", writes=True)
notice("avis.prive", Right.OWN_MO, suffix=":1")
notice("avis.salon", Right.RECIPIENT)
