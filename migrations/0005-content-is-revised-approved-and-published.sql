-- What units write: an item with immutable revisions, one current and one live.
create table content_item (
  id uuid primary key,
  agency_id uuid not null references agency (id) on delete cascade,
  unit_id uuid not null,
  kind text not null,
  state text not null check (state in ('draft', 'submitted', 'returned', 'approved', 'scheduled', 'published', 'withdrawn', 'removed')),
  slug text check (slug ~ '^[a-z0-9-]+$'),
  current_revision_id uuid not null,
  -- Bound to one exact text: what was approved, what the public sees.
  approved_revision_id uuid,
  live_revision_id uuid,
  created_by uuid not null,
  submitted_by uuid,
  submitted_at timestamptz,
  approved_by uuid,
  approved_at timestamptz,
  scheduled_at timestamptz,
  urgent boolean not null default false,
  -- Published before a second person looked; a colleague clears the debt.
  post_check_due boolean not null default false,
  published_at timestamptz,
  live_since timestamptz,
  withdrawn_at timestamptz,
  withdrawn_reason text,
  removed_at timestamptz,
  removed_reason text,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  unique (agency_id, id),
  unique (agency_id, slug),
  foreign key (agency_id, unit_id) references unit (agency_id, id) deferrable initially deferred,
  check (state <> 'scheduled' or (scheduled_at is not null and (approved_revision_id is not distinct from current_revision_id or urgent))),
  check (state <> 'approved' or approved_revision_id is not distinct from current_revision_id),
  check ((state in ('published', 'withdrawn')) = (live_revision_id is not null and state <> 'removed') or state = 'removed'),
  check (state not in ('published', 'withdrawn') or (slug is not null and published_at is not null)),
  check (approved_by is null or approved_by <> submitted_by)
);
create index content_item_by_state on content_item (agency_id, state, updated_at desc);
create index content_item_due on content_item (scheduled_at) where state = 'scheduled';
create index content_item_live on content_item (agency_id, published_at desc) where state = 'published';

create table content_revision (
  id uuid primary key,
  agency_id uuid not null,
  item_id uuid not null,
  -- Place in the item's history, from 1.
  number integer not null,
  title text not null,
  -- Without diacritics and capitals, for the list's search.
  title_plain text not null,
  summary text not null,
  body jsonb not null,
  plain text not null,
  primary_theme text,
  themes text[] not null default '{}',
  image_id uuid,
  hash text not null,
  author_id uuid not null,
  at timestamptz not null,
  unique (item_id, number),
  unique (item_id, id),
  foreign key (agency_id, item_id) references content_item (agency_id, id) on delete cascade
);
alter table content_item
  add foreign key (id, current_revision_id) references content_revision (item_id, id) deferrable initially deferred,
  add foreign key (id, approved_revision_id) references content_revision (item_id, id) deferrable initially deferred,
  add foreign key (id, live_revision_id) references content_revision (item_id, id) deferrable initially deferred;

-- Who did what to the item, for readers of its history.
create table content_event (
  id uuid primary key,
  agency_id uuid not null,
  item_id uuid not null,
  event text not null,
  from_state text,
  to_state text not null,
  revision_id uuid,
  person_id uuid,
  person_name text not null,
  reason text,
  at timestamptz not null,
  foreign key (agency_id, item_id) references content_item (agency_id, id) on delete cascade
);
create index content_event_by_item on content_event (item_id, at);

-- A new text under a published address, with a note that the public reads; approved by a second person.
create table content_correction (
  id uuid primary key,
  agency_id uuid not null,
  item_id uuid not null,
  revision_id uuid not null,
  note text not null check (note <> ''),
  proposed_by uuid not null,
  proposed_at timestamptz not null,
  decided_by uuid,
  decided_at timestamptz,
  accepted boolean,
  reason text,
  check ((decided_at is null) = (accepted is null)),
  check (decided_by is null or decided_by <> proposed_by),
  foreign key (agency_id, item_id) references content_item (agency_id, id) on delete cascade,
  foreign key (item_id, revision_id) references content_revision (item_id, id) deferrable initially deferred
);
create unique index content_correction_open on content_correction (item_id) where decided_at is null;

create table content_slug (
  agency_id uuid not null,
  slug text not null,
  item_id uuid not null,
  primary key (agency_id, slug),
  foreign key (agency_id, item_id) references content_item (agency_id, id) on delete cascade
);

create table content_task (
  agency_id uuid not null,
  item_id uuid not null,
  task_id uuid not null,
  primary key (item_id, task_id),
  foreign key (agency_id, item_id) references content_item (agency_id, id) on delete cascade,
  foreign key (agency_id, task_id) references task (agency_id, id) on delete cascade
);

create table content_obligation (
  agency_id uuid not null,
  item_id uuid not null,
  obligation_id uuid not null,
  primary key (item_id, obligation_id),
  foreign key (agency_id, item_id) references content_item (agency_id, id) on delete cascade,
  foreign key (agency_id, obligation_id) references obligation (agency_id, id) on delete cascade
);

create table media_asset (
  id uuid primary key,
  agency_id uuid not null references agency (id) on delete cascade,
  file_name text not null,
  content_type text not null,
  width integer not null,
  height integer not null,
  bytes integer not null,
  alt text not null,
  credit text,
  uploaded_by uuid not null,
  uploaded_at timestamptz not null default now(),
  unique (agency_id, id)
);

grant select, insert, update on content_item, content_correction to gandan_serving;
grant select, insert on content_revision, content_event, content_slug, media_asset to gandan_serving;
grant select, insert, delete on content_task, content_obligation to gandan_serving;
