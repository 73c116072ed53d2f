-- What stands in the way of a task or a clause: raised by a unit, gathered by the editors, decided by the leadership,
-- each with its person and moment.
create table difficulty (
  id uuid primary key,
  agency_id uuid not null references agency (id) on delete cascade,
  plan_id uuid not null,
  task_id uuid,
  clause_id uuid,
  unit_id uuid not null,
  what text not null check (what <> ''),
  proposal text check (proposal <> ''),
  raised_by uuid not null,
  raised_at timestamptz not null default now(),
  state text not null default 'raised' check (state in ('raised', 'gathered', 'decided', 'withdrawn')),
  gathered_by uuid,
  gathered_at timestamptz,
  gathered_note text check (gathered_note <> ''),
  decided_by uuid,
  decided_at timestamptz,
  decision text check (decision <> ''),
  withdrawn_at timestamptz,
  foreign key (agency_id, plan_id) references plan (agency_id, id),
  foreign key (agency_id, task_id) references task (agency_id, id),
  foreign key (agency_id, clause_id) references plan_clause (agency_id, id),
  foreign key (agency_id, unit_id) references unit (agency_id, id),
  foreign key (agency_id, raised_by) references person (agency_id, id),
  foreign key (agency_id, gathered_by) references person (agency_id, id),
  foreign key (agency_id, decided_by) references person (agency_id, id),
  constraint difficulty_about_one_thing check (num_nonnulls(task_id, clause_id) = 1),
  constraint difficulty_gathered_before_decided check (
    (gathered_at is not null) = (state in ('gathered', 'decided')) and (gathered_by is null) = (gathered_at is null)
  ),
  constraint difficulty_decided_with_a_word check (
    (decided_at is not null) = (state = 'decided') and num_nonnulls(decided_by, decided_at, decision) in (0, 3)
  ),
  constraint difficulty_withdrawn_when check ((withdrawn_at is not null) = (state = 'withdrawn'))
);
create index difficulty_by_agency on difficulty (agency_id, raised_at desc);
create index difficulty_by_plan on difficulty (plan_id, raised_at);

grant select, insert on difficulty to gandan_serving;
grant update (state, gathered_by, gathered_at, gathered_note, decided_by, decided_at, decision, withdrawn_at)
  on difficulty to gandan_serving;
