-- Who may sign in to read the report: a name and the hash of a passphrase, and no day at all.
CREATE TABLE coordinator (
  id INTEGER PRIMARY KEY AUTOINCREMENT, -- never used twice: a session of somebody removed belongs to nobody
  name TEXT NOT NULL UNIQUE COLLATE NOCASE CHECK (length(name) BETWEEN 1 AND 40),
  passphrase_hash TEXT NOT NULL
);

-- Wrong passphrases in a row are counted too. SQLite changes no CHECK, so the table is made anew.
CREATE TABLE fact_anew (
  name TEXT PRIMARY KEY CHECK (name IN ('pin', 'wrong-pins', 'wrong-codes', 'wrong-passphrases')),
  value TEXT NOT NULL
) WITHOUT ROWID;
INSERT INTO fact_anew (name, value) SELECT name, value FROM fact;
DROP TABLE fact;
ALTER TABLE fact_anew RENAME TO fact;
