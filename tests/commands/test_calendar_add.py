"""`/calendrier ajouter`: the date as understood, the notices, and what is refused."""

import re
from datetime import date

import pytest

from sandbox.answer import Answer
from tests.support.asking import SHARED, Options, first_line, is_private, plain, refused
from tests.support.database import query
from tests.support.house import House

ADD = "calendrier ajouter"


async def add(house: House, **options: str) -> Answer:
    given: Options = {"titre": "Dépôt du bilan", "quand": "31 mars 2027", "genre": "rappel"}
    return await house.coordinator.slash(ADD, **(given | options))


def notices(answer: Answer) -> dict[str, str]:
    """The notices' lines: « J-7 » → when."""
    lines = re.findall(r"^- (J-[^:]*?) : (.*)$", plain(answer.text), re.M)
    return dict(lines)


async def test_the_date_understood_comes_first_and_in_full(house: House) -> None:
    answer = await add(house)
    assert is_private(answer)
    assert "mercredi 31 mars 2027" in first_line(answer)
    assert " h" not in plain(first_line(answer))
    assert "Dépôt du bilan" in first_line(answer)


async def test_the_closing_of_a_collecte_is_told_with_its_notices(house: House) -> None:
    answer = await add(house, genre="reddition", quand="24 mars 2027")
    closing = "J+1 : jeudi 25 mars 2027 à 9 h, clôture de la collecte"
    assert plain(answer.text).splitlines()[-1] == f"- {closing}"
    house.clock.set(2027, 3, 30, 12)
    today = await add(house, genre="reddition", quand="30 mars 2027", titre="Trop tard")
    assert "Aucun avis à venir" in today.text
    assert "`/rappel envoyer`" in today.text
    assert "J+1" not in today.text  # nothing opens it
    preview = await house.coordinator.slash("rappel apercu", echeance="Trop tard")
    assert "Aucun avis n'est prévu" in preview.text
    await house.coordinator.slash("rappel envoyer", echeance="Trop tard")
    preview = await house.coordinator.slash("rappel apercu", echeance="Trop tard")
    assert "J+1 · mercredi 31 mars 2027 à 9 h" in plain(preview.text)


async def test_the_default_notices_are_told_a_line_each(house: House) -> None:
    answer = await add(house)
    assert notices(answer) == {
        "J-30": "lundi 1er mars 2027 à 9 h",
        "J-14": "mercredi 17 mars 2027 à 9 h",
        "J-7": "mercredi 24 mars 2027 à 9 h",
        "J-3": "jeudi 25 mars 2027 à 9 h, devancé à un jour ouvrable",  # 26 March is Good Friday
        "J-1": "mardi 30 mars 2027 à 9 h",
        "J-0": "mercredi 31 mars 2027 à 9 h",
    }


@pytest.mark.parametrize(
    ("typed", "told"),
    [
        ("31 mars", "mercredi 31 mars 2027"),
        ("mercredi 31 mars", "mercredi 31 mars 2027"),
        ("2027-03-31", "mercredi 31 mars 2027"),
        ("1er avril 2027", "jeudi 1er avril 2027"),
        ("dans deux semaines", "lundi 7 décembre 2026"),
        ("vendredi prochain", "vendredi 27 novembre 2026"),
        ("demain", "mardi 24 novembre 2026"),
        ("31 mars 2027 9 h 30", "mercredi 31 mars 2027 à 9 h 30"),
        ("31 mars 17h", "mercredi 31 mars 2027 à 17 h"),
        ("demain à midi", "mardi 24 novembre 2026 à 12 h"),
        ("29 février 2028", "mardi 29 février 2028"),
    ],
)
async def test_french_dates_are_understood(house: House, typed: str, told: str) -> None:
    answer = await add(house, quand=typed)
    assert told in plain(first_line(answer))
    if " h" not in told:
        assert not re.search(r"\d h", plain(first_line(answer)))


@SHARED
@pytest.mark.parametrize(
    ("typed", "told"),
    [
        ("hier", "déjà passé"),
        ("31 mars 2011", "déjà passé"),
        ("aujourd'hui 8 h", "à 8 h est déjà passé"),
        ("blabla", "Je ne comprends pas"),
        ("mardi 31 mars 2027", "le 31 mars 2027 est un mercredi"),
        ("05/04/2027", "4 mai 2027"),
        ("05/04/2027", "5 avril 2027"),
        ("31 avril 2027", "n'existe pas"),
        ("29 février 2027", "n'existe pas"),
        ("32 mars", "Je ne comprends pas"),
        ("mars", "Je ne comprends pas"),
        ("12", "Je ne comprends pas"),
        ("un", "Je ne comprends pas"),
        ("5,25 M$", "Je ne comprends pas"),
        ("du 1er au 15 avril", "Je ne comprends pas"),
        ("tous les lundis", "Je ne comprends pas"),
        ("31 mars 2090", "Je ne comprends pas"),
        ("14 mars 2027 2 h 30", "Je ne comprends pas"),
        ("@everyone", "Je ne comprends pas"),
        ("1" * 6000, "Je ne comprends pas"),
        ("x" * 6000, "Je ne comprends pas"),
    ],
)
async def test_a_date_is_never_guessed(standing: House, typed: str, told: str) -> None:
    with refused(standing) as answers:
        answers.append(await add(standing, quand=typed))
    assert told in plain(answers[0].text)
    assert re.search(r"[Pp]ar exemple(?: :)? «.* ou « .+ »\.", plain(answers[0].text))


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("30, 14, 7, 1, 0", ["J-30", "J-14", "J-7", "J-1", "J-0"]),
        ("7", ["J-7"]),
        ("1 7 14", ["J-14", "J-7", "J-1"]),
        ("J-7, J-1", ["J-7", "J-1"]),
        ("7;7;7", ["J-7"]),
        ("0", ["J-0"]),
    ],
)
async def test_notices_typed_are_the_ones_kept(house: House, typed: str, kept: list[str]) -> None:
    assert list(notices(await add(house, preavis=typed))) == kept


@SHARED
@pytest.mark.parametrize(
    ("typed", "told"),
    [
        ("abc", "preavis"),
        ("-1", "preavis"),
        ("7.5", "preavis"),
        ("367", "preavis"),
        ("7 jours", "preavis"),
        (",", "preavis"),
        ("1" * 6000, "preavis"),
        ("130", "130 jours avant tomberait"),
        ("30, 200", "200 jours avant tomberait"),
    ],
)
async def test_notices_that_cannot_be_are_refused(standing: House, typed: str, told: str) -> None:
    with refused(standing) as answers:
        answers.append(await add(standing, preavis=typed))
    assert told in plain(answers[0].text)


async def test_default_notices_already_past_are_dropped_and_said(house: House) -> None:
    answer = await add(house, quand="30 novembre 2026")
    assert list(notices(answer)) == ["J-3 et J-1", "J-0"]
    assert "J-30, J-14 et J-7" in answer.text
    assert "passés" in answer.text


async def test_a_deadline_of_today_has_no_notice_left_after_nine(house: House) -> None:
    answer = await add(house, quand="aujourd'hui")
    assert notices(answer) == {}
    assert "Aucun avis à venir" in answer.text
    assert "passés" in answer.text


async def test_notices_on_days_off_go_out_on_the_working_day_before(house: House) -> None:
    told = notices(await add(house, quand="dimanche 2 mai 2027"))
    assert told["J-14"].startswith("vendredi 16 avril 2027")
    assert told["J-7"].startswith("vendredi 23 avril 2027")
    christmas = notices(await add(house, titre="Noël", quand="25 décembre 2026", preavis="1, 0"))
    assert next(iter(christmas.values())).startswith("mercredi 23 décembre 2026")


async def test_two_notices_that_meet_are_one(house: House) -> None:
    told = notices(await add(house, quand="dimanche 2 mai 2027"))
    assert "J-1 et J-0" in told
    assert told["J-1 et J-0"].startswith("vendredi 30 avril 2027 à 9 h")


async def test_a_deadline_years_away_keeps_its_notices(house: House) -> None:
    answer = await add(house, quand="31 mars 2030")
    told = notices(answer)
    assert "J-30" in told
    preview = await house.coordinator.slash("rappel apercu")
    assert "dimanche 31 mars 2030" in preview.text


async def test_it_is_stored_whole(house: House) -> None:
    options = {"repetition": "annuelle", "organismes": "MDEIE, mccc,MDEIE", "preavis": "7, 1"}
    answer = await add(house, quand="31 mars 2027 à 9 h 30", salon="suivi-du-plan", **options)
    assert "MDEIE et MCCCCF" in answer.text
    columns = "title, first_on, at_time, kind, repetition, notices_json, organisations_json"
    rows = query(house.folder, f"SELECT {columns}, channel_id, created_by FROM deadline")
    channel = house.world.channel("suivi-du-plan").id
    assert rows == [
        (
            "Dépôt du bilan",
            "2027-03-31",
            "09:30",
            "rappel",
            "annuelle",
            "[7,1]",
            '["MDEIE","MCCCCF"]',
            channel,
            house.coordinator.user.id,
        )
    ]


async def test_without_a_channel_it_is_the_one_typed_in(house: House) -> None:
    await house.coordinator.slash(ADD, titre="Ici", quand="31 mars 2027", channel="suivi-du-plan")
    expected = house.world.channel("suivi-du-plan").id
    assert query(house.folder, "SELECT channel_id FROM deadline") == [(expected,)]


@pytest.mark.parametrize("where", ["option", "typed in"])
async def test_a_channel_the_bot_may_not_write_in_is_refused(house: House, where: str) -> None:
    given: Options = {"titre": "Dépôt", "quand": "31 mars 2027"}
    given |= {"salon": "annonces"} if where == "option" else {"channel": "annonces"}
    with refused(house) as answers:
        answers.append(await house.coordinator.slash(ADD, **given))
    assert "envoyer des messages" in answers[0].text


async def test_the_same_title_and_day_twice_is_refused(house: House) -> None:
    await add(house)
    with refused(house) as answers:
        answers.append(await add(house))
        answers.append(await add(house, titre="  dépôt  DU bilan ", quand="2027-03-31"))
    for answer in answers:
        assert "existe déjà" in answer.text
    assert is_private(await add(house, quand="1er avril 2027")), "another day is another deadline"
    assert query(house.folder, "SELECT count(*) FROM deadline") == [(2,)]


@SHARED
@pytest.mark.parametrize(
    ("options", "told"),
    [
        ({"titre": "   "}, "vide"),
        ({"titre": "a" * 101}, "limite"),
        ({"titre": "a" * 6000}, "limite"),
        ({"titre": "@everyone"}, "mention"),
        ({"titre": "\u202eavril"}, "invisibles"),
        ({"organismes": "MDEIE, zz"}, "Aucun organisme"),
        ({"organismes": "ministère"}, "convient à"),
        ({"organismes": "x" * 6000}, "Aucun organisme"),
    ],
)
async def test_bad_input_is_refused(standing: House, options: Options, told: str) -> None:
    with refused(standing) as answers:
        answers.append(await add(standing, **options))
    assert told in plain(answers[0].text)


@SHARED
async def test_a_hidden_mark_is_shown_and_turns_nothing_around(standing: House) -> None:
    with refused(standing) as answers:
        answers.append(await add(standing, quand="\u202e31\u200b mars 2027"))
        answers.append(await standing.member.slash("mesure voir", mesure="zz\u2066z"))
    assert "« ▯31▯ mars 2027 »" in plain(answers[0].text)
    assert "« zz▯z »" in plain(answers[1].text)


@SHARED
@pytest.mark.parametrize(
    "options",
    [{"genre": "fête"}, {"repetition": "hebdomadaire"}, {"genre": "x" * 6000}],
)
async def test_forged_choices_are_refused(standing: House, options: Options) -> None:
    given: Options = {"titre": "Dépôt", "quand": "31 mars 2027"} | options
    with refused(standing) as answers:
        answers.append(await standing.coordinator.slash(ADD, crafted=True, **given))
    assert "ne peut pas être" in answers[0].text


async def test_a_title_of_several_lines_is_one_line(house: House) -> None:
    answer = await add(house, titre="Dépôt\ndu bilan")
    assert "Dépôt du bilan" in first_line(answer)


async def test_it_stands_in_the_calendar_at_once(house: House) -> None:
    await add(house)
    text = plain((await house.member.slash("calendrier voir")).text)
    assert "mercredi 31 mars 2027" in text
    assert f"dans {(date(2027, 3, 31) - date(2026, 11, 23)).days} jours" in text
    assert "Dépôt du bilan" in text
