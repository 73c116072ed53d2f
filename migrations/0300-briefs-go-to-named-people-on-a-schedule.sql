-- When a brief or a report goes by mail to named people of the agency.
create table brief_schedule (
  id uuid primary key,
  agency_id uuid not null references agency (id) on delete cascade,
  name text not null check (btrim(name) <> ''),
  what text not null check (what in ('brief', 'report')),
  every text not null check (every in ('week', 'month', 'quarter')),
  -- Of the week (1 is Monday), or of the month; months and quarters close on the 14th.
  day smallint not null,
  -- In Việt Nam's time.
  hour smallint not null check (hour between 0 and 23),
  state text not null check (state in ('active', 'paused', 'ended')),
  -- Nothing that was due before this goes out: when it was made, changed or taken up again.
  since timestamptz not null,
  made_by uuid not null,
  made_at timestamptz not null,
  unique (agency_id, id),
  foreign key (agency_id, made_by) references person (agency_id, id) deferrable initially deferred,
  constraint brief_schedule_day check (
    case every when 'week' then day between 1 and 7 when 'month' then day between 1 and 28 else day between 15 and 28 end)
);
grant select, insert on brief_schedule to gandan_serving;
grant update (name, what, every, day, hour, state, since) on brief_schedule to gandan_serving;

create table brief_schedule_person (
  agency_id uuid not null references agency (id) on delete cascade,
  schedule_id uuid not null,
  person_id uuid not null,
  primary key (schedule_id, person_id),
  foreign key (agency_id, schedule_id) references brief_schedule (agency_id, id) on delete cascade,
  foreign key (agency_id, person_id) references person (agency_id, id) on delete cascade deferrable initially deferred
);
grant select, insert, delete on brief_schedule_person to gandan_serving;

-- What was sent to whom for which time: written with its mail in one act before anything goes out, so once.
create table brief_sending (
  id uuid primary key,
  agency_id uuid not null references agency (id) on delete cascade,
  schedule_id uuid not null,
  person_id uuid not null,
  person_name text not null,
  -- The day that the schedule names, before days off moved it.
  slot date not null,
  period_code text not null,
  due_at timestamptz not null,
  made_at timestamptz not null,
  mail_id uuid unique,
  -- Why nothing went out, instead of the mail.
  withheld text check (btrim(withheld) <> ''),
  -- When its owner was told that it did not arrive.
  told_at timestamptz,
  unique (agency_id, id),
  unique (schedule_id, person_id, slot),
  foreign key (agency_id, schedule_id) references brief_schedule (agency_id, id) on delete cascade,
  foreign key (agency_id, person_id) references person (agency_id, id) on delete cascade deferrable initially deferred,
  constraint brief_sending_goes_or_says_why check (mail_id is not null or withheld is not null)
);
create index brief_sending_untold on brief_sending (made_at) where mail_id is not null and told_at is null;
grant select, insert on brief_sending to gandan_serving;
grant update (withheld, told_at) on brief_sending to gandan_serving;
