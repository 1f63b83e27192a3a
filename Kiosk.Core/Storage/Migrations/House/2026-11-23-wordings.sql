-- What staff corrected of the program's phrases, and which wordings a person has read. No name, no time and no number
-- in sequence: who read what and when is nobody's business. A wording that was read is kept as a mark of its text only, so that a text
-- that was taken away is gone.
CREATE TABLE correction (
  language TEXT NOT NULL,
  key TEXT NOT NULL,
  wording TEXT NOT NULL,
  PRIMARY KEY (language, key)
) WITHOUT ROWID;
CREATE TABLE wording_read (
  language TEXT NOT NULL,
  key TEXT NOT NULL,
  mark TEXT NOT NULL,
  PRIMARY KEY (language, key, mark)
) WITHOUT ROWID;
