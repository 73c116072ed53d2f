-- What is to be told, before anybody writes: a story, and each thing that is to come of it with its kind, its person
-- and unit, its moment and its channel. A story's state follows from what came of it.
create table story (
  id uuid primary key,
  agency_id uuid not null references agency (id) on delete cascade,
  unit_id uuid not null,
  title text not null check (title <> ''),
  -- Without diacritics and capitals, for the search.
  title_plain text not null,
  note text not null default '',
  lead_person_id uuid,
  proposed_by uuid not null,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  dropped_at timestamptz,
  dropped_by uuid,
  drop_reason text check (drop_reason <> ''),
  unique (agency_id, id),
  foreign key (agency_id, unit_id) references unit (agency_id, id),
  foreign key (agency_id, lead_person_id) references person (agency_id, id),
  foreign key (agency_id, proposed_by) references person (agency_id, id),
  foreign key (agency_id, dropped_by) references person (agency_id, id),
  constraint story_dropped_with_a_reason check (num_nonnulls(dropped_at, dropped_by, drop_reason) in (0, 3))
);
create index story_newest on story (agency_id, updated_at desc, id desc);

create table story_task (
  agency_id uuid not null,
  story_id uuid not null,
  task_id uuid not null,
  primary key (story_id, task_id),
  foreign key (agency_id, story_id) references story (agency_id, id) on delete cascade,
  foreign key (agency_id, task_id) references task (agency_id, id) on delete cascade
);

create table story_obligation (
  agency_id uuid not null,
  story_id uuid not null,
  obligation_id uuid not null,
  primary key (story_id, obligation_id),
  foreign key (agency_id, story_id) references story (agency_id, id) on delete cascade,
  foreign key (agency_id, obligation_id) references obligation (agency_id, id) on delete cascade
);

create table story_clause (
  agency_id uuid not null,
  story_id uuid not null,
  clause_id uuid not null,
  primary key (story_id, clause_id),
  foreign key (agency_id, story_id) references story (agency_id, id) on delete cascade,
  foreign key (agency_id, clause_id) references plan_clause (agency_id, id) on delete cascade
);

create table deliverable (
  id uuid primary key,
  agency_id uuid not null references agency (id) on delete cascade,
  story_id uuid not null,
  kind text not null check (kind <> ''),
  channel text not null check (channel <> ''),
  unit_id uuid not null,
  person_id uuid,
  due_at timestamptz not null,
  -- What was written for it; one text is one deliverable's.
  item_id uuid unique,
  created_by uuid not null,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  unique (agency_id, id),
  foreign key (agency_id, story_id) references story (agency_id, id) on delete cascade,
  foreign key (agency_id, unit_id) references unit (agency_id, id),
  foreign key (agency_id, person_id) references person (agency_id, id),
  foreign key (agency_id, created_by) references person (agency_id, id),
  foreign key (agency_id, item_id) references content_item (agency_id, id)
);
create index deliverable_by_story on deliverable (story_id);
create index deliverable_by_day on deliverable (agency_id, due_at);
create index deliverable_newest on deliverable (agency_id, updated_at desc, id desc);

-- What the assignee was told of a deliverable's moment: once before it, once after.
create table deliverable_reminder (
  agency_id uuid not null,
  deliverable_id uuid not null,
  due_at timestamptz not null,
  step text not null check (step in ('soon', 'overdue')),
  at timestamptz not null,
  primary key (deliverable_id, due_at, step),
  foreign key (agency_id, deliverable_id) references deliverable (agency_id, id) on delete cascade
);

-- Lists begin with what changed last and go on from the last row seen.
create index content_item_newest on content_item (agency_id, updated_at desc, id desc);
create index content_item_published on content_item (agency_id, published_at) where published_at is not null;
create index content_item_scheduled on content_item (agency_id, scheduled_at) where state = 'scheduled';
create index content_clause_by_clause on content_clause (clause_id);
create index content_task_by_task on content_task (task_id);
create index content_obligation_by_obligation on content_obligation (obligation_id);

-- The list of texts has ways of looking, too.
alter table saved_view drop constraint saved_view_screen_check,
  add constraint saved_view_screen_check check (screen in ('bao-phu', 'chu-de-kenh', 'noi-dung'));

grant select, insert, update on story to gandan_serving;
grant select, insert, delete on story_task, story_obligation, story_clause to gandan_serving;
grant select, insert, update, delete on deliverable to gandan_serving;
grant select, insert on deliverable_reminder to gandan_serving;
