INSERT INTO wording_read (language, key, mark) VALUES (@language, @key, @mark) ON CONFLICT DO NOTHING;
