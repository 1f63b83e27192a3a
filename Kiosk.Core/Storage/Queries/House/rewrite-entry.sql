UPDATE entry SET body = @body WHERE list = @list AND id = @id;
