-- Programs outside that follow a feed and are sent it when it changes (WebSub). Anybody may ask; who asked is called
-- back and has to confirm before anything is sent.
create table feed_subscription (
  id uuid primary key,
  agency_id uuid not null references agency (id) on delete cascade,
  -- The feed's own address, as it was discovered.
  topic text not null check (topic ~ '^https?://'),
  -- Where it is sent lets whoever knows it in: the host is told, the whole address is sealed.
  callback_host text not null check (btrim(callback_host) <> ''),
  callback_key text not null check (callback_key ~ '^[0-9a-f]{64}$'),
  begun_at timestamptz not null,
  renewed_at timestamptz not null,
  lease_until timestamptz not null,
  -- Hash of the feed that the subscriber has.
  version text not null check (version ~ '^[0-9a-f]{64}$'),
  -- Since when nothing has come through; null: the last one did.
  failing_since timestamptz,
  ended_at timestamptz,
  ended_reason text check (btrim(ended_reason) <> ''),
  -- Somebody of the agency ended it: the same address is not let in again meanwhile.
  ended_by uuid,
  unique (agency_id, id),
  foreign key (agency_id, ended_by) references person (agency_id, id) deferrable initially deferred,
  constraint ended_with_a_reason check (num_nonnulls(ended_at, ended_reason) in (0, 2)),
  constraint ended_by_nobody_while_on check (ended_by is null or ended_at is not null)
);
create unique index feed_subscription_once on feed_subscription (topic, callback_key) where ended_at is null;
create index feed_subscription_of_agency on feed_subscription (agency_id, begun_at desc);
create index feed_subscription_of_host on feed_subscription (callback_host) where ended_at is null;
-- Apart, so that it leaves with no export; sealed with a key that is not in the database. Gone once it has ended.
create table feed_subscription_secret (
  subscription_id uuid primary key,
  agency_id uuid not null,
  sealed text not null,
  saved_at timestamptz not null,
  foreign key (agency_id, subscription_id) references feed_subscription (agency_id, id) on delete cascade
);
-- What was asked of the hub and is to be confirmed by a call to where it would be sent; and what such a place is told.
create table feed_request (
  id uuid primary key,
  agency_id uuid not null references agency (id) on delete cascade,
  topic text not null,
  callback_host text not null,
  callback_key text not null,
  mode text not null check (mode in ('subscribe', 'unsubscribe', 'denied')),
  lease_seconds integer not null check (lease_seconds > 0),
  sealed text not null,
  asked_at timestamptz not null,
  state text not null check (state in ('waiting', 'confirmed', 'refused', 'replaced')),
  attempts integer not null default 0,
  next_try_at timestamptz not null
);
-- What was asked last counts.
create unique index feed_request_once on feed_request (topic, callback_key) where state = 'waiting';
create index feed_request_due on feed_request (next_try_at) where state = 'waiting';
create index feed_request_of_host on feed_request (callback_host, asked_at);
create index feed_request_old on feed_request (asked_at);
-- One sending of a feed to one subscriber: written down when the feed is heard to have changed, before any call.
create table feed_delivery (
  id uuid primary key,
  agency_id uuid not null,
  subscription_id uuid not null,
  state text not null check (state in ('waiting', 'sent', 'given-up')),
  -- How many changes it stands for; the newest feed is sent, once.
  heard integer not null default 1 check (heard > 0),
  heard_at timestamptz not null,
  -- Hash of what was sent last.
  version text check (version ~ '^[0-9a-f]{64}$'),
  attempts integer not null default 0,
  next_try_at timestamptz not null,
  tried_at timestamptz,
  -- Null: nothing answered, or the server stopped meanwhile.
  status integer,
  words text,
  settled_at timestamptz,
  foreign key (agency_id, subscription_id) references feed_subscription (agency_id, id) on delete cascade,
  constraint settled_when_over check ((state = 'waiting') = (settled_at is null)),
  constraint attempted_with_its_version check ((attempts = 0) = (version is null))
);
create unique index feed_delivery_waits_once on feed_delivery (subscription_id) where state = 'waiting';
create index feed_delivery_due on feed_delivery (next_try_at) where state = 'waiting';
create index feed_delivery_of_subscription on feed_delivery (subscription_id, heard_at desc);
create index feed_delivery_over on feed_delivery (settled_at);
grant select, insert, update, delete
  on feed_subscription, feed_subscription_secret, feed_request, feed_delivery to gandan_serving;
