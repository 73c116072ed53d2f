-- The screen that people touch at the one-stop shop; without a row it is as it comes.
create table procedure_kiosk (
  agency_id uuid primary key references agency (id) on delete cascade,
  -- What people read first.
  message text not null check (length(message) <= 300),
  -- After so long without a touch it asks whether somebody is there.
  idle_seconds integer not null check (idle_seconds between 30 and 900),
  changed_by uuid,
  changed_at timestamptz not null,
  foreign key (agency_id, changed_by) references person (agency_id, id) deferrable initially deferred
);
grant select, insert on procedure_kiosk to gandan_serving;
grant update (message, idle_seconds, changed_by, changed_at) on procedure_kiosk to gandan_serving;
