SELECT taps FROM day WHERE date = @date ORDER BY first_position;
