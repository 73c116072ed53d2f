-- Of a unit of which dossiers and a system's counts are both known in a period, a person may say that the counts hold.
create table dossier_source (
  agency_id uuid not null references agency (id) on delete cascade,
  period text not null check (period ~ '^20\d\d(-(0[1-9]|1[0-2]|Q[1-4]|H[12]|9M))?$'),
  unit_key text not null check (unit_key <> ''),
  -- As it was written when it was said.
  unit text not null,
  source text not null check (source in ('dossiers', 'counts')),
  reason text not null check (btrim(reason) <> ''),
  said_by uuid not null,
  said_at timestamptz not null,
  primary key (agency_id, period, unit_key),
  foreign key (agency_id, said_by) references person (agency_id, id) deferrable initially deferred
);
grant select, insert, update on dossier_source to gandan_serving;

-- Satisfaction as the system wrote it, in hundredths of a percent; it is never worked out, and null where it says nothing.
alter table dossier_count add column satisfaction integer check (satisfaction between 0 and 10000);
alter table dossier_count_former add column satisfaction integer;
