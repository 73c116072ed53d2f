-- The last day at the agency of somebody who leaves; from the day after nobody signs in with that account.
alter table person add column leaves_on date;
create index person_leaving on person (leaves_on) where active and leaves_on is not null;
