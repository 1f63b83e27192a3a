INSERT INTO change_entry (change, list, id, position, before, after) VALUES (@change, @list, @id, @position, @before, @after);
