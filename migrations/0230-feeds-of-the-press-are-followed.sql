-- Feeds of the press and of other agencies that an agency follows, and what they brought.
create table listening_source (
  id uuid primary key,
  agency_id uuid not null references agency (id) on delete cascade,
  kind text not null check (kind in ('press', 'agency')),
  name text not null check (btrim(name) <> ''),
  url text not null check (url ~ '^https?://'),
  -- Without what differs between two ways to write one address.
  url_key text not null check (url_key <> ''),
  -- Null: it is followed.
  off_reason text check (btrim(off_reason) <> ''),
  off_at timestamptz,
  -- What the last answer was known by.
  etag text,
  last_modified text,
  next_at timestamptz not null,
  fetched_at timestamptz,
  failures integer not null default 0 check (failures >= 0),
  failing_since timestamptz,
  failure_words text,
  made_by uuid not null,
  made_at timestamptz not null,
  unique (agency_id, id),
  unique (agency_id, url_key),
  foreign key (agency_id, made_by) references person (agency_id, id) deferrable initially deferred,
  constraint listening_source_off_whole check (num_nonnulls(off_reason, off_at) in (0, 2)),
  constraint listening_source_failing_whole check (num_nonnulls(failing_since, failure_words) in (0, 2))
);
create index listening_source_due on listening_source (next_at) where off_reason is null;

-- One item of a feed: title, beginning and link; the text itself stays with who wrote it. Only grows.
create table listening_item (
  id uuid primary key,
  agency_id uuid not null,
  source_id uuid not null,
  -- Of the id that the feed gives it.
  item_key text not null,
  url text check (url ~ '^https?://'),
  title text not null check (btrim(title) <> ''),
  summary text not null,
  -- Null: the feed says none that can be read for sure.
  published_at timestamptz,
  seen_at timestamptz not null,
  -- By which it stands in the list.
  placed_at timestamptz not null,
  -- Title and summary without diacritics.
  search text not null,
  unique (source_id, item_key),
  foreign key (agency_id, source_id) references listening_source (agency_id, id) on delete cascade
);
create index listening_item_of_agency on listening_item (agency_id, placed_at desc, id desc);
create index listening_item_of_source on listening_item (source_id, placed_at desc);

grant select, insert, update on listening_source to gandan_serving;
grant select, insert on listening_item to gandan_serving;
