INSERT INTO day (date, first_position, taps)
VALUES (@date, @firstPosition, zeroblob(@width * 4));
