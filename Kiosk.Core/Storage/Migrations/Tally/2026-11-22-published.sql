-- What reports showed of a closed period. Written once, from sums of whole days, already rounded; nothing here is a count.
CREATE TABLE published (
  period TEXT PRIMARY KEY NOT NULL CHECK (period GLOB '[0-9][0-9][0-9][0-9]*'),
  last_day TEXT NOT NULL CHECK (last_day GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]')
) WITHOUT ROWID;

CREATE TABLE published_figure (
  period TEXT NOT NULL REFERENCES published (period),
  name TEXT NOT NULL,
  value INTEGER NOT NULL CHECK (value > 0 AND value % 5 = 0),
  PRIMARY KEY (period, name)
) WITHOUT ROWID;

-- Whether the counts are invented, to try a report out.
CREATE TABLE invented (
  years INTEGER NOT NULL
);
