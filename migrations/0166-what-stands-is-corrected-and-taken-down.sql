-- A text was corrected or taken back: what is to be done where it stands, written down before a network is called.
create table placement_change (
  id uuid primary key,
  agency_id uuid not null,
  placement_id uuid not null,
  delivery_id uuid not null,
  account_id uuid not null,
  item_id uuid not null,
  -- replace: taken down there, then posted anew, where a network changes nothing.
  act text not null check (act in ('correct', 'remove', 'replace')),
  state text not null check (state in ('waiting', 'running', 'accepted', 'done', 'refused', 'failed', 'unknown', 'dropped')),
  -- The text that is to stand there; of a removal the one that stands.
  revision_id uuid not null,
  revision_hash text not null,
  reason text not null,
  -- Null: publishing the corrected text asked for it. Nothing is taken down by itself.
  asked_by uuid,
  asked_at timestamptz not null,
  attempts integer not null default 0,
  next_try_at timestamptz,
  taken_by uuid,
  -- Set and committed before the one call that people see.
  risky_at timestamptz,
  handles jsonb not null default '{}',
  why text,
  needs_person boolean not null default false,
  settled_at timestamptz,
  unique (agency_id, id),
  foreign key (agency_id, placement_id) references placement (agency_id, id) on delete cascade,
  foreign key (agency_id, delivery_id) references delivery (agency_id, id) on delete cascade,
  foreign key (agency_id, account_id) references channel_account (agency_id, id) on delete cascade,
  foreign key (agency_id, item_id) references content_item (agency_id, id) on delete cascade,
  foreign key (item_id, revision_id, revision_hash) references content_revision (item_id, id, hash) deferrable initially deferred,
  foreign key (agency_id, asked_by) references person (agency_id, id) deferrable initially deferred,
  constraint taken_down_by_a_person check (act = 'correct' or asked_by is not null),
  constraint taken_down_with_a_reason check (act = 'correct' or btrim(reason) <> ''),
  constraint change_worked_on_by_one check ((taken_by is not null) = (state = 'running')),
  constraint change_unknown_after_the_call check (state <> 'unknown' or risky_at is not null),
  constraint change_refused_with_a_reason check (state <> 'refused' or why is not null),
  constraint change_settled_when_over check ((settled_at is not null) = (state in ('done', 'dropped')))
);
-- One thing at a time is to be done where a text stands.
create unique index placement_change_open on placement_change (placement_id) where state not in ('done', 'dropped');
create unique index placement_change_one_at_a_time on placement_change (account_id) where state = 'running';
create index placement_change_due on placement_change (account_id, asked_at, id) where state in ('waiting', 'failed');
create index placement_change_asking on placement_change (next_try_at) where state in ('accepted', 'unknown');
create index placement_change_of_item on placement_change (item_id);
create trigger placement_change_one_risky_call before update of risky_at on placement_change
  for each row when (old.risky_at is not null and new.risky_at is not null) execute function demand_one_risky_call();

-- At most one call under an account, whether it posts or changes what stands: whoever comes second is turned away.
create function demand_account_at_rest() returns trigger language plpgsql as $$
begin
  perform 1 from channel_account where id = new.account_id for no key update;
  if (tg_table_name = 'delivery' and exists (select from placement_change where account_id = new.account_id and state = 'running'))
    or (tg_table_name = 'placement_change' and exists (select from delivery where account_id = new.account_id and state = 'submitting')) then
    raise exception 'the account is being called already' using errcode = 'unique_violation', constraint = 'account_one_call';
  end if;
  return new;
end $$;
create trigger delivery_account_at_rest before update of state on delivery
  for each row when (new.state = 'submitting' and old.state <> 'submitting') execute function demand_account_at_rest();
create trigger placement_change_account_at_rest before update of state on placement_change
  for each row when (new.state = 'running' and old.state <> 'running') execute function demand_account_at_rest();

-- Since when the text stands there that stands there now; null: since it was placed.
alter table placement add column renewed_at timestamptz;

grant select, insert, update on placement_change to gandan_serving;
