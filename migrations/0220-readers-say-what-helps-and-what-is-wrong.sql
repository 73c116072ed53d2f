-- What an agency has said of its own site; without a row the usual figures hold.
create table site_setting (
  agency_id uuid primary key references agency (id) on delete cascade,
  -- Within so many days who reports wrong information is answered, and on what ground.
  answer_days smallint not null check (answer_days between 1 and 60),
  warn_days smallint not null check (warn_days between 1 and 60),
  basis text not null,
  set_by uuid not null,
  set_at timestamptz not null,
  foreign key (agency_id, set_by) references person (agency_id, id) deferrable initially deferred
);
grant select, insert, update on site_setting to gandan_serving;

-- Whether a public page helped, counted by day; of who said so nothing is kept.
create table page_vote (
  agency_id uuid not null references agency (id) on delete cascade,
  path text not null check (path like '/%' and length(path) <= 500),
  day date not null,
  useful integer not null default 0 check (useful >= 0),
  not_useful integer not null default 0 check (not_useful >= 0),
  primary key (agency_id, path, day)
);
grant select, insert, update on page_vote to gandan_serving;

-- What readers say is wrong or lacking on a page. The id is made by the form: the same one sent again makes no second.
create table page_report (
  id uuid primary key,
  agency_id uuid not null references agency (id) on delete cascade,
  -- By which who sent it sees the answer without an account.
  code text not null unique check (length(code) >= 12),
  path text not null check (path like '/%' and length(path) <= 500),
  sort text not null check (sort in ('wrong', 'outdated', 'broken', 'hard', 'lacking', 'other')),
  words text not null check (btrim(words) <> ''),
  -- Sealed; only to be answered, gone once the answer has left.
  address_sealed text,
  received_at timestamptz not null,
  due_on date not null,
  outcome text check (outcome in ('corrected', 'explained', 'passed-on', 'set-aside')),
  answer text check (btrim(answer) <> ''),
  -- Where the corrected information stands.
  corrected_path text check (corrected_path like '/%'),
  answered_at timestamptz,
  answered_by uuid,
  answered_by_name text,
  mail_id uuid,
  unique (agency_id, id),
  foreign key (agency_id, answered_by) references person (agency_id, id) deferrable initially deferred,
  constraint page_report_answered_whole check (num_nonnulls(outcome, answer, answered_at, answered_by_name) in (0, 4))
);
create index page_report_open on page_report (agency_id, due_on) where outcome is null;
create index page_report_of_agency on page_report (agency_id, received_at desc, id desc);
create index page_report_mail on page_report (mail_id) where mail_id is not null;
grant select, insert, update on page_report to gandan_serving;
