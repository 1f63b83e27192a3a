SELECT c.number AS Number, c.made_at AS MadeAt, c.what AS What, c.undoes AS Undoes,
  (SELECT max(u.number) FROM change u WHERE u.undoes = c.number) AS UndoneBy
FROM change c WHERE c.made_at >= @oldest ORDER BY c.number DESC;
