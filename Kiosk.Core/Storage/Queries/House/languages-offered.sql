SELECT language.value FROM entry, json_each(entry.body, '$.languages') AS language WHERE entry.list = 'house'
