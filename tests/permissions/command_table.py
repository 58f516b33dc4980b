"""Who may use each command, with options that work: one entry for every registered command."""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass

from sandbox.answer import Answer
from sandbox.person import Person
from tests.permissions.rights import Right, Scene

Options = dict[str, object]
Prepare = Callable[[Scene], Awaitable[Options]]


@dataclass(frozen=True)
class Entry:
    """`writes`: whether it records something at once; `public`: whether everybody sees it."""

    right: Right
    prepare: Prepare
    writes: bool = False
    public: bool = False


COMMANDS: dict[str, Entry] = {}


def command(
    path: str, right: Right, *, writes: bool = False, public: bool = False
) -> Callable[[Prepare], Prepare]:
    """Write an entry down."""

    def put(prepare: Prepare) -> Prepare:
        COMMANDS[path] = Entry(right, prepare, writes, public)
        return prepare

    return put


def reads(path: str, **options: object) -> None:
    """An entry that everybody may use, and everybody sees."""

    async def same(_: Scene) -> Options:
        return dict(options)

    COMMANDS[path] = Entry(Right.EVERYONE, same, public=True)


def coordinates(path: str, *, writes: bool = False, **options: object) -> None:
    """An entry for coordinators, with the same options each time."""

    async def same(_: Scene) -> Options:
        return dict(options)

    COMMANDS[path] = Entry(Right.COORDINATOR, same, writes)


async def act(scene: Scene, path: str, options: Options) -> Answer:
    """The command, as the person of the scene types it."""
    person: Person = scene.person
    answer = await person.slash(path, channel=scene.stage.channel, crafted=True, **options)  # type: ignore[arg-type]
    return await answer.filled() if answer.deferred else answer


reads("plan voir")
reads("mesure voir", mesure="7")
reads("mesure liste")
reads("mesure historique", mesure="7")
reads("organisme voir", organisme="MDEIE")
reads("organisme liste")
reads("repertoire voir", fiche="chantier")
reads("montant voir")
reads("calendrier voir")
reads("collecte etat")
reads("question", texte="Où en est la mesure 4?")
coordinates("rappel preuve")
coordinates("equipe voir")
coordinates("journal voir")
coordinates("journal questions")
coordinates("reglages voir")


@command("reglages modifier", Right.COORDINATOR, writes=True)
async def _settings(scene: Scene) -> Options:
    """Another hour each time: what is so already is not written."""
    minutes = scene.stage.number()
    return {"heure": f"{minutes // 60 % 24} h {minutes % 60:02}"}


@command("aide", Right.EVERYONE)
async def _help(_: Scene) -> Options:
    return {}


@command("mesure modifier", Right.OWN_MO, writes=True)
async def _modify(scene: Scene) -> Options:
    return {"mesure": scene.mo.measure, "remarque": scene.stage.text()}


@command("mesure confirmer", Right.OWN_MO, writes=True)
async def _confirm(scene: Scene) -> Options:
    return {"mesure": scene.mo.measure, "au": scene.stage.day()}


@command("mesure annuler", Right.OWN_MO, writes=True)
async def _undo(scene: Scene) -> Options:
    await scene.changed()
    return {"mesure": scene.mo.measure}


@command("indicateur modifier", Right.OWN_MO, writes=True)
async def _reached(scene: Scene) -> Options:
    value = str(scene.stage.number())
    return {"mesure": scene.mo.measure, "indicateur": scene.mo.indicator, "valeur": value}


@command("indicateur ajouter", Right.COORDINATOR, writes=True)
async def _indicator(scene: Scene) -> Options:
    return {"mesure": scene.mo.measure, "libelle": scene.stage.text("ateliers tenus")}


@command("indicateur retirer", Right.COORDINATOR, writes=True)
async def _indicator_out(scene: Scene) -> Options:
    label = scene.stage.text("rencontres tenues")
    await scene.stage.coordinate("indicateur ajouter", mesure="6", libelle=label)
    return {"mesure": "6", "indicateur": label, "motif": "Sans objet"}


@command("montant ajouter", Right.COORDINATOR, writes=True)
async def _amount(scene: Scene) -> Options:
    return {
        "mesure": scene.mo.measure,
        "valeur": "1 000 $",
        "pour": scene.stage.text("Essai"),
        "nature": "prevu",
    }


async def _some_amount(scene: Scene) -> str:
    purpose = scene.stage.text("Un projet")
    await scene.stage.coordinate(
        "montant ajouter", mesure="6", valeur="12 345 $", pour=purpose, nature="prevu"
    )
    return purpose


@command("montant modifier", Right.COORDINATOR, writes=True)
async def _amount_changed(scene: Scene) -> Options:
    return {"montant": await _some_amount(scene), "motif": "Corrigé", "valeur": "10 $"}


@command("montant retirer", Right.COORDINATOR, writes=True)
async def _amount_out(scene: Scene) -> Options:
    return {"montant": await _some_amount(scene), "motif": "Retiré"}


async def _some_deadline(scene: Scene) -> str:
    title = scene.stage.text("Échéance")
    await scene.stage.coordinate("calendrier ajouter", titre=title, quand=scene.stage.future())
    return title


@command("calendrier ajouter", Right.COORDINATOR, writes=True)
async def _deadline(scene: Scene) -> Options:
    return {"titre": scene.stage.text("Dépôt"), "quand": scene.stage.future()}


@command("calendrier modifier", Right.COORDINATOR, writes=True)
async def _deadline_changed(scene: Scene) -> Options:
    return {"echeance": await _some_deadline(scene), "titre": scene.stage.text("Autre titre")}


@command("calendrier retirer", Right.COORDINATOR)
async def _deadline_out(scene: Scene) -> Options:
    return {"echeance": await _some_deadline(scene)}


@command("rappel apercu", Right.COORDINATOR)
async def _previewed(scene: Scene) -> Options:
    return {"echeance": await _some_deadline(scene)}


@command("rappel envoyer", Right.COORDINATOR)
async def _sent_now(scene: Scene) -> Options:
    return {"echeance": await _some_deadline(scene)}


@command("rappel repeter", Right.COORDINATOR)
async def _rehearsed(scene: Scene) -> Options:
    return {"echeance": await _some_deadline(scene)}


@command("collecte ouvrir", Right.COORDINATOR, writes=True)
async def _opened(scene: Scene) -> Options:
    return {"echeance": await _some_deadline(scene)}


@command("collecte fermer", Right.COORDINATOR, writes=True)
async def _closed(scene: Scene) -> Options:
    title = await _some_deadline(scene)
    await scene.stage.coordinate("collecte ouvrir", echeance=title)
    return {"echeance": title}


@command("equipe ajouter", Right.COORDINATOR, writes=True)
async def _assigned(scene: Scene) -> Options:
    return {"organisme": "MESS", "membre": scene.stage.newcomer()}


@command("equipe retirer", Right.COORDINATOR, writes=True)
async def _unassigned(scene: Scene) -> Options:
    user = scene.stage.newcomer()
    await scene.stage.coordinate("equipe ajouter", organisme="MESS", membre=user)
    return {"organisme": "MESS", "membre": user}


@command("equipe absence", Right.COORDINATOR, writes=True)
async def _absent(scene: Scene) -> Options:
    return {"membre": scene.stage.newcomer(), "du": "1er décembre", "au": "15 décembre"}


@command("equipe oublier", Right.COORDINATOR)
async def _forgotten(scene: Scene) -> Options:
    return {"membre": scene.stage.newcomer()}


@command("reglages conge", Right.COORDINATOR, writes=True)
async def _day_off(scene: Scene) -> Options:
    return {"jour": scene.stage.working_day(), "titre": "Congé d'essai"}


@command("Verser au dossier", Right.ANY_MO)
async def _filed(scene: Scene) -> Options:
    message = await scene.stage.coordinator.say(scene.stage.channel, scene.stage.text("Message"))
    return {"message": message}
