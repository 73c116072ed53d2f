-- A list that came in whole, and can be taken back whole.
create table procedure_import (
  id uuid primary key,
  agency_id uuid not null references agency (id) on delete cascade,
  file_name text not null,
  sha256 text not null,
  -- The list is all that holds: what it did not name was repealed.
  is_full boolean not null,
  imported_by uuid,
  imported_at timestamptz not null,
  undone_by uuid,
  undone_at timestamptz,
  unique (agency_id, id),
  foreign key (agency_id, imported_by) references person (agency_id, id) deferrable initially deferred,
  foreign key (agency_id, undone_by) references person (agency_id, id) deferrable initially deferred,
  constraint procedure_import_undone_whole check (undone_at is not null or undone_by is null)
);

-- What it did to a procedure: how that stood before, and how it stood behind it.
create table procedure_import_line (
  import_id uuid not null,
  procedure_id uuid not null,
  agency_id uuid not null,
  -- Null: the procedure came with it.
  version_before integer,
  version_after integer not null,
  state_before jsonb,
  state_after jsonb not null,
  primary key (import_id, procedure_id),
  foreign key (agency_id, import_id) references procedure_import (agency_id, id) on delete cascade,
  foreign key (agency_id, procedure_id) references procedure (agency_id, id) on delete cascade
);
grant select, insert on procedure_import, procedure_import_line to gandan_serving;
grant update (undone_by, undone_at) on procedure_import to gandan_serving;
