DELETE FROM entry WHERE list = @list AND id = @id;
