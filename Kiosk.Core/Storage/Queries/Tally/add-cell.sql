INSERT INTO cell (position, name) VALUES (@position, @name);
