-- Null: the dossier was not passed on, or the system does not export it.
alter table dossier add column circulated boolean;
alter table dossier_former add column circulated boolean;

-- What the case system itself says of a period, held against what its sheets add up to.
create table dossier_control (
  agency_id uuid not null references agency (id) on delete cascade,
  period text not null check (period ~ '^20\d\d(-(0[1-9]|1[0-2]|Q[1-4]|H[12]|9M))?$'),
  carried_over integer not null check (carried_over >= 0),
  filed integer not null check (filed >= 0),
  resolved integer not null check (resolved >= 0),
  pending integer not null check (pending >= 0),
  paused integer not null check (paused >= 0),
  withdrawn integer not null check (withdrawn >= 0),
  source text not null check (btrim(source) <> ''),
  said_by uuid not null,
  said_at timestamptz not null,
  primary key (agency_id, period),
  foreign key (agency_id, said_by) references person (agency_id, id)
);
grant select, insert, update on dossier_control to gandan_serving;
