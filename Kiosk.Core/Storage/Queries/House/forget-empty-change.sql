-- A change that did nothing else: one of several entries keeps its other rows, and this one to know their places.
DELETE FROM change WHERE number = @change
  AND NOT EXISTS (SELECT 1 FROM change_entry e WHERE e.change = @change AND (e.list <> @list OR e.before IS NOT e.after));
