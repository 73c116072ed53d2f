-- The figures of a period as they were made public; a correction is a version of its own, with its reason.
create table timeliness_publication (
  id uuid primary key,
  agency_id uuid not null references agency (id) on delete cascade,
  period text not null check (period ~ '^20\d\d(-(0[1-9]|1[0-2]|Q[1-4]|H[12]|9M))?$'),
  version integer not null check (version > 0),
  figures jsonb not null,
  reason text not null,
  published_by uuid not null,
  published_at timestamptz not null,
  unique (agency_id, period, version),
  foreign key (agency_id, published_by) references person (agency_id, id),
  constraint timeliness_correction_has_a_reason check (version = 1 or btrim(reason) <> '')
);
grant select, insert on timeliness_publication to gandan_serving;
