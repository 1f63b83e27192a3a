SELECT name FROM cell ORDER BY position;
