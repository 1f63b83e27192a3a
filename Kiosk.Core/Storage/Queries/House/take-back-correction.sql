DELETE FROM correction WHERE language = @language AND key = @key;
