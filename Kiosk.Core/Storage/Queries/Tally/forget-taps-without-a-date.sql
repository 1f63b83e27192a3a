UPDATE day SET taps = zeroblob(length(taps)) WHERE date = 'unknown';
