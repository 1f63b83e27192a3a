UPDATE device SET name = @name, role = @role, language = @language, last_seen_on = @lastSeenOn WHERE id = @id;
