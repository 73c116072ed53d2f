-- That a procedure changed, told to who follows it, its field or an event that takes it.
create table procedure_news (
  id uuid primary key,
  agency_id uuid not null,
  procedure_id uuid not null,
  changed_at timestamptz not null,
  -- A change is heard of once.
  unique (procedure_id, changed_at),
  foreign key (agency_id, procedure_id) references procedure (agency_id, id) on delete cascade
);
-- Since when changes of an agency's procedures are told, and until when they have been heard.
create table procedure_heard (
  agency_id uuid primary key references agency (id) on delete cascade,
  since timestamptz not null,
  until timestamptz not null check (until >= since)
);
grant select, insert on procedure_news to gandan_serving;
grant select, insert, update on procedure_heard to gandan_serving;
