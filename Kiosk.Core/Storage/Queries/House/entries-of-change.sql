SELECT change AS Change, list AS List, id AS Id, position AS Position, before AS Before, after AS After FROM change_entry WHERE change = @change ORDER BY list, id;
