-- A sheet of dossiers that came in as one act: from which bytes, for which period, so that it can be taken back as one.
create table dossier_import (
  id uuid primary key,
  agency_id uuid not null references agency (id) on delete cascade,
  file_name text not null check (file_name <> ''),
  sha256 text not null check (sha256 ~ '^[0-9a-f]{64}$'),
  -- "2026-11", "2026-Q4", "2026-H1", "2026-9M" or "2026".
  period text not null check (period ~ '^20\d\d(-(0[1-9]|1[0-2]|Q[1-4]|H[12]|9M))?$'),
  rows_read integer not null check (rows_read >= 0),
  rows_rejected integer not null check (rows_rejected between 0 and rows_read),
  added integer not null check (added >= 0),
  changed integer not null check (changed >= 0),
  unchanged integer not null check (unchanged >= 0),
  imported_by uuid not null,
  imported_at timestamptz not null,
  undone_by uuid,
  undone_at timestamptz,
  unique (agency_id, id),
  foreign key (agency_id, imported_by) references person (agency_id, id),
  foreign key (agency_id, undone_by) references person (agency_id, id),
  constraint dossier_import_undone_by_somebody check ((undone_by is null) = (undone_at is null))
);
-- The same bytes for the same period are one import, whoever brings them at the same moment.
create unique index dossier_import_once on dossier_import (agency_id, sha256, period) where undone_at is null;

-- What the last sheet said of a dossier. Nothing here tells who filed it.
create table dossier (
  agency_id uuid not null references agency (id) on delete cascade,
  code text not null check (btrim(code) <> '' and length(code) <= 100),
  import_id uuid not null,
  unit text not null,
  -- Names that differ only in case, spaces or the place of a tone mark have one key.
  unit_key text not null,
  procedure_code text not null,
  procedure_name text not null,
  field text not null,
  channel text not null,
  is_online boolean not null,
  received_on date not null,
  due_on date not null,
  finished_on date,
  status text not null check (status in ('open', 'paused', 'closed', 'resolved')),
  -- Null: no financial obligation, or nothing said.
  paid_online boolean,
  digitised boolean,
  electronic boolean,
  primary key (agency_id, code),
  -- The import is written last, with what it came to.
  foreign key (agency_id, import_id) references dossier_import (agency_id, id) deferrable initially deferred,
  constraint dossier_due_after_receipt check (due_on >= received_on),
  constraint dossier_finished_after_receipt check (finished_on >= received_on)
);
create index dossier_by_days on dossier (agency_id, received_on, finished_on);
create index dossier_of_import on dossier (agency_id, import_id);

-- What an import wrote over, until it is taken back.
create table dossier_former (
  replaced_by uuid not null,
  agency_id uuid not null references agency (id) on delete cascade,
  code text not null,
  import_id uuid not null,
  unit text not null,
  unit_key text not null,
  procedure_code text not null,
  procedure_name text not null,
  field text not null,
  channel text not null,
  is_online boolean not null,
  received_on date not null,
  due_on date not null,
  finished_on date,
  status text not null,
  paid_online boolean,
  digitised boolean,
  electronic boolean,
  primary key (agency_id, replaced_by, code),
  foreign key (agency_id, replaced_by) references dossier_import (agency_id, id) deferrable initially deferred
);

grant select, insert on dossier_import to gandan_serving;
grant update (undone_by, undone_at) on dossier_import to gandan_serving;
grant select, insert, update, delete on dossier to gandan_serving;
grant select, insert, delete on dossier_former to gandan_serving;
