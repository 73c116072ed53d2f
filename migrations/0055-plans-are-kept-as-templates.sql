-- What a plan asks for, saved by an agency as a template that every agency of the installation may adopt: obligations
-- and tasks in words, without people, proofs or decisions.
create table plan_template (
  id uuid primary key,
  agency_id uuid not null references agency (id) on delete cascade,
  name text not null check (name <> ''),
  kind text not null check (kind in ('department', 'commune', 'centre')),
  year integer not null,
  items jsonb not null check (jsonb_typeof(items) = 'array' and jsonb_array_length(items) > 0),
  saved_by uuid not null,
  saved_at timestamptz not null default now(),
  unique (agency_id, name),
  foreign key (agency_id, saved_by) references person (agency_id, id)
);

grant select, insert, delete on plan_template to gandan_serving;
