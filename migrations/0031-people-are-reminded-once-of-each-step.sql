-- When an agency reminds of its tasks, in working days before and after the day; without a row the usual ones hold.
create table reminder_setting (
  agency_id uuid primary key references agency (id) on delete cascade,
  active boolean not null default true,
  first_before integer not null,
  last_before integer not null check (last_before >= 0),
  head_after integer not null check (head_after >= 1),
  editor_after integer not null,
  leadership_after integer not null check (leadership_after <= 250),
  constraint reminder_setting_before check (last_before < first_before and first_before <= 60),
  constraint reminder_setting_after check (head_after < editor_after and editor_after < leadership_after)
);

-- What was told of a task: each step once for each day that the task was due on.
create table task_reminder (
  id uuid primary key,
  agency_id uuid not null,
  task_id uuid not null,
  deadline date not null,
  step text not null check (step in ('first', 'last', 'head', 'editor', 'leadership')),
  at timestamptz not null default now(),
  people integer not null check (people >= 0),
  unique (task_id, deadline, step),
  foreign key (agency_id, task_id) references task (agency_id, id) on delete cascade
);

grant select, insert, update on reminder_setting to gandan_serving;
grant select, insert on task_reminder to gandan_serving;
