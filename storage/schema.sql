-- The database of Vigie as it is now; storage/migrations makes it, step by step. Times are ISO 8601
-- in UTC, dates ISO days in the committee's zone, money integer cents. Columns named *_json hold
-- JSON. Nothing in change or event is ever updated or deleted: triggers refuse it.

CREATE TABLE setting (                  -- what the program itself remembers, for no committee
    key TEXT PRIMARY KEY,
    value TEXT NOT NULL
) STRICT;

CREATE TABLE committee (
    id INTEGER PRIMARY KEY,             -- the Discord server
    name TEXT NOT NULL,
    joined_at TEXT NOT NULL,
    coordination_role INTEGER,          -- members who hold it are coordinators
    channel_id INTEGER,                 -- where notices go unless a deadline says otherwise
    notice_time TEXT NOT NULL DEFAULT '09:00',
    ladder_json TEXT NOT NULL DEFAULT '[14, 3, 1]', -- days before: by MO, substitutes, coordinators
    left_at TEXT                        -- the bot was removed; NULL where it is in the server
) STRICT;

CREATE TABLE plan (
    id INTEGER PRIMARY KEY,
    committee_id INTEGER NOT NULL REFERENCES committee(id),
    key TEXT NOT NULL,
    title TEXT NOT NULL,
    coordinator TEXT NOT NULL,
    starts_on TEXT NOT NULL,
    first_state_on TEXT NOT NULL,
    years INTEGER,
    announced_cents INTEGER,
    announced_source_json TEXT,
    origin TEXT NOT NULL CHECK (origin IN ('shipped', 'imported')),
    loaded_at TEXT NOT NULL,
    replaced_at TEXT
) STRICT;
CREATE UNIQUE INDEX plan_in_force ON plan(committee_id) WHERE replaced_at IS NULL;

CREATE TABLE document (
    plan_id INTEGER NOT NULL REFERENCES plan(id),
    rank INTEGER NOT NULL,
    key TEXT NOT NULL,
    title TEXT NOT NULL,
    date TEXT NOT NULL,
    PRIMARY KEY (plan_id, key)
) STRICT;

CREATE TABLE axis (
    plan_id INTEGER NOT NULL REFERENCES plan(id),
    number INTEGER NOT NULL,
    title TEXT NOT NULL,
    short TEXT NOT NULL,
    PRIMARY KEY (plan_id, number)
) STRICT;

CREATE TABLE organisation (
    plan_id INTEGER NOT NULL REFERENCES plan(id),
    rank INTEGER NOT NULL,
    acronym TEXT NOT NULL,
    name TEXT NOT NULL,
    aliases_json TEXT NOT NULL,
    kind TEXT NOT NULL CHECK (kind IN ('organisation', 'everyone', 'unnamed')),
    PRIMARY KEY (plan_id, acronym)
) STRICT;

CREATE TABLE measure (
    plan_id INTEGER NOT NULL REFERENCES plan(id),
    number INTEGER NOT NULL,
    axis INTEGER NOT NULL,
    title TEXT NOT NULL,
    short TEXT NOT NULL,
    PRIMARY KEY (plan_id, number),
    FOREIGN KEY (plan_id, axis) REFERENCES axis(plan_id, number)
) STRICT;

CREATE TABLE volet (
    plan_id INTEGER NOT NULL,
    measure INTEGER NOT NULL,
    position INTEGER NOT NULL,
    label TEXT NOT NULL,
    remark TEXT NOT NULL,               -- as the document has it; later ones are events
    printed TEXT NOT NULL,              -- the MO cell as printed
    state TEXT NOT NULL CHECK (state IN ('a_venir', 'en_cours', 'realisee')),
    source_json TEXT NOT NULL,
    PRIMARY KEY (plan_id, measure, position),
    FOREIGN KEY (plan_id, measure) REFERENCES measure(plan_id, number)
) STRICT;

CREATE TABLE volet_organisation (
    plan_id INTEGER NOT NULL,
    measure INTEGER NOT NULL,
    position INTEGER NOT NULL,
    rank INTEGER NOT NULL,
    acronym TEXT NOT NULL,
    printed TEXT NOT NULL,
    PRIMARY KEY (plan_id, measure, position, rank),
    FOREIGN KEY (plan_id, measure, position) REFERENCES volet(plan_id, measure, position),
    FOREIGN KEY (plan_id, acronym) REFERENCES organisation(plan_id, acronym)
) STRICT;

CREATE TABLE amount (
    plan_id INTEGER NOT NULL REFERENCES plan(id),
    rank INTEGER NOT NULL,
    key TEXT NOT NULL,
    measure INTEGER,
    volet INTEGER,
    cents INTEGER NOT NULL,
    nature TEXT NOT NULL,
    rhythm TEXT NOT NULL,
    years INTEGER,
    purpose TEXT NOT NULL,
    as_of TEXT NOT NULL,
    details_json TEXT NOT NULL,         -- payers, recipient, period, note, outside
    part_of_json TEXT NOT NULL,         -- keys of the amounts that contain it
    same_as TEXT NOT NULL,              -- key of the same money told elsewhere, or ''
    source_json TEXT NOT NULL,
    PRIMARY KEY (plan_id, key)
) STRICT;

CREATE TABLE indicator (
    plan_id INTEGER NOT NULL REFERENCES plan(id),
    rank INTEGER NOT NULL,
    key TEXT NOT NULL,
    measure INTEGER NOT NULL,
    volet INTEGER,
    label TEXT NOT NULL,
    unit TEXT NOT NULL,
    target TEXT,                        -- decimal numbers as text: no rounding
    target_on TEXT,
    out_of TEXT,
    reached TEXT,
    reached_on TEXT,
    period TEXT NOT NULL,
    note TEXT NOT NULL,
    source_json TEXT,
    PRIMARY KEY (plan_id, key)
) STRICT;

CREATE TABLE fact (
    plan_id INTEGER NOT NULL REFERENCES plan(id),
    rank INTEGER NOT NULL,
    key TEXT NOT NULL,
    measure INTEGER,
    axis INTEGER,
    kind TEXT NOT NULL,
    label TEXT NOT NULL,
    value TEXT NOT NULL,
    date TEXT NOT NULL,
    contradicts_json TEXT NOT NULL,
    source_json TEXT NOT NULL,
    PRIMARY KEY (plan_id, key)
) STRICT;

CREATE TABLE directory_entry (
    plan_id INTEGER NOT NULL REFERENCES plan(id),
    rank INTEGER NOT NULL,
    key TEXT NOT NULL,
    kind TEXT NOT NULL CHECK (kind IN ('organisme', 'secteur', 'poles')),
    name TEXT NOT NULL,
    aliases_json TEXT NOT NULL,
    summary TEXT NOT NULL,
    issues_json TEXT NOT NULL,          -- what a sector is meant to answer
    carrier TEXT NOT NULL,              -- the organisation that carries a sector
    contact_name TEXT NOT NULL,
    contact_email TEXT NOT NULL,
    contact_phone TEXT NOT NULL,
    contact_toll_free TEXT NOT NULL,
    contact_address TEXT NOT NULL,
    sections_json TEXT NOT NULL,        -- [{title, items, intro}]
    partners_json TEXT NOT NULL,
    partner_groups_json TEXT NOT NULL,  -- [{title, items, intro}]
    measures_json TEXT NOT NULL,        -- numbers of the plan's measures that name it
    related_json TEXT NOT NULL,         -- keys of other entries
    sources_json TEXT NOT NULL,         -- texts, each like a source_json elsewhere
    PRIMARY KEY (plan_id, key)
) STRICT;

CREATE TABLE change (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    plan_id INTEGER NOT NULL REFERENCES plan(id),
    kind TEXT NOT NULL CHECK (kind IN ('import', 'modifier', 'confirmer', 'annuler')),
    author TEXT NOT NULL,               -- the name shown, as it was then
    author_id INTEGER,                  -- Discord user, NULL for a document
    organisation TEXT,                  -- the MO it speaks for, NULL for the whole volet
    reason TEXT NOT NULL,
    recorded_at TEXT NOT NULL,
    undoes INTEGER REFERENCES change(id)
) STRICT;
CREATE INDEX change_of_plan ON change(plan_id);

CREATE TABLE event (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    change_id INTEGER NOT NULL REFERENCES change(id),
    measure INTEGER NOT NULL,
    volet INTEGER,                      -- NULL: the whole measure
    field TEXT NOT NULL,
    subject TEXT NOT NULL,              -- key of the indicator or amount, else ''
    old TEXT,
    new TEXT,
    organisation TEXT,
    as_of TEXT NOT NULL
) STRICT;
CREATE INDEX event_of_change ON event(change_id);

-- The one exception: a member who asks to be forgotten loses the name, not the facts.
CREATE TRIGGER change_is_never_updated BEFORE UPDATE ON change
    WHEN NOT (NEW.author_id IS NULL AND NEW.author = '' AND NEW.id = OLD.id
        AND NEW.plan_id = OLD.plan_id AND NEW.kind = OLD.kind
        AND NEW.organisation IS OLD.organisation AND NEW.reason = OLD.reason
        AND NEW.recorded_at = OLD.recorded_at AND NEW.undoes IS OLD.undoes)
    BEGIN SELECT RAISE(ABORT, 'the history is append-only'); END;
CREATE TRIGGER change_is_never_deleted BEFORE DELETE ON change
    BEGIN SELECT RAISE(ABORT, 'the history is append-only'); END;
CREATE TRIGGER event_is_never_updated BEFORE UPDATE ON event
    BEGIN SELECT RAISE(ABORT, 'the history is append-only'); END;
CREATE TRIGGER event_is_never_deleted BEFORE DELETE ON event
    BEGIN SELECT RAISE(ABORT, 'the history is append-only'); END;
-- INSERT OR REPLACE deletes without firing the triggers above.
CREATE TRIGGER change_is_never_replaced BEFORE INSERT ON change
    WHEN EXISTS (SELECT 1 FROM change WHERE id = NEW.id)
    BEGIN SELECT RAISE(ABORT, 'the history is append-only'); END;
CREATE TRIGGER event_is_never_replaced BEFORE INSERT ON event
    WHEN EXISTS (SELECT 1 FROM event WHERE id = NEW.id)
    BEGIN SELECT RAISE(ABORT, 'the history is append-only'); END;

CREATE TABLE deadline (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    committee_id INTEGER NOT NULL REFERENCES committee(id),
    title TEXT NOT NULL,
    first_on TEXT NOT NULL,
    at_time TEXT,
    kind TEXT NOT NULL CHECK (kind IN ('reddition', 'rappel')),
    repetition TEXT NOT NULL,
    notices_json TEXT NOT NULL,
    channel_id INTEGER NOT NULL,
    organisations_json TEXT NOT NULL,
    created_by INTEGER NOT NULL,
    created_by_name TEXT NOT NULL,
    created_at TEXT NOT NULL,
    sequence INTEGER NOT NULL DEFAULT 0, -- changes made since, as calendar files tell them
    event_id INTEGER,                   -- Discord's scheduled event, where there is one
    withdrawn_at TEXT,
    withdrawn_by INTEGER
) STRICT;
CREATE INDEX deadline_of_committee ON deadline(committee_id) WHERE withdrawn_at IS NULL;

-- A step of a deadline's ladder: when it is due, it becomes deliveries.
CREATE TABLE occurrence (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    committee_id INTEGER NOT NULL REFERENCES committee(id),
    deadline_id INTEGER NOT NULL REFERENCES deadline(id),
    due_on TEXT NOT NULL,
    steps_json TEXT NOT NULL,           -- days before; several where two notices meet on a day
    send_at TEXT NOT NULL,
    status TEXT NOT NULL DEFAULT 'waiting'
        CHECK (status IN ('waiting', 'opened', 'overtaken', 'needless', 'withdrawn')),
    UNIQUE (deadline_id, due_on, steps_json)
) STRICT;
CREATE INDEX occurrence_to_come ON occurrence(send_at) WHERE status = 'waiting';

-- A post to one recipient, and what became of it: the outbox and the ledger are one table.
-- waiting → claimed → sent, or: overtaken, needless (answered meanwhile), withdrawn, failed.
CREATE TABLE delivery (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    committee_id INTEGER NOT NULL REFERENCES committee(id),
    deadline_id INTEGER NOT NULL REFERENCES deadline(id),
    occurrence_id INTEGER REFERENCES occurrence(id),
    due_on TEXT NOT NULL,
    kind TEXT NOT NULL,                 -- storage/delivery_store.py, Kind
    recipient TEXT NOT NULL,            -- '' for the channel, else the MO's acronym
    steps_json TEXT NOT NULL,
    facts_json TEXT NOT NULL,
    channel_id INTEGER NOT NULL,
    token TEXT NOT NULL UNIQUE,         -- marks the post: its nonce, and in its buttons
    planned_at TEXT NOT NULL,
    try_at TEXT NOT NULL,               -- planned_at, or later after a failure that may pass
    status TEXT NOT NULL DEFAULT 'waiting' CHECK (status IN
        ('waiting', 'claimed', 'sent', 'overtaken', 'needless', 'withdrawn', 'failed')),
    attempts INTEGER NOT NULL DEFAULT 0,
    claimed_at TEXT,
    sent_at TEXT,
    message_id INTEGER,
    posted_in INTEGER,                  -- the channel it stands in: a member's own where it is direct
    outcome TEXT NOT NULL DEFAULT '',
    shown TEXT NOT NULL DEFAULT '',     -- what an edited post tells now
    UNIQUE (deadline_id, due_on, kind, recipient, steps_json, facts_json)
) STRICT;
CREATE INDEX delivery_to_come ON delivery(try_at) WHERE status IN ('waiting', 'claimed');
CREATE INDEX delivery_of_deadline ON delivery(deadline_id, due_on);

CREATE TABLE collecte (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    committee_id INTEGER NOT NULL REFERENCES committee(id),
    deadline_id INTEGER NOT NULL REFERENCES deadline(id),
    due_on TEXT NOT NULL,
    opened_at TEXT NOT NULL,
    closed_at TEXT,
    UNIQUE (deadline_id, due_on)
) STRICT;

CREATE TABLE assignment (               -- who answers for which MO
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    committee_id INTEGER NOT NULL REFERENCES committee(id),
    organisation TEXT NOT NULL,
    member_id INTEGER,
    role_id INTEGER,
    name TEXT NOT NULL,
    substitute_id INTEGER,
    substitute_name TEXT NOT NULL,
    CHECK ((member_id IS NULL) <> (role_id IS NULL))
) STRICT;
CREATE UNIQUE INDEX assignment_once
    ON assignment(committee_id, organisation, ifnull(member_id, 0), ifnull(role_id, 0));

-- Who asked for an MO's messages as direct messages.
CREATE TABLE direct_wish (
    committee_id INTEGER NOT NULL REFERENCES committee(id),
    member_id INTEGER NOT NULL,
    organisation TEXT NOT NULL,
    PRIMARY KEY (committee_id, member_id, organisation)
) STRICT;

CREATE TABLE absence (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    committee_id INTEGER NOT NULL REFERENCES committee(id),
    member_id INTEGER NOT NULL,
    name TEXT NOT NULL,
    first_on TEXT NOT NULL,
    last_on TEXT NOT NULL
) STRICT;

-- What coordinators did that is not a change of the plan: teams, deadlines, settings, imports.
CREATE TABLE action (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    committee_id INTEGER NOT NULL REFERENCES committee(id),
    recorded_at TEXT NOT NULL,
    author TEXT NOT NULL,
    author_id INTEGER,
    kind TEXT NOT NULL,
    facts_json TEXT NOT NULL
) STRICT;
CREATE INDEX action_of_committee ON action(committee_id);

CREATE TABLE draft (                    -- what a refused form held, so that nothing typed is lost
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    committee_id INTEGER NOT NULL REFERENCES committee(id),
    person_id INTEGER NOT NULL,
    form TEXT NOT NULL,
    values_json TEXT NOT NULL,
    created_at TEXT NOT NULL
) STRICT;

CREATE TABLE holiday (                  -- days off added, or (opens = 1) worked
    committee_id INTEGER NOT NULL REFERENCES committee(id),
    day TEXT NOT NULL,
    title TEXT NOT NULL,
    opens INTEGER NOT NULL CHECK (opens IN (0, 1)),
    PRIMARY KEY (committee_id, day)
) STRICT;

-- Questions, without who asked: unanswered ones for the coordination, and those too long for the
-- button that explains their answer.
CREATE TABLE question (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    committee_id INTEGER NOT NULL REFERENCES committee(id),
    text TEXT NOT NULL,                 -- with those that it goes on from
    asked_at TEXT NOT NULL,
    answered INTEGER NOT NULL CHECK (answered IN (0, 1))
) STRICT;
CREATE INDEX question_of_committee ON question(committee_id, answered);
