INSERT INTO device (name, role, language, token_hash, paired_on, last_seen_on)
VALUES (@name, @role, @language, @tokenHash, @today, @today)
RETURNING id;
