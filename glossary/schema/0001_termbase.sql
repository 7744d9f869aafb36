-- A termbase: concept entries, and everything that was ever done to them.

CREATE TABLE store (
    one INTEGER PRIMARY KEY CHECK (one = 1),
    identity TEXT NOT NULL, -- a UUID
    created TEXT NOT NULL
);

CREATE TABLE concepts (
    position INTEGER PRIMARY KEY AUTOINCREMENT, -- the entries' order; never used twice
    id TEXT NOT NULL UNIQUE,
    domain TEXT NOT NULL,
    part_of_speech TEXT NOT NULL,
    note TEXT NOT NULL,
    authority TEXT NOT NULL,
    valid_from TEXT NOT NULL, -- ISO 8601, as exactly as is known
    valid_to TEXT NOT NULL,
    overrides TEXT NOT NULL -- TERMBASE#ID, a line each
);

CREATE TABLE terms (
    concept INTEGER NOT NULL REFERENCES concepts (position) ON DELETE CASCADE,
    place INTEGER NOT NULL, -- 0 is the best
    language TEXT NOT NULL,
    text TEXT NOT NULL,
    status INTEGER NOT NULL CHECK (status BETWEEN 0 AND 3), -- preferred, admitted, deprecated, forbidden
    abbreviation INTEGER NOT NULL CHECK (abbreviation IN (0, 1)),
    reason TEXT NOT NULL,
    replacement TEXT NOT NULL,
    PRIMARY KEY (concept, place)
) WITHOUT ROWID;

-- Data categories of TBX that Verbale does not work with, and notes.
CREATE TABLE properties (
    concept INTEGER NOT NULL REFERENCES concepts (position) ON DELETE CASCADE,
    term INTEGER NOT NULL, -- the term's place; -1 is the concept
    place INTEGER NOT NULL,
    kind TEXT NOT NULL,
    name TEXT NOT NULL,
    value TEXT NOT NULL,
    target TEXT NOT NULL,
    language TEXT NOT NULL,
    neighbours INTEGER NOT NULL,
    PRIMARY KEY (concept, term, place)
) WITHOUT ROWID;

-- One for each transaction: an edit that can be undone, or the undoing or redoing of one.
CREATE TABLE steps (
    number INTEGER PRIMARY KEY AUTOINCREMENT,
    kind INTEGER NOT NULL CHECK (kind BETWEEN 0 AND 2), -- edit, undo, redo
    action TEXT NOT NULL, -- add, edit, remove, merge, import, confirm
    label TEXT NOT NULL,
    who TEXT NOT NULL,
    moment TEXT NOT NULL, -- UTC
    state INTEGER NOT NULL CHECK (state BETWEEN 0 AND 2), -- done, undone, undone and not to be redone
    undone_by INTEGER REFERENCES steps (number),
    moved TEXT NOT NULL -- when the state was reached, UTC
);
CREATE INDEX steps_by_state ON steps (state, kind, number);

-- Nothing is ever taken out of it. What an entry was after a change is what the next one says that it was
-- before, or what it is now.
CREATE TABLE changes (
    number INTEGER PRIMARY KEY AUTOINCREMENT,
    step INTEGER NOT NULL REFERENCES steps (number),
    subject INTEGER NOT NULL CHECK (subject IN (0, 1)), -- an entry, a confirmation
    concept INTEGER NOT NULL, -- its position; 0 for a confirmation
    entry TEXT NOT NULL, -- its id, or the key in records
    before TEXT -- as JSON; NULL when there was nothing
);
CREATE INDEX changes_of_step ON changes (step);
CREATE INDEX changes_of_concept ON changes (concept, number);

-- Of this termbase's entries by id, of other termbases' entries as TERMBASE#ID.
CREATE TABLE records (
    entry TEXT PRIMARY KEY,
    confirmed TEXT NOT NULL, -- UTC; empty: never
    confirmed_by TEXT NOT NULL,
    uses INTEGER NOT NULL,
    last_used TEXT NOT NULL
) WITHOUT ROWID;
