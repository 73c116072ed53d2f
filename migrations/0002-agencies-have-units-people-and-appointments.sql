-- The tree of agencies (province, department, commune); one installation serves many.
create table agency (
  id uuid primary key,
  parent_id uuid references agency (id),
  kind text not null check (kind in ('province', 'department', 'commune')),
  name text not null check (name <> ''),
  -- As printed in official documents: the superior body above the name, the symbol behind the number, the place before the date.
  superior_name text,
  symbol text not null check (symbol <> ''),
  place text not null,
  slug text not null unique check (slug ~ '^[a-z0-9-]+$'),
  address text,
  phone text,
  email text,
  is_sample boolean not null default false,
  created_at timestamptz not null default now()
);

create table unit (
  id uuid primary key,
  agency_id uuid not null references agency (id) on delete cascade,
  kind text not null check (kind in ('leadership', 'office', 'division', 'affiliated')),
  name text not null check (name <> ''),
  short_name text not null,
  slug text not null check (slug ~ '^[a-z0-9-]+$'),
  position integer not null,
  closed_on date,
  unique (agency_id, slug),
  unique (agency_id, id)
);

create table person (
  id uuid primary key,
  agency_id uuid not null references agency (id) on delete cascade,
  name text not null check (name <> ''),
  email text not null,
  phone text,
  job_title text,
  -- The sign-in account (better-auth); null: cannot sign in.
  user_id text unique,
  active boolean not null default true,
  created_at timestamptz not null default now(),
  unique (agency_id, id)
);
create unique index person_by_email on person (lower(email));

create table appointment (
  id uuid primary key,
  agency_id uuid not null,
  person_id uuid not null,
  -- Null: the whole agency.
  unit_id uuid,
  role text not null check (role in ('contributor', 'editor', 'head', 'leadership', 'office', 'finance', 'auditor', 'administrator')),
  from_date date not null,
  to_date date,
  check (to_date is null or to_date >= from_date),
  foreign key (agency_id, person_id) references person (agency_id, id) on delete cascade,
  foreign key (agency_id, unit_id) references unit (agency_id, id) on delete cascade
);
create index appointment_by_person on appointment (person_id);

grant select, insert, update on agency, unit, person, appointment to gandan_serving;
