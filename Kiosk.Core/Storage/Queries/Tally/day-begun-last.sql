SELECT date FROM day WHERE date <> 'unknown' ORDER BY id DESC LIMIT 1;
