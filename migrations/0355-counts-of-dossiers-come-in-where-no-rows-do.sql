-- A sheet may hold counts of a month instead of dossiers, and may be the whole state of its moment.
alter table dossier_import
  add column kind text not null default 'dossiers' check (kind in ('dossiers', 'counts')),
  add column mode text not null default 'upsert' check (mode in ('upsert', 'snapshot')),
  -- Open dossiers that a whole state no longer held.
  add column absent integer not null default 0 check (absent >= 0);
drop index dossier_import_once;
create unique index dossier_import_once on dossier_import (agency_id, kind, mode, sha256, period) where undone_at is null;

-- A dossier that a whole state no longer held is closed without a result, and is never forgotten.
alter table dossier add column absent boolean not null default false;
alter table dossier_former add column absent boolean not null default false;

-- What a system counted of a unit in a period, where it gives no rows; a blank field or procedure stands for all.
create table dossier_count (
  agency_id uuid not null references agency (id) on delete cascade,
  period text not null check (period ~ '^20\d\d(-(0[1-9]|1[0-2]|Q[1-4]|H[12]|9M))?$'),
  unit_key text not null check (unit_key <> ''),
  field text not null,
  procedure_code text not null,
  import_id uuid not null,
  unit text not null,
  carried_over integer not null check (carried_over >= 0),
  filed integer not null check (filed >= 0),
  early integer not null check (early >= 0),
  on_time integer not null check (on_time >= 0),
  late integer not null check (late >= 0),
  in_progress_on_time integer not null check (in_progress_on_time >= 0),
  in_progress_overdue integer not null check (in_progress_overdue >= 0),
  paused integer not null check (paused >= 0),
  closed integer not null check (closed >= 0),
  -- Null: the system does not say; it is no zero.
  online integer check (online >= 0),
  owing integer check (owing >= 0),
  paid integer check (paid >= 0),
  electronic integer check (electronic >= 0),
  digitised integer check (digitised >= 0),
  -- Of the systems that do not tell the two apart: what is on time holds what is early.
  early_is_on_time boolean not null,
  source text not null,
  primary key (agency_id, period, unit_key, field, procedure_code),
  -- The import is written last, with what it came to.
  foreign key (agency_id, import_id) references dossier_import (agency_id, id) deferrable initially deferred
);
create index dossier_count_of_import on dossier_count (agency_id, import_id);

-- What an import wrote over, until it is taken back.
create table dossier_count_former (
  replaced_by uuid not null,
  agency_id uuid not null references agency (id) on delete cascade,
  period text not null,
  unit_key text not null,
  field text not null,
  procedure_code text not null,
  import_id uuid not null,
  unit text not null,
  carried_over integer not null,
  filed integer not null,
  early integer not null,
  on_time integer not null,
  late integer not null,
  in_progress_on_time integer not null,
  in_progress_overdue integer not null,
  paused integer not null,
  closed integer not null,
  online integer,
  owing integer,
  paid integer,
  electronic integer,
  digitised integer,
  early_is_on_time boolean not null,
  source text not null,
  primary key (agency_id, replaced_by, period, unit_key, field, procedure_code),
  foreign key (agency_id, replaced_by) references dossier_import (agency_id, id) deferrable initially deferred
);

grant select, insert, update, delete on dossier_count to gandan_serving;
grant select, insert, delete on dossier_count_former to gandan_serving;
