-- What a source means by a number, in its own words as they stood; other words are another version.
create table figure_definition (
  id uuid primary key,
  agency_id uuid not null references agency (id) on delete cascade,
  network text not null,
  metric text not null,
  source text not null check (source in ('network', 'person')),
  -- What the source itself calls it.
  name text not null check (btrim(name) <> ''),
  words text not null check (btrim(words) <> '' and length(words) <= 2000),
  version integer not null check (version > 0),
  since timestamptz not null,
  unique (agency_id, id),
  unique (agency_id, network, metric, source, name, version)
);
create unique index figure_definition_once
  on figure_definition (agency_id, network, metric, source, name, md5(words));

-- One number of one placement as it was at a moment. Readings are added and never changed: one that was wrong is
-- superseded by another, which says why. No row: unknown.
create table figure_reading (
  id uuid primary key,
  agency_id uuid not null,
  placement_id uuid not null,
  metric text not null check (metric in ('reach', 'views', 'plays', 'watch-seconds', 'reactions', 'comments', 'shares', 'mail-opens')),
  -- Null: what was said before was wrong, and the right number is not known.
  value bigint check (value >= 0),
  taken_at timestamptz not null,
  -- True: the day is known, the hour is not.
  day_only boolean not null,
  source text not null check (source in ('network', 'person')),
  definition_id uuid not null,
  -- Null: the system itself.
  recorded_by uuid,
  recorded_at timestamptz not null,
  supersedes uuid,
  reason text check (btrim(reason) <> ''),
  -- On what the readers' consent to being counted rests.
  consent text check (btrim(consent) <> ''),
  unique (agency_id, id),
  unique (id, placement_id, metric),
  foreign key (agency_id, placement_id) references placement (agency_id, id) on delete cascade,
  foreign key (agency_id, definition_id) references figure_definition (agency_id, id) deferrable initially deferred,
  foreign key (agency_id, recorded_by) references person (agency_id, id) deferrable initially deferred,
  foreign key (supersedes, placement_id, metric) references figure_reading (id, placement_id, metric) deferrable initially deferred,
  constraint unknown_only_instead_of_another check (value is not null or supersedes is not null),
  constraint superseded_with_a_reason check (num_nonnulls(supersedes, reason) in (0, 2)),
  constraint read_by_a_network_or_a_person check ((source = 'network') = (recorded_by is null)),
  constraint not_read_in_the_future check (taken_at <= recorded_at + interval '5 minutes'),
  constraint opens_counted_only_with_consent check (metric <> 'mail-opens' or value is null or consent is not null)
);
-- A reading is superseded once; what is wrong about the second is put right in turn.
create unique index figure_superseded_once on figure_reading (supersedes) where supersedes is not null;
-- One source says one number of one moment.
create unique index figure_said_once on figure_reading (placement_id, metric, source, taken_at) where supersedes is null;
create index figure_newest on figure_reading (placement_id, metric, taken_at desc, recorded_at desc);
create index placement_of_agency on placement (agency_id, placed_at);
create index placement_of_account on placement (account_id, placed_at);

create function refuse_changed_figures() returns trigger language plpgsql as $$
begin
  -- A placement that goes with its agency takes its figures along; nothing else does.
  if tg_op = 'DELETE' and pg_trigger_depth() > 1 then
    return old;
  end if;
  raise exception 'figures are added, never changed' using errcode = 'check_violation', constraint = 'figures_only_grow';
end $$;
create trigger figure_reading_only_grows before update or delete on figure_reading
  for each row execute function refuse_changed_figures();
create trigger figure_definition_only_grows before update or delete on figure_definition
  for each row execute function refuse_changed_figures();

-- When a network is asked again for the figures of a placement.
create table figure_watch (
  placement_id uuid primary key,
  agency_id uuid not null,
  account_id uuid not null,
  -- Null: not asked any more.
  next_at timestamptz,
  asked_at timestamptz,
  -- Why it is not asked any more, where that is no matter of time.
  ended text,
  foreign key (agency_id, placement_id) references placement (agency_id, id) on delete cascade,
  foreign key (agency_id, account_id) references channel_account (agency_id, id) on delete cascade
);
create index figure_watch_due on figure_watch (account_id, next_at) where next_at is not null;

-- How reading figures under an account goes.
create table figure_source (
  account_id uuid primary key,
  agency_id uuid not null,
  -- A worker asks, or the network wants to be left alone, until then.
  held_until timestamptz,
  failures integer not null default 0 check (failures >= 0),
  trouble text,
  -- What the network does not tell, by its own name: since when, and why.
  missing jsonb not null default '{}',
  foreign key (agency_id, account_id) references channel_account (agency_id, id) on delete cascade
);

grant select, insert on figure_definition, figure_reading to gandan_serving;
grant select, insert, update on figure_watch, figure_source to gandan_serving;
