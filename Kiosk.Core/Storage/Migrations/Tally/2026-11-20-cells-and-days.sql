-- The dictionary of cells. It only grows: a position, once given, keeps its meaning for every day that was ever counted.
CREATE TABLE cell (
  position INTEGER PRIMARY KEY,
  name TEXT NOT NULL UNIQUE
    CHECK (name GLOB '?*/?*' AND (name NOT GLOB '*/*/*' OR name GLOB 'visit/*/*') AND name NOT GLOB '*/*/*/*')
);

-- One counter of four bytes for each position of the dictionary, laid out as zeros before the day's first tap and changed in place after.
-- A row never changes its length: where the house gains cells within a day, that day gains a row from first_position on.
-- The check on date keeps every time finer than the day out.
CREATE TABLE day (
  id INTEGER PRIMARY KEY,
  date TEXT NOT NULL CHECK (date = 'unknown' OR date GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
  first_position INTEGER NOT NULL,
  taps BLOB NOT NULL CHECK (typeof(taps) = 'blob' AND length(taps) % 4 = 0),
  UNIQUE (date, first_position)
);
