INSERT INTO published_figure (period, name, value) VALUES (@period, @name, @value);
