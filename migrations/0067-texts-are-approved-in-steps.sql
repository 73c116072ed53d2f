-- The steps by which texts are approved, as each agency states them: for a kind, a unit, both or all.
create table review_route (
  id uuid primary key,
  agency_id uuid not null references agency (id) on delete cascade,
  name text not null check (btrim(name) <> ''),
  kind text,
  unit_id uuid,
  -- One person may decide more than one step.
  same_person boolean not null default false,
  changed_by uuid,
  changed_at timestamptz not null,
  unique (agency_id, id),
  constraint one_route_for_each unique nulls not distinct (agency_id, kind, unit_id),
  foreign key (agency_id, unit_id) references unit (agency_id, id) on delete cascade
);
create table review_route_step (
  agency_id uuid not null,
  route_id uuid not null,
  position integer not null check (position between 1 and 9),
  name text not null check (btrim(name) <> ''),
  roles text[] not null,
  -- Whose people decide; null: the unit of the text for those who count only there.
  unit_id uuid,
  person_ids text[] not null,
  working_days integer check (working_days between 1 and 60),
  primary key (route_id, position),
  check (cardinality(roles) + cardinality(person_ids) > 0),
  foreign key (agency_id, route_id) references review_route (agency_id, id) on delete cascade,
  foreign key (agency_id, unit_id) references unit (agency_id, id) on delete cascade
);

-- One submission on its way: bound to one exact text, with the steps of that moment.
alter table content_revision add unique (item_id, id, hash);
create table review_run (
  id uuid primary key,
  agency_id uuid not null,
  item_id uuid not null,
  revision_id uuid not null,
  hash text not null,
  route_name text not null,
  same_person boolean not null,
  begun_by uuid not null,
  begun_at timestamptz not null,
  ended_at timestamptz,
  outcome text check (outcome in ('approved', 'returned', 'refused', 'recalled', 'revoked', 'urgent')),
  check ((ended_at is null) = (outcome is null)),
  unique (agency_id, id),
  unique (id, revision_id, hash),
  foreign key (agency_id, item_id) references content_item (agency_id, id) on delete cascade,
  foreign key (item_id, revision_id, hash) references content_revision (item_id, id, hash) deferrable initially deferred
);
create unique index review_run_open on review_run (item_id) where ended_at is null;
create index review_run_of_item on review_run (item_id, begun_at);
create table review_step (
  agency_id uuid not null,
  run_id uuid not null,
  position integer not null check (position between 1 and 9),
  name text not null,
  roles text[] not null,
  unit_id uuid,
  person_ids text[] not null,
  working_days integer,
  begun_at timestamptz,
  due_at timestamptz check (due_at > begun_at),
  reminded_at timestamptz,
  escalated_at timestamptz,
  primary key (run_id, position),
  foreign key (agency_id, run_id) references review_run (agency_id, id) on delete cascade,
  foreign key (agency_id, unit_id) references unit (agency_id, id) on delete cascade
);
create index review_step_due on review_step (due_at) where escalated_at is null;
create table review_decision (
  id uuid primary key,
  agency_id uuid not null,
  run_id uuid not null,
  position integer not null,
  revision_id uuid not null,
  hash text not null,
  outcome text not null check (outcome in ('approved', 'returned', 'refused')),
  reason text check (outcome = 'approved' or coalesce(btrim(reason), '') <> ''),
  person_id uuid not null,
  person_name text not null,
  -- In whose name and by which decision, as it was on that day.
  authority_id uuid,
  signed_as jsonb,
  at timestamptz not null,
  check ((authority_id is null) = (signed_as is null)),
  constraint a_step_is_decided_once unique (run_id, position),
  foreign key (agency_id, run_id) references review_run (agency_id, id) on delete cascade,
  foreign key (run_id, position) references review_step (run_id, position) on delete cascade,
  foreign key (run_id, revision_id, hash) references review_run (id, revision_id, hash) on delete cascade,
  foreign key (agency_id, authority_id) references signing_authority (agency_id, id) deferrable initially deferred
);

-- What the policy refuses, the database refuses too.
create function demand_proper_review() returns trigger language plpgsql as $$
declare
  run review_run;
  live integer;
begin
  select * into run from review_run where id = new.run_id;
  if run.ended_at is not null
    or run.revision_id is distinct from (select current_revision_id from content_item where id = run.item_id) then
    raise exception 'this text waits for nobody' using errcode = 'check_violation', constraint = 'review_is_open';
  end if;
  select r.number into live from content_item i join content_revision r on r.id = i.live_revision_id where i.id = run.item_id;
  if new.person_id = run.begun_by or exists (
    select from content_revision r
    where r.item_id = run.item_id and r.author_id = new.person_id and r.number > coalesce(live, 0)) then
    raise exception 'nobody decides on an own text' using errcode = 'check_violation', constraint = 'review_by_a_second_person';
  end if;
  if exists (
    select from review_step s
    where s.run_id = new.run_id and s.position < new.position
      and not exists (select from review_decision d where d.run_id = s.run_id and d.position = s.position and d.outcome = 'approved')) then
    raise exception 'an earlier step is open' using errcode = 'check_violation', constraint = 'review_in_order';
  end if;
  if not run.same_person and exists (
    select from review_decision d where d.run_id = new.run_id and d.person_id = new.person_id) then
    raise exception 'one person decides one step' using errcode = 'check_violation', constraint = 'review_by_different_people';
  end if;
  return new;
end $$;
create trigger proper_review before insert on review_decision for each row execute function demand_proper_review();

create function demand_every_step() returns trigger language plpgsql as $$
begin
  if not exists (
    select from review_run run
    where run.item_id = new.id and run.outcome = 'approved' and run.revision_id = new.approved_revision_id
      and run.begun_at = new.submitted_at
      and not exists (
        select from review_step s
        where s.run_id = run.id
          and not exists (select from review_decision d where d.run_id = s.run_id and d.position = s.position and d.outcome = 'approved'))) then
    raise exception 'a step of the approval is open' using errcode = 'check_violation', constraint = 'approved_by_every_step';
  end if;
  return new;
end $$;
create trigger approved_by_every_step after update on content_item
  for each row when (old.state = 'submitted' and new.state = 'approved') execute function demand_every_step();

-- Who decided at which step and in whose name, for readers of the history.
alter table content_event add column note text;

-- What waits already goes on as before: one person's approval.
insert into review_run (id, agency_id, item_id, revision_id, hash, route_name, same_person, begun_by, begun_at)
select gen_random_uuid(), i.agency_id, i.id, r.id, r.hash, 'Một người duyệt', false, i.submitted_by, i.submitted_at
from content_item i join content_revision r on r.id = i.current_revision_id
where i.state = 'submitted';
insert into review_step (agency_id, run_id, position, name, roles, person_ids, begun_at)
select agency_id, id, 1, 'Duyệt', '{head,editor,leadership}', '{}', begun_at from review_run;

-- Somebody may be given the power to approve texts alone.
alter table signing_authority
  drop constraint signing_authority_scope_check,
  add check (scope in ('all', 'report', 'plan', 'content')),
  add constraint signs_content_one_way_at_a_time exclude using gist (
    person_id with =, daterange(from_date, to_date, '[]') with &&) where (scope in ('all', 'content'));

grant select, insert, update, delete on review_route, review_route_step to gandan_serving;
grant select, insert on review_run, review_step, review_decision to gandan_serving;
grant update (ended_at, outcome) on review_run to gandan_serving;
grant update (begun_at, due_at, reminded_at, escalated_at) on review_step to gandan_serving;
