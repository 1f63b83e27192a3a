SELECT language AS Language, key AS Key, mark AS Mark FROM wording_read;
