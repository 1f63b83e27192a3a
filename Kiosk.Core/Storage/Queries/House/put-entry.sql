INSERT INTO entry (list, id, position, version, body) VALUES (@list, @id, @position, @version, @body)
ON CONFLICT (list, id) DO UPDATE SET position = excluded.position, version = excluded.version, body = excluded.body;
