-- The tablets that were paired. A tablet is known by the hash of a token that it alone has; no day is kept but the last.
CREATE TABLE device (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  name TEXT NOT NULL CHECK (length(name) BETWEEN 1 AND 40),
  role TEXT NOT NULL CHECK (role IN ('staff', 'coordinator')),
  language TEXT NOT NULL,
  token_hash BLOB NOT NULL UNIQUE CHECK (length(token_hash) = 32),
  paired_on TEXT NOT NULL CHECK (paired_on GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
  last_seen_on TEXT NOT NULL CHECK (last_seen_on GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]')
);

-- The hash of the PIN, and how many guesses in a row were wrong; never when.
CREATE TABLE fact (
  name TEXT PRIMARY KEY CHECK (name IN ('pin', 'wrong-pins', 'wrong-codes')),
  value TEXT NOT NULL
) WITHOUT ROWID;
