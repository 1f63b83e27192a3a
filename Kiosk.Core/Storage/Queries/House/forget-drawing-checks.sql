DELETE FROM drawing_check;
