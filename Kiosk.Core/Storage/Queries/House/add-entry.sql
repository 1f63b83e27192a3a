INSERT INTO entry (list, position, body) VALUES (@list, @position, @body);
