INSERT INTO day (date, first_position, taps) VALUES (@date, 0, @taps);
