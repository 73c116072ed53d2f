-- A unit's own programme that came as a table in one act: which line made which item, as it was written, so that the
-- same line adds nothing twice and the whole import can be taken back while nobody has built on it.
create table work_item_import (
  id uuid primary key,
  agency_id uuid not null references agency (id) on delete cascade,
  unit_id uuid not null,
  file_name text not null check (file_name <> ''),
  imported_by uuid not null,
  imported_at timestamptz not null default now(),
  undone_by uuid,
  undone_at timestamptz,
  unique (agency_id, id),
  foreign key (agency_id, unit_id) references unit (agency_id, id),
  foreign key (agency_id, imported_by) references person (agency_id, id),
  foreign key (agency_id, undone_by) references person (agency_id, id),
  constraint work_item_import_undone_by_somebody check ((undone_by is null) = (undone_at is null))
);
create index work_item_import_by_unit on work_item_import (unit_id, imported_at desc);
create trigger work_item_import_of_a_unit_in_force before insert on work_item_import
  for each row execute function demand_unit_in_force('unit_id');

create table work_item_import_line (
  agency_id uuid not null references agency (id) on delete cascade,
  import_id uuid not null,
  work_item_id uuid primary key,
  line integer not null check (line > 0),
  written jsonb not null,
  unique (import_id, line),
  foreign key (agency_id, import_id) references work_item_import (agency_id, id),
  foreign key (agency_id, work_item_id) references work_item (agency_id, id) on delete cascade
);

grant select, insert on work_item_import, work_item_import_line to gandan_serving;
grant update (undone_by, undone_at) on work_item_import to gandan_serving;
