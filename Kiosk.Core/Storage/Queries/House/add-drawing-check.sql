INSERT INTO drawing_check (drawing, mark, language, understanding, said, times) VALUES (@drawing, @mark, @language, @understanding, @said, @times);
