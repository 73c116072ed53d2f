-- Somebody wants to follow topics by mail; nothing is followed before the link that was mailed is used.
create table follow_request (
  id uuid primary key,
  agency_id uuid not null references agency (id) on delete cascade,
  -- Under a key of the installation: tells the same address again, and nothing else.
  address_hash text not null,
  -- Null: confirmed or expired, no longer needed here.
  address_sealed text,
  topics text[] not null check (cardinality(topics) between 1 and 40),
  pace text not null check (pace in ('at-once', 'daily', 'weekly')),
  token_hash text not null unique,
  asked_at timestamptz not null,
  expires_at timestamptz not null check (expires_at > asked_at),
  confirmed_at timestamptz,
  mail_id uuid
);
create index follow_request_of_address on follow_request (agency_id, address_hash, asked_at);
create index follow_request_mail on follow_request (mail_id) where mail_id is not null;

-- One topic that one confirmed address follows.
create table reader_subscription (
  id uuid primary key,
  agency_id uuid not null references agency (id) on delete cascade,
  address_hash text not null,
  address_sealed text,
  topic text not null check (topic <> ''),
  pace text not null check (pace in ('at-once', 'daily', 'weekly')),
  confirmed_at timestamptz not null,
  ended_at timestamptz,
  end_reason text check (end_reason in ('reader', 'returned')),
  constraint reader_subscription_ended_whole check (num_nonnulls(ended_at, end_reason) in (0, 2)),
  -- An address is kept as long as it is written to.
  constraint reader_subscription_forgets check ((ended_at is null) = (address_sealed is not null))
);
create unique index reader_subscription_once on reader_subscription (agency_id, address_hash, topic)
  where ended_at is null;
create index reader_subscription_topic on reader_subscription (agency_id, topic) where ended_at is null;

-- What an address is still to be told, or was told, once however many of its topics name it.
create table reader_news (
  agency_id uuid not null references agency (id) on delete cascade,
  address_hash text not null,
  object_id uuid not null,
  heard_at timestamptz not null,
  due_at timestamptz not null,
  mail_id uuid,
  primary key (agency_id, address_hash, object_id)
);
create index reader_news_due on reader_news (due_at) where mail_id is null;
create index reader_news_mail on reader_news (mail_id) where mail_id is not null;
grant select, insert, update, delete on follow_request, reader_news to gandan_serving;
grant select, insert, update on reader_subscription to gandan_serving;
