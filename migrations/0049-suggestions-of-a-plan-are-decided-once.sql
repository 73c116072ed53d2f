-- What people decided on a suggestion: accepted, and what it became, or put aside for one version of the plan. The
-- suggestion itself follows from the clauses' words; `key` is the same for the same words of the same clause.
create table plan_suggestion (
  agency_id uuid not null references agency (id) on delete cascade,
  plan_id uuid not null,
  version integer not null check (version > 0),
  key text not null check (key <> ''),
  state text not null check (state in ('accepted', 'aside')),
  obligation_id uuid,
  task_id uuid,
  decided_by uuid not null,
  decided_at timestamptz not null default now(),
  primary key (plan_id, version, key),
  foreign key (agency_id, plan_id) references plan (agency_id, id),
  foreign key (agency_id, obligation_id) references obligation (agency_id, id) on delete set null (obligation_id),
  foreign key (agency_id, task_id) references task (agency_id, id) on delete set null (task_id),
  foreign key (agency_id, decided_by) references person (agency_id, id),
  constraint plan_suggestion_aside_became_nothing check (
    state = 'accepted' or num_nonnulls(obligation_id, task_id) = 0
  )
);

grant select, insert, delete on plan_suggestion to gandan_serving;
grant update (state, obligation_id, task_id, decided_by, decided_at) on plan_suggestion to gandan_serving;
