SELECT list AS List, body AS Body FROM entry ORDER BY list, position;
