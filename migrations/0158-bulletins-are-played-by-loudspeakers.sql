-- Communes, and which of them are hard to reach.
create table loudspeaker_area (
  id uuid primary key,
  agency_id uuid not null references agency (id) on delete cascade,
  name text not null check (btrim(name) <> ''),
  code text not null check (code ~ '^[A-Za-z0-9][A-Za-z0-9._-]*$'),
  is_difficult boolean not null,
  -- By which document it counts as such.
  difficult_basis text not null,
  is_closed boolean not null default false,
  changed_by uuid not null,
  changed_at timestamptz not null,
  unique (agency_id, id),
  foreign key (agency_id, changed_by) references person (agency_id, id) deferrable initially deferred
);
create unique index loudspeaker_area_name_once on loudspeaker_area (agency_id, lower(name)) where not is_closed;
create unique index loudspeaker_area_code_once on loudspeaker_area (agency_id, lower(code)) where not is_closed;

create table loudspeaker_station (
  id uuid primary key,
  agency_id uuid not null,
  area_id uuid not null,
  code text not null check (code ~ '^[A-Za-z0-9][A-Za-z0-9._-]*$'),
  name text not null check (btrim(name) <> ''),
  sort text not null check (sort in ('station', 'cluster')),
  -- package: a person there takes a file; feed: its device asks for the schedule.
  way text not null check (way in ('package', 'feed')),
  keeper text not null,
  clusters integer not null check (clusters between 0 and 10000),
  note text not null,
  is_closed boolean not null default false,
  -- What its device last said of itself.
  seen_at timestamptz,
  said jsonb,
  changed_by uuid not null,
  changed_at timestamptz not null,
  unique (agency_id, id),
  foreign key (agency_id, area_id) references loudspeaker_area (agency_id, id) on delete cascade,
  foreign key (agency_id, changed_by) references person (agency_id, id) deferrable initially deferred
);
create unique index loudspeaker_station_code_once on loudspeaker_station (agency_id, lower(code));
create index loudspeaker_station_of_area on loudspeaker_station (area_id);

-- Within which hours, how often and how long an agency lets its loudspeakers play; null: as the agency has no rule.
create table loudspeaker_limit (
  agency_id uuid primary key references agency (id) on delete cascade,
  earliest text not null check (earliest ~ '^([01][0-9]|2[0-3]):[0-5][0-9]$'),
  latest text not null check (latest ~ '^([01][0-9]|2[0-3]):[0-5][0-9]$'),
  slots_a_day integer check (slots_a_day between 1 and 24),
  minutes_a_slot integer check (minutes_a_slot between 1 and 240),
  days_a_week integer check (days_a_week between 1 and 7),
  basis text not null,
  changed_by uuid not null,
  changed_at timestamptz not null,
  check (earliest < latest),
  foreign key (agency_id, changed_by) references person (agency_id, id) deferrable initially deferred
);

create table loudspeaker_slot (
  id uuid primary key,
  agency_id uuid not null references agency (id) on delete cascade,
  name text not null check (btrim(name) <> ''),
  -- "135": Monday, Wednesday, Friday.
  weekdays text not null check (weekdays ~ '^1?2?3?4?5?6?7?$' and weekdays <> ''),
  from_time text not null check (from_time ~ '^([01][0-9]|2[0-3]):[0-5][0-9]$'),
  to_time text not null check (to_time ~ '^([01][0-9]|2[0-3]):[0-5][0-9]$'),
  is_closed boolean not null default false,
  changed_by uuid not null,
  changed_at timestamptz not null,
  unique (agency_id, id),
  check (from_time < to_time),
  foreign key (agency_id, changed_by) references person (agency_id, id) deferrable initially deferred
);
create unique index loudspeaker_slot_name_once on loudspeaker_slot (agency_id, lower(name)) where not is_closed;

-- What lets a station in, as a hash: its device, or the person who opens its page.
create table loudspeaker_key (
  id uuid primary key,
  agency_id uuid not null,
  station_id uuid not null,
  sort text not null check (sort in ('device', 'page')),
  hash text not null unique,
  ending text not null,
  made_by uuid not null,
  made_at timestamptz not null,
  used_at timestamptz,
  revoked_by uuid,
  revoked_at timestamptz,
  foreign key (agency_id, station_id) references loudspeaker_station (agency_id, id) on delete cascade,
  foreign key (agency_id, made_by) references person (agency_id, id) deferrable initially deferred,
  foreign key (agency_id, revoked_by) references person (agency_id, id) deferrable initially deferred,
  constraint revoked_by_somebody check ((revoked_at is null) = (revoked_by is null))
);
create index loudspeaker_key_of_station on loudspeaker_key (station_id);

-- One bulletin for one station.
create table broadcast (
  id uuid primary key,
  agency_id uuid not null,
  delivery_id uuid not null,
  item_id uuid not null,
  station_id uuid not null,
  priority text not null check (priority in ('normal', 'priority', 'emergency')),
  repeats integer not null check (repeats between 1 and 10),
  gap_seconds integer not null check (gap_seconds between 0 and 3600),
  -- Which text it is, and the how manieth.
  revision_id uuid,
  edition integer not null default 1,
  corrected_at timestamptz,
  planned_by uuid not null,
  planned_at timestamptz not null,
  -- What interrupts everything needs a second person.
  confirmed_by uuid,
  confirmed_at timestamptz,
  withdrawn_at timestamptz,
  withdrawn_why text,
  unique (agency_id, id),
  foreign key (agency_id, delivery_id) references delivery (agency_id, id) on delete cascade,
  foreign key (agency_id, station_id) references loudspeaker_station (agency_id, id) on delete cascade,
  foreign key (agency_id, planned_by) references person (agency_id, id) deferrable initially deferred,
  foreign key (agency_id, confirmed_by) references person (agency_id, id) deferrable initially deferred,
  constraint confirmed_by_a_second_person check (confirmed_by <> planned_by),
  constraint confirmed_whole check (num_nonnulls(confirmed_by, confirmed_at) in (0, 2)),
  constraint withdrawn_with_a_reason check ((withdrawn_at is null) = (withdrawn_why is null))
);
-- Once to each station, until somebody took it back.
create unique index broadcast_once on broadcast (delivery_id, station_id) where withdrawn_at is null;
create index broadcast_of_station on broadcast (station_id, planned_at desc);

-- When it is to be played.
create table broadcast_window (
  id uuid primary key,
  agency_id uuid not null,
  broadcast_id uuid not null,
  play_from timestamptz not null,
  play_until timestamptz not null,
  check (play_from < play_until),
  unique (broadcast_id, play_from),
  foreign key (agency_id, broadcast_id) references broadcast (agency_id, id) on delete cascade
);
create index broadcast_window_at on broadcast_window (agency_id, play_from);

-- Who took the package, when, with which text.
create table broadcast_taken (
  id uuid primary key,
  agency_id uuid not null,
  broadcast_id uuid not null,
  taken_by text not null check (btrim(taken_by) <> ''),
  person_id uuid,
  revision_id uuid not null,
  sha256 text not null,
  at timestamptz not null,
  foreign key (agency_id, broadcast_id) references broadcast (agency_id, id) on delete cascade,
  foreign key (agency_id, person_id) references person (agency_id, id) deferrable initially deferred
);
create index broadcast_taken_of_broadcast on broadcast_taken (broadcast_id, at);

-- What stations say they did, only growing.
create table play_log (
  id uuid primary key,
  agency_id uuid not null,
  station_id uuid not null,
  broadcast_id uuid not null,
  window_id uuid,
  receipt text not null check (btrim(receipt) <> ''),
  state text not null check (state in ('received', 'downloaded', 'played', 'interrupted', 'skipped', 'failed')),
  started_at timestamptz not null,
  ended_at timestamptz,
  repetition integer not null check (repetition between 1 and 100),
  clusters_ok integer,
  clusters_failed integer,
  reason text not null,
  -- Why it does not count as played; null: it counts.
  doubt text check (doubt in ('after-withdrawal', 'former-text', 'other-audio', 'out-of-window')),
  source text not null check (source in ('device', 'import', 'page', 'person')),
  recorded_by uuid,
  recorded_at timestamptz not null,
  check (ended_at >= started_at),
  foreign key (agency_id, station_id) references loudspeaker_station (agency_id, id) on delete cascade,
  foreign key (agency_id, broadcast_id) references broadcast (agency_id, id) on delete cascade,
  foreign key (agency_id, recorded_by) references person (agency_id, id) deferrable initially deferred
);
create unique index play_log_receipt_once on play_log (station_id, receipt);
-- The same play told in two ways is one.
create unique index play_log_play_once on play_log (broadcast_id, started_at) where state = 'played';
create index play_log_of_agency on play_log (agency_id, started_at);

grant select, insert, update on loudspeaker_area, loudspeaker_station, loudspeaker_limit, loudspeaker_slot, loudspeaker_key, broadcast to gandan_serving;
grant select, insert on broadcast_window, broadcast_taken, play_log to gandan_serving;
