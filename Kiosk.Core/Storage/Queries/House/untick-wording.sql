DELETE FROM wording_read WHERE language = @language AND key = @key AND mark = @mark;
