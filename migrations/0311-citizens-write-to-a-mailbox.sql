-- The mailbox to which citizens write; what lets us in is sealed.
create table feedback_mailbox (
  agency_id uuid primary key references agency (id) on delete cascade,
  address text not null check (address like '%_@_%'),
  host text not null check (btrim(host) <> ''),
  port integer not null check (port between 1 and 65535),
  folder text not null check (btrim(folder) <> ''),
  sealed text not null,
  saved_by uuid not null,
  saved_at timestamptz not null,
  -- What came earlier is not read.
  reads_since timestamptz not null,
  uid_validity text,
  last_uid bigint not null default 0,
  last_read_at timestamptz,
  failing_since timestamptz,
  why text,
  foreign key (agency_id, saved_by) references person (agency_id, id) deferrable initially deferred,
  constraint feedback_mailbox_fails_for_a_reason check ((failing_since is null) = (why is null))
);
grant select, insert, update, delete on feedback_mailbox to gandan_serving;

-- What came by mail, each message once, whoever reads it again: a draft until a clerk decides. Words and sender stand
-- here only while it waits; of a complaint, a denunciation or an answer by itself they never do.
create table feedback_mail (
  id uuid primary key,
  agency_id uuid not null references agency (id) on delete cascade,
  -- Of its Message-ID, else of the whole message.
  message_key text not null check (message_key ~ '^[0-9a-f]{32}$'),
  came_at timestamptz not null,
  state text not null check (state in ('waiting', 'taken', 'dismissed', 'redirected', 'automatic', 'unreadable')),
  subject text,
  words text,
  sender_sealed text,
  -- Why attachments were not taken.
  dropped text[] not null default '{}',
  feedback_id uuid,
  -- To whom it is said where complaints belong: sealed, gone once that has been sent.
  reply_sealed text,
  reply_mail_id uuid,
  -- Who wrote, as a number that nobody can turn back: one such answer a day.
  sender_mark text,
  reason text,
  decided_by uuid,
  decided_at timestamptz,
  unique (agency_id, id),
  foreign key (agency_id, feedback_id) references feedback (agency_id, id),
  foreign key (agency_id, decided_by) references person (agency_id, id) deferrable initially deferred,
  constraint feedback_mail_waits_with_its_words check ((state = 'waiting') = (words is not null)),
  constraint feedback_mail_keeps_nothing_after check (state = 'waiting' or num_nonnulls(subject, sender_sealed) = 0),
  constraint feedback_mail_taken_as_feedback check ((state = 'taken') = (feedback_id is not null)),
  constraint feedback_mail_decided_by_somebody check ((decided_by is null) = (decided_at is null)),
  constraint feedback_mail_dismissed_for_a_reason check (state <> 'dismissed' or reason is not null)
);
create unique index feedback_mail_once on feedback_mail (agency_id, message_key);
create index feedback_mail_waiting on feedback_mail (agency_id, came_at) where state = 'waiting';
create index feedback_mail_of_feedback on feedback_mail (feedback_id) where feedback_id is not null;
create index feedback_mail_reply on feedback_mail (reply_mail_id) where reply_mail_id is not null;
create index feedback_mail_redirected on feedback_mail (agency_id, sender_mark, came_at) where sender_mark is not null;
grant select, insert, update on feedback_mail to gandan_serving;

-- Pictures that came with it, written anew; once it is taken they are the feedback's.
create table feedback_mail_picture (
  id uuid primary key,
  agency_id uuid not null,
  mail_id uuid not null,
  file_name text not null,
  content_type text not null,
  bytes integer not null check (bytes > 0),
  sha256 text not null check (sha256 ~ '^[0-9a-f]{64}$'),
  unique (mail_id, sha256),
  foreign key (agency_id, mail_id) references feedback_mail (agency_id, id) on delete cascade
);
grant select, insert, delete on feedback_mail_picture to gandan_serving;
