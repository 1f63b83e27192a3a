INSERT INTO coordinator (name, passphrase_hash) VALUES (@name, @passphraseHash);
