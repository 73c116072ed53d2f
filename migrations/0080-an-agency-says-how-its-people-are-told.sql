-- How an agency's people are told outside the application and when they are not disturbed, where they have chosen
-- nothing themselves; without a row the usual way holds.
create table notice_default (
  agency_id uuid not null references agency (id) on delete cascade,
  kind text not null,
  mail text check (mail in ('now', 'digest', 'off')),
  push boolean,
  primary key (agency_id, kind)
);

create table notice_hours_default (
  agency_id uuid primary key references agency (id) on delete cascade,
  quiet boolean not null,
  quiet_from integer not null check (quiet_from between 0 and 1439),
  quiet_to integer not null check (quiet_to between 0 and 1439),
  quiet_days_off boolean not null,
  digest text not null check (digest in ('off', 'morning', 'twice', 'weekly')),
  push_discreet boolean not null
);

-- Null: as the agency says.
alter table notice_preference alter column mail drop not null;

grant select, insert, update on notice_default, notice_hours_default to gandan_serving;
grant delete on notice_hours to gandan_serving;
