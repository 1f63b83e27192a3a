-- How people understood the drawings when staff asked them: tallies only. No day, no person, no row for an answer. What the rows are made of is
-- all that may ever be told apart; the mark is that of the drawing as it was shown, so that one that was replaced begins anew.
CREATE TABLE drawing_check (
  drawing TEXT NOT NULL CHECK (length(drawing) BETWEEN 1 AND 40),
  mark TEXT NOT NULL CHECK (length(mark) = 12 AND mark NOT GLOB '*[^0-9a-f]*'),
  language TEXT NOT NULL CHECK (length(language) BETWEEN 2 AND 3),
  understanding TEXT NOT NULL CHECK (understanding IN ('right', 'nearly', 'other', 'opposite', 'unknown')),
  said TEXT NOT NULL CHECK (length(said) <= 40 AND (said = '' OR understanding NOT IN ('right', 'unknown'))),
  times INTEGER NOT NULL CHECK (times > 0),
  PRIMARY KEY (drawing, mark, language, understanding, said)
) WITHOUT ROWID;
