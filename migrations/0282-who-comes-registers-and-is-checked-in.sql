-- Whoever comes may say so before: how many, and nothing of who. The code on the invitation is all that is checked.
alter table event add column takes_registration boolean not null default false;
alter table event add column capacity integer check (capacity > 0);

create table event_registration (
  id uuid primary key,
  agency_id uuid not null,
  event_id uuid not null,
  code text not null check (code ~ '^DK-[2-9A-HJ-NP-Z]{10}$'),
  people smallint not null check (people between 1 and 20),
  registered_at timestamptz not null,
  cancelled_at timestamptz,
  unique (agency_id, id),
  unique (agency_id, code),
  foreign key (agency_id, event_id) references event (agency_id, id) on delete cascade
);
create index event_registration_of_event on event_registration (event_id);
grant select, insert, delete on event_registration to gandan_serving;
grant update (people, cancelled_at) on event_registration to gandan_serving;

-- Who came, as a device at the door saw it. Its id is given by the device: what is sent twice is there once.
create table event_check_in (
  id uuid primary key,
  agency_id uuid not null,
  event_id uuid not null,
  -- Null: somebody who had not registered, or whose registration is forgotten.
  registration_id uuid,
  people smallint not null check (people between 1 and 20),
  -- On the clock of the device.
  at timestamptz not null,
  received_at timestamptz not null,
  by_person_id uuid not null,
  unique (agency_id, id),
  unique (registration_id),
  foreign key (agency_id, event_id) references event (agency_id, id) on delete cascade,
  foreign key (registration_id) references event_registration (id) on delete set null,
  foreign key (agency_id, by_person_id) references person (agency_id, id) deferrable initially deferred
);
create index event_check_in_of_event on event_check_in (event_id);
grant select, insert on event_check_in to gandan_serving;
