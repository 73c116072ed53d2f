-- A unit asks for more time with a reason; another person grants or refuses it with a word. What was asked, the day
-- before and who decided stay for good.
create table task_extension (
  id uuid primary key,
  agency_id uuid not null references agency (id) on delete cascade,
  task_id uuid not null,
  old_day date not null,
  new_day date not null check (new_day > old_day),
  reason text not null check (reason <> ''),
  asked_by uuid not null,
  asked_at timestamptz not null default now(),
  state text not null default 'asked' check (state in ('asked', 'granted', 'refused', 'withdrawn')),
  decided_by uuid,
  decided_at timestamptz,
  decision text check (decision <> ''),
  foreign key (agency_id, task_id) references task (agency_id, id),
  foreign key (agency_id, asked_by) references person (agency_id, id),
  foreign key (agency_id, decided_by) references person (agency_id, id),
  constraint task_extension_open_until_decided check ((state = 'asked') = (decided_at is null)),
  constraint task_extension_decided_by_somebody check ((state in ('granted', 'refused')) = (decided_by is not null)),
  constraint task_extension_decided_with_a_word check ((state in ('granted', 'refused')) = (decision is not null)),
  constraint task_extension_decided_by_another check (decided_by <> asked_by)
);
create unique index task_extension_one_open on task_extension (task_id) where state = 'asked';
create index task_extension_by_task on task_extension (task_id, asked_at);

grant select, insert on task_extension to gandan_serving;
grant update (state, decided_by, decided_at, decision) on task_extension to gandan_serving;
