-- A named expert outside is asked to check one exact text by a link that ends; what they answer stands beside the text and
-- approves nothing. Of the link only a hash is kept.
create table outside_check (
  id uuid primary key,
  agency_id uuid not null,
  item_id uuid not null,
  revision_id uuid not null,
  hash text not null,
  name text not null check (btrim(name) <> ''),
  organization text not null check (btrim(organization) <> ''),
  email text not null check (btrim(email) <> ''),
  asks text not null check (btrim(asks) <> ''),
  asked_by uuid not null,
  asked_by_name text not null,
  asked_at timestamptz not null,
  ends_at timestamptz not null,
  openings integer not null default 0,
  opened_at timestamptz,
  revoked_by_name text,
  revoked_at timestamptz,
  verdict text check (verdict in ('right', 'mend')),
  words text,
  answered_name text,
  answered_at timestamptz,
  unique (agency_id, id),
  constraint ends_within_two_weeks check (ends_at > asked_at and ends_at <= asked_at + interval '15 days'),
  constraint answered_whole check (num_nonnulls(verdict, answered_name, answered_at) in (0, 3)),
  constraint what_to_mend_is_said check (verdict is distinct from 'mend' or coalesce(btrim(words), '') <> ''),
  constraint revoked_whole check (num_nonnulls(revoked_by_name, revoked_at) in (0, 2)),
  foreign key (agency_id, item_id) references content_item (agency_id, id) on delete cascade,
  foreign key (agency_id, asked_by) references person (agency_id, id) deferrable initially deferred,
  foreign key (item_id, revision_id, hash) references content_revision (item_id, id, hash) deferrable initially deferred
);
create index outside_check_of_item on outside_check (item_id, asked_at);
-- Apart, so that it leaves with no export.
create table outside_check_token (
  check_id uuid primary key,
  agency_id uuid not null,
  token_hash text not null unique check (token_hash ~ '^[0-9a-f]{64}$'),
  foreign key (agency_id, check_id) references outside_check (agency_id, id) on delete cascade
);
grant select, insert on outside_check, outside_check_token to gandan_serving;
grant update (openings, opened_at, revoked_by_name, revoked_at, verdict, words, answered_name, answered_at) on outside_check to gandan_serving;
