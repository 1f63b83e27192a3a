SELECT id AS Id, name AS Name, role AS Role, language AS Language, token_hash AS TokenHash, paired_on AS PairedOn, last_seen_on AS LastSeenOn
FROM device
ORDER BY id;
