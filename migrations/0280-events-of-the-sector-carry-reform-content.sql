-- Events of the sector into which administrative reform is woven, with what the public is told of them.
create table event (
  id uuid primary key,
  agency_id uuid not null references agency (id) on delete cascade,
  -- Given when it is announced, and never to another.
  slug text check (slug ~ '^[a-z0-9-]+$'),
  kind text not null check (kind in ('conference', 'workshop', 'talk', 'thematic-session', 'training', 'culture',
    'sport', 'tourism', 'sector', 'exchange', 'dialogue')),
  title text not null check (btrim(title) <> ''),
  summary text not null,
  place text not null,
  starts_at timestamptz not null,
  ends_at timestamptz not null,
  lead_unit_id uuid not null,
  audience text not null,
  expected integer check (expected > 0),
  -- What of administrative reform is woven in, and how.
  reform_part text not null,
  state text not null check (state in ('draft', 'announced', 'postponed', 'cancelled', 'held')),
  -- Of the calendar: one more with each change that the public was told of.
  sequence integer not null default 0 check (sequence >= 0),
  -- Until when questions are taken from the public; null: none are.
  questions_until timestamptz,
  announced_at timestamptz,
  changed_at timestamptz not null,
  written_by uuid not null,
  written_by_name text not null,
  announced_by uuid,
  attended integer check (attended >= 0),
  counted_how text check (counted_how in ('list', 'scan', 'estimate')),
  held_note text not null default '',
  held_recorded_at timestamptz,
  unique (agency_id, id),
  unique (agency_id, slug),
  foreign key (agency_id, lead_unit_id) references unit (agency_id, id) deferrable initially deferred,
  foreign key (agency_id, written_by) references person (agency_id, id) deferrable initially deferred,
  foreign key (agency_id, announced_by) references person (agency_id, id) deferrable initially deferred,
  check (starts_at < ends_at),
  constraint event_announced_whole check (
    num_nonnulls(announced_at, announced_by, slug) in (0, 3) and (state = 'draft') = (announced_at is null)
  ),
  constraint event_second_person check (announced_by <> written_by),
  constraint event_held_whole check (
    (state = 'held') = (held_recorded_at is not null) and num_nonnulls(attended, counted_how, held_recorded_at) in (0, 3)
  )
);
create index event_by_day on event (agency_id, starts_at);
grant select, insert, update, delete on event to gandan_serving;

-- What happens at it, in order; what belongs to administrative reform is marked.
create table event_item (
  agency_id uuid not null,
  event_id uuid not null,
  position smallint not null check (position >= 0),
  -- "08:30" on the day; empty: not told.
  at_hour text not null check (at_hour ~ '^([01][0-9]|2[0-3]):[0-5][0-9]$' or at_hour = ''),
  words text not null check (btrim(words) <> ''),
  is_reform boolean not null,
  primary key (event_id, position),
  foreign key (agency_id, event_id) references event (agency_id, id) on delete cascade
);
grant select, insert, delete on event_item to gandan_serving;

create table event_obligation (
  agency_id uuid not null,
  event_id uuid not null,
  obligation_id uuid not null,
  primary key (event_id, obligation_id),
  foreign key (agency_id, event_id) references event (agency_id, id) on delete cascade,
  foreign key (agency_id, obligation_id) references obligation (agency_id, id) on delete cascade
);
create index event_obligation_back on event_obligation (obligation_id);
grant select, insert, delete on event_obligation to gandan_serving;

-- What is handed out or shown: a text of the newsroom, or a file.
create table event_material (
  id uuid primary key,
  agency_id uuid not null,
  event_id uuid not null,
  label text not null check (btrim(label) <> ''),
  content_id uuid,
  file_name text,
  content_type text,
  bytes integer check (bytes > 0),
  added_at timestamptz not null,
  unique (agency_id, id),
  unique (event_id, content_id),
  foreign key (agency_id, event_id) references event (agency_id, id) on delete cascade,
  foreign key (agency_id, content_id) references content_item (agency_id, id) on delete cascade,
  check (num_nonnulls(content_id, file_name) = 1 and num_nonnulls(file_name, content_type, bytes) in (0, 3))
);
grant select, insert, delete on event_material to gandan_serving;

-- Pictures of it out of the library, whose rights and consent stand there.
create table event_photo (
  agency_id uuid not null,
  event_id uuid not null,
  media_id uuid not null,
  position smallint not null check (position >= 0),
  primary key (event_id, media_id),
  unique (event_id, position),
  foreign key (agency_id, event_id) references event (agency_id, id) on delete cascade,
  foreign key (agency_id, media_id) references media_asset (agency_id, id) on delete cascade
);
create index event_photo_back on event_photo (media_id);
grant select, insert, delete on event_photo to gandan_serving;

-- What the public was told, line by line; it only grows.
create table event_change (
  id uuid primary key,
  agency_id uuid not null,
  event_id uuid not null,
  at timestamptz not null,
  act text not null check (act in ('announce', 'change', 'postpone', 'reschedule', 'cancel', 'hold', 'take-back-held')),
  sequence integer not null,
  -- What is different, in words: "Thời gian: … → …".
  differences text[] not null,
  reason text not null,
  by_person_id uuid not null,
  by_name text not null,
  unique (event_id, sequence),
  foreign key (agency_id, event_id) references event (agency_id, id) on delete cascade
);
grant select, insert on event_change to gandan_serving;
