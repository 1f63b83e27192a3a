-- Entries are found by id and carry the number of the change that wrote them, so that who saves second is told. Each change keeps
-- what was before and after it, so that it can be undone. A change has a time, because staff look for "the one of this morning"; it
-- has no name, and no visitor makes one.
CREATE TABLE entry_by_id (
  list TEXT NOT NULL,
  id TEXT NOT NULL,
  position INTEGER NOT NULL,
  version INTEGER NOT NULL,
  body TEXT NOT NULL CHECK (json_valid(body)),
  PRIMARY KEY (list, id)
) WITHOUT ROWID;
INSERT INTO entry_by_id (list, id, position, version, body)
  SELECT list, CASE list WHEN 'house' THEN '' ELSE json_extract(body, '$.id') END, position, 0, body FROM entry;
DROP TABLE entry;
ALTER TABLE entry_by_id RENAME TO entry;
CREATE TABLE change (
  number INTEGER PRIMARY KEY AUTOINCREMENT, -- never used again, even when the newest was forgotten
  made_at TEXT NOT NULL,                    -- wall time of the house, to the minute
  what TEXT NOT NULL,                       -- kind of change, a phrase of the staff's words
  undoes INTEGER                            -- the change this one took back
);
CREATE TABLE change_entry (
  change INTEGER NOT NULL REFERENCES change (number) ON DELETE CASCADE,
  list TEXT NOT NULL,
  id TEXT NOT NULL,
  position INTEGER NOT NULL,                -- before it; of a new entry, its own
  before TEXT,
  after TEXT,
  PRIMARY KEY (change, list, id)
) WITHOUT ROWID;
