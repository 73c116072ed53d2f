-- Who may speak for the agency, by which decision, from when to when. What is past stays; nothing is deleted.
create table spokesperson (
  id uuid primary key,
  agency_id uuid not null references agency (id) on delete cascade,
  -- Null: somebody who has no account here.
  person_id uuid,
  name text not null check (btrim(name) <> ''),
  position text not null check (btrim(position) <> ''),
  standing text not null check (standing in ('head', 'authorised', 'one-matter')),
  -- What somebody authorised for one matter speaks about.
  matter text not null,
  topics text not null,
  decision text not null,
  decision_on date,
  from_date date not null,
  -- Null: until another decision.
  to_date date,
  -- Why it ended before its day.
  ended_reason text check (btrim(ended_reason) <> ''),
  phone text not null,
  email text not null check (email = '' or email ~ '^[^\s@]+@[^\s@]+$'),
  -- Whether name, position and how to reach them stand on the portal.
  is_public boolean not null,
  made_by uuid,
  made_at timestamptz not null,
  unique (agency_id, id),
  foreign key (agency_id, person_id) references person (agency_id, id) deferrable initially deferred,
  foreign key (agency_id, made_by) references person (agency_id, id) deferrable initially deferred,
  constraint spokesperson_from_before_to check (to_date >= from_date),
  constraint spokesperson_for_one_matter check ((standing = 'one-matter') = (btrim(matter) <> '')),
  constraint spokesperson_by_a_decision check (standing = 'head' or (btrim(decision) <> '' and decision_on is not null)),
  constraint spokesperson_ended_on_a_day check (ended_reason is null or to_date is not null),
  constraint spokesperson_reachable_where_public check (not is_public or phone <> '' or email <> '')
);
create unique index spokesperson_once on spokesperson (agency_id, lower(name), standing, matter, from_date);
create index spokesperson_of_agency on spokesperson (agency_id, from_date);

grant select, insert, update on spokesperson to gandan_serving;
