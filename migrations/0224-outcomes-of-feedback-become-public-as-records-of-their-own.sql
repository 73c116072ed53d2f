-- That its sender agrees to be named: the words that were shown, when, and until when. Silence is no consent.
create table feedback_consent (
  id uuid primary key,
  agency_id uuid not null references agency (id) on delete cascade,
  feedback_id uuid not null,
  shown_name text not null check (btrim(shown_name) <> ''),
  words_shown text not null check (btrim(words_shown) <> ''),
  given_at timestamptz not null,
  withdrawn_at timestamptz check (withdrawn_at >= given_at),
  unique (agency_id, id),
  foreign key (agency_id, feedback_id) references feedback (agency_id, id)
);
create unique index feedback_consent_stands_once on feedback_consent (agency_id, feedback_id) where withdrawn_at is null;
grant select, insert on feedback_consent to gandan_serving;
grant update (withdrawn_at) on feedback_consent to gandan_serving;

-- What the public reads of an outcome: a record of its own, with nothing of who wrote, never a view of the other.
create table feedback_publication (
  id uuid primary key,
  agency_id uuid not null references agency (id) on delete cascade,
  feedback_id uuid not null,
  code text not null,
  kind text not null check (kind in ('conduct', 'rule', 'proposal', 'question')),
  field_name text not null,
  unit_name text not null,
  procedure_code text,
  title text not null check (btrim(title) <> ''),
  question text not null check (btrim(question) <> ''),
  answer text not null check (btrim(answer) <> ''),
  answer_basis text not null,
  place text check (btrim(place) <> ''),
  received_on date not null,
  answered_on date not null,
  -- False: only the month is told, so that few people cannot tell whose it is.
  tells_day boolean not null,
  working_days smallint not null check (working_days >= 0),
  in_time boolean not null,
  -- Only where its sender agreed.
  sender_name text check (btrim(sender_name) <> ''),
  -- What looks like personal data and was left by who prepared it, for the second reader to see.
  kept text[] not null,
  prepared_by uuid not null,
  prepared_by_name text not null,
  prepared_at timestamptz not null,
  checked_by uuid,
  checked_by_name text,
  published_at timestamptz,
  withdrawn_at timestamptz,
  withdrawal_reason text check (btrim(withdrawal_reason) <> ''),
  unique (agency_id, id),
  unique (agency_id, feedback_id),
  foreign key (agency_id, feedback_id) references feedback (agency_id, id),
  foreign key (agency_id, prepared_by) references person (agency_id, id) deferrable initially deferred,
  foreign key (agency_id, checked_by) references person (agency_id, id) deferrable initially deferred,
  constraint feedback_publication_second_reader check (checked_by is null or checked_by <> prepared_by),
  constraint feedback_publication_whole check (num_nonnulls(checked_by, checked_by_name, published_at) in (0, 3)),
  constraint feedback_publication_withdrawn_for_a_reason check ((withdrawn_at is null) = (withdrawal_reason is null))
);
create index feedback_publication_live on feedback_publication (agency_id, published_at desc) where published_at is not null and withdrawn_at is null;
grant select, insert, update on feedback_publication to gandan_serving;

-- Pictures of a publication with everything marked by hand made unrecognisable in the file itself.
create table feedback_publication_picture (
  id uuid primary key,
  agency_id uuid not null references agency (id) on delete cascade,
  publication_id uuid not null,
  position smallint not null check (position >= 0),
  alt text not null check (btrim(alt) <> ''),
  covered smallint not null check (covered >= 0),
  width integer not null check (width > 0),
  height integer not null check (height > 0),
  unique (agency_id, id),
  unique (agency_id, publication_id, position),
  foreign key (agency_id, publication_id) references feedback_publication (agency_id, id)
);
grant select, insert, delete on feedback_publication_picture to gandan_serving;
