SELECT id AS Id, body AS Body FROM entry WHERE list = @list;
