SELECT count(*) FROM day WHERE date = @date;
