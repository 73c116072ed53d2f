-- What citizens ask for first: when the counter is open, and where to call at once.
alter table agency
  add column opening_hours text check (opening_hours <> '' and length(opening_hours) <= 500),
  add column hotline text check (hotline <> '' and length(hotline) <= 200);
