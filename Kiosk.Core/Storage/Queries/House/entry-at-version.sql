SELECT coalesce(
  (SELECT after FROM change_entry WHERE change = @version AND list = @list AND id = @id),
  (SELECT before FROM change_entry WHERE change > @version AND list = @list AND id = @id ORDER BY change LIMIT 1));
