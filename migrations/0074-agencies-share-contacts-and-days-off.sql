-- Who of an agency the other agencies of the installation may call upon, appointment by appointment, and whether an
-- agency lets those under it take its list of days off. Nothing is shared by default; taking back deletes the row.
alter table appointment add unique (agency_id, id);

create table shared_contact (
  agency_id uuid not null references agency (id) on delete cascade,
  appointment_id uuid primary key,
  -- What the person is to be asked about.
  matter text check (matter <> ''),
  shows_phone boolean not null,
  shows_email boolean not null,
  shared_by uuid not null,
  shared_at timestamptz not null,
  foreign key (agency_id, appointment_id) references appointment (agency_id, id) on delete cascade,
  foreign key (agency_id, shared_by) references person (agency_id, id),
  constraint shared_contact_can_be_reached check (shows_phone or shows_email)
);
grant select, insert, delete on shared_contact to gandan_serving;
grant update (matter, shows_phone, shows_email, shared_by, shared_at) on shared_contact to gandan_serving;

create table shared_calendar (
  agency_id uuid primary key references agency (id) on delete cascade,
  shared_by uuid not null,
  shared_at timestamptz not null,
  foreign key (agency_id, shared_by) references person (agency_id, id)
);
grant select, insert, delete on shared_calendar to gandan_serving;
