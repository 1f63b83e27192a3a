SELECT name FROM migration;
