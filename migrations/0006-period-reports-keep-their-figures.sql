-- A report of one plan for one reporting period; its state is the last step that a person took.
create table report (
  id uuid primary key,
  agency_id uuid not null references agency (id) on delete cascade,
  plan_id uuid not null,
  period_code text not null,
  -- decree: closes on the 14th; calendar: whole months.
  basis text not null check (basis in ('decree', 'calendar')),
  period_from date not null,
  period_to date not null check (period_to >= period_from),
  period_label text not null,
  state text not null default 'collecting'
    check (state in ('collecting', 'frozen', 'drafted', 'reviewed', 'signed-off', 'submitted')),
  -- The freeze and the text in force; earlier ones stay in their tables.
  freeze_id uuid,
  text_id uuid,
  opened_by uuid,
  opened_at timestamptz not null default now(),
  reviewed_by uuid,
  reviewed_at timestamptz,
  signed_off_by uuid,
  signed_off_at timestamptz,
  submitted_by uuid,
  submitted_at timestamptz,
  -- As issued by the registry.
  issued_number text check (issued_number <> ''),
  issued_on date,
  unique (agency_id, id),
  -- One period is reported once; asking again finds the same report.
  unique (agency_id, plan_id, basis, period_code),
  check (state not in ('drafted', 'reviewed', 'signed-off', 'submitted') or (freeze_id is not null and text_id is not null)),
  check (state <> 'frozen' or freeze_id is not null),
  check (state not in ('signed-off', 'submitted') or signed_off_at is not null),
  check (state <> 'submitted' or (issued_number is not null and issued_on is not null)),
  foreign key (agency_id, opened_by) references person (agency_id, id) deferrable initially deferred,
  foreign key (agency_id, reviewed_by) references person (agency_id, id) deferrable initially deferred,
  foreign key (agency_id, signed_off_by) references person (agency_id, id) deferrable initially deferred,
  foreign key (agency_id, submitted_by) references person (agency_id, id) deferrable initially deferred
);

-- The chain as it stood and the figures counted from it, in canonical JSON: text, because jsonb would not give the
-- same bytes back.
create table report_freeze (
  id uuid primary key,
  agency_id uuid not null,
  report_id uuid not null,
  collected text not null,
  sha256 text not null check (sha256 ~ '^[0-9a-f]{64}$'),
  frozen_by uuid,
  frozen_at timestamptz not null,
  unique (report_id, id),
  foreign key (agency_id, report_id) references report (agency_id, id) on delete cascade,
  foreign key (agency_id, frozen_by) references person (agency_id, id) deferrable initially deferred
);

-- One row per saving; a review and a signature stand for exactly one of them.
create table report_text (
  id uuid primary key,
  agency_id uuid not null,
  report_id uuid not null,
  version integer not null check (version > 0),
  content jsonb not null,
  written_by uuid,
  written_at timestamptz not null,
  unique (report_id, version),
  unique (report_id, id),
  foreign key (agency_id, report_id) references report (agency_id, id) on delete cascade,
  foreign key (agency_id, written_by) references person (agency_id, id) deferrable initially deferred
);

alter table report
  add foreign key (id, freeze_id) references report_freeze (report_id, id) deferrable initially deferred,
  add foreign key (id, text_id) references report_text (report_id, id) deferrable initially deferred;

-- The signed file that the registry issued, as it was handed over.
create table report_signed_copy (
  report_id uuid primary key,
  agency_id uuid not null,
  file bytea not null check (octet_length(file) between 1 and 31457280),
  sha256 text not null check (sha256 ~ '^[0-9a-f]{64}$'),
  recorded_at timestamptz not null,
  foreign key (agency_id, report_id) references report (agency_id, id) on delete cascade
);

grant select, insert, update on report to gandan_serving;
-- What was frozen, written or signed is never changed.
grant select, insert on report_freeze, report_text, report_signed_copy to gandan_serving;
