SELECT language AS Language, key AS Key, wording AS Wording FROM correction;
