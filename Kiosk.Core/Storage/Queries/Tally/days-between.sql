SELECT date AS Date, first_position AS FirstPosition, taps AS Taps FROM day WHERE date BETWEEN @first AND @last ORDER BY date, first_position;
