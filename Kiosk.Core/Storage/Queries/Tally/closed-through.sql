SELECT max(last_day) FROM published;
