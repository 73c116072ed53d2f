-- What a unit does of its own (conferences, trainings, events), which part of the plan it carries along (lồng ghép), and
-- whether it was held. Its proof is a proof of the plan like any other, and of one item alone.
create table work_item (
  id uuid primary key,
  agency_id uuid not null references agency (id) on delete cascade,
  unit_id uuid not null,
  title text not null check (btrim(title) <> ''),
  kind text not null check (
    kind in ('conference', 'training', 'culture', 'sport', 'exhibition', 'contest', 'meeting', 'other')
  ),
  first_day date not null,
  last_day date not null check (last_day >= first_day),
  place text check (place <> ''),
  lead text check (lead <> ''),
  -- What of the reform is told there.
  embeds text check (embeds <> ''),
  entered_by uuid not null,
  entered_at timestamptz not null default now(),
  state text not null default 'planned' check (state in ('planned', 'done', 'not-done')),
  settled_by uuid,
  settled_at timestamptz,
  done_on date,
  reason text check (reason <> ''),
  evidence_id uuid,
  unique (agency_id, id),
  foreign key (agency_id, unit_id) references unit (agency_id, id),
  foreign key (agency_id, entered_by) references person (agency_id, id),
  foreign key (agency_id, settled_by) references person (agency_id, id),
  foreign key (agency_id, evidence_id) references evidence (agency_id, id),
  constraint work_item_settled_by_somebody check (
    (settled_by is null) = (settled_at is null) and (settled_at is not null) = (state <> 'planned')
  ),
  constraint work_item_done_on_a_day check (
    (done_on is not null) = (state = 'done') and (evidence_id is null or state = 'done')
  ),
  constraint work_item_not_done_with_a_reason check ((reason is not null) = (state = 'not-done'))
);
create index work_item_by_agency on work_item (agency_id, first_day);
create unique index work_item_by_evidence on work_item (evidence_id) where evidence_id is not null;
create trigger work_item_of_a_unit_in_force before insert on work_item
  for each row execute function demand_unit_in_force('unit_id');

create table work_item_task (
  agency_id uuid not null,
  work_item_id uuid not null,
  task_id uuid not null,
  primary key (work_item_id, task_id),
  foreign key (agency_id, work_item_id) references work_item (agency_id, id) on delete cascade,
  foreign key (agency_id, task_id) references task (agency_id, id)
);
create index work_item_task_by_task on work_item_task (task_id);

create table work_item_obligation (
  agency_id uuid not null,
  work_item_id uuid not null,
  obligation_id uuid not null,
  primary key (work_item_id, obligation_id),
  foreign key (agency_id, work_item_id) references work_item (agency_id, id) on delete cascade,
  foreign key (agency_id, obligation_id) references obligation (agency_id, id)
);
create index work_item_obligation_by_obligation on work_item_obligation (obligation_id);

create table work_item_clause (
  agency_id uuid not null,
  work_item_id uuid not null,
  clause_id uuid not null,
  primary key (work_item_id, clause_id),
  foreign key (agency_id, work_item_id) references work_item (agency_id, id) on delete cascade,
  foreign key (agency_id, clause_id) references plan_clause (agency_id, id)
);
create index work_item_clause_by_clause on work_item_clause (clause_id);

grant select, insert, delete on work_item, work_item_task, work_item_obligation, work_item_clause to gandan_serving;
grant update (unit_id, title, kind, first_day, last_day, place, lead, embeds, state, settled_by, settled_at, done_on,
  reason, evidence_id) on work_item to gandan_serving;
