-- Devices whose browser takes notices while no page is open (RFC 8030); the keys are the browser's (RFC 8291).
create table push_device (
  id uuid primary key,
  agency_id uuid not null,
  person_id uuid not null,
  endpoint text not null unique check (length(endpoint) <= 2000),
  public_key text not null,
  auth_secret text not null,
  name text not null,
  added_at timestamptz not null default now(),
  last_sent_at timestamptz,
  last_error text,
  foreign key (agency_id, person_id) references person (agency_id, id) on delete cascade
);
create index push_device_by_person on push_device (person_id);

alter table notice_preference add column push boolean;
alter table notice_hours add column push_discreet boolean not null default false;
alter table notice_sending drop constraint notice_sending_way_check,
  add constraint notice_sending_way_check check (way in ('mail', 'push'));

grant select, insert, update, delete on push_device to gandan_serving;
