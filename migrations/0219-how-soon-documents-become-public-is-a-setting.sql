-- Within how many working days which kinds of the agency's own documents become public, from a day of issue on. Nothing
-- is asked for until the agency says so.
create table document_promptness (
  agency_id uuid primary key references agency (id) on delete cascade,
  working_days integer not null check (working_days between 1 and 90),
  types text[] not null check (cardinality(types) > 0),
  from_day date not null,
  set_at timestamptz not null,
  set_by uuid not null,
  foreign key (agency_id, set_by) references person (agency_id, id)
);
grant select, insert, update on document_promptness to gandan_serving;
