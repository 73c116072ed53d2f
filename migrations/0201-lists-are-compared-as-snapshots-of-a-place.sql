-- A list as it stood at a place on a day: the register is compared with it, and it proves what stands there.
create table procedure_snapshot (
  id uuid primary key,
  agency_id uuid not null references agency (id) on delete cascade,
  place_id uuid not null,
  as_of date not null,
  -- It names everything of the agency that stands there: what it does not name is missing.
  is_full boolean not null,
  file_name text not null check (btrim(file_name) <> ''),
  content_type text not null,
  sha256 text not null,
  -- Which columns it has, by their keys: nothing is compared of the others.
  columns jsonb not null,
  -- Rows that could not be taken, as they were written and with what is wrong: [{ row, written, errors }].
  rejected jsonb not null,
  taken_by uuid,
  taken_at timestamptz not null,
  dropped_by uuid,
  dropped_at timestamptz,
  unique (agency_id, id),
  foreign key (agency_id, place_id) references posting_place (agency_id, id),
  foreign key (agency_id, taken_by) references person (agency_id, id) deferrable initially deferred,
  foreign key (agency_id, dropped_by) references person (agency_id, id) deferrable initially deferred,
  constraint procedure_snapshot_dropped_whole check (num_nonnulls(dropped_by, dropped_at) in (0, 2))
);
create index procedure_snapshot_by_day on procedure_snapshot (agency_id, taken_at);

-- What it says of a procedure, by the row of the sheet.
create table procedure_snapshot_row (
  snapshot_id uuid not null,
  line integer not null check (line > 0),
  agency_id uuid not null,
  code text not null check (btrim(code) <> ''),
  written jsonb not null,
  primary key (snapshot_id, line),
  foreign key (agency_id, snapshot_id) references procedure_snapshot (agency_id, id) on delete cascade
);

-- By which snapshot it is shown; the file that is shown is the snapshot's.
alter table posting_proof add column snapshot_id uuid;
alter table posting_proof
  add foreign key (agency_id, snapshot_id) references procedure_snapshot (agency_id, id);
-- A snapshot shows a procedure once, however often it is said.
create unique index posting_proof_once_of_snapshot
  on posting_proof (snapshot_id, procedure_id, version, act) where dropped_at is null;

grant select, insert on procedure_snapshot, procedure_snapshot_row to gandan_serving;
grant update (dropped_by, dropped_at) on procedure_snapshot to gandan_serving;
