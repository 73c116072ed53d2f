-- Systems outside that an agency tells of what happened, each by calls that it can prove came from us.
create table webhook (
  id uuid primary key,
  agency_id uuid not null references agency (id) on delete cascade,
  name text not null check (btrim(name) <> ''),
  url text not null check (url ~ '^https?://'),
  -- What it is told of.
  kinds text[] not null check (cardinality(kinds) > 0),
  -- Null: it is on. Off, what happens waits until it is on again.
  off_reason text check (btrim(off_reason) <> ''),
  off_at timestamptz,
  -- Since when no call has come through; null: the last one did.
  failing_since timestamptz,
  made_by uuid not null,
  made_at timestamptz not null,
  unique (agency_id, id),
  unique (agency_id, url),
  foreign key (agency_id, made_by) references person (agency_id, id) deferrable initially deferred,
  constraint off_with_a_reason check (num_nonnulls(off_reason, off_at) in (0, 2))
);
-- Apart, so that it leaves with no export; sealed with a key that is not in the database.
create table webhook_secret (
  webhook_id uuid primary key,
  agency_id uuid not null,
  sealed text not null,
  saved_at timestamptz not null,
  foreign key (agency_id, webhook_id) references webhook (agency_id, id) on delete cascade
);
-- One thing that happened, for one system: written down with what happened, before anything is called.
create table webhook_message (
  id uuid primary key,
  agency_id uuid not null,
  webhook_id uuid not null,
  -- In this order they are sent.
  place bigint generated always as identity,
  -- What happened is told once, however often it is heard of.
  source_key text not null,
  kind text not null,
  about jsonb not null,
  occurred_at timestamptz not null,
  state text not null check (state in ('waiting', 'sent', 'given-up')),
  -- The very words, from the first attempt on.
  body text,
  attempts integer not null default 0,
  -- How often the system has refused this one message, since it was last sent off.
  refusals integer not null default 0,
  next_try_at timestamptz not null,
  settled_at timestamptz,
  unique (agency_id, id),
  unique (webhook_id, source_key),
  foreign key (agency_id, webhook_id) references webhook (agency_id, id) on delete cascade,
  constraint settled_when_over check ((state = 'waiting') = (settled_at is null)),
  constraint attempted_with_its_words check (attempts = 0 or body is not null)
);
create index webhook_message_waiting on webhook_message (webhook_id, place) where state = 'waiting';
create index webhook_message_of_webhook on webhook_message (webhook_id, place desc);
create index webhook_message_over on webhook_message (settled_at);
-- Each call: written down before it is made; what it brought comes after.
create table webhook_attempt (
  id uuid primary key,
  agency_id uuid not null,
  message_id uuid not null,
  at timestamptz not null,
  -- Null: nothing answered, or the server stopped meanwhile.
  status integer,
  words text,
  foreign key (agency_id, message_id) references webhook_message (agency_id, id) on delete cascade
);
create index webhook_attempt_of_message on webhook_attempt (message_id, at);
grant select, insert, update, delete on webhook, webhook_secret, webhook_message, webhook_attempt to gandan_serving;
