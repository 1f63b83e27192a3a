DELETE FROM change WHERE made_at < @oldest;
