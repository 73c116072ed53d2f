-- The administrator of the agency above adds agencies, renames them and puts them to rest; nothing is deleted.
alter table agency
  add column active boolean not null default true,
  add check (parent_id <> id);
create index agency_by_parent on agency (parent_id);

-- Which agency is a sample decides what may be removed with its audit: written once, never changed by who serves.
revoke update on agency from gandan_serving;
grant update (name, superior_name, symbol, place, address, phone, email, active) on agency to gandan_serving;
