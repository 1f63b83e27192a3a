SELECT id AS Id, name AS Name, passphrase_hash AS PassphraseHash FROM coordinator ORDER BY id;
