-- Where the press took up what the agency published: written down by hand, each address once for a text.
create table press_pickup (
  id uuid primary key,
  agency_id uuid not null references agency (id) on delete cascade,
  item_id uuid not null,
  outlet_id uuid,
  -- Of a press agency that is in no register.
  outlet_name text not null,
  kind text not null check (kind in ('whole', 'part', 'mention')),
  title text not null check (btrim(title) <> ''),
  -- Null: printed or broadcast, it has no address.
  url text check (url ~ '^https?://'),
  -- By which the same is known, however its address was copied.
  url_key text not null check (url_key <> ''),
  published_on date not null,
  note text not null,
  -- Title, press agency and address without diacritics.
  search text not null,
  noted_by uuid not null,
  noted_at timestamptz not null,
  dropped_at timestamptz,
  dropped_by uuid,
  dropped_why text check (btrim(dropped_why) <> ''),
  unique (agency_id, id),
  foreign key (item_id) references content_item (id) on delete cascade,
  foreign key (agency_id, outlet_id) references press_outlet (agency_id, id),
  foreign key (agency_id, noted_by) references person (agency_id, id) deferrable initially deferred,
  foreign key (agency_id, dropped_by) references person (agency_id, id) deferrable initially deferred,
  constraint press_pickup_by_somebody check (outlet_id is not null or btrim(outlet_name) <> ''),
  constraint press_pickup_dropped_whole check (num_nonnulls(dropped_at, dropped_by, dropped_why) in (0, 3))
);
create unique index press_pickup_once on press_pickup (agency_id, item_id, url_key) where dropped_at is null;
create index press_pickup_of_agency on press_pickup (agency_id, published_on desc, id desc);

-- Pictures that show it.
create table press_pickup_proof (
  id uuid primary key,
  agency_id uuid not null,
  pickup_id uuid not null,
  content_type text not null,
  bytes integer not null check (bytes > 0),
  sha256 text not null,
  added_by uuid not null,
  added_at timestamptz not null,
  unique (pickup_id, sha256),
  foreign key (agency_id, pickup_id) references press_pickup (agency_id, id) on delete cascade,
  foreign key (agency_id, added_by) references person (agency_id, id) deferrable initially deferred
);
grant select, insert, update on press_pickup to gandan_serving;
grant select, insert on press_pickup_proof to gandan_serving;
