-- How long an agency keeps what was sent for events, and when it reminds; without a row the usual figures hold.
create table event_setting (
  agency_id uuid primary key references agency (id) on delete cascade,
  -- Days after the end of an event for which words of questions, and codes of invitations, are kept.
  question_days smallint not null check (question_days between 7 and 365),
  code_days smallint not null check (code_days between 7 and 365),
  -- Days before an event on which those who hold it are reminded, and after it when nothing is recorded.
  before_days smallint not null check (before_days between 1 and 30),
  after_days smallint not null check (after_days between 1 and 30),
  set_by uuid not null,
  set_at timestamptz not null,
  foreign key (agency_id, set_by) references person (agency_id, id) deferrable initially deferred
);
grant select, insert, update on event_setting to gandan_serving;

-- What the form said to who sent it; a longer time that is set afterwards does not hold for them.
alter table event_question add column keep_days smallint not null default 90 check (keep_days between 7 and 365);
alter table event_question alter column keep_days drop default;
alter table event_registration add column keep_days smallint not null default 30 check (keep_days between 7 and 365);
alter table event_registration alter column keep_days drop default;
