-- A row's small values, which every hit shows or which are counted of a thousand, were put beside the table one by one
-- (rows are kept under 128 bytes), so that each was fetched apart: counting took longer than finding. They stand in the row
-- now; the words and the whole text stay outside. Rows that are there are not written anew, which would keep a large
-- installation waiting for minutes: each comes so when its text changes.
alter table search_text
  alter column fields set storage main,
  alter column address set storage main,
  alter column label set storage main,
  alter column shown_title set storage main;
