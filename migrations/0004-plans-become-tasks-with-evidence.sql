-- A plan with its clauses, the obligations found in them, the tasks that discharge them, and the evidence.
create table plan (
  id uuid primary key,
  agency_id uuid not null references agency (id) on delete cascade,
  year integer not null check (year between 2000 and 2100),
  slug text not null check (slug ~ '^[a-z0-9-]+$'),
  title text not null check (title <> ''),
  type text not null default 'KẾ HOẠCH',
  -- Blank until the registry has issued it.
  number text check (number <> ''),
  symbol text,
  place text,
  issued_on date,
  signer jsonb,
  recipients jsonb not null default '[]',
  state text not null default 'draft' check (state in ('draft', 'issued')),
  created_at timestamptz not null default now(),
  check (state = 'draft' or (number is not null and issued_on is not null)),
  unique (agency_id, id),
  unique (agency_id, slug)
);
-- The same plan is never there twice.
create unique index plan_once on plan (agency_id, year, lower(title));

-- A document read in and shown for correction; nothing of it is in the plan until somebody confirms it.
create table plan_import (
  id uuid primary key,
  agency_id uuid not null references agency (id) on delete cascade,
  file_name text not null,
  bytes bytea not null,
  reading jsonb not null,
  paragraphs jsonb not null,
  person_id uuid,
  created_at timestamptz not null default now(),
  plan_id uuid,
  foreign key (agency_id, plan_id) references plan (agency_id, id) on delete cascade
);

create table plan_citation (
  plan_id uuid not null references plan (id) on delete cascade,
  document_id uuid not null references official_document (id) on delete cascade,
  role text not null check (role in ('basis', 'mention')),
  primary key (plan_id, document_id)
);

create table plan_clause (
  id uuid primary key,
  agency_id uuid not null,
  plan_id uuid not null,
  parent_id uuid references plan_clause (id) on delete cascade,
  path text not null check (path <> ''),
  label text not null,
  level integer not null check (level >= 0),
  title text,
  text text not null,
  position integer not null,
  unique (plan_id, path),
  unique (agency_id, id),
  foreign key (agency_id, plan_id) references plan (agency_id, id) on delete cascade
);

create table obligation (
  id uuid primary key,
  agency_id uuid not null,
  plan_id uuid not null,
  clause_id uuid not null,
  code text not null check (code <> ''),
  what text not null check (what <> ''),
  themes text[] not null default '{}',
  all_units boolean not null default false,
  due text not null check (due in ('continuous', 'prompt', 'year', 'item')),
  evidence_wanted text,
  -- Why nobody does anything about it, when that was decided.
  none_reason text check (none_reason <> ''),
  position integer not null,
  unique (plan_id, code),
  unique (agency_id, id),
  foreign key (agency_id, plan_id) references plan (agency_id, id) on delete cascade,
  foreign key (agency_id, clause_id) references plan_clause (agency_id, id) on delete cascade
);

create table obligation_unit (
  agency_id uuid not null,
  obligation_id uuid not null,
  unit_id uuid not null,
  position integer not null,
  primary key (obligation_id, unit_id),
  foreign key (agency_id, obligation_id) references obligation (agency_id, id) on delete cascade,
  foreign key (agency_id, unit_id) references unit (agency_id, id) on delete cascade
);

create table task (
  id uuid primary key,
  agency_id uuid not null,
  plan_id uuid not null,
  clause_id uuid,
  title text not null check (title <> ''),
  -- Whose it is: a unit, every unit by its function, or only the words of the plan until somebody assigns it.
  lead_unit_id uuid,
  lead_unit_text text,
  all_units boolean not null default false,
  responsible_person_id uuid,
  approver_person_id uuid,
  coordinating_text text,
  due_kind text not null check (due_kind in ('continuous', 'date', 'period', 'recurring', 'none')),
  due_text text,
  due_date date,
  due_from date,
  due_to date,
  due_every text,
  deliverable text,
  appendix jsonb,
  position integer not null,
  check (due_kind <> 'date' or due_date is not null),
  check (not (all_units and lead_unit_id is not null)),
  unique (agency_id, id),
  foreign key (agency_id, plan_id) references plan (agency_id, id) on delete cascade,
  foreign key (agency_id, clause_id) references plan_clause (agency_id, id) on delete cascade,
  foreign key (agency_id, lead_unit_id) references unit (agency_id, id) deferrable initially deferred,
  foreign key (agency_id, responsible_person_id) references person (agency_id, id) deferrable initially deferred,
  foreign key (agency_id, approver_person_id) references person (agency_id, id) deferrable initially deferred
);
create index task_by_unit on task (agency_id, lead_unit_id);

create table task_coordinating_unit (
  agency_id uuid not null,
  task_id uuid not null,
  unit_id uuid not null,
  primary key (task_id, unit_id),
  foreign key (agency_id, task_id) references task (agency_id, id) on delete cascade,
  foreign key (agency_id, unit_id) references unit (agency_id, id) on delete cascade
);

create table task_obligation (
  agency_id uuid not null,
  task_id uuid not null,
  obligation_id uuid not null,
  primary key (task_id, obligation_id),
  foreign key (agency_id, task_id) references task (agency_id, id) on delete cascade,
  foreign key (agency_id, obligation_id) references obligation (agency_id, id) on delete cascade
);

create table evidence (
  id uuid primary key,
  agency_id uuid not null references agency (id) on delete cascade,
  -- Who made the proof ("newsroom", "person") and which thing of theirs it is.
  source text not null,
  source_id text not null,
  label text not null check (label <> ''),
  url text,
  at timestamptz not null,
  revision_hash text,
  recorded_by text not null,
  withdrawn_at timestamptz,
  withdrawn_reason text,
  unique (agency_id, id)
);
-- The same thing at the same address is one proof, whoever says it again.
create unique index evidence_once on evidence (agency_id, source, source_id, coalesce(url, ''));

create table evidence_task (
  agency_id uuid not null,
  evidence_id uuid not null,
  task_id uuid not null,
  primary key (evidence_id, task_id),
  foreign key (agency_id, evidence_id) references evidence (agency_id, id) on delete cascade,
  foreign key (agency_id, task_id) references task (agency_id, id) on delete cascade
);
create index evidence_task_by_task on evidence_task (task_id);

create table evidence_obligation (
  agency_id uuid not null,
  evidence_id uuid not null,
  obligation_id uuid not null,
  primary key (evidence_id, obligation_id),
  foreign key (agency_id, evidence_id) references evidence (agency_id, id) on delete cascade,
  foreign key (agency_id, obligation_id) references obligation (agency_id, id) on delete cascade
);

create table plan_distribution (
  id uuid primary key,
  agency_id uuid not null,
  plan_id uuid not null,
  unit_id uuid not null,
  sent_at timestamptz not null default now(),
  acknowledged_at timestamptz,
  acknowledged_by uuid,
  unique (plan_id, unit_id),
  foreign key (agency_id, plan_id) references plan (agency_id, id) on delete cascade,
  foreign key (agency_id, unit_id) references unit (agency_id, id) on delete cascade,
  foreign key (agency_id, acknowledged_by) references person (agency_id, id) on delete cascade
);

grant select, insert, update on plan, plan_import, plan_clause, obligation, task, evidence, plan_distribution to gandan_serving;
grant select, insert, delete on plan_citation, obligation_unit, task_coordinating_unit, task_obligation to gandan_serving;
grant delete on plan_import to gandan_serving;
grant select, insert on evidence_task, evidence_obligation to gandan_serving;
