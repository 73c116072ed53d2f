-- Scores of the service quality index (Decision 766/QĐ-TTg) that came in as one act.
create table service_index_import (
  id uuid primary key,
  agency_id uuid not null references agency (id) on delete cascade,
  -- Null: typed by hand.
  file_name text,
  added integer not null check (added >= 0),
  changed integer not null check (changed >= 0),
  imported_by uuid not null,
  imported_at timestamptz not null,
  undone_by uuid,
  undone_at timestamptz,
  unique (agency_id, id),
  foreign key (agency_id, imported_by) references person (agency_id, id),
  foreign key (agency_id, undone_by) references person (agency_id, id),
  constraint service_index_import_undone_by_somebody check ((undone_by is null) = (undone_at is null))
);

-- As they were published, in hundredths of a point, never worked out here. A later row of one day holds.
create table service_index_score (
  id uuid primary key,
  agency_id uuid not null references agency (id) on delete cascade,
  import_id uuid not null,
  entity text not null check (btrim(entity) <> ''),
  scored_on date not null,
  total integer check (total between 0 and 10000),
  transparency integer check (transparency between 0 and 10000),
  progress integer check (progress between 0 and 10000),
  digitisation integer check (digitisation between 0 and 10000),
  online integer check (online between 0 and 10000),
  satisfaction integer check (satisfaction between 0 and 10000),
  url text not null check (url ~ '^https?://'),
  foreign key (agency_id, import_id) references service_index_import (agency_id, id),
  unique (agency_id, import_id, entity, scored_on)
);
create index service_index_score_by_day on service_index_score (agency_id, entity, scored_on);

-- Units that a person found worth praising by their figures of a period, with those figures.
create table timeliness_praise (
  agency_id uuid not null references agency (id) on delete cascade,
  period text not null check (period ~ '^20\d\d(-(0[1-9]|1[0-2]|Q[1-4]|H[12]|9M))?$'),
  unit_key text not null,
  unit text not null,
  early integer not null check (early >= 0),
  on_time integer not null check (on_time >= 0),
  resolved integer not null check (resolved > 0 and early + on_time <= resolved),
  praised_by uuid not null,
  praised_at timestamptz not null,
  primary key (agency_id, period, unit_key),
  foreign key (agency_id, praised_by) references person (agency_id, id)
);

grant select, insert on service_index_import to gandan_serving;
grant update (undone_by, undone_at) on service_index_import to gandan_serving;
grant select, insert on service_index_score to gandan_serving;
grant select, insert on timeliness_praise to gandan_serving;
