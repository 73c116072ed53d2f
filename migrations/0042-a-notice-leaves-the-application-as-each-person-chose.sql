-- How a person wants to be told of a kind of notices outside the application; without a row the usual way holds.
create table notice_preference (
  agency_id uuid not null,
  person_id uuid not null,
  kind text not null,
  mail text not null check (mail in ('now', 'off')),
  primary key (person_id, kind),
  foreign key (agency_id, person_id) references person (agency_id, id) on delete cascade
);

-- A notice on its way out of the application. What a mail says is written when it goes out.
create table notice_sending (
  notice_id uuid not null references notice (id) on delete cascade,
  way text not null check (way in ('mail')),
  agency_id uuid not null references agency (id) on delete cascade,
  state text not null default 'waiting' check (state in ('waiting', 'handed-over', 'dropped')),
  due_at timestamptz not null,
  mail_id uuid references mail (id) on delete set null,
  primary key (notice_id, way),
  check (state = 'handed-over' or mail_id is null)
);
create index notice_sending_due on notice_sending (due_at) where state = 'waiting';
create index notice_sending_by_mail on notice_sending (mail_id) where mail_id is not null;

-- 'unneeded': what the mail was to tell of was settled before it went out.
alter table mail drop constraint mail_state_check,
  add constraint mail_state_check check (state in ('pending', 'sending', 'sent', 'unknown', 'refused', 'unneeded'));

grant select, insert, update on notice_preference, notice_sending to gandan_serving;
