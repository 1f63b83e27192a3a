-- Not the newest there is: that may be forgotten already.
SELECT coalesce(max(seq), 0) FROM sqlite_sequence WHERE name = 'change';
