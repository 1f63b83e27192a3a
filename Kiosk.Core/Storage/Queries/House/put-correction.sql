INSERT INTO correction (language, key, wording) VALUES (@language, @key, @wording)
ON CONFLICT (language, key) DO UPDATE SET wording = excluded.wording;
