SELECT count(*) FROM invented;
