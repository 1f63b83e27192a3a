SELECT id AS Id, first_position AS FirstPosition, length(taps) / 4 AS Width
FROM day
WHERE date = @date
ORDER BY first_position;
