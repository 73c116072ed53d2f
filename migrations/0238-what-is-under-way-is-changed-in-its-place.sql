-- A delivery is changed three times between its hour and its end. Where its page has room, the change that no index knows of
-- (the announcement of its visible call) stays on the page and touches none of them.
alter table delivery set (fillfactor = 60);
