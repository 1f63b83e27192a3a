SELECT list AS List, id AS Id, position AS Position, version AS Version, body AS Body FROM entry ORDER BY list, position, id;
