UPDATE change_entry SET before = @before, after = @after WHERE change = @change AND list = @list AND id = @id;
