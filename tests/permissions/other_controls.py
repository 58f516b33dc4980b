"""Who may press what opens something to read, and what the coordination alone may change."""

from tests.permissions.controls import Press, any_message, control, last_id, opens
from tests.permissions.rights import Right, Scene

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


async def _deadline(scene: Scene) -> int:
    stage = scene.stage
    await stage.coordinate("calendrier ajouter", titre=stage.text("Pour"), quand=stage.future())
    return last_id(scene, "deadline")


@control("calendrier.retirer", Right.COORDINATOR)
async def _withdraw(scene: Scene) -> Press:
    return Press(await any_message(scene), f"calendrier.retirer:{await _deadline(scene)}")


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
