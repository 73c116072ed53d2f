-- What the agency's report took over from its units, by the sendings; a period that was closed is opened with a reason.
create table unit_report_gathering (
  id uuid primary key,
  agency_id uuid not null references agency (id) on delete cascade,
  request_id uuid not null,
  report_id uuid not null,
  -- The version of the agency's report that was written by it.
  text_id uuid not null references report_text (id),
  gathered_by uuid not null,
  gathered_at timestamptz not null,
  unique (agency_id, id),
  foreign key (agency_id, request_id) references unit_report_request (agency_id, id),
  foreign key (agency_id, report_id) references report (agency_id, id),
  foreign key (agency_id, gathered_by) references person (agency_id, id)
);
create index unit_report_gathering_by_request on unit_report_gathering (request_id, gathered_at desc);

create table unit_report_gathered (
  gathering_id uuid not null,
  sending_id uuid not null,
  agency_id uuid not null references agency (id) on delete cascade,
  primary key (gathering_id, sending_id),
  foreign key (agency_id, gathering_id) references unit_report_gathering (agency_id, id),
  foreign key (agency_id, sending_id) references unit_report_sending (agency_id, id)
);

alter table unit_report_request
  add column reopened_at timestamptz,
  add column reopened_by uuid,
  add column reopen_reason text check (reopen_reason <> ''),
  add foreign key (agency_id, reopened_by) references person (agency_id, id),
  add constraint unit_report_request_reopened_with_a_reason check (
    num_nonnulls(reopened_at, reopened_by, reopen_reason) in (0, 3)
  );

grant select, insert on unit_report_gathering, unit_report_gathered to gandan_serving;
grant update (reopened_at, reopened_by, reopen_reason) on unit_report_request to gandan_serving;
