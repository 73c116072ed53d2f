-- How an agency takes what citizens say; without a row the usual figures hold.
create table feedback_setting (
  agency_id uuid primary key references agency (id) on delete cascade,
  -- Working days: to look at what came, to answer it, to extend once.
  classify_days smallint not null check (classify_days between 1 and 60),
  handle_days smallint not null check (handle_days between 1 and 120),
  extend_days smallint not null check (extend_days between 1 and 60),
  warn_days smallint not null check (warn_days between 1 and 30),
  -- Days after an answer within which its sender may ask for it to be looked at again.
  reopen_days smallint not null check (reopen_days between 1 and 180),
  -- Days after the end for which it is known who wrote.
  keep_days smallint not null check (keep_days between 1 and 3650),
  basis text not null,
  -- Where complaints and denunciations are brought, as this agency says it.
  complaint_place text not null,
  set_by uuid not null,
  set_at timestamptz not null,
  foreign key (agency_id, set_by) references person (agency_id, id) deferrable initially deferred
);
grant select, insert, update on feedback_setting to gandan_serving;

-- What citizens write about, and which unit answers for it.
create table feedback_field (
  id uuid primary key,
  agency_id uuid not null references agency (id) on delete cascade,
  name text not null check (btrim(name) <> ''),
  -- Null: whoever looks at what comes says which.
  unit_id uuid,
  is_open boolean not null,
  unique (agency_id, id),
  foreign key (agency_id, unit_id) references unit (agency_id, id) deferrable initially deferred
);
create unique index feedback_field_once on feedback_field (agency_id, lower(name));
grant select, insert, update on feedback_field to gandan_serving;

-- Words for answers that come up again and again.
create table feedback_template (
  id uuid primary key,
  agency_id uuid not null references agency (id) on delete cascade,
  name text not null check (btrim(name) <> ''),
  words text not null check (btrim(words) <> ''),
  is_open boolean not null,
  unique (agency_id, id)
);
create unique index feedback_template_once on feedback_template (agency_id, lower(name));
grant select, insert, update on feedback_template to gandan_serving;

-- What citizens say. The id is made by the form: the same one sent again makes no second.
create table feedback (
  id uuid primary key,
  agency_id uuid not null references agency (id) on delete cascade,
  -- Named in letters and talks; alone it shows nothing.
  code text not null check (code ~ '^PA-[2-9A-HJ-NP-Z]{8}$'),
  source text not null check (source in ('portal', 'mail', 'letter', 'phone', 'in-person', 'official')),
  kind text not null check (kind in ('conduct', 'rule', 'proposal', 'question')),
  field_id uuid,
  procedure_code text check (btrim(procedure_code) <> ''),
  -- Gone where it was no matter for this way (a complaint, a denunciation).
  words text check (btrim(words) <> ''),
  place text check (btrim(place) <> ''),
  -- Name, telephone, address: sealed, gone some time after the end.
  sender_sealed text,
  -- Sealed; gone with the rest.
  mail_sealed text,
  -- Known also after its name is gone.
  is_named boolean not null,
  state text not null check (state in ('received', 'classified', 'in-progress', 'need-info', 'forwarded', 'answered', 'published', 'refused', 'withdrawn', 'merged')),
  received_at timestamptz not null,
  classify_due_on date not null,
  due_on date not null,
  unit_id uuid,
  -- Where it went on from when its sender was asked for more.
  paused_from text check (paused_from in ('received', 'classified', 'in-progress')),
  paused_on date,
  extended_at timestamptz,
  reopened_at timestamptz,
  refusal text check (refusal in ('complaint', 'not-ours', 'answered-before', 'unclear', 'not-administrative', 'insulting', 'in-court')),
  forwarded_to text check (btrim(forwarded_to) <> ''),
  merged_into_id uuid,
  official_code text check (btrim(official_code) <> ''),
  -- The answer: waits for a second person, or has gone out.
  answer text check (btrim(answer) <> ''),
  answer_basis text,
  answer_state text check (answer_state in ('drafted', 'waiting', 'approved')),
  drafted_by uuid,
  drafted_by_name text,
  approved_by uuid,
  approved_by_name text,
  answered_at timestamptz,
  rating text check (rating in ('satisfied', 'acceptable', 'dissatisfied')),
  rating_words text,
  rated_at timestamptz,
  ended_at timestamptz,
  entered_by uuid,
  unique (agency_id, id),
  foreign key (agency_id, field_id) references feedback_field (agency_id, id),
  foreign key (agency_id, unit_id) references unit (agency_id, id) deferrable initially deferred,
  foreign key (agency_id, merged_into_id) references feedback (agency_id, id),
  foreign key (agency_id, drafted_by) references person (agency_id, id) deferrable initially deferred,
  foreign key (agency_id, approved_by) references person (agency_id, id) deferrable initially deferred,
  foreign key (agency_id, entered_by) references person (agency_id, id) deferrable initially deferred,
  constraint feedback_paused_whole check ((state = 'need-info') = (paused_on is not null) and num_nonnulls(paused_on, paused_from) in (0, 2)),
  constraint feedback_refused_for_a_reason check (state <> 'refused' or refusal is not null),
  constraint feedback_forwarded_somewhere check (state <> 'forwarded' or forwarded_to is not null),
  constraint feedback_merged_into_one check ((state = 'merged') = (merged_into_id is not null) and merged_into_id is distinct from id),
  constraint feedback_answered_whole check (state not in ('answered', 'published') or (answer is not null and answered_at is not null)),
  -- Author and approver are two people, whoever asks.
  constraint feedback_two_people check (approved_by is null or approved_by is distinct from drafted_by),
  constraint feedback_keeps_words check (words is not null or (state = 'refused' and refusal = 'complaint'))
);
create unique index feedback_code on feedback (agency_id, code);
create unique index feedback_official_once on feedback (agency_id, lower(official_code)) where official_code is not null;
create index feedback_open on feedback (agency_id, due_on) where ended_at is null;
create index feedback_of_agency on feedback (agency_id, received_at desc, id desc);
create index feedback_to_forget on feedback (ended_at) where sender_sealed is not null or mail_sealed is not null;
grant select, insert, update on feedback to gandan_serving;

-- Everything that happened to it, in order; told to its sender once each where it concerns him.
create table feedback_event (
  id uuid primary key,
  agency_id uuid not null references agency (id) on delete cascade,
  feedback_id uuid not null,
  at timestamptz not null,
  act text not null check (btrim(act) <> ''),
  -- The state after it.
  state text not null,
  -- What the sender reads.
  note text,
  -- What only the agency reads.
  inner_note text,
  by_person_id uuid,
  by_name text not null,
  tells boolean not null,
  mail_id uuid,
  unique (agency_id, id),
  foreign key (agency_id, feedback_id) references feedback (agency_id, id),
  foreign key (agency_id, by_person_id) references person (agency_id, id) deferrable initially deferred
);
create index feedback_event_of on feedback_event (agency_id, feedback_id, at);
create index feedback_event_mail on feedback_event (mail_id) where mail_id is not null;
grant select, insert on feedback_event to gandan_serving;
-- Words of a complaint are not kept.
grant update (note, inner_note) on feedback_event to gandan_serving;

-- Pictures that came with it, written anew without what a camera adds; never public.
create table feedback_picture (
  id uuid primary key,
  agency_id uuid not null references agency (id) on delete cascade,
  feedback_id uuid not null,
  file_name text not null,
  content_type text not null check (content_type in ('image/jpeg', 'image/png')),
  bytes integer not null check (bytes > 0),
  sha256 text not null check (sha256 ~ '^[0-9a-f]{64}$'),
  added_at timestamptz not null,
  unique (agency_id, id),
  foreign key (agency_id, feedback_id) references feedback (agency_id, id)
);
create unique index feedback_picture_once on feedback_picture (agency_id, feedback_id, sha256);
grant select, insert, delete on feedback_picture to gandan_serving;
