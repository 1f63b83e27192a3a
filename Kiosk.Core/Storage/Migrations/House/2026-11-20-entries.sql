-- One row for each entry of the house file, as its JSON: the lists of the file are the tables of the house, so that reading
-- a file and reading the database are the same, and a single entry can later be changed, undone or compared by itself.
CREATE TABLE entry (
  list TEXT NOT NULL,
  position INTEGER NOT NULL,
  body TEXT NOT NULL CHECK (json_valid(body)),
  PRIMARY KEY (list, position)
) WITHOUT ROWID;
