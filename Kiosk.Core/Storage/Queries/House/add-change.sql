INSERT INTO change (made_at, what, undoes) VALUES (@madeAt, @what, @undoes) RETURNING number;
