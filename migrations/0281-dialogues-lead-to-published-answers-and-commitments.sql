-- What is asked before and at a dialogue. Nothing of who asks is taken; the words are forgotten some time after it.
create table event_question (
  id uuid primary key,
  agency_id uuid not null,
  event_id uuid not null,
  -- Told to who asked, by which the answer is found.
  code text not null check (code ~ '^CH-[2-9A-HJ-NP-Z]{8}$'),
  source text not null check (source in ('before', 'at-meeting')),
  asker text not null check (asker in ('citizen', 'firm', 'official', 'untold')),
  words text check (btrim(words) <> ''),
  received_at timestamptz not null,
  decline text check (decline in ('off-topic', 'same', 'complaint', 'spam')),
  declined_by uuid,
  forgotten_at timestamptz,
  unique (agency_id, id),
  unique (agency_id, code),
  foreign key (agency_id, event_id) references event (agency_id, id) on delete cascade,
  foreign key (agency_id, declined_by) references person (agency_id, id) deferrable initially deferred,
  check ((words is null) = (forgotten_at is not null)),
  check ((decline is null) = (declined_by is null))
);
create index event_question_of_event on event_question (event_id, received_at);
grant select, insert on event_question to gandan_serving;
grant update (decline, declined_by, words, forgotten_at) on event_question to gandan_serving;

-- What the public reads of a question and its answer: a record of its own, written by one, let out by another.
create table event_answer (
  id uuid primary key,
  agency_id uuid not null,
  event_id uuid not null,
  question_id uuid not null,
  question text not null check (btrim(question) <> ''),
  answer text not null check (btrim(answer) <> ''),
  basis text not null,
  unit_id uuid not null,
  -- What looks like personal data and was left by who wrote it, for the second reader to see.
  kept text[] not null,
  state text not null check (state in ('drafted', 'waiting', 'published', 'withdrawn')),
  drafted_by uuid not null,
  drafted_by_name text not null,
  drafted_at timestamptz not null,
  return_note text not null default '',
  approved_by uuid,
  approved_by_name text,
  published_at timestamptz,
  withdrawal_reason text check (btrim(withdrawal_reason) <> ''),
  unique (agency_id, id),
  unique (question_id),
  foreign key (agency_id, event_id) references event (agency_id, id) on delete cascade,
  foreign key (agency_id, question_id) references event_question (agency_id, id) on delete cascade,
  foreign key (agency_id, unit_id) references unit (agency_id, id) deferrable initially deferred,
  foreign key (agency_id, drafted_by) references person (agency_id, id) deferrable initially deferred,
  foreign key (agency_id, approved_by) references person (agency_id, id) deferrable initially deferred,
  constraint event_answer_second_reader check (approved_by <> drafted_by),
  constraint event_answer_whole check (
    num_nonnulls(approved_by, approved_by_name, published_at) = case when state in ('published', 'withdrawn') then 3 else 0 end
  ),
  constraint event_answer_withdrawn_for_a_reason check ((state = 'withdrawn') = (withdrawal_reason is not null))
);
create index event_answer_of_event on event_answer (event_id);
grant select, insert, update on event_answer to gandan_serving;

-- What the agency promised: by when and which unit. Let out by another person, it is a task of the plan.
create table event_commitment (
  id uuid primary key,
  agency_id uuid not null,
  event_id uuid not null,
  answer_id uuid,
  words text not null check (btrim(words) <> ''),
  unit_id uuid not null,
  due_on date not null,
  state text not null check (state in ('drafted', 'published')),
  made_by uuid not null,
  made_by_name text not null,
  made_at timestamptz not null,
  approved_by uuid,
  published_at timestamptz,
  task_id uuid,
  result text check (btrim(result) <> ''),
  result_state text check (result_state in ('waiting', 'published')),
  result_on date,
  result_by uuid,
  result_by_name text,
  result_approved_by uuid,
  result_published_at timestamptz,
  unique (agency_id, id),
  foreign key (agency_id, event_id) references event (agency_id, id) on delete cascade,
  foreign key (agency_id, answer_id) references event_answer (agency_id, id) on delete cascade,
  foreign key (agency_id, unit_id) references unit (agency_id, id) deferrable initially deferred,
  foreign key (agency_id, made_by) references person (agency_id, id) deferrable initially deferred,
  foreign key (agency_id, approved_by) references person (agency_id, id) deferrable initially deferred,
  foreign key (task_id) references task (id) on delete set null,
  foreign key (agency_id, result_by) references person (agency_id, id) deferrable initially deferred,
  foreign key (agency_id, result_approved_by) references person (agency_id, id) deferrable initially deferred,
  constraint event_commitment_second_person check (approved_by <> made_by),
  constraint event_commitment_whole check (num_nonnulls(approved_by, published_at) = case state when 'published' then 2 else 0 end),
  constraint event_commitment_result_second_person check (result_approved_by <> result_by),
  constraint event_commitment_result_whole check (
    num_nonnulls(result, result_state, result_on, result_by, result_by_name) in (0, 5)
    and num_nonnulls(result_approved_by, result_published_at) = case result_state when 'published' then 2 else 0 end
  )
);
create index event_commitment_of_event on event_commitment (event_id);
create index event_commitment_back on event_commitment (task_id);
grant select, insert, update, delete on event_commitment to gandan_serving;

-- The record of what was said, for the official layout.
create table event_minutes (
  event_id uuid primary key,
  agency_id uuid not null,
  chair text not null check (btrim(chair) <> ''),
  secretary text not null check (btrim(secretary) <> ''),
  present text not null,
  course text not null,
  conclusion text not null,
  written_by uuid not null,
  written_by_name text not null,
  written_at timestamptz not null,
  foreign key (agency_id, event_id) references event (agency_id, id) on delete cascade,
  foreign key (agency_id, written_by) references person (agency_id, id) deferrable initially deferred
);
grant select, insert, update on event_minutes to gandan_serving;
