-- Indices by which others measure a province, an agency: kept as their publishers gave them, never worked out anew.
create table index_kind (
  id uuid primary key,
  agency_id uuid not null references agency (id) on delete cascade,
  short_name text not null check (btrim(short_name) <> ''),
  name text not null check (btrim(name) <> ''),
  publisher text not null check (btrim(publisher) <> ''),
  view text not null check (view in ('government', 'citizens', 'firms', 'other')),
  unit text not null check (unit in ('percent', 'points')),
  -- The highest score that there can be.
  most numeric not null check (most > 0),
  -- The editions from which it is measured in another way: no line is drawn across.
  breaks integer[] not null default '{}',
  note text not null default '',
  made_at timestamptz not null,
  unique (agency_id, id),
  unique (agency_id, short_name)
);

create table index_component (
  id uuid primary key,
  agency_id uuid not null,
  index_id uuid not null,
  number integer not null check (number > 0),
  name text not null check (btrim(name) <> ''),
  most numeric check (most > 0),
  -- Themes and duties of the plan that serve it.
  themes text[] not null default '{}',
  unique (agency_id, id),
  unique (index_id, id),
  unique (index_id, number) deferrable initially deferred,
  foreign key (agency_id, index_id) references index_kind (agency_id, id) on delete cascade
);
create table index_component_obligation (
  agency_id uuid not null,
  component_id uuid not null,
  obligation_id uuid not null,
  primary key (component_id, obligation_id),
  foreign key (agency_id, component_id) references index_component (agency_id, id) on delete cascade,
  foreign key (agency_id, obligation_id) references obligation (agency_id, id) on delete cascade
);
create index index_component_obligation_back on index_component_obligation (obligation_id);

-- Who is measured. A province before and after a merger is two.
create table index_entity (
  id uuid primary key,
  agency_id uuid not null references agency (id) on delete cascade,
  name text not null check (btrim(name) <> ''),
  valid_from date,
  valid_to date,
  unique (agency_id, id),
  unique (agency_id, name),
  check (valid_from <= valid_to)
);

create table index_result (
  id uuid primary key,
  agency_id uuid not null,
  index_id uuid not null,
  entity_id uuid not null,
  -- Null: the index as a whole.
  component_id uuid,
  -- The year that was measured.
  edition integer not null check (edition between 1990 and 2200),
  -- With the decimals that were published.
  score numeric check (score >= 0),
  rank integer check (rank >= 1),
  ranked integer check (ranked >= 1),
  published_on date,
  source text not null check (btrim(source) <> ''),
  url text check (url ~ '^https?://'),
  is_certain boolean not null,
  note text not null default '',
  recorded_by uuid,
  recorded_at timestamptz not null,
  unique nulls not distinct (index_id, entity_id, component_id, edition),
  foreign key (agency_id, index_id) references index_kind (agency_id, id) on delete cascade,
  foreign key (agency_id, entity_id) references index_entity (agency_id, id),
  foreign key (index_id, component_id) references index_component (index_id, id),
  foreign key (agency_id, recorded_by) references person (agency_id, id) deferrable initially deferred,
  constraint index_result_says_something check (num_nonnulls(score, rank) > 0),
  constraint index_result_rank_among check (rank <= ranked and (ranked is null or rank is not null))
);

create table index_target (
  id uuid primary key,
  agency_id uuid not null,
  index_id uuid not null,
  entity_id uuid not null,
  edition integer not null check (edition between 1990 and 2200),
  score numeric check (score >= 0),
  rank integer check (rank >= 1),
  -- The document that sets it.
  source text not null check (btrim(source) <> ''),
  unique (index_id, entity_id, edition),
  foreign key (agency_id, index_id) references index_kind (agency_id, id) on delete cascade,
  foreign key (agency_id, entity_id) references index_entity (agency_id, id),
  constraint index_target_says_something check (num_nonnulls(score, rank) > 0)
);

grant select, insert, update on index_kind, index_entity to gandan_serving;
grant select, insert, update, delete on index_component, index_component_obligation, index_result, index_target to gandan_serving;
