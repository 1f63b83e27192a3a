INSERT INTO invented (years) VALUES (1);
