-- The register of the accounts under which an agency speaks, and how each is posted to.
create table channel_account (
  id uuid primary key,
  agency_id uuid not null references agency (id) on delete cascade,
  network text not null check (network ~ '^[a-z][a-z-]*$'),
  name text not null check (btrim(name) <> ''),
  handle text not null,
  url text check (url ~ '^https?://'),
  -- Null: our portal belongs to the agency as a whole.
  unit_id uuid check (unit_id is not null or way = 'own'),
  administrators text not null,
  decision text not null,
  is_verified boolean not null,
  note text not null,
  -- rehearsal: recorded, sent nowhere; manual: a person posts; connected: the network is called; own: our portal, which calls nobody.
  way text not null check (way in ('rehearsal', 'manual', 'connected', 'own')),
  state text not null check (state in ('open', 'paused', 'closed')),
  state_reason text,
  state_by uuid,
  state_at timestamptz not null,
  -- What the network asked: nothing before this.
  held_until timestamptz,
  made_by uuid,
  made_at timestamptz not null,
  unique (agency_id, id),
  foreign key (agency_id, unit_id) references unit (agency_id, id) deferrable initially deferred,
  foreign key (agency_id, state_by) references person (agency_id, id) deferrable initially deferred,
  foreign key (agency_id, made_by) references person (agency_id, id) deferrable initially deferred,
  constraint account_stopped_with_a_reason check (state = 'open' or btrim(coalesce(state_reason, '')) <> '')
);
create unique index channel_account_once on channel_account (agency_id, network, lower(name)) where state <> 'closed';
create unique index channel_account_own on channel_account (agency_id) where way = 'own';
-- Apart, so that it leaves with no export; sealed with a key that is not in the database.
create table channel_credential (
  account_id uuid primary key,
  agency_id uuid not null,
  sealed text not null,
  is_dead boolean not null default false,
  why text,
  expires_at timestamptz,
  saved_by uuid,
  saved_at timestamptz not null,
  foreign key (agency_id, account_id) references channel_account (agency_id, id) on delete cascade,
  constraint dead_with_a_reason check (is_dead = (why is not null))
);
-- One switch stops everything that an agency sends.
create table channel_pause (
  agency_id uuid primary key references agency (id) on delete cascade,
  reason text not null check (btrim(reason) <> ''),
  paused_by uuid not null,
  paused_at timestamptz not null,
  foreign key (agency_id, paused_by) references person (agency_id, id) deferrable initially deferred
);

-- What goes out under which account: written down before anything is called.
create table delivery (
  id uuid primary key,
  agency_id uuid not null,
  item_id uuid not null,
  account_id uuid not null,
  state text not null check (state in ('pending', 'submitting', 'submitted', 'placed', 'refused', 'failed', 'unknown', 'withdrawn')),
  -- Null: as soon as the text is public.
  wanted_at timestamptz,
  -- Words of its own for this channel; null: what follows from the approved text.
  own_text text check (btrim(own_text) <> ''),
  own_text_by uuid,
  own_text_at timestamptz,
  own_text_approved_by uuid,
  own_text_approved_at timestamptz,
  -- From when it may go out, and which text; null: the text is not public yet.
  due_at timestamptz,
  revision_id uuid,
  revision_hash text,
  -- What the network gives back, so that what was sent is found again.
  marker text not null unique,
  attempts integer not null default 0,
  next_try_at timestamptz,
  -- The process that works on it; its sign of life is a lock.
  taken_by uuid,
  -- Set and committed before the one call that makes it visible; a second such call needs it cleared by what is known.
  risky_at timestamptz,
  handles jsonb not null default '{}',
  reason text,
  -- True: it stands nowhere, the account only rehearses.
  is_rehearsal boolean not null default false,
  -- True: nobody but a person can tell what became of it.
  needs_person boolean not null default false,
  planned_by uuid,
  planned_at timestamptz not null,
  settled_at timestamptz,
  unique (agency_id, id),
  foreign key (agency_id, item_id) references content_item (agency_id, id) on delete cascade,
  foreign key (agency_id, account_id) references channel_account (agency_id, id) on delete cascade,
  foreign key (item_id, revision_id, revision_hash) references content_revision (item_id, id, hash) deferrable initially deferred,
  foreign key (agency_id, own_text_by) references person (agency_id, id) deferrable initially deferred,
  foreign key (agency_id, own_text_approved_by) references person (agency_id, id) deferrable initially deferred,
  foreign key (agency_id, planned_by) references person (agency_id, id) deferrable initially deferred,
  constraint own_words_have_a_writer check (num_nonnulls(own_text, own_text_by, own_text_at) in (0, 3)),
  constraint own_words_approved_whole check (num_nonnulls(own_text_approved_by, own_text_approved_at) in (0, 2) and (own_text_approved_by is null or own_text is not null)),
  constraint own_words_need_a_second_person check (own_text_approved_by <> own_text_by),
  constraint due_with_its_text check (num_nonnulls(due_at, revision_id, revision_hash) in (0, 3)),
  constraint sent_only_when_due check (state in ('pending', 'withdrawn') or due_at is not null),
  constraint own_words_sent_only_approved check (state in ('pending', 'withdrawn') or own_text is null or own_text_approved_by is not null),
  constraint worked_on_by_one check ((taken_by is not null) = (state = 'submitting')),
  constraint unknown_after_the_call check (state <> 'unknown' or risky_at is not null),
  constraint refused_with_a_reason check (state <> 'refused' or reason is not null)
);
-- Never twice: one delivery of a text under an account, until somebody took it back.
create unique index delivery_once on delivery (account_id, item_id) where state <> 'withdrawn' and not is_rehearsal;
create unique index delivery_rehearsed_once on delivery (account_id, item_id) where state <> 'withdrawn' and is_rehearsal;
-- At most one call to a network under one account at a time.
create unique index delivery_one_at_a_time on delivery (account_id) where state = 'submitting';
create index delivery_due on delivery (account_id, due_at, id) where state in ('pending', 'failed');
create index delivery_open on delivery (state) where state in ('submitting', 'submitted', 'unknown');
create index delivery_of_item on delivery (item_id);
create index delivery_of_agency on delivery (agency_id, planned_at desc);

-- The call that makes something visible is made once; a second time only after it is known that the first did nothing.
create function demand_one_risky_call() returns trigger language plpgsql as $$
begin
  if new.risky_at <> old.risky_at then
    raise exception 'the visible call was made already' using errcode = 'check_violation', constraint = 'one_risky_call';
  end if;
  return new;
end $$;
create trigger delivery_one_risky_call before update of risky_at on delivery
  for each row when (old.risky_at is not null and new.risky_at is not null) execute function demand_one_risky_call();

-- What happened to it, only growing.
create table delivery_event (
  id uuid primary key,
  agency_id uuid not null,
  delivery_id uuid not null,
  at timestamptz not null,
  state text not null,
  words text not null,
  by_name text not null,
  foreign key (agency_id, delivery_id) references delivery (agency_id, id) on delete cascade
);
create index delivery_event_of_delivery on delivery_event (delivery_id, at, id);

-- The fact: where it stands, since when, which text.
create table placement (
  id uuid primary key,
  agency_id uuid not null,
  delivery_id uuid not null unique,
  item_id uuid not null,
  account_id uuid not null,
  url text check (url ~ '^(https?://|/)'),
  remote_id text,
  placed_at timestamptz not null,
  recorded_by uuid,
  recorded_at timestamptz not null,
  -- Which text stands there now.
  revision_id uuid not null,
  revision_hash text not null,
  taken_down_at timestamptz,
  unique (agency_id, id),
  foreign key (agency_id, delivery_id) references delivery (agency_id, id) on delete cascade,
  foreign key (agency_id, recorded_by) references person (agency_id, id) deferrable initially deferred,
  constraint placed_somewhere check (num_nonnulls(url, remote_id) > 0)
);
create index placement_of_item on placement (item_id);
-- The same address proves one placement, not two.
create unique index placement_address_once on placement (agency_id, url) where url is not null and taken_down_at is null;

-- Pictures that show it: taken by the system or attached by a person.
create table placement_proof (
  id uuid primary key,
  agency_id uuid not null,
  placement_id uuid not null,
  content_type text not null,
  bytes integer not null check (bytes > 0),
  sha256 text not null,
  added_by uuid,
  added_at timestamptz not null,
  unique (placement_id, sha256),
  foreign key (agency_id, placement_id) references placement (agency_id, id) on delete cascade,
  foreign key (agency_id, added_by) references person (agency_id, id) deferrable initially deferred
);

grant select, insert, update on channel_account, channel_credential, delivery, placement to gandan_serving;
grant select, insert, update, delete on channel_pause to gandan_serving;
grant delete on channel_credential to gandan_serving;
grant select, insert on delivery_event, placement_proof to gandan_serving;
