-- When a person is not to be disturbed, and when what waits comes as one mail; minutes count from midnight in Viet Nam.
-- Without a row the usual hours hold.
create table notice_hours (
  person_id uuid primary key,
  agency_id uuid not null,
  quiet boolean not null,
  quiet_from integer not null check (quiet_from between 0 and 1439),
  quiet_to integer not null check (quiet_to between 0 and 1439),
  quiet_days_off boolean not null,
  digest text not null check (digest in ('off', 'morning', 'twice', 'weekly')),
  foreign key (agency_id, person_id) references person (agency_id, id) on delete cascade
);

alter table notice_preference drop constraint notice_preference_mail_check,
  add constraint notice_preference_mail_check check (mail in ('now', 'digest', 'off'));

grant select, insert, update on notice_hours to gandan_serving;
