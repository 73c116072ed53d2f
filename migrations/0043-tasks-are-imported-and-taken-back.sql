-- Tasks that came from a spreadsheet in one act: which line made which task, as it was written, so that the same line
-- adds nothing twice and the whole import can be taken back while nobody has built on it.
create table task_import (
  id uuid primary key,
  agency_id uuid not null references agency (id) on delete cascade,
  plan_id uuid not null,
  file_name text not null check (file_name <> ''),
  imported_by uuid not null,
  imported_at timestamptz not null default now(),
  undone_by uuid,
  undone_at timestamptz,
  unique (agency_id, id),
  foreign key (agency_id, plan_id) references plan (agency_id, id),
  foreign key (agency_id, imported_by) references person (agency_id, id),
  foreign key (agency_id, undone_by) references person (agency_id, id),
  constraint task_import_undone_by_somebody check ((undone_by is null) = (undone_at is null))
);
create index task_import_by_plan on task_import (plan_id, imported_at desc);

create table task_import_line (
  agency_id uuid not null references agency (id) on delete cascade,
  import_id uuid not null,
  task_id uuid primary key,
  line integer not null check (line > 0),
  written jsonb not null,
  unique (import_id, line),
  foreign key (agency_id, import_id) references task_import (agency_id, id),
  foreign key (agency_id, task_id) references task (agency_id, id) on delete cascade
);

grant select, insert on task_import, task_import_line to gandan_serving;
grant update (undone_by, undone_at) on task_import to gandan_serving;
