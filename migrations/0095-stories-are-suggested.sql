-- What might be told: said by another part of the system, or read off a gap of the plan once somebody decided on it.
create table content_suggestion (
  id uuid primary key,
  agency_id uuid not null references agency (id) on delete cascade,
  -- Which part of the system says it, in a word of its own and in one for people; and its own name for the cause.
  source text not null check (source <> ''),
  source_label text not null check (source_label <> ''),
  source_key text not null check (source_key <> ''),
  title text not null check (title <> ''),
  why text not null check (why <> ''),
  -- Where in the workspace its cause is seen.
  href text not null check (href like '/%'),
  -- The last day on which it is worth telling; null: no such day.
  until date,
  clause_id uuid,
  obligation_id uuid,
  task_id uuid,
  made_at timestamptz not null,
  state text not null check (state in ('open', 'accepted', 'aside', 'withdrawn')),
  story_id uuid,
  decided_by uuid,
  decided_at timestamptz,
  reason text,
  unique (agency_id, id),
  -- Once per cause, whoever decides at the same moment.
  unique (agency_id, source, source_key),
  foreign key (agency_id, clause_id) references plan_clause (agency_id, id) on delete set null (clause_id),
  foreign key (agency_id, obligation_id) references obligation (agency_id, id) on delete set null (obligation_id),
  foreign key (agency_id, task_id) references task (agency_id, id) on delete set null (task_id),
  foreign key (agency_id, story_id) references story (agency_id, id),
  foreign key (agency_id, decided_by) references person (agency_id, id),
  constraint suggestion_decided_by_somebody check ((decided_by is not null) = (state in ('accepted', 'aside')) and (decided_by is null) = (decided_at is null)),
  constraint suggestion_accepted_as_a_story check ((story_id is not null) = (state = 'accepted')),
  constraint suggestion_aside_with_a_reason check ((reason is not null) = (state = 'aside'))
);
create index content_suggestion_by_state on content_suggestion (agency_id, state, made_at desc);
grant select, insert, update on content_suggestion to gandan_serving;
