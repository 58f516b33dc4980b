"""Who answers for an MO, who has answered the collecte, in sentences."""

from plan.questions.answering.told.committee import AccountTold, NoneOpenTold, RespondentsTold
from plan.team import Assignment
from replies.names import of_the, the
from replies.questions.lines import told_lines
from replies.questions.voice import Voice
from replies.typography import NBSP, capital, count, days_away, listing, plain


@told_lines.register
def respondents_lines(told: RespondentsTold, voice: Voice) -> list[str]:
    """« **Nadia Tremblay** répond pour le MDEIE; remplaçant : … »"""
    body = plain(told.organisation) if voice.english else the(told.organisation, voice.plan)
    names = listing([_named(each, voice) for each in told.team], voice.say("et", "and"))
    many = len(told.team) > 1
    answers = voice.say("répondent" if many else "répond", "answer" if many else "answers")
    line = f"{capital(names)} {answers} {voice.say('pour', 'for')} {body}"
    others = [plain(each.substitute_name) for each in told.team if each.substitute_name]
    if others:
        line += f"; {voice.say('remplaçant', 'substitute')}{voice.colon} {listing(others)}"
    return [f"{line}."]


def _named(assignment: Assignment, voice: Voice) -> str:
    name = f"**{plain(assignment.name)}**"
    return f"{voice.say('le rôle', 'the role')} {name}" if assignment.role_id else name


def _of(told: AccountTold, voice: Voice) -> str:
    return of_the(told.organisation, voice.plan)


@told_lines.register
def account_lines(told: AccountTold, voice: Voice) -> list[str]:
    """« **Pas encore** : le MDEIE a répondu pour 1 de ses 6 mesures; manquent 5, 6… »"""
    body = plain(told.organisation) if voice.english else the(told.organisation, voice.plan)
    account = told.account
    if account is None:
        line = f"**Rien n'est attendu** {_of(told, voice)} dans la collecte ouverte."
        return [voice.say(line, f"**Nothing is asked** of {body} in the open collection.")]
    asked = len(account.asked)
    if account.is_settled:
        every = count(asked, voice.say("mesure", "measure"))
        return [
            voice.say(
                f"**Oui**{voice.colon} {body} a tout dit ({every}).",
                f"**Yes**: {body} has answered for everything ({every}).",
            )
        ]
    owed = listing([str(each.number) for each in account.owed], voice.say("et", "and"))
    given = asked - len(account.owed)
    verb = "manque" if len(account.owed) == 1 else "manquent"
    heading = voice.say("En partie", "In part") if given else voice.say("Pas encore", "Not yet")
    told_for = voice.say(
        f"{body} a répondu pour {given} de ses {asked} mesures; {verb} {owed}",
        f"{body} has answered for {given} of its {asked} measures; {owed} still to come",
    )
    return [f"**{heading}**{voice.colon} {told_for}."]


@told_lines.register
def none_open_lines(told: NoneOpenTold, voice: Voice) -> list[str]:
    """« Aucune collecte n'est ouverte… », and the next deadline."""
    lines = [
        voice.say(
            f"**Aucune collecte n'est ouverte**{NBSP}: personne n'a de réponse à donner.",
            "**No collection is open**: nobody has to answer for now.",
        )
    ]
    if told.coming:
        day = voice.day(told.coming.day)
        away = days_away(told.coming.day, voice.today)
        coming = voice.say("Prochaine échéance", "Next deadline")
        lines.append(f"{coming}{voice.colon} {plain(told.coming.title)}, {day} ({away}).")
    return lines
