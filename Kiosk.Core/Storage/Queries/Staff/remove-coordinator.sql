DELETE FROM coordinator WHERE id = @id;
