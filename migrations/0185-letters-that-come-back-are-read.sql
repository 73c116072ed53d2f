-- The mailbox to which letters of the press come back, one for each account that writes to it.
create table press_mailbox (
  account_id uuid primary key,
  agency_id uuid not null,
  -- To where letters come back; with tags each letter has an address of its own under it.
  address text not null check (address ~ '^[^@[:space:]]+@[^@[:space:]]+$'),
  uses_tags boolean not null,
  host text not null,
  port integer not null check (port between 1 and 65535),
  folder text not null,
  -- What lets us in; sealed with a key that is not in the database.
  sealed text not null,
  saved_by uuid not null,
  saved_at timestamptz not null,
  -- So far it was read: the numbers of a mailbox count within one validity alone.
  uid_validity text,
  last_uid bigint not null default 0 check (last_uid >= 0),
  last_read_at timestamptz,
  -- Since when it cannot be read, and why; null: the last time it could.
  failing_since timestamptz,
  why text,
  constraint press_mailbox_fails_for_a_reason check (num_nonnulls(failing_since, why) in (0, 2)),
  foreign key (agency_id, account_id) references channel_account (agency_id, id) on delete cascade,
  foreign key (agency_id, saved_by) references person (agency_id, id) deferrable initially deferred
);
grant select, insert, update, delete on press_mailbox to gandan_serving;

-- What came back by mail and was ours: each letter once, whatever number it stands under. It only grows.
create table press_return (
  id uuid primary key,
  agency_id uuid not null,
  account_id uuid not null,
  uid_validity text not null,
  uid bigint not null,
  -- Names the letter without saying it: of its Message-ID, or of all of it.
  message_key text not null,
  -- bounce: not delivered; delay: still tried; complaint: called unwanted.
  verdict text not null check (verdict in ('bounce', 'delay', 'complaint')),
  contact_id uuid not null,
  said text not null,
  at timestamptz not null,
  unique (account_id, uid_validity, uid),
  unique (account_id, message_key),
  foreign key (agency_id, account_id) references channel_account (agency_id, id) on delete cascade,
  foreign key (agency_id, contact_id) references press_contact (agency_id, id) on delete cascade
);
create index press_return_of_account on press_return (account_id, at desc);
grant select, insert on press_return to gandan_serving;

-- A letter written to the same address again, after it was said to take letters, may come back again.
alter table press_bounce
  add column round smallint not null default 0 check (round between 0 and 31),
  drop constraint press_bounce_source_id_key_key,
  add constraint press_bounce_once unique (source_id, key, round);

alter table press_letter_mail
  drop constraint press_letter_mail_state_check,
  add constraint press_letter_mail_state_check
    check (state in ('by-hand', 'waiting', 'sending', 'accepted', 'refused', 'doubt', 'left', 'returned'));

alter table press_contact
  drop constraint press_contact_opted_out_how_check,
  add constraint press_contact_opted_out_how_check
    check (opted_out_how in ('told', 'link', 'one-click', 'complaint'));
