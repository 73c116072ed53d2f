-- Units are asked for a report on a period of a plan: once for each period, by a day, with figures from the chain.
create table unit_report_request (
  id uuid primary key,
  agency_id uuid not null references agency (id) on delete cascade,
  plan_id uuid not null,
  period_code text not null,
  basis text not null check (basis in ('decree', 'calendar')),
  period_from date not null,
  period_to date not null check (period_to >= period_from),
  period_label text not null,
  due_on date not null,
  note text check (note <> ''),
  -- Figures beside those of the chain: [{ key, label, unit }].
  extras jsonb not null default '[]' check (jsonb_typeof(extras) = 'array'),
  asked_by uuid not null,
  asked_at timestamptz not null,
  -- By the signing of the agency's own report; a reopening takes it back.
  locked_at timestamptz,
  locked_report_id uuid,
  unique (agency_id, id),
  unique (agency_id, plan_id, basis, period_code),
  foreign key (agency_id, plan_id) references plan (agency_id, id),
  foreign key (agency_id, asked_by) references person (agency_id, id),
  foreign key (agency_id, locked_report_id) references report (agency_id, id),
  constraint unit_report_request_locked_by_a_report check ((locked_at is null) = (locked_report_id is null))
);

create table unit_report (
  id uuid primary key,
  agency_id uuid not null references agency (id) on delete cascade,
  request_id uuid not null,
  unit_id uuid not null,
  state text not null default 'asked' check (state in ('asked', 'writing', 'sent', 'returned', 'accepted')),
  asked_at timestamptz not null,
  -- The text and the sending in force; earlier ones stay in their tables.
  text_id uuid,
  sending_id uuid,
  -- Working days after the day it was due on, at the first sending.
  late_days integer check (late_days >= 0),
  unique (agency_id, id),
  unique (request_id, unit_id),
  foreign key (agency_id, request_id) references unit_report_request (agency_id, id),
  foreign key (agency_id, unit_id) references unit (agency_id, id),
  constraint unit_report_written check ((text_id is null) = (state = 'asked')),
  constraint unit_report_sent check (
    (sending_id is not null) = (state in ('sent', 'returned', 'accepted')) and (late_days is null) = (sending_id is null)
  )
);
create index unit_report_by_unit on unit_report (unit_id, state);

-- Every saved version of what a unit wrote.
create table unit_report_text (
  id uuid primary key,
  agency_id uuid not null references agency (id) on delete cascade,
  unit_report_id uuid not null,
  version integer not null check (version > 0),
  content jsonb not null,
  written_by uuid not null,
  written_at timestamptz not null,
  unique (agency_id, id),
  unique (unit_report_id, version),
  foreign key (agency_id, unit_report_id) references unit_report (agency_id, id),
  foreign key (agency_id, written_by) references person (agency_id, id)
);

-- What was sent in each round: exactly one version, with the figures of that moment and what was corrected in them.
create table unit_report_sending (
  id uuid primary key,
  agency_id uuid not null references agency (id) on delete cascade,
  unit_report_id uuid not null,
  round integer not null check (round > 0),
  text_id uuid not null,
  figures jsonb not null,
  sent_by uuid not null,
  sent_at timestamptz not null,
  returned_by uuid,
  returned_at timestamptz,
  return_reason text check (return_reason <> ''),
  accepted_by uuid,
  accepted_at timestamptz,
  unique (agency_id, id),
  unique (unit_report_id, round),
  foreign key (agency_id, unit_report_id) references unit_report (agency_id, id),
  foreign key (agency_id, text_id) references unit_report_text (agency_id, id),
  foreign key (agency_id, sent_by) references person (agency_id, id),
  foreign key (agency_id, returned_by) references person (agency_id, id),
  foreign key (agency_id, accepted_by) references person (agency_id, id),
  constraint unit_report_returned_with_a_reason check (num_nonnulls(returned_by, returned_at, return_reason) in (0, 3)),
  constraint unit_report_accepted_by_a_person check ((accepted_by is null) = (accepted_at is null))
);

alter table unit_report
  add foreign key (agency_id, text_id) references unit_report_text (agency_id, id),
  add foreign key (agency_id, sending_id) references unit_report_sending (agency_id, id);

-- A unit is reminded once a day at most; whom it reached stays.
create table unit_report_reminder (
  id uuid primary key,
  agency_id uuid not null references agency (id) on delete cascade,
  unit_report_id uuid not null,
  day date not null,
  told jsonb not null check (jsonb_typeof(told) = 'array'),
  reminded_by uuid not null,
  reminded_at timestamptz not null,
  unique (unit_report_id, day),
  foreign key (agency_id, unit_report_id) references unit_report (agency_id, id),
  foreign key (agency_id, reminded_by) references person (agency_id, id)
);

grant select, insert on unit_report_request, unit_report, unit_report_text, unit_report_sending, unit_report_reminder
  to gandan_serving;
grant update (locked_at, locked_report_id) on unit_report_request to gandan_serving;
grant update (state, text_id, sending_id, late_days) on unit_report to gandan_serving;
grant update (returned_by, returned_at, return_reason, accepted_by, accepted_at) on unit_report_sending
  to gandan_serving;
