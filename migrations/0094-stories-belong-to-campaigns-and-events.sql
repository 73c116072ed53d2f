-- A campaign (đợt cao điểm) or an event of an agency, from one day to another; stories belong to at most one.
create table campaign (
  id uuid primary key,
  agency_id uuid not null references agency (id) on delete cascade,
  kind text not null check (kind in ('campaign', 'event')),
  name text not null check (name <> ''),
  note text not null default '',
  from_day date not null,
  to_day date not null,
  made_by uuid not null,
  made_at timestamptz not null,
  -- Ended before its last day; null: it ends by itself.
  ended_by uuid,
  ended_at timestamptz,
  end_reason text,
  unique (agency_id, id),
  -- The same one said twice is one.
  unique (agency_id, kind, name, from_day, to_day),
  foreign key (agency_id, made_by) references person (agency_id, id),
  foreign key (agency_id, ended_by) references person (agency_id, id),
  constraint campaign_begins_before_it_ends check (from_day <= to_day),
  constraint campaign_ended_by_somebody check ((ended_by is null) = (ended_at is null) and (end_reason is null) = (ended_at is null))
);
create index campaign_by_days on campaign (agency_id, from_day, to_day);

alter table story add column campaign_id uuid,
  add foreign key (agency_id, campaign_id) references campaign (agency_id, id);
create index story_by_campaign on story (campaign_id) where campaign_id is not null;

grant select, insert, update on campaign to gandan_serving;
