INSERT INTO published (period, last_day) VALUES (@period, @lastDay);
