-- Who may sign for the agency: as its head or acting head, or for the head (KT., TL., TUQ.), from which day to which,
-- for what, and by which decision.
create table signing_authority (
  id uuid primary key,
  agency_id uuid not null,
  person_id uuid not null,
  form text not null check (form in ('head', 'Q', 'KT', 'TL', 'TUQ')),
  head_title text not null check (btrim(head_title) <> ''),
  own_title text check (btrim(own_title) <> ''),
  scope text not null check (scope in ('all', 'report', 'plan')),
  from_date date not null,
  to_date date check (to_date >= from_date),
  decision_number text not null check (btrim(decision_number) <> ''),
  decided_on date not null check (decided_on <= from_date),
  recorded_by uuid,
  recorded_at timestamptz not null,
  ended_by uuid,
  ended_at timestamptz,
  end_reason text,
  check ((form in ('KT', 'TL', 'TUQ')) = (own_title is not null)),
  check (form not in ('head', 'Q') or scope = 'all'),
  unique (agency_id, id),
  foreign key (agency_id, person_id) references person (agency_id, id) on delete cascade,
  constraint signs_reports_one_way_at_a_time exclude using gist (
    person_id with =, daterange(from_date, to_date, '[]') with &&) where (scope in ('all', 'report')),
  constraint signs_plans_one_way_at_a_time exclude using gist (
    person_id with =, daterange(from_date, to_date, '[]') with &&) where (scope in ('all', 'plan')),
  constraint one_head_at_a_time exclude using gist (
    agency_id with =, daterange(from_date, to_date, '[]') with &&) where (form in ('head', 'Q'))
);
-- One that has not begun can be taken back; of the others only their end is written.
grant select, insert, delete on signing_authority to gandan_serving;
grant update (to_date, ended_by, ended_at, end_reason) on signing_authority to gandan_serving;

-- What a report was signed with, as it was on that day.
alter table report
  add column signed_authority_id uuid,
  add column signed_as jsonb,
  add check ((signed_authority_id is null) = (signed_as is null)),
  add check (signed_authority_id is null or signed_off_at is not null),
  add foreign key (agency_id, signed_authority_id) references signing_authority (agency_id, id) deferrable initially deferred;
