-- A way of looking at a board, kept by name: what stands in the address behind "?". Its person's own, or shown to the
-- whole agency.
create table saved_view (
  id uuid primary key,
  agency_id uuid not null references agency (id) on delete cascade,
  person_id uuid not null,
  screen text not null check (screen in ('bao-phu', 'chu-de-kenh')),
  name text not null check (name <> ''),
  query text not null,
  shared boolean not null default false,
  saved_at timestamptz not null default now(),
  foreign key (agency_id, person_id) references person (agency_id, id)
);
create unique index saved_view_name_once on saved_view (agency_id, person_id, screen, lower(name));

grant select, insert, delete on saved_view to gandan_serving;
grant update (query, shared, saved_at, name) on saved_view to gandan_serving;
