SELECT change AS Change, id AS Id, before AS Before, after AS After FROM change_entry WHERE list = @list;
