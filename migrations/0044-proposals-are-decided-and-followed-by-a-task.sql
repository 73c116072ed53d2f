-- A measure that somebody of the agency proposes: gathered by the editors, decided by the leadership (or kept for
-- later first), and followed by a task once it is accepted; each step with its person and moment.
alter table difficulty add constraint difficulty_of_agency unique (agency_id, id);

create table proposal (
  id uuid primary key,
  agency_id uuid not null references agency (id) on delete cascade,
  plan_id uuid,
  task_id uuid,
  clause_id uuid,
  difficulty_id uuid,
  what text not null check (what <> ''),
  benefit text check (benefit <> ''),
  proposed_by uuid not null,
  proposed_at timestamptz not null default now(),
  state text not null default 'proposed'
    check (state in ('proposed', 'gathered', 'kept', 'accepted', 'refused', 'followed', 'withdrawn')),
  gathered_by uuid,
  gathered_at timestamptz,
  gathered_note text check (gathered_note <> ''),
  kept_by uuid,
  kept_at timestamptz,
  kept_reason text check (kept_reason <> ''),
  decided_by uuid,
  decided_at timestamptz,
  decision text check (decision <> ''),
  followed_task_id uuid,
  followed_by uuid,
  followed_at timestamptz,
  withdrawn_at timestamptz,
  foreign key (agency_id, plan_id) references plan (agency_id, id),
  foreign key (agency_id, task_id) references task (agency_id, id),
  foreign key (agency_id, clause_id) references plan_clause (agency_id, id),
  foreign key (agency_id, difficulty_id) references difficulty (agency_id, id),
  foreign key (agency_id, proposed_by) references person (agency_id, id),
  foreign key (agency_id, gathered_by) references person (agency_id, id),
  foreign key (agency_id, kept_by) references person (agency_id, id),
  foreign key (agency_id, decided_by) references person (agency_id, id),
  foreign key (agency_id, followed_task_id) references task (agency_id, id),
  foreign key (agency_id, followed_by) references person (agency_id, id),
  constraint proposal_about_one_thing_at_most check (
    num_nonnulls(task_id, clause_id, difficulty_id) = num_nonnulls(plan_id)
  ),
  constraint proposal_gathered_before_decided check (
    (gathered_by is null) = (gathered_at is null)
    and (gathered_at is not null or state in ('proposed', 'withdrawn'))
    and (gathered_at is null or state <> 'proposed')
  ),
  constraint proposal_kept_with_a_reason check (
    num_nonnulls(kept_by, kept_at, kept_reason) in (0, 3) and (state <> 'kept' or kept_at is not null)
  ),
  constraint proposal_decided_when check (
    (decided_by is null) = (decided_at is null)
    and (decided_at is not null) = (state in ('accepted', 'refused', 'followed'))
    and (state <> 'refused' or decision is not null)
  ),
  constraint proposal_followed_by_a_task check (
    num_nonnulls(followed_task_id, followed_by, followed_at) = case when state = 'followed' then 3 else 0 end
  ),
  constraint proposal_withdrawn_when check ((withdrawn_at is not null) = (state = 'withdrawn'))
);
create index proposal_by_agency on proposal (agency_id, proposed_at desc);
create index proposal_by_followed_task on proposal (followed_task_id) where followed_task_id is not null;

grant select, insert on proposal to gandan_serving;
grant update (state, gathered_by, gathered_at, gathered_note, kept_by, kept_at, kept_reason, decided_by, decided_at,
  decision, followed_task_id, followed_by, followed_at, withdrawn_at) on proposal to gandan_serving;
