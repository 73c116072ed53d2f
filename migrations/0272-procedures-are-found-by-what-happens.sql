-- What happens in somebody's life or what an organisation is about to do, with the procedures that it takes.
create table life_event (
  id uuid primary key,
  agency_id uuid not null references agency (id) on delete cascade,
  -- End of its address, for ever, whatever it is called later.
  slug text not null check (slug ~ '^[a-z0-9-]{1,100}$'),
  name text not null check (btrim(name) <> '' and length(name) <= 200),
  side text not null check (side in ('person', 'organisation')),
  summary text not null check (length(summary) <= 1000),
  -- Lower stands first.
  position integer not null check (position between 0 and 999),
  -- Gone from the portal; its address says so.
  removed_at timestamptz,
  updated_at timestamptz not null,
  unique (agency_id, id),
  unique (agency_id, slug)
);
create unique index life_event_once on life_event (agency_id, lower(name)) where removed_at is null;

create table life_event_procedure (
  agency_id uuid not null,
  event_id uuid not null,
  procedure_id uuid not null,
  position integer not null check (position >= 0),
  -- When it is needed, where not always: "khi bán vé".
  note text not null check (length(note) <= 300),
  primary key (event_id, procedure_id),
  unique (event_id, position) deferrable initially deferred,
  foreign key (agency_id, event_id) references life_event (agency_id, id) on delete cascade,
  foreign key (agency_id, procedure_id) references procedure (agency_id, id) on delete cascade
);
create index life_event_procedure_of on life_event_procedure (agency_id, procedure_id);
grant select, insert, update on life_event to gandan_serving;
grant select, insert, delete on life_event_procedure to gandan_serving;
