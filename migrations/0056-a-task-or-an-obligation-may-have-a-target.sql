-- How much a task or an obligation is to yield in each reporting period: "4 tin, bài" a quarter. Counted from proofs.
create table target (
  id uuid primary key,
  agency_id uuid not null references agency (id) on delete cascade,
  plan_id uuid not null,
  task_id uuid,
  obligation_id uuid,
  per text not null check (per in ('month', 'quarter', 'half', 'year')),
  amount integer not null check (amount between 1 and 100000),
  unit text not null check (unit <> ''),
  counts text not null default 'proofs' check (counts in ('proofs', 'content')),
  foreign key (agency_id, plan_id) references plan (agency_id, id) on delete cascade,
  foreign key (agency_id, task_id) references task (agency_id, id) on delete cascade,
  foreign key (agency_id, obligation_id) references obligation (agency_id, id) on delete cascade,
  constraint target_of_one_thing check (num_nonnulls(task_id, obligation_id) = 1)
);
create unique index target_once_for_a_task on target (task_id) where task_id is not null;
create unique index target_once_for_an_obligation on target (obligation_id) where obligation_id is not null;
create index target_by_plan on target (plan_id);

grant select, insert, delete on target to gandan_serving;
grant update (per, amount, unit, counts) on target to gandan_serving;
