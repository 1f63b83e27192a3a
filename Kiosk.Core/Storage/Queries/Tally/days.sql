SELECT DISTINCT date FROM day WHERE date <> 'unknown' ORDER BY date;
