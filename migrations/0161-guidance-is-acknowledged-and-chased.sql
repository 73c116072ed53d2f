-- When a unit that had not acknowledged was last reminded, and how often.
alter table guidance_receipt
  add column reminded_at timestamptz,
  add column reminded_times integer not null default 0 check (reminded_times >= 0),
  add constraint guidance_receipt_reminded_some_time check ((reminded_at is null) = (reminded_times = 0));
grant update (reminded_at, reminded_times) on guidance_receipt to gandan_serving;

-- Letters that guide the press: written by one person, sent by another, acknowledged by each who got it.
create table press_letter (
  id uuid primary key,
  agency_id uuid not null references agency (id) on delete cascade,
  title text not null check (btrim(title) <> ''),
  body text not null check (btrim(body) <> ''),
  state text not null check (state in ('draft', 'sent')),
  made_by uuid not null,
  made_at timestamptz not null,
  sent_by uuid,
  sent_at timestamptz,
  -- By which account it is mailed; null: by hand.
  account_id uuid,
  unique (agency_id, id),
  foreign key (agency_id, account_id) references channel_account (agency_id, id),
  foreign key (agency_id, made_by) references person (agency_id, id) deferrable initially deferred,
  foreign key (agency_id, sent_by) references person (agency_id, id) deferrable initially deferred,
  constraint press_letter_sent_whole check ((state = 'sent') = (sent_at is not null) and (state = 'sent') = (sent_by is not null)),
  constraint press_letter_sent_by_another check (sent_by is null or sent_by <> made_by)
);
create index press_letter_of_agency on press_letter (agency_id, made_at desc);

create table press_letter_recipient (
  id uuid primary key,
  agency_id uuid not null,
  letter_id uuid not null,
  contact_id uuid not null,
  acknowledged_at timestamptz,
  acknowledged_how text check (acknowledged_how in ('link', 'told')),
  unique (agency_id, id),
  unique (letter_id, contact_id),
  foreign key (agency_id, letter_id) references press_letter (agency_id, id) on delete cascade,
  foreign key (agency_id, contact_id) references press_contact (agency_id, id) on delete cascade,
  constraint press_letter_acknowledged_whole check ((acknowledged_at is null) = (acknowledged_how is null))
);
create trigger press_letter_recipient_is_willing before insert on press_letter_recipient
  for each row execute function demand_a_willing_recipient();

-- Each mail of it: the letter itself (round 1), then what reminds of it. Handed over once; what nobody answered for is in doubt.
create table press_letter_mail (
  id uuid primary key,
  agency_id uuid not null,
  recipient_id uuid not null,
  round integer not null check (round >= 1),
  state text not null check (state in ('by-hand', 'waiting', 'sending', 'accepted', 'refused', 'doubt', 'left')),
  said text not null default '',
  attempts integer not null default 0,
  due_at timestamptz not null,
  changed_at timestamptz not null,
  unique (recipient_id, round),
  foreign key (agency_id, recipient_id) references press_letter_recipient (agency_id, id) on delete cascade
);
create index press_letter_mail_open on press_letter_mail (due_at) where state in ('waiting', 'sending');

grant select, insert, update, delete on press_letter, press_letter_recipient to gandan_serving;
grant select, insert, update on press_letter_mail to gandan_serving;
