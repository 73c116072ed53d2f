-- When may be posted: of the agency as a whole, of a network, of one account. What is null follows the wider rule.
create table posting_rule (
  id uuid primary key,
  agency_id uuid not null references agency (id) on delete cascade,
  network text check (network ~ '^[a-z][a-z-]*$'),
  account_id uuid,
  -- Windows of weekdays and hours: [{"days": [1, 2], "from": "07:00", "to": "08:30"}].
  good jsonb check (jsonb_typeof(good) = 'array'),
  closed jsonb check (jsonb_typeof(closed) = 'array'),
  closed_on_days_off boolean,
  -- 0: as many as one likes, though the wider rule has a bound.
  most_per_day integer check (most_per_day between 0 and 1000),
  most_per_day_in_campaign integer check (most_per_day_in_campaign between 0 and 1000),
  minutes_apart integer check (minutes_apart between 0 and 1440),
  saved_by uuid,
  saved_at timestamptz not null,
  foreign key (agency_id, account_id) references channel_account (agency_id, id) on delete cascade,
  foreign key (agency_id, saved_by) references person (agency_id, id) deferrable initially deferred,
  constraint posting_rule_of_one_thing check (network is null or account_id is null)
);
create unique index posting_rule_once on posting_rule (agency_id, network, account_id) nulls not distinct;

-- Days on which nothing is posted: mourning, an inspection, a day on which all were told to be silent.
create table quiet_days (
  id uuid primary key,
  agency_id uuid not null references agency (id) on delete cascade,
  network text check (network ~ '^[a-z][a-z-]*$'),
  account_id uuid,
  from_day date not null,
  to_day date not null,
  reason text not null check (btrim(reason) <> ''),
  made_by uuid,
  made_at timestamptz not null,
  foreign key (agency_id, account_id) references channel_account (agency_id, id) on delete cascade,
  foreign key (agency_id, made_by) references person (agency_id, id) deferrable initially deferred,
  constraint quiet_days_in_order check (to_day >= from_day and to_day < from_day + 366),
  constraint quiet_days_of_one_thing check (network is null or account_id is null)
);
create index quiet_days_of_agency on quiet_days (agency_id, to_day);

-- Why it goes out at a time that a rule of the agency forbids; null: no rule does.
alter table delivery add column time_reason text check (btrim(time_reason) <> '');

grant select, insert, update, delete on posting_rule, quiet_days to gandan_serving;
